#!/usr/bin/python3
"""A network that Netdraft wrote for Mininet 2.3. Every node is a network namespace and a switch is one that holds a
bridge, so there is no controller, and Open vSwitch need not be there.

    sudo python3 SCRIPT            build it and open Mininet's prompt
    sudo python3 SCRIPT --check    build it, ping every pair and compare with what the simulation predicts

The exit status of --check is 0 where all is as predicted, and 1 where something is not. Mininet itself is installed by
`apt install mininet`, for the Python of the system (/usr/bin/python3).
"""

import subprocess
import sys
import time

from mininet.cli import CLI
from mininet.link import Intf
from mininet.log import setLogLevel
from mininet.net import Mininet
from mininet.node import Node


class Pid:
    """Stands in a command for the process of a node, which names the node's namespace."""

    def __init__(self, node):
        self.node = node


# Stands between commands: they go on once addresses are checked for duplicates.
REST = None

# The nodes: the name in Mininet, and the one that they were drawn with.
NODES = [
    ("R", "R"),
    ("S", "S"),
    ("H_1", "H-1"),
]

# The cables: a node, its interface and the MAC that this is given, and the same of the other end.
CABLES = [
    ("S", "p1", None, "H_1", "eth0", None),
    ("R", "eth0", None, "S", "p2", None),
    ("R", "eth1", None, "H_1", "eth1", None),
]

# What is then done in the nodes, in order: where, and the words of a command.
STEPS = [
    ("S", ["ip", "link", "add", "br0", "type", "bridge"]),
    ("R", ["ip", "link", "add", "link", "eth0", "eth0.10", "type", "vlan", "id", "10"]),
    ("R", ["ip", "link", "add", "vrf1", "type", "vrf", "table", "100"]),
    ("R", ["ip", "link", "add", "gre1", "type", "gre", "remote", "198.51.100.2", "local", "198.51.100.1", "key", "7"]),
    ("R", ["ip", "link", "add", "bond0", "type", "bond", "mode", "active-backup", "miimon", "100"]),
    ("S", ["ip", "link", "set", "br0", "type", "bridge", "ageing_time", "6000", "vlan_filtering", "1"]),
    ("S", ["ip", "link", "set", "p1", "master", "br0"]),
    ("S", ["ip", "link", "set", "p2", "master", "br0"]),
    ("S", ["bridge", "link", "set", "dev", "p1", "flood", "off", "isolated", "on"]),
    ("S", ["bridge", "vlan", "add", "dev", "p1", "vid", "1", "untagged"]),
    ("S", ["bridge", "vlan", "add", "dev", "p1", "vid", "10", "pvid", "untagged"]),
    ("S", ["bridge", "vlan", "add", "dev", "p2", "vid", "10"]),
    ("R", ["sysctl", "-w", "net.ipv4.ip_forward=1"]),
    ("R", ["sysctl", "-w", "net.ipv6.conf.all.forwarding=1"]),
    ("R", ["sysctl", "-w", "net.ipv4.conf.eth1.rp_filter=2"]),
    ("R", ["ip", "link", "set", "lo", "up"]),
    ("R", ["ip", "link", "set", "eth0", "up"]),
    ("R", ["ip", "link", "set", "eth1", "up"]),
    ("R", ["ip", "link", "set", "vrf1", "up"]),
    ("R", ["ip", "link", "set", "gre1", "up"]),
    ("S", ["ip", "link", "set", "p1", "up"]),
    ("S", ["ip", "link", "set", "p2", "up"]),
    ("S", ["ip", "link", "set", "br0", "up"]),
    ("H_1", ["ip", "link", "set", "lo", "up"]),
    ("H_1", ["ip", "link", "set", "eth0", "up"]),
    ("H_1", ["ip", "link", "set", "eth1", "up"]),
    ("R", ["ip", "link", "set", "eth0.10", "up"]),
    ("R", ["ip", "addr", "add", "198.51.100.1/24", "dev", "eth1"]),
    ("R", ["ip", "addr", "add", "192.0.2.1/24", "dev", "eth0.10"]),
    ("R", ["ip", "addr", "add", "2001:db8:10::1/64", "dev", "eth0.10"]),
    ("R", ["ip", "addr", "add", "10.9.0.1/30", "dev", "gre1"]),
    ("H_1", ["ip", "addr", "add", "192.0.2.2/24", "dev", "eth0"]),
    ("H_1", ["ip", "addr", "add", "2001:db8:10::2/64", "dev", "eth0", "nodad"]),
    ("H_1", ["ip", "addr", "add", "198.51.100.2/24", "dev", "eth1"]),
    ("R", ["ip", "neigh", "add", "198.51.100.9", "lladdr", "02:00:00:00:00:09", "dev", "eth1"]),
    ("S", ["bridge", "fdb", "replace", "02:00:00:00:00:01", "dev", "p1", "master", "static", "vlan", "10"]),
    ("R", ["ip", "route", "add", "blackhole", "203.0.113.0/25"]),
    ("R", ["ip", "route", "add", "203.0.113.0/24", "via", "198.51.100.2", "dev", "eth1", "table", "50"]),
    ("R", ["ip", "rule", "add", "from", "192.0.2.0/24", "pref", "1000", "lookup", "50"]),
    ("R", ["ip", "rule", "add", "from", "all", "iif", "eth1", "pref", "1100", "blackhole"]),
    ("H_1", ["ip", "route", "add", "default", "via", "192.0.2.1"]),
    ("H_1", ["ip", "route", "add", "2001:db8::/32", "via", "2001:db8:10::1", "metric", "5"]),
    ("R", ["iptables", "-P", "FORWARD", "DROP"]),
    ("R", ["iptables", "-A", "FORWARD", "-m", "conntrack", "--ctstate", "ESTABLISHED", "-j", "ACCEPT"]),
    ("R", ["iptables", "-A", "FORWARD", "-m", "comment", "--comment", "is \"quoted\" ${x} %<% \"\"\" \\", "-j", "ACCEPT"]),
    ("R", ["ip6tables", "-A", "INPUT", "-p", "ipv6-icmp", "-j", "ACCEPT"]),
    ("R", ["nft", "add", "table", "inet", "t"]),
]

# The programs that listen, or advertise a router: where, and the words.
PROGRAMS = [
]

# What shows that all have heard the routers: where, and a question that has an answer then.
HEARD = [
]

# What the simulation predicts: a row for each address, a column for each node that pings it.
# y: answered, n: not answered, ?: decided by a hash or a race and so not judged, -: the node's own address.
PREDICTED = [
    "to   address         R  S  H-1",
    "R    198.51.100.1    -  n  y",
    "R    192.0.2.1       -  n  y",
    "R    10.9.0.1        -  n  y",
    "R    2001:db8:10::1  -  n  y",
    "H-1  192.0.2.2       y  n  -",
    "H-1  198.51.100.2    y  n  -",
    "H-1  2001:db8:10::2  y  n  -",
]

# The settings of a fresh kernel, which a distribution may have changed for new namespaces. Redirects alone are off on
# purpose: no ping shall depend on the ones before it.
SETTINGS = {
    "ipv4": {"forwarding": 0, "rp_filter": 0, "arp_filter": 0, "arp_ignore": 0, "arp_announce": 0, "proxy_arp": 0,
             "accept_local": 0, "route_localnet": 0, "ignore_routes_with_linkdown": 0, "accept_redirects": 0},
    "ipv6": {"disable_ipv6": 0, "forwarding": 0, "addr_gen_mode": 0, "keep_addr_on_down": 0,
             "ignore_routes_with_linkdown": 0, "accept_redirects": 0},
}

NAMES = {drawn: name for name, drawn in NODES}


class BareNode(Node):
    """A namespace that Mininet leaves as it is."""

    def config(self, **_params):
        return {}


class BareIntf(Intf):
    """An interface that Mininet leaves as it is."""

    def config(self, **_params):
        return {}


def fail(message):
    print(message, file=sys.stderr)
    raise SystemExit(2)


def run(node, words):
    """Runs a command in a node; no shell reads it."""
    out, err, status = node.pexec([str(node_pid(word)) if isinstance(word, Pid) else word for word in words])
    if status != 0:
        fail("%s: %s\n%s%s" % (node.name, " ".join(str(word) for word in words), out, err))
    return out


def node_pid(word):
    return network[word.node].pid


def settle(node):
    words = ["sysctl", "-qew"]
    for family, settings in SETTINGS.items():
        for place in ("all", "default", "lo"):
            words += ["net.%s.conf.%s.%s=%d" % (family, place, key, value) for key, value in settings.items()]
    node.pexec(words)


def is_at_rest(node):
    """Whether every address that can be checked for duplicates is, and no spanning tree is still at work."""
    links = run(node, ["ip", "-o", "link", "show", "up"]).splitlines()
    carrier = [line.split()[1].rstrip(":").split("@")[0] for line in links if "LOWER_UP" in line]
    if any("LOWER_UP" in line and (" state DOWN" in line or " state LOWERLAYERDOWN" in line) for line in links):
        return False
    checked = run(node, ["ip", "-6", "-o", "addr", "show", "tentative", "-dadfailed"]).splitlines()
    if any(line.split()[1] in carrier for line in checked):
        return False
    ports = run(node, ["bridge", "link", "show"])
    return "state listening" not in ports and "state learning" not in ports


def rest():
    until = time.monotonic() + 60
    for node in network.hosts:
        while time.monotonic() < until and not is_at_rest(node):
            time.sleep(0.1)


def build():
    for name, _drawn in NODES:
        settle(network.addHost(name, cls=BareNode, ip=None))
    for name1, link1, mac1, name2, link2, mac2 in CABLES:
        macs = {}
        if mac1 or mac2:
            macs = {"addr1": mac1 or network.randMac(), "addr2": mac2 or network.randMac()}
        else:
            macs = {"addr1": None, "addr2": None}
        network.addLink(network[name1], network[name2], intfName1=link1, intfName2=link2, intf=BareIntf, **macs)
    network.build()
    network.start()
    for step in STEPS:
        if step is REST:
            rest()
        else:
            run(network[step[0]], step[1])
    for name, words in PROGRAMS:
        programs.append(network[name].popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    for name, words in HEARD:
        until = time.monotonic() + 30
        while time.monotonic() < until and not run(network[name], words).strip():
            time.sleep(0.1)
    for node in network.hosts:  # for the prompt, where a node's name stands for its address
        for intf in node.intfList():
            intf.updateIP()


def ask(pairs, seconds):
    """Pings pairs of a node and an address, in lots: the kernel keeps at most 1024 neighbours."""
    answers = {}
    for start in range(0, len(pairs), 200):
        lot = pairs[start:start + 200]
        pings = [network[NAMES[node]].popen(["ping", "-n", "-c", "1", "-W", str(seconds), address],
                                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                 for node, address in lot]
        for pair, ping in zip(lot, pings):
            answers[pair] = "y" if ping.wait() == 0 else "n"
    return answers


def check():
    """Compares every ping with the prediction; whether all are alike."""
    rest()
    columns = PREDICTED[0].split()[2:]
    expected = {}
    for row in PREDICTED[1:]:
        _owner, address, *cells = row.split()
        expected.update({(node, address): cell for node, cell in zip(columns, cells) if cell != "-"})
    judged = [pair for pair, cell in expected.items() if cell != "?"]
    got = {}
    # What should have been answered and was not is asked again with more patience, for a busy machine may be late.
    for seconds in (1, 2, 3):
        got.update(ask([pair for pair in judged if pair not in got or (expected[pair], got[pair]) == ("y", "n")],
                       seconds))
    # What one ping teaches decides about others: those that end otherwise are sent again, each after all is forgotten.
    for pair in judged:
        if got[pair] != expected[pair]:
            for node in network.hosts:
                node.pexec(["ip", "neigh", "flush", "all"])
            got.update(ask([pair], 2))
    others = [pair for pair in judged if got[pair] != expected[pair]]
    for node, address in others:
        print("DIFFERENT: %s -> %s: predicted %s, got %s"
              % (node, address, expected[(node, address)], got[(node, address)]))
    print("%d pairs pinged: %d as predicted, %d not, %d not judged"
          % (len(judged), len(judged) - len(others), len(others), len(expected) - len(judged)))
    return not others


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        fail("usage: %s [--check]" % sys.argv[0])
    try:
        build()
        if sys.argv[1:]:
            return 0 if check() else 1
        CLI(network)
        return 0
    finally:
        for program in programs:
            program.terminate()
        network.stop()


setLogLevel("warning")
network = Mininet(controller=None)
programs = []
sys.exit(main())

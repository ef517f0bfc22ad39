#include "model/terminal/tool_list.h"

#include <algorithm>

namespace netdraft::model {

namespace {

// clang-format off
constexpr ToolDescription tools[] = {
    {"apache2", "/usr/sbin/apache2", "Apache hypertext transfer protocol server", "It listens where its flags say, lets connections in, and answers nothing."},
    {"arp", "/usr/sbin/arp", "manipulate the system ARP cache", "Static entries (-s, -d) and the list of them.", true},
    {"awk", "/usr/bin/awk", "pattern scanning and text processing language (mawk)", "Patterns, ranges, BEGIN and END; print, printf, if, while, for (;;), next, exit; fields, arrays with one subscript, and the functions of texts. No functions of its own, getline, output into files, or for (… in …)."},
    {"brctl", "/usr/sbin/brctl", "ethernet bridge administration", "Bridges, their ports and their spanning tree.", true},
    {"bridge", "/usr/sbin/bridge", "show / manipulate bridge addresses and devices", "link, fdb and vlan.", true},
    {"cat", "/usr/bin/cat", "concatenate files and print on the standard output", "Files that the node has for itself below /etc, and settings below /proc/sys/net."},
    {"cnitool", "/usr/local/bin/cnitool", "add, check, or remove network interfaces from a network namespace", "All of it, with lists and configurations in /etc/cni/net.d or $NETCONFPATH; the plugins are in /opt/cni/bin, and run by themselves as well: CNI_COMMAND=ADD CNI_CONTAINERID=c1 CNI_NETNS=/var/run/netns/NAME CNI_IFNAME=eth0 CNI_PATH=/opt/cni/bin /opt/cni/bin/bridge < FILE.", true},
    {"column", "/usr/bin/column", "columnate lists", "-t with -s and -o."},
    {"containerd", "/usr/bin/containerd", "an industry-standard container runtime", "It listens where its flags say, lets connections in, and answers nothing."},
    {"coredns", "/usr/local/bin/coredns", "a DNS server that chains plugins", "1.11.1, in the background, with -conf FILE (Corefile, or /etc/coredns/Corefile): the plugins hosts, file, forward, rewrite of names and types, whoami; what changes no answer is taken.", true},
    {"crictl", "/usr/bin/crictl", "client for CRI", "pods, ps, logs and version, of the containers that a kubelet runs here."},
    {"curl", "/usr/bin/curl", "transfer a URL", "How the connection to an http address is made, as at a terminal; nginx and httpd answer with their first page, nobody else does. -m and --connect-timeout end it."},
    {"cut", "/usr/bin/cut", "remove sections from each line of files", "-b, -c, -f, -d, -s, --complement, --output-delimiter."},
    {"dig", "/usr/bin/dig", "DNS lookup utility", "@SERVER, names, types, -x, -t, -p, -q, -4, -6; +short, +noall, +answer and the like, +tcp, +search, +norecurse, +tries.", true},
    {"dnsmasq", "/usr/sbin/dnsmasq", "a lightweight DHCP and caching DNS server", "Its name server, 2.90, with -C FILE (/etc/dnsmasq.conf) and options; no DHCP, no cache.", true},
    {"docker", "/usr/bin/docker", "Docker image and container command line interface", "20.10, where dockerd runs: run -d, run of a tool that ends, create, start, stop, kill, restart, rm, rename, exec, ps, port, inspect and network, with images that have what they listen on; networks of the driver bridge, none and host.", true},
    {"dockerd", "/usr/sbin/dockerd", "enable daemon mode of Docker", "20.10, in the background: docker0, the chains of iptables, the networks that it remembers. No options."},
    {"echo", "", "display a line of text", "-n, -e and -E."},
    {"egrep", "/usr/bin/egrep", "print lines that match patterns", "grep -E."},
    {"etcd", "/usr/local/bin/etcd", "a distributed key value store", "It listens where its flags say, lets connections in, and answers nothing."},
    {"ethtool", "/usr/sbin/ethtool", "query or control network driver and hardware settings", "-i of a link."},
    {"false", "", "do nothing, unsuccessfully", "All of it."},
    {"fgrep", "/usr/bin/fgrep", "print lines that match patterns", "grep -F."},
    {"fuser", "/usr/bin/fuser", "identify processes using files or sockets", "-k PORT/tcp and PORT/udp, which ends who listens there.", true},
    {"getent", "/usr/bin/getent", "get entries from Name Service Switch libraries", "hosts, ahosts and ahostsv4: what /etc/hosts and name servers say of names and addresses."},
    {"grep", "/usr/bin/grep", "print lines that match patterns", "Basic and extended regular expressions without references back; -i -v -c -n -o -w -x -q -s -l -L -h -H -e -f -F -m -A -B -C."},
    {"head", "/usr/bin/head", "output the first part of files", "-n, -c, -q, -v."},
    {"host", "/usr/bin/host", "DNS lookup utility", "NAME or ADDRESS, and a server; -t, -T, -r.", true},
    {"hostname", "/usr/bin/hostname", "show or set the system's host name", "The node's name, or what its own /etc/hostname says; -s, -f, -I."},
    {"httpd", "/usr/sbin/httpd", "hypertext transfer protocol server", "It listens where its flags say, and curl gets its first page."},
    {"id", "/usr/bin/id", "print real and effective user and group IDs", "Everybody is root here."},
    {"ifconfig", "/usr/sbin/ifconfig", "configure a network interface", "All that it shows, with counters of zero; addresses, aliases, netmask, broadcast, up, down, arp, mtu, hw ether, add and del."},
    {"ip", "/usr/sbin/ip", "show / manipulate routing, network devices, interfaces and tunnels", "address, link, neighbour, netns, nexthop, route and rule.", true},
    {"ip6tables", "/usr/sbin/ip6tables", "administration tool for IPv6 packet filtering and NAT", "The tables filter, nat, mangle and raw.", true},
    {"ip6tables-restore", "/usr/sbin/ip6tables-restore", "restore IPv6 tables", "What is piped into it.", true},
    {"ip6tables-save", "/usr/sbin/ip6tables-save", "dump IPv6 tables", "All of it.", true},
    {"iperf3", "/usr/bin/iperf3", "perform network throughput tests", "As iperf3 -s, which listens and answers nothing."},
    {"iptables", "/usr/sbin/iptables", "administration tool for IPv4 packet filtering and NAT", "The tables filter, nat, mangle and raw.", true},
    {"iptables-restore", "/usr/sbin/iptables-restore", "restore IP tables", "What is piped into it.", true},
    {"iptables-save", "/usr/sbin/iptables-save", "dump IP tables", "All of it.", true},
    {"kill", "", "send a signal to a process", "Of a number that ps tells; signals that end a process."},
    {"killall", "/usr/bin/killall", "kill processes by name", "By the name of the program.", true},
    {"kube-apiserver", "/usr/local/bin/kube-apiserver", "the API server of Kubernetes", "It listens where its flags say, lets connections in, and answers nothing."},
    {"kube-controller-manager", "/usr/local/bin/kube-controller-manager", "the controllers of Kubernetes", "It listens where its flags say, lets connections in, and answers nothing."},
    {"kube-proxy", "/usr/local/bin/kube-proxy", "the network proxy of a node of Kubernetes", "It listens where its flags say, lets connections in, and answers nothing."},
    {"kube-scheduler", "/usr/local/bin/kube-scheduler", "the scheduler of Kubernetes", "It listens where its flags say, lets connections in, and answers nothing."},
    {"kubeadm", "/usr/bin/kubeadm", "easily bootstrap a secure Kubernetes cluster", "1.32: init, join, reset, token create; flags of addresses and ranges, --node-name, --ignore-preflight-errors=all. It wants containerd to run, and net.ipv4.ip_forward=1.", true},
    {"kubectl", "/usr/bin/kubectl", "control the Kubernetes cluster manager", "1.32: get (-o wide, yaml, json, name, jsonpath), describe, apply, create, delete, run, expose, scale, set image, label, annotate, taint, cordon, drain, rollout, logs, exec, config; Deployments, DaemonSets, ReplicaSets, pods, Services, NetworkPolicies, ConfigMaps; other kinds are kept, and nothing comes of them. The cluster catches up whenever somebody asks it.", true},
    {"kubelet", "/usr/bin/kubelet", "the agent of a node of Kubernetes", "It listens where its flags say, lets connections in, and answers nothing."},
    {"ls", "/usr/bin/ls", "list directory contents", "Files that the node has for itself, and the settings below /proc/sys/net, and the CNI plugins in /opt/cni/bin; -1, -a, -d, -l."},
    {"man", "/usr/bin/man", "an interface to the system reference manuals", "This: what a tool is for, and what of it is simulated."},
    {"mariadbd", "/usr/sbin/mariadbd", "MariaDB server", "It listens where its flags say, lets connections in, and answers nothing."},
    {"mawk", "/usr/bin/mawk", "pattern scanning and text processing language", "See awk."},
    {"mkdir", "/usr/bin/mkdir", "make directories", "Of those below /etc that files of a node may be in: they are there when a file is."},
    {"mysqld", "/usr/sbin/mysqld", "MySQL server", "It listens where its flags say, lets connections in, and answers nothing."},
    {"nc", "/usr/bin/nc", "arbitrary TCP and UDP connections and listens", "-l, which listens in the background, -z, which probes ports, and texts that are piped into it.", true},
    {"netstat", "/usr/bin/netstat", "print network connections, routing tables, interface statistics", "-r of IPv4, -i, and who listens over TCP and UDP (-tulpn)."},
    {"nft", "/usr/sbin/nft", "administration tool of the nftables framework", "Tables, chains and rules of the families ip, ip6 and inet.", true},
    {"nginx", "/usr/sbin/nginx", "HTTP and reverse proxy server", "It listens where its flags say, and curl gets its first page."},
    {"nslookup", "/usr/bin/nslookup", "query Internet name servers interactively", "NAME or ADDRESS, and a server; -type=, -nosearch, -vc.", true},
    {"ovs-appctl", "/usr/bin/ovs-appctl", "utility for configuring running Open vSwitch daemons", "fdb/show.", true},
    {"ovs-vsctl", "/usr/bin/ovs-vsctl", "utility for querying and configuring ovs-vswitchd", "Bridges, ports and their VLANs.", true},
    {"perl", "/usr/bin/perl", "run a script of Perl", "Of all scripts one alone: a process that stands in for a program, called like it and with its sockets."},
    {"ping", "/usr/bin/ping", "send ICMP ECHO_REQUEST to network hosts", "What becomes of each packet; without -c it ends after the fourth.", true},
    {"ping4", "/usr/bin/ping4", "send ICMP ECHO_REQUEST to network hosts", "See ping.", true},
    {"ping6", "/usr/bin/ping6", "send ICMP ECHO_REQUEST to network hosts", "See ping.", true},
    {"pkill", "/usr/bin/pkill", "signal processes based on name and other attributes", "By a part of the name; -f, -x; radvd by -F PIDFILE.", true},
    {"printf", "", "format and print data", "All but %q and %(…)T."},
    {"ps", "/usr/bin/ps", "report a snapshot of the current processes", "What listens in the node: aux, -ef; times and memory are 0.", true},
    {"python3", "/usr/bin/python3", "an interpreted, interactive, object-oriented programming language", "As python3 -m http.server, which listens and answers nothing."},
    {"radvd", "/usr/sbin/radvd", "router advertisement daemon for IPv6", "With its configuration as -C <(echo '…').", true},
    {"redis-server", "/usr/bin/redis-server", "Redis in-memory data store", "It listens where its flags say, lets connections in, and answers nothing."},
    {"rm", "/usr/bin/rm", "remove files", "Those that a node has for itself; -f."},
    {"route", "/usr/sbin/route", "show / manipulate the IP routing table", "That of IPv4: add, del, and the list.", true},
    {"sed", "/usr/bin/sed", "stream editor for filtering and transforming text", "-n, -E, -e, -i, -s; the commands s y p d q = a i c and { }, with all addresses."},
    {"seq", "/usr/bin/seq", "print a sequence of numbers", "Whole numbers; -s, -w."},
    {"service", "/usr/sbin/service", "run a System V init script", "service docker start, stop and restart."},
    {"socat", "/usr/bin/socat", "multipurpose relay (SOcket CAT)", "A program that listens and echoes: TCP4-LISTEN:PORT,fork EXEC:cat.", true},
    {"sort", "/usr/bin/sort", "sort lines of text files", "-n -r -u -f -b -s -c -t -k, by bytes."},
    {"ss", "/usr/bin/ss", "another utility to investigate sockets", "Who listens over TCP and UDP: -l -t -u -n -p -4 -6 -H; -s counts.", true},
    {"sshd", "/usr/sbin/sshd", "OpenSSH daemon", "It listens where its flags say, lets connections in, and answers nothing."},
    {"sudo", "/usr/bin/sudo", "execute a command as another user", "Everybody is root here, so it just runs the command."},
    {"sysctl", "/usr/sbin/sysctl", "configure kernel parameters at runtime", "The settings of net.ipv4 and net.ipv6 that are simulated.", true},
    {"systemctl", "/usr/bin/systemctl", "control the systemd system and service manager", "start, stop, restart, status and is-active of containerd, docker and kubelet."},
    {"systemd-resolved", "/lib/systemd/systemd-resolved", "network name resolution manager", "It listens where its flags say, lets connections in, and answers nothing."},
    {"tail", "/usr/bin/tail", "output the last part of files", "-n, -c, -q, -v; no -f."},
    {"tc", "/usr/sbin/tc", "show / manipulate traffic control settings", "qdisc: netem (delay, jitter, loss, rate, limit) and tbf at the root of a link; -s, -n.", true},
    {"tcpdump", "/usr/bin/tcpdump", "dump traffic on a network", "What packets of this and of other terminals' ping, traceroute, tracepath, nc and curl pass a link; -i LINK or any, -c, -e, -n, -q, -t; filters of protocol, host, net, port, ether host, vlan. Names are never printed; of TCP, bytes and milliseconds are counted from 0. It ends with Ctrl-C.", true},
    {"tee", "/usr/bin/tee", "read from standard input and write to standard output and files", "-a; files that the node has for itself, and settings."},
    {"tr", "/usr/bin/tr", "translate or delete characters", "-d, -s, -c, -t; ranges and classes."},
    {"tracepath", "/usr/bin/tracepath", "trace path to a network host discovering MTU along this path", "-n, -b, -m, -4, -6."},
    {"traceroute", "/usr/sbin/traceroute", "print the route packets trace to network host", "-n, -m, -q, -w, -I, -4, -6.", true},
    {"traceroute6", "/usr/sbin/traceroute6", "print the route packets trace to network host", "See traceroute.", true},
    {"true", "", "do nothing, successfully", "All of it."},
    {"ttyd", "/usr/bin/ttyd", "share your terminal over the web", "It listens where its flags say, lets connections in, and answers nothing."},
    {"type", "", "say what a command is", "Of the tools that are simulated."},
    {"uname", "/usr/bin/uname", "print system information", "A kernel like Debian 12's, on a host called like the node."},
    {"uniq", "/usr/bin/uniq", "report or omit repeated lines", "-c, -d, -u, -i."},
    {"wc", "/usr/bin/wc", "print newline, word, and byte counts for each file", "-l, -w, -c, -m."},
    {"weaver", "/home/weave/weaver", "the router of Weave Net", "It listens where its flags say, lets connections in, and answers nothing."},
    {"which", "/usr/bin/which", "locate a command", "Of the tools that are simulated."},
    {"whoami", "/usr/bin/whoami", "print effective user name", "Everybody is root here."},
};
// clang-format on

} // namespace

std::span<const ToolDescription> toolList()
{
    return tools;
}

const ToolDescription *toolDescribed(std::string_view name)
{
    const auto *found = std::ranges::find(tools, name, &ToolDescription::name);
    return found == std::end(tools) ? nullptr : found;
}

} // namespace netdraft::model

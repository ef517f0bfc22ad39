#!/usr/bin/env python3
"""Records what a real kubectl says of the cluster of cluster.sh: in describe.txt what it describes, and in calls.txt what it
prints, and with which exit status it ends, of each call that stands there.

usage: record.py NETDRAFT KUBECTL describe|calls

The objects are those that Netdraft makes; they are served to kubectl over the API, without a cluster behind it. What is
taken from descriptions are no events but that there are some, since their ages are those of the day.
"""

import http.server
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

import stand_in

HERE = pathlib.Path(__file__).resolve().parent
ASKED = [
    "pod web",
    "pod probe",
    "pod once",
    "pod crash",
    "pod -n kube-system -l k8s-app=kube-dns",
    "pod -n kube-system kube-apiserver-controlplane",
    "deploy app",
    "deploy -n kube-system coredns",
    "rs",
    "ds -n kube-system kube-proxy",
    "netpol",
    "cm site",
    "cm -n kube-system coredns",
    "ep app",
    "ns default",
    "sa default",
]


def without_events(text):
    kept, events = [], False
    for line in text.split("\n"):
        if re.fullmatch(r"Events:\s*", line):
            events = True
            kept.append("Events:")
        elif not (events and line.startswith("  ")):
            events = False
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"


def record_descriptions(kubectl, environment):
    text = ("# What `kubectl describe` of kubectl 1.32 prints of the cluster of cluster.sh, recorded by record.py. Nodes and\n"
            "# Services are left out: the one has leases, the other EndpointSlices of its own.\n")
    for asked in ASKED:
        printed = subprocess.run([kubectl, "describe", *asked.split()], check=True, text=True, env=environment,
                                 capture_output=True).stdout
        text += f"$ kubectl describe {asked}\n{without_events(printed)}"
    (HERE / "describe.txt").write_text(text)


def record_calls(api, kubectl, environment, url, server):
    """Each line of calls.txt that begins with `$ ` is asked anew; the manifests are where kubectl runs."""
    config = pathlib.Path(environment["HOME"]) / ".kube/config"
    first = config.read_text()
    text = ""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "kubectl").symlink_to(kubectl)
        environment = {**environment, "PATH": f"{folder}:{os.environ['PATH']}"}
        for line in (HERE / "calls.txt").read_text().split("\n"):
            if line.startswith("#"):
                text += line + "\n"
            if not line.startswith("$ "):
                continue
            api.reset()
            config.write_text(first)
            done = subprocess.run(["bash", "-c", line[2:]], cwd=HERE / "manifests", env=environment, text=True,
                                  capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
            # What client-go logs of a server that cannot be watched is not kubectl's.
            errors = re.sub(r"^[EW]\d{4} .*\n", "", done.stderr, flags=re.MULTILINE)
            printed = re.sub(r"Client Version: .*", "Client Version: v1.32.0", done.stdout + errors).replace(url, server)
            if printed and not printed.endswith("\n"):
                printed += "\\\n"
            text += f"{line}\n{printed}= {done.returncode}\n"
    (HERE / "calls.txt").write_text(text)


def main():
    netdraft, kubectl, which = sys.argv[1:]
    nodes = stand_in.import_cluster(netdraft)
    api = stand_in.Api(stand_in.registry(nodes))
    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), stand_in.handler(api))
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{listening.server_address[1]}"
    config = stand_in.text_of(next(n for n in nodes if n["name"] == "controlplane")["files"]["/root/.kube/config"])
    server = re.search(r"server: (\S+)", config)[1]
    with tempfile.TemporaryDirectory() as home:
        (pathlib.Path(home) / ".kube").mkdir()
        (pathlib.Path(home) / ".kube/config").write_text(config.replace(server, url))
        environment = {"HOME": home, "PATH": os.environ["PATH"]}
        if which == "describe":
            record_descriptions(kubectl, environment)
        else:
            record_calls(api, kubectl, environment, url, server)


main()

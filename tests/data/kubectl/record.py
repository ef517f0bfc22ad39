#!/usr/bin/env python3
"""Records what a real kubectl describes of the cluster of cluster.sh, in describe.txt.

usage: record.py NETDRAFT KUBECTL

The objects are those that Netdraft makes; they are served to kubectl over the API, without a cluster behind it. What is
taken from the output are no events but that there are some, since their ages are those of the day.
"""

import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
KINDS = HERE.parents[2] / "model/recipe/kubernetes/kinds.cpp"
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
REGISTRY = "/var/lib/etcd/registry/"


def registry(netdraft):
    """The objects of the cluster, by plural, namespace and name."""
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "cluster.netdraft"
        subprocess.run([netdraft, "import", HERE / "cluster.sh", "-o", project], check=True)
        network = json.loads(project.read_text())["network"]
    objects = {}
    for node in network["nodes"]:
        for path, lines in node.get("files", {}).items():
            if path.startswith(REGISTRY):
                parts = path[len(REGISTRY):].split("/")
                text = "\n".join(lines) if isinstance(lines, list) else lines
                objects[parts[0], parts[1] if len(parts) == 3 else "", parts[-1]] = json.loads(text)
    return objects


def kinds():
    row = r'\{"(\w+)", "(\w+)", "([^"]+)", "([^"]*)", (true|false), (true|false), "[^"]+"\}'
    return [
        {"kind": m[1], "plural": m[2], "version": m[3], "short": m[4].split(), "namespaced": m[5] == "true"}
        for m in re.finditer(row, KINDS.read_text())
    ]


def field(value, path):
    for name in path.split("."):
        value = value.get(name, "") if isinstance(value, dict) else ""
    return str(value)


def handler(objects, known):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def answer(self, value, status=200):
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def discover(self, version):
            self.answer({
                "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": version,
                "resources": [{"name": k["plural"], "singularName": k["kind"].lower(), "namespaced": k["namespaced"],
                               "kind": k["kind"], "shortNames": k["short"], "verbs": ["get", "list"]}
                              for k in known if k["version"] == version]})

        def do_GET(self):
            url = urllib.parse.urlparse(self.path)
            query = urllib.parse.parse_qs(url.query)
            path = [part for part in url.path.split("/") if part]
            if path == ["api"]:
                return self.answer({"kind": "APIVersions", "versions": ["v1"]})
            if path == ["apis"]:
                groups = sorted({k["version"] for k in known if "/" in k["version"]})
                return self.answer({"kind": "APIGroupList", "apiVersion": "v1", "groups": [
                    {"name": g.split("/")[0], "versions": [{"groupVersion": g, "version": "v1"}],
                     "preferredVersion": {"groupVersion": g, "version": "v1"}} for g in groups]})
            version, rest = ("v1", path[2:]) if path[:1] == ["api"] else ("/".join(path[1:3]), path[3:])
            if not rest:
                return self.discover(version)
            netns = ""
            if rest[0] == "namespaces" and len(rest) > 2:
                netns, rest = rest[1], rest[2:]
            if len(rest) == 2:
                found = objects.get((rest[0], netns, rest[1]))
                return self.answer(found or {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 404,
                                             "reason": "NotFound", "message": "not found"}, 200 if found else 404)
            items = [value for (plural, where, _), value in sorted(objects.items())
                     if plural == rest[0] and netns in ("", where)]
            for part in query.get("fieldSelector", [""])[0].split(","):
                if "!=" in part:
                    name, wanted = part.split("!=", 1)
                    items = [item for item in items if field(item, name) != wanted]
                elif "=" in part:
                    name, wanted = part.split("=", 1)
                    items = [item for item in items if field(item, name) == wanted]
            for part in query.get("labelSelector", [""])[0].split(","):
                if "=" in part:
                    name, wanted = part.split("=", 1)
                    items = [item for item in items if item["metadata"].get("labels", {}).get(name) == wanted]
            kind = next((k["kind"] for k in known if k["plural"] == rest[0]), "Unknown")
            self.answer({"kind": kind + "List", "apiVersion": version, "metadata": {}, "items": items})

    return Handler


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


def main():
    netdraft, kubectl = sys.argv[1:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(registry(netdraft), kinds()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    text = ("# What `kubectl describe` of kubectl 1.32 prints of the cluster of cluster.sh, recorded by record.py. Nodes and\n"
            "# Services are left out: the one has leases, the other EndpointSlices of its own.\n")
    for asked in ASKED:
        printed = subprocess.run([kubectl, "--server", url, "describe", *asked.split()], check=True, text=True,
                                 capture_output=True).stdout
        text += f"$ kubectl describe {asked}\n{without_events(printed)}"
    (HERE / "describe.txt").write_text(text)


main()

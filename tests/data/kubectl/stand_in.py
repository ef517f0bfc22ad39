"""An API server without a cluster behind it: it answers kubectl from objects, and takes what it is sent as well-formed.

What it says of objects that are not there, or there already, is what kube-apiserver 1.32 says; it checks nothing else.
"""

import copy
import http.server
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
KINDS = HERE.parents[2] / "model/recipe/kubernetes/kinds.cpp"
REGISTRY = "/var/lib/etcd/registry/"
NAME_RULE = ("name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
             "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
             "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")
VALUE_RULE = ("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start "
              "and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
              "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")
# What pkg/labels/selector.go and pkg/fields/selector.go of apimachinery 0.32 say of selectors that they do not take.
BAD_SELECTORS = {
    "=web": "found '=', expected: !, identifier, or 'end of string'",
    "run=web,": "found '', expected: identifier after ','",
    "run in (web": "unable to parse requirement: found '', expected: ',' or ')'",
    "run in web": "unable to parse requirement: found 'web' expected: '('",
    "run~web": f'unable to parse requirement: <nil>: Invalid value: "run~web": {NAME_RULE}',
    "run web": "unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt",
    "-a=b": f'unable to parse requirement: <nil>: Invalid value: "-a": {NAME_RULE}',
    "a=b c": "found 'c', expected: ',' or 'end of string'",
    "a=-b": f'unable to parse requirement: values[0][a]: Invalid value: "-b": {VALUE_RULE}',
    "a,,b": "found ',', expected: identifier after ','",
    "!": "unable to parse requirement: found '', expected: identifier",
    "status.phase": "invalid selector: 'status.phase'; can't understand 'status.phase'",
    "spec.nothing=x": "field label not supported: spec.nothing",
}
VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]


def import_cluster(netdraft):
    """The nodes of the cluster of cluster.sh, as the project file has them."""
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "cluster.netdraft"
        subprocess.run([netdraft, "import", HERE / "cluster.sh", "-o", project], check=True)
        return json.loads(project.read_text())["network"]["nodes"]


def text_of(lines):
    return "\n".join(lines) + "\n" if isinstance(lines, list) else lines


def registry(nodes):
    """The objects of the cluster, by plural, namespace and name."""
    objects = {}
    for node in nodes:
        for path, lines in node.get("files", {}).items():
            if path.startswith(REGISTRY):
                parts = path[len(REGISTRY):].split("/")
                objects[parts[0], parts[1] if len(parts) == 3 else "", parts[-1]] = json.loads(text_of(lines))
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


def fits_labels(item, selector):
    labels = item["metadata"].get("labels", {})
    for part in re.findall(r"(?:[^,(]|\([^)]*\))+", selector):
        chosen = re.fullmatch(r"(\S+) (in|notin) \((.*)\)", part)
        part = part.replace(" ", "")
        if chosen:
            fits = (labels.get(chosen[1]) in chosen[3].replace(" ", "").split(",")) == (chosen[2] == "in")
        elif "!=" in part:
            fits = labels.get(part.split("!=")[0]) != part.split("!=")[1]
        elif "=" in part:
            fits = labels.get(part.split("=")[0]) == part.split("=")[-1]
        elif part.startswith("!"):
            fits = part[1:] not in labels
        else:
            fits = part in labels
        if not fits:
            return False
    return True


def merged(value, patch):
    """What a merge patch makes; strategic merges of lists are none here."""
    if not isinstance(patch, dict):
        return patch
    result = dict(value) if isinstance(value, dict) else {}
    for key, new in patch.items():
        if key.startswith("$"):
            continue
        if new is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), new)
    return result


def fields_of(message):
    """The fields of a protobuf message that are messages or text themselves, by number."""
    fields, at = {}, 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            value |= (message[at] & 127) << shift
            shift += 7
            at += 1
            if message[at - 1] < 128:
                return value

    while at < len(message):
        tag = number()
        if tag & 7 == 0:
            number()
        elif tag & 7 == 2:
            length = number()
            fields.setdefault(tag >> 3, message[at:at + length])
            at += length
        else:
            break
    return fields


def sent_object(body):
    """What was sent: JSON, or of protobuf the name and the kind alone."""
    if not body.startswith(b"k8s\0"):
        return json.loads(body) if body else None
    unknown = fields_of(body[4:])
    kind = fields_of(unknown[1])
    meta = fields_of(fields_of(unknown.get(2, b"")).get(1, b"")) if kind[2] != b"DeleteOptions" else {}
    return {"apiVersion": kind[1].decode(), "kind": kind[2].decode(), "metadata": {"name": meta.get(1, b"").decode()}}


class Api:
    """What is asked of the objects; each call of kubectl begins with `reset`."""

    def __init__(self, objects):
        self.first = objects
        self.known = kinds()
        self.reset()

    def reset(self):
        self.objects = copy.deepcopy(self.first)

    def status(self, code, reason, message, kind=None, name=None):
        details = {"name": name} if name else {}
        if kind:
            details["kind"] = kind["plural"]
            if "/" in kind["version"]:
                details["group"] = kind["version"].split("/")[0]
        return code, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message,
                      "reason": reason, "details": details, "code": code}

    def resource(self, kind):
        return kind["plural"] + ("." + kind["version"].split("/")[0] if "/" in kind["version"] else "")

    def discover(self, version):
        resources = [{"name": k["plural"], "singularName": k["kind"].lower(), "namespaced": k["namespaced"],
                      "kind": k["kind"], "shortNames": k["short"], "verbs": VERBS}
                     for k in self.known if k["version"] == version]
        for resource in resources:
            if resource["name"] in ("pods", "services", "daemonsets", "deployments", "replicasets", "statefulsets",
                                    "jobs", "cronjobs"):
                resource["categories"] = ["all"]
        scaled = [{"name": r["name"] + "/scale", "singularName": "", "namespaced": True, "group": "autoscaling",
                   "version": "v1", "kind": "Scale", "verbs": ["get", "patch", "update"]}
                  for r in resources if r["name"] in ("deployments", "replicasets", "statefulsets")]
        evicted = [{"name": "pods/eviction", "singularName": "", "namespaced": True, "group": "policy", "version": "v1",
                    "kind": "Eviction", "verbs": ["create"]}] if version == "v1" else []
        return {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": version,
                "resources": resources + scaled + evicted}

    def open_api(self, path):
        """Says that this server validates fields itself, which is what kubectl looks for."""
        if not path:
            versions = {k["version"] for k in self.known}
            return {"paths": {("apis/" if "/" in v else "api/") + v:
                              {"serverRelativeURL": "/openapi/v3/" + ("apis/" if "/" in v else "api/") + v}
                              for v in sorted(versions)}}
        version = "/".join(path[1:])
        paths = {}
        for k in self.known:
            if k["version"] == version:
                group, _, rest = version.rpartition("/")
                paths["/" + "/".join(path) + "/" + k["plural"] + "/{name}"] = {"patch": {
                    "parameters": [{"name": "fieldValidation", "in": "query"}],
                    "x-kubernetes-group-version-kind": {"group": group, "version": rest, "kind": k["kind"]}}}
        return {"openapi": "3.0.0", "info": {"title": "Kubernetes", "version": "v1.32.0"}, "paths": paths}

    def fixed(self, path):
        """The answers that depend on no object; None where there is one."""
        if path == ["version"]:
            return {"major": "1", "minor": "32", "gitVersion": "v1.32.0", "platform": "linux/amd64"}
        if path == ["api"]:
            return {"kind": "APIVersions", "versions": ["v1"]}
        if path == ["apis"]:
            groups = list(dict.fromkeys(k["version"] for k in self.known if "/" in k["version"]))
            return {"kind": "APIGroupList", "apiVersion": "v1", "groups": [
                {"name": g.split("/")[0], "versions": [{"groupVersion": g, "version": "v1"}],
                 "preferredVersion": {"groupVersion": g, "version": "v1"}} for g in groups]}
        if path[:2] == ["openapi", "v3"]:
            return self.open_api(path[2:])
        return None

    def listed(self, kind, netns, query):
        items = [value for (plural, where, _), value in sorted(self.objects.items())
                 if plural == kind["plural"] and netns in ("", where)]
        for part in query.get("fieldSelector", [""])[0].split(","):
            if "!=" in part:
                name, wanted = part.split("!=", 1)
                items = [item for item in items if field(item, name) != wanted]
            elif "=" in part:
                name, wanted = part.replace("==", "=").split("=", 1)
                items = [item for item in items if field(item, name) == wanted]
        return [item for item in items if fits_labels(item, query.get("labelSelector", [""])[0])]

    def create(self, kind, netns, sent):
        name = sent.get("metadata", {}).get("name", "")
        if not name:
            required = "Required value: name or generateName is required"
            return self.status(422, "Invalid", f'{kind["kind"]} "" is invalid: metadata.name: {required}')
        if kind["namespaced"] and ("namespaces", "", netns) not in self.objects:
            return self.status(404, "NotFound", f'namespaces "{netns}" not found', None, netns)
        if (kind["plural"], netns, name) in self.objects:
            return self.status(409, "AlreadyExists", f'{self.resource(kind)} "{name}" already exists', kind, name)
        if kind["namespaced"]:
            sent["metadata"]["namespace"] = netns
        self.objects[kind["plural"], netns, name] = sent
        return 201, sent

    def scale(self, method, found, sent):
        if method != "GET":
            found["spec"]["replicas"] = sent["spec"]["replicas"]
        return 200, {"kind": "Scale", "apiVersion": "autoscaling/v1",
                     "metadata": {k: found["metadata"].get(k) for k in ("name", "namespace", "resourceVersion")},
                     "spec": {"replicas": found["spec"]["replicas"]}, "status": {"replicas": 0}}

    def answer(self, method, url, sent):
        """The status and the object, or the text, that a request is answered with."""
        parsed = urllib.parse.urlparse(url)
        query = urllib.parse.parse_qs(parsed.query)
        path = [urllib.parse.unquote(part) for part in parsed.path.split("/") if part]
        if (fixed := self.fixed(path)) is not None:
            return 200, fixed
        version, rest = ("v1", path[2:]) if path[:1] == ["api"] else ("/".join(path[1:3]), path[3:])
        if path == ["openapi", "v2"]:
            return 200, ""  # a document, in protobuf, in which there is nothing
        if path[:1] not in (["api"], ["apis"]):
            return self.status(404, "NotFound", "the server could not find the requested resource")
        if not rest:
            return 200, self.discover(version)
        netns = ""
        if rest[0] == "namespaces" and len(rest) > 2:
            netns, rest = rest[1], rest[2:]
        kind = next((k for k in self.known if k["plural"] == rest[0] and k["version"] == version), None)
        if not kind:
            return self.status(404, "NotFound", "the server could not find the requested resource")
        if len(rest) == 1:
            if method == "POST":
                return self.create(kind, netns, sent)
            for selector in ("labelSelector", "fieldSelector"):
                if (why := BAD_SELECTORS.get(query.get(selector, [""])[0])):
                    return self.status(400, "BadRequest", why)
            if "watch" in query:
                return 200, ""
            return 200, {"kind": kind["kind"] + "List", "apiVersion": version, "metadata": {"resourceVersion": "1"},
                         "items": self.listed(kind, netns, query)}
        key = kind["plural"], netns, rest[1]
        found = self.objects.get(key)
        if found is None:
            return self.status(404, "NotFound", f'{self.resource(kind)} "{rest[1]}" not found', kind, rest[1])
        if rest[2:] in (["log"], ["exec"]):
            return self.stream(found, query)
        if rest[2:] == ["scale"]:
            return self.scale(method, found, sent)
        if rest[2:] == ["eviction"]:
            del self.objects[key]
            return 201, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Success"}
        if method == "DELETE":
            del self.objects[key]
        if method in ("PATCH", "PUT"):
            found = self.objects[key] = merged(found, sent) if method == "PATCH" else sent
        return 200, found

    def stream(self, pod, query):
        """No container says anything, and none is there to run a command."""
        names = [c["name"] for part in ("containers", "initContainers") for c in pod["spec"].get(part, [])]
        wanted = query.get("container", [names[0]])[0]
        if wanted not in names:
            return self.status(400, "BadRequest", f"container {wanted} is not valid for pod {pod['metadata']['name']}")
        return 200, ""


def handler(api):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def serve(self):
            length = int(self.headers.get("Content-Length") or 0)
            sent = sent_object(self.rfile.read(length))
            status, value = api.answer(self.command, self.path, sent)
            body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
            self.send_response(status)
            is_log = urllib.parse.urlparse(self.path).path.endswith("/log")
            self.send_header("Content-Type", "text/plain" if is_log else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    return Handler

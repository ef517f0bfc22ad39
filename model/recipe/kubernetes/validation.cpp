#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/recipe/kubernetes/object_fields.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

using Problems = std::vector<std::string>;

constexpr std::string_view subdomainRule =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start "
    "and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
constexpr std::string_view labelRule =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with "
    "an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
constexpr std::string_view serviceRule =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, "
    "and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is "
    "'[a-z]([-a-z0-9]*[a-z0-9])?')";

bool isAlphanumeric(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
}

bool isDnsLabel(std::string_view text)
{
    constexpr std::size_t longest = 63;
    return !text.empty() && text.size() <= longest && isAlphanumeric(text.front()) && isAlphanumeric(text.back()) &&
           std::ranges::all_of(text, [](char each) { return isAlphanumeric(each) || each == '-'; });
}

bool isSubdomain(std::string_view text)
{
    constexpr std::size_t longest = 253;
    if (text.empty() || text.size() > longest)
        return false;
    while (true) {
        const auto end = std::min(text.find('.'), text.size());
        if (!isDnsLabel(text.substr(0, end)))
            return false;
        if (end == text.size())
            return true;
        text.remove_prefix(end + 1);
    }
}

void checkPod(const Json &spec, const std::string &where, Problems &problems)
{
    const Json &containers = listAt(spec, "containers");
    if (containers.empty())
        problems.push_back(fmt::format("{}.containers: Required value", where));
    std::set<std::string> names;
    for (std::size_t i = 0; i < containers.size(); ++i) {
        const std::string at = fmt::format("{}.containers[{}]", where, i);
        const std::string name = textAt(containers[i], "name");
        if (name.empty())
            problems.push_back(at + ".name: Required value");
        else if (!isDnsLabel(name))
            problems.push_back(fmt::format("{}.name: Invalid value: {}: {}", at, cni::goQuoted(name), labelRule));
        else if (!names.insert(name).second)
            problems.push_back(fmt::format("{}.name: Duplicate value: {}", at, cni::goQuoted(name)));
        if (textAt(containers[i], "image").empty())
            problems.push_back(at + ".image: Required value");
        const Json &ports = listAt(containers[i], "ports");
        constexpr int last = 65535;
        for (std::size_t p = 0; p < ports.size(); ++p)
            if (const int port = numberAt(ports[p], "containerPort"); port < 1 || port > last)
                problems.push_back(fmt::format("{}.ports[{}].containerPort: {}", at, p,
                                               port == 0 ? "Required value"
                                                         : fmt::format("Invalid value: {}: must be between 1 and "
                                                                       "65535, inclusive",
                                                                       port)));
    }
}

/// `map[string]string{"a":"1"}`
std::string goMap(const Json *labels)
{
    std::map<std::string, std::string> ordered;
    if (labels && labels->is_object())
        for (const auto &[key, value] : labels->items())
            ordered.emplace(key, value.is_string() ? value.get<std::string>() : value.dump());
    std::string text;
    for (const auto &[key, value] : ordered)
        text += fmt::format("{}{}:{}", text.empty() ? "" : ", ", cni::goQuoted(key), cni::goQuoted(value));
    return "map[string]string{" + text + '}';
}

void checkWorkload(const Json &object, Problems &problems)
{
    const Json *labels = member(object, "spec.selector.matchLabels");
    if (!member(object, "spec.selector"))
        problems.emplace_back("spec.selector: Required value");
    const Json empty = Json::object();
    const Json *templateOf = member(object, "spec.template");
    const Json &made = templateOf ? *templateOf : empty;
    if (labels && !matchesLabels(labels, made))
        problems.push_back(fmt::format("spec.template.metadata.labels: Invalid value: {}: `selector` does not match "
                                       "template `labels`",
                                       goMap(member(made, "metadata.labels"))));
    const Json *spec = member(made, "spec");
    checkPod(spec ? *spec : empty, "spec.template.spec", problems);
}

void checkService(const Cluster &cluster, const Json &object, Problems &problems)
{
    const Json &ports = listAt(object, "spec.ports");
    const std::string type = textAt(object, "spec.type");
    if (ports.empty() && type != "ExternalName" && textAt(object, "spec.clusterIP") != "None")
        problems.emplace_back("spec.ports: Required value");
    static constexpr std::string_view types[] = {"", "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"};
    if (std::ranges::find(types, type) == std::end(types))
        problems.push_back(fmt::format("spec.type: Unsupported value: {}: supported values: \"ClusterIP\", "
                                       "\"ExternalName\", \"LoadBalancer\", \"NodePort\"",
                                       cni::goQuoted(type)));
    for (std::size_t i = 0; i < ports.size(); ++i) {
        constexpr int last = 65535;
        if (const int port = numberAt(ports[i], "port"); port < 1 || port > last)
            problems.push_back(
                fmt::format("spec.ports[{}].port: Invalid value: {}: must be between 1 and 65535, inclusive", i, port));
        if (ports.size() > 1 && textAt(ports[i], "name").empty())
            problems.push_back(fmt::format("spec.ports[{}].name: Required value", i));
        const int nodePort = numberAt(ports[i], "nodePort");
        if (nodePort != 0 && (nodePort < firstNodePort || nodePort > lastNodePort))
            problems.push_back(fmt::format("spec.ports[{}].nodePort: Invalid value: {}: provided port is not in the "
                                           "valid range. The range of valid ports is 30000-32767",
                                           i, nodePort));
        else if (nodePort != 0 && isTakenNodePort(cluster, object, nodePort, textAt(ports[i], "protocol")))
            problems.push_back(fmt::format(
                "spec.ports[{}].nodePort: Invalid value: {}: provided port is already allocated", i, nodePort));
    }
    const std::string wanted = textAt(object, "spec.clusterIP");
    if (wanted.empty() || wanted == "None")
        return;
    for (const Json *other : cluster.all("services"))
        if (textAt(*other, "spec.clusterIP") == wanted &&
            (nameOf(*other) != nameOf(object) || namespaceOf(*other) != namespaceOf(object)))
            problems.push_back(fmt::format("spec.clusterIPs: Invalid value: [\"{0}\"]: failed to allocate IP {0}: "
                                           "provided IP is already allocated",
                                           wanted));
    const auto address = IpAddress::parse(wanted);
    if (!address)
        problems.push_back(fmt::format("spec.clusterIPs[0]: Invalid value: {}: must be a valid IP address, (e.g. "
                                       "10.9.8.7 or 2001:db8::ffff)",
                                       cni::goQuoted(wanted)));
    else if (!serviceRange(cluster).contains(*address))
        problems.push_back(fmt::format("spec.clusterIPs: Invalid value: [\"{0}\"]: failed to allocate IP {0}: the "
                                       "provided IP ({0}) is not in the valid range. The range of valid IPs is {1}",
                                       wanted, serviceRange(cluster).toString()));
}

Problems problemsOf(const Cluster &cluster, const Json &object)
{
    Problems problems;
    const std::string kind = textAt(object, "kind");
    const std::string name = nameOf(object);
    const bool isRole = kind.find("Role") != std::string::npos;
    if (kind == "Service" ? !isDnsLabel(name) || (name.front() >= '0' && name.front() <= '9')
                          : !isRole && !isSubdomain(name))
        problems.push_back(fmt::format("metadata.name: Invalid value: {}: {}", cni::goQuoted(name),
                                       kind == "Service"     ? serviceRule
                                       : kind == "Namespace" ? labelRule
                                                             : subdomainRule));
    const Json empty = Json::object();
    const Json *spec = member(object, "spec");
    if (kind == "Pod")
        checkPod(spec ? *spec : empty, "spec", problems);
    else if (kind == "Deployment" || kind == "ReplicaSet" || kind == "DaemonSet")
        checkWorkload(object, problems);
    else if (kind == "Service")
        checkService(cluster, object, problems);
    return problems;
}

} // namespace

std::string refusalOf(const Cluster &cluster, const Json &object, const std::string &file)
{
    const std::string name = textAt(object, "kind");
    const std::string version = textAt(object, "apiVersion");
    const Kind *kind = kindNamed(name);
    const std::string made =
        file.empty() ? std::string() : fmt::format("error when creating {}: ", cni::goQuoted(file));
    if (const Problems unknown = unknownFields(object); !unknown.empty())
        return fmt::format("Error from server (BadRequest): {}{} in version {} cannot be handled as a {}: strict "
                           "decoding error: {}\n",
                           made, name, cni::goQuoted(version.substr(version.find('/') + 1)), name,
                           fmt::join(unknown, ", "));
    if (kind->namespaced && !cluster.find("namespaces", {}, namespaceOf(object)))
        return fmt::format("Error from server (NotFound): {}namespaces {} not found\n", made,
                           cni::goQuoted(namespaceOf(object)));
    const Problems problems = problemsOf(cluster, object);
    if (problems.empty())
        return {};
    std::string text = fmt::format("The {} {} is invalid: ", name, cni::goQuoted(nameOf(object)));
    if (problems.size() == 1)
        return text + problems.front() + '\n';
    text += '\n';
    for (const std::string &problem : problems)
        text += "* " + problem + '\n';
    return text;
}

} // namespace netdraft::model::kubernetes

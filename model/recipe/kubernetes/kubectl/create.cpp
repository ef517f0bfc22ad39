#include "model/recipe/kubernetes/kubectl/generators.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// The one name that a subcommand takes, behind so many words; none, and told, where there is not one.
std::optional<std::string> nameIn(Request &request, std::size_t first)
{
    const auto &words = request.flags.words;
    const std::size_t count = words.size() - std::min(words.size(), first);
    if (count == 1)
        return words[first];
    request.fail(fmt::format("error: exactly one NAME is required, got {}\nSee 'kubectl {} -h' for help and examples\n",
                             count, request.flags.path));
    return std::nullopt;
}

std::string baseOf(std::string_view image)
{
    image = image.substr(image.rfind('/') + 1);
    return std::string(image.substr(0, image.find_first_of(":@")));
}

void createDeployment(Request &request)
{
    const Flags &flags = request.flags;
    const auto name = nameIn(request, 2);
    if (!name)
        return;
    const std::vector<std::string> images = flags.list("image");
    if (images.size() > 1 && !flags.command.empty())
        return request.fail("error: cannot specify multiple --image options and command\n");
    const Json labels{{"app", *name}};
    Json containers = Json::array();
    for (const std::string &image : images) {
        Json container{{"name", baseOf(image)}, {"image", image}};
        if (!flags.command.empty())
            container["command"] = flags.command;
        if (flags.given.contains("port") && flags.value("port") != "-1")
            container["ports"] = Json::array({Json{{"containerPort", numberRead(flags.value("port")).value_or(0)}}});
        container["resources"] = Json::object();
        containers.push_back(std::move(container));
    }
    Json deployment = typedObject(request, "apps/v1", "Deployment", *name);
    deployment["metadata"]["labels"] = labels;
    deployment["spec"] = {{"replicas", numberRead(flags.value("replicas", "1")).value_or(1)},
                          {"selector", {{"matchLabels", labels}}},
                          {"template",
                           {{"metadata", {{"creationTimestamp", nullptr}, {"labels", labels}}},
                            {"spec", {{"containers", std::move(containers)}}}}},
                          {"strategy", Json::object()}};
    deployment["status"] = Json::object();
    createObject(request, std::move(deployment), {.failing = "failed to create deployment"});
}

/// `80` or `80:8080`; the error is what Go says of a number that is none.
std::expected<Json, std::string> portOf(const std::string &pair)
{
    const auto colon = pair.find(':');
    const std::string to = colon == std::string::npos ? pair : pair.substr(colon + 1);
    const auto port = numberRead(pair.substr(0, colon), "ParseUint");
    if (!port)
        return std::unexpected(port.error());
    const auto target = numberRead(to);
    std::string name = pair;
    std::ranges::replace(name, ':', '-');
    return Json{
        {"name", name}, {"protocol", "TCP"}, {"port", *port}, {"targetPort", target ? Json(*target) : Json(to)}};
}

void createService(Request &request)
{
    const Flags &flags = request.flags;
    constexpr std::size_t behind = 3;
    const auto name = nameIn(request, behind);
    if (!name)
        return;
    static constexpr std::pair<std::string_view, std::string_view> types[] = {{"clusterip", "ClusterIP"},
                                                                              {"externalname", "ExternalName"},
                                                                              {"loadbalancer", "LoadBalancer"},
                                                                              {"nodeport", "NodePort"}};
    const auto *type = std::ranges::find(types, std::string_view(flags.path).substr(flags.path.rfind(' ') + 1),
                                         &std::pair<std::string_view, std::string_view>::first);
    Json ports = Json::array();
    for (const std::string &pair : flags.list("tcp")) {
        auto port = portOf(pair);
        if (!port)
            return request.fail(fmt::format("error: {}\n", port.error()));
        if (flags.given.contains("node-port"))
            (*port)["nodePort"] = numberRead(flags.value("node-port")).value_or(0);
        ports.push_back(*std::move(port));
    }
    const bool isHeadless = flags.value("clusterip") == "None";
    if (ports.empty() && !isHeadless && type->second != "ExternalName")
        return request.fail("error: at least one tcp port specifier must be provided\n");
    Json service = typedObject(request, "v1", "Service", *name);
    service["metadata"]["labels"] = {{"app", *name}};
    service["spec"] = Json::object();
    if (!ports.empty())
        service["spec"]["ports"] = std::move(ports);
    service["spec"]["selector"] = {{"app", *name}};
    if (flags.has("clusterip"))
        service["spec"]["clusterIP"] = flags.value("clusterip");
    service["spec"]["type"] = type->second;
    if (flags.has("external-name"))
        service["spec"]["externalName"] = flags.value("external-name");
    service["status"] = {{"loadBalancer", Json::object()}};
    const std::string failing = fmt::format("failed to create {} service", type->second);
    createObject(request, std::move(service), {.failing = failing});
}

/// Puts a value into the data of a ConfigMap; false, and told, where the key is taken.
bool addData(Request &request, Json &map, const std::string &key, const std::string &value)
{
    if (map["data"].contains(key)) {
        request.fail(fmt::format("error: cannot add key \"{}\", another key by that name already exists in Data for "
                                 "ConfigMap \"{}\"\n",
                                 key, nameOf(map)));
        return false;
    }
    map["data"][key] = value;
    return true;
}

void createConfigMap(Request &request)
{
    const auto name = nameIn(request, 2);
    if (!name)
        return;
    Json map{{"kind", "ConfigMap"}, {"apiVersion", "v1"}, {"metadata", {{"name", *name}}}, {"data", Json::object()}};
    if (const auto given = request.flags.given.find("from-file"); given != request.flags.given.end())
        for (const std::string &pair : given->second) {
            const auto equals = pair.find('=');
            const std::string path = equals == std::string::npos ? pair : pair.substr(equals + 1);
            const std::string *text =
                request.call.readFile ? request.call.readFile(request.call.context, path) : nullptr;
            if (!text)
                return request.fail(fmt::format("error: error reading {}: no such file or directory\n", path));
            if (!addData(request, map,
                         equals == std::string::npos ? path.substr(path.rfind('/') + 1) : pair.substr(0, equals),
                         *text))
                return;
        }
    if (const auto given = request.flags.given.find("from-literal"); given != request.flags.given.end())
        for (const std::string &pair : given->second) {
            const auto equals = pair.find('=');
            if (equals == std::string::npos || equals == 0)
                return request.fail(fmt::format("error: invalid literal source {}, expected key=value\n", pair));
            if (!addData(request, map, pair.substr(0, equals), pair.substr(equals + 1)))
                return;
        }
    Json typed = typedObject(request, "v1", "ConfigMap", *name);
    if (!map["data"].empty())
        typed["data"] = std::move(map["data"]);
    createObject(request, std::move(typed), {.failing = "failed to create configmap"});
}

void createPlain(Request &request, const char *kind)
{
    const auto name = nameIn(request, 2);
    if (!name)
        return;
    Json object = typedObject(request, "v1", kind, *name);
    const bool isNamespace = std::string_view(kind) == "Namespace";
    if (isNamespace) {
        object["spec"] = Json::object();
        object["status"] = Json::object();
    }
    createObject(request, std::move(object), {.failing = isNamespace ? "" : "failed to create serviceaccount"});
}

} // namespace

void createVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.path == "create deployment")
        return createDeployment(request);
    if (flags.path.starts_with("create service "))
        return createService(request);
    if (flags.path == "create configmap")
        return createConfigMap(request);
    if (flags.path == "create namespace")
        return createPlain(request, "Namespace");
    if (flags.path == "create serviceaccount")
        return createPlain(request, "ServiceAccount");
    static constexpr std::string_view others[] = {
        "clusterrole", "clusterrolebinding",  "cronjob", "ingress",       "ing",
        "job",         "poddisruptionbudget", "pdb",     "priorityclass", "pc",
        "quota",       "resourcequota",       "role",    "rolebinding",   "secret",
        "token"};
    if (flags.words.size() > 1 && std::ranges::find(others, flags.words[1]) != std::end(others))
        return request.leave(fmt::format("netdraft: kubectl create {} is not simulated; expected -f FILE, deployment, "
                                         "service, configmap, namespace or serviceaccount\n",
                                         flags.words[1]));
    if (!flags.has("filename") && flags.words.size() < 2)
        return request.fail("error: must specify one of -f and -k\n");
    if (flags.words.size() > 1)
        return request.fail(fmt::format("error: Unexpected args: [{}]\nSee 'kubectl create -h' for help and examples\n",
                                        flags.joined(1)));
    createFromFiles(request);
}

} // namespace netdraft::model::kubernetes

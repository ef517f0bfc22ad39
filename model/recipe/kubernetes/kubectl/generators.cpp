#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

/// `a=1,b=2` as labels.
Json labelsOf(std::string_view text)
{
    Json labels = Json::object();
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto equals = part.find('=');
        if (equals != std::string_view::npos)
            labels[std::string(part.substr(0, equals))] = std::string(part.substr(equals + 1));
    }
    return labels;
}

int numberOf(const std::string &text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

Json objectOf(const Request &request, const char *version, const char *kind, const std::string &name)
{
    Json object{{"apiVersion", version}, {"kind", kind}, {"metadata", {{"name", name}}}};
    if (kindNamed(kind)->namespaced)
        object["metadata"]["namespace"] = request.netns;
    return object;
}

std::string baseOf(std::string_view image)
{
    image = image.substr(image.rfind('/') + 1);
    return std::string(image.substr(0, image.find_first_of(":@")));
}

void createDeployment(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() < 3)
        return request.fail(
            "error: exactly one NAME is required, got 0\nSee 'kubectl create deployment -h' for help and examples\n");
    const std::string name = flags.words[2];
    const std::string image = flags.value("image");
    if (image.empty())
        return request.fail("error: required flag(s) \"image\" not set\n");
    const Json labels{{"app", name}};
    Json container{{"image", image}, {"name", baseOf(image)}};
    if (flags.hasCommand && !flags.command.empty())
        container["command"] = flags.command;
    if (flags.has("port"))
        container["ports"] = Json::array({Json{{"containerPort", numberOf(flags.value("port"))}}});
    Json deployment = objectOf(request, "apps/v1", "Deployment", name);
    deployment["metadata"]["labels"] = labels;
    deployment["spec"] = {
        {"replicas", flags.has("replicas") ? numberOf(flags.value("replicas")) : 1},
        {"selector", {{"matchLabels", labels}}},
        {"template", {{"metadata", {{"labels", labels}}}, {"spec", {{"containers", Json::array({container})}}}}}};
    createObject(request, std::move(deployment), {}, false);
}

void createService(Request &request)
{
    const Flags &flags = request.flags;
    constexpr std::size_t needed = 4;
    if (flags.words.size() < needed)
        return request.fail(
            "error: exactly one NAME is required, got 0\nSee 'kubectl create service -h' for help and examples\n");
    const std::string type = flags.words[2];
    const std::string name = flags.words[3];
    Json service = objectOf(request, "v1", "Service", name);
    service["metadata"]["labels"] = {{"app", name}};
    Json ports = Json::array();
    const auto given = flags.given.find("tcp");
    if (given != flags.given.end())
        for (const std::string &pair : given->second) {
            const auto colon = pair.find(':');
            Json port{
                {"name", colon == std::string::npos ? pair : pair.substr(0, colon) + '-' + pair.substr(colon + 1)},
                {"port", numberOf(pair.substr(0, colon))},
                {"protocol", "TCP"},
                {"targetPort", numberOf(colon == std::string::npos ? pair : pair.substr(colon + 1))}};
            if (flags.has("node-port"))
                port["nodePort"] = numberOf(flags.value("node-port"));
            ports.push_back(std::move(port));
        }
    service["spec"] = {{"selector", {{"app", name}}}};
    if (!ports.empty())
        service["spec"]["ports"] = std::move(ports);
    static constexpr std::pair<std::string_view, std::string_view> types[] = {{"clusterip", "ClusterIP"},
                                                                              {"nodeport", "NodePort"},
                                                                              {"loadbalancer", "LoadBalancer"},
                                                                              {"externalname", "ExternalName"}};
    const auto *found =
        std::ranges::find(types, std::string_view(type), &std::pair<std::string_view, std::string_view>::first);
    if (found == std::end(types))
        return request.fail(fmt::format("error: unknown command \"{}\"\n", type));
    service["spec"]["type"] = found->second;
    if (flags.has("external-name"))
        service["spec"]["externalName"] = flags.value("external-name");
    createObject(request, std::move(service), {}, false);
}

void createConfigMap(Request &request)
{
    if (request.flags.words.size() < 3)
        return request.fail(
            "error: exactly one NAME is required, got 0\nSee 'kubectl create configmap -h' for help and examples\n");
    Json map = objectOf(request, "v1", "ConfigMap", request.flags.words[2]);
    map["data"] = Json::object();
    if (const auto given = request.flags.given.find("from-literal"); given != request.flags.given.end())
        for (const std::string &pair : given->second)
            map["data"][pair.substr(0, pair.find('='))] = pair.substr(std::min(pair.find('=') + 1, pair.size()));
    if (const auto given = request.flags.given.find("from-file"); given != request.flags.given.end())
        for (const std::string &pair : given->second) {
            const auto equals = pair.find('=');
            const std::string path = equals == std::string::npos ? pair : pair.substr(equals + 1);
            const std::string *text =
                request.call.readFile ? request.call.readFile(request.call.context, path) : nullptr;
            if (!text)
                return request.fail(fmt::format("error: error reading {}: no such file or directory\n", path));
            map["data"][equals == std::string::npos ? path.substr(path.rfind('/') + 1) : pair.substr(0, equals)] =
                *text;
        }
    createObject(request, std::move(map), {}, false);
}

} // namespace

void createVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.has("filename")) {
        auto objects = namedObjects(request);
        if (!objects)
            return request.fail(objects.error());
        for (FromFile &named : *objects)
            createObject(request, std::move(named.object), named.file, false);
        return;
    }
    const std::string what = flags.words.size() > 1 ? flags.words[1] : std::string();
    const Kind *kind = kindTyped(what);
    if (what == "deployment" || what == "deploy")
        return createDeployment(request);
    if (what == "service" || what == "svc")
        return createService(request);
    if (what == "configmap" || what == "cm")
        return createConfigMap(request);
    if ((what == "namespace" || what == "ns" || what == "serviceaccount" || what == "sa") && flags.words.size() > 2) {
        createObject(request, objectOf(request, "v1", kind->name.data(), flags.words[2]), {}, false);
        return;
    }
    if (what.empty())
        return request.fail("error: must specify one of -f and -k\n");
    request.err += fmt::format("netdraft: kubectl create {} is not simulated; expected -f FILE, deployment, service, "
                               "configmap, namespace or serviceaccount\n",
                               what);
    request.status = 127;
}

void runVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() < 2)
        return request.fail("error: NAME is required for run\nSee 'kubectl run -h' for help and examples\n");
    const std::string image = flags.value("image");
    if (image.empty())
        return request.fail("error: required flag(s) \"image\" not set\n");
    const std::string name = flags.words[1];
    Json container{{"image", image}, {"name", name}};
    std::vector<std::string> words = flags.command;
    if (!flags.hasCommand)
        words.assign(flags.words.begin() + 2, flags.words.end());
    if (!words.empty())
        container[flags.has("command") ? "command" : "args"] = words;
    if (flags.has("port"))
        container["ports"] = Json::array({Json{{"containerPort", numberOf(flags.value("port"))}}});
    if (const auto given = flags.given.find("env"); given != flags.given.end()) {
        container["env"] = Json::array();
        for (const std::string &pair : given->second)
            container["env"].push_back({{"name", pair.substr(0, pair.find('='))},
                                        {"value", pair.substr(std::min(pair.find('=') + 1, pair.size()))}});
    }
    Json pod = objectOf(request, "v1", "Pod", name);
    pod["metadata"]["labels"] = flags.has("labels") ? labelsOf(flags.value("labels")) : Json{{"run", name}};
    pod["spec"] = {{"containers", Json::array({container})}};
    if (flags.has("restart"))
        pod["spec"]["restartPolicy"] = flags.value("restart");
    if (!createObject(request, std::move(pod), {}, false) || !flags.has("expose"))
        return;
    Json service = objectOf(request, "v1", "Service", name);
    service["spec"] = {{"selector", {{"run", name}}},
                       {"ports", Json::array({Json{{"port", numberOf(flags.value("port"))}, {"protocol", "TCP"}}})}};
    createObject(request, std::move(service), {}, false);
}

void exposeVerb(Request &request)
{
    const Flags &flags = request.flags;
    const auto targets = targetsOf(flags, 1);
    if (!targets)
        return request.fail(targets.error());
    if (targets->empty() || targets->front().name.empty())
        return request.fail("error: resource(s) were provided, but no name was specified\n");
    const Target &target = targets->front();
    const Json *object = request.cluster.find(target.kind->plural, request.netns, target.name);
    if (!object)
        return request.fail(notFound(*target.kind, target.name));
    const Json *selector = member(*object, "spec.selector.matchLabels");
    if (target.kind->name == "Pod")
        selector = member(*object, "metadata.labels");
    else if (target.kind->name == "Service")
        selector = member(*object, "spec.selector");
    if (!selector || selector->empty())
        return request.fail(fmt::format("error: couldn't retrieve selectors via --selector flag or introspection: the "
                                        "{} has no labels and cannot be exposed\n",
                                        target.kind->singular()));
    Json ports = Json::array();
    const Json &containers = target.kind->name == "Pod" ? listAt(*object, "spec.containers")
                                                        : listAt(*object, "spec.template.spec.containers");
    if (flags.has("port")) {
        const int port = numberOf(flags.value("port"));
        Json one{{"port", port}, {"protocol", flags.value("protocol", "TCP")}};
        const std::string to = flags.value("target-port");
        one["targetPort"] = to.empty() ? Json(port) : numberOf(to) < 0 ? Json(to) : Json(numberOf(to));
        ports.push_back(std::move(one));
    } else {
        for (const Json &container : containers)
            for (const Json &own : listAt(container, "ports"))
                ports.push_back({{"port", own["containerPort"]},
                                 {"protocol", textAt(own, "protocol")},
                                 {"targetPort", own["containerPort"]}});
        if (ports.size() > 1)
            for (std::size_t i = 0; i < ports.size(); ++i)
                ports[i]["name"] = fmt::format("port-{}", i + 1);
    }
    if (ports.empty())
        return request.fail("error: couldn't find port via --port flag or introspection\nSee 'kubectl expose -h' for "
                            "help and examples\n");
    Json service = objectOf(request, "v1", "Service", flags.value("name", target.name));
    if (const Json *labels = member(*object, "metadata.labels"))
        service["metadata"]["labels"] = *labels;
    service["spec"] = {{"ports", std::move(ports)}, {"selector", *selector}};
    if (flags.has("type"))
        service["spec"]["type"] = flags.value("type");
    if (flags.has("cluster-ip"))
        service["spec"]["clusterIP"] = flags.value("cluster-ip");
    const std::string name = nameOf(service);
    const std::size_t before = request.out.size();
    if (createObject(request, std::move(service), {}, false) && flags.value("output").empty())
        request.out.replace(before, std::string::npos, fmt::format("service/{} exposed\n", name));
}

} // namespace netdraft::model::kubernetes

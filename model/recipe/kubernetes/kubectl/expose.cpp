#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/generators.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

/// The labels by which a Service finds what the object stands for; null where it stands for no pods.
const Json *selectorOf(const Kind &kind, const Json &object)
{
    if (kind.name == "Pod")
        return member(object, "metadata.labels");
    return member(object, kind.name == "Service" ? "spec.selector" : "spec.selector.matchLabels");
}

/// The ports that the words give, else those that the object has; the error is what kubectl says.
std::expected<Json, std::string> portsOf(const Flags &flags, const Kind &kind, const Json &object)
{
    Json ports = Json::array();
    if (flags.given.contains("port")) {
        for (const std::string &text : names::splitAt(flags.value("port"), ',')) {
            const auto port = numberRead(text);
            if (!port)
                return std::unexpected(fmt::format("error: {}\n", port.error()));
            ports.push_back({{"protocol", flags.value("protocol", "TCP")}, {"port", *port}, {"targetPort", *port}});
        }
    } else if (kind.name == "Service") {
        for (const Json &own : listAt(object, "spec.ports"))
            ports.push_back(
                {{"protocol", textAt(own, "protocol")}, {"port", own["port"]}, {"targetPort", own["port"]}});
    } else {
        const Json &containers =
            listAt(object, kind.name == "Pod" ? "spec.containers" : "spec.template.spec.containers");
        for (const Json &container : containers)
            for (const Json &own : listAt(container, "ports"))
                ports.push_back({{"protocol", flags.value("protocol", textAt(own, "protocol"))},
                                 {"port", own["containerPort"]},
                                 {"targetPort", own["containerPort"]}});
    }
    if (ports.empty())
        return std::unexpected(std::string("error: couldn't find port via --port flag or introspection\n"));
    const std::string target = flags.value("target-port");
    for (std::size_t i = 0; i < ports.size(); ++i) {
        if (!target.empty())
            ports[i]["targetPort"] = numberRead(target) ? Json(*numberRead(target)) : Json(target);
        if (ports.size() == 1)
            continue;
        Json named{{"name", fmt::format("port-{}", i + 1)}};
        named.update(ports[i]);
        ports[i] = std::move(named);
    }
    return ports;
}

} // namespace

void exposeVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() < 2 && !flags.has("filename"))
        return request.fail(noResources);
    const auto chosen = choose(request, 1, Wanted::Names);
    if (!chosen)
        return request.fail(chosen.error());
    for (const Chosen &one : *chosen) {
        if (!one.object)
            return request.fail(one.error);
        static constexpr std::string_view exposed[] = {"Pod", "Service", "Deployment", "ReplicaSet"};
        if (std::ranges::find(exposed, one.kind->name) == std::end(exposed))
            return request.fail(fmt::format("error: cannot expose a {}\n", one.kind->name));
        const auto labels = labelsRead(flags.value("labels"));
        const auto given = labelsRead(flags.value("selector"));
        if (!labels || !given)
            return request.fail(fmt::format("error: {}\n", labels ? given.error() : labels.error()));
        const Json *selector = given->empty() ? selectorOf(*one.kind, *one.object) : &*given;
        if (!selector || selector->empty())
            return request.fail(
                fmt::format("error: couldn't retrieve selectors via --selector flag or introspection: the {} "
                            "has no labels and cannot be exposed\n",
                            one.kind->singular().substr(0, one.kind->singular().find('.'))));
        auto ports = portsOf(flags, *one.kind, *one.object);
        if (!ports)
            return request.fail(ports.error());
        Json service = typedObject(request, "v1", "Service", flags.value("name", one.name));
        const Json *own = member(*one.object, "metadata.labels");
        if (!labels->empty() || own)
            service["metadata"]["labels"] = labels->empty() ? *own : *labels;
        service["spec"] = {{"ports", *std::move(ports)}, {"selector", *selector}};
        if (flags.has("cluster-ip"))
            service["spec"]["clusterIP"] = flags.value("cluster-ip");
        if (flags.has("type"))
            service["spec"]["type"] = flags.value("type");
        if (flags.has("external-ip"))
            service["spec"]["externalIPs"] = Json::array({flags.value("external-ip")});
        if (const std::string affinity = flags.value("session-affinity"); affinity == "ClientIP" || affinity == "None")
            service["spec"]["sessionAffinity"] = affinity;
        else if (!affinity.empty())
            return request.fail(fmt::format("error: unknown session affinity: {}\n", affinity));
        service["status"] = {{"loadBalancer", Json::object()}};
        createObject(request, std::move(service), {.done = "exposed"});
    }
}

} // namespace netdraft::model::kubernetes

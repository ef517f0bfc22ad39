#include "model/recipe/kubernetes/proxy/dns_objects.h"

namespace netdraft::model::kubernetes {

namespace {

/// An object with these members alone, as far as it has them.
Json only(const Json &object, std::initializer_list<const char *> names)
{
    Json kept = Json::object();
    for (const char *name : names)
        if (const Json *value = member(object, name))
            kept[name] = *value;
    return kept;
}

Json namedParts(const Json &object)
{
    const Json *metadata = member(object, "metadata");
    return {{"metadata", only(metadata ? *metadata : Json::object(), {"name", "namespace", "labels"})}};
}

Json ofService(const Json &service)
{
    Json kept = namedParts(service);
    const Json *spec = member(service, "spec");
    kept["spec"] = only(spec ? *spec : Json::object(), {"type", "clusterIP", "clusterIPs", "externalName"});
    for (const Json &port : listAt(service, "spec.ports"))
        kept["spec"]["ports"].push_back(only(port, {"name", "port", "protocol"}));
    return kept;
}

Json ofEndpoints(const Json &endpoints)
{
    Json kept = namedParts(endpoints);
    kept["subsets"] = Json::array();
    for (const Json &subset : listAt(endpoints, "subsets")) {
        Json part{{"addresses", Json::array()}, {"ports", Json::array()}};
        for (const Json &address : listAt(subset, "addresses")) {
            part["addresses"].push_back(only(address, {"ip", "hostname"}));
            if (const std::string pod = textAt(address, "targetRef.name"); !pod.empty())
                part["addresses"].back()["targetRef"]["name"] = pod;
        }
        for (const Json &port : listAt(subset, "ports"))
            part["ports"].push_back(only(port, {"name", "port", "protocol"}));
        kept["subsets"].push_back(std::move(part));
    }
    return kept;
}

} // namespace

std::string dnsObjects(const Cluster &cluster)
{
    Json known{{"services", Json::array()},
               {"endpoints", Json::array()},
               {"pods", Json::array()},
               {"namespaces", Json::array()}};
    for (const Json *service : cluster.all("services"))
        known["services"].push_back(ofService(*service));
    for (const Json *endpoints : cluster.all("endpoints"))
        known["endpoints"].push_back(ofEndpoints(*endpoints));
    for (const Json *pod : cluster.all("pods"))
        if (const std::string ip = textAt(*pod, "status.podIP"); !ip.empty())
            known["pods"].push_back({{"name", nameOf(*pod)}, {"namespace", namespaceOf(*pod)}, {"ip", ip}});
    for (const Json *each : cluster.all("namespaces"))
        known["namespaces"].push_back(member(*each, "metadata.labels") ? namedParts(*each) : Json(nameOf(*each)));
    return known.dump() + '\n';
}

} // namespace netdraft::model::kubernetes

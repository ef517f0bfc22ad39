#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

const std::string_view clientVersion = "Client Version: v1.32.0\nKustomize Version: v5.5.0\n";

void versionVerb(Request &request)
{
    request.out += fmt::format("{}Server Version: v1.32.0\n", clientVersion);
}

void clusterInfoVerb(Request &request)
{
    request.out += fmt::format("Kubernetes control plane is running at https://{0}\nCoreDNS is running at "
                               "https://{0}/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy\n\nTo further "
                               "debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n",
                               request.server);
}

void apiResourcesVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() > 1)
        return request.fail(
            fmt::format("error: unexpected arguments: [{}]\nSee 'kubectl api-resources -h' for help and "
                        "examples\n",
                        flags.words[1]));
    const std::string output = flags.value("output");
    if (!output.empty() && output != "name" && output != "wide")
        return request.fail(fmt::format("error: --output {} is not available\n", output));
    if (output == "wide")
        return request.leave("netdraft: kubectl api-resources --output wide is not simulated\n");
    std::vector<std::vector<std::string>> rows;
    if (!flags.has("no-headers") && output.empty())
        rows.push_back({"NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"});
    for (const Kind &kind : kinds()) {
        if ((flags.given.contains("api-group") && kind.group() != flags.value("api-group")) ||
            (flags.given.contains("namespaced") && kind.namespaced != flags.has("namespaced")))
            continue;
        std::string names(kind.shortNames);
        std::ranges::replace(names, ' ', ',');
        if (output == "name")
            rows.push_back({kind.resource()});
        else
            rows.push_back({std::string(kind.plural), names, std::string(kind.apiVersion),
                            kind.namespaced ? "true" : "false", std::string(kind.name)});
    }
    request.out += tableOf(rows);
}

void apiVersionsVerb(Request &request)
{
    std::set<std::string> versions;
    for (const Kind &kind : kinds())
        versions.emplace(kind.apiVersion);
    for (const std::string &version : versions)
        request.out += version + '\n';
}

} // namespace netdraft::model::kubernetes

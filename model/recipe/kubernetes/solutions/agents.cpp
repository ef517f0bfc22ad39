#include "model/recipe/kubernetes/solutions/solution.h"

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// `weaveworks/weave-kube` of `docker.io/weaveworks/weave-kube:2.8.1@sha256:…`
std::string_view repositoryOf(std::string_view image)
{
    image = image.substr(0, image.find('@'));
    if (const auto slash = image.find('/'); slash != std::string_view::npos) {
        const std::string_view first = image.substr(0, slash);
        if (first.find_first_of(".:") != std::string_view::npos || first == "localhost")
            image.remove_prefix(slash + 1);
    }
    const auto colon = image.rfind(':');
    const auto slash = image.rfind('/');
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash))
        image = image.substr(0, colon);
    return image;
}

} // namespace

const Agent *agentOf(std::string_view image)
{
    const std::string_view repository = repositoryOf(image);
    for (const auto agents : {flannelAgents(), weaveAgents(), calicoAgents()})
        if (const auto found = std::ranges::find(agents, repository, &Agent::image); found != agents.end())
            return &*found;
    return nullptr;
}

} // namespace netdraft::model::kubernetes

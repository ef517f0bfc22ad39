#include "model/reachability/docker_policy.h"

namespace netdraft::model {

const Netns *dockerPolicyOf(const Network &network, const Leg &leg)
{
    const bool isForwardPolicy = leg.cause == Cause::Filtered && leg.rule && !leg.rule->nft && leg.rule->number == 0 &&
                                 leg.rule->family == Family::Ipv4 && leg.rule->table == "filter" &&
                                 leg.rule->chain == "FORWARD";
    if (!isForwardPolicy)
        return nullptr;
    const Netns *netns = network.find(leg.at ? leg.at.netns : leg.end());
    const auto *table = netns ? netns->ruleset.find(Family::Ipv4, "filter") : nullptr;
    return table && table->find("DOCKER-USER") ? netns : nullptr;
}

} // namespace netdraft::model

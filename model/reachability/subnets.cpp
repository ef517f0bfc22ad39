#include "model/reachability/subnets.h"

namespace netdraft::model {

Prefix subnetOf(const Network &network, const IpAddress &address)
{
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkAddress &own : link.addresses(address.family())) {
                if (own.local.address == address)
                    return own.local.prefix();
            }
        }
    }
    return Prefix::host(address);
}

} // namespace netdraft::model

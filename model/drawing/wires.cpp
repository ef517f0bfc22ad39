#include "model/drawing/wires.h"

namespace netdraft::model {

Wires wiresOf(const Network &network)
{
    Wires wires;
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            if (const Veth *veth = link.veth(); veth && veth->peer.netns != netns->id)
                wires[netns->id].insert(veth->peer.netns);
        }
    }
    return wires;
}

} // namespace netdraft::model

#pragma once

#include "model/network/network.h"

#include <vector>

namespace netdraft::model {

/// One end of a cable.
struct CableEnd {
    const Netns *netns;
    const Link *link;
};

/// A cable as it is drawn; its ends are as long there as the network.
struct DrawnCable {
    CableEnd from; ///< of the node that comes first
    CableEnd to;
};

/// The cables of a network, ordered by the first end's node and interface number. What lies on a link of another node
/// (a macvlan in a namespace) is a cable to that as well.
std::vector<DrawnCable> drawnCables(const Network &network);

/// The nodes that a drawing shows (isDrawn()), in the order of the network.
std::vector<const Netns *> drawnNodes(const Network &network);

/// The addresses of a link that somebody gave it: `192.0.2.1/24`.
std::vector<std::string> givenAddresses(const Link &link);

} // namespace netdraft::model

#pragma once

#include "model/network/link.h"

namespace netdraft::model {

/// States of a neighbour that somebody can set by hand (NUD_*); what ARP and ND learn belongs to a simulation.
enum class NudState : std::uint8_t { Permanent, Noarp, Reachable, Stale };

/// An entry of the neighbour table.
struct Neighbour {
    IpAddress address;
    LinkId dev;
    MacAddress lladdr;
    NudState state = NudState::Permanent;
    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// An address for which a namespace answers ARP and neighbour discovery though it is another's (struct pneigh_entry).
struct ProxyNeighbour {
    IpAddress address;
    LinkId dev; ///< none: on every link
    friend bool operator==(const ProxyNeighbour &, const ProxyNeighbour &) = default;
};

} // namespace netdraft::model

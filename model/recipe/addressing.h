#pragma once

#include "model/drawing/project.h"
#include "model/edit/edit.h"

#include <set>
#include <string>
#include <vector>

namespace netdraft::model {

/// What planAddresses() is asked for.
struct AddressWishes {
    /// New networks are taken from here, one after the other. The first one, whose bits are zero, is left out where
    /// there are others: many take its number for that of the whole.
    Prefix pool;
    int length = 24;      ///< of each network
    bool gateways = true; ///< a default route for each node that forwards nothing and has none
    bool routes = true;   ///< the shortest ways between routers
    /// Only what is on a segment of one of these; without any: everything.
    std::set<NetnsId> nodes;
    std::set<LinkPlace> links;
};

/// What each segment gets, and the edits that give it.
struct AddressPlan {
    struct Given {
        LinkName link;
        InterfaceAddress address;
    };
    struct OfSegment {
        Prefix network;
        bool isNew = true; ///< nobody on it had an address
        std::vector<Given> given;
    };
    std::vector<OfSegment> segments; ///< only those on which somebody gets one
    std::size_t notRunning = 0;      ///< ends of cables that got none, for they are down, or their other end is
    std::size_t gateways = 0;        ///< default routes given
    std::size_t routes = 0;          ///< other routes given
    EditList edits;
};

/// Gives an address to every interface that has none, one network for each segment, and the routes by which all
/// networks reach each other; takes nothing away and changes nothing that is there. A segment on which somebody has an
/// address keeps its network. Routers have the first addresses of a network. Left out are interfaces that do not run,
/// that are alone on their segment, that lie on tunnels, and the bridges of switches.
/// Fails (ErrorCode::Input) where the pool or a network is too small, or its length is none of the pool's.
Result<AddressPlan> planAddresses(const Project &project, const AddressWishes &wishes);

} // namespace netdraft::model

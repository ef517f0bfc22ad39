#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::bench {

/// The method of classes and nothing else, as a measure for the real one: routes to whole networks, next hops and their
/// equal alternatives, IPv4; one thread. It knows no sources, filters, neighbours, times to live, nor causes.
class BareClasses
{
public:
    /// Takes the tables of a plane of routers and of hosts with one link. What they are is not looked at.
    explicit BareClasses(const model::DataPlane &plane);

    /// How many ordered pairs of different hosts reach each other both ways, whatever a hash decides.
    std::size_t reachablePairs() const;

private:
    struct Row {
        std::uint32_t first; ///< of the addresses that the row is for
        std::uint32_t firstHop;
        std::uint32_t hopCount; ///< 0: they are near
    };
    struct Router {
        std::uint32_t firstRow;
        std::uint32_t rowCount;
    };
    struct Lan {
        std::uint32_t address; ///< of one of its hosts
        std::uint32_t router;
        std::size_t hosts;
    };

    std::vector<Router> m_routers;
    std::vector<Row> m_rows; ///< of each router ordered by `first`
    std::vector<std::uint32_t> m_hops;
    std::vector<Lan> m_lans;

    const Row &rowFor(std::uint32_t router, std::uint32_t address) const;
};

} // namespace netdraft::bench

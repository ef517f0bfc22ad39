#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// An interface that a frame came to, and how.
struct Reached {
    LinkIndex link;     ///< a link that took the frame in: an interface with an IP layer, or a port on the way
    std::uint32_t from; ///< where in the list the frame was before; `nowhere` for the first
};

/// Where a frame goes that leaves by `out`: through the peer, and by the bridges that it comes to, to all
/// their other ports (br_flood, the newest port first). What bridges have learned shortens the way, never changes
/// where a frame for somebody arrives; that goes for FDB entries made by hand as well, for these move to the port by
/// which their owner is heard (br_fdb_update), and every interface that is up speaks by itself. In the order in which
/// the kernel delivers: breadth first, a bridge's own interface before its ports' peers. Bridges that the frame has
/// passed are not entered again, so loops end.
class Flood
{
public:
    /// `mac` null: a broadcast. `size` in bytes of the IP packet; links too small for it drop the frame.
    Flood(const DataPlane &plane, LinkIndex out, const MacAddress *mac, int size);

    /// The interfaces with an IP layer that the frame was handed to, in order, as indexes into steps().
    std::span<const std::uint32_t> receivers() const { return m_receivers; }
    std::span<const Reached> steps() const { return m_steps; }
    /// Whether a link was too small for the frame.
    bool truncated() const { return m_truncated; }
    /// Every link that the frame crossed on its way to the receiver at this place of steps(), from `out` on.
    std::vector<LinkIndex> path(std::uint32_t step) const;

private:
    std::vector<Reached> m_steps;
    std::vector<std::uint32_t> m_receivers;
    bool m_truncated = false;
};

} // namespace netdraft::model

#include "model/forwarding/flood.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// is_skb_forwardable: room for a VLAN tag comes on top of the MTU.
bool fits(const PlaneLink &link, int size)
{
    constexpr int vlanTag = 4;
    return size <= link.link->mtu + vlanTag;
}

} // namespace

Flood::Flood(const DataPlane &plane, LinkIndex out, const MacAddress *mac, int size)
{
    const auto &links = plane.links();
    std::vector<LinkIndex> entered; // bridges

    // Where the frame leaves a link, from the place `from`; a bridge's own interface leaves by its ports.
    struct Leaving {
        LinkIndex link;
        std::uint32_t from;
    };
    std::vector<Leaving> queue;
    const auto cross = [&](LinkIndex link, std::uint32_t from) {
        const PlaneLink &leaving = links[link];
        if (!leaving.running || leaving.peer == nowhere)
            return;
        if (!fits(links[leaving.peer], size)) {
            m_truncated = true;
            return;
        }
        m_steps.push_back({link, from});
        queue.push_back({leaving.peer, static_cast<std::uint32_t>(m_steps.size() - 1)});
    };
    const auto leaveByPorts = [&](LinkIndex bridge, LinkIndex except, std::uint32_t from) {
        const auto ports = plane.ports(links[bridge]);
        for (auto port = ports.rbegin(); port != ports.rend(); ++port) {
            if (*port == except)
                continue;
            if (!fits(links[*port], size)) {
                m_truncated = true;
                continue;
            }
            cross(*port, from);
        }
    };

    m_steps.push_back({out, nowhere});
    if (links[out].link->bridge()) {
        entered.push_back(out);
        if (links[out].running)
            leaveByPorts(out, nowhere, 0);
    } else if (links[out].running && links[out].peer != nowhere) {
        if (!fits(links[links[out].peer], size))
            m_truncated = true;
        else
            queue.push_back({links[out].peer, 0});
    }

    for (std::size_t at = 0; at < queue.size(); ++at) {
        const Leaving arrival = queue[at];
        m_steps.push_back({arrival.link, arrival.from});
        const auto here = static_cast<std::uint32_t>(m_steps.size() - 1);
        const LinkIndex bridge = links[arrival.link].bridge;
        if (bridge == nowhere) {
            m_receivers.push_back(here);
            continue;
        }
        if (!links[bridge].link->up || std::ranges::find(entered, bridge) != entered.end())
            continue;
        entered.push_back(bridge);
        // A frame for the bridge itself, or for any port of it, is not forwarded (br_handle_frame_finish).
        const auto ports = plane.ports(links[bridge]);
        const bool mine = mac && (links[bridge].link->mac == *mac || std::ranges::any_of(ports, [&](LinkIndex port) {
                                      return links[port].link->mac == *mac;
                                  }));
        if (!mac || mac->isMulticast() || mine) {
            m_steps.push_back({bridge, here});
            m_receivers.push_back(static_cast<std::uint32_t>(m_steps.size() - 1));
        }
        if (!mine)
            leaveByPorts(bridge, arrival.link, here);
    }
}

std::vector<LinkIndex> Flood::path(std::uint32_t step) const
{
    std::vector<LinkIndex> links;
    for (std::uint32_t at = step; at != nowhere; at = m_steps[at].from)
        links.push_back(m_steps[at].link);
    std::ranges::reverse(links);
    return links;
}

} // namespace netdraft::model

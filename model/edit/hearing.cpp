#include "model/edit/hearing.h"

#include "model/edit/links/stacking.h"
#include "model/network/bridge_vlans.h"
#include "model/network/spanning_tree.h"

#include <algorithm>

namespace netdraft::model {

namespace {

class Hearing
{
public:
    Hearing(Draft &draft, LinkPlace sender) : m_draft(draft), m_sender(sender) {}

    std::vector<LinkPlace> run()
    {
        transmit(m_sender, 0);
        return std::move(m_heard);
    }

private:
    const Link *find(LinkPlace place) const { return place ? m_draft.network.find(place) : nullptr; }

    void transmit(LinkPlace place, VlanId tag)
    {
        const Link *link = find(place);
        if (!link || !link->up)
            return;
        if (const Veth *veth = link->veth())
            receive(veth->peer, tag);
        else if (const Bridge *bridge = link->bridge()) {
            if (const auto vlan = admittedTag(*bridge, bridge->vlans, tag))
                flood(place, {}, *vlan);
        } else if (const auto *vlan = link->as<Vlan>()) {
            if (tag == 0)
                transmit(vlan->parent, vlan->id);
        } else if (const auto *macvlan = link->as<Macvlan>()) {
            if (macvlan->mode == MacvlanMode::Bridge)
                tellSiblings(place, macvlan->parent, tag);
            transmit(macvlan->parent, tag);
        } else if (const auto *ipvlan = link->as<Ipvlan>()) {
            transmit(ipvlan->parent, tag);
        } else if (const auto *bond = link->as<Bond>()) {
            if (bond->mode == BondMode::ActiveBackup && bond->active)
                transmit({place.netns, bond->active}, tag);
        }
    }

    /// macvlan_broadcast, among those in mode bridge
    void tellSiblings(LinkPlace from, LinkPlace parent, VlanId tag)
    {
        for (const LinkPlace other : childrenOf(m_draft, parent)) {
            const auto *macvlan = find(other)->as<Macvlan>();
            if (other != from && macvlan && macvlan->mode == MacvlanMode::Bridge)
                receive(other, tag);
        }
    }

    /// Frames that come in, in the order of __netif_receive_skb_core.
    void receive(LinkPlace place, VlanId tag)
    {
        const Link *link = find(place);
        const std::pair<LinkId, VlanId> here{place.link, tag};
        if (!link || !link->up || std::ranges::find(m_passed, here) != m_passed.end())
            return;
        m_passed.push_back(here);
        bool passthru = false;
        const std::vector<LinkPlace> children = childrenOf(m_draft, place);
        for (const LinkPlace child : children) {
            const auto *vlan = find(child)->as<Vlan>();
            if (vlan && tag == vlan->id)
                return receive(child, 0);
        }
        for (const LinkPlace child : children) {
            const auto *macvlan = find(child)->as<Macvlan>();
            passthru = passthru || (macvlan && macvlan->mode == MacvlanMode::Passthru);
            if (macvlan || find(child)->as<Ipvlan>())
                receive(child, tag);
        }
        if (!passthru)
            takeIn(place, *link, tag);
    }

    void takeIn(LinkPlace place, const Link &link, VlanId tag)
    {
        const LinkPlace above{place.netns, link.master};
        const Link *master = find(above);
        if (master && master->as<Bond>()) {
            if (master->as<Bond>()->active == place.link)
                receive(above, tag);
        } else if (master && master->bridge()) {
            receiveByPort(place, link, above, tag);
        } else if (tag == 0 && place != m_sender) {
            m_heard.push_back(place);
        }
    }

    /// br_handle_frame_finish
    void receiveByPort(LinkPlace port, const Link &link, LinkPlace bridge, VlanId tag)
    {
        const Link &master = *find(bridge);
        const PortState state = stateOf(bridge, link);
        if (!master.up || (state != PortState::Forwarding && state != PortState::Learning))
            return;
        const auto vlan = admittedTag(*master.bridge(), link.port.vlans, tag);
        if (!vlan)
            return;
        if (const auto up = releasedTag(*master.bridge(), master.bridge()->vlans, *vlan))
            receive(bridge, *up);
        if (state == PortState::Forwarding)
            flood(bridge, port.link, *vlan);
    }

    /// br_flood; `in` is none for what the bridge sends itself.
    void flood(LinkPlace bridge, LinkId in, VlanId vlan)
    {
        const Netns &netns = *m_draft.network.find(bridge.netns);
        const Bridge &settings = *find(bridge)->bridge();
        const Link *from = in ? netns.find(in) : nullptr;
        for (const LinkId id : settings.ports) {
            const Link &port = *netns.find(id);
            const bool back = id == in && !port.port.hairpin;
            const bool apart = from && from->port.isolated && port.port.isolated;
            if (back || apart || (from && !port.port.mcastFlood) || stateOf(bridge, port) != PortState::Forwarding)
                continue;
            if (const auto tag = releasedTag(settings, port.port.vlans, vlan))
                transmit({bridge.netns, id}, *tag);
        }
    }

    PortState stateOf(LinkPlace bridge, const Link &port)
    {
        const Netns &netns = *m_draft.network.find(bridge.netns);
        if (find(bridge)->bridge()->stp && !m_tree)
            m_tree.emplace(m_draft.network);
        return portState(m_draft.network, netns, port, m_tree ? &*m_tree : nullptr);
    }

    Draft &m_draft;
    LinkPlace m_sender;
    std::optional<SpanningTree> m_tree;
    std::vector<std::pair<LinkId, VlanId>> m_passed; ///< so that loops end
    std::vector<LinkPlace> m_heard;
};

} // namespace

std::vector<LinkPlace> hearersOf(Draft &draft, LinkPlace sender)
{
    return Hearing(draft, sender).run();
}

} // namespace netdraft::model

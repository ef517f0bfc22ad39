#include "model/exchange/persistent/node_config.h"

#include "model/command/command.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// Sorts edits into the fields of what they are about.
class Sorter
{
public:
    Sorter(const NodePart &node, const Netns &netns) : m_netns(netns), m_config{node.name, {}, {}, {}, {}, {}}
    {
        add("lo");
        for (const Card &card : node.cards) {
            LinkConfig &link = add(card.link);
            link.mac = card.mac;
            link.mtu = card.mtu;
        }
        for (const Edit &edit : node.edits) {
            if (!std::visit([&](const auto &kind) { return take(kind); }, edit.kind))
                m_config.rest.add(edit);
        }
    }

    NodeConfig take() { return std::move(m_config); }

private:
    LinkConfig &add(const std::string &name)
    {
        m_config.links.emplace_back().name = name;
        return m_config.links.back();
    }

    LinkConfig *find(std::string_view name)
    {
        const auto found = std::ranges::find(m_config.links, name, &LinkConfig::name);
        return found == m_config.links.end() ? nullptr : &*found;
    }

    template <typename Kind>
    bool into(std::string_view link, std::vector<Kind> LinkConfig::*list, const Kind &kind)
    {
        LinkConfig *found = find(link);
        if (found)
            (found->*list).push_back(kind);
        return found != nullptr;
    }

    bool take(const AddVeth &veth)
    {
        LinkConfig &link = add(veth.link.link);
        link.made = veth;
        link.peer = veth.peer.link;
        link.mac = veth.mac;
        link.mtu = veth.mtu;
        add(veth.peer.link).mac = veth.peerMac;
        return true;
    }
    bool take(const AddBridge &bridge)
    {
        LinkConfig &link = add(bridge.link.link);
        link.made = bridge;
        link.mac = bridge.mac;
        return true;
    }
    bool take(const AddLink &added)
    {
        LinkConfig &link = add(added.link.link);
        link.made = added;
        link.mac = added.mac;
        link.mtu = added.mtu;
        return true;
    }
    bool take(const ChangeLink &change) { return into(change.link.link, &LinkConfig::changes, change); }
    bool take(const SetPort &set) { return into(set.port.link, &LinkConfig::port, set); }
    bool take(const AddBridgeVlan &vlan) { return into(vlan.link.link, &LinkConfig::vlans, vlan); }
    bool take(const AddAddress &added) { return into(added.link.link, &LinkConfig::addresses, added); }
    bool take(const AddNeighbour &added) { return into(added.link.link, &LinkConfig::neighbours, added); }
    bool take(const AddFdb &added) { return into(added.port.link, &LinkConfig::fdb, added); }
    bool take(const AddVxlanFdb &added) { return into(added.link.link, &LinkConfig::remotes, added); }
    bool take(const AddProxyNeighbour &added) { return into(added.dev, &LinkConfig::proxies, added); }
    bool take(const AddRoute &unnamed)
    {
        const AddRoute added = withDevices(unnamed, m_netns);
        const RouteWords &route = added.route;
        const std::string &dev = !route.hop.dev.empty()    ? route.hop.dev
                                 : !route.nexthops.empty() ? route.nexthops.front().dev
                                                           : m_lo;
        return into(dev.empty() ? m_lo : dev, &LinkConfig::routes, added);
    }
    bool take(const SetLinkMaster &set)
    {
        LinkConfig *link = find(set.link.link);
        if (link)
            link->master = set.master;
        return link != nullptr;
    }
    bool take(const SetLinkMtu &set)
    {
        LinkConfig *link = find(set.link.link);
        if (link)
            link->mtu = set.mtu;
        return link != nullptr;
    }
    bool take(const SetLinkMac &set)
    {
        LinkConfig *link = find(set.link.link);
        if (link)
            link->mac = set.mac;
        return link != nullptr;
    }
    bool take(const SetLinkArp &set)
    {
        LinkConfig *link = find(set.link.link);
        if (link)
            link->arpOff = !set.on;
        return link != nullptr;
    }
    bool take(const SetLinkUp &set)
    {
        LinkConfig *link = find(set.link.link);
        if (link)
            link->up = set.up;
        return link != nullptr;
    }
    bool take(const AddIpRule &added)
    {
        m_config.rules.push_back(added);
        return true;
    }
    bool take(const AddNexthop &added)
    {
        m_config.nexthops.push_back(added);
        return true;
    }
    bool take(const SetDeviceSysctl &set)
    {
        m_config.settings.add(set);
        return true;
    }
    bool take(const SetNetnsSysctl &set)
    {
        m_config.settings.add(set);
        return true;
    }
    template <typename Other>
    bool take(const Other &)
    {
        return false;
    }

    const Netns &m_netns;
    NodeConfig m_config;
    const std::string m_lo = "lo";
};

} // namespace

bool LinkConfig::isConfigured() const
{
    return up || made || mac || mtu || arpOff || !master.empty() || !addresses.empty() || !routes.empty() ||
           !neighbours.empty() || !proxies.empty();
}

const LinkConfig *NodeConfig::find(std::string_view link) const
{
    const auto found = std::ranges::find(links, link, &LinkConfig::name);
    return found == links.end() ? nullptr : &*found;
}

NodeConfig nodeConfig(const NodePart &node, const Netns &netns)
{
    return Sorter(node, netns).take();
}

void omitRest(const NodeConfig &config, std::vector<std::string> &omitted)
{
    for (const Edit &edit : config.rest) {
        const std::string tool = wordsOf(edit, Prompt::Node).front();
        if (tool != "iptables" && tool != "ip6tables")
            omitted.push_back(omission(edit, tool == "tc" ? "qdiscs are not written for these files"
                                                          : "no key of these files says this"));
    }
}

} // namespace netdraft::model

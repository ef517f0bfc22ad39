#include "model/exchange/persistent/interfaces_stanzas.h"

#include "model/command/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// What `iface NAME FAMILY static` sets.
struct Block {
    LinkAddress address;
    std::optional<IpAddress> gateway;
    std::uint32_t metric = 0;
    bool autoconf = true; ///< the kernel's own value, which ifupdown would change for a static IPv6 address
};

/// All that the file says of one link.
struct Stanza {
    std::string link;
    std::vector<std::string> before; ///< `pre-up`
    std::vector<Block> blocks;
    std::vector<std::string> after; ///< `up`
    bool up = false;
    bool late = false; ///< what is still said of its addresses and routes has to wait till all links are up
};

class Stanzas
{
public:
    Stanzas(const NodePart &node, const Netns &netns, std::vector<std::string> &omitted)
        : m_node(node), m_netns(netns), m_omitted(omitted)
    {
        add("lo");
        for (const Card &card : node.cards) {
            add(card.link);
            if (card.mac)
                before(&m_stanzas.back(), SetLinkMac{{node.name, card.link}, *card.mac});
            if (card.mtu)
                before(&m_stanzas.back(), SetLinkMtu{{node.name, card.link}, *card.mtu});
        }
        for (const Edit &edit : node.edits)
            m_takesRoutesAway = m_takesRoutesAway || std::holds_alternative<RemoveRoute>(edit.kind);
        for (const Edit &edit : node.edits)
            take(edit);
    }

    std::string text() const
    {
        std::string text =
            fmt::format("# {}: for ifupdown. Cables, cards, are there already; all else is made here.\n", m_node.name);
        std::vector<const Stanza *> brought;
        for (const Stanza &stanza : m_stanzas) {
            if (stanza.up)
                brought.push_back(&stanza);
        }
        const bool lone = brought.empty() && !(m_atFirst.empty() && m_atLast.empty());
        if (lone) // only `lo` can stand for them, which ifup sets up
            brought.push_back(&m_stanzas.front());
        for (const Stanza *stanza : brought) {
            text += textOf(*stanza, stanza == brought.front() ? m_atFirst : std::vector<std::string>(),
                           stanza == brought.back() ? m_atLast : std::vector<std::string>());
        }
        if (lone)
            text += "    up ip link set lo down\n";
        return text;
    }

private:
    void add(const std::string &link) { m_stanzas.push_back({link, {}, {}, {}}); }

    Stanza *find(std::string_view link)
    {
        const auto found = std::ranges::find(m_stanzas, link, &Stanza::link);
        return found == m_stanzas.end() ? nullptr : &*found;
    }

    /// The one of two that comes up later.
    Stanza *later(std::string_view a, std::string_view b) { return std::max(find(a), find(b)); }

    void atLast(const Edit &edit) { m_atLast.push_back(commandLine(edit, Prompt::Node)); }
    void before(Stanza *stanza, const Edit &edit)
    {
        if (stanza && isBrought(*stanza))
            stanza->before.push_back(commandLine(edit, Prompt::Node));
        else
            atLast(edit);
    }
    void after(Stanza *stanza, const Edit &edit)
    {
        if (stanza && isBrought(*stanza))
            stanza->after.push_back(commandLine(edit, Prompt::Node));
        else
            atLast(edit);
    }

    /// Whether ifup does anything with a link: what stays down, or is not made, gets its commands at last.
    bool isBrought(const Stanza &stanza) const
    {
        return std::ranges::any_of(m_node.edits, [&](const Edit &edit) {
            const auto *set = std::get_if<SetLinkUp>(&edit.kind);
            return set && set->up && set->link.link == stanza.link;
        });
    }

    void take(const Edit &edit)
    {
        if (neverEnds(edit) || std::holds_alternative<AddRadvd>(edit.kind))
            m_omitted.push_back(omission(edit, "programs are no affair of ifupdown"));
        else if (isRule(edit))
            return; // in a file of its own
        else if (wordsOf(edit, Prompt::Node).front() == "ovs-vsctl" || !arePlain(wordsOf(edit, Prompt::Node)))
            m_omitted.push_back(omission(edit, "ifupdown and iproute2 cannot do this alone"));
        else
            std::visit([&](const auto &kind) { put(edit, kind); }, edit.kind);
    }

    static bool isRule(const Edit &edit)
    {
        const std::string tool = wordsOf(edit, Prompt::Node).front();
        return tool == "iptables" || tool == "ip6tables" || tool == "nft";
    }

    // What makes a link.

    void put(const Edit &, const AddVeth &veth)
    {
        putNew(veth.link.link, withoutNetns(veth));
        add(veth.peer.link);
    }
    void put(const Edit &edit, const AddBridge &bridge) { putNew(bridge.link.link, edit); }
    void put(const Edit &edit, const AddLink &link) { putNew(link.link.link, edit); }
    void putNew(const std::string &link, const Edit &edit)
    {
        Stanza *earlier = nullptr;
        for (Stanza &stanza : m_stanzas) {
            if (isBrought(stanza))
                earlier = &stanza;
        }
        const bool looksLikeVlan = link.find('.') != std::string::npos && isBrought({link, {}, {}, {}});
        if (looksLikeVlan && !isMadeByIfup(edit)) // ifup would make a VLAN of that name, unless something has it
            (earlier ? earlier->after : m_atFirst).push_back(commandLine(edit, Prompt::Node));
        add(link);
        if (!looksLikeVlan)
            before(&m_stanzas.back(), edit);
    }

    /// Whether ifup makes a link by its name alone: eth0.10, the VLAN 10 on eth0.
    static bool isMadeByIfup(const Edit &edit)
    {
        const auto *added = std::get_if<AddLink>(&edit.kind);
        const auto *vlan = added ? std::get_if<VlanWords>(&added->kind) : nullptr;
        return vlan && vlan->protocol == VlanProtocol::Dot1Q && !added->mac && !added->mtu &&
               added->link.link == fmt::format("{}.{}", vlan->parent, vlan->id);
    }

    // What is said of one.

    void put(const Edit &edit, const ChangeLink &change)
    {
        const auto *bond = std::get_if<BondChange>(&change.change);
        if (bond && (bond->active || bond->primary)) // needs its members
            atLast(edit);
        else
            before(find(change.link.link), edit);
    }
    void put(const Edit &edit, const SetLinkMaster &set)
    {
        if (!set.master.empty())
            m_masters[set.link.link] = set.master;
        before(later(set.link.link, set.master), edit);
    }
    void put(const Edit &edit, const SetPort &set)
    {
        if (set.change.state) // of a port that is up
            atLast(edit);
        else
            before(later(set.port.link, m_masters[set.port.link]), edit);
    }
    void put(const Edit &edit, const AddBridgeVlan &vlan)
    {
        before(later(vlan.link.link, m_masters[vlan.link.link]), edit);
    }
    void put(const Edit &edit, const RemoveBridgeVlan &vlan)
    {
        before(later(vlan.link.link, m_masters[vlan.link.link]), edit);
    }
    void put(const Edit &edit, const AddFdb &fdb) { after(later(fdb.port.link, m_masters[fdb.port.link]), edit); }
    void put(const Edit &edit, const SetDeviceSysctl &set)
    {
        if (set.device == "all")
            m_atFirst.push_back(commandLine(edit, Prompt::Node));
        else if (set.device == "default") // that links made before it had another
            atLast(edit);
        else
            before(find(set.device), edit);
    }
    void put(const Edit &edit, const SetNetnsSysctl &) { m_atFirst.push_back(commandLine(edit, Prompt::Node)); }
    void put(const Edit &edit, const SetLinkUp &set)
    {
        Stanza *stanza = find(set.link.link);
        if (set.up && stanza) {
            stanza->up = true;
        } else if (stanza) {
            stanza->late = true;
            atLast(edit);
        }
    }
    void put(const Edit &edit, const AddAddress &added)
    {
        Stanza *stanza = find(added.link.link);
        const bool late = stanza && stanza->late;
        if (stanza && !late && stanza->link != "lo" && isBrought(*stanza) && isPlain(added.address) &&
            !waitsForCarrier(added))
            stanza->blocks.push_back({added.address, std::nullopt, 0, autoconf(stanza->link)});
        else if (late)
            atLast(edit);
        else
            after(stanza, edit);
    }
    void put(const Edit &edit, const RemoveAddress &removed)
    {
        if (Stanza *stanza = find(removed.link.link))
            stanza->late = true; // another one comes in its place
        atLast(edit);
    }
    void put(const Edit &edit, const AddRoute &unnamed)
    {
        const AddRoute added = withDevices(unnamed, m_netns);
        Stanza *stanza = added.route.hop.dev.empty() ? nullptr : find(added.route.hop.dev);
        if (!stanza || stanza->late || !standsAlone(added.route) || m_takesRoutesAway) {
            atLast(edit);
            return;
        }
        if (Block *block = gatewayBlock(*stanza, added)) {
            block->gateway = added.route.hop.via;
            block->metric = added.route.metric.value_or(0);
            return;
        }
        const auto &via = added.route.hop.via;
        const bool near =
            !via || added.route.hop.onlink || (!via->isV4() && via->isLinkLocal()) || blockWith(*stanza, *via);
        if (near)
            after(stanza, edit);
        else
            atLast(edit);
    }
    void put(const Edit &edit, const AddNeighbour &added) { after(find(added.link.link), edit); }
    void put(const Edit &edit, const SetQdisc &set) { after(find(set.link.link), edit); }
    void put(const Edit &edit, const SetLinkMtu &set) { before(find(set.link.link), edit); }
    void put(const Edit &edit, const SetLinkMac &set) { before(find(set.link.link), edit); }
    void put(const Edit &edit, const SetLinkArp &set) { before(find(set.link.link), edit); }
    template <typename Other>
    void put(const Edit &edit, const Other &)
    {
        atLast(edit);
    }

    bool autoconf(std::string_view name) const
    {
        const Link *link = m_netns.find(name);
        return !link || link->conf[DeviceSysctl::Ipv6Autoconf] != 0;
    }

    /// Whether ifup would wait in vain for the end of duplicate detection.
    bool waitsForCarrier(const AddAddress &added) const
    {
        const Link *link = m_netns.find(std::string_view(added.link.link));
        return link && std::ranges::any_of(link->addresses6, [&](const LinkAddress &own) {
                   return own.tentative && own.local == added.address.local;
               });
    }

    /// Within one namespace the ends need not say where they are.
    static Edit withoutNetns(AddVeth veth)
    {
        veth.link.netns = "host";
        veth.peer.netns = "host";
        return veth;
    }

    /// Whether a keyword says all of an address.
    static bool isPlain(const LinkAddress &address)
    {
        LinkAddress plain;
        plain.local = address.local;
        plain.scope = address.scope;
        plain.broadcast = address.broadcast;
        plain.noDad = address.noDad;
        return address == plain && address.scope == Scope::Global;
    }

    /// Whether a route needs nothing beside its own link.
    static bool standsAlone(const RouteWords &route)
    {
        return !route.source && route.nexthops.empty() && !route.nhid && route.type == RouteType::Unicast;
    }

    static Block *blockWith(Stanza &stanza, const IpAddress &neighbour)
    {
        const auto found = std::ranges::find_if(
            stanza.blocks, [&](const Block &block) { return block.address.local.prefix().contains(neighbour); });
        return found == stanza.blocks.end() ? nullptr : &*found;
    }

    /// The block whose `gateway` can say the route: a default route of its family, through a neighbour of its subnet.
    static Block *gatewayBlock(Stanza &stanza, const AddRoute &added)
    {
        const RouteWords &route = added.route;
        RouteWords plain;
        plain.destination = route.destination;
        plain.metric = route.metric;
        plain.typeGiven = route.typeGiven;
        plain.hop.via = route.hop.via;
        plain.hop.dev = route.hop.dev;
        if (!route.destination.isDefault() || !route.hop.via || route != plain || added.mode != AddMode::Add ||
            route.hop.via->family() != route.destination.family())
            return nullptr;
        Block *block = blockWith(stanza, *route.hop.via);
        return block && !block->gateway ? block : nullptr;
    }

    static std::string lines(std::string_view keyword, const std::vector<std::string> &commands)
    {
        std::string text;
        for (const std::string &command : commands)
            text += fmt::format("    {} {}\n", keyword, command);
        return text;
    }

    static std::string textOf(const Block &block)
    {
        const bool v4 = block.address.local.address.isV4();
        std::string text = fmt::format("    address {}\n", block.address.local.toString());
        if (block.address.broadcast)
            text += fmt::format("    broadcast {}\n", block.address.broadcast->toString());
        if (!v4 && block.address.noDad)
            text += "    dad-attempts 0\n";
        if (!v4 && block.autoconf)
            text += "    autoconf 1\n";
        if (block.gateway)
            text += fmt::format("    gateway {}\n", block.gateway->toString());
        if (block.metric != 0)
            text += fmt::format("    metric {}\n", block.metric);
        return text;
    }

    static std::string textOf(const Stanza &stanza, const std::vector<std::string> &atFirst,
                              const std::vector<std::string> &atLast)
    {
        std::string text = fmt::format("\nauto {}\n", stanza.link);
        const std::size_t blocks = std::max<std::size_t>(stanza.blocks.size(), 1);
        for (std::size_t i = 0; i < blocks; ++i) {
            const Block *block = i < stanza.blocks.size() ? &stanza.blocks[i] : nullptr;
            const bool v6 = block && !block->address.local.address.isV4();
            text += fmt::format("iface {} {} {}\n", stanza.link, v6 ? "inet6" : "inet",
                                block                 ? "static"
                                : stanza.link == "lo" ? "loopback"
                                                      : "manual");
            if (i == 0)
                text += lines("pre-up", atFirst) + lines("pre-up", stanza.before);
            if (block)
                text += textOf(*block);
            if (i + 1 == blocks)
                text += lines("up", stanza.after) + lines("up", atLast);
        }
        return text;
    }

    const NodePart &m_node;
    const Netns &m_netns;
    std::vector<std::string> &m_omitted;
    std::vector<Stanza> m_stanzas; ///< `lo` first, then in the order in which they come up
    std::map<std::string, std::string> m_masters;
    bool m_takesRoutesAway = false;     ///< the kernel's own, in whose place others come: their order counts
    std::vector<std::string> m_atFirst; ///< before all of them
    std::vector<std::string> m_atLast;  ///< once all links are up
};

} // namespace

std::string interfacesFile(const NodePart &node, const Netns &netns, std::vector<std::string> &omitted)
{
    return Stanzas(node, netns, omitted).text();
}

} // namespace netdraft::model

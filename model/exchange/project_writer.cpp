#include "model/command/netfilter/edit_words.h"
#include "model/command/nft/nft.h"
#include "model/command/tc/qdisc_words.h"
#include "model/command/text/text_tools.h"
#include "model/exchange/annotation_line.h"
#include "model/exchange/exchange.h"
#include "model/exchange/links/link_writer.h"
#include "model/exchange/project_line.h"
#include "model/exchange/project_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <map>

namespace netdraft::model {

namespace {

/// `"KEY": [` and the items, one a line.
std::string listed(int depth, std::string_view key, const std::vector<std::string> &items, std::string_view ends = "[]")
{
    if (items.empty())
        return fmt::format("{:{}}{}: {}", "", 2 * depth, jsonString(key), ends);
    const std::string between = fmt::format(",\n{:{}}", "", 2 * depth + 2);
    return fmt::format("{0:{1}}{2}: {3}\n{0:{4}}{5}\n{0:{1}}{6}", "", 2 * depth, jsonString(key), ends[0],
                       2 * depth + 2, fmt::join(items, between), ends[1]);
}

std::string routeLine(const RouteWords &words)
{
    Line line;
    const bool v6 = words.destination.family() == Family::Ipv6;
    const auto &via = words.nexthops.empty() ? words.hop.via : words.nexthops.front().via;
    // `default` alone means IPv4's; a gateway tells the family.
    const bool plain = words.destination.isDefault() && (via ? via->isV4() != v6 : !v6);
    line.text("to", plain ? "default" : words.destination.toString());
    if (words.type != RouteType::Unicast)
        line.word("type", routeTypeWords(), static_cast<std::uint32_t>(words.type));
    if (words.hop.via)
        line.text("via", words.hop.via->toString());
    if (!words.hop.dev.empty())
        line.text("dev", words.hop.dev);
    line.flag("onlink", words.hop.onlink);
    if (words.metric)
        line.number("metric", *words.metric);
    if (words.source)
        line.text("src", words.source->toString());
    if (words.table)
        line.word("table", tableWords(), *words.table);
    if (words.protocol)
        line.word("proto", protocolWords(), *words.protocol);
    if (words.scope)
        line.word("scope", scopeWords(), static_cast<std::uint32_t>(*words.scope));
    if (words.mtu != 0)
        line.number("mtu", words.mtu);
    if (words.expiresSeconds != 0)
        line.number("expires", words.expiresSeconds);
    if (words.hopLimit != 0)
        line.number("hopLimit", words.hopLimit);
    if (words.preference != RoutePreference::Medium)
        line.word("pref", preferenceWords(), static_cast<std::uint32_t>(words.preference));
    if (words.nhid)
        line.number("nhid", *words.nhid);
    std::vector<std::string> hops;
    for (const NamedHop &hop : words.nexthops) {
        Line one;
        if (hop.via)
            one.text("via", hop.via->toString());
        if (!hop.dev.empty())
            one.text("dev", hop.dev);
        if (hop.weight != 1)
            one.number("weight", hop.weight);
        hops.push_back(one.flag("onlink", hop.onlink).str());
    }
    return line.list("nexthops", hops).str();
}

std::string ruleLine(const Rule &rule)
{
    Line line;
    line.number("priority", rule.priority);
    const bool told = rule.from.length != 0 || rule.to.length != 0;
    if (rule.family == Family::Ipv6 && !told)
        line.text("family", "inet6");
    line.flag("not", rule.inverted);
    if (rule.from.length != 0)
        line.text("from", rule.from.toString());
    if (rule.to.length != 0)
        line.text("to", rule.to.toString());
    const auto number = [&](std::string_view key, std::int64_t value, std::int64_t none) {
        if (value != none)
            line.number(key, value);
    };
    number("tos", rule.tos, 0);
    number("fwmark", rule.mark, 0);
    number("fwmask", rule.markMask, rule.mark != 0 ? 0xffffffff : 0);
    if (!rule.iif.empty())
        line.text("iif", rule.iif);
    if (!rule.oif.empty())
        line.text("oif", rule.oif);
    number("ipproto", rule.ipProtocol, 0);
    const auto ports = [&](std::string_view key, const PortRange &range) {
        if (range)
            line.raw(key, fmt::format("[{}, {}]", range.first, range.last));
    };
    ports("sport", rule.sourcePorts);
    ports("dport", rule.destinationPorts);
    if (rule.action != RuleAction::Lookup)
        line.word("action", ruleActionWords(), static_cast<std::uint32_t>(rule.action));
    line.flag("l3mdev", rule.l3mdev);
    if (rule.table != 0)
        line.word("table", tableWords(), rule.table);
    number("goto", rule.target, 0);
    number("suppressPrefixLength", rule.suppressPrefixLength, -1);
    if (rule.protocol != 0)
        line.word("proto", protocolWords(), rule.protocol);
    return line.str();
}

std::string nexthopLine(const AddNexthop &object)
{
    Line line;
    line.number("id", object.id).flag("blackhole", object.blackhole);
    if (object.family == Family::Ipv6)
        line.text("family", "inet6");
    if (object.hop.via)
        line.text("via", object.hop.via->toString());
    if (!object.hop.dev.empty())
        line.text("dev", object.hop.dev);
    line.flag("onlink", object.hop.onlink);
    std::vector<std::string> members;
    for (const NexthopObject::Member &member : object.group) {
        Line one;
        one.number("id", member.id);
        if (member.weight != 1)
            one.number("weight", member.weight);
        members.push_back(one.str());
    }
    line.list("group", members);
    if (object.protocol)
        line.word("proto", protocolWords(), *object.protocol);
    return line.str();
}

std::string addressText(const LinkAddress &address, bool late, Detection detection)
{
    Line line;
    line.text("address", address.local.toString());
    if (address.peer)
        line.text("peer", address.peer->toString());
    if (address.broadcast)
        line.text("broadcast", address.broadcast->toString());
    if (address.scope != impliedScope(address.local.address))
        line.word("scope", scopeWords(), static_cast<std::uint32_t>(address.scope));
    line.flag("tentative", late)
        .flag("nodad", address.noDad)
        .flag("dadpassed", detection == Detection::Passed)
        .flag("dadfailed", detection == Detection::Failed)
        .flag("noprefixroute", address.noPrefixRoute);
    if (!address.label.empty())
        line.text("label", address.label);
    line.flag("deprecated", address.deprecated);
    line.flag("dynamic", address.dynamic).flag("mngtmpaddr", address.managesTemporary);
    if (address.validSeconds != endless)
        line.number("valid", address.validSeconds);
    if (address.preferredSeconds != endless)
        line.number("preferred", address.preferredSeconds);
    if (address.metric != 0)
        line.number("metric", address.metric);
    const std::string whole = line.str();
    const std::string alone = Line().text("address", address.local.toString()).str();
    return whole == alone ? jsonString(address.local.toString()) : whole;
}

std::string prefixLine(const AdvertisedPrefix &prefix)
{
    static const AdvertisedPrefix usual;
    Line line;
    line.text("prefix", prefix.prefix.toString());
    if (!prefix.onLink)
        line.raw("onLink", "false");
    if (!prefix.autonomous)
        line.raw("autonomous", "false");
    if (prefix.validSeconds != usual.validSeconds)
        line.number("valid", prefix.validSeconds);
    if (prefix.preferredSeconds != usual.preferredSeconds)
        line.number("preferred", prefix.preferredSeconds);
    return line.str();
}

std::string radvdLine(const Radvd &radvd)
{
    static const AdvertisingInterface usual;
    Line line;
    if (radvd.pidFile != Radvd::usualPidFile)
        line.text("pidFile", radvd.pidFile);
    std::vector<std::string> interfaces;
    for (const AdvertisingInterface &interface : radvd.interfaces) {
        Line one;
        one.text("name", interface.link).flag("sends", interface.sends);
        if (interface.maxIntervalSeconds != usual.maxIntervalSeconds)
            one.number("maxInterval", interface.maxIntervalSeconds);
        if (interface.lifetimeSeconds)
            one.number("lifetime", *interface.lifetimeSeconds);
        if (interface.hopLimit != usual.hopLimit)
            one.number("hopLimit", interface.hopLimit);
        if (interface.preference != usual.preference)
            one.word("pref", preferenceWords(), static_cast<std::uint32_t>(interface.preference));
        std::vector<std::string> prefixes;
        prefixes.reserve(interface.prefixes.size());
        for (const AdvertisedPrefix &prefix : interface.prefixes)
            prefixes.push_back(prefixLine(prefix));
        interfaces.push_back(one.list("prefixes", prefixes).str());
    }
    return line.list("interfaces", interfaces).str();
}

/// A file with its lines, where it consists of whole ones.
std::string fileLine(std::string_view path, std::string_view text)
{
    if (!text.ends_with('\n'))
        return fmt::format("{}: {}", jsonString(path), jsonString(text));
    std::vector<std::string> lines;
    for (const std::string_view line : command::linesOf(text))
        lines.push_back(jsonString(line));
    constexpr int depth = 5;
    return listed(depth, path, lines).substr(std::size_t{2} * depth);
}

template <typename T, typename... Others>
concept OneOf = (std::same_as<T, Others> || ...);

/// Sorts the edits that rebuild a project under the things they are about.
class NodeSorting
{
public:
    explicit NodeSorting(const Project &project)
    {
        for (const auto &netns : project.network.namespaces()) {
            m_nodes.emplace_back().name = netns->name;
            m_index[netns->name] = m_nodes.size() - 1;
            int expected = 1;
            for (const Link &link : netns->links) {
                Interface interface;
                interface.name = link.name;
                interface.link = &link;
                if (link.index != expected)
                    interface.index = link.index;
                interface.ovs = ovsText(project.network, *netns, link);
                expected = link.index + 1;
                m_nodes.back().interfaces.push_back(std::move(interface));
            }
        }
    }

    void operator()(const AddNetns &) {}
    void operator()(const AddVeth &edit)
    {
        interface(edit.link).mac = edit.mac;
        interface(edit.peer).mac = edit.peerMac;
        // Both orders mean the same cable; the file gives the one that reads from left to right.
        const auto rank = [this](const LinkName &end) { return std::pair(m_index[end.netns], &interface(end)); };
        const bool turned = rank(edit.peer) < rank(edit.link);
        const LinkName &first = turned ? edit.peer : edit.link;
        const LinkName &second = turned ? edit.link : edit.peer;
        const auto end = [](const LinkName &name) {
            return Line().text("node", name.netns).text("interface", name.link).str();
        };
        m_cables.push_back(fmt::format("[{}, {}]", end(first), end(second)));
    }
    void operator()(const AddBridge &edit)
    {
        interface(edit.link).bridge = true;
        interface(edit.link).mac = edit.mac;
    }
    void operator()(const AddLink &edit)
    {
        Interface &link = interface(edit.link);
        link.kind = edit.kind;
        link.from = edit.from;
        link.mac = edit.mac;
        link.mtu = edit.mtu;
    }
    void operator()(const ChangeLink &edit)
    {
        if (const auto *change = std::get_if<BridgeChange>(&edit.change))
            interface(edit.link).bridgeChange = *change;
        else if (const auto *bond = std::get_if<BondChange>(&edit.change))
            interface(edit.link).bondChange = *bond;
    }
    void operator()(const SetPort &edit)
    {
        PortChange &change = interface(edit.port).portChange;
        if (edit.change.state) // in an edit of its own, since it comes last
            change.state = edit.change.state;
        else
            change = edit.change;
    }
    void operator()(const AddBridgeVlan &edit)
    {
        for (VlanId id = edit.first; id <= edit.last; ++id)
            interface(edit.link).addedVlans.push_back({id, edit.pvid, edit.untagged});
    }
    void operator()(const RemoveBridgeVlan &edit)
    {
        for (VlanId id = edit.first; id <= edit.last; ++id)
            interface(edit.link).removedVlans.push_back(id);
    }
    void operator()(const AddVxlanFdb &edit) { interface(edit.link).fdb.push_back(remoteText(edit)); }
    void operator()(const RemoveVxlanFdb &edit) { interface(edit.link).noDefaultEntry = edit.mac.isZero(); }
    void operator()(const SetLinkUp &edit)
    {
        Interface &link = interface(edit.link);
        link.wasUp = link.up && !edit.up;
        link.downed = !link.up && !edit.up;
        link.up = edit.up;
    }
    void operator()(const SetLinkMtu &edit) { interface(edit.link).mtu = edit.mtu; }
    void operator()(const SetLinkArp &edit) { interface(edit.link).arpOff = !edit.on; }
    void operator()(const SetQdisc &edit) { interface(edit.link).qdisc = command::qdiscLine(edit.qdisc); }
    void operator()(const SetLinkMac &edit) { interface(edit.link).mac = edit.mac; }
    void operator()(const SetLinkMaster &edit)
    {
        m_masters[edit.link] = edit.master;
        interface({edit.link.netns, edit.master}).ports.push_back(edit.link.link);
    }
    void operator()(const AddAddress &edit)
    {
        Interface &link = interface(edit.link);
        link.addresses.push_back(addressText(edit.address, waits(*link.link, edit.address), edit.detection));
    }
    void operator()(const RemoveAddress &edit)
    {
        interface(edit.link).deleted.push_back(jsonString(edit.address.toString()));
    }
    void operator()(const AddRoute &edit)
    {
        std::string line = routeLine(edit.route);
        if (edit.mode == AddMode::Append)
            line.replace(line.size() - 1, 1, ", \"append\": true}");
        else if (edit.mode == AddMode::Replace)
            line.replace(line.size() - 1, 1, ", \"replace\": true}");
        node(edit.netns).routes.push_back(std::move(line));
    }
    void operator()(const RemoveRoute &edit) { node(edit.netns).deletedRoutes.push_back(routeLine(edit.route)); }
    void operator()(const AddIpRule &edit) { node(edit.netns).rules.push_back(ruleLine(edit.rule)); }
    void operator()(const RemoveIpRule &edit) { node(edit.netns).deletedRules.push_back(ruleLine(edit.rule)); }
    void operator()(const AddNexthop &edit) { node(edit.netns).nexthops.push_back(nexthopLine(edit)); }
    void operator()(const AddNeighbour &edit)
    {
        Line line;
        line.text("address", edit.address.toString()).text("dev", edit.link.link);
        if (edit.lladdr)
            line.text("lladdr", edit.lladdr->toString());
        if (edit.state != NudState::Permanent)
            line.word("state", nudWords(), static_cast<std::uint32_t>(edit.state));
        node(edit.link.netns).neighbours.push_back(line.str());
    }
    void operator()(const AddProxyNeighbour &edit)
    {
        Line line;
        line.text("address", edit.address.toString());
        if (!edit.dev.empty())
            line.text("dev", edit.dev);
        node(edit.netns).proxies.push_back(line.str());
    }
    void operator()(const AddFdb &edit)
    {
        interface({edit.port.netns, m_masters[edit.port]}).fdb.push_back(fdbText(edit));
    }
    void operator()(const SetDeviceSysctl &edit)
    {
        node(edit.netns).sysctls.push_back(sysctl(sysctlName(edit.sysctl, edit.device), edit.value));
    }
    void operator()(const SetNetnsSysctl &edit)
    {
        node(edit.netns).sysctls.push_back(sysctl(sysctlName(edit.sysctl), edit.value));
    }
    void operator()(const AddSocket &edit)
    {
        Line line;
        line.text("program", programName(edit.program)).text("protocol", transportName(edit.transport));
        line.number("port", edit.port);
        if (!edit.address.isV4() || !edit.address.isUnspecified())
            line.text("address", edit.address.toString());
        line.flag("v6only", edit.v6only);
        if (!edit.dev.empty())
            line.text("dev", edit.dev);
        node(edit.netns).sockets.push_back(line.str());
    }
    void operator()(const StartProcess &edit)
    {
        std::vector<std::string> sockets;
        for (const ListeningSocket &socket : edit.sockets) {
            Line line;
            line.text("protocol", transportName(socket.transport)).number("port", socket.port);
            if (!socket.address.isV4() || !socket.address.isUnspecified())
                line.text("address", socket.address.toString());
            sockets.push_back(line.flag("v6only", socket.v6only).str());
        }
        Line line;
        line.text("command", edit.command).number("pid", static_cast<std::uint32_t>(edit.pid));
        node(edit.netns).processes.push_back(line.list("sockets", sockets).str());
    }
    void operator()(const WriteFile &edit)
    {
        if (edit.text)
            node(edit.netns).files.push_back(fileLine(edit.path, *edit.text));
    }
    void operator()(const AddRadvd &edit) { node(edit.netns).radvds.push_back(radvdLine(edit.radvd)); }
    template <OneOf<netfilter::AddRule, netfilter::SetPolicy, netfilter::AddChain> T>
    void operator()(const T &edit)
    {
        Node &place = node(edit.netns);
        (edit.chain.family == Family::Ipv4 ? place.rules4 : place.rules6)
            .push_back(jsonString(command::savedLine(command::editWords(edit))));
    }
    void operator()(const nft::ChangeRuleset &edit)
    {
        node(edit.netns).nft.push_back(jsonString(command::nftLine(edit.change)));
    }
    void operator()(const PlaceNode &edit)
    {
        const Line line = Line()
                              .text("kind", kindName(edit.drawing.kind))
                              .raw("x", coordinateText(edit.drawing.position.x))
                              .raw("y", coordinateText(edit.drawing.position.y));
        m_places.emplace_back(edit.netns, line);
        m_nodes[m_index[edit.netns]].placed = true;
    }
    // These come after the place of the same node.
    void operator()(const NestNode &edit) { m_places.back().second.text("inside", edit.inside); }
    void operator()(const FoldNode &edit) { m_places.back().second.flag("folded", edit.folded); }
    void operator()(const PutAnnotation &edit) { m_annotations.push_back(annotationLine(edit.annotation)); }
    /// What Open vSwitch has stands with the links that it made.
    template <OneOf<AddOvsBridge, AddOvsPort, SetOvsPort, MoveLink, RenameLink> T>
    void operator()(const T &)
    {
    }
    /// A network is never rebuilt by taking something away again.
    template <OneOf<RemoveNetns, RenameNetns, RemoveLink, RemoveQdisc, RemoveOvsBridge, RemoveOvsPort, RemoveNexthop,
                    RemoveNeighbour, RemoveProxyNeighbour, RemoveFdb, RemoveSocket, EndProcess, RemoveRadvd,
                    netfilter::RemoveRule, netfilter::ReplaceRule, netfilter::RemoveChain, netfilter::RenameChain,
                    netfilter::FlushChain, netfilter::ZeroCounters, netfilter::CountPackets, RemoveAnnotation, Restore>
                  T>
    void operator()(const T &)
    {
    }

    std::string text() const
    {
        std::vector<std::string> nodes;
        for (const Node &node : m_nodes) {
            std::string text = nodeText(node);
            if (!text.empty())
                nodes.push_back(std::move(text));
        }
        std::vector<std::string> places;
        places.reserve(m_places.size());
        for (const auto &[name, line] : m_places)
            places.push_back(fmt::format("{}: {}", jsonString(name), line.str()));
        return fmt::format("{{\n"
                           "  \"format\": \"netdraft\",\n"
                           "  \"version\": 1,\n"
                           "  \"network\": {{\n"
                           "{},\n"
                           "{}\n"
                           "  }},\n"
                           "  \"drawing\": {{\n"
                           "{}{}\n"
                           "  }}\n"
                           "}}\n",
                           listed(2, "nodes", nodes), listed(2, "cables", m_cables), listed(2, "nodes", places, "{}"),
                           // Files of drawings without any are as they have always been.
                           m_annotations.empty() ? "" : ",\n" + listed(2, "annotations", m_annotations));
    }

private:
    struct Node;
    struct Interface {
        std::string name;
        const Link *link = nullptr;
        std::optional<int> index;
        bool up = false;
        bool wasUp = false;
        bool downed = false; ///< its parent's coming up sets it up
        std::optional<MacAddress> mac;
        std::optional<int> mtu;
        bool arpOff = false;
        std::string qdisc;
        bool bridge = false;
        std::optional<NewLink> kind;
        std::string from;
        std::string ovs;
        BridgeChange bridgeChange;
        BondChange bondChange;
        PortChange portChange;
        std::vector<BridgeVlan> addedVlans;
        std::vector<VlanId> removedVlans;
        bool noDefaultEntry = false;
        std::vector<std::string> ports; ///< or members
        std::vector<std::string> fdb;
        std::vector<std::string> deleted;
        std::vector<std::string> addresses;
    };
    struct Node {
        std::string name;
        std::vector<Interface> interfaces; ///< the first is `lo`
        std::vector<std::string> sysctls;
        std::vector<std::string> neighbours;
        std::vector<std::string> proxies;
        std::vector<std::string> nexthops;
        std::vector<std::string> deletedRoutes;
        std::vector<std::string> routes;
        std::vector<std::string> deletedRules;
        std::vector<std::string> rules;
        std::vector<std::string> nft;
        std::vector<std::string> rules4;
        std::vector<std::string> rules6;
        std::vector<std::string> sockets;
        std::vector<std::string> processes;
        std::vector<std::string> files;
        std::vector<std::string> radvds;
        bool placed = false;
    };

    /// Whether an IPv6 address came to a link when its carrier had gone.
    static bool waits(const Link &link, const LinkAddress &address)
    {
        const auto same = std::ranges::find(link.addresses6, address.local, &LinkAddress::local);
        return link.up && link.ready6 && same != link.addresses6.end() && same->tentative;
    }

    static std::string sysctl(std::string_view name, int value)
    {
        return fmt::format("{}: {}", jsonString(name), value);
    }

    Node &node(const std::string &name) { return m_nodes[m_index[name]]; }
    Interface &interface(const LinkName &name)
    {
        return *std::ranges::find(node(name.netns).interfaces, name.link, &Interface::name);
    }

    /// A port of a bridge: its name alone, or an object.
    static std::string portText(const Interface &port)
    {
        Line line;
        line.text("name", port.name);
        writePort(line, port.portChange);
        writeVlans(line, port.addedVlans, port.removedVlans);
        const std::string whole = line.str();
        return whole == Line().text("name", port.name).str() ? jsonString(port.name) : whole;
    }

    static std::string bridgeText(const Node &node, const Interface &interface)
    {
        std::vector<std::string> ports;
        ports.reserve(interface.ports.size());
        for (const std::string &port : interface.ports)
            ports.push_back(portText(*std::ranges::find(node.interfaces, port, &Interface::name)));
        Line line;
        writeBridge(line, interface.bridgeChange);
        line.list("ports", ports).list("fdb", interface.fdb);
        writeVlans(line, interface.addedVlans, interface.removedVlans);
        return line.str();
    }

    /// `"KIND": {…}` of any other kind.
    static void writeKind(Line &line, const Interface &interface)
    {
        Line kind;
        writeNewLink(kind, *interface.kind);
        if (!interface.from.empty())
            kind.text("node", interface.from);
        writeBondChange(kind, interface.bondChange);
        kind.flag("noDefaultEntry", interface.noDefaultEntry).list("fdb", interface.fdb);
        std::vector<std::string> members;
        members.reserve(interface.ports.size());
        for (const std::string &member : interface.ports)
            members.push_back(jsonString(member));
        kind.list("members", members);
        line.raw(newLinkField(*interface.kind), kind.str());
    }

    static bool comesUpByItself(const Node &node, const Interface &interface)
    {
        const Link *vlan = interface.link && interface.link->as<Vlan>() ? interface.link : nullptr;
        return vlan && std::ranges::any_of(node.interfaces, [&](const Interface &other) {
                   return other.link && other.link->id == vlan->parent().link && other.up;
               });
    }

    static std::string interfaceText(const Node &node, const Interface &interface)
    {
        Line line;
        line.text("name", interface.name);
        if (interface.index)
            line.number("index", *interface.index);
        // A VLAN comes up with its parent: that it was up by itself before makes no difference, and nobody says it.
        const bool downed = interface.downed || (interface.wasUp && comesUpByItself(node, interface));
        line.flag("up", interface.up).flag("wasUp", interface.wasUp && !downed);
        if (downed)
            line.raw("up", "false");
        if (interface.mac)
            line.text("mac", interface.mac->toString());
        if (interface.mtu)
            line.number("mtu", *interface.mtu);
        if (interface.arpOff)
            line.raw("arp", "false");
        if (!interface.qdisc.empty())
            line.text("qdisc", interface.qdisc);
        if (interface.bridge)
            line.raw("bridge", bridgeText(node, interface));
        else if (!interface.ovs.empty())
            line.raw("ovs", interface.ovs);
        else if (interface.kind)
            writeKind(line, interface);
        line.list("deletedAddresses", interface.deleted).list("addresses", interface.addresses);
        return line.str();
    }

    /// Empty for the machine itself while nothing of it is set.
    static std::string nodeText(const Node &node)
    {
        std::vector<std::string> interfaces;
        for (const Interface &interface : node.interfaces) {
            std::string text = interfaceText(node, interface);
            if (&interface != &node.interfaces.front() || text != R"({"name": "lo"})")
                interfaces.push_back(std::move(text));
        }
        std::vector<std::string> parts;
        const auto part = [&](std::string_view key, const std::vector<std::string> &items, std::string_view ends) {
            if (!items.empty())
                parts.push_back(listed(4, key, items, ends));
        };
        part("interfaces", interfaces, "[]");
        part("sysctls", node.sysctls, "{}");
        part("neighbours", node.neighbours, "[]");
        part("proxies", node.proxies, "[]");
        part("nexthops", node.nexthops, "[]");
        part("deletedRoutes", node.deletedRoutes, "[]");
        part("routes", node.routes, "[]");
        part("deletedRules", node.deletedRules, "[]");
        part("rules", node.rules, "[]");
        part("iptables", node.rules4, "[]");
        part("ip6tables", node.rules6, "[]");
        part("nft", node.nft, "[]");
        part("files", node.files, "{}");
        part("sockets", node.sockets, "[]");
        part("processes", node.processes, "[]");
        part("radvds", node.radvds, "[]");
        if (parts.empty() && node.name == "host" && !node.placed)
            return {};
        std::string text = fmt::format("{{\n        \"name\": {}", jsonString(node.name));
        for (const std::string &lines : parts)
            text += ",\n" + lines;
        return text + "\n      }";
    }

    std::vector<Node> m_nodes;
    std::map<std::string, std::size_t> m_index;
    std::map<LinkName, std::string> m_masters;
    std::vector<std::string> m_cables;
    std::vector<std::pair<std::string, Line>> m_places; ///< by node
    std::vector<std::string> m_annotations;
};

} // namespace

std::string writeProject(const Project &project)
{
    NodeSorting sorting(project);
    for (const Edit &edit : rebuild(project))
        std::visit([&](const auto &each) { sorting(each); }, edit.kind);
    return sorting.text();
}

} // namespace netdraft::model

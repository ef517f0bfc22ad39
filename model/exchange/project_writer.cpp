#include "model/command/netfilter/edit_words.h"
#include "model/exchange/exchange.h"
#include "model/exchange/project_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <map>

namespace netdraft::model {

namespace {

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// An object on one line.
class Line
{
public:
    Line &raw(std::string_view key, std::string_view value)
    {
        m_text += fmt::format("{}{}: {}", m_text.empty() ? "" : ", ", jsonString(key), value);
        return *this;
    }
    Line &text(std::string_view key, std::string_view value) { return raw(key, jsonString(value)); }
    Line &number(std::string_view key, std::int64_t value) { return raw(key, fmt::format("{}", value)); }
    Line &flag(std::string_view key, bool value) { return value ? raw(key, "true") : *this; }
    Line &list(std::string_view key, const std::vector<std::string> &values)
    {
        return values.empty() ? *this : raw(key, fmt::format("[{}]", fmt::join(values, ", ")));
    }
    Line &word(std::string_view key, std::span<const ProjectWord> words, std::uint32_t value)
    {
        const auto known = std::ranges::find(words, value, &ProjectWord::value);
        return known == words.end() ? number(key, value) : text(key, known->word);
    }
    std::string str() const { return fmt::format("{{{}}}", m_text); }

private:
    std::string m_text;
};

/// `"KEY": [` and the items, one a line.
std::string listed(int depth, std::string_view key, const std::vector<std::string> &items, std::string_view ends = "[]")
{
    if (items.empty())
        return fmt::format("{:{}}{}: {}", "", 2 * depth, jsonString(key), ends);
    const std::string between = fmt::format(",\n{:{}}", "", 2 * depth + 2);
    return fmt::format("{0:{1}}{2}: {3}\n{0:{4}}{5}\n{0:{1}}{6}", "", 2 * depth, jsonString(key), ends[0],
                       2 * depth + 2, fmt::join(items, between), ends[1]);
}

std::string coordinate(double value)
{
    constexpr double most = 1e6;
    const double sound = std::isfinite(value) ? std::clamp(value, -most, most) : 0.0;
    return sound == std::floor(sound) ? fmt::format("{}", static_cast<int>(sound)) : fmt::format("{}", sound);
}

std::string routeLine(const RouteWords &words)
{
    Line line;
    const bool v6 = words.destination.family() == Family::Ipv6;
    const auto &via = words.hop.via;
    // `default` alone means IPv4's; a gateway tells the family.
    const bool plain = words.destination.isDefault() && (via ? via->isV4() != v6 : !v6);
    line.text("to", plain ? "default" : words.destination.toString());
    if (words.type != RouteType::Unicast)
        line.word("type", routeTypeWords(), static_cast<std::uint32_t>(words.type));
    if (via)
        line.text("via", via->toString());
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
    return line.str();
}

std::string addressText(const LinkAddress &address, bool late)
{
    Line line;
    line.text("address", address.local.toString());
    if (address.peer)
        line.text("peer", address.peer->toString());
    if (address.broadcast)
        line.text("broadcast", address.broadcast->toString());
    if (address.scope != impliedScope(address.local.address))
        line.word("scope", scopeWords(), static_cast<std::uint32_t>(address.scope));
    line.flag("tentative", late).flag("nodad", address.noDad).flag("noprefixroute", address.noPrefixRoute);
    if (address.metric != 0)
        line.number("metric", address.metric);
    const std::string whole = line.str();
    const std::string alone = Line().text("address", address.local.toString()).str();
    return whole == alone ? jsonString(address.local.toString()) : whole;
}

template <typename T, typename... Others>
concept OneOf = (std::same_as<T, Others> || ...);

/// Sorts the edits that rebuild a project under the things they are about.
class Sorting
{
public:
    explicit Sorting(const Project &project)
    {
        for (const auto &netns : project.network.namespaces()) {
            m_nodes.push_back({netns->name, {}, {}, {}, {}, {}, {}, {}});
            m_index[netns->name] = m_nodes.size() - 1;
            int expected = 1;
            for (const Link &link : netns->links) {
                Interface interface;
                interface.name = link.name;
                interface.link = &link;
                if (link.index != expected)
                    interface.index = link.index;
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
    void operator()(const SetLinkUp &edit)
    {
        Interface &link = interface(edit.link);
        link.wasUp = link.up && !edit.up;
        link.up = edit.up;
    }
    void operator()(const SetLinkMtu &edit) { interface(edit.link).mtu = edit.mtu; }
    void operator()(const SetLinkMac &edit) { interface(edit.link).mac = edit.mac; }
    void operator()(const SetLinkMaster &edit)
    {
        m_masters[edit.link] = edit.master;
        interface({edit.link.netns, edit.master}).ports.push_back(jsonString(edit.link.link));
    }
    void operator()(const AddAddress &edit)
    {
        Interface &link = interface(edit.link);
        link.addresses.push_back(addressText(edit.address, waits(*link.link, edit.address)));
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
        node(edit.netns).routes.push_back(std::move(line));
    }
    void operator()(const RemoveRoute &edit) { node(edit.netns).deletedRoutes.push_back(routeLine(edit.route)); }
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
    void operator()(const AddFdb &edit)
    {
        interface({edit.port.netns, m_masters[edit.port]})
            .fdb.push_back(Line().text("mac", edit.mac.toString()).text("port", edit.port.link).str());
    }
    void operator()(const SetDeviceSysctl &edit)
    {
        node(edit.netns).sysctls.push_back(sysctl(sysctlName(edit.sysctl, edit.device), edit.value));
    }
    void operator()(const SetNetnsSysctl &edit)
    {
        node(edit.netns).sysctls.push_back(sysctl(sysctlName(edit.sysctl), edit.value));
    }
    template <OneOf<netfilter::AddRule, netfilter::SetPolicy, netfilter::AddChain> T>
    void operator()(const T &edit)
    {
        Node &place = node(edit.netns);
        (edit.chain.family == Family::Ipv4 ? place.rules4 : place.rules6)
            .push_back(jsonString(command::savedLine(command::editWords(edit))));
    }
    void operator()(const PlaceNode &edit)
    {
        const Line line = Line()
                              .text("kind", kindName(edit.drawing.kind))
                              .raw("x", coordinate(edit.drawing.position.x))
                              .raw("y", coordinate(edit.drawing.position.y));
        m_places.push_back(fmt::format("{}: {}", jsonString(edit.netns), line.str()));
        m_nodes[m_index[edit.netns]].placed = true;
    }
    /// A network is never rebuilt by taking something away again.
    template <OneOf<RemoveNetns, RenameNetns, RemoveLink, RenameLink, MoveLink, RemoveNeighbour, RemoveFdb,
                    netfilter::RemoveRule, netfilter::ReplaceRule, netfilter::RemoveChain, netfilter::RenameChain,
                    netfilter::FlushChain, Restore>
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
        return fmt::format("{{\n"
                           "  \"format\": \"netdraft\",\n"
                           "  \"version\": 1,\n"
                           "  \"network\": {{\n"
                           "{},\n"
                           "{}\n"
                           "  }},\n"
                           "  \"drawing\": {{\n"
                           "{}\n"
                           "  }}\n"
                           "}}\n",
                           listed(2, "nodes", nodes), listed(2, "cables", m_cables),
                           listed(2, "nodes", m_places, "{}"));
    }

private:
    struct Interface {
        std::string name;
        const Link *link = nullptr;
        std::optional<int> index;
        bool up = false;
        bool wasUp = false;
        std::optional<MacAddress> mac;
        std::optional<int> mtu;
        bool bridge = false;
        std::vector<std::string> ports;
        std::vector<std::string> fdb;
        std::vector<std::string> deleted;
        std::vector<std::string> addresses;
    };
    struct Node {
        std::string name;
        std::vector<Interface> interfaces; ///< the first is `lo`
        std::vector<std::string> sysctls;
        std::vector<std::string> neighbours;
        std::vector<std::string> deletedRoutes;
        std::vector<std::string> routes;
        std::vector<std::string> rules4;
        std::vector<std::string> rules6;
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

    static std::string interfaceText(const Interface &interface)
    {
        Line line;
        line.text("name", interface.name);
        if (interface.index)
            line.number("index", *interface.index);
        line.flag("up", interface.up).flag("wasUp", interface.wasUp);
        if (interface.mac)
            line.text("mac", interface.mac->toString());
        if (interface.mtu)
            line.number("mtu", *interface.mtu);
        if (interface.bridge)
            line.raw("bridge", Line().list("ports", interface.ports).list("fdb", interface.fdb).str());
        line.list("deletedAddresses", interface.deleted).list("addresses", interface.addresses);
        return line.str();
    }

    /// Empty for the machine itself while nothing of it is set.
    static std::string nodeText(const Node &node)
    {
        std::vector<std::string> interfaces;
        for (const Interface &interface : node.interfaces) {
            std::string text = interfaceText(interface);
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
        part("deletedRoutes", node.deletedRoutes, "[]");
        part("routes", node.routes, "[]");
        part("iptables", node.rules4, "[]");
        part("ip6tables", node.rules6, "[]");
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
    std::vector<std::string> m_places;
};

} // namespace

std::string writeProject(const Project &project)
{
    Sorting sorting(project);
    for (const Edit &edit : rebuild(project))
        std::visit(sorting, edit.kind);
    return sorting.text();
}

} // namespace netdraft::model

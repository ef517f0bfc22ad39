#include "model/exchange/persistent/netplan_file.h"

#include "model/command/command.h"
#include "model/command/link_filter.h"
#include "model/exchange/quoting/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// The parts of the file, in the order in which they are written.
constexpr std::string_view parts[] = {"ethernets", "bonds", "bridges", "tunnels", "vlans", "vrfs"};

/// One link's lines, below its name.
class Lines
{
public:
    void add(std::string_view key, const std::string &value) { m_text += fmt::format("      {}: {}\n", key, value); }
    void add(std::string_view key, bool value) { add(key, std::string(value ? "true" : "false")); }
    void add(std::string_view key, int value) { add(key, std::to_string(value)); }
    /// A line as it is.
    void raw(const std::string &line) { m_text += line + '\n'; }
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

/// `{to: default, via: "192.0.2.1"}` as an item of a list.
using Fields = std::vector<std::pair<std::string_view, std::string>>;

std::string item(const Fields &fields)
{
    std::string text;
    for (const auto &[key, value] : fields)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", key, value);
    return fmt::format("        - {{{}}}", text);
}

class NetplanFile
{
public:
    NetplanFile(const NodeConfig &node, const Network &network, std::vector<std::string> &omitted)
        : m_node(node), m_network(network), m_netns(*network.find(node.name)), m_omitted(omitted)
    {
    }

    std::string text()
    {
        for (const LinkConfig &link : m_node.links) {
            if (const auto part = partOf(link); !part.empty())
                m_parts[link.name] = part;
            else
                omitLink(link);
        }
        std::map<std::string_view, std::string> texts;
        for (const LinkConfig &link : m_node.links) {
            const auto part = m_parts.find(link.name);
            const bool said = link.isConfigured() || (link.name == "lo" && !m_node.rules.empty());
            if (part == m_parts.end() || !said)
                continue;
            const std::string lines = linesOf(link);
            texts[part->second] += lines.empty() ? fmt::format("    {}: {{}}\n", yamlScalar(link.name))
                                                 : fmt::format("    {}:\n{}", yamlScalar(link.name), lines);
        }
        if (texts.empty())
            return {};
        std::string text = "network:\n  version: 2\n  renderer: networkd\n";
        for (const std::string_view part : parts) {
            if (texts.contains(part))
                text += fmt::format("  {}:\n{}", part, texts[part]);
        }
        for (const AddNexthop &added : m_node.nexthops)
            omit(added, "netplan knows no next hop objects");
        return text;
    }

private:
    void omit(const Edit &edit, std::string_view why) { m_omitted.push_back(omission(edit, why)); }

    /// Under which key a link stands; empty where netplan 0.106 makes no such links.
    static std::string_view partOf(const LinkConfig &link)
    {
        if (!link.made)
            return "ethernets";
        if (std::holds_alternative<AddBridge>(link.made->kind))
            return "bridges";
        const auto *added = std::get_if<AddLink>(&link.made->kind);
        if (!added)
            return {};
        const auto *tunnel = std::get_if<TunnelWords>(&added->kind);
        const auto *vlan = std::get_if<VlanWords>(&added->kind);
        if (vlan && vlan->protocol == VlanProtocol::Dot1Q)
            return "vlans";
        if (std::holds_alternative<BondWords>(added->kind))
            return "bonds";
        if (std::holds_alternative<VrfWords>(added->kind))
            return "vrfs";
        const bool made = (tunnel && tunnel->type != TunnelType::Gretap && tunnel->remote && tunnel->local) ||
                          std::holds_alternative<VxlanWords>(added->kind);
        return made ? "tunnels" : std::string_view();
    }

    /// Everything about a link that cannot be made.
    void omitLink(const LinkConfig &link)
    {
        omit(*link.made, "netplan makes no such link");
        for (const AddAddress &added : link.addresses)
            omit(added, "netplan does not make its link");
        for (const AddRoute &added : link.routes)
            omit(added, "netplan does not make its link");
    }

    std::string linesOf(const LinkConfig &link)
    {
        m_lines = {};
        common(link);
        addresses(link);
        routes(link);
        if (link.name == "lo")
            rules();
        kind(link);
        for (const AddNeighbour &added : link.neighbours)
            omit(added, "netplan knows no neighbours");
        for (const AddProxyNeighbour &added : link.proxies)
            omit(added, "netplan answers for nobody else");
        for (const AddBridgeVlan &added : link.vlans)
            omit(added, "netplan knows no VLANs of bridges");
        for (const AddFdb &added : link.fdb)
            omit(added, "netplan knows no FDB");
        for (const AddVxlanFdb &added : link.remotes)
            omit(added, "netplan knows no FDB");
        for (const SetPort &set : link.port)
            portRest(set);
        return m_lines.text();
    }

    void common(const LinkConfig &link)
    {
        const Link *wanted = m_netns.find(link.name);
        if (link.mac)
            m_lines.add("macaddress", yamlScalar(link.mac->toString()));
        if (link.mtu)
            m_lines.add("mtu", *link.mtu);
        if (link.arpOff)
            omit(SetLinkArp{{m_node.name, link.name}, false}, "netplan switches no ARP off");
        if (!link.up)
            m_lines.add("activation-mode", std::string("\"off\""));
        if (!wanted || link.name == "lo")
            return;
        if (wanted->conf[DeviceSysctl::Ipv6DisableIpv6] != 0)
            m_lines.add("link-local", std::string("[]"));
        if (const int accepts = wanted->conf[DeviceSysctl::Ipv6AcceptRa]; accepts != 1)
            m_lines.add("accept-ra", accepts == 2);
        if (wanted->up && !wanted->as<Vrf>() && !hasCarrier(m_network, m_netns, *wanted))
            m_lines.add("ignore-carrier", true);
    }

    void addresses(const LinkConfig &link)
    {
        bool first = true;
        for (const AddAddress &added : link.addresses) {
            const LinkAddress &address = added.address;
            LinkAddress said;
            said.local = address.local;
            said.scope = command::naturalScope(address.local.address);
            said.label = address.label;
            said.deprecated = address.deprecated;
            if (address != said) {
                omit(added, "netplan says of an address no more than its label and that it is deprecated");
                continue;
            }
            if (std::exchange(first, false))
                m_lines.raw("      addresses:");
            const std::string local = yamlScalar(address.local.toString());
            if (address.label.empty() && !address.deprecated) {
                m_lines.raw("        - " + local);
                continue;
            }
            m_lines.raw(fmt::format("        - {}:", local));
            if (!address.label.empty())
                m_lines.raw("            label: " + yamlScalar(address.label));
            if (address.deprecated)
                m_lines.raw("            lifetime: 0");
        }
    }

    void routes(const LinkConfig &link)
    {
        bool first = true;
        for (const AddRoute &added : link.routes) {
            const auto fields = routeFields(added.route);
            if (!fields || added.mode != AddMode::Add) {
                omit(added, "netplan has no keys for such a route");
                continue;
            }
            if (std::exchange(first, false))
                m_lines.raw("      routes:");
            m_lines.raw(item(*fields));
        }
    }

    static std::optional<Fields> routeFields(const RouteWords &route)
    {
        const bool unicast = route.type == RouteType::Unicast;
        const bool scoped = !route.scope || *route.scope == Scope::Link || *route.scope == Scope::Global;
        const bool more = !route.nexthops.empty() || route.nhid || route.hopLimit != 0 || route.expiresSeconds != 0 ||
                          route.preference != RoutePreference::Medium || route.protocol;
        if (more || !scoped || (route.hop.via && route.hop.via->family() != route.destination.family()))
            return std::nullopt;
        Fields fields{{"to", yamlScalar(route.destination.toString())}};
        if (route.hop.via)
            fields.emplace_back("via", yamlScalar(route.hop.via->toString()));
        else if (unicast)
            fields.emplace_back("scope", "link");
        if (route.hop.via && route.scope && *route.scope == Scope::Link)
            fields.emplace_back("scope", "link");
        if (!unicast)
            fields.emplace_back("type", typeName(route.type));
        if (route.hop.onlink)
            fields.emplace_back("on-link", "true");
        if (route.metric && *route.metric != 0)
            fields.emplace_back("metric", std::to_string(*route.metric));
        if (route.source)
            fields.emplace_back("from", yamlScalar(route.source->toString()));
        if (route.table)
            fields.emplace_back("table", std::to_string(*route.table));
        if (route.mtu != 0)
            fields.emplace_back("mtu", std::to_string(route.mtu));
        return fields;
    }

    static std::string typeName(RouteType type)
    {
        switch (type) {
        case RouteType::Blackhole: return "blackhole";
        case RouteType::Unreachable: return "unreachable";
        case RouteType::Prohibit: return "prohibit";
        case RouteType::Throw: return "throw";
        case RouteType::Local: return "local";
        case RouteType::Broadcast: return "broadcast";
        case RouteType::Anycast: return "anycast";
        case RouteType::Multicast: return "multicast";
        case RouteType::Unicast: break;
        }
        return "unicast";
    }

    void rules()
    {
        bool first = true;
        for (const AddIpRule &added : m_node.rules) {
            const Rule &rule = added.rule;
            Rule said;
            said.family = rule.family;
            said.priority = rule.priority;
            said.from = rule.from;
            said.to = rule.to;
            said.tos = rule.tos;
            said.mark = rule.mark;
            said.markMask = rule.markMask;
            said.table = rule.table;
            said.protocol = rule.protocol;
            const bool ends = rule.from.length != 0 || rule.to.length != 0;
            const bool marked = rule.markMask == 0 || rule.markMask == 0xffffffff;
            if (rule != said || !ends || !marked) {
                omit(added, "a policy of netplan looks in a table, for an address");
                continue;
            }
            Fields fields;
            if (rule.from.length != 0)
                fields.emplace_back("from", yamlScalar(rule.from.toString()));
            if (rule.to.length != 0)
                fields.emplace_back("to", yamlScalar(rule.to.toString()));
            fields.emplace_back("table", std::to_string(rule.table));
            fields.emplace_back("priority", std::to_string(rule.priority));
            if (rule.markMask != 0)
                fields.emplace_back("mark", std::to_string(rule.mark));
            if (rule.tos != 0)
                fields.emplace_back("type-of-service", std::to_string(rule.tos));
            if (std::exchange(first, false))
                m_lines.raw("      routing-policy:");
            m_lines.raw(item(fields));
        }
    }

    /// The links of the node whose master it is and which netplan knows.
    std::vector<std::string> members(const LinkConfig &link) const
    {
        std::vector<std::string> names;
        for (const LinkConfig &other : m_node.links) {
            if (other.master == link.name && m_parts.contains(other.name))
                names.push_back(other.name);
        }
        return names;
    }

    void kind(const LinkConfig &link)
    {
        const auto *added = link.made ? std::get_if<AddLink>(&link.made->kind) : nullptr;
        if (link.made && std::holds_alternative<AddBridge>(link.made->kind))
            bridge(link);
        else if (added)
            std::visit([&](const auto &words) { put(link, words); }, added->kind);
    }

    void bridge(const LinkConfig &link)
    {
        m_lines.add("interfaces", yamlList(members(link)));
        m_lines.raw("      parameters:");
        bool stp = false;
        for (const ChangeLink &change : link.changes) {
            const auto *bridge = std::get_if<BridgeChange>(&change.change);
            if (!bridge)
                continue;
            stp = bridge->stp.value_or(stp);
            const auto number = [&](std::string_view key, const std::optional<int> &value, int unit) {
                if (value)
                    m_lines.raw(fmt::format("        {}: {}", key, *value / unit));
            };
            number("priority", bridge->priority, 1);
            number("forward-delay", bridge->forwardDelay, 100);
            number("hello-time", bridge->helloTime, 100);
            number("max-age", bridge->maxAge, 100);
            number("ageing-time", bridge->ageingTime, 100);
            BridgeChange rest = *bridge;
            for (auto *field : {&rest.priority, &rest.forwardDelay, &rest.helloTime, &rest.maxAge, &rest.ageingTime}) {
                if (field == &rest.priority || (*field && **field % 100 == 0))
                    field->reset();
            }
            rest.stp.reset();
            if (rest != BridgeChange{})
                omit(ChangeLink{change.link, rest}, "netplan has no such parameter");
        }
        m_lines.raw(fmt::format("        stp: {}", stp)); // netplan would switch it on
        portNumbers(link, "path-cost", &PortChange::cost);
        portNumbers(link, "port-priority", &PortChange::priority);
    }

    void portNumbers(const LinkConfig &link, std::string_view key, std::optional<int> PortChange::*field)
    {
        std::string text;
        for (const LinkConfig &other : m_node.links) {
            for (const SetPort &set : other.port) {
                if (other.master == link.name && m_parts.contains(other.name) && set.change.*field)
                    text +=
                        fmt::format("{}{}: {}", text.empty() ? "" : ", ", yamlScalar(other.name), *(set.change.*field));
            }
        }
        if (!text.empty())
            m_lines.raw(fmt::format("        {}: {{{}}}", key, text));
    }

    void portRest(const SetPort &set)
    {
        PortChange rest = set.change;
        rest.cost.reset();
        rest.priority.reset();
        if (rest != PortChange{})
            omit(SetPort{set.port, rest}, "netplan has no such parameter of a port");
    }

    void put(const LinkConfig &, const VlanWords &vlan)
    {
        m_lines.add("id", vlan.id);
        m_lines.add("link", yamlScalar(vlan.parent));
    }
    void put(const LinkConfig &link, const BondWords &bond)
    {
        m_lines.add("interfaces", yamlList(members(link)));
        m_lines.raw("      parameters:");
        m_lines.raw(fmt::format("        mode: {}", yamlScalar(bondModes[static_cast<std::size_t>(bond.mode)])));
        if (bond.miimon != 0)
            m_lines.raw(fmt::format("        mii-monitor-interval: {}", bond.miimon));
        for (const ChangeLink &change : link.changes) {
            const auto *changed = std::get_if<BondChange>(&change.change);
            if (changed && changed->primary)
                m_lines.raw(fmt::format("        primary: {}", yamlScalar(*changed->primary)));
            if (changed && changed->active)
                omit(change, "netplan chooses no active member");
        }
    }
    void put(const LinkConfig &link, const VrfWords &vrf)
    {
        m_lines.add("table", std::to_string(vrf.table));
        m_lines.add("interfaces", yamlList(members(link)));
    }
    void put(const LinkConfig &link, const TunnelWords &tunnel)
    {
        m_lines.add("mode", std::string(tunnelTypes[static_cast<std::size_t>(tunnel.type)]));
        m_lines.add("local", yamlScalar(IpAddress(*tunnel.local).toString()));
        m_lines.add("remote", yamlScalar(IpAddress(*tunnel.remote).toString()));
        if (tunnel.ttl != 0)
            m_lines.add("ttl", tunnel.ttl);
        if (tunnel.key)
            m_lines.add("key", std::to_string(*tunnel.key));
        if (!tunnel.dev.empty() || !tunnel.pmtudisc)
            omit(*link.made, "netplan gives a tunnel no device, and lets none fragment");
    }
    void put(const LinkConfig &link, const VxlanWords &vxlan)
    {
        m_lines.add("mode", std::string("vxlan"));
        m_lines.add("id", std::to_string(vxlan.vni));
        if (!vxlan.dev.empty())
            m_lines.add("link", yamlScalar(vxlan.dev));
        if (vxlan.local)
            m_lines.add("local", yamlScalar(vxlan.local->toString()));
        if (vxlan.remote)
            m_lines.add("remote", yamlScalar(vxlan.remote->toString()));
        m_lines.add("port", vxlan.port);
        m_lines.add("mac-learning", vxlan.learning);
        if (vxlan.ttl != 0)
            m_lines.add("ttl", vxlan.ttl);
        if (vxlan.ageing != 300)
            m_lines.add("ageing", vxlan.ageing);
        for (const ChangeLink &change : link.changes)
            omit(change, "netplan makes links with all their settings");
    }
    template <typename Other>
    void put(const LinkConfig &, const Other &)
    {
    }

    const NodeConfig &m_node;
    const Network &m_network;
    const Netns &m_netns;
    std::vector<std::string> &m_omitted;
    std::map<std::string, std::string_view, std::less<>> m_parts; ///< of each link that netplan knows
    Lines m_lines;
};

} // namespace

std::string netplanFile(const NodeConfig &node, const Network &network, std::vector<std::string> &omitted)
{
    return NetplanFile(node, network, omitted).text();
}

} // namespace netdraft::model

#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

class KindReader
{
public:
    KindReader(const Seen &seen, const Assembly &assembly, const LinkRef &ref, std::vector<Error> &troubles)
        : m_assembly(assembly), m_ref(ref), m_link(seen.namespaces[ref.netns].links[ref.link]),
          m_values(*m_link.output, troubles), m_data(m_link.details("info_data"))
    {
    }

    std::optional<LinkKind> read() const
    {
        const std::string &kind = m_link.kind;
        if (kind == "bridge")
            return bridge();
        if (kind == "dummy")
            return Dummy{};
        if (kind == "vlan")
            return vlan();
        if (kind == "vxlan")
            return vxlan();
        if (kind == "macvlan")
            return macvlan();
        if (kind == "ipvlan")
            return ipvlan();
        if (kind == "bond")
            return bond();
        if (kind == "vrf")
            return vrf();
        const auto type = std::ranges::find(tunnelTypes, kind);
        if (type != std::end(tunnelTypes))
            return tunnel(static_cast<TunnelType>(type - std::begin(tunnelTypes)));
        return std::nullopt;
    }

private:
    void lacks(std::string_view what) const
    {
        m_values.trouble(*m_link.json,
                         fmt::format("it is not said of {} {}; expected what `ip -d link` prints", m_link.name, what));
    }

    template <typename T>
    T choice(std::string_view key, std::span<const std::string_view> words, T usual) const
    {
        const std::string word = m_data ? m_values.text(*m_data, key) : std::string();
        const auto found = std::ranges::find(words, word);
        if (found != words.end())
            return static_cast<T>(found - words.begin());
        if (!word.empty())
            m_values.trouble(*m_data->find(key), fmt::format("the {} \"{}\" is not simulated", key, word));
        return usual;
    }

    std::int64_t number(std::string_view key, std::int64_t most, std::int64_t usual) const
    {
        return m_data ? m_values.number(*m_data, key, 0, most).value_or(usual) : usual;
    }

    VlanProtocol protocol(std::string_view key) const
    {
        return m_data && m_values.text(*m_data, key) == "802.1ad" ? VlanProtocol::Dot1Ad : VlanProtocol::Dot1Q;
    }

    LinkPlace parent() const
    {
        return {m_assembly.namespaces[m_link.lower->netns], m_assembly.links[m_link.lower->netns][m_link.lower->link]};
    }
    NetnsId underlay() const { return m_assembly.namespaces[m_link.underlay.value_or(m_ref.netns)]; }
    LinkId device() const { return m_link.lower ? parent().link : LinkId{}; }

    std::optional<LinkKind> bridge() const
    {
        Bridge bridge;
        if (!m_data)
            return bridge;
        bridge.stp = number("stp_state", 2, 0) != 0;
        bridge.priority = static_cast<int>(number("priority", 65535, bridge.priority));
        bridge.forwardDelay = static_cast<int>(number("forward_delay", 1'000'000, bridge.forwardDelay));
        bridge.helloTime = static_cast<int>(number("hello_time", 1'000'000, bridge.helloTime));
        bridge.maxAge = static_cast<int>(number("max_age", 1'000'000, bridge.maxAge));
        bridge.ageingTime = static_cast<int>(number("ageing_time", 2'000'000'000, bridge.ageingTime));
        bridge.vlanFiltering = number("vlan_filtering", 1, 0) != 0;
        bridge.defaultPvid = static_cast<VlanId>(number("vlan_default_pvid", 4094, bridge.defaultPvid));
        bridge.vlanProtocol = protocol("vlan_protocol");
        bridge.groupFwdMask = static_cast<int>(m_values.hexNumber(*m_data, "group_fwd_mask", 0xffff).value_or(0));
        bridge.mcastSnooping = number("mcast_snooping", 1, 1) != 0;
        if (bridge.defaultPvid != 1)
            bridge.vlans = bridge.defaultPvid == 0 ? std::vector<BridgeVlan>{}
                                                   : std::vector<BridgeVlan>{{bridge.defaultPvid, true, true}};
        for (const std::string_view key : {"nf_call_iptables", "nf_call_ip6tables", "nf_call_arptables"}) {
            if (number(key, 1, 0) != 0)
                m_values.trouble(*m_data->find(key),
                                 fmt::format("{} of one bridge alone is not simulated; expected the sysctl "
                                             "net.bridge.bridge-nf-call-*, which is for all bridges",
                                             key));
        }
        return bridge;
    }

    std::optional<LinkKind> vlan() const
    {
        Vlan vlan{.parent = {}, .id = 0, .protocol = protocol("protocol")};
        if (!m_link.lower)
            return std::nullopt;
        vlan.parent = parent();
        vlan.id = static_cast<VlanId>(number("id", 4094, 0));
        if (vlan.id == 0) { // nobody was asked with -d: the usual names have it
            const std::size_t last = m_link.name.find_last_not_of("0123456789");
            const std::string_view digits = std::string_view(m_link.name).substr(last + 1);
            if (!digits.empty() && digits.size() <= 4)
                vlan.id = static_cast<VlanId>(std::stoi(std::string(digits)));
        }
        if (vlan.id == 0 || vlan.id > 4094) {
            lacks("which VLAN it is");
            return std::nullopt;
        }
        return vlan;
    }

    std::optional<LinkKind> vxlan() const
    {
        if (!m_data) {
            lacks("what its VNI is");
            return std::nullopt;
        }
        if (m_values.flag(*m_data, "external"))
            return std::nullopt;
        Vxlan vxlan;
        vxlan.vni = static_cast<std::uint32_t>(number("id", 0xffffff, 0));
        vxlan.underlay = underlay();
        vxlan.dev = device();
        for (const std::string_view key : {"local", "local6"}) {
            if (m_data->find(key))
                vxlan.local = m_values.address(*m_data, key);
        }
        for (const std::string_view key : {"remote", "remote6", "group", "group6"}) {
            if (m_data->find(key))
                vxlan.remote = m_values.address(*m_data, key);
        }
        vxlan.port = static_cast<std::uint16_t>(number("port", 65535, vxlan.port));
        vxlan.learning = !m_data->find("learning") || m_values.flag(*m_data, "learning");
        vxlan.ttl = ttl();
        vxlan.ageing = static_cast<int>(number("ageing", 1'000'000'000, vxlan.ageing));
        if (vxlan.remote)
            vxlan.fdb.push_back({{}, *vxlan.remote, 0, std::nullopt, vxlan.dev, false});
        return vxlan;
    }

    /// `inherit` and `auto` are the model's 0.
    int ttl() const
    {
        const Json *value = m_data->find("ttl");
        const bool isWord = value && (value->string == "inherit" || value->string == "auto");
        return isWord ? 0 : static_cast<int>(number("ttl", 255, 0));
    }

    std::optional<LinkKind> macvlan() const
    {
        if (!m_link.lower)
            return std::nullopt;
        return Macvlan{parent(), choice("mode", macvlanModes, m_data ? MacvlanMode::Vepa : MacvlanMode::Bridge)};
    }

    std::optional<LinkKind> ipvlan() const
    {
        if (!m_link.lower)
            return std::nullopt;
        Ipvlan ipvlan{parent(), choice("mode", ipvlanModes, IpvlanMode::L3), IpvlanFlag::Bridge};
        if (m_data && m_values.flag(*m_data, "private"))
            ipvlan.flag = IpvlanFlag::Private;
        if (m_data && m_values.flag(*m_data, "vepa"))
            ipvlan.flag = IpvlanFlag::Vepa;
        return ipvlan;
    }

    std::optional<LinkKind> bond() const
    {
        Bond bond;
        bond.mode = choice("mode", bondModes, bond.mode);
        bond.miimon = static_cast<int>(number("miimon", 1'000'000, 0));
        return bond;
    }

    std::optional<LinkKind> vrf() const
    {
        const auto table = static_cast<std::uint32_t>(number("table", anyNumber, 0));
        if (table == 0) {
            lacks("what its table is");
            return std::nullopt;
        }
        return Vrf{table};
    }

    std::optional<Ipv4Address> end(std::string_view key) const
    {
        if (m_values.text(*m_data, key) == "any")
            return std::nullopt;
        const auto address = m_values.address(*m_data, key);
        return address && address->isV4() && !address->isUnspecified() ? std::optional(address->v4()) : std::nullopt;
    }

    std::optional<LinkKind> tunnel(TunnelType type) const
    {
        if (!m_data) {
            lacks("what its ends are");
            return std::nullopt;
        }
        if (m_values.flag(*m_data, "external"))
            return std::nullopt;
        Tunnel tunnel;
        tunnel.type = type;
        tunnel.underlay = underlay();
        tunnel.dev = device();
        tunnel.local = end("local");
        tunnel.remote = end("remote");
        tunnel.ttl = ttl();
        tunnel.pmtudisc = !m_data->find("pmtudisc") || m_values.flag(*m_data, "pmtudisc");
        const auto ikey = key("ikey");
        if (ikey != key("okey"))
            m_values.trouble(*m_data, "different keys for each way (ikey, okey) are not simulated; expected one key");
        tunnel.key = ikey;
        for (const std::string_view option : {"iseq", "oseq", "icsum", "ocsum"}) {
            if (m_values.flag(*m_data, option))
                m_values.trouble(*m_data->find(option), fmt::format("{} of a GRE tunnel is not simulated", option));
        }
        return tunnel;
    }

    /// Written as an address, `0.0.0.5`.
    std::optional<std::uint32_t> key(std::string_view name) const
    {
        const auto address = m_values.address(*m_data, name);
        return address && address->isV4() ? std::optional(address->v4().bits()) : std::nullopt;
    }

    const Assembly &m_assembly;
    LinkRef m_ref;
    const SeenLink &m_link;
    Values m_values;
    const Json *m_data;
};

} // namespace

std::optional<LinkKind> kindOf(const Seen &seen, const Assembly &assembly, const LinkRef &ref,
                               std::vector<Error> &troubles)
{
    return KindReader(seen, assembly, ref, troubles).read();
}

BridgePort portOf(const SeenLink &link, std::vector<Error> &troubles)
{
    BridgePort port;
    const Json *data = link.details("info_slave_data");
    if (!data)
        return port;
    const Values values(*link.output, troubles);
    const auto on = [&](std::string_view key, bool usual) { return data->find(key) ? values.flag(*data, key) : usual; };
    port.number = static_cast<int>(values.hexNumber(*data, "no", 0x3ff).value_or(0));
    port.priority = static_cast<int>(values.number(*data, "priority", 0, 63).value_or(port.priority));
    port.cost = static_cast<int>(values.number(*data, "cost", 1, 65535).value_or(port.cost));
    port.hairpin = on("hairpin", port.hairpin);
    port.guard = on("guard", port.guard);
    port.rootBlock = on("root_block", port.rootBlock);
    port.learning = on("learning", port.learning);
    port.flood = on("flood", port.flood);
    port.mcastFlood = on("mcast_flood", port.mcastFlood);
    port.bcastFlood = on("bcast_flood", port.bcastFlood);
    port.neighSuppress = on("neigh_suppress", port.neighSuppress);
    port.isolated = on("isolated", port.isolated);
    port.locked = on("locked", port.locked);
    const std::string state = values.text(*data, "state");
    const auto known = std::ranges::find(portStates, state);
    const auto number = static_cast<PortState>(known - std::begin(portStates));
    if (known != std::end(portStates) && number < PortState::Forwarding)
        port.stopped = number;
    return port;
}

} // namespace netdraft::model::snapshot

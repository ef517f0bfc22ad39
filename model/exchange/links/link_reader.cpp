#include "model/exchange/links/link_reader.h"

#include "model/exchange/links/link_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace netdraft::model {

namespace {

constexpr int largest = std::numeric_limits<int>::max();
constexpr std::string_view kinds[] = {"dummy", "vlan", "vxlan", "macvlan", "ipvlan", "bond", "tunnel", "vrf"};

/// The value of a word of a list, or of its first where the field is missing.
template <typename Enum, std::size_t Count>
Enum wordOf(Fields &fields, std::string_view key, const std::string_view (&words)[Count], Enum unless)
{
    std::vector<ProjectWord> known;
    for (std::size_t i = 0; i < Count; ++i)
        known.push_back({words[i], static_cast<std::uint32_t>(i)});
    const auto value = fields.word(key, known);
    return value ? static_cast<Enum>(*value) : unless;
}

VlanProtocol protocolOf(Fields &fields, std::string_view key)
{
    static constexpr std::string_view words[] = {"802.1Q", "802.1ad"};
    return wordOf(fields, key, words, 0) == 1 ? VlanProtocol::Dot1Ad : VlanProtocol::Dot1Q;
}

std::optional<bool> flagOf(Fields &fields, std::string_view key)
{
    return fields.has(key) ? std::optional(fields.flag(key)) : std::nullopt;
}

std::optional<int> numberOf(Fields &fields, std::string_view key, int most = largest)
{
    const auto value = fields.integer(key, 0, most);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<Ipv4Address> v4Of(Fields &fields, std::string_view key)
{
    const auto address = fields.address(key);
    return address && address->isV4() ? std::optional(address->v4()) : std::nullopt;
}

class KindReader
{
public:
    KindReader(ProjectParts &parts, const std::string &key, const Json &value, const LinkName &link)
        : m_parts(parts), m_key(key), m_value(value), m_link(link)
    {
    }

    FileKind read()
    {
        if (m_key == "dummy") {
            fields({});
            return {DummyWords{}, {}, {}, {}};
        }
        if (m_key == "vlan") {
            Fields words = fields({"parent", "node", "id", "protocol"});
            words.require("parent", "the name of an interface");
            words.require("id", "a VLAN id");
            VlanWords vlan{words.string("parent"), static_cast<VlanId>(words.integer("id", 0, 4094).value_or(1)),
                           protocolOf(words, "protocol")};
            return above(words, vlan, vlan.parent);
        }
        if (m_key == "macvlan") {
            Fields words = fields({"parent", "node", "mode"});
            words.require("parent", "the name of an interface");
            MacvlanWords macvlan{words.string("parent"), wordOf(words, "mode", macvlanModes, MacvlanMode::Vepa)};
            return above(words, macvlan, macvlan.parent);
        }
        if (m_key == "ipvlan") {
            Fields words = fields({"parent", "node", "mode", "flag"});
            words.require("parent", "the name of an interface");
            IpvlanWords ipvlan{words.string("parent"), wordOf(words, "mode", ipvlanModes, IpvlanMode::L3),
                               wordOf(words, "flag", ipvlanFlags, IpvlanFlag::Bridge)};
            return above(words, ipvlan, ipvlan.parent);
        }
        if (m_key == "vxlan")
            return vxlan();
        if (m_key == "tunnel")
            return tunnel();
        if (m_key == "bond")
            return bond();
        Fields words = fields({"table", "members"});
        words.require("table", "the number of a table");
        members(words);
        return {VrfWords{static_cast<std::uint32_t>(words.integer("table", 1, 0xffffffff).value_or(1))}, {}, {}, {}};
    }

private:
    Fields fields(std::initializer_list<std::string_view> known) { return {m_parts.text, m_value, m_key, known}; }

    static FileKind above(Fields &words, NewLink kind, std::string lower)
    {
        return {std::move(kind), words.string("node"), std::move(lower), words.at("parent")};
    }

    FileKind vxlan()
    {
        Fields words = fields(
            {"id", "node", "dev", "local", "remote", "dstport", "learning", "ttl", "ageing", "noDefaultEntry", "fdb"});
        words.require("id", "a VNI");
        VxlanWords vxlan;
        vxlan.vni = static_cast<std::uint32_t>(words.integer("id", 0, 0xffffff).value_or(0));
        vxlan.dev = words.string("dev");
        vxlan.local = words.address("local");
        vxlan.remote = words.address("remote");
        vxlan.port = static_cast<std::uint16_t>(words.integer("dstport", 1, 65535).value_or(vxlan.port));
        vxlan.learning = flagOf(words, "learning").value_or(true);
        vxlan.ttl = numberOf(words, "ttl", 255).value_or(0);
        vxlan.ageing = numberOf(words, "ageing").value_or(vxlan.ageing);
        if (words.flag("noDefaultEntry"))
            m_parts.edit(BuildStep::Neighbours, words.at("noDefaultEntry"), RemoveVxlanFdb{m_link, MacAddress()});
        for (const Json &entry : words.array("fdb"))
            readEntry(entry);
        return {vxlan, words.string("node"), vxlan.dev, words.at("dev")};
    }

    void readEntry(const Json &value)
    {
        Fields words(m_parts.text, value, "an fdb entry", {"mac", "dst", "port", "vni", "via", "static"});
        words.require("mac", "a MAC address");
        words.require("dst", "an IP address");
        const auto mac = words.mac("mac");
        const auto dst = words.address("dst");
        if (!m_parts.text.sound())
            return;
        const bool group = mac->isZero() || mac->isMulticast();
        AddVxlanFdb edit{m_link, *mac, *dst, group ? AddMode::Append : AddMode::Add};
        if (const auto port = words.integer("port", 1, 65535))
            edit.port = static_cast<std::uint16_t>(*port);
        if (const auto vni = words.integer("vni", 0, 0xffffff))
            edit.vni = static_cast<std::uint32_t>(*vni);
        edit.via = words.string("via");
        edit.isStatic = words.flag("static");
        m_parts.edit(BuildStep::Neighbours, words.at("mac"), std::move(edit));
    }

    FileKind tunnel()
    {
        Fields words = fields({"type", "node", "dev", "local", "remote", "key", "ttl", "pmtudisc"});
        words.require("type", "ipip, gre, gretap or sit");
        TunnelWords tunnel;
        tunnel.type = wordOf(words, "type", tunnelTypes, TunnelType::Ipip);
        tunnel.dev = words.string("dev");
        tunnel.local = v4Of(words, "local");
        tunnel.remote = v4Of(words, "remote");
        if (const auto key = words.integer("key", 0, 0xffffffff))
            tunnel.key = static_cast<std::uint32_t>(*key);
        tunnel.ttl = numberOf(words, "ttl", 255).value_or(0);
        tunnel.pmtudisc = flagOf(words, "pmtudisc").value_or(true);
        return {tunnel, words.string("node"), tunnel.dev, words.at("dev")};
    }

    FileKind bond()
    {
        Fields words = fields({"mode", "miimon", "primary", "active", "members"});
        BondWords bond{wordOf(words, "mode", bondModes, BondMode::BalanceRr), numberOf(words, "miimon").value_or(0)};
        members(words);
        BondChange change;
        if (words.has("primary"))
            change.primary = words.string("primary");
        if (words.has("active"))
            change.active = words.string("active");
        if (change != BondChange{})
            m_parts.edit(BuildStep::PortStates, words.at(change.primary ? "primary" : "active"),
                         ChangeLink{m_link, change});
        return {bond, {}, {}, {}};
    }

    void members(Fields &words)
    {
        for (const Json &member : words.array("members"))
            m_parts.edit(BuildStep::Masters, member.offset,
                         SetLinkMaster{{m_link.netns, stringOf(m_parts.text, member, "a member")}, m_link.link});
    }

    ProjectParts &m_parts;
    const std::string &m_key;
    const Json &m_value;
    const LinkName &m_link;
};

} // namespace

const Json *kindField(const Json &interface, std::string &name)
{
    for (const std::string_view kind : kinds) {
        if (const Json *value = interface.find(kind)) {
            name = kind;
            return value;
        }
    }
    return nullptr;
}

FileKind readKind(ProjectParts &parts, const std::string &key, const Json &value, const LinkName &link)
{
    return KindReader(parts, key, value, link).read();
}

BridgeChange readBridgeFields(Fields &fields)
{
    BridgeChange change;
    change.stp = flagOf(fields, "stp");
    change.priority = numberOf(fields, "priority", 65535);
    change.forwardDelay = numberOf(fields, "forwardDelay");
    change.helloTime = numberOf(fields, "helloTime");
    change.maxAge = numberOf(fields, "maxAge");
    change.ageingTime = numberOf(fields, "ageingTime");
    change.vlanFiltering = flagOf(fields, "vlanFiltering");
    if (const auto pvid = fields.integer("defaultPvid", 0, 4094))
        change.defaultPvid = static_cast<VlanId>(*pvid);
    if (fields.has("vlanProtocol"))
        change.vlanProtocol = protocolOf(fields, "vlanProtocol");
    change.groupFwdMask = numberOf(fields, "groupFwdMask", 65535);
    change.mcastSnooping = flagOf(fields, "mcastSnooping");
    return change;
}

std::string readPort(ProjectParts &parts, const Json &value, const std::string &netns)
{
    if (value.kind != Json::Kind::Object)
        return stringOf(parts.text, value, "a port");
    Fields fields(parts.text, value, "a port",
                  {"name", "cost", "priority", "state", "guard", "hairpin", "rootBlock", "learning", "flood",
                   "mcastFlood", "bcastFlood", "neighSuppress", "isolated", "locked", "vlans", "notVlans"});
    fields.require("name", "the name of an interface");
    std::string name = fields.string("name");
    PortChange change;
    change.cost = numberOf(fields, "cost", 65535);
    change.priority = numberOf(fields, "priority", 63);
    for (const PortField &field : portFields())
        change.*field.change = flagOf(fields, field.key);
    const LinkName port{netns, name};
    if (change != PortChange{})
        parts.edit(BuildStep::Ports, value.offset, SetPort{port, change});
    if (fields.has("state")) {
        PortChange state;
        state.state = wordOf(fields, "state", portStates, PortState::Forwarding);
        parts.edit(BuildStep::PortStates, fields.at("state"), SetPort{port, state});
    }
    readVlans(parts, fields, port, false);
    return name;
}

void readVlans(ProjectParts &parts, Fields &fields, const LinkName &link, bool self)
{
    for (const Json &gone : fields.array("notVlans")) {
        if (gone.kind != Json::Kind::Number || !gone.integral || gone.number < 1 || gone.number > 4094)
            return parts.text.refuse(gone.offset, "no VLAN id; expected a whole number from 1 to 4094");
        const auto id = static_cast<VlanId>(gone.number);
        parts.edit(BuildStep::Ports, gone.offset, RemoveBridgeVlan{link, id, id, self});
    }
    for (const Json &value : fields.array("vlans")) {
        Fields vlan(parts.text, value, "a VLAN", {"id", "pvid", "untagged"});
        vlan.require("id", "a VLAN id");
        const auto id = static_cast<VlanId>(vlan.integer("id", 1, 4094).value_or(1));
        const bool pvid = vlan.flag("pvid");
        parts.edit(BuildStep::Ports, value.offset, AddBridgeVlan{link, id, id, pvid, vlan.flag("untagged"), self});
    }
}

} // namespace netdraft::model

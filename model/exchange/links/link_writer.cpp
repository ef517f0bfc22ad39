#include "model/exchange/links/link_writer.h"

#include "model/exchange/links/link_fields.h"

#include <algorithm>

namespace netdraft::model {

namespace {

template <std::size_t Count, typename Enum>
std::string_view wordOf(const std::string_view (&words)[Count], Enum value)
{
    return words[static_cast<std::size_t>(value)];
}

struct FieldName {
    std::string_view operator()(const DummyWords &) const { return "dummy"; }
    std::string_view operator()(const VlanWords &) const { return "vlan"; }
    std::string_view operator()(const VxlanWords &) const { return "vxlan"; }
    std::string_view operator()(const MacvlanWords &) const { return "macvlan"; }
    std::string_view operator()(const IpvlanWords &) const { return "ipvlan"; }
    std::string_view operator()(const BondWords &) const { return "bond"; }
    std::string_view operator()(const TunnelWords &) const { return "tunnel"; }
    std::string_view operator()(const VrfWords &) const { return "vrf"; }
};

struct KindWriter {
    Line &line;

    void address(std::string_view key, const auto &value) const
    {
        if (value)
            line.text(key, value->toString());
    }
    void name(std::string_view key, const std::string &value) const
    {
        if (!value.empty())
            line.text(key, value);
    }

    void operator()(const DummyWords &) const {}
    void operator()(const VlanWords &words) const
    {
        line.text("parent", words.parent).number("id", words.id);
        if (words.protocol != VlanProtocol::Dot1Q)
            line.text("protocol", protocolWord(words.protocol));
    }
    void operator()(const VxlanWords &words) const
    {
        line.number("id", words.vni);
        name("dev", words.dev);
        address("local", words.local);
        address("remote", words.remote);
        line.number("dstport", words.port);
        if (!words.learning)
            line.raw("learning", "false");
        if (words.ttl != 0)
            line.number("ttl", words.ttl);
        if (words.ageing != 300)
            line.number("ageing", words.ageing);
    }
    void operator()(const MacvlanWords &words) const
    {
        line.text("parent", words.parent).text("mode", wordOf(macvlanModes, words.mode));
    }
    void operator()(const IpvlanWords &words) const
    {
        line.text("parent", words.parent).text("mode", wordOf(ipvlanModes, words.mode));
        if (words.flag != IpvlanFlag::Bridge)
            line.text("flag", wordOf(ipvlanFlags, words.flag));
    }
    void operator()(const BondWords &words) const
    {
        line.text("mode", wordOf(bondModes, words.mode)).number("miimon", words.miimon);
    }
    void operator()(const TunnelWords &words) const
    {
        line.text("type", wordOf(tunnelTypes, words.type));
        name("dev", words.dev);
        address("local", words.local);
        address("remote", words.remote);
        if (words.key)
            line.number("key", *words.key);
        if (words.ttl != 0)
            line.number("ttl", words.ttl);
        if (!words.pmtudisc)
            line.raw("pmtudisc", "false");
    }
    void operator()(const VrfWords &words) const { line.number("table", words.table); }
};

void flag(Line &line, std::string_view key, const std::optional<bool> &value)
{
    if (value)
        line.raw(key, *value ? "true" : "false");
}

void number(Line &line, std::string_view key, const auto &value)
{
    if (value)
        line.number(key, *value);
}

} // namespace

std::string_view newLinkField(const NewLink &kind)
{
    return std::visit(FieldName{}, kind);
}

void writeNewLink(Line &line, const NewLink &kind)
{
    std::visit(KindWriter{line}, kind);
}

void writeBondChange(Line &line, const BondChange &change)
{
    if (change.primary)
        line.text("primary", *change.primary);
    if (change.active)
        line.text("active", *change.active);
}

void writeBridge(Line &line, const BridgeChange &change)
{
    flag(line, "stp", change.stp);
    number(line, "priority", change.priority);
    number(line, "forwardDelay", change.forwardDelay);
    number(line, "helloTime", change.helloTime);
    number(line, "maxAge", change.maxAge);
    number(line, "ageingTime", change.ageingTime);
    flag(line, "vlanFiltering", change.vlanFiltering);
    number(line, "defaultPvid", change.defaultPvid);
    if (change.vlanProtocol)
        line.text("vlanProtocol", protocolWord(*change.vlanProtocol));
    number(line, "groupFwdMask", change.groupFwdMask);
    flag(line, "mcastSnooping", change.mcastSnooping);
}

void writePort(Line &line, const PortChange &change)
{
    number(line, "cost", change.cost);
    number(line, "priority", change.priority);
    if (change.state)
        line.text("state", wordOf(portStates, *change.state));
    for (const PortField &field : portFields())
        flag(line, field.key, change.*field.change);
}

void writeVlans(Line &line, const std::vector<BridgeVlan> &added, const std::vector<VlanId> &removed)
{
    std::vector<std::string> vlans;
    for (const BridgeVlan &vlan : added)
        vlans.push_back(Line().number("id", vlan.id).flag("pvid", vlan.pvid).flag("untagged", vlan.untagged).str());
    std::vector<std::string> gone;
    for (const VlanId id : removed)
        gone.push_back(fmt::format("{}", id));
    line.list("notVlans", gone).list("vlans", vlans);
}

std::string remoteText(const AddVxlanFdb &edit)
{
    Line line;
    line.text("mac", edit.mac.toString()).text("dst", edit.remote.toString());
    number(line, "port", edit.port);
    number(line, "vni", edit.vni);
    if (!edit.via.empty())
        line.text("via", edit.via);
    return line.flag("static", edit.isStatic).str();
}

std::string fdbText(const AddFdb &edit)
{
    Line line;
    line.text("mac", edit.mac.toString()).text("port", edit.port.link);
    if (edit.vlan != 0)
        line.number("vlan", edit.vlan);
    return line.str();
}

} // namespace netdraft::model

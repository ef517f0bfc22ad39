#include "model/command/links/link_types.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

constexpr LinkType types[] = {
    {"dummy", readDummy, nullptr},
    {"vlan", readVlan, nullptr},
    {"vxlan", readVxlan, readVxlanChange},
    {"macvlan", readMacvlan, readMacvlanChange},
    {"ipvlan", readIpvlan, readIpvlanChange},
    {"bond", readBond, readBondChange},
    {"ipip", readTunnel<TunnelType::Ipip>, nullptr},
    {"gre", readTunnel<TunnelType::Gre>, nullptr},
    {"gretap", readTunnel<TunnelType::Gretap>, nullptr},
    {"sit", readTunnel<TunnelType::Sit>, nullptr},
    {"vrf", readVrf, nullptr},
};

struct KindWord {
    std::string_view operator()(const Loopback &) const { return ""; }
    std::string_view operator()(const Veth &) const { return "veth"; }
    std::string_view operator()(const Bridge &) const { return "bridge"; }
    std::string_view operator()(const Dummy &) const { return "dummy"; }
    std::string_view operator()(const Vlan &) const { return "vlan"; }
    std::string_view operator()(const Vxlan &) const { return "vxlan"; }
    std::string_view operator()(const Macvlan &) const { return "macvlan"; }
    std::string_view operator()(const Ipvlan &) const { return "ipvlan"; }
    std::string_view operator()(const Bond &) const { return "bond"; }
    std::string_view operator()(const Tunnel &tunnel) const { return wordOf(tunnelTypes, tunnel.type); }
    std::string_view operator()(const Vrf &) const { return "vrf"; }
    std::string_view operator()(const OvsDevice &) const { return "openvswitch"; }
};

struct NewWord {
    std::string_view operator()(const DummyWords &) const { return "dummy"; }
    std::string_view operator()(const VlanWords &) const { return "vlan"; }
    std::string_view operator()(const VxlanWords &) const { return "vxlan"; }
    std::string_view operator()(const MacvlanWords &) const { return "macvlan"; }
    std::string_view operator()(const IpvlanWords &) const { return "ipvlan"; }
    std::string_view operator()(const BondWords &) const { return "bond"; }
    std::string_view operator()(const TunnelWords &words) const { return wordOf(tunnelTypes, words.type); }
    std::string_view operator()(const VrfWords &) const { return "vrf"; }
};

} // namespace

const LinkType *linkType(std::string_view word)
{
    const auto found = std::ranges::find(types, word, &LinkType::word);
    return found == std::end(types) ? nullptr : &*found;
}

std::string_view typeWord(const NewLink &kind)
{
    return std::visit(NewWord{}, kind);
}

std::string_view kindWord(const Link &link)
{
    return std::visit(KindWord{}, link.kind);
}

void printKind(Printer &printer, const IpCall &call, const Link &link)
{
    const auto print = [&](const auto &kind) {
        using Kind = std::decay_t<decltype(kind)>;
        if constexpr (!std::is_same_v<Kind, Loopback> && !std::is_same_v<Kind, Veth> && !std::is_same_v<Kind, Dummy> &&
                      !std::is_same_v<Kind, OvsDevice>) {
            printer.openObject("info_data");
            printKind(printer, call, link, kind);
            printer.closeObject();
        }
    };
    std::visit(print, link.kind);
}

std::string nameByIndex(const IpCall &call, int index)
{
    const auto found = std::ranges::find(call.netns.links, index, &Link::index);
    return found == call.netns.links.end() ? fmt::format("if{}", index) : found->name;
}

} // namespace netdraft::model::command

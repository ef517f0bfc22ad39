#pragma once

#include "model/command/ip.h"
#include "model/command/response.h"

namespace netdraft::model::command {

/// What is read of a kind's own words, those after `type KIND`.
struct KindCall {
    const IpCall &call;
    Arguments &arguments;
    std::string parent; ///< what `link` names; empty: nothing
    std::string note;   ///< what the tool says beside, on stderr
};

/// A word after `type`, with what its own words mean.
struct LinkType {
    std::string_view word;
    NewLink (*readNew)(KindCall &words);
    /// Null: nothing of it can be changed.
    LinkChange (*readChange)(KindCall &words);
};
/// Null for a word that is none; `veth` and `bridge` are read elsewhere.
const LinkType *linkType(std::string_view word);

// One of each for every kind.

NewLink readDummy(KindCall &words);
NewLink readVlan(KindCall &words);
NewLink readVxlan(KindCall &words);
LinkChange readVxlanChange(KindCall &words);
NewLink readMacvlan(KindCall &words);
LinkChange readMacvlanChange(KindCall &words);
NewLink readIpvlan(KindCall &words);
LinkChange readIpvlanChange(KindCall &words);
NewLink readBond(KindCall &words);
LinkChange readBondChange(KindCall &words);
template <TunnelType Type>
NewLink readTunnel(KindCall &words);
NewLink readVrf(KindCall &words);
LinkChange readBridgeChange(KindCall &words);
/// The words of `ip link set PORT type bridge_slave`.
PortChange readBridgeSlave(KindCall &words);

/// The word after `type`.
std::string_view typeWord(const NewLink &kind);
/// The kind's own words, after `type KIND`.
void appendTypeWords(std::vector<std::string> &words, const NewLink &kind);
/// `type KIND` and what changes.
void appendChangeWords(std::vector<std::string> &words, const LinkChange &change);
/// What `bridge link set` says of a port.
void appendPortWords(std::vector<std::string> &words, const PortChange &change);

/// `macvlan`, `vxlan` …; empty for `lo`.
std::string_view kindWord(const Link &link);
/// What `ip -d link` says of a link as one of its kind; nothing for kinds without settings.
void printKind(Printer &printer, const IpCall &call, const Link &link);

// The same for each kind.
void printKind(Printer &printer, const IpCall &call, const Link &link, const Vlan &vlan);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Vxlan &vxlan);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Macvlan &macvlan);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Ipvlan &ipvlan);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Bond &bond);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Tunnel &tunnel);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Vrf &vrf);
void printKind(Printer &printer, const IpCall &call, const Link &link, const Bridge &bridge);

/// A device as iproute2 finds its name by its ifindex in the namespace where it runs: `if7` if there is none.
std::string nameByIndex(const IpCall &call, int index);

/// The place of a word in a list of them; none if it is not in it.
template <typename Enum, std::size_t Count>
std::optional<Enum> wordIn(const std::string_view (&list)[Count], std::string_view word)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (list[i] == word)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}
template <typename Enum, std::size_t Count>
std::string_view wordOf(const std::string_view (&list)[Count], Enum value)
{
    return list[static_cast<std::size_t>(value)];
}

} // namespace netdraft::model::command

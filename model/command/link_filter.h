#pragma once

#include "model/command/ip.h"
#include "model/command/print_link.h"

namespace netdraft::model::command {

/// What `ip link show` and `ip addr show` are asked to show.
struct LinkFilter {
    const Link *dev = nullptr;
    const Link *master = nullptr;
    bool noMaster = false;
    bool up = false;
    std::string type;        ///< `veth`, `bridge` …; empty: any
    bool otherGroup = false; ///< a group in which no link is

    // Of addresses alone.
    std::optional<Family> family;
    std::optional<Prefix> to;
    std::optional<Scope> scope;
    std::string label;
    std::optional<bool> secondary;
    std::optional<bool> tentative;
    std::optional<bool> dadFailed;
    std::optional<bool> deprecated;
    bool noDad = false;
    bool noPrefixRoute = false;
    std::optional<bool> dynamic;
    bool managesTemporary = false;
    bool otherFlag = false; ///< one that no address has

    /// What the kernel itself leaves out; the rest iproute2 drops later, which JSON shows as `{}`.
    bool kernelShows(const Link &link) const;
    bool shows(const Link &link, const LinkAddress &address) const;
    /// Whether `ip addr` keeps the link at all, by its addresses (ipaddr_filter).
    bool keeps(const Link &link) const;
    LinkSource source(const IpOptions &options) const;
};

/// Reads the words after `show`, `list` or `flush`.
LinkFilter readLinkFilter(const IpCall &call, Arguments &arguments);

/// A scope's name in a command: `global`, `link`, `host`, `site`, or a number.
std::optional<Scope> readScope(std::string_view word);
std::string scopeName(Scope scope);
/// The scope that an address has when none is given: iproute2's choice for IPv4, the kernel's for IPv6.
Scope naturalScope(const IpAddress &address);

} // namespace netdraft::model::command

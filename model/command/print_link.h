#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// RFC 2863's operational state: `UP`, `DOWN`, `UNKNOWN`, `LOWERLAYERDOWN`.
std::string_view operState(const IpCall &call, const Link &link);
/// Which message of the kernel a link is printed from, for it tells more or less.
enum class LinkSource : std::uint8_t {
    Link,    ///< `ip link`: everything
    Address, ///< `ip addr`: without the link mode
    Event,   ///< `ip monitor`: without the link mode and the queue's length
    Inet,    ///< `ip -4 addr`: without the link-layer address
    Inet6,   ///< `ip -6 addr`: what inet6_fill_ifinfo() tells
    Port,    ///< `bridge link`: what br_fill_ifinfo() tells
};

/// The name with `@ifN` or `@PEER`, as text and as fields.
void printLinkName(Printer &printer, const IpCall &call, const Link &link, LinkSource source, std::string_view format);
/// The flags in the order of the tools.
std::vector<std::string_view> linkFlags(const IpCall &call, const Link &link, LinkSource source);
/// The same between angle brackets.
void printFlags(Printer &printer, const IpCall &call, const Link &link, LinkSource source);
/// A whole record of `ip link`, or the part of `ip addr` that tells of the link, without what ends it.
void printLink(Printer &printer, const IpCall &call, const Link &link, LinkSource source);
/// The counters that `-s` adds; a drawn network has counted nothing.
void printStatistics(Printer &printer, const IpCall &call);

} // namespace netdraft::model::command

#pragma once

#include "model/command/arguments.h"

namespace netdraft::model::command {

// The tools of net-tools 2.10 that are no wrapper of something else here: see route_tool.cpp and arp_tool.cpp, too.

Response ifconfig(const Network &network, const Netns &netns, std::span<const std::string> words);
Response netstat(const Network &network, const Netns &netns, std::span<const std::string> words);
/// ethtool 6.1: what drives a link.
Response ethtool(const Network &network, const Netns &netns, std::span<const std::string> words);

/// The IFF_ flags of a link as ioctl(2) gives them.
unsigned ioctlFlags(const Network &network, const Netns &netns, const Link &link);

/// What `ifconfig` shows of one interface, or of an alias such as eth0:1; the name may be one without an address.
std::string ifconfigText(const Network &network, const Netns &netns, const Link &link, std::string_view name);
/// The row of `ifconfig -s` and `netstat -i`.
std::string interfaceRow(const Network &network, const Netns &netns, const Link &link, std::string_view name);

/// An interface, or an alias of one, by the name that ifconfig lists it by.
struct NamedInterface {
    std::string name;
    const Link *link;
};
/// All that `ifconfig` lists, in its order: those that are up, or all.
std::vector<NamedInterface> ifconfigList(const Netns &netns, bool all);
/// The link that a name is of: of `eth0:1` it is eth0. Null where there is none.
const Link *linkOfInterface(const Netns &netns, std::string_view name);

/// The table that `netstat -r` shows.
std::string netstatRoutes(const Netns &netns, bool numeric);

} // namespace netdraft::model::command

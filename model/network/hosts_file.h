#pragma once

#include "model/network/network.h"

namespace netdraft::model {

/// A line of hosts(5): an address, its name, and other names for it.
struct HostsLine {
    IpAddress address;
    std::vector<std::string> names; ///< at least one, the canonical one first
};

/// The lines of a text in the form of hosts(5), in their order; what is no such line is left out, as glibc does.
std::vector<HostsLine> readHosts(std::string_view text);

/// What a program in a namespace finds in /etc/hosts: the namespace's own file, else the machine's, else what every
/// Debian has there, `localhost`.
std::vector<HostsLine> hostsOf(const Network &network, const Netns &netns);

} // namespace netdraft::model

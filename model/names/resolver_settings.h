#pragma once

#include "model/network/network.h"

namespace netdraft::model::names {

/// What glibc's resolver goes by (resolv.conf(5), nsswitch.conf(5)).
struct ResolverSettings {
    std::vector<IpAddress> servers;  ///< at most three, in their order; never empty: without any it is 127.0.0.1
    std::vector<std::string> search; ///< domains to look in, absolute, at most as many as glibc takes
    int ndots = 1;                   ///< a name with as many dots is tried as it is first
    int timeout = 5;                 ///< seconds that each server is waited for
    int attempts = 2;                ///< rounds through the servers

    /// Where to look for hosts, in order: `files`, `dns`.
    struct Source {
        std::string service;
        bool returnsNotFound = false;    ///< `[NOTFOUND=return]` stands behind it
        bool returnsUnavailable = false; ///< `[UNAVAIL=return]`
        friend bool operator==(const Source &, const Source &) = default;
    };
    std::vector<Source> sources;
};

/// As the files of a namespace, or of the machine where it has none, say.
ResolverSettings resolverSettings(const Network &network, const Netns &netns);

/// The name servers of a file in the form of resolv.conf(5), all of them; none where there is no such file.
std::vector<IpAddress> serversOfFile(const Network &network, const Netns &netns, std::string_view path);

} // namespace netdraft::model::names

#pragma once

#include "model/command/response.h"
#include "model/names/query.h"
#include "model/names/resolver_settings.h"

namespace netdraft::model::terminal {

// The tools that ask name servers, as Debian 12's bind9-dnsutils and bind9-host 9.18 print, and the programs that
// answer as name servers; the words are those after the tool's name.

Reply dig(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording);
Reply nslookup(const Network &network, NetnsId at, std::span<const std::string> words,
               simulation::Recording *recording);
Reply host(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording);

/// Starts dnsmasq or coredns: its edit, what it prints, or why it ends.
Response startServer(const Network &network, NetnsId at, std::span<const std::string> words);

/// What asking a server came to, as these tools have it: an answer, or the lines that say why there is none.
struct ServerReply {
    std::optional<names::Message> message;
    names::Sending sending; ///< as it was asked at last
    std::size_t bytes = 0;
    std::string complaints; ///< with the lines of the tries that failed
};

/// The names that are tried for one: as it is if it has dots enough, else with each domain of `search`, and then as it
/// is.
std::vector<std::string> triedNames(const names::ResolverSettings &settings, std::string_view name);

/// Asks each server as often as `tries` says until one answers. `typed` is the name as it was typed, for complaints.
ServerReply askServers(const DataPlane &plane, std::span<const IpAddress> servers, const names::Sending &sending,
                       int tries, std::string_view typed, simulation::Recording *recording);

/// A name as these tools print it in what they say: without a dot at its end, but for the root.
std::string printedName(std::string_view name);

} // namespace netdraft::model::terminal

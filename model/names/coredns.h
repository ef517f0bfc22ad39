#pragma once

#include "model/names/kubernetes_names.h"
#include "model/names/server.h"

#include <variant>

namespace netdraft::model::names {

// The plugins of CoreDNS that decide what is answered (coredns-PLUGIN(7)); names and zones are absolute.

/// `hosts [FILE [ZONES…]] { [INLINE] ttl SECONDS no_reverse fallthrough [ZONES…] }`
struct CorednsHosts {
    std::string file = "/etc/hosts";
    std::string inlined; ///< lines in the form of hosts(5)
    std::vector<std::string> origins;
    std::uint32_t ttl = 3600;
    bool reverses = true;
    std::vector<std::string> fallthrough; ///< the zones for which the next plugin is asked
};

/// `file DBFILE [ZONES…]`
struct CorednsZones {
    std::vector<std::string> origins;
    std::vector<Record> records;
    std::vector<std::string> fallthrough;
};

/// `forward FROM TO… { except ZONES… }`
struct CorednsForward {
    std::string from;
    std::vector<std::pair<IpAddress, std::uint16_t>> to;
    std::vector<std::string> files; ///< resolv.conf's, whose name servers are asked
    std::vector<std::string> except;
};

/// `rewrite name [exact|prefix|suffix|substring] FROM TO`, `rewrite type FROM TO`
struct CorednsRewrite {
    enum class Match : std::uint8_t { Exact, Prefix, Suffix, Substring, Type };
    Match match = Match::Exact;
    std::string from;
    std::string to;
    bool goesOn = false; ///< `continue`
};

/// `whoami`: who asks, and from which port, in the additional section.
struct CorednsWhoami {
};

using CorednsPlugin = std::variant<CorednsHosts, CorednsKubernetes, CorednsZones, CorednsForward, CorednsWhoami>;

/// What a server block does with questions for its zones.
struct CorednsServer {
    std::vector<std::string> zones;
    std::uint16_t port = 53;
    std::vector<IpAddress> bind; ///< empty: all addresses
    std::vector<CorednsRewrite> rewrites;
    /// In the order in which CoreDNS asks them (plugin.cfg), whatever that of the Corefile is.
    std::vector<CorednsPlugin> plugins;
};

struct CorednsSettings {
    std::vector<CorednsServer> servers;
    std::vector<ListeningSocket> web; ///< of health, ready and prometheus
    std::string notSimulated;         ///< a plugin that is not, or a part of one; empty: none
    bool onlyTells = false;           ///< `-version`, `-plugins`
};

/// Reads the words after the program's name, and the Corefile that they name, of a namespace; the error is the text
/// with which coredns ends.
std::expected<CorednsSettings, std::string> readCoredns(const Network &network, const Netns &netns,
                                                        std::span<const std::string> words);

/// What CoreDNS answers.
std::optional<Message> answerOfCoredns(const CorednsSettings &settings, const Query &query, const Upstream &upstream);

/// What the records of a zone say (RFC 1034, 4.3.2): the answer, an alias and what it leads to, a wildcard's, a
/// referral, that there is no such name or no such record.
Message answerOfZone(std::span<const Record> records, std::string_view origin, const Question &question);

} // namespace netdraft::model::names

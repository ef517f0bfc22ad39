#pragma once

#include "model/names/server.h"

#include <expected>

namespace netdraft::model::names {

/// What dnsmasq was told by its configuration and its command line (dnsmasq(8)); names are absolute.
struct DnsmasqSettings {
    /// `server=/DOMAIN/ADDRESS#PORT`, `local=/DOMAIN/`, `address=/DOMAIN/ADDRESS`
    struct ForDomain {
        enum class Kind : std::uint8_t { Server, Standard, Local, Address };
        Kind kind = Kind::Server;
        std::string domain = "."; ///< for names in it
        IpAddress address;
        std::uint16_t port = 53;
    };
    struct HostRecord {
        std::vector<std::string> names;
        std::vector<IpAddress> addresses;
    };

    std::uint16_t port = 53;
    bool readsHosts = true;
    bool readsResolv = true;
    std::string resolvFile = "/etc/resolv.conf";
    std::vector<std::string> hostsFiles; ///< besides /etc/hosts
    bool expandsHosts = false;
    std::string domain; ///< empty: none
    bool domainNeeded = false;
    bool bogusPriv = false;
    bool bindsInterfaces = false;
    std::vector<IpAddress> listenAddresses;
    std::vector<std::string> interfaces;
    std::vector<std::string> exceptInterfaces;
    std::uint32_t localTtl = 0;
    std::vector<ForDomain> domains; ///< in their order
    std::vector<HostRecord> hostRecords;
    std::vector<Record> records; ///< CNAME, PTR, TXT, SRV, MX
    bool onlyTests = false;      ///< --test
    std::string notSimulated;    ///< an option that is not; empty: none
};

/// How dnsmasq ends where it does not like what it was told.
struct DnsmasqError {
    int status = 1;
    std::string message;
};

/// Reads the words after the program's name, and the configuration that they name, of a namespace.
std::expected<DnsmasqSettings, DnsmasqError> readDnsmasq(const Network &network, const Netns &netns,
                                                         std::span<const std::string> words);

/// What dnsmasq answers.
std::optional<Message> answerOfDnsmasq(const DnsmasqSettings &settings, const Query &query, const Upstream &upstream);

} // namespace netdraft::model::names

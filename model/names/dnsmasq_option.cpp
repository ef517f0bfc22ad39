#include "model/names/dnsmasq_option.h"

#include "model/names/node_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

using Settings = DnsmasqSettings;
using ForDomain = Settings::ForDomain;
using Complaint = std::optional<std::string>;

std::optional<std::uint32_t> dnsmasqNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// `one,"two, three",four` with quotes taken away; in them a backslash takes the next character as it is.
std::vector<std::string> splitQuoted(std::string_view text)
{
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            quoted = !quoted;
        } else if (text[at] == ',' && !quoted) {
            parts.emplace_back();
        } else {
            at += text[at] == '\\' && quoted && at + 1 < text.size() ? 1 : 0;
            parts.back() += text[at];
        }
    }
    return parts;
}

/// Options without a value that change nothing of the answers here.
constexpr std::string_view harmlessFlags[] = {
    "no-daemon",           "keep-in-foreground", "strict-order",    "no-poll",      "filterwin2k",
    "no-negcache",         "localise-queries",   "all-servers",     "log-dhcp",     "stop-dns-rebind",
    "rebind-localhost-ok", "log-debug",          "clear-on-reload", "read-ethers",  "no-ping",
    "quiet-dhcp",          "no-round-robin",     "bind-dynamic",    "proxy-dnssec", "dns-loop-detect",
    "conntrack",           "dhcp-authoritative",
};
/// Options with a value that change nothing either.
constexpr std::string_view harmlessValues[] = {
    "pid-file",      "cache-size",  "edns-packet-max", "query-port",    "log-facility",      "log-async",
    "neg-ttl",       "max-ttl",     "max-cache-ttl",   "min-cache-ttl", "dns-forward-max",   "group",
    "local-service", "log-queries", "min-port",        "max-port",      "no-dhcp-interface", "dhcp-leasefile",
};
/// Options that dnsmasq has, and this one not.
constexpr std::string_view otherOptions[] = {
    "dhcp-range",     "dhcp-host",        "dhcp-option",  "enable-ra",      "ra-param",         "enable-tftp",
    "tftp-root",      "selfmx",           "localmx",      "mx-target",      "bogus-nxdomain",   "alias",
    "dhcp-lease-max", "dnssec",           "auth-server",  "auth-zone",      "auth-ttl",         "interface-name",
    "naptr-record",   "caa-record",       "dns-rr",       "synth-domain",   "rev-server",       "ipset",
    "nftset",         "filter-A",         "filter-AAAA",  "filter-rr",      "hostsdir",         "dhcp-script",
    "dhcp-boot",      "rebind-domain-ok", "dynamic-host", "ignore-address", "add-subnet",       "add-mac",
    "trust-anchor",   "servers-file",     "dhcp-match",   "dhcp-mac",       "dhcp-vendorclass", "domain-suffix",
};

template <typename Rows>
bool hasWord(const Rows &rows, std::string_view word)
{
    return std::ranges::find(rows, word) != std::end(rows);
}

/// Puts options into the settings.
class DnsmasqTaking
{
public:
    explicit DnsmasqTaking(Settings &settings) : m_settings(settings) {}

    /// Takes an option; what is wrong with it, if something is.
    Complaint take(const std::string &option, const std::optional<std::string> &given)
    {
        const std::string value = given.value_or("");
        if (option == "no-hosts")
            m_settings.readsHosts = false;
        else if (option == "no-resolv")
            m_settings.readsResolv = false;
        else if (option == "expand-hosts")
            m_settings.expandsHosts = true;
        else if (option == "bogus-priv")
            m_settings.bogusPriv = true;
        else if (option == "domain-needed")
            m_settings.domainNeeded = true;
        else if (option == "bind-interfaces")
            m_settings.bindsInterfaces = true;
        else if (isDnsmasqFlag(option) || hasWord(harmlessValues, option))
            m_settings.bindsInterfaces = m_settings.bindsInterfaces || option == "bind-dynamic";
        else if (hasWord(otherOptions, option))
            m_settings.notSimulated = option;
        else
            return takeValue(option, value);
        return std::nullopt;
    }

private:
    Complaint takeValue(const std::string &option, const std::string &value)
    {
        if (option == "port" || option == "local-ttl") {
            const auto number = dnsmasqNumber(value);
            if (!number || (option == "port" && *number > 65535))
                return "";
            if (option == "port")
                m_settings.port = static_cast<std::uint16_t>(*number);
            else
                m_settings.localTtl = *number;
        } else if (option == "interface" || option == "except-interface") {
            for (std::string &name : splitAt(value, ','))
                (option == "interface" ? m_settings.interfaces : m_settings.exceptInterfaces)
                    .push_back(std::move(name));
        } else if (option == "listen-address") {
            for (const std::string &text : splitAt(value, ',')) {
                const auto address = IpAddress::parse(text);
                if (!address)
                    return "";
                m_settings.listenAddresses.push_back(*address);
            }
        } else if (option == "domain") {
            m_settings.domain =
                value.empty() || value == "#" ? std::string() : absolute(value.substr(0, value.find(',')));
        } else if (option == "resolv-file") {
            m_settings.resolvFile = value;
        } else if (option == "addn-hosts") {
            m_settings.hostsFiles.push_back(value);
        } else if (option == "server" || option == "local") {
            return takeServer(value);
        } else if (option == "address") {
            return takeAddress(value);
        } else {
            return takeRecord(option, value);
        }
        return std::nullopt;
    }

    /// The domains of `/ONE/TWO/REST`, and the rest.
    static std::pair<std::vector<std::string>, std::string> domainsOf(std::string_view value)
    {
        if (!value.starts_with('/'))
            return {{std::string(".")}, std::string(value)};
        auto parts = splitAt(value.substr(1), '/');
        std::string rest = std::move(parts.back());
        parts.pop_back();
        for (std::string &part : parts)
            part = part == "#" || part.empty() ? "." : absolute(part.starts_with("*.") ? part.substr(2) : part);
        return {std::move(parts), std::move(rest)};
    }

    Complaint takeServer(const std::string &value)
    {
        auto [domains, rest] = domainsOf(value);
        ForDomain made;
        if (rest.empty()) {
            made.kind = ForDomain::Kind::Local;
        } else if (rest == "#") {
            made.kind = ForDomain::Kind::Standard;
        } else {
            rest = rest.substr(0, rest.find('@'));
            const auto hash = rest.find('#');
            if (hash != std::string::npos) {
                const auto port = dnsmasqNumber(std::string_view(rest).substr(hash + 1));
                if (!port || *port > 65535)
                    return "bad port";
                made.port = static_cast<std::uint16_t>(*port);
            }
            const auto address = IpAddress::parse(rest.substr(0, hash));
            if (!address)
                return "Cannot resolve server name";
            made.address = *address;
        }
        for (std::string &domain : domains) {
            made.domain = std::move(domain);
            m_settings.domains.push_back(made);
        }
        return std::nullopt;
    }

    Complaint takeAddress(const std::string &value)
    {
        if (!value.starts_with('/'))
            return "Bad address in --address";
        auto [domains, rest] = domainsOf(value);
        ForDomain made;
        made.kind = rest.empty() ? ForDomain::Kind::Local : ForDomain::Kind::Address;
        std::vector<IpAddress> addresses;
        if (rest == "#") {
            addresses = {Ipv4Address(), Ipv6Address()};
        } else if (!rest.empty()) {
            const auto address = IpAddress::parse(rest);
            if (!address)
                return "Bad address in --address";
            addresses = {*address};
        } else {
            addresses = {IpAddress()};
        }
        for (const std::string &domain : domains) {
            for (const IpAddress &address : addresses) {
                made.domain = domain;
                made.address = address;
                m_settings.domains.push_back(made);
            }
        }
        return std::nullopt;
    }

    Complaint takeRecord(const std::string &option, const std::string &value)
    {
        auto parts = splitQuoted(value);
        const auto numberAt = [&](std::size_t at, std::uint32_t otherwise) {
            return at < parts.size() ? dnsmasqNumber(parts[at]).value_or(otherwise) : otherwise;
        };
        const std::string owner = absolute(parts.front());
        const std::uint32_t ttl = 0;
        if (option == "cname") {
            if (parts.size() > 2 && dnsmasqNumber(parts.back()))
                parts.pop_back(); // the time to live, which is not told apart here
            if (parts.size() < 2)
                return "bad CNAME";
            for (std::size_t at = 0; at + 1 < parts.size(); ++at)
                m_settings.records.push_back({absolute(parts[at]), RecordType::Cname, ttl, absolute(parts.back())});
        } else if (option == "ptr-record") {
            m_settings.records.push_back(
                {owner, RecordType::Ptr, ttl, parts.size() > 1 ? absolute(parts[1]) : std::string(".")});
        } else if (option == "txt-record") {
            std::string data;
            for (std::size_t at = 1; at < parts.size(); ++at)
                data += fmt::format("{}\"{}\"", data.empty() ? "" : " ", parts[at]);
            m_settings.records.push_back({owner, RecordType::Txt, ttl, data.empty() ? "\"\"" : data});
        } else if (option == "srv-host") {
            const std::string target = parts.size() > 1 && !parts[1].empty() ? absolute(parts[1]) : std::string(".");
            m_settings.records.push_back(
                {owner, RecordType::Srv, ttl,
                 fmt::format("{} {} {} {}", numberAt(3, 0), numberAt(4, 0), numberAt(2, 1), target)});
        } else if (option == "mx-host") {
            if (parts.size() < 2)
                m_settings.notSimulated = "mx-host without a host";
            else
                m_settings.records.push_back(
                    {owner, RecordType::Mx, ttl, fmt::format("{} {}", numberAt(2, 1), absolute(parts[1]))});
        } else {
            return takeHostRecord(parts);
        }
        return std::nullopt;
    }

    Complaint takeHostRecord(const std::vector<std::string> &parts)
    {
        Settings::HostRecord made;
        for (const std::string &part : parts) {
            if (const auto address = IpAddress::parse(part))
                made.addresses.push_back(*address);
            else if (!dnsmasqNumber(part))
                made.names.push_back(absolute(part));
        }
        if (made.names.empty() || made.addresses.empty())
            return "Bad host-record";
        m_settings.hostRecords.push_back(std::move(made));
        return std::nullopt;
    }

    Settings &m_settings;
};

} // namespace

bool takesDnsmasqValue(std::string_view option)
{
    constexpr std::string_view own[] = {
        "conf-file", "conf-dir",   "interface",   "except-interface", "listen-address", "port",     "domain",
        "server",    "local",      "address",     "addn-hosts",       "txt-record",     "srv-host", "mx-host",
        "cname",     "ptr-record", "host-record", "resolv-file",      "local-ttl",      "user",
    };
    return hasWord(own, option) || hasWord(harmlessValues, option) || hasWord(otherOptions, option);
}
bool needsDnsmasqValue(std::string_view option)
{
    constexpr std::string_view optional[] = {"log-queries", "local-service", "pid-file", "conf-file", "log-async",
                                             "txt-record",  "srv-host",      "mx-host",  "domain",    "enable-ra",
                                             "enable-tftp", "selfmx",        "localmx",  "dnssec"};
    return !hasWord(optional, option);
}
bool isDnsmasqFlag(std::string_view option)
{
    constexpr std::string_view own[] = {"no-hosts",   "no-resolv",     "expand-hosts",
                                        "bogus-priv", "domain-needed", "bind-interfaces"};
    return hasWord(own, option) || hasWord(harmlessFlags, option);
}

std::optional<std::string> takeDnsmasqOption(DnsmasqSettings &settings, const std::string &option,
                                             const std::optional<std::string> &value)
{
    return DnsmasqTaking(settings).take(option, value);
}

} // namespace netdraft::model::names

#include "model/names/dnsmasq.h"

#include "model/address/prefix.h"
#include "model/names/node_files.h"
#include "model/names/resolver_settings.h"
#include "model/network/hosts_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace netdraft::model::names {

namespace {

// Extended DNS errors (RFC 8914).
constexpr int notReady = 14;
constexpr int networkError = 23;

using Kind = DnsmasqSettings::ForDomain::Kind;

/// A name of /etc/hosts or host-record, with its address.
struct KnownName {
    std::string name;
    IpAddress address;
};

/// Names and addresses as dnsmasq keeps them, and who an address belongs to when it is asked backwards.
struct Known {
    void add(KnownName name)
    {
        const auto isSame = [&](const KnownName &each) {
            return each.address == name.address && isSameName(each.name, name.name);
        };
        if (std::ranges::none_of(forward, isSame))
            forward.push_back(std::move(name));
    }

    std::vector<KnownName> forward;
    std::map<IpAddress, std::string> reverse;

    bool has(std::string_view name) const
    {
        return std::ranges::any_of(forward, [&](const KnownName &each) { return isSameName(each.name, name); });
    }
};

void addHosts(const DnsmasqSettings &settings, const std::vector<HostsLine> &lines, Known &known)
{
    for (const HostsLine &line : lines) {
        for (const std::string &name : line.names) {
            const bool expands =
                settings.expandsHosts && !settings.domain.empty() && name.find('.') == std::string::npos;
            const std::string full = expands ? name + '.' + settings.domain : absolute(name);
            known.add({absolute(name), line.address});
            if (expands)
                known.add({full, line.address});
            known.reverse.try_emplace(line.address, full); // the first name of the first line
        }
    }
}

Known knownOf(const DnsmasqSettings &settings, const Query &query)
{
    Known known;
    for (const auto &record : settings.hostRecords) {
        for (const IpAddress &address : record.addresses) {
            for (const std::string &name : record.names)
                known.add({name, address});
            known.reverse.try_emplace(address, record.names.front());
        }
    }
    if (settings.readsHosts)
        addHosts(settings, hostsOf(query.network, query.at), known);
    for (const std::string &path : settings.hostsFiles) {
        if (const auto text = fileOf(query.network, query.at, path))
            addHosts(settings, readHosts(*text), known);
    }
    return known;
}

bool matches(RecordType asked, RecordType type)
{
    return asked == type || asked == RecordType::Any;
}

RecordType typeOf(const IpAddress &address)
{
    return address.isV4() ? RecordType::A : RecordType::Aaaa;
}

/// Addresses that no server outside knows anything of (private_net, private_net6 of dnsmasq, without localhost).
bool isPrivate(const IpAddress &address)
{
    static const std::set<Prefix> nets = [] {
        std::set<Prefix> made;
        for (const std::string_view text : {"0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                                            "192.168.0.0/16", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",
                                            "255.255.255.255/32", "fd00::/8", "fe80::/10", "2001:db8::/32"})
            if (const auto prefix = Prefix::parse(text))
                made.insert(*prefix);
        return made;
    }();
    return std::ranges::any_of(nets, [&](const Prefix &net) { return net.contains(address); });
}

/// What dnsmasq knows itself (answer_request).
std::optional<Message> ownAnswer(const DnsmasqSettings &settings, const Known &known, const Question &question)
{
    Message message;
    message.authoritative = true;
    std::string name = question.name;
    const auto recordsOf = [&](std::string_view owner, RecordType type) {
        std::vector<const Record *> found;
        for (const Record &record : settings.records) {
            if (record.type == type && isSameName(record.owner, owner))
                found.push_back(&record);
        }
        return found;
    };
    const auto add = [&](const Record &record) {
        message.answers.push_back(record);
        message.answers.back().owner = name;
        message.answers.back().ttl = settings.localTtl;
    };
    constexpr std::size_t longestChain = 16;
    while (message.answers.size() < longestChain) {
        const auto aliases = recordsOf(name, RecordType::Cname);
        if (aliases.empty())
            break;
        add(*aliases.front());
        name = message.answers.back().data;
        if (question.type == RecordType::Cname)
            return message;
    }
    if (matches(question.type, RecordType::Txt)) {
        for (const Record *record : recordsOf(name, RecordType::Txt))
            add(*record);
    }
    if (matches(question.type, RecordType::Ptr)) {
        const auto records = recordsOf(name, RecordType::Ptr);
        for (const Record *record : records)
            add(*record);
        const auto address = addressOfReverse(name);
        const auto found = address ? known.reverse.find(*address) : known.reverse.end();
        if (records.empty() && found != known.reverse.end()) {
            add({name, RecordType::Ptr, 0, found->second});
        } else if (records.empty() && address && settings.bogusPriv && isPrivate(*address) &&
                   question.type == RecordType::Ptr) {
            message.rcode = Rcode::NxDomain;
            return message;
        }
    }
    for (const KnownName &each : known.forward) {
        const RecordType type = typeOf(each.address);
        if (isSameName(each.name, name) && matches(question.type, type))
            add({name, type, 0, each.address.toString()});
    }
    for (const RecordType type : {RecordType::Mx, RecordType::Srv}) {
        if (!matches(question.type, type))
            continue;
        for (const Record *record : recordsOf(name, type)) {
            add(*record);
            for (const KnownName &each : known.forward) {
                if (isSameName(each.name, targetOf(*record)))
                    message.additional.push_back(addressRecord(targetOf(*record), each.address, settings.localTtl));
            }
        }
    }
    return message.answers.empty() ? std::nullopt : std::optional(message);
}

bool isKnown(const DnsmasqSettings &settings, const Known &known, std::string_view name)
{
    return known.has(name) ||
           std::ranges::any_of(settings.records, [&](const Record &record) { return isSameName(record.owner, name); });
}

/// The settings for the longest domain that the name is in, of which none is an address of another type; none where
/// there are no settings at all (lookup_domain).
std::vector<const DnsmasqSettings::ForDomain *> settingsFor(const DnsmasqSettings &settings, const Question &question)
{
    std::vector<const DnsmasqSettings::ForDomain *> best;
    for (const auto &each : settings.domains) {
        if (!isWithin(question.name, each.domain))
            continue;
        if (each.kind == Kind::Address && !matches(question.type, typeOf(each.address)))
            continue;
        const std::size_t length = labelsOf(each.domain).size();
        const std::size_t bestLength = best.empty() ? 0 : labelsOf(best.front()->domain).size();
        if (!best.empty() && length < bestLength)
            continue;
        if (length > bestLength)
            best.clear();
        best.push_back(&each);
    }
    return best;
}

Message withError(Rcode rcode, std::optional<int> error = std::nullopt)
{
    Message message;
    message.rcode = rcode;
    message.extendedError = error;
    return message;
}

/// What the servers say: the first that has an answer, else one that refuses; nothing where they all are silent.
std::optional<Message> forward(const std::vector<std::pair<IpAddress, std::uint16_t>> &servers, const Query &query,
                               const Upstream &upstream)
{
    std::optional<Message> refused;
    bool sent = false;
    for (const auto &[address, port] : servers) {
        Asked asked = upstream({address, port, query.question, {}});
        sent = sent || asked.outcome != Asked::Outcome::NotSent;
        if (!asked.answer)
            continue;
        if (asked.answer->rcode != Rcode::Refused && asked.answer->rcode != Rcode::ServFail)
            return asked.answer;
        if (!refused)
            refused = std::move(asked.answer);
    }
    return refused || sent ? refused : std::optional(withError(Rcode::Refused, networkError));
}

std::optional<Message> otherAnswer(const DnsmasqSettings &settings, const Known &known, const Query &query,
                                   const Upstream &upstream)
{
    const Question &question = query.question;
    const auto chosen = settingsFor(settings, question);
    const bool standard = chosen.empty() || std::ranges::any_of(chosen, [](const auto *each) {
                              return each->kind == Kind::Standard || each->domain == ".";
                          });
    const Rcode nothing = isKnown(settings, known, question.name) ? Rcode::NoError : Rcode::NxDomain;
    Message literal;
    std::vector<std::pair<IpAddress, std::uint16_t>> servers;
    bool isLocal = false;
    for (const auto *each : chosen) {
        isLocal = isLocal || each->kind == Kind::Local;
        if (each->kind == Kind::Address)
            literal.answers.push_back(addressRecord(question.name, each->address, settings.localTtl));
        else if (each->kind == Kind::Server)
            servers.emplace_back(each->address, each->port);
    }
    if (!literal.answers.empty()) {
        literal.authoritative = true;
        return literal;
    }
    if (isLocal)
        return withError(nothing);
    const bool isAddressType = question.type == RecordType::A || question.type == RecordType::Aaaa;
    if (settings.domainNeeded && isAddressType && labelsOf(question.name).size() == 1)
        return withError(nothing);
    if (standard) {
        for (const auto &each : settings.domains) {
            if (each.kind == Kind::Server && each.domain == "." &&
                std::ranges::find(servers, std::pair(each.address, each.port)) == servers.end())
                servers.emplace_back(each.address, each.port);
        }
        if (settings.readsResolv) {
            for (const IpAddress &address : serversOfFile(query.network, query.at, settings.resolvFile))
                servers.emplace_back(address, 53);
        }
    }
    if (servers.empty())
        return withError(Rcode::Refused, notReady);
    return forward(servers, query, upstream);
}

/// Whether it takes questions to this address, where it was told on which to listen (iface_check).
bool listensTo(const DnsmasqSettings &settings, const Query &query)
{
    if (settings.listenAddresses.empty() && settings.interfaces.empty())
        return true;
    if (std::ranges::find(settings.listenAddresses, query.local) != settings.listenAddresses.end() ||
        query.local.isLoopback())
        return true;
    return std::ranges::any_of(query.at.links, [&](const Link &link) {
        const auto &addresses = query.local.isV4() ? link.addresses4 : link.addresses6;
        return std::ranges::find(settings.interfaces, link.name) != settings.interfaces.end() &&
               std::ranges::any_of(addresses, [&](const auto &own) { return own.local.address == query.local; });
    });
}

} // namespace

std::optional<Message> answerOfDnsmasq(const DnsmasqSettings &settings, const Query &query, const Upstream &upstream)
{
    if (!listensTo(settings, query))
        return std::nullopt;
    std::optional<Message> message;
    if (query.question.isChaos) {
        message = withError(Rcode::Refused, notReady);
        if (isSameName(query.question.name, "version.bind.") && matches(query.question.type, RecordType::Txt)) {
            message = Message{};
            message->authoritative = true;
            message->answers.push_back({query.question.name, RecordType::Txt, 0, "\"dnsmasq-2.90\""});
        }
    } else {
        const Known known = knownOf(settings, query);
        message = ownAnswer(settings, known, query.question);
        if (!message)
            message = otherAnswer(settings, known, query, upstream);
    }
    if (message) {
        message->recursionAvailable = true;
        message->compressesData = false;
    }
    return message;
}

Start startDnsmasq(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Start start;
    const auto settings = readDnsmasq(network, netns, words);
    const auto endWith = [&](int status, std::string_view message) {
        start.status = status;
        start.err = fmt::format("\ndnsmasq: {}\n", message);
        start.stays = false;
        return start;
    };
    if (!settings)
        return endWith(settings.error().status, settings.error().message);
    start.unknown = settings->notSimulated;
    if (settings->onlyTests) {
        start.err = "dnsmasq: syntax check OK.\n";
        start.stays = false;
        return start;
    }
    if (settings->port == 0)
        return start; // no name server
    const auto listen = [&](const IpAddress &address) {
        const bool only = !address.isV4();
        for (const Transport transport : {Transport::Udp, Transport::Tcp})
            start.sockets.push_back({transport, address, settings->port, only});
    };
    if (!settings->bindsInterfaces) {
        listen(Ipv4Address());
        listen(Ipv6Address());
        return start;
    }
    for (const std::string &name : settings->interfaces) {
        if (!netns.find(std::string_view(name)))
            return endWith(2, fmt::format("unknown interface {}", name));
    }
    const bool all = settings->interfaces.empty() && settings->listenAddresses.empty();
    for (const Link &link : netns.links) {
        const auto has = [&](const std::vector<std::string> &names) {
            return std::ranges::find(names, link.name) != names.end();
        };
        const bool wanted = all || link.isLoopback() || has(settings->interfaces);
        if (!link.up || has(settings->exceptInterfaces) || !(wanted || !settings->listenAddresses.empty()))
            continue;
        for (const auto *addresses : {&link.addresses4, &link.addresses6}) {
            for (const LinkAddress &own : *addresses) {
                const IpAddress &address = own.local.address;
                const bool named =
                    std::ranges::find(settings->listenAddresses, address) != settings->listenAddresses.end();
                const bool loopbackToo = !link.isLoopback() || !settings->interfaces.empty() || all;
                // A socket of a link-local address is bound to its link, which sockets of processes here are not.
                if (!own.tentative && !address.isLinkLocal() && (named || (wanted && loopbackToo)))
                    listen(address);
            }
        }
    }
    return start;
}

} // namespace netdraft::model::names

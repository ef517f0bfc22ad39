#include "model/names/coredns.h"

#include "model/names/resolver_settings.h"
#include "model/network/hosts_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::names {

namespace {

constexpr std::string_view corednsVersion = "CoreDNS-1.11.1\nlinux/amd64, go1.20.7, ae2bbc2\n";

bool isInAny(std::string_view name, const std::vector<std::string> &zones)
{
    return std::ranges::any_of(zones, [&](const std::string &zone) { return isWithin(name, zone); });
}

Message withRcode(Rcode rcode)
{
    Message message;
    message.rcode = rcode;
    return message;
}

/// What a plugin does with a question: answers, or leaves it to the next.
struct PluginVisitor {
    const Query &query;
    const Upstream &upstream;
    const Question &question;
    std::string name; ///< asked for, in lower case
    LookUp lookUp;    ///< asks the whole server; empty: it has been asked too often

    std::optional<Message> operator()(const CorednsHosts &hosts) const
    {
        const bool isPtr = question.type == RecordType::Ptr;
        if (!isInAny(name, hosts.origins) && !isPtr)
            return std::nullopt;
        std::vector<HostsLine> lines = readHosts(hosts.inlined);
        const auto ofFile = hosts.file == "/etc/hosts"
                                ? hostsOf(query.network, query.at)
                                : readHosts(fileOf(query.network, query.at, hosts.file).value_or(""));
        lines.insert(lines.begin(), ofFile.begin(), ofFile.end());
        Message message;
        message.authoritative = true;
        bool known = false;
        const auto asked = isPtr && hosts.reverses ? addressOfReverse(name) : std::nullopt;
        for (const HostsLine &line : lines) {
            for (const std::string &each : line.names) {
                const std::string full = absolute(each);
                if (asked && line.address == *asked)
                    message.answers.push_back({name, RecordType::Ptr, hosts.ttl, full});
                if (isPtr || !isSameName(full, name))
                    continue;
                known = true;
                Record record = addressRecord(name, line.address, hosts.ttl);
                if (record.type == question.type && std::ranges::find(message.answers, record) == message.answers.end())
                    message.answers.push_back(std::move(record));
            }
        }
        if (isPtr && message.answers.empty())
            return std::nullopt;
        if (message.answers.empty() && !known)
            return isInAny(name, hosts.fallthrough) ? std::nullopt : std::optional(withRcode(Rcode::ServFail));
        return message;
    }

    std::optional<Message> operator()(const CorednsZones &zones) const
    {
        const std::string *best = nullptr;
        for (const std::string &origin : zones.origins) {
            if (isWithin(name, origin) && (!best || origin.size() > best->size()))
                best = &origin;
        }
        if (!best)
            return std::nullopt;
        Question asked = question;
        asked.name = name;
        Message message = answerOfZone(zones.records, *best, asked);
        if (message.rcode == Rcode::NxDomain && isInAny(name, zones.fallthrough))
            return std::nullopt;
        return message;
    }

    std::optional<Message> operator()(const CorednsKubernetes &kubernetes) const
    {
        return answerOfKubernetes(kubernetes, query, question, lookUp);
    }

    std::optional<Message> operator()(const CorednsForward &forward) const
    {
        if (!isWithin(name, forward.from) || isInAny(name, forward.except))
            return std::nullopt;
        auto servers = forward.to;
        for (const std::string &file : forward.files) {
            for (const IpAddress &address : serversOfFile(query.network, query.at, file))
                servers.emplace_back(address, 53);
        }
        for (const auto &[address, port] : servers) {
            if (auto asked = upstream({address, port, question, {}}); asked.answer)
                return std::move(asked.answer);
        }
        return withRcode(Rcode::ServFail);
    }

    std::optional<Message> operator()(const CorednsWhoami &) const
    {
        Message message;
        message.authoritative = true;
        message.additional.push_back(addressRecord(question.name, query.client, 0));
        message.additional.push_back(
            {fmt::format("_{}.{}", transportName(query.transport), question.name == "." ? "" : question.name),
             RecordType::Srv, 0, fmt::format("0 0 {} .", query.clientPort)});
        return message;
    }
};

void replaceFirst(std::string &text, std::string_view from, std::string_view to)
{
    if (const auto at = text.find(from); at != std::string::npos && !from.empty())
        text.replace(at, from.size(), to);
}

bool rewrite(const CorednsRewrite &rule, Question &question)
{
    std::string name = lowered(question.name);
    switch (rule.match) {
    case CorednsRewrite::Match::Type:
        if (typeNamed(rule.from) != question.type)
            return false;
        question.type = *typeNamed(rule.to);
        return true;
    case CorednsRewrite::Match::Exact:
        if (name != rule.from)
            return false;
        question.name = rule.to;
        return true;
    case CorednsRewrite::Match::Prefix:
        if (!name.starts_with(rule.from))
            return false;
        question.name = rule.to + name.substr(rule.from.size());
        return true;
    case CorednsRewrite::Match::Suffix: {
        const std::string from = absolute(rule.from);
        if (!name.ends_with(from))
            return false;
        question.name = name.substr(0, name.size() - from.size()) + absolute(rule.to);
        return true;
    }
    case CorednsRewrite::Match::Substring:
        if (name.find(rule.from) == std::string::npos)
            return false;
        replaceFirst(name, rule.from, rule.to);
        question.name = absolute(name);
        return true;
    }
    return false;
}

} // namespace

namespace {

std::optional<Message> answerAtDepth(const CorednsSettings &settings, const Query &query, const Upstream &upstream,
                                     int depth)
{
    const CorednsServer *best = nullptr;
    std::size_t bestLength = 0;
    for (const CorednsServer &server : settings.servers) {
        for (const std::string &zone : server.zones) {
            const std::size_t length = labelsOf(zone).size() + 1;
            if (server.port == query.port && isWithin(query.question.name, zone) && length > bestLength) {
                best = &server;
                bestLength = length;
            }
        }
    }
    if (!best || query.question.isChaos)
        return withRcode(Rcode::Refused);
    Question question = query.question;
    for (const CorednsRewrite &rule : best->rewrites) {
        if (rewrite(rule, question) && !rule.goesOn)
            break;
    }
    constexpr int deepest = 8;
    LookUp lookUp;
    if (depth < deepest) {
        lookUp = [&](const Question &next) {
            Query again = query;
            again.question = next;
            auto found = answerAtDepth(settings, again, upstream, depth + 1);
            return found ? std::move(found->answers) : std::vector<Record>();
        };
    }
    const PluginVisitor visitor{query, upstream, question, lowered(question.name), lookUp};
    for (const auto &plugin : best->plugins) {
        auto message = std::visit(visitor, plugin);
        if (!message)
            continue;
        // A name that was rewritten goes back to whoever asked as it was.
        if (!isSameName(question.name, query.question.name)) {
            for (Record &record : message->answers) {
                if (isSameName(record.owner, question.name))
                    record.owner = query.question.name;
            }
        }
        return message;
    }
    return withRcode(best->plugins.empty() ? Rcode::Refused : Rcode::ServFail);
}

} // namespace

std::optional<Message> answerOfCoredns(const CorednsSettings &settings, const Query &query, const Upstream &upstream)
{
    return answerAtDepth(settings, query, upstream, 0);
}

Start startCoredns(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Start start;
    const auto settings = readCoredns(network, netns, words);
    if (!settings) {
        start.status = 1;
        start.err = settings.error() + '\n';
        start.stays = false;
        return start;
    }
    if (settings->onlyTells) {
        start.out = corednsVersion;
        start.stays = false;
        return start;
    }
    start.unknown = settings->notSimulated;
    for (const CorednsServer &server : settings->servers) {
        for (const std::string &zone : server.zones)
            start.out += fmt::format("{}:{}\n", zone, server.port);
        // Go listens for both families at once.
        const std::vector<IpAddress> addresses =
            server.bind.empty() ? std::vector<IpAddress>{Ipv6Address()} : server.bind;
        for (const IpAddress &address : addresses) {
            for (const Transport transport : {Transport::Tcp, Transport::Udp}) {
                const ListeningSocket socket{transport, address, server.port, false};
                if (std::ranges::find(start.sockets, socket) == start.sockets.end())
                    start.sockets.push_back(socket);
            }
        }
    }
    for (const ListeningSocket &socket : settings->web)
        if (std::ranges::find(start.sockets, socket) == start.sockets.end())
            start.sockets.push_back(socket);
    start.out += corednsVersion;
    return start;
}

} // namespace netdraft::model::names

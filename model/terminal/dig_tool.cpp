#include "model/names/resolver_settings.h"
#include "model/terminal/dig_query.h"
#include "model/terminal/name_tools.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

/// Fills up to a column with tabs of eight, or sets one blank where it is passed (dns_master_style_debug).
void indent(std::string &line, std::size_t column, std::size_t skipped = 0)
{
    constexpr std::size_t tab = 8;
    std::size_t at = line.size() - skipped;
    if (const auto last = line.rfind('\t'); last != std::string::npos) {
        // Tabs before have brought it to a multiple of eight.
        at = 0;
        for (std::size_t i = skipped; i < line.size(); ++i)
            at = line[i] == '\t' ? (at / tab + 1) * tab : at + 1;
    }
    if (at >= column) {
        line += ' ';
        return;
    }
    for (; at < column; at = (at / tab + 1) * tab)
        line += '\t';
}

std::string recordLine(const names::Record &record, const DigQuery &query)
{
    // What is left out gives its column to what follows (dig's dns_master_stylecreate).
    constexpr std::size_t ttlColumn = 24;
    constexpr std::size_t width = 8;
    const std::size_t classColumn = query.ttl && query.recordClass ? ttlColumn + width : ttlColumn;
    const std::size_t typeColumn = query.ttl || query.recordClass ? classColumn + width : classColumn;
    const std::size_t dataColumn = typeColumn + width;
    std::string line = record.owner;
    if (query.ttl) {
        indent(line, ttlColumn);
        line += std::to_string(record.ttl);
    }
    if (query.recordClass) {
        indent(line, classColumn);
        line += query.isChaos ? "CH" : "IN";
    }
    indent(line, typeColumn);
    line += names::typeName(record.type);
    indent(line, dataColumn);
    return line + record.data + '\n';
}

std::string sections(const DigQuery &query, const names::Question &question, const names::Message &message)
{
    std::string out;
    const bool edns = query.edns && message.edns;
    if (query.comments) {
        std::string flags = "qr";
        flags += message.authoritative ? " aa" : "";
        flags += question.recursion ? " rd" : "";
        flags += message.recursionAvailable ? " ra" : "";
        out += ";; Got answer:\n";
        out += fmt::format(";; ->>HEADER<<- opcode: QUERY, status: {}, id: 0\n", names::rcodeName(message.rcode));
        out +=
            fmt::format(";; flags: {}; QUERY: 1, ANSWER: {}, AUTHORITY: {}, ADDITIONAL: {}\n", flags,
                        message.answers.size(), message.authority.size(), message.additional.size() + (edns ? 1 : 0));
        if (question.recursion && !message.recursionAvailable)
            out += ";; WARNING: recursion requested but not available\n";
        out += '\n';
        if (edns) {
            out += fmt::format(";; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: {}\n", message.udpSize);
            if (message.extendedError)
                out += fmt::format("; EDE: {} ({})\n", *message.extendedError,
                                   *message.extendedError == 14 ? "Not Ready" : "Network Error");
        }
    }
    if (query.question) {
        std::string line = ";" + question.name;
        indent(line, 32, 1);
        line += question.isChaos ? "CH" : "IN";
        indent(line, 40, 1);
        out += query.comments ? ";; QUESTION SECTION:\n" : "";
        out += line + names::typeName(question.type) + '\n';
        out += query.comments ? "\n" : "";
    }
    const auto section = [&](bool shown, std::string_view head, const std::vector<names::Record> &records) {
        if (!shown || records.empty())
            return;
        out += query.comments ? fmt::format(";; {} SECTION:\n", head) : std::string();
        for (const names::Record &record : records)
            out += recordLine(record, query);
        out += query.comments ? "\n" : "";
    };
    section(query.answer, "ANSWER", message.answers);
    section(query.authority, "AUTHORITY", message.authority);
    section(query.additional, "ADDITIONAL", message.additional);
    return out;
}

} // namespace

Reply dig(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording)
{
    const DataPlane plane(network);
    std::optional<Reply> ended;
    const auto queries = readDig(plane, at, words, ended);
    if (ended)
        return *ended;
    const auto settings = names::resolverSettings(network, *network.find(at));
    Reply reply;
    bool isFirst = true;
    for (const DigQuery &query : queries) {
        std::vector<IpAddress> servers = query.server ? std::vector{*query.server} : settings.servers;
        std::erase_if(servers, [&](const IpAddress &each) { return query.family && each.family() != *query.family; });
        const std::string banner = query.command && !query.isShort && isFirst
                                       ? fmt::format("\n; <<>> DiG {} <<>> {}\n{};; global options: +cmd\n", digVersion,
                                                     fmt::join(words, " "), query.server ? "; (1 server found)\n" : "")
                                       : std::string();
        isFirst = false;
        const auto asked =
            query.search ? triedNames(settings, query.name) : std::vector<std::string>{names::absolute(query.name)};
        ServerReply got;
        for (const std::string &name : asked) {
            if (!names::isSoundName(name))
                return {10, {}, fmt::format("dig: '{}' is not a legal name (label too long)\n", query.name)};
            const names::Question question{name, query.type, query.isChaos, query.recursion};
            got = askServers(plane, servers,
                             {at, {}, query.port, question, query.tcp ? Transport::Tcp : Transport::Udp, query.edns},
                             query.tries, query.name, recording);
            if (!got.message || got.message->rcode != names::Rcode::NxDomain)
                break;
        }
        reply.out += got.complaints;
        if (!got.message) {
            // Where nothing could be sent, the lines above have said so.
            if (got.complaints.find("no servers could be reached") == std::string::npos)
                reply.out += banner + ";; no servers could be reached\n";
            reply.status = 9;
            continue;
        }
        const names::Message &message = *got.message;
        if (query.isShort) {
            for (const names::Record &record : message.answers)
                reply.out += record.data + '\n';
            continue;
        }
        reply.out += banner + sections(query, got.sending.question, message);
        // dig leaves them out where its search ends with a server that refuses.
        if (query.statistics && !(query.search && message.rcode == names::Rcode::Refused))
            reply.out += fmt::format(";; Query time: 0 msec\n;; SERVER: {0}#{1}({2}) ({3})\n"
                                     ";; WHEN: Thu Jan 01 00:00:00 UTC 1970\n;; MSG SIZE  rcvd: {4}\n\n",
                                     got.sending.server.toString(), query.port,
                                     query.server ? query.serverWord : got.sending.server.toString(),
                                     got.sending.transport == Transport::Tcp ? "TCP" : "UDP", got.bytes);
    }
    return reply;
}

} // namespace netdraft::model::terminal

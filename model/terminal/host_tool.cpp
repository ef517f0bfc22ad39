#include "model/names/resolver.h"
#include "model/terminal/name_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using names::Rcode;
using names::RecordType;

/// What `host` or `nslookup` asks of the server in its words, or of those of resolv.conf.
struct HostAsking {
    const DataPlane &plane;
    NetnsId at;
    names::ResolverSettings settings;
    std::vector<IpAddress> servers;
    bool tcp = false;
    int tries = 2;
    bool recursion = true;
    simulation::Recording *recording = nullptr;

    ServerReply ask(const std::string &name, RecordType type, std::string_view typed = {}) const
    {
        const names::Question question{name, type, false, recursion};
        return askServers(plane, servers, {at, {}, 53, question, tcp ? Transport::Tcp : Transport::Udp, false}, tries,
                          typed.empty() ? std::string_view(name) : typed, recording);
    }
    /// The first of the names to try that is there, else the last.
    ServerReply search(const std::string &name, RecordType type, std::string &asked) const
    {
        ServerReply reply;
        for (const std::string &each : triedNames(settings, name)) {
            asked = each;
            reply = ask(each, type, name);
            if (!reply.message || reply.message->rcode != Rcode::NxDomain)
                break;
        }
        return reply;
    }
};

std::string describeRecord(const names::Record &record)
{
    const std::string owner = printedName(record.owner);
    switch (record.type) {
    case RecordType::A: return fmt::format("{} has address {}\n", owner, record.data);
    case RecordType::Aaaa: return fmt::format("{} has IPv6 address {}\n", owner, record.data);
    case RecordType::Cname: return fmt::format("{} is an alias for {}\n", owner, record.data);
    case RecordType::Ptr: return fmt::format("{} domain name pointer {}\n", owner, record.data);
    case RecordType::Mx: return fmt::format("{} mail is handled by {}\n", owner, record.data);
    case RecordType::Ns: return fmt::format("{} name server {}\n", owner, record.data);
    case RecordType::Txt: return fmt::format("{} descriptive text {}\n", owner, record.data);
    case RecordType::Soa: return fmt::format("{} has SOA record {}\n", owner, record.data);
    case RecordType::Srv: return fmt::format("{} has SRV record {}\n", owner, record.data);
    case RecordType::Any: break;
    }
    return {};
}

std::string unreached(const std::string &complaints)
{
    const bool said = complaints.find("no servers could be reached") != std::string::npos;
    return complaints + (said ? "" : ";; no servers could be reached\n");
}

/// The server that a word names, or the reply that ends the tool.
std::variant<IpAddress, Reply> serverOf(const DataPlane &plane, NetnsId at, std::string_view tool,
                                        const std::string &word)
{
    if (const auto address = IpAddress::parse(word))
        return *address;
    const auto found = names::resolve(plane, at, word, std::nullopt);
    if (found.addresses.empty())
        return Reply{1, {}, fmt::format("{}: couldn't get address for '{}': not found\n", tool, word)};
    return found.addresses.front();
}

} // namespace

Reply host(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording)
{
    const DataPlane plane(network);
    HostAsking asking{plane, at, names::resolverSettings(network, *network.find(at)), {}, false, 2, true, recording};
    std::optional<RecordType> type;
    std::vector<std::string> operands;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word == "-t") {
            const std::string value = i + 1 < words.size() ? words[++i] : std::string();
            type = names::typeNamed(value);
            if (!type)
                return {1, {}, fmt::format("host: invalid type: {}\n", value)};
        } else if (word == "-T") {
            asking.tcp = true;
        } else if (word == "-r") {
            asking.recursion = false;
        } else if (word == "-4" || word == "-6" || word == "-U") {
            continue;
        } else if (word == "-W" || word == "-R" || word == "-N") {
            ++i;
        } else if (word.size() > 1 && word[0] == '-') {
            return notSimulated("host " + word);
        } else {
            operands.push_back(word);
        }
    }
    if (operands.empty())
        return notSimulated("host without a name, and its list of options,");
    Reply reply;
    asking.servers = asking.settings.servers;
    if (operands.size() > 1) {
        const auto server = serverOf(plane, at, "host", operands[1]);
        if (const auto *ended = std::get_if<Reply>(&server))
            return *ended;
        const IpAddress &address = std::get<IpAddress>(server);
        asking.servers = {address};
        reply.out = fmt::format("Using domain server:\nName: {}\nAddress: {}#53\nAliases: \n\n", operands[1],
                                address.toString());
    }
    const auto address = IpAddress::parse(operands.front());
    std::vector<RecordType> types{RecordType::A, RecordType::Aaaa, RecordType::Mx};
    if (type)
        types = {*type};
    std::string name = operands.front();
    if (address && !type) {
        types = {RecordType::Ptr};
        name = names::reverseName(*address);
    }
    std::string asked = names::absolute(name);
    bool aliased = false;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const ServerReply got = i == 0 && !address ? asking.search(name, types[i], asked) : asking.ask(asked, types[i]);
        if (!got.message) {
            reply.out += unreached(got.complaints);
            reply.status = 1;
            return reply;
        }
        reply.out += got.complaints;
        const names::Message &message = *got.message;
        if (message.rcode != Rcode::NoError) {
            if (i > 0)
                continue; // that the name is there is known
            reply.out += fmt::format("Host {} not found: {}({})\n", printedName(asked), static_cast<int>(message.rcode),
                                     names::rcodeName(message.rcode));
            reply.status = 1;
            return reply;
        }
        bool any = false;
        for (const names::Record &record : message.answers) {
            const bool isAlias = record.type == RecordType::Cname;
            if (isAlias && aliased && types[i] != RecordType::Cname)
                continue;
            any = any || record.type == types[i] || types[i] == RecordType::Any;
            reply.out += describeRecord(record);
        }
        // What follows asks for the name that the alias leads to.
        for (const names::Record &record : message.answers) {
            if (i == 0 && record.type == RecordType::Cname && names::isSameName(record.owner, asked)) {
                asked = record.data;
                aliased = true;
            }
        }
        if (!any && (type || address))
            reply.out += fmt::format("{} has no {} record\n", printedName(asked), names::typeName(types[i]));
    }
    return reply;
}

Reply nslookup(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording)
{
    const DataPlane plane(network);
    HostAsking asking{plane, at, names::resolverSettings(network, *network.find(at)), {}, false, 3, true, recording};
    std::optional<RecordType> type;
    std::vector<std::string> operands;
    bool searches = true;
    for (const std::string &word : words) {
        const auto equals = word.find('=');
        const std::string_view option = std::string_view(word).substr(0, equals);
        const std::string_view value =
            equals == std::string::npos ? std::string_view() : std::string_view(word).substr(equals + 1);
        if (option == "-type" || option == "-query" || option == "-querytype" || option == "-q") {
            type = names::typeNamed(value);
            if (!type)
                return {1, fmt::format("unknown query type: {}\n", value), {}};
        } else if (word == "-nosearch") {
            searches = false;
        } else if (word == "-vc") {
            asking.tcp = true;
        } else if (option == "-timeout" || option == "-retry" || word == "-novc" || word == "-recurse") {
            continue;
        } else if (word.size() > 1 && word[0] == '-') {
            return notSimulated("nslookup " + word);
        } else {
            operands.push_back(word);
        }
    }
    if (operands.empty())
        return notSimulated("nslookup without a name, which asks for commands,");
    asking.servers = asking.settings.servers;
    std::string serverWord;
    if (operands.size() > 1) {
        const auto server = serverOf(plane, at, "nslookup", operands[1]);
        if (const auto *ended = std::get_if<Reply>(&server))
            return *ended;
        asking.servers = {std::get<IpAddress>(server)};
        serverWord = operands[1];
    }
    const auto address = IpAddress::parse(operands.front());
    Reply reply;
    const std::string name = address && !type ? names::reverseName(*address) : operands.front();
    std::vector<RecordType> types{RecordType::A, RecordType::Aaaa};
    if (type)
        types = {*type};
    else if (address)
        types = {RecordType::Ptr};
    std::string asked = names::absolute(name);
    bool isAuthoritative = true;
    bool headed = false;
    bool any = false;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const ServerReply got = i == 0 && searches && types[0] != RecordType::Ptr ? asking.search(name, types[i], asked)
                                                                                  : asking.ask(asked, types[i]);
        if (!got.message) {
            reply.out += unreached(got.complaints) + '\n';
            reply.status = 1;
            return reply;
        }
        reply.out += got.complaints;
        const names::Message &message = *got.message;
        if (message.rcode == Rcode::ServFail)
            reply.out += fmt::format(";; Got SERVFAIL reply from {}\n", got.sending.server.toString());
        isAuthoritative = message.authoritative;
        const bool isPointer = address && !type;
        const bool isFirst = i == 0 && !isPointer;
        if (isFirst)
            reply.out += fmt::format("Server:\t\t{}\nAddress:\t{}#53\n\n",
                                     serverWord.empty() ? got.sending.server.toString() : serverWord,
                                     got.sending.server.toString());
        if (message.rcode != Rcode::NoError) {
            reply.out +=
                fmt::format("** server can't find {}: {}\n\n", printedName(asked), names::rcodeName(message.rcode));
            reply.status = 1;
            return reply;
        }
        if (isFirst && !message.authoritative)
            reply.out += "Non-authoritative answer:\n";
        std::string lines;
        for (const names::Record &record : message.answers) {
            const std::string owner = printedName(record.owner);
            const bool isAddress = record.type == RecordType::A || record.type == RecordType::Aaaa;
            if (isAddress)
                lines += fmt::format("Name:\t{}\nAddress: {}\n", owner, record.data);
            else if (record.type == RecordType::Cname && (i == 0 || types.size() == 1))
                lines += fmt::format("{}\tcanonical name = {}\n", owner, record.data);
            else if (record.type == RecordType::Ptr)
                lines += fmt::format("{}\tname = {}\n", owner, record.data);
            else if (record.type == RecordType::Txt)
                lines += fmt::format("{}\ttext = {}\n", owner, record.data);
            else if (record.type == RecordType::Mx)
                lines += fmt::format("{}\tmail exchanger = {}\n", owner, record.data);
            else if (record.type == RecordType::Ns)
                lines += fmt::format("{}\tnameserver = {}\n", owner, record.data);
            else if (record.type == RecordType::Srv)
                lines += fmt::format("{}\tservice = {}\n", owner, record.data);
            any = any || record.type == types[i];
        }
        headed = headed || !lines.empty();
        reply.out += lines;
        for (const names::Record &record : message.answers) {
            if (i == 0 && types.size() > 1 && record.type == RecordType::Cname &&
                names::isSameName(record.owner, asked))
                asked = record.data;
        }
    }
    if (!any && !headed)
        reply.out += fmt::format("*** Can't find {}: No answer\n", printedName(asked));
    if (!isAuthoritative && types.back() != RecordType::A && types.back() != RecordType::Aaaa)
        reply.out += "\nAuthoritative answers can be found from:\n";
    reply.out += '\n';
    return reply;
}

} // namespace netdraft::model::terminal

#include "model/names/docker_resolver.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::model::names {

namespace {

using nlohmann::json;

constexpr std::uint32_t dockerTtl = 600;  // respTTL
constexpr std::size_t mostForwarders = 3; // maxExtDNS
constexpr std::string_view containersFolder = "/var/lib/docker/containers/";
constexpr std::string_view containerFile = "/config.v2.json";

/// A container's place in a network where its name is known.
struct Attached {
    std::string network;
    std::string address;
    std::vector<std::string> names; ///< the first is the one that its address has
};

/// What matters here of what the daemon has written of a container that runs (model/recipe/docker/state.h).
struct Contained {
    std::string netns;
    bool joins = false; ///< it lives in the namespace of another
    bool ndotsSet = false;
    std::vector<Attached> attached;
    std::vector<std::pair<IpAddress, bool>> servers; ///< and whether the machine asks
};

std::optional<Contained> containedOf(const std::string &text)
{
    constexpr int running = 1;
    try {
        const json read = json::parse(text);
        if (read.at("Status") != running)
            return std::nullopt;
        Contained contained;
        contained.netns = read.at("Namespace");
        contained.joins = read.at("NetworkMode").get<std::string>().starts_with("container:");
        contained.ndotsSet = read.value("NdotsSet", false);
        for (const json &server : read.value("ExternalServers", json::array()))
            if (const auto address = IpAddress::parse(server.at("Address").get<std::string>()))
                contained.servers.emplace_back(*address, server.at("HostLoopback").get<bool>());
        const bool isAnonymous = read.value("Anonymous", false);
        for (const json &endpoint : read.at("Endpoints")) {
            Attached attached{endpoint.at("Network"), endpoint.at("IPAddress"), {}};
            if (attached.address.empty() || attached.network == "bridge")
                continue;
            if (!isAnonymous)
                attached.names.push_back(read.at("Name"));
            for (const json &alias : endpoint.at("Aliases"))
                attached.names.push_back(alias);
            contained.attached.push_back(std::move(attached));
        }
        return contained;
    } catch (const json::exception &) {
        return std::nullopt; // somebody else has written it
    }
}

/// The machine whose daemon keeps a container, and all that run there; the first is the one that asks.
struct Daemon {
    NetnsId machine;
    std::vector<Contained> containers;
};

std::optional<Daemon> daemonOf(const Query &query)
{
    for (const auto &machine : query.network.namespaces()) {
        if (std::ranges::none_of(machine->processes, [](const Process &one) { return one.name() == "dockerd"; }))
            continue;
        Daemon daemon{machine->id, {}};
        for (auto file = machine->files.lower_bound(containersFolder);
             file != machine->files.end() && file->first.starts_with(containersFolder); ++file)
            if (file->first.ends_with(containerFile))
                if (auto contained = containedOf(file->second))
                    daemon.containers.push_back(*std::move(contained));
        const auto own = std::ranges::find_if(
            daemon.containers, [&](const Contained &one) { return one.netns == query.at.name && !one.joins; });
        if (own == daemon.containers.end())
            continue;
        std::iter_swap(daemon.containers.begin(), own);
        return daemon;
    }
    return std::nullopt;
}

/// The addresses of a name on the networks of the one who asks: of `a.b` those of the name `a.b` on any, then those of
/// `a` on the network `b` (sandbox.ResolveName).
std::vector<std::string> addressesOf(const Daemon &daemon, std::string_view name)
{
    std::vector<std::string> found;
    for (std::size_t dot = name.size(); dot != std::string_view::npos && dot != 0; dot = name.rfind('.', dot - 1)) {
        const std::string_view wanted = name.substr(0, dot);
        const std::string_view domain = dot == name.size() ? std::string_view() : name.substr(dot + 1);
        for (const Attached &own : daemon.containers.front().attached) {
            if (!domain.empty() && own.network != domain)
                continue;
            for (const Contained &container : daemon.containers)
                for (const Attached &other : container.attached)
                    if (other.network == own.network &&
                        std::ranges::any_of(other.names, [&](const auto &each) { return isSameName(each, wanted); }))
                        found.push_back(other.address);
            if (!found.empty())
                return found;
        }
    }
    return found;
}

/// `web.net1.` of an address on one of the networks of the one who asks; empty: nobody has it (sandbox.ResolveIP).
std::string nameOf(const Daemon &daemon, const IpAddress &address)
{
    for (const Attached &own : daemon.containers.front().attached)
        for (const Contained &container : daemon.containers)
            for (const Attached &other : container.attached)
                if (other.network == own.network && other.address == address.toString() && !other.names.empty())
                    return absolute(other.names.front() + '.' + other.network);
    return {};
}

Message dockerMessage()
{
    Message message;
    message.recursionAvailable = true;
    message.compresses = false;
    message.edns = false;
    return message;
}

/// What it knows itself (resolver.ServeDNS); none: somebody else is to be asked.
std::optional<Message> dockerAnswer(const Daemon &daemon, const Question &question)
{
    Message message = dockerMessage();
    const std::string_view name = std::string_view(question.name).substr(0, question.name.size() - 1);
    const bool isAddress = question.type == RecordType::A || question.type == RecordType::Aaaa;
    if (isAddress || question.type == RecordType::Mx) {
        const auto addresses = addressesOf(daemon, name);
        // There is none of IPv6, and of mail only that the name is there (RFC 5321, 5.1).
        if (question.type == RecordType::A)
            for (const std::string &address : addresses)
                message.answers.push_back({question.name, RecordType::A, dockerTtl, address});
        const bool staysHere = isAddress && daemon.containers.front().ndotsSet && name.find('.') == name.npos;
        return !addresses.empty() || staysHere ? std::optional(message) : std::nullopt;
    }
    const auto address = question.type == RecordType::Ptr ? addressOfReverse(question.name) : std::nullopt;
    const std::string found = address ? nameOf(daemon, *address) : std::string();
    if (found.empty())
        return std::nullopt;
    message.answers.push_back({question.name, RecordType::Ptr, dockerTtl, found});
    return message;
}

} // namespace

std::optional<Message> answerOfDockerResolver(const Query &query, const Upstream &upstream)
{
    const auto daemon = daemonOf(query);
    if (!daemon)
        return std::nullopt;
    if (auto message = dockerAnswer(*daemon, query.question))
        return message;
    std::optional<Message> last;
    const auto &servers = daemon->containers.front().servers;
    for (const auto &[address, isOfMachine] : std::span(servers).first(std::min(servers.size(), mostForwarders))) {
        Asked asked = upstream({address, 53, query.question, isOfMachine ? daemon->machine : NetnsId()});
        if (asked.outcome == Asked::Outcome::NotSent)
            continue;
        last = std::move(asked.answer);
        if (!last)
            continue;
        last->compresses = last->compressesData = true;
        if (last->rcode == Rcode::NoError || (last->rcode == Rcode::NxDomain && last->authoritative))
            break;
    }
    return last;
}

} // namespace netdraft::model::names

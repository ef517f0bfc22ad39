#include "model/names/resolver.h"

#include "model/network/hosts_file.h"

#include <algorithm>

namespace netdraft::model::names {

namespace {

using Status = Resolution::Status;

/// What a server's answer says for one question, the aliases followed.
struct Found {
    std::string name; ///< that the addresses belong to
    std::vector<std::string> aliases;
    std::vector<IpAddress> addresses;
    std::string pointer; ///< of PTR
};

Found readAnswer(const Question &question, const Message &message)
{
    Found found{question.name, {}, {}, {}};
    for (const Record &record : message.answers) {
        if (!isSameName(record.owner, found.name))
            continue;
        if (record.type == RecordType::Cname) {
            found.aliases.push_back(found.name);
            found.name = record.data;
        } else if (record.type == question.type && record.type == RecordType::Ptr && found.pointer.empty()) {
            found.pointer = record.data;
        } else if (record.type == question.type) {
            if (const auto address = IpAddress::parse(record.data))
                found.addresses.push_back(*address);
        }
    }
    return found;
}

std::string withoutDot(std::string name)
{
    if (name.size() > 1 && name.ends_with('.'))
        name.pop_back();
    return name;
}

/// Asks the name servers of resolv.conf, one after the other, as glibc does (res_nsend).
class ServerRounds
{
public:
    ServerRounds(const DataPlane &plane, NetnsId at, const ResolverSettings &settings, simulation::Recording *recording,
                 Resolution &resolution)
        : m_plane(plane), m_at(at), m_settings(settings), m_recording(recording), m_resolution(resolution)
    {
    }

    /// The first answer that is one; none where no server has given any.
    std::optional<Message> ask(const Question &question)
    {
        std::optional<Message> refused;
        for (int attempt = 0; attempt < m_settings.attempts; ++attempt) {
            for (const IpAddress &server : m_settings.servers) {
                auto message = askOne(question, server, Transport::Udp);
                if (!message)
                    continue;
                if (message->rcode == Rcode::NoError || message->rcode == Rcode::NxDomain)
                    return message;
                refused = std::move(message); // another server may know better
            }
            if (refused)
                break;
        }
        return refused;
    }

private:
    std::optional<Message> askOne(const Question &question, const IpAddress &server, Transport transport)
    {
        Resolution::Step step;
        step.sending = {m_at, server, 53, question, transport, false};
        step.exchanged = exchange(m_plane, step.sending, m_recording);
        auto answer = step.exchanged.asked.answer;
        const bool again = step.exchanged.truncated && transport == Transport::Udp;
        m_resolution.steps.push_back(std::move(step));
        return again ? askOne(question, server, Transport::Tcp) : answer;
    }

    const DataPlane &m_plane;
    NetnsId m_at;
    const ResolverSettings &m_settings;
    simulation::Recording *m_recording;
    Resolution &m_resolution;
};

bool isNamed(const HostsLine &line, std::string_view name)
{
    return std::ranges::any_of(line.names, [&](const std::string &each) { return isSameName(each, name); });
}

bool lookInHosts(const Network &network, const Netns &netns, const std::string &name, std::optional<Family> family,
                 Resolution &resolution)
{
    Resolution::Step step;
    step.isFile = true;
    const std::string plain = withoutDot(name);
    for (const HostsLine &line : hostsOf(network, netns)) {
        if (!isNamed(line, plain) || (family && line.address.family() != *family))
            continue;
        if (resolution.canonical.empty())
            resolution.canonical = line.names.front();
        resolution.addresses.push_back(line.address);
    }
    step.decided = !resolution.addresses.empty();
    resolution.steps.push_back(std::move(step));
    return !resolution.addresses.empty();
}

Status lookByServers(ServerRounds &rounds, const ResolverSettings &settings, const std::string &name,
                     std::optional<Family> family, Resolution &resolution)
{
    bool exists = false;
    bool failedAsItIs = false;
    const auto names = searchedNames(settings, name);
    for (const std::string &each : names) {
        bool failed = false;
        for (const Family of : {Family::Ipv4, Family::Ipv6}) {
            if (family && *family != of)
                continue;
            const Question question{each, of == Family::Ipv4 ? RecordType::A : RecordType::Aaaa, false, true};
            const auto message = rounds.ask(question);
            if (!message || (message->rcode != Rcode::NoError && message->rcode != Rcode::NxDomain)) {
                failed = true;
                if (!message) // nobody is there who could be asked more
                    break;
                continue;
            }
            exists = exists || message->rcode == Rcode::NoError;
            Found found = readAnswer(question, *message);
            if (found.addresses.empty())
                continue;
            if (resolution.canonical.empty()) {
                resolution.canonical = withoutDot(found.name);
                for (std::string &alias : found.aliases)
                    resolution.aliases.push_back(withoutDot(std::move(alias)));
            }
            resolution.addresses.insert(resolution.addresses.end(), found.addresses.begin(), found.addresses.end());
            resolution.steps.back().decided = true;
        }
        if (!resolution.addresses.empty())
            return Status::Found;
        // No other name is tried, unless it was the name as it is, before the domains (__res_context_search).
        const bool isAsItIs = names.size() > 1 && each == names.front() && each == absolute(name);
        failedAsItIs = failedAsItIs || (failed && isAsItIs);
        if (failed && !isAsItIs)
            return exists ? Status::NoAddress : Status::TryAgain;
    }
    return exists ? Status::NoAddress : failedAsItIs ? Status::TryAgain : Status::NotFound;
}

} // namespace

std::vector<std::string> searchedNames(const ResolverSettings &settings, std::string_view name)
{
    if (name.ends_with('.'))
        return {std::string(name)};
    std::vector<std::string> names;
    const bool manyDots = std::ranges::count(name, '.') >= settings.ndots;
    if (manyDots)
        names.push_back(absolute(name));
    for (const std::string &domain : settings.search)
        names.push_back(domain == "." ? absolute(name) : std::string(name) + '.' + domain);
    if (!manyDots)
        names.push_back(absolute(name));
    std::erase_if(names, [](const std::string &each) { return !isSoundName(each); });
    return names;
}

Resolution resolve(const DataPlane &plane, NetnsId at, const std::string &name, std::optional<Family> family,
                   simulation::Recording *recording)
{
    Resolution resolution;
    const Netns &netns = *plane.nodes()[plane.index(at)].netns;
    const ResolverSettings settings = resolverSettings(plane.network(), netns);
    ServerRounds rounds(plane, at, settings, recording, resolution);
    for (const auto &source : settings.sources) {
        if (source.service == "files") {
            if (lookInHosts(plane.network(), netns, name, family, resolution)) {
                resolution.status = Status::Found;
                return resolution;
            }
        } else if (source.service == "dns") {
            resolution.status = lookByServers(rounds, settings, name, family, resolution);
            if (resolution.status == Status::Found ||
                (resolution.status == Status::TryAgain && source.returnsUnavailable))
                return resolution;
        } else {
            continue; // no such service is here (UNAVAIL)
        }
        if (source.returnsNotFound && resolution.status != Status::TryAgain)
            return resolution;
    }
    return resolution;
}

Resolution resolveAddress(const DataPlane &plane, NetnsId at, const IpAddress &address,
                          simulation::Recording *recording)
{
    Resolution resolution;
    const Netns &netns = *plane.nodes()[plane.index(at)].netns;
    const ResolverSettings settings = resolverSettings(plane.network(), netns);
    ServerRounds rounds(plane, at, settings, recording, resolution);
    for (const auto &source : settings.sources) {
        if (source.service == "files") {
            Resolution::Step step;
            step.isFile = true;
            for (const HostsLine &line : hostsOf(plane.network(), netns)) {
                if (line.address == address && resolution.canonical.empty()) {
                    resolution.canonical = line.names.front();
                    resolution.aliases.assign(line.names.begin() + 1, line.names.end());
                }
            }
            step.decided = !resolution.canonical.empty();
            resolution.steps.push_back(std::move(step));
        } else if (source.service == "dns") {
            const Question question{reverseName(address), RecordType::Ptr, false, true};
            const auto message = rounds.ask(question);
            resolution.status = !message || (message->rcode != Rcode::NoError && message->rcode != Rcode::NxDomain)
                                    ? Status::TryAgain
                                    : Status::NotFound;
            if (message && resolution.status == Status::NotFound)
                resolution.canonical = withoutDot(readAnswer(question, *message).pointer);
        }
        if (!resolution.canonical.empty()) {
            resolution.status = Status::Found;
            resolution.addresses = {address};
            return resolution;
        }
    }
    return resolution;
}

std::string_view resolutionError(Resolution::Status status)
{
    switch (status) {
    case Status::Found: return "Success";
    case Status::NotFound: return "Name or service not known";
    case Status::TryAgain: return "Temporary failure in name resolution";
    case Status::NoAddress: return "No address associated with hostname";
    }
    return {};
}

} // namespace netdraft::model::names

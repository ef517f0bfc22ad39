#include "model/names/server.h"

#include "model/names/coredns.h"
#include "model/names/dnsmasq.h"
#include "model/names/docker_resolver.h"

#include <ranges>

namespace netdraft::model::names {

namespace {

std::vector<std::string> argumentsOf(const Process &process)
{
    std::vector<std::string> words;
    for (const auto word : std::views::split(process.command, ' '))
        words.emplace_back(word.begin(), word.end());
    words.erase(words.begin());
    return words;
}

} // namespace

std::string serverName(const Process &process)
{
    return process.command == dockerResolver ? "dockerd" : std::string(process.name());
}

bool isNameServer(std::string_view program)
{
    return program == "dnsmasq" || program == "coredns";
}

std::optional<Message> answerOf(const Process &process, const Query &query, const Upstream &upstream)
{
    if (process.command == dockerResolver)
        return answerOfDockerResolver(query, upstream);
    const auto words = argumentsOf(process);
    if (process.name() == "dnsmasq") {
        const auto settings = readDnsmasq(query.network, query.at, words);
        return settings ? answerOfDnsmasq(*settings, query, upstream) : std::nullopt;
    }
    if (process.name() == "coredns") {
        const auto settings = readCoredns(query.network, query.at, words);
        return settings ? answerOfCoredns(*settings, query, upstream) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace netdraft::model::names

#include "model/names/resolver_settings.h"

#include "model/names/node_files.h"
#include "model/names/record.h"

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

constexpr std::size_t mostServers = 3; // MAXNS

int optionNumber(std::string_view text, int most, int otherwise)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error != std::errc() || end == text.data() || number < 0 ? otherwise : std::min(number, most);
}

void takeOption(std::string_view word, ResolverSettings &settings)
{
    const auto colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    const std::string_view value = colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1);
    if (name == "ndots")
        settings.ndots = optionNumber(value, 15, settings.ndots);
    else if (name == "timeout")
        settings.timeout = optionNumber(value, 30, settings.timeout);
    else if (name == "attempts")
        settings.attempts = optionNumber(value, 5, settings.attempts);
}

void readResolv(std::string_view text, ResolverSettings &settings)
{
    eachLine(text, [&](std::string_view line, int) {
        if (line.starts_with(';'))
            return;
        const auto words = wordsOfLine(line);
        if (words.size() < 2)
            return;
        if (words.front() == "nameserver") {
            const auto address = IpAddress::parse(words[1].substr(0, words[1].find('%')));
            if (address && settings.servers.size() < mostServers)
                settings.servers.push_back(*address);
        } else if (words.front() == "search" || words.front() == "domain") {
            settings.search.clear();
            const std::size_t count = words.front() == "domain" ? 2 : words.size();
            for (std::size_t at = 1; at < count; ++at)
                settings.search.push_back(absolute(words[at]));
        } else if (words.front() == "options") {
            for (const std::string_view word : std::span(words).subspan(1))
                takeOption(word, settings);
        }
    });
}

/// The line `hosts:` of nsswitch.conf, as it stands in Debian where there is none.
std::vector<ResolverSettings::Source> sourcesOf(const std::optional<std::string> &text)
{
    std::vector<ResolverSettings::Source> sources;
    eachLine(text.value_or("hosts: files dns"), [&](std::string_view line, int) {
        const auto words = wordsOfLine(line);
        if (words.empty() || words.front() != "hosts:")
            return;
        sources.clear();
        for (std::string_view word : std::span(words).subspan(1)) {
            const bool isAction =
                word.starts_with('[') || word.ends_with(']') || word.find('=') != std::string_view::npos;
            if (!isAction) {
                sources.push_back({std::string(word)});
                continue;
            }
            const std::string action = lowered(word);
            if (sources.empty() || action.find("=return") == std::string::npos)
                continue;
            const bool negated = action.find('!') != std::string::npos;
            const auto names = [&](std::string_view status) {
                return (action.find(status) != std::string::npos) != negated;
            };
            sources.back().returnsNotFound = sources.back().returnsNotFound || names("notfound");
            sources.back().returnsUnavailable = sources.back().returnsUnavailable || names("unavail");
        }
    });
    return sources;
}

} // namespace

ResolverSettings resolverSettings(const Network &network, const Netns &netns)
{
    ResolverSettings settings;
    if (const auto text = fileOf(network, netns, "/etc/resolv.conf"))
        readResolv(*text, settings);
    if (settings.servers.empty())
        settings.servers.emplace_back(Ipv4Address(127, 0, 0, 1));
    settings.sources = sourcesOf(fileOf(network, netns, "/etc/nsswitch.conf"));
    return settings;
}

std::vector<IpAddress> serversOfFile(const Network &network, const Netns &netns, std::string_view path)
{
    std::vector<IpAddress> servers;
    eachLine(fileOf(network, netns, path).value_or(""), [&](std::string_view line, int) {
        const auto words = wordsOfLine(line);
        if (words.size() > 1 && words.front() == "nameserver") {
            if (const auto address = IpAddress::parse(words[1]))
                servers.push_back(*address);
        }
    });
    return servers;
}

} // namespace netdraft::model::names

#include "model/network/hosts_file.h"

namespace netdraft::model {

namespace {

constexpr std::string_view blanks = " \t\r\v\f";
constexpr std::string_view path = "/etc/hosts";
constexpr std::string_view ofDebian = "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n";

/// The next word of a line, which is taken from it; empty at its end.
std::string_view takeWord(std::string_view &line)
{
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    line.remove_prefix(word.size());
    return word;
}

} // namespace

std::vector<HostsLine> readHosts(std::string_view text)
{
    std::vector<HostsLine> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = line.substr(0, line.find('#'));
        const auto address = IpAddress::parse(takeWord(line));
        if (!address)
            continue;
        HostsLine made{*address, {}};
        for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line))
            made.names.emplace_back(word);
        if (!made.names.empty())
            lines.push_back(std::move(made));
    }
    return lines;
}

std::vector<HostsLine> hostsOf(const Network &network, const Netns &netns)
{
    for (const Netns *each : {&netns, network.find(hostNetns)}) {
        if (const auto own = each ? each->files.find(path) : netns.files.end(); each && own != each->files.end())
            return readHosts(own->second);
    }
    return readHosts(ofDebian);
}

} // namespace netdraft::model

#include "model/exchange/mininet_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

/// The commands of Mininet's prompt (mininet/cli.py), where the name of a node would not be read as one.
constexpr std::string_view promptWords[] = {
    "EOF",         "dpctl",    "dump",         "echo",  "exit", "gterm", "help",   "intfs",
    "iperf",       "iperfudp", "link",         "links", "net",  "nodes", "noecho", "pingall",
    "pingallfull", "pingpair", "pingpairfull", "ports", "px",   "py",    "quit",   "sh",
    "source",      "switch",   "time",         "wait",  "x",    "xterm",
};

bool isPlainInPython(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool canStay(std::string_view name)
{
    return std::ranges::all_of(name, isPlainInPython) &&
           std::ranges::find(promptWords, name) == std::ranges::end(promptWords);
}

} // namespace

std::map<std::string, std::string> mininetNames(const Network &network)
{
    std::map<std::string, std::string> names;
    std::set<std::string> taken;
    for (const auto &netns : network.namespaces()) {
        if (canStay(netns->name))
            names[netns->name] = *taken.insert(netns->name).first;
    }
    for (const auto &netns : network.namespaces()) {
        if (names.contains(netns->name))
            continue;
        std::string name = netns->name;
        std::ranges::replace_if(name, [](char c) { return !isPlainInPython(c); }, '_');
        std::string free = name;
        for (int number = 2; !canStay(free) || taken.contains(free); ++number)
            free = fmt::format("{}_{}", name, number);
        names[netns->name] = *taken.insert(std::move(free)).first;
    }
    return names;
}

} // namespace netdraft::model

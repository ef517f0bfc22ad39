#include "model/terminal/hint.h"

#include "model/command/arguments.h"
#include "model/command/ip.h"
#include "model/phrase.h"
#include "model/terminal/tool_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Words = std::vector<std::string>;
using Hint = std::optional<std::string>;

/// A command and what became of it.
struct Case {
    const Project &project;
    const Netns &netns;
    std::span<const std::string> words; ///< without `sudo`, and what of `ip` only says where it runs
    const Reply &reply;

    bool is(std::size_t at, std::string_view word) const { return at < words.size() && words[at] == word; }
    /// Whether a word is a keyword of ip, perhaps shortened.
    bool means(std::size_t at, std::string_view keyword) const
    {
        return at < words.size() && command::abbreviates(words[at], keyword);
    }
    bool says(std::string_view text) const
    {
        return reply.err.find(text) != std::string::npos || reply.out.find(text) != std::string::npos;
    }
    bool failed() const { return reply.status != 0; }
    bool has(std::string_view word) const { return std::ranges::find(words, word) != words.end(); }
};

Hint perhaps(const Words &words)
{
    return HintWords::phrase("Perhaps: {}", shellLine(words));
}

Words copyOf(std::span<const std::string> words)
{
    return {words.begin(), words.end()};
}

bool isAddress(std::string_view word)
{
    return word.find_first_of(".:") != std::string_view::npos && command::readPrefix(word, std::nullopt).has_value();
}

Hint unknownTool(const Case &given)
{
    if (given.reply.status != 127 || toolDescribed(given.words.front()))
        return std::nullopt;
    std::vector<std::string_view> names;
    for (const ToolDescription &tool : toolList())
        names.push_back(tool.name);
    const std::string_view nearest = nearestWord(given.words.front(), names);
    if (nearest.empty())
        return std::nullopt;
    Words words = copyOf(given.words);
    words.front() = nearest;
    return perhaps(words);
}

/// `ip net add netns`, which makes a namespace called netns.
Hint namespaceCalledNetns(const Case &given)
{
    if (given.is(0, "ip") && given.means(1, "netns") && given.means(2, "add") && given.is(3, "netns"))
        return HintWords::phrase("This makes a namespace that is called netns. Perhaps: ip netns add NAME");
    if (given.is(0, "ip") && given.is(1, "add") && given.is(2, "netns") && given.words.size() > 3)
        return perhaps({"ip", "netns", "add", given.words[3]});
    return std::nullopt;
}

Hint objectCommand(const Case &given)
{
    if (!given.is(0, "ip") || given.words.size() < 3 || !given.failed() || !given.says("is unknown, try"))
        return std::nullopt;
    Words words = copyOf(given.words);
    // `ip link eth0 up`
    if (given.means(1, "link") && given.netns.find(std::string_view(words[2]))) {
        words.insert(words.begin() + 2, words.size() > 3 ? "set" : "show");
        return perhaps(words);
    }
    const bool address = given.means(1, "address");
    if ((address || given.means(1, "route")) && (isAddress(words[2]) || words[2] == "default")) {
        words.insert(words.begin() + 2, "add");
        return perhaps(words);
    }
    static constexpr std::string_view verbs[] = {"add",     "del",    "show", "set", "flush",
                                                 "replace", "change", "get",  "exec"};
    const std::string_view nearest = nearestWord(words[2], verbs);
    if (words[2] == "create" || words[2] == "new")
        words[2] = "add";
    else if (words[2] == "remove" || words[2] == "rm")
        words[2] = "del";
    else if (!nearest.empty())
        words[2] = nearest;
    else
        return std::nullopt;
    return perhaps(words);
}

Hint unknownObject(const Case &given)
{
    if (!given.is(0, "ip") || given.words.size() < 2 || !given.says("Object \"") || !given.says("is unknown"))
        return std::nullopt;
    static constexpr std::string_view objects[] = {"address",   "addr",  "link", "route",  "neigh",
                                                   "neighbour", "netns", "rule", "nexthop"};
    const std::string_view nearest = nearestWord(given.words[1], objects);
    if (nearest.empty())
        return std::nullopt;
    Words words = copyOf(given.words);
    words[1] = nearest;
    return perhaps(words);
}

/// `ip addr add 10.0.0.1 dev eth0` reaches nobody.
Hint addressWithoutLength(const Case &given)
{
    if (!given.is(0, "ip") || !given.means(1, "address") || !given.means(2, "add") || given.failed() ||
        given.words.size() < 4 || given.has("peer") || given.has("lo"))
        return std::nullopt;
    const std::string &word = given.words[3];
    if (!isAddress(word) || word.find('/') != std::string::npos)
        return std::nullopt;
    const bool v4 = word.find(':') == std::string::npos;
    return HintWords::phrase("Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}", word,
                             v4 ? 32 : 128, word, v4 ? 24 : 64);
}

Hint addressWithoutDev(const Case &given)
{
    if (!given.is(0, "ip") || !given.failed() || given.has("dev") || !given.means(1, "address") ||
        given.words.size() < 4)
        return std::nullopt;
    Words words = copyOf(given.words);
    const std::string &last = words.back();
    if (words.size() == 5 && given.netns.find(std::string_view(last))) {
        words.insert(words.end() - 1, "dev");
        return perhaps(words);
    }
    if (!given.says("\"dev\" argument is required"))
        return std::nullopt;
    const Link *only = nullptr;
    for (const Link &link : given.netns.links) {
        if (link.isLoopback())
            continue;
        if (only)
            return std::nullopt;
        only = &link;
    }
    if (!only)
        return std::nullopt;
    words.insert(words.end(), {"dev", only->name});
    return perhaps(words);
}

/// `ip route add default 10.0.0.1`, `… gw 10.0.0.1`
Hint gatewayWithoutVia(const Case &given)
{
    if (!given.is(0, "ip") || !given.means(1, "route") || !given.failed() || given.has("via") || given.words.size() < 5)
        return std::nullopt;
    Words words = copyOf(given.words);
    if (words[4] == "gw" || words[4] == "gateway") {
        words[4] = "via";
        return perhaps(words);
    }
    if (!command::readAddress(words[4], std::nullopt) || !isAddress(words[4]))
        return std::nullopt;
    words.insert(words.begin() + 4, "via");
    return perhaps(words);
}

Hint gatewayWithoutGw(const Case &given)
{
    if (!given.is(0, "route") || !given.is(1, "add") || given.has("gw") || given.has("via") || !given.failed())
        return std::nullopt;
    Words words = copyOf(given.words);
    std::size_t at = 2;
    while (at < words.size() && words[at].starts_with('-'))
        ++at;
    const bool target = at < words.size() && (words[at] == "default" || isAddress(words[at]));
    if (!target || at + 1 >= words.size() || !isAddress(words[at + 1]))
        return std::nullopt;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, "gw");
    return perhaps(words);
}

/// A route whose target has bits behind its prefix.
Hint hostBits(const Case &given)
{
    const bool kernel = given.says("Invalid prefix for given prefix length");
    const bool tool = given.is(0, "route") && given.says("netmask doesn't match route address");
    if (!kernel && !tool)
        return std::nullopt;
    Words words = copyOf(given.words);
    for (std::string &word : words) {
        const auto read = word.find('/') == std::string::npos ? std::nullopt : command::readPrefix(word, std::nullopt);
        if (!read || read->prefix().address() == read->address)
            continue;
        word = read->prefix().toString();
        return perhaps(words);
    }
    return std::nullopt;
}

Hint unknownDevice(const Case &given)
{
    std::string_view name;
    for (const auto &[start, end] : {std::pair<std::string_view, std::string_view>{"Cannot find device \"", "\""},
                                     {"Device \"", "\" does not exist"}}) {
        const std::size_t at = given.reply.err.find(start);
        if (at == std::string::npos)
            continue;
        const std::string_view rest = std::string_view(given.reply.err).substr(at + start.size());
        name = rest.substr(0, rest.find(end));
    }
    if (name.empty())
        return std::nullopt;
    std::vector<std::string_view> names;
    names.reserve(given.netns.links.size());
    for (const Link &link : given.netns.links)
        names.push_back(link.name);
    if (const std::string_view nearest = nearestWord(name, names); !nearest.empty())
        return HintWords::phrase("{} has no {}, but {}.", given.netns.name, name, nearest);
    std::vector<std::string_view> owners;
    for (const auto &netns : given.project.network.namespaces()) {
        if (netns->id != given.netns.id && netns->find(name))
            owners.push_back(netns->name);
    }
    if (owners.empty() || owners.size() > 3)
        return std::nullopt;
    return HintWords::phrase("{} has no {}; it is in {}.", given.netns.name, name,
                             fmt::format("{}", fmt::join(owners, ", ")));
}

Hint unreachableGateway(const Case &given)
{
    if (!given.says("Nexthop has invalid gateway") && !given.says("SIOCADDRT: Network is unreachable"))
        return std::nullopt;
    return HintWords::phrase(
        "The gateway has to be in a network that {} has an address in, by a link that is up: see ip "
        "addr.",
        given.netns.name);
}

/// `sysctl net.ipv4.ip_forward = 1`, `sysctl -w net.ipv4.ip_forward 1`
Hint settingWithBlanks(const Case &given)
{
    if (!given.is(0, "sysctl") || !given.failed())
        return std::nullopt;
    std::vector<std::string> parts;
    for (const std::string &word : given.words.subspan(1)) {
        if (word != "=" && !word.starts_with('-'))
            parts.push_back(word);
    }
    if (parts.size() != 2 || parts[0].find('=') != std::string::npos)
        return std::nullopt;
    const std::string value = parts[1].substr(parts[1].starts_with('=') ? 1 : 0);
    return perhaps({"sysctl", "-w", fmt::format("{}={}", parts[0], value)});
}

Hint misspeltChain(const Case &given)
{
    const std::string &tool = given.words.front();
    if ((tool != "iptables" && tool != "ip6tables") || !given.failed())
        return std::nullopt;
    static constexpr std::string_view chains[] = {"INPUT", "OUTPUT", "FORWARD", "PREROUTING", "POSTROUTING"};
    static constexpr std::string_view targets[] = {"ACCEPT",     "DROP", "REJECT", "RETURN",
                                                   "MASQUERADE", "SNAT", "DNAT",   "LOG"};
    Words words = copyOf(given.words);
    bool changed = false;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const bool chain = words[i] == "-A" || words[i] == "-I" || words[i] == "-D" || words[i] == "-L" ||
                           words[i] == "-P" || words[i] == "-F" || words[i] == "-S";
        if (!chain && words[i] != "-j")
            continue;
        const std::span<const std::string_view> known = chain ? std::span<const std::string_view>(chains) : targets;
        std::string upper = words[i + 1];
        std::ranges::transform(upper, upper.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; });
        std::string_view meant = nearestWord(upper, known);
        if (std::ranges::find(known, upper) != known.end())
            meant = upper;
        if (meant.empty() || meant == words[i + 1])
            continue;
        words[i + 1] = meant;
        changed = true;
    }
    return changed ? perhaps(words) : std::nullopt;
}

/// `bridge link set eth0 master br0`
Hint portOfBridge(const Case &given)
{
    if (given.words.size() < 5 || !given.failed() || !given.has("master") || !given.is(0, "bridge") ||
        !given.means(1, "link"))
        return std::nullopt;
    const auto master = std::ranges::find(given.words, "master");
    const auto port = std::ranges::find_if(given.words.begin() + 3, given.words.end(),
                                           [](const std::string &word) { return word != "dev"; });
    if (master + 1 == given.words.end() || port == given.words.end())
        return std::nullopt;
    return perhaps({"ip", "link", "set", *port, "master", *(master + 1)});
}

/// An address of a class A, B or C, without a mask.
Hint classfulAddress(const Case &given)
{
    if (!given.is(0, "ifconfig") || given.failed() || given.words.size() < 3 || given.has("netmask"))
        return std::nullopt;
    const auto address = command::readAddress(given.words[2], Family::Ipv4);
    if (!address || !isAddress(given.words[2]) || given.words[2].find('/') != std::string::npos ||
        address->isUnspecified() || address->isLoopback())
        return std::nullopt;
    const std::uint32_t first = address->v4().bits() >> 24U;
    if (first >= 192)
        return std::nullopt; // most want a /24
    return HintWords::phrase("Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24",
                             given.words[2], first < 128 ? 8 : 16, given.words[1]);
}

constexpr Hint (*rules[])(const Case &) = {
    unknownTool,        namespaceCalledNetns, objectCommand,    unknownObject, addressWithoutLength,
    addressWithoutDev,  gatewayWithoutVia,    gatewayWithoutGw, hostBits,      unknownDevice,
    unreachableGateway, settingWithBlanks,    misspeltChain,    portOfBridge,  classfulAddress,
};

} // namespace

std::optional<std::string> hint(const Project &project, NetnsId at, std::span<const std::string> words,
                                const Reply &reply)
{
    const Netns *netns = project.network.find(at);
    while (!words.empty() && words.front() == "sudo")
        words = words.subspan(1);
    if (!netns || words.empty())
        return std::nullopt;
    const bool tool = words.front() == "ip" || words.front() == "bridge";
    const auto read = tool ? command::readIp(project.network, *netns, words.subspan(1))
                           : std::variant<command::IpRequest, Reply>(Reply());
    const auto *request = words.front() == "ip" ? std::get_if<command::IpRequest>(&read) : nullptr;
    if (request && request->object == "netns") {
        if (const auto exec = command::execOf(request->call, request->words))
            return hint(project, exec->netns, exec->words, reply);
    }
    Words plain = copyOf(words);
    const Netns *where = netns;
    if (request) {
        // Without the options before the object, which may say where it runs.
        where = &request->call.netns;
        plain.assign({"ip", words[words.size() - request->words.size() - 1]});
        plain.insert(plain.end(), request->words.begin(), request->words.end());
    }
    const Case given{project, *where, plain, reply};
    for (const auto rule : rules) {
        if (auto said = rule(given))
            return said;
    }
    return std::nullopt;
}

} // namespace netdraft::model

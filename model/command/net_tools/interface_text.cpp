#include "model/command/net_tools/net_tools.h"
#include "model/command/print_link.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <linux/if.h>

namespace netdraft::model::command {

namespace {

struct FlagRow {
    unsigned bit;
    std::string_view word;  ///< of ifconfig
    std::string_view word2; ///< of `ip`
};

/// In the order in which ifconfig names them.
constexpr FlagRow flagRows[] = {
    {IFF_UP, "UP", "UP"},
    {IFF_BROADCAST, "BROADCAST", "BROADCAST"},
    {IFF_LOOPBACK, "LOOPBACK", "LOOPBACK"},
    {IFF_POINTOPOINT, "POINTOPOINT", "POINTOPOINT"},
    {IFF_RUNNING, "RUNNING", "LOWER_UP"},
    {IFF_NOARP, "NOARP", "NOARP"},
    {IFF_SLAVE, "SLAVE", "SLAVE"},
    {IFF_MASTER, "MASTER", "MASTER"},
    {IFF_MULTICAST, "MULTICAST", "MULTICAST"},
};

/// The address by which an interface, or an alias, goes: the first that is labelled so.
const LinkAddress *addressOf(const Link &link, std::string_view name)
{
    const auto found =
        std::ranges::find_if(link.addresses4, [&](const LinkAddress &each) { return labelOf(link, each) == name; });
    return found == link.addresses4.end() ? nullptr : &*found;
}

std::string maskText(int length)
{
    return masked(Ipv4Address(0xffffffffU), length).toString();
}

std::string inetText(const Link &link, std::string_view name, unsigned flags)
{
    const LinkAddress *address = addressOf(link, name);
    if (!address)
        return {};
    std::string text = fmt::format("        inet {}  netmask {}", address->local.address.toString(),
                                   maskText(address->peer ? address->peer->length : address->local.length));
    if ((flags & IFF_BROADCAST) != 0)
        text += fmt::format("  broadcast {}", address->broadcast ? address->broadcast->toString() : "0.0.0.0");
    if ((flags & IFF_POINTOPOINT) != 0)
        text += fmt::format("  destination {}", (address->peer ? *address->peer : address->local).address.toString());
    return text + '\n';
}

std::string_view scopeText(Scope scope)
{
    switch (scope) {
    case Scope::Host: return "0x10<host>";
    case Scope::Link: return "0x20<link>";
    case Scope::Site: return "0x40<site>";
    default: return "0x0<global>";
    }
}

/// Sorted, for the kernel has them in the order of a hash that differs from boot to boot.
std::string inet6Text(const Link &link)
{
    std::vector<std::string> lines;
    for (const LinkAddress &address : link.addresses6)
        lines.push_back(fmt::format("        inet6 {}  prefixlen {}  scopeid {}\n", address.local.address.toString(),
                                    address.local.length, scopeText(address.scope)));
    std::ranges::sort(lines);
    return fmt::format("{}", fmt::join(lines, ""));
}

/// Before or behind, by the numbers at their end (nstrcmp).
bool isBefore(std::string_view a, std::string_view b)
{
    const std::size_t common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    const auto number = [&](std::string_view text) {
        std::size_t start = common;
        while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9')
            --start;
        std::size_t value = 0;
        for (std::size_t i = start; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
            value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(text[i] - '0'), 1'000'000'000);
        return value;
    };
    const std::size_t x = number(a);
    const std::size_t y = number(b);
    return x != y && x != 0 && y != 0 ? x < y : a < b;
}

} // namespace

unsigned ioctlFlags(const Network &network, const Netns &netns, const Link &link)
{
    unsigned flags = 0;
    for (const std::string_view word : linkFlags({network, netns, {}}, link, LinkSource::Link)) {
        const auto *row = std::ranges::find(flagRows, word, &FlagRow::word2);
        if (row != std::end(flagRows))
            flags |= row->bit;
    }
    return flags;
}

const Link *linkOfInterface(const Netns &netns, std::string_view name)
{
    return netns.find(name.substr(0, name.find(':')));
}

std::string ifconfigText(const Network &network, const Netns &netns, const Link &link, std::string_view name)
{
    const unsigned flags = ioctlFlags(network, netns, link);
    std::string words;
    for (const FlagRow &row : flagRows) {
        if ((flags & row.bit) != 0)
            words += fmt::format("{}{}", words.empty() ? "" : ",", row.word);
    }
    std::string text = fmt::format("{}: flags={}<{}>  mtu {}\n", name, flags, words, link.mtu);
    text += inetText(link, name, flags);
    const bool alias = name.find(':') != std::string_view::npos;
    if (!alias)
        text += inet6Text(link);
    if (link.isLoopback())
        text += "        loop  txqueuelen 1000  (Local Loopback)\n";
    else
        text += fmt::format("        ether {}  txqueuelen 1000  (Ethernet)\n", link.mac.toString());
    if (!alias)
        text += "        RX packets 0  bytes 0 (0.0 B)\n"
                "        RX errors 0  dropped 0  overruns 0  frame 0\n"
                "        TX packets 0  bytes 0 (0.0 B)\n"
                "        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n";
    return text + '\n';
}

std::string interfaceRow(const Network &network, const Netns &netns, const Link &link, std::string_view name)
{
    static constexpr std::pair<unsigned, char> letters[] = {
        {IFF_BROADCAST, 'B'}, {IFF_LOOPBACK, 'L'}, {IFF_MULTICAST, 'M'}, {IFF_NOARP, 'O'}, {IFF_POINTOPOINT, 'P'},
        {IFF_SLAVE, 's'},     {IFF_MASTER, 'm'},   {IFF_RUNNING, 'R'},   {IFF_UP, 'U'}};
    const unsigned flags = ioctlFlags(network, netns, link);
    std::string text = fmt::format("{:<15} {:5}", name, link.mtu);
    if (name.find(':') == std::string_view::npos)
        text += fmt::format(" {:8} {:6} {:6} {:<6} {:8} {:6} {:6} {:6} ", 0, 0, 0, 0, 0, 0, 0, 0);
    else
        text += "      - no statistics available -                        ";
    for (const auto &[bit, letter] : letters) {
        if ((flags & bit) != 0)
            text += letter;
    }
    return text + '\n';
}

std::vector<NamedInterface> ifconfigList(const Netns &netns, bool all)
{
    std::vector<NamedInterface> list;
    for (const Link &link : netns.links) {
        if (!all && !link.up)
            continue;
        list.push_back({link.name, &link});
        for (const LinkAddress &address : link.addresses4) {
            const std::string &label = labelOf(link, address);
            if (std::ranges::find(list, label, &NamedInterface::name) == list.end())
                list.push_back({label, &link});
        }
    }
    std::ranges::stable_sort(list, isBefore, &NamedInterface::name);
    return list;
}

} // namespace netdraft::model::command

#include "model/command/ip.h"
#include "model/network/multicast_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model::command {

namespace {

/// An entry of the list of one link, as ipmaddr.c gathers it of /proc/net/dev_mcast, igmp and igmp6.
struct Entry {
    std::string_view family; ///< `link`, `inet` or `inet6`
    std::string address;
    int users = 1;
};

/// The newest group first, but the oldest MAC.
std::vector<Entry> entriesOf(const IpCall &call, const Link &link)
{
    const std::optional<Family> family = call.options.family;
    const bool everything = !family && !call.options.packet;
    std::vector<Entry> entries;
    if (everything || call.options.packet) {
        for (const auto &group : heardGroups(call.network, call.netns, link))
            entries.push_back({"link", group.address.toString(), group.users});
    }
    const std::vector<JoinedGroup<IpAddress>> groups = joinedGroups(call.network, call.netns, link);
    for (const Family each : {Family::Ipv4, Family::Ipv6}) {
        if (!everything && family != each)
            continue;
        for (const auto &group : std::views::reverse(groups)) {
            if (group.address.family() == each)
                entries.push_back({each == Family::Ipv4 ? "inet" : "inet6", group.address.toString(), group.users});
        }
    }
    return entries;
}

void printEntry(Printer &printer, const IpCall &call, const Entry &entry)
{
    printer.text("\t");
    printer.openObject();
    if (entry.family == "link") {
        printer.text("link  ");
        printer.string("link", entry.address, "{}");
    } else {
        printer.string("family", entry.family, "{:<5} ");
        printer.string("address", entry.address, "{}");
    }
    if (entry.users != 1)
        printer.number("users", entry.users, " users {}");
    printer.closeObject();
    if (!call.options.oneline)
        printer.text("\n");
}

Response showGroups(const IpCall &call, Arguments &arguments)
{
    std::optional<std::string> dev;
    while (arguments.more()) {
        if (!arguments.is("dev") && abbreviates(arguments.peek(), "help"))
            return usage("ip maddr");
        const std::string word = arguments.next();
        if (dev)
            arguments.garbage("dev", word);
        dev = word;
    }
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Link &link : call.netns.links) {
        if (dev && *dev != link.name)
            continue;
        const std::vector<Entry> entries = entriesOf(call, link);
        // On one line each entry says whose it is.
        const auto perHead =
            static_cast<std::ptrdiff_t>(call.options.oneline && !printer.isJson() ? 1 : entries.size());
        for (auto first = entries.begin(); first != entries.end(); first += perHead) {
            printer.openObject();
            printer.number("ifindex", link.index, "{}:");
            printer.string("ifname", link.name, "\t{}");
            printer.text(call.options.lineEnd());
            printer.openArray("maddr");
            for (auto entry = first; entry != first + perHead; ++entry)
                printEntry(printer, call, *entry);
            printer.closeArray();
            printer.closeObject();
            if (call.options.oneline)
                printer.text("\n");
        }
    }
    printer.closeArray();
    return printed(std::move(printer));
}

} // namespace

Response ipMaddress(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (arguments.more() && (abbreviates(arguments.peek(), "add") || abbreviates(arguments.peek(), "delete")))
        return notSimulated("ip maddr " + arguments.next());
    if (arguments.more() && abbreviates(arguments.peek(), "help"))
        return usage("ip maddr");
    if (!arguments.more() || arguments.matches("show") || arguments.matches("lst", "list"))
        return showGroups(call, arguments);
    return unknownCommand(arguments.next(), "ip maddr");
}

} // namespace netdraft::model::command

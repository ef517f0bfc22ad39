#include "model/command/ip.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model::command {

namespace {

/// The directory of names, newest first, as a tmpfs lists it.
Reply list(const IpCall &call)
{
    Printer printer(call.options.form());
    printer.openArray();
    for (const auto &netns : std::views::reverse(call.network.namespaces())) {
        if (netns->id == hostNetns)
            continue;
        printer.openObject();
        printer.string("name", netns->name, "{}");
        if (const auto known = call.netns.nsids.find(netns->id); known != call.netns.nsids.end())
            printer.number("id", known->second, " (id: {})");
        printer.text("\n");
        printer.closeObject();
    }
    printer.closeArray();
    return printed(std::move(printer));
}

bool isNetnsName(std::string_view name)
{
    return !name.empty() && name.size() < 255 && name.find('/') == std::string_view::npos && name != "." &&
           name != "..";
}

Reply identify(const IpCall &call, Arguments &arguments)
{
    const std::string process = arguments.more() ? arguments.next() : "self";
    if (process == "1" || call.netns.id == hostNetns)
        return {0, "\n", {}};
    return process == "self" ? Reply{0, call.netns.name + "\n", {}} : notSimulated("ip netns identify PID");
}

} // namespace

std::optional<Exec> execOf(const IpCall &call, std::span<const std::string> words)
{
    if (words.size() < 3 || !abbreviates(words[0], "exec"))
        return std::nullopt;
    const Netns *netns = call.network.find(std::string_view(words[1]));
    if (!netns || netns->id == hostNetns)
        return std::nullopt;
    return Exec{netns->id, words.subspan(2)};
}

Response ipNetns(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (words.size() > 1 && !isNetnsName(words[1]))
        return complaint(255, fmt::format("Invalid netns name \"{}\"", words[1]));
    if (!arguments.more() || arguments.matches("list") || arguments.matches("show", "lst"))
        return list(call);
    if (arguments.is("list-id"))
        return notSimulated("ip netns list-id");
    if (arguments.matches("help"))
        return usage("ip netns");
    if (arguments.matches("add")) {
        if (!arguments.more())
            return complaint(1, "No netns name specified");
        return Edit(AddNetns{arguments.next()});
    }
    if (arguments.matches("set"))
        return notSimulated("ip netns set");
    if (arguments.matches("delete")) {
        if (!arguments.more())
            return complaint(1, "No netns name specified");
        const std::string name = arguments.next();
        const Netns *netns = call.network.find(std::string_view(name));
        if (!netns || netns->id == hostNetns)
            return refusal({ErrorCode::CannotRemoveNetns, name});
        return Edit(RemoveNetns{name});
    }
    if (arguments.matches("identify"))
        return identify(call, arguments);
    if (arguments.matches("pids"))
        return notSimulated("ip netns pids");
    if (arguments.matches("exec")) {
        if (!arguments.more())
            return complaint(1, "No netns name specified");
        const std::string name = arguments.next();
        const Netns *netns = call.network.find(std::string_view(name));
        if (!arguments.more())
            return complaint(1, "No command specified");
        if (!netns || netns->id == hostNetns)
            return noSuchNetns(name);
        return respond(call.network, netns->id, arguments.rest());
    }
    const std::string word = arguments.next();
    for (const char *known : {"monitor", "attach"})
        if (abbreviates(word, known))
            return notSimulated(fmt::format("ip netns {}", known));
    return unknownCommand(word, "ip netns");
}

} // namespace netdraft::model::command

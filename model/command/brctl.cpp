#include "model/command/ip.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

Reply show(const Netns &netns, std::span<const std::string> names)
{
    std::vector<const Link *> bridges;
    for (const Link &link : netns.links)
        if (link.bridge() && (names.empty() || std::ranges::find(names, link.name) != names.end()))
            bridges.push_back(&link);
    for (const std::string &name : names) {
        const Link *link = netns.find(std::string_view(name));
        if (!link || !link->bridge())
            return complaint(1, fmt::format("bridge {} does not exist!", name));
    }
    std::ranges::sort(bridges, {}, &Link::name);
    if (bridges.empty())
        return {};
    std::string out = "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n";
    for (const Link *bridge : bridges) {
        std::vector<std::string> ports;
        for (const LinkId id : bridge->bridge()->ports)
            ports.push_back(netns.find(id)->name);
        std::ranges::sort(ports);
        out += fmt::format("{}\t\t8000.{:012x}\tno\t\t", bridge->name, bridge->mac.bits());
        for (std::size_t i = 0; i < ports.size(); ++i)
            out += fmt::format("{}{}\n", i == 0 ? "" : "\t\t\t\t\t\t\t", ports[i]);
        if (ports.empty())
            out += '\n';
    }
    return {0, std::move(out), {}};
}

Response addPort(const Netns &netns, const Link &bridge, const std::string &name)
{
    const Link *port = netns.find(std::string_view(name));
    if (!port)
        return complaint(1, fmt::format("interface {} does not exist!", name));
    if (netns.find(port->master))
        return complaint(
            1, fmt::format("device {} is already a member of a bridge; can't add it to bridge {}.", name, bridge.name));
    return Edit(SetLinkMaster{{netns.name, name}, bridge.name});
}

Response removePort(const Netns &netns, const Link &bridge, const std::string &name)
{
    const Link *port = netns.find(std::string_view(name));
    if (!port)
        return complaint(1, fmt::format("interface {} does not exist!", name));
    if (port->master != bridge.id)
        return complaint(1, fmt::format("device {} is not a slave of {}", name, bridge.name));
    return Edit(SetLinkMaster{{netns.name, name}, {}});
}

} // namespace

Response brctl(const Netns &netns, std::span<const std::string> words)
{
    if (words.empty())
        return usage("brctl");
    const std::string &command = words.front();
    const auto rest = words.subspan(1);
    if (command == "show")
        return show(netns, rest);
    const bool known = command == "addbr" || command == "delbr" || command == "addif" || command == "delif";
    if (!known)
        return notSimulated("brctl " + command);
    if (rest.size() != (command.ends_with("br") ? 1 : 2))
        return complaint(1, fmt::format("Incorrect number of arguments for command\nUsage: brctl {} <bridge>{}",
                                        command, command.ends_with("br") ? "" : " <device>"));
    const Link *bridge = netns.find(std::string_view(rest[0]));
    if (command == "addbr") {
        if (bridge)
            return complaint(1,
                             fmt::format("device {} already exists; can't create bridge with the same name", rest[0]));
        return Edit(AddBridge{{netns.name, rest[0]}, {}, {}});
    }
    if (!bridge || !bridge->bridge()) {
        if (command == "delbr")
            return complaint(1, fmt::format("bridge {} doesn't exist; can't delete it", rest[0]));
        return complaint(1, fmt::format("bridge {} does not exist!", rest[0]));
    }
    if (command == "addif")
        return addPort(netns, *bridge, rest[1]);
    if (command == "delif")
        return removePort(netns, *bridge, rest[1]);
    if (bridge->up)
        return complaint(1, fmt::format("bridge {} is still up; can't delete it", rest[0]));
    return Edit(RemoveLink{{netns.name, rest[0]}});
}

} // namespace netdraft::model::command

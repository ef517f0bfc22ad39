#include "model/command/links/port_settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

constexpr PortFlag flags[] = {
    {"guard", &PortChange::guard, &BridgePort::guard},
    {"hairpin", &PortChange::hairpin, &BridgePort::hairpin},
    {"root_block", &PortChange::rootBlock, &BridgePort::rootBlock},
    {"learning", &PortChange::learning, &BridgePort::learning},
    {"flood", &PortChange::flood, &BridgePort::flood},
    {"mcast_flood", &PortChange::mcastFlood, &BridgePort::mcastFlood},
    {"bcast_flood", &PortChange::bcastFlood, &BridgePort::bcastFlood},
    {"neigh_suppress", &PortChange::neighSuppress, &BridgePort::neighSuppress},
    {"isolated", &PortChange::isolated, &BridgePort::isolated},
    {"locked", &PortChange::locked, &BridgePort::locked},
};

constexpr std::string_view unmodelledOfPorts[] = {
    "fdb_flush",        "fastleave",      "proxy_arp",   "proxy_arp_wifi", "mcast_router",  "mcast_fast_leave",
    "mcast_to_unicast", "group_fwd_mask", "vlan_tunnel", "backup_port",    "nobackup_port",
};

constexpr std::string_view bridgeSlaveUsage = "Usage: ... bridge_slave [ fdb_flush ]\n"
                                              "\t\t\t[ state STATE ]\n"
                                              "\t\t\t[ priority PRIO ]\n"
                                              "\t\t\t[ cost COST ]\n"
                                              "\t\t\t[ guard {on | off} ]\n"
                                              "\t\t\t[ hairpin {on | off} ]\n"
                                              "\t\t\t[ fastleave {on | off} ]\n"
                                              "\t\t\t[ root_block {on | off} ]\n"
                                              "\t\t\t[ learning {on | off} ]\n"
                                              "\t\t\t[ flood {on | off} ]\n"
                                              "\t\t\t[ proxy_arp {on | off} ]\n"
                                              "\t\t\t[ proxy_arp_wifi {on | off} ]\n"
                                              "\t\t\t[ mcast_router MULTICAST_ROUTER ]\n"
                                              "\t\t\t[ mcast_fast_leave {on | off} ]\n"
                                              "\t\t\t[ mcast_flood {on | off} ]\n"
                                              "\t\t\t[ bcast_flood {on | off} ]\n"
                                              "\t\t\t[ mcast_to_unicast {on | off} ]\n"
                                              "\t\t\t[ group_fwd_mask MASK ]\n"
                                              "\t\t\t[ neigh_suppress {on | off} ]\n"
                                              "\t\t\t[ vlan_tunnel {on | off} ]\n"
                                              "\t\t\t[ isolated {on | off} ]\n"
                                              "\t\t\t[ locked {on | off} ]\n"
                                              "\t\t\t[ backup_port DEVICE ] [ nobackup_port ]";

} // namespace

std::span<const PortFlag> portFlags()
{
    return flags;
}

bool takePortFlag(Arguments &arguments, PortChange &change, int status)
{
    const auto flag = std::ranges::find(flags, arguments.peek(), &PortFlag::word);
    if (flag == std::end(flags))
        return false;
    arguments.next();
    const std::string word = arguments.next();
    if (word != "on" && word != "off")
        arguments.refuse(complaint(status, fmt::format("Error: argument of \"{}\" must be one of \"off\", \"on\", not "
                                                       "\"{}\"",
                                                       flag->word, word)));
    change.*flag->change = word == "on";
    return true;
}

PortChange readBridgeSlave(KindCall &words)
{
    PortChange change;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.is("state")) {
            const std::string word = arguments.next();
            const auto number = readNumber(word);
            if (!number || *number > 255)
                arguments.wrong(word, "state is invalid");
            else if (*number > 4)
                arguments.refuse(complaint(2, "RTNETLINK answers: Invalid argument"));
            change.state = static_cast<PortState>(number.value_or(0));
        } else if (arguments.is("priority")) {
            change.priority = static_cast<int>(arguments.number("priority is invalid"));
        } else if (arguments.is("cost")) {
            change.cost = static_cast<int>(arguments.number("cost is invalid"));
        } else if (!takePortFlag(arguments, change, 1)) {
            const std::string word = arguments.next();
            if (std::ranges::find(unmodelledOfPorts, word) != std::end(unmodelledOfPorts))
                arguments.refuse(notSimulated(fmt::format("bridge_slave {}", word)));
            arguments.refuse(
                complaint(1, fmt::format("bridge_slave: unknown option \"{}\"?\n{}", word, bridgeSlaveUsage)));
        }
    }
    return change;
}

void appendPortWords(std::vector<std::string> &words, const PortChange &change)
{
    const auto number = [&](std::string_view word, const std::optional<int> &value) {
        if (value) {
            words.emplace_back(word);
            words.push_back(std::to_string(*value));
        }
    };
    number("cost", change.cost);
    number("priority", change.priority);
    if (change.state)
        number("state", static_cast<int>(*change.state));
    for (const PortFlag &flag : flags) {
        if (change.*flag.change) {
            words.emplace_back(flag.word);
            words.emplace_back(*(change.*flag.change) ? "on" : "off");
        }
    }
}

} // namespace netdraft::model::command

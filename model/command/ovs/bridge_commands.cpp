#include "model/command/ovs/transaction.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

std::unexpected<Reply> noBridge(std::string_view name)
{
    return vsctlError(fmt::format("no bridge named {}", name));
}

/// check_conflicts
Vsctl claim(Transaction &transaction, std::string_view kind, std::string_view name)
{
    const auto taken = [&](std::string_view by, std::string_view where) {
        return vsctlError(fmt::format("cannot create a {} named {} because a {} named {} already exists{}", kind, name,
                                      by, name, where));
    };
    if (transaction.bridge(name))
        return taken("bridge", "");
    if (const OvsBridge *bridge = transaction.bridgeOf(name))
        return taken("port", fmt::format(" on bridge {}", bridge->name));
    return {};
}

void printSorted(Transaction &transaction, std::vector<std::string> names)
{
    std::ranges::sort(names);
    for (const std::string &name : names)
        transaction.out += name + '\n';
}

/// The bridge of a port that is no local one; both have such, but no command names it so.
const OvsBridge *bridgeOfOther(Transaction &transaction, std::string_view port)
{
    const OvsBridge *bridge = transaction.bridgeOf(port);
    return bridge && bridge->name != port ? bridge : nullptr;
}

} // namespace

OvsBridge *Transaction::bridge(std::string_view name)
{
    const auto found = std::ranges::find(bridges, name, &OvsBridge::name);
    return found == bridges.end() ? nullptr : &*found;
}

OvsBridge *Transaction::bridgeOf(std::string_view port)
{
    const auto found =
        std::ranges::find_if(bridges, [&](const OvsBridge &bridge) { return bridge.find(port) != nullptr; });
    return found == bridges.end() ? nullptr : &*found;
}

OvsPort *Transaction::port(std::string_view name)
{
    OvsBridge *bridge = bridgeOf(name);
    return bridge ? bridge->find(name) : nullptr;
}

Vsctl addBridge(Transaction &transaction, const VsctlCommand &command)
{
    const std::string &name = command.arguments[0];
    if (command.arguments.size() > 1)
        return vsctlUnknown("add-br with a parent and a VLAN");
    if (command.has("--may-exist") && transaction.bridge(name))
        return {};
    if (auto free = claim(transaction, "bridge", name); !free)
        return free;
    OvsPort local;
    local.name = name;
    local.internal = true;
    const auto place = std::ranges::lower_bound(transaction.bridges, name, {}, &OvsBridge::name);
    transaction.bridges.insert(place, {name, {local}});
    return {};
}

Vsctl deleteBridge(Transaction &transaction, const VsctlCommand &command)
{
    const std::string &name = command.arguments[0];
    if (!transaction.bridge(name)) {
        if (command.has("--if-exists"))
            return {};
        return noBridge(name);
    }
    std::erase_if(transaction.bridges, [&](const OvsBridge &bridge) { return bridge.name == name; });
    return {};
}

Vsctl listBridges(Transaction &transaction, const VsctlCommand &command)
{
    std::vector<std::string> names;
    if (!command.has("--fake")) {
        for (const OvsBridge &bridge : transaction.bridges)
            names.push_back(bridge.name);
    }
    printSorted(transaction, std::move(names));
    return {};
}

Vsctl bridgeExists(Transaction &transaction, const VsctlCommand &command)
{
    if (!transaction.bridge(command.arguments[0]))
        return std::unexpected(Reply{2, {}, {}});
    return {};
}

Vsctl bridgeToVlan(Transaction &transaction, const VsctlCommand &command)
{
    if (!transaction.bridge(command.arguments[0]))
        return noBridge(command.arguments[0]);
    transaction.out += "0\n";
    return {};
}

Vsctl bridgeToParent(Transaction &transaction, const VsctlCommand &command)
{
    if (!transaction.bridge(command.arguments[0]))
        return noBridge(command.arguments[0]);
    transaction.out += command.arguments[0] + '\n';
    return {};
}

Vsctl addPort(Transaction &transaction, const VsctlCommand &command)
{
    const std::string &where = command.arguments[0];
    OvsPort port;
    port.name = command.arguments[1];
    // Whether the settings can be read is asked only of a port that is new.
    if (command.has("--may-exist")) {
        if (const OvsBridge *bridge = transaction.bridgeOf(port.name)) {
            if (bridge->name == where && port.name != where)
                return {};
            if (bridge->name != where)
                return vsctlError(fmt::format("\"--may-exist add-port {} {}\" but {} is actually attached to bridge {}",
                                              where, port.name, port.name, bridge->name));
        }
    }
    if (auto free = claim(transaction, "port", port.name); !free)
        return free;
    OvsBridge *bridge = transaction.bridge(where);
    if (!bridge)
        return noBridge(where);
    for (const std::string &assignment : command.arguments.subspan(2)) {
        if (auto set = setPortColumn(port, assignment); !set)
            return set;
    }
    transaction.expected.push_back(port.name);
    bridge->ports.insert(
        std::lower_bound(bridge->ports.begin() + 1, bridge->ports.end(), port.name,
                         [](const OvsPort &each, const std::string &name) { return each.name < name; }),
        port);
    return {};
}

Vsctl deletePort(Transaction &transaction, const VsctlCommand &command)
{
    const bool mustExist = !command.has("--if-exists");
    const std::string &name = command.arguments.back();
    if (transaction.bridge(name)) {
        if (!mustExist)
            return {};
        return vsctlError(fmt::format("cannot delete port {} because it is the local port for bridge {} (deleting "
                                      "this port requires deleting the entire bridge)",
                                      name, name));
    }
    OvsBridge *bridge = transaction.bridgeOf(name);
    if (!bridge) {
        if (!mustExist)
            return {};
        return vsctlError(fmt::format("no port named {}", name));
    }
    if (command.arguments.size() > 1 && bridge->name != command.arguments[0]) {
        if (!transaction.bridge(command.arguments[0]))
            return noBridge(command.arguments[0]);
        return vsctlError(fmt::format("bridge {} does not have a port {}", command.arguments[0], name));
    }
    std::erase_if(bridge->ports, [&](const OvsPort &port) { return port.name == name; });
    return {};
}

Vsctl listPorts(Transaction &transaction, const VsctlCommand &command)
{
    const OvsBridge *bridge = transaction.bridge(command.arguments[0]);
    if (!bridge)
        return noBridge(command.arguments[0]);
    std::vector<std::string> names;
    for (const OvsPort &port : std::span(bridge->ports).subspan(1))
        names.push_back(port.name);
    printSorted(transaction, std::move(names));
    return {};
}

Vsctl portToBridge(Transaction &transaction, const VsctlCommand &command)
{
    const OvsBridge *bridge = bridgeOfOther(transaction, command.arguments[0]);
    if (!bridge)
        return vsctlError(fmt::format("no port named {}", command.arguments[0]));
    transaction.out += bridge->name + '\n';
    return {};
}

Vsctl interfaceToBridge(Transaction &transaction, const VsctlCommand &command)
{
    const OvsBridge *bridge = bridgeOfOther(transaction, command.arguments[0]);
    if (!bridge)
        return vsctlError(fmt::format("no interface named {}", command.arguments[0]));
    transaction.out += bridge->name + '\n';
    return {};
}

} // namespace netdraft::model::command

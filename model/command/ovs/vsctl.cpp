#include "model/command/ovs/vsctl.h"

#include "model/command/arguments.h"
#include "model/command/ovs/transaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace netdraft::model::command {

namespace {

constexpr std::size_t any = std::numeric_limits<std::size_t>::max();

/// A command of ovs-vsctl(8), and how many arguments it takes.
struct CommandRow {
    std::string_view name;
    std::size_t least;
    std::size_t most;
    std::string_view options; ///< each with a space after it
    Vsctl (*run)(Transaction &transaction, const VsctlCommand &command);
};

Vsctl initialise(Transaction &, const VsctlCommand &)
{
    return {};
}

Vsctl unknown(Transaction &, const VsctlCommand &command)
{
    return vsctlUnknown(command.name);
}

constexpr CommandRow commands[] = {
    {"init", 0, 0, "", initialise},
    {"show", 0, 0, "", show},
    {"add-br", 1, 3, "--may-exist ", addBridge},
    {"del-br", 1, 1, "--if-exists ", deleteBridge},
    {"list-br", 0, 0, "--real --fake ", listBridges},
    {"br-exists", 1, 1, "", bridgeExists},
    {"br-to-vlan", 1, 1, "", bridgeToVlan},
    {"br-to-parent", 1, 1, "", bridgeToParent},
    {"list-ports", 1, 1, "", listPorts},
    {"add-port", 2, any, "--may-exist ", addPort},
    {"del-port", 1, 2, "--if-exists --with-iface ", deletePort},
    {"port-to-br", 1, 1, "", portToBridge},
    {"list-ifaces", 1, 1, "", listPorts},
    {"iface-to-br", 1, 1, "", interfaceToBridge},
    {"set", 3, any, "--if-exists ", setColumns},
    {"get", 2, any, "--if-exists --id= ", getColumns},
    {"clear", 3, any, "--if-exists ", clearColumns},
    {"add", 4, any, "--if-exists ", addToColumn},
    {"remove", 4, any, "--if-exists ", removeFromColumn},
    {"add-bond", 4, any, "--may-exist --fake-iface ", unknown},
    {"br-set-external-id", 2, 3, "", unknown},
    {"br-get-external-id", 1, 2, "", unknown},
    {"get-controller", 1, 1, "", unknown},
    {"set-controller", 1, any, "", unknown},
    {"del-controller", 1, 1, "", unknown},
    {"get-fail-mode", 1, 1, "", unknown},
    {"set-fail-mode", 2, 2, "", unknown},
    {"del-fail-mode", 1, 1, "", unknown},
    {"get-manager", 0, 0, "", unknown},
    {"set-manager", 1, any, "--inactivity-probe= ", unknown},
    {"del-manager", 0, 0, "", unknown},
    {"list", 1, any, "--if-exists --columns= ", unknown},
    {"find", 1, any, "--columns= ", unknown},
    {"create", 2, any, "--id= ", unknown},
    {"destroy", 1, any, "--if-exists --all ", unknown},
    {"wait-until", 2, any, "", unknown},
    {"comment", 0, any, "", initialise},
    {"emer-reset", 0, 0, "", unknown},
};

/// Whether an option stands before all commands and changes nothing of what is simulated.
bool isGlobal(std::string_view word)
{
    return word == "--no-wait" || word == "--oneline" || word.starts_with("--timeout=") || word.starts_with("-t") ||
           word.starts_with("-v") || word.starts_with("--verbose") || word == "--no-syslog";
}

bool isKnownOption(std::string_view word)
{
    const std::string_view name = word.substr(0, word.find('='));
    return std::ranges::any_of(commands, [&](const CommandRow &row) {
        return row.options.contains(std::string(name) + ' ') || row.options.contains(std::string(name) + "= ");
    });
}

/// parse_command
std::expected<VsctlCommand, Reply> readCommand(std::span<const std::string> words)
{
    VsctlCommand command;
    while (!words.empty() && words.front().starts_with("--") && words.front().size() > 2) {
        command.options.push_back(words.front());
        words = words.subspan(1);
    }
    if (words.empty())
        return vsctlError("missing command name (use --help for help)");
    command.name = words.front();
    command.arguments = words.subspan(1);
    const auto row = std::ranges::find(commands, command.name, &CommandRow::name);
    if (row == std::end(commands))
        return vsctlError(fmt::format("unknown command '{}'; use --help for help", command.name));
    for (const std::string &option : command.options) {
        const std::string name = option.substr(0, option.find('='));
        if (!row->options.contains(name + ' ') && !row->options.contains(name + "= "))
            return vsctlError(fmt::format("'{}' command has no '{}' option", command.name, option));
    }
    if (command.arguments.size() < row->least)
        return vsctlError(fmt::format("'{}' command requires at least {} arguments", command.name, row->least));
    if (command.arguments.size() > row->most)
        return vsctlError(fmt::format("'{}' command takes at most {} arguments", command.name, row->most));
    return command;
}

/// parse_commands: each up to the next `--`.
std::expected<std::vector<VsctlCommand>, Reply> readCommands(std::span<const std::string> words)
{
    std::vector<VsctlCommand> list;
    while (true) {
        const auto end = std::ranges::find(words, "--");
        const auto count = static_cast<std::size_t>(end - words.begin());
        if (count > 0) {
            auto command = readCommand(words.first(count));
            if (!command)
                return std::unexpected(command.error());
            list.push_back(*command);
        }
        if (end == words.end())
            break;
        words = words.subspan(count + 1);
    }
    if (list.empty())
        return vsctlError("missing command name (use --help for help)");
    return list;
}

/// What ovs-vsctl says of interfaces that ovs-vswitchd could not open; the transaction stands all the same.
std::string complaints(const Transaction &transaction)
{
    std::string text;
    for (const std::string &name : transaction.expected) {
        const auto owner = std::ranges::find_if(transaction.bridges,
                                                [&](const OvsBridge &bridge) { return bridge.find(name) != nullptr; });
        if (owner == transaction.bridges.end())
            continue;
        const std::string why = ovsPortError(transaction.network, transaction.netns, *owner->find(name));
        if (!why.empty())
            text += fmt::format("ovs-vsctl: Error detected while setting up '{}': {}.  See ovs-vswitchd log for "
                                "details.\n",
                                name, why);
    }
    if (!text.empty())
        text += "ovs-vsctl: The default log directory is \"/var/log/openvswitch\".\n";
    return text;
}

} // namespace

bool VsctlCommand::has(std::string_view option) const
{
    return std::ranges::find(options, option) != options.end();
}

std::unexpected<Reply> vsctlError(std::string_view message)
{
    return std::unexpected(complaint(1, fmt::format("ovs-vsctl: {}", message)));
}

std::unexpected<Reply> vsctlUnknown(std::string_view what)
{
    return std::unexpected(notSimulated(fmt::format("ovs-vsctl {}", what)));
}

Response ovsVsctl(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    bool waits = true;
    while (!words.empty() && words.front().starts_with("-") && words.front() != "--") {
        const std::string &option = words.front();
        if (option == "-V" || option == "--version")
            return Reply{0, "ovs-vsctl (Open vSwitch) 3.1.0\nDB Schema 8.3.1\n", {}};
        if (!isGlobal(option)) {
            if (isKnownOption(option))
                break;
            return complaint(1, fmt::format("ovs-vsctl: unrecognized option '{}'", option));
        }
        waits = waits && option != "--no-wait";
        words = words.subspan(option == "-t" && words.size() > 1 ? 2 : 1);
    }
    const auto list = readCommands(words);
    if (!list)
        return list.error();
    Transaction transaction{network, netns, netns.ovs, {}, {}};
    for (const VsctlCommand &command : *list) {
        const auto row = std::ranges::find(commands, command.name, &CommandRow::name);
        if (auto done = row->run(transaction, command); !done)
            return done.error();
    }
    Response response(ovsDifference(netns, transaction.bridges));
    response.reply.out = std::move(transaction.out);
    if (waits)
        response.reply.err = complaints(transaction);
    return response;
}

} // namespace netdraft::model::command

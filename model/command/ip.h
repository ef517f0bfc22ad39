#pragma once

#include "model/command/arguments.h"
#include "model/command/printer.h"

namespace netdraft::model::command {

/// The options between `ip` (or `bridge`) and its object.
struct IpOptions {
    std::optional<Family> family; ///< -4, -6, -f
    bool packet = false;          ///< -0: links alone
    bool json = false;
    bool pretty = false;
    bool brief = false;
    bool oneline = false;
    bool details = false;
    bool numeric = false;
    bool compressVlans = false; ///< -c of bridge
    bool timestamps = false;    ///< -t, -ts: of ip monitor
    int statistics = 0;         ///< how often -s was given

    Printer::Form form() const
    {
        using enum Printer::Form;
        return !json ? Text : pretty ? PrettyJson : Json;
    }
    /// What ends a line within one record: a backslash with -o.
    std::string_view lineEnd() const { return oneline ? "\\" : "\n"; }
};

/// One call of `ip` or `bridge`: where it runs and how it shall print.
struct IpCall {
    const Network &network;
    const Netns &netns;
    IpOptions options;
};

/// What a call of `ip` is about: the object, by its whole name, and the words after it.
struct IpRequest {
    IpCall call;
    std::string_view object;
    std::span<const std::string> words;
};
/// Reads the options and the object, whose words are not read yet; or the answer, where none is needed.
std::variant<IpRequest, Reply> readIp(const Network &network, const Netns &netns, std::span<const std::string> words);

// One function for each object; the words are those after the object's name.
Response ipLink(const IpCall &call, std::span<const std::string> words);
Response ipAddress(const IpCall &call, std::span<const std::string> words);
Response ipRoute(const IpCall &call, std::span<const std::string> words);
Response ipRule(const IpCall &call, std::span<const std::string> words);
Response ipNexthop(const IpCall &call, std::span<const std::string> words);
Response ipNeighbour(const IpCall &call, std::span<const std::string> words);
Response ipMaddress(const IpCall &call, std::span<const std::string> words);
/// Watching needs a terminal: see model/terminal/monitor/. Here it is refused.
Response ipMonitor(const IpCall &call, std::span<const std::string> words);
Response ipNetns(const IpCall &call, std::span<const std::string> words);

/// A command that `ip netns exec` is to run, and where.
struct Exec {
    NetnsId netns;
    std::span<const std::string> words;
};
/// What the words after `ip netns` run; none if they are no whole `exec`.
std::optional<Exec> execOf(const IpCall &call, std::span<const std::string> words);

// One function for each tool; the words are those after the tool's name.
Response ip(const Network &network, const Netns &netns, std::span<const std::string> words);
Response bridge(const Network &network, const Netns &netns, std::span<const std::string> words);
Response sysctl(const Netns &netns, std::span<const std::string> words);
Response routeTool(const Netns &netns, std::span<const std::string> words);
Response arpTool(const Netns &netns, std::span<const std::string> words);
Response brctl(const Netns &netns, std::span<const std::string> words);

/// `Command "x" is unknown, try "ip OBJECT help".`
Reply unknownCommand(std::string_view word, std::string_view object);
/// The short list of what a tool or object can do here, with the status that its help has.
Reply usage(std::string_view object);
/// `Cannot open network namespace "x": No such file or directory`
Reply noSuchNetns(std::string_view name);
/// The namespace that the name stands for in a command: a named one or, for `1`, the machine itself (the
/// namespace of process 1). The machine has no name among the files of `ip netns`.
const Netns *netnsNamed(const Network &network, std::string_view name);
/// The end of a JSON answer, and that of a text.
Reply printed(Printer &&printer);

} // namespace netdraft::model::command

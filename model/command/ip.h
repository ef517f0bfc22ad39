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
    int statistics = 0; ///< how often -s was given

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

// One function for each object; the words are those after the object's name.
Answer ipLink(const IpCall &call, std::span<const std::string> words);
Answer ipAddress(const IpCall &call, std::span<const std::string> words);
Answer ipRoute(const IpCall &call, std::span<const std::string> words);
Answer ipNeighbour(const IpCall &call, std::span<const std::string> words);
Answer ipNetns(const IpCall &call, std::span<const std::string> words);

// One function for each tool; the words are those after the tool's name.
Answer ip(const Network &network, const Netns &netns, std::span<const std::string> words);
Answer bridge(const Network &network, const Netns &netns, std::span<const std::string> words);
Answer sysctl(const Netns &netns, std::span<const std::string> words);
Answer routeTool(const Netns &netns, std::span<const std::string> words);
Answer arpTool(const Netns &netns, std::span<const std::string> words);
Answer brctl(const Netns &netns, std::span<const std::string> words);

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

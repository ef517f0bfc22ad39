#pragma once

#include "model/command/netfilter/print_rule.h"
#include "model/command/netfilter/reading.h"

namespace netdraft::model::command {

/// One call of iptables or ip6tables, read.
struct RuleCall {
    /// What it does, by the letter of the option; 0: nothing (a line of the other family in a saved ruleset).
    char command = 0;
    bool byNumber = false;   ///< -D CHAIN NUMBER
    bool zeroes = false;     ///< -L and -S with -Z
    bool zeroesRule = false; ///< -Z CHAIN NUMBER
    std::string table = "filter";
    std::string chain; ///< empty: all
    int number = 0;    ///< of -I, -R, -D, -L, -S; 0: none was given
    std::string newName;
    netfilter::Counted counted; ///< of -c
    std::string policy;
    std::vector<netfilter::Rule> rules; ///< one for each pair of addresses
    ListForm form;
    bool verbose = false;

    /// Whether it names a rule by what it says: -A, -I, -C, -D, -R.
    bool isAboutRule() const { return std::string_view("AICDR").find(command) != std::string_view::npos; }
};

/// Whether the words come from the command line, or from a line of `iptables-restore`.
enum class CallFrom : std::uint8_t { Shell, Restore };

/// Reads the words after the tool's name. What is wrong stands in `reading`.
RuleCall readCall(Reading &reading, std::span<const std::string> words, CallFrom from);

} // namespace netdraft::model::command

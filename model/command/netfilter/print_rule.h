#pragma once

#include "model/network/ruleset.h"

namespace netdraft::model::command {

/// A word of a rule; texts of the user's own are quoted where iptables quotes them.
struct RuleWord {
    std::string text;
    bool isText = false;
};
/// The words after the chain of `-A CHAIN …`, as `iptables -S` gives them.
std::vector<RuleWord> ruleWords(Family family, const netfilter::Rule &rule);
/// The same as one text, with a space before each word.
std::string savedRule(Family family, const netfilter::Rule &rule);
/// Words as one line that splitSaved() takes apart again.
std::string savedLine(const std::vector<RuleWord> &words);

/// How `iptables -L` shall print.
struct ListForm {
    bool numeric = false;
    bool verbose = false; ///< with counters and interfaces
    bool exact = false;   ///< counters in full
    bool numbers = false; ///< --line-numbers
    bool inTable = true;  ///< in columns; else as `-v -A` prints the rule that it adds
};
/// A line of `iptables -L`, with its end.
std::string listedRule(Family family, const netfilter::Rule &rule, int number, const ListForm &form);
/// A number of packets or bytes, and a space (xtables_print_num).
std::string countText(std::uint64_t number, const ListForm &form);
/// The line above the rules.
std::string listedHeader(const ListForm &form);

/// Matches and target as `iptables -L` describes them, each with a space before it.
std::string describedMatch(Family family, const netfilter::Rule &rule, const netfilter::Match &match, bool numeric);
std::string describedTarget(Family family, const netfilter::Target &target, bool numeric);
/// `100/min`, of the time between packets (print_rate).
std::string rateText(std::uint32_t period);
/// What NAT may use, `ADDRESS-ADDRESS:PORT-PORT`; `colon` stands before the ports.
std::string natText(Family family, const std::optional<netfilter::NatAddresses> &addresses,
                    const std::optional<netfilter::NatPorts> &ports, std::string_view colon);
std::vector<std::string_view> natFlagNames(const netfilter::NatFlags &flags);
/// The word after `-j`; empty where there is no target. `listed` is how -L names it.
std::string targetName(const netfilter::Target &target, bool listed);

} // namespace netdraft::model::command

#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// The words of a rule after `add` or `del`.
struct RuleWords {
    Rule rule;
    bool priorityGiven = false;
    bool tableGiven = false; ///< or an action that needs none
};
RuleWords readRuleWords(const IpCall &call, Arguments &arguments);

/// Appends the words of a rule, as readRuleWords() takes them.
void appendRuleWords(std::vector<std::string> &words, const Rule &rule, bool priorityGiven);

/// `tcp`, or `ipproto-99` for one without a name in /etc/protocols.
std::string ipProtocolName(std::uint8_t protocol);
std::optional<std::uint8_t> readIpProtocol(std::string_view word);

/// `80` or `1000-2000`; complains of anything else. What the kernel will refuse, such as port 0, is a range that ends
/// before it begins.
PortRange readPorts(Arguments &arguments, std::string_view complaint);

} // namespace netdraft::model::command

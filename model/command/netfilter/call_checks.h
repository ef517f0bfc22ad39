#pragma once

#include "model/command/netfilter/call_reader.h"

namespace netdraft::model::command {

// What iptables finds wrong in a call once all its words are read.

/// Which options go with the command; `letters` are those that were given (generic_opt_check).
void checkOptions(Reading &reading, const RuleCall &call, std::string_view letters);

/// That no rule of a chain asks for an interface that packets do not have there.
void checkDirections(Reading &reading, const RuleCall &call, std::string_view letters);

/// That there is a table of this name.
void checkTable(Reading &reading, const std::string &table);

/// What iptables itself has to know to write a match for the kernel (add_nft_tcp, add_nft_udp).
void checkProtocol(Reading &reading, const netfilter::Rule &rule, const netfilter::Match &match);

/// The name of the chain that a rule goes to.
void checkChainLength(Reading &reading, std::string_view chain);

/// The name of a chain to be made (assert_valid_chain_name).
void checkChainName(Reading &reading, std::string_view name);

} // namespace netdraft::model::command

#pragma once

#include "model/command/netfilter/print_rule.h"
#include "model/edit/ruleset_edit.h"

namespace netdraft::model::command {

// The words after `iptables` or `ip6tables` of an edit.

std::vector<RuleWord> editWords(const netfilter::AddRule &edit);
std::vector<RuleWord> editWords(const netfilter::RemoveRule &edit);
std::vector<RuleWord> editWords(const netfilter::ReplaceRule &edit);
std::vector<RuleWord> editWords(const netfilter::SetPolicy &edit);
std::vector<RuleWord> editWords(const netfilter::AddChain &edit);
std::vector<RuleWord> editWords(const netfilter::RemoveChain &edit);
std::vector<RuleWord> editWords(const netfilter::RenameChain &edit);
std::vector<RuleWord> editWords(const netfilter::FlushChain &edit);
std::vector<RuleWord> editWords(const netfilter::ZeroCounters &edit);

} // namespace netdraft::model::command

#include "model/command/netfilter/edit_words.h"

namespace netdraft::model::command {

using namespace netfilter;

namespace {

/// The table, unless it is `filter`, the option and what follows it.
std::vector<RuleWord> call(const ChainName &chain, std::string_view option, std::initializer_list<std::string> rest)
{
    std::vector<RuleWord> words;
    if (chain.table != "filter") {
        words.push_back({"-t", false});
        words.push_back({chain.table, false});
    }
    words.push_back({std::string(option), false});
    if (!chain.chain.empty())
        words.push_back({chain.chain, false});
    for (const std::string &word : rest)
        words.push_back({word, false});
    return words;
}

std::vector<RuleWord> with(std::vector<RuleWord> words, Family family, const netfilter::Rule &rule)
{
    for (RuleWord &word : ruleWords(family, rule))
        words.push_back(std::move(word));
    return words;
}

/// The same of a rule that comes, with what it is to have counted.
std::vector<RuleWord> withCounted(std::vector<RuleWord> words, Family family, const netfilter::Rule &rule)
{
    if (rule.counted.packets != 0 || rule.counted.bytes != 0) {
        words.push_back({"-c", false});
        words.push_back({std::to_string(rule.counted.packets), false});
        words.push_back({std::to_string(rule.counted.bytes), false});
    }
    return with(std::move(words), family, rule);
}

} // namespace

std::vector<RuleWord> editWords(const netfilter::AddRule &edit)
{
    const bool insert = edit.before.has_value();
    std::vector<RuleWord> words = call(edit.chain, insert ? "-I" : "-A", {});
    if (insert && *edit.before != 1)
        words.push_back({std::to_string(*edit.before), false});
    return withCounted(std::move(words), edit.chain.family, edit.rule);
}

std::vector<RuleWord> editWords(const netfilter::RemoveRule &edit)
{
    if (const int *number = std::get_if<int>(&edit.which))
        return call(edit.chain, "-D", {std::to_string(*number)});
    return with(call(edit.chain, "-D", {}), edit.chain.family, std::get<netfilter::Rule>(edit.which));
}

std::vector<RuleWord> editWords(const netfilter::ReplaceRule &edit)
{
    return withCounted(call(edit.chain, "-R", {std::to_string(edit.number)}), edit.chain.family, edit.rule);
}

std::vector<RuleWord> editWords(const netfilter::SetPolicy &edit)
{
    return call(edit.chain, "-P", {edit.drops ? "DROP" : "ACCEPT"});
}

std::vector<RuleWord> editWords(const netfilter::AddChain &edit)
{
    return call(edit.chain, "-N", {});
}

std::vector<RuleWord> editWords(const netfilter::RemoveChain &edit)
{
    return call(edit.chain, "-X", {});
}

std::vector<RuleWord> editWords(const netfilter::RenameChain &edit)
{
    return call(edit.chain, "-E", {edit.newName});
}

std::vector<RuleWord> editWords(const netfilter::FlushChain &edit)
{
    return call(edit.chain, "-F", {});
}

std::vector<RuleWord> editWords(const netfilter::ZeroCounters &edit)
{
    return edit.number ? call(edit.chain, "-Z", {std::to_string(*edit.number)}) : call(edit.chain, "-Z", {});
}

} // namespace netdraft::model::command

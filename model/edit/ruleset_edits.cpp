#include "model/edit/perform.h"
#include "model/edit/rule_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using namespace netfilter;

std::string_view toolOf(Family family)
{
    return family == Family::Ipv4 ? "iptables" : "ip6tables";
}

/// What iptables itself finds when it looks at the kernel's tables; status 1.
std::unexpected<Error> refuse(const ChainName &chain, std::string_view words)
{
    return fail(ErrorCode::ToolOther, fmt::format("{}: {}.", toolOf(chain.family), words));
}

constexpr std::string_view noChain = "No chain/target/match by that name";
constexpr std::string_view badRule = "Bad rule (does a matching rule exist in that chain?)";

/// What the kernel refuses; status 4.
std::unexpected<Error> kernelRefuses(const ChainName &chain, std::string_view request, std::string_view why,
                                     std::string_view what)
{
    return fail(ErrorCode::RulesetRefused, fmt::format("{} v1.8.9 (nf_tables):  {} failed ({}): {} {}",
                                                       toolOf(chain.family), request, why, what, chain.chain));
}

Result<Ruleset *> rulesetOf(Draft &draft, const std::string &netns)
{
    const auto id = findNetns(draft, netns);
    if (!id)
        return fail(id.error());
    return &draft.network.change(*id).ruleset;
}

/// The chain, if it is there; of what is not there nothing is made.
Chain *existing(Ruleset &ruleset, const ChainName &name)
{
    Table *table = ruleset.find(name.family, name.table);
    return table ? table->find(name.chain) : nullptr;
}

/// assert_chain_exists: asked before anything else.
Result<void> checkJump(const Ruleset &ruleset, const ChainName &name, const netfilter::Rule &rule)
{
    const auto *jump = std::get_if<Jump>(&rule.target);
    const Table *table = ruleset.find(name.family, name.table);
    if (!jump || builtinChain(name.table, jump->chain) || (table && table->find(jump->chain)))
        return {};
    return fail(ErrorCode::RulesetUsage, fmt::format("{0} v1.8.9 (nf_tables): Chain '{1}' does not exist\nTry `{0} -h' "
                                                     "or '{0} --help' for more information.",
                                                     toolOf(name.family), jump->chain));
}

/// Puts a rule into its place, and takes it out again if the kernel refuses it.
Result<void> insert(Ruleset &ruleset, const ChainName &name, std::size_t place, const netfilter::Rule &rule,
                    std::string_view request)
{
    Table &table = *ruleset.make(name.family, name.table);
    Chain &chain = *table.make(name.chain);
    chain.rules.insert(chain.rules.begin() + static_cast<std::ptrdiff_t>(place), rule);
    ruleset.registerChains();
    if (const std::string_view complaint = complaintAbout(table, chain, rule); !complaint.empty())
        return kernelRefuses(name, request, complaint, "rule in chain");
    return {};
}

/// Null where nothing counts there.
Counted *countedAt(Ruleset &ruleset, const CountingPlace &place)
{
    const auto at = static_cast<std::size_t>(place.number);
    if (place.nft) {
        nft::Table *table = ruleset.find(nft::TableName{*place.nft, place.table});
        nft::Chain *chain = table ? table->find(place.chain) : nullptr;
        if (!chain || at == 0 || at > chain->rules.size() || place.statement >= chain->rules[at - 1].statements.size())
            return nullptr;
        auto *counter = std::get_if<nft::Counter>(&chain->rules[at - 1].statements[place.statement]);
        return counter ? &counter->counted : nullptr;
    }
    Chain *chain = existing(ruleset, {place.family, place.table, place.chain});
    if (!chain || at > chain->rules.size())
        return nullptr;
    if (at == 0)
        return chain->counted.on ? &chain->counted : nullptr;
    return &chain->rules[at - 1].counted;
}

bool isReferenced(const Table &table, std::string_view chain)
{
    return std::ranges::any_of(table.chains, [&](const Chain &each) {
        return std::ranges::any_of(each.rules, [&](const netfilter::Rule &rule) {
            const auto *jump = std::get_if<Jump>(&rule.target);
            return jump && jump->chain == chain;
        });
    });
}

bool isPlain(const Chain &chain)
{
    return chain.rules.empty() && !chain.drops;
}

} // namespace

Result<void> perform(Draft &draft, const AddRule &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    if (auto sound = checkJump(**ruleset, edit.chain, edit.rule); !sound)
        return sound;
    const Chain *chain = existing(**ruleset, edit.chain);
    if (!chain && !builtinChain(edit.chain.table, edit.chain.chain))
        return refuse(edit.chain, noChain);
    const std::size_t count = chain ? chain->rules.size() : 0;
    const std::size_t place = edit.before ? static_cast<std::size_t>(*edit.before - 1) : count;
    if (place > count)
        return refuse(edit.chain, "Index of insertion too big");
    const bool appends = !edit.before || (place == count && count > 0);
    return insert(**ruleset, edit.chain, place, edit.rule, appends ? "RULE_APPEND" : "RULE_INSERT");
}

Result<void> perform(Draft &draft, const RemoveRule &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    Chain *chain = existing(**ruleset, edit.chain);
    if (const int *number = std::get_if<int>(&edit.which)) {
        if (!chain)
            return refuse(edit.chain, noChain);
        if (static_cast<std::size_t>(*number) > chain->rules.size())
            return refuse(edit.chain, "Index of deletion too big");
        chain->rules.erase(chain->rules.begin() + *number - 1);
        return {};
    }
    const netfilter::Rule &rule = std::get<netfilter::Rule>(edit.which);
    if (auto sound = checkJump(**ruleset, edit.chain, rule); !sound)
        return sound;
    if (!chain)
        return refuse(edit.chain, badRule);
    const auto found = std::ranges::find(chain->rules, rule);
    if (found == chain->rules.end())
        return refuse(edit.chain, badRule);
    chain->rules.erase(found);
    return {};
}

Result<void> perform(Draft &draft, const ReplaceRule &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    if (auto sound = checkJump(**ruleset, edit.chain, edit.rule); !sound)
        return sound;
    Chain *chain = existing(**ruleset, edit.chain);
    if (!chain)
        return refuse(edit.chain, noChain);
    if (static_cast<std::size_t>(edit.number) > chain->rules.size())
        return refuse(edit.chain, "Index of replacement too big");
    const auto place = static_cast<std::size_t>(edit.number - 1);
    chain->rules.erase(chain->rules.begin() + static_cast<std::ptrdiff_t>(place));
    return insert(**ruleset, edit.chain, place, edit.rule, "RULE_REPLACE");
}

Result<void> perform(Draft &draft, const SetPolicy &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    if (!builtinChain(edit.chain.table, edit.chain.chain))
        return refuse(edit.chain, "Bad built-in chain name");
    Chain &chain = *(*ruleset)->make(edit.chain.family, edit.chain.table)->make(edit.chain.chain);
    chain.drops = edit.drops;
    chain.counted = {edit.counted, true};
    (*ruleset)->registerChains();
    return {};
}

Result<void> perform(Draft &draft, const AddChain &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    Table &table = *(*ruleset)->make(edit.chain.family, edit.chain.table);
    if (builtinChain(edit.chain.table, edit.chain.chain) || table.find(edit.chain.chain))
        return refuse(edit.chain, "Chain already exists");
    table.chains.push_back({edit.chain.chain, std::nullopt, false, {}});
    return {};
}

Result<void> perform(Draft &draft, const RemoveChain &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    Table *table = (*ruleset)->find(edit.chain.family, edit.chain.table);
    const bool all = edit.chain.chain.empty();
    if (!all && !existing(**ruleset, edit.chain))
        return refuse(edit.chain, noChain);
    if (!table)
        return {};
    for (const Chain &chain : table->chains) {
        if (!all && chain.name != edit.chain.chain)
            continue;
        if (!chain.base && (!chain.rules.empty() || isReferenced(*table, chain.name)))
            return kernelRefuses({edit.chain.family, edit.chain.table, chain.name}, "CHAIN_DEL",
                                 "Device or resource busy", "chain");
        if (!all && !isPlain(chain))
            return refuse(edit.chain, "Directory not empty");
    }
    std::erase_if(table->chains,
                  [&](const Chain &chain) { return all ? isPlain(chain) : chain.name == edit.chain.chain; });
    return {};
}

Result<void> perform(Draft &draft, const RenameChain &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    Chain *chain = existing(**ruleset, edit.chain);
    if (existing(**ruleset, {edit.chain.family, edit.chain.table, edit.newName}))
        return refuse(edit.chain, "File exists");
    if (!chain)
        return refuse(edit.chain, noChain);
    if (chain->base || builtinChain(edit.chain.table, edit.newName))
        return fail(ErrorCode::Input, fmt::format("renaming a built-in chain of {}, or another to the name of one, is "
                                                  "not simulated; expected the names of user chains",
                                                  toolOf(edit.chain.family)));
    chain->name = edit.newName;
    for (Chain &each : (*ruleset)->find(edit.chain.family, edit.chain.table)->chains) {
        for (netfilter::Rule &rule : each.rules) {
            auto *jump = std::get_if<Jump>(&rule.target);
            if (jump && jump->chain == edit.chain.chain)
                jump->chain = edit.newName;
        }
    }
    return {};
}

Result<void> perform(Draft &draft, const FlushChain &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    if (edit.chain.chain.empty()) {
        if (Table *table = (*ruleset)->find(edit.chain.family, edit.chain.table)) {
            for (Chain &chain : table->chains)
                chain.rules.clear();
        }
        return {};
    }
    if (!builtinChain(edit.chain.table, edit.chain.chain) && !existing(**ruleset, edit.chain))
        return refuse(edit.chain, noChain);
    (*ruleset)->make(edit.chain.family, edit.chain.table)->make(edit.chain.chain)->rules.clear();
    (*ruleset)->registerChains();
    return {};
}

Result<void> perform(Draft &draft, const ZeroCounters &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    const bool all = edit.chain.chain.empty();
    if (!all && !existing(**ruleset, edit.chain)) // not even a built-in one that nothing was written to
        return refuse(edit.chain, noChain);
    Table *table = (*ruleset)->find(edit.chain.family, edit.chain.table);
    if (!table)
        return {};
    for (Chain &chain : table->chains) {
        if (!all && chain.name != edit.chain.chain)
            continue;
        for (std::size_t i = 0; i < chain.rules.size(); ++i) {
            if (!edit.number || static_cast<std::size_t>(*edit.number) == i + 1)
                chain.rules[i].counted = {};
        }
        if (!edit.number)
            chain.counted = {{}, chain.base.has_value()};
    }
    return {};
}

Result<void> perform(Draft &draft, const CountPackets &edit)
{
    const auto ruleset = rulesetOf(draft, edit.netns);
    if (!ruleset)
        return fail(ruleset.error());
    for (const auto &[place, counted] : edit.counted) {
        if (Counted *found = countedAt(**ruleset, place))
            found->add(counted);
    }
    return {};
}

} // namespace netdraft::model

#include "model/command/nft/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace netdraft::model::command::nfttool {

namespace {

using netfilter::BaseChain;
using netfilter::Hook;

struct PriorityName {
    std::string_view name;
    int priority;
};
/// NF_IP_PRI_*, for hooks other than those of bridges.
constexpr PriorityName priorities[] = {{"raw", -300}, {"mangle", -150}, {"dstnat", -100},
                                       {"filter", 0}, {"security", 50}, {"srcnat", 100}};

bool isOfHook(const PriorityName &row, Hook hook)
{
    return (row.name != "dstnat" || hook == Hook::Prerouting) && (row.name != "srcnat" || hook == Hook::Postrouting);
}

/// `filter + 5`: by the name of one that is within ten of it (prio2str).
std::string priorityText(int priority, Hook hook)
{
    constexpr int reach = 10;
    for (const PriorityName &row : priorities) {
        const int distance = priority - row.priority;
        if (!isOfHook(row, hook) || std::abs(distance) > reach)
            continue;
        if (distance == 0)
            return std::string(row.name);
        return fmt::format("{} {} {}", row.name, distance < 0 ? '-' : '+', std::abs(distance));
    }
    return std::to_string(priority);
}

std::string handleText(nft::Handle handle, const ListForm &form)
{
    return form.handles ? fmt::format(" # handle {}", handle.number) : std::string();
}

std::string chainStart(const nft::Chain &chain, const ListForm &form)
{
    std::string text = fmt::format("\tchain {} {{{}\n", chain.name, handleText(chain.handle, form));
    if (chain.base)
        text += fmt::format("\t\t{}\n", baseText(*chain.base, chain.drops, form));
    return text;
}

std::string tableStart(const nft::Table &table, const ListForm &form)
{
    return fmt::format("table {} {} {{{}\n", nft::familyName(table.name.family), table.name.table,
                       handleText(table.handle, form));
}

} // namespace

std::string_view hookName(Hook hook)
{
    switch (hook) {
    case Hook::Prerouting: return "prerouting";
    case Hook::Input: return "input";
    case Hook::Forward: return "forward";
    case Hook::Output: return "output";
    case Hook::Postrouting: return "postrouting";
    }
    return {};
}

std::string_view typeName(BaseChain::Type type)
{
    switch (type) {
    case BaseChain::Type::Filter: return "filter";
    case BaseChain::Type::Route: return "route";
    case BaseChain::Type::Nat: return "nat";
    }
    return {};
}

std::optional<int> namedPriority(std::string_view name, Hook hook)
{
    for (const PriorityName &row : priorities) {
        if (row.name == name && isOfHook(row, hook))
            return row.priority;
    }
    return std::nullopt;
}

std::string baseText(const BaseChain &base, std::optional<bool> drops, const ListForm &form)
{
    const std::string priority =
        form.numericPriority ? std::to_string(base.priority) : priorityText(base.priority, base.hook);
    std::string text = fmt::format("type {} hook {} priority {};", typeName(base.type), hookName(base.hook), priority);
    if (drops)
        text += fmt::format(" policy {};", *drops ? "drop" : "accept");
    return text;
}

std::string tableText(const Netns &netns, const nft::Table &table, std::string_view chain, const ListForm &form)
{
    // Beside a chain, the table has no handle.
    std::string text = tableStart(table, chain.empty() ? form : ListForm());
    bool first = true;
    for (const nft::Chain &each : table.chains) {
        if (!chain.empty() && each.name != chain)
            continue;
        if (!first)
            text += '\n';
        first = false;
        text += chainStart(each, form);
        for (const nft::Rule &rule : each.rules)
            text += fmt::format("\t\t{}\n", ruleText(table.name.family, rule, &netns, form));
        text += "\t}\n";
    }
    return text + "}\n";
}

std::string chainsText(const nft::Table &table, const ListForm &form)
{
    std::string text = tableStart(table, {});
    for (const nft::Chain &chain : table.chains)
        text += chainStart(chain, form) + "\t}\n";
    return text + "}\n";
}

} // namespace netdraft::model::command::nfttool

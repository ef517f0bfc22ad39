#include "model/edit/nft_change.h"

#include "model/edit/nft_checks.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace nft {

namespace {

using Part = Refusal::Part;
using Outcome = std::expected<void, Refusal>;

constexpr std::string_view missing = "No such file or directory";
constexpr std::string_view exists = "File exists";
constexpr std::string_view unsupported = "Operation not supported";
constexpr std::string_view busy = "Device or resource busy";

std::unexpected<Refusal> refuse(Part part, std::string_view why)
{
    return std::unexpected(Refusal{part, why});
}

bool isJumpedTo(const Table &table, std::string_view chain)
{
    return std::ranges::any_of(table.chains, [&](const Chain &each) {
        return std::ranges::any_of(each.rules, [&](const Rule &rule) {
            return std::ranges::any_of(rule.statements, [&](const Statement &statement) {
                const auto *jump = std::get_if<netfilter::Jump>(&statement);
                return jump && jump->chain == chain;
            });
        });
    });
}

/// The handle that a saved thing comes with, or else the next one; some things take several.
Handle handleFor(Handle &last, Handle wanted, std::uint64_t count = 1)
{
    last.number = wanted.number != 0 ? std::max(last.number, wanted.number) : last.number + count;
    return wanted.number != 0 ? wanted : last;
}

/// Looks up the links that a rule names by their index (if_nametoindex).
Outcome lookUpLinks(const Netns &netns, Rule &rule)
{
    for (Statement &statement : rule.statements) {
        auto *comparison = std::get_if<Comparison>(&statement);
        if (!comparison || (comparison->key != Key::InIndex && comparison->key != Key::OutIndex))
            continue;
        for (const std::string &name : comparison->names) {
            const Link *link = netns.find(std::string_view(name));
            if (!link)
                return std::unexpected(Refusal{Part::Interface, "Interface does not exist", false, name});
            const Value index{0, static_cast<std::uint64_t>(link->index)};
            comparison->ranges.push_back({index, index});
        }
        comparison->names.clear();
        std::ranges::sort(comparison->ranges, {}, &Range::first);
    }
    return {};
}

/// One change of the rules of a namespace (nf_tables_api.c).
class Changing
{
public:
    explicit Changing(Netns &netns) : m_netns(netns), m_ruleset(netns.ruleset) {}

    Outcome operator()(const AddTable &edit)
    {
        if (m_ruleset.find(edit.table))
            return edit.create ? Outcome(refuse(Part::Table, exists)) : Outcome();
        m_ruleset.nft.push_back({edit.table, handleFor(m_ruleset.lastTableHandle, edit.handle), {}});
        return {};
    }
    Outcome operator()(const RemoveTable &edit)
    {
        if (!m_ruleset.find(edit.table))
            return refuse(Part::Table, missing);
        std::erase_if(m_ruleset.nft, [&](const Table &table) { return table.name == edit.table; });
        return {};
    }
    Outcome operator()(const FlushTable &edit)
    {
        Table *table = m_ruleset.find(edit.table);
        if (!table)
            return refuse(Part::Table, missing);
        for (Chain &chain : table->chains)
            chain.rules.clear();
        return {};
    }
    Outcome operator()(const AddChain &edit)
    {
        Table *table = m_ruleset.find(edit.chain.table);
        if (!table)
            return std::unexpected(Refusal{Part::Table, missing, false});
        if (Chain *chain = table->find(edit.chain.chain))
            return update(*chain, edit);
        if (edit.drops && !edit.base)
            return refuse(Part::Policy, unsupported);
        if (edit.base && !isSound(*edit.base))
            return refuse(Part::Command, unsupported);
        const Handle handle = handleFor(table->lastHandle, edit.handle);
        table->chains.push_back({edit.chain.chain, edit.base, edit.drops.value_or(false), handle, {}});
        m_ruleset.registerChains();
        return {};
    }
    Outcome operator()(const RemoveChain &edit)
    {
        const auto found = look(edit.chain);
        if (!found)
            return std::unexpected(found.error());
        auto [table, chain] = *found;
        // By rules of its own as well (nf_tables_delchain).
        if (isJumpedTo(*table, chain->name))
            return refuse(Part::Chain, busy);
        table->chains.erase(table->chains.begin() + (chain - table->chains.data()));
        return {};
    }
    Outcome operator()(const FlushChain &edit)
    {
        const auto found = look(edit.chain);
        if (!found)
            return std::unexpected(found.error());
        found->chain->rules.clear();
        return {};
    }
    Outcome operator()(const RenameChain &edit)
    {
        // nft itself looks for both before it asks the kernel.
        const auto found = look(edit.chain);
        if (!found)
            return std::unexpected(Refusal{found.error().part, missing, false});
        auto [table, chain] = *found;
        if (table->find(edit.newName))
            return refuse(Part::Command, exists);
        for (Chain &each : table->chains) {
            for (Rule &rule : each.rules) {
                for (Statement &statement : rule.statements) {
                    auto *jump = std::get_if<netfilter::Jump>(&statement);
                    if (jump && jump->chain == edit.chain.chain)
                        jump->chain = edit.newName;
                }
            }
        }
        chain->name = edit.newName;
        return {};
    }
    Outcome operator()(const AddRule &edit)
    {
        const auto found = look(edit.chain);
        if (!found)
            return std::unexpected(found.error());
        auto [table, chain] = *found;
        std::size_t place = edit.insert ? 0 : chain->rules.size();
        if (edit.beside) {
            const auto other = placeOf(*chain, *edit.beside);
            if (!other)
                return refuse(edit.beside->byIndex ? Part::Index : Part::Handle, missing);
            place = *other + (edit.insert ? 0 : 1);
        }
        return put(*table, *chain, place, edit.rule);
    }
    Outcome operator()(const ReplaceRule &edit)
    {
        const auto taken = take(edit.chain, edit.handle);
        if (!taken)
            return std::unexpected(taken.error());
        // It keeps the handle; its sets are new.
        Rule rule = edit.rule;
        rule.handle = {edit.handle};
        taken->table->lastHandle.number += handlesOf(rule) - 1;
        return put(*taken->table, *taken->chain, taken->place, std::move(rule));
    }
    Outcome operator()(const RemoveRule &edit)
    {
        const auto taken = take(edit.chain, edit.handle);
        return taken ? Outcome() : std::unexpected(taken.error());
    }
    Outcome operator()(const FlushRuleset &edit)
    {
        std::erase_if(m_ruleset.nft,
                      [&](const Table &table) { return !edit.family || table.name.family == *edit.family; });
        std::erase_if(m_ruleset.tables, [&](const netfilter::Table &table) {
            return !edit.family || (*edit.family != TableFamily::Inet && sees(*edit.family, table.family));
        });
        return {};
    }

private:
    /// A chain and its table; where a rule is among those of the chain, or was.
    struct Found {
        Table *table;
        Chain *chain;
    };
    struct Taken : Found {
        std::size_t place;
    };

    std::expected<Found, Refusal> look(const ChainName &name)
    {
        Table *table = m_ruleset.find(name.table);
        if (!table)
            return refuse(Part::Table, missing);
        Chain *chain = table->find(name.chain);
        if (!chain)
            return refuse(Part::Chain, missing);
        return Found{table, chain};
    }

    /// Takes the rule with this handle out of a chain.
    std::expected<Taken, Refusal> take(const ChainName &name, std::uint64_t handle)
    {
        const auto found = look(name);
        if (!found)
            return std::unexpected(found.error());
        std::vector<Rule> &rules = found->chain->rules;
        const auto place = placeOf(*found->chain, {false, handle});
        if (!place)
            return refuse(Part::Handle, missing);
        rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(*place));
        return Taken{*found, *place};
    }

    /// nf_tables_updchain
    static Outcome update(Chain &chain, const AddChain &edit)
    {
        if (edit.create || (edit.base && !chain.base))
            return refuse(Part::Chain, exists);
        if (edit.base && *edit.base != *chain.base)
            return refuse(Part::Command, unsupported);
        if (edit.drops && !chain.base)
            return refuse(Part::Policy, unsupported);
        if (edit.drops)
            chain.drops = *edit.drops;
        return {};
    }

    static std::optional<std::size_t> placeOf(const Chain &chain, const Beside &beside)
    {
        if (beside.byIndex)
            return beside.number < chain.rules.size() ? std::optional<std::size_t>(beside.number) : std::nullopt;
        const auto found =
            std::ranges::find(chain.rules, beside.number, [](const Rule &rule) { return rule.handle.number; });
        if (found == chain.rules.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - chain.rules.begin());
    }

    Outcome put(Table &table, Chain &chain, std::size_t place, Rule rule)
    {
        if (auto found = lookUpLinks(m_netns, rule); !found)
            return found;
        rule.handle = handleFor(table.lastHandle, rule.handle, handlesOf(rule));
        for (const Statement &statement : rule.statements) {
            const auto *jump = std::get_if<netfilter::Jump>(&statement);
            const Chain *next = jump ? table.find(jump->chain) : nullptr;
            if (jump && (!next || next->base))
                return refuse(Part::Jump, next ? unsupported : missing);
        }
        chain.rules.insert(chain.rules.begin() + static_cast<std::ptrdiff_t>(place), std::move(rule));
        if (const std::string_view complaint = complaintAbout(table); !complaint.empty())
            return refuse(Part::Command, complaint);
        return {};
    }

    Netns &m_netns;
    netfilter::Ruleset &m_ruleset;
};

} // namespace

std::expected<void, Refusal> change(Netns &netns, const Change &change)
{
    return std::visit(Changing(netns), change);
}

} // namespace nft

Result<void> perform(Draft &draft, const nft::ChangeRuleset &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const auto changed = nft::change(draft.network.change(*id), edit.change);
    if (changed)
        return {};
    return fail(
        ErrorCode::ToolOther,
        fmt::format("Error: {}{}", changed.error().byKernel ? "Could not process rule: " : "", changed.error().why));
}

} // namespace netdraft::model

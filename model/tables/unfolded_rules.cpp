#include "model/tables/unfolded_rules.h"

#include "model/command/netfilter/print_rule.h"
#include "model/command/nft/listing.h"
#include "model/network/hooked_chain.h"

#include <algorithm>

namespace netdraft::model::tables {

namespace {

using netfilter::Chain;
using netfilter::Counted;
using netfilter::CountingPlace;
using netfilter::Hook;
using netfilter::HookedChain;
using netfilter::Jump;
using netfilter::Table;

/// Lines, from which on no jump is followed: a few chains that jump to each other several times are millions.
constexpr std::size_t mostLines = 5000;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// By the first counter that the rule has, if it has one.
std::optional<Counted> countedOf(const nft::Rule &rule)
{
    for (const nft::Statement &statement : rule.statements) {
        if (const auto *counter = std::get_if<nft::Counter>(&statement)) {
            Counted counted{counter->packets, counter->bytes};
            counted.add(counter->counted);
            return counted;
        }
    }
    return std::nullopt;
}

class Unfolding
{
public:
    explicit Unfolding(const Netns &netns) : m_netns(netns) {}

    void add(const HookedChain &hooked)
    {
        m_hook = hooked.base.hook;
        if (hooked.chain)
            addBase(*hooked.table, *hooked.chain);
        else
            addBase(*hooked.nftTable, *hooked.nftChain);
    }
    std::vector<UnfoldedRule> take() { return std::move(m_lines); }

private:
    UnfoldedRule &addLine(int depth, CountingPlace place)
    {
        UnfoldedRule &line = m_lines.emplace_back();
        line.depth = depth;
        line.hook = m_hook;
        line.place = std::move(place);
        return line;
    }

    void addBase(const Table &table, const Chain &chain)
    {
        UnfoldedRule &line = addLine(0, {table.family, table.name, chain.name, 0});
        line.what = table.name + ' ' + chain.name;
        line.drops = chain.drops;
        if (chain.counted.on)
            line.counted = chain.counted;
        addRules(table, chain, 1);
    }

    void addBase(const nft::Table &table, const nft::Chain &chain)
    {
        UnfoldedRule &line = addLine(0, {Family::Ipv4, table.name.table, chain.name, 0, table.name.family});
        line.what = std::string(nft::familyName(table.name.family)) + ' ' + table.name.table + ' ' + chain.name;
        line.drops = chain.drops;
        addRules(table, chain, 1);
    }

    void addRules(const Table &table, const Chain &chain, int depth)
    {
        int number = 0;
        for (const netfilter::Rule &rule : chain.rules) {
            const auto words = command::ruleWords(table.family, rule);
            const auto target =
                std::ranges::find_if(words, [](const auto &word) { return word.text == "-j" || word.text == "-g"; });
            UnfoldedRule &line = addLine(depth, {table.family, table.name, chain.name, ++number});
            line.what = trimmed(command::savedLine({words.begin(), target}));
            line.does = trimmed(command::savedLine({target == words.end() ? target : target + 1, words.end()}));
            line.counted = rule.counted;
            if (const auto *jump = std::get_if<Jump>(&rule.target))
                follow(table, *jump, depth);
        }
    }

    void addRules(const nft::Table &table, const nft::Chain &chain, int depth)
    {
        int number = 0;
        for (const nft::Rule &rule : chain.rules) {
            UnfoldedRule &line =
                addLine(depth, {Family::Ipv4, table.name.table, chain.name, ++number, table.name.family});
            line.what = command::nfttool::ruleText(table.name.family, rule, &m_netns, {false, true});
            line.counted = countedOf(rule);
            for (const nft::Statement &statement : rule.statements) {
                if (const auto *jump = std::get_if<Jump>(&statement))
                    follow(table, *jump, depth);
            }
        }
    }

    void follow(const auto &table, const Jump &jump, int depth)
    {
        const auto *next = table.find(jump.chain);
        if (!next || depth >= netfilter::jumpStackSize)
            return;
        if (m_lines.size() < mostLines)
            addRules(table, *next, depth + 1);
        else
            m_lines.back().isCut = !next->rules.empty();
    }

    const Netns &m_netns;
    Hook m_hook = Hook::Prerouting;
    std::vector<UnfoldedRule> m_lines;
};

/// Whether a rule that was asked stands in this line.
bool isOf(const netfilter::RulePlace &asked, const UnfoldedRule &line)
{
    return line.place.number == asked.number && line.place.chain == asked.chain && line.place.table == asked.table &&
           line.place.nft == asked.nft && (asked.nft || line.place.family == asked.family);
}

void markAsked(std::span<const UnfoldedRule> rules, simulation::Stage stage,
               std::span<const netfilter::AskedRule> asked, std::vector<bool> &passed)
{
    const auto find = [&](const netfilter::RulePlace &place, std::size_t from) {
        while (from < rules.size() && (simulation::stageOf(rules[from].hook) != stage || !isOf(place, rules[from])))
            ++from;
        return from;
    };
    // They were asked in the order of the lines, but for a policy, which comes last and stands first.
    std::size_t next = 0;
    for (const netfilter::AskedRule &each : asked) {
        std::size_t at = each.place.number == 0 ? rules.size() : find(each.place, next);
        if (at < rules.size())
            next = at + 1;
        else
            at = find(each.place, 0);
        if (at < rules.size() && each.matched)
            passed[at] = true;
    }
}

} // namespace

bool UnfoldedRule::isSameBut(const UnfoldedRule &other) const
{
    return depth == other.depth && hook == other.hook && what == other.what && does == other.does &&
           drops == other.drops && isCut == other.isCut && place == other.place &&
           counted.has_value() == other.counted.has_value();
}

std::vector<UnfoldedRule> unfoldedRules(const Netns &netns)
{
    Unfolding unfolding(netns);
    const std::vector<HookedChain> chains = hookedChains(netns.ruleset);
    for (const Hook hook : {Hook::Prerouting, Hook::Input, Hook::Forward, Hook::Output, Hook::Postrouting}) {
        for (const HookedChain &chain : chains) {
            if (chain.base.hook == hook)
                unfolding.add(chain);
        }
    }
    return unfolding.take();
}

void markPassed(std::span<const UnfoldedRule> rules, const simulation::Visit &visit, std::vector<bool> &passed)
{
    for (const simulation::Step &step : visit.steps) {
        if (const auto *hook = std::get_if<simulation::AtHook>(&step.what))
            markAsked(rules, step.stage, hook->asked, passed);
    }
}

} // namespace netdraft::model::tables

#include "model/command/netfilter/iptables.h"

#include "model/command/netfilter/call_edits.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

/// A table as the tools show it: with all its built-in chains, and the user's in alphabetical order.
std::vector<Chain> shownChains(Family family, const Ruleset &ruleset, std::string_view name)
{
    std::vector<Chain> chains;
    const Table *table = ruleset.find(family, name);
    for (const BuiltinChain &each : builtinTable(name)->chains) {
        const Chain *chain = table ? table->find(each.name) : nullptr;
        chains.push_back(chain ? *chain : Chain{std::string(each.name), each.base, false, {}});
    }
    if (!table)
        return chains;
    const auto builtin = static_cast<std::ptrdiff_t>(chains.size());
    std::ranges::copy_if(table->chains, std::back_inserter(chains), [](const Chain &chain) { return !chain.base; });
    std::ranges::sort(chains.begin() + builtin, chains.end(), {}, &Chain::name);
    return chains;
}

std::string_view policyOf(const Chain &chain)
{
    return chain.drops ? "DROP" : "ACCEPT";
}

std::string option(const Counted &counted)
{
    return fmt::format(" -c {} {}", counted.packets, counted.bytes);
}

std::string chainLine(const Chain &chain, bool counters)
{
    if (!chain.base)
        return fmt::format("-N {}\n", chain.name);
    return fmt::format("-P {} {}{}\n", chain.name, policyOf(chain), counters ? option(chain.counted) : "");
}

/// The rules of a chain as `-S` prints them; counters stand before the target.
std::string ruleLines(Family family, const Chain &chain, int number, bool counters)
{
    std::string text;
    for (std::size_t i = 0; i < chain.rules.size(); ++i) {
        if (number != 0 && static_cast<std::size_t>(number) != i + 1)
            continue;
        std::string rule = savedRule(family, chain.rules[i]);
        if (counters) {
            netfilter::Rule bare = chain.rules[i];
            bare.target = Continue{};
            const std::size_t place = savedRule(family, bare).size();
            rule.insert(place, option(chain.rules[i].counted));
        }
        text += fmt::format("-A {}{}\n", chain.name, rule);
    }
    return text;
}

int references(const std::vector<Chain> &chains, std::string_view name)
{
    std::ptrdiff_t count = 0;
    for (const Chain &chain : chains) {
        count += std::ranges::count_if(chain.rules, [&](const netfilter::Rule &rule) {
            const auto *jump = std::get_if<Jump>(&rule.target);
            return jump && jump->chain == name;
        });
    }
    return static_cast<int>(count);
}

std::string policyCounts(const Chain &chain, const RuleCall &call)
{
    ListForm form = call.form;
    form.inTable = false;
    return fmt::format(" {}packets, {}bytes", countText(chain.counted.packets, form),
                       countText(chain.counted.bytes, form));
}

std::string listedChain(Family family, const std::vector<Chain> &all, const Chain &chain, const RuleCall &call)
{
    std::string text;
    if (call.number == 0) {
        text = fmt::format("Chain {}", chain.name);
        if (chain.base)
            text +=
                fmt::format(" (policy {}{})\n", policyOf(chain), call.form.verbose ? policyCounts(chain, call) : "");
        else
            text += fmt::format(" ({} references)\n", references(all, chain.name));
        text += listedHeader(call.form);
    }
    for (std::size_t i = 0; i < chain.rules.size(); ++i) {
        if (call.number == 0 || static_cast<std::size_t>(call.number) == i + 1)
            text += listedRule(family, chain.rules[i], static_cast<int>(i) + 1, call.form);
    }
    return text;
}

/// -Z
Response zero(const Reading &reading, const Netns &netns, const RuleCall &call)
{
    Response response;
    std::optional<int> number;
    if (call.zeroesRule)
        number = call.number;
    const Table *table = netns.ruleset.find(reading.family, call.table);
    if (!call.zeroesRule && call.verbose && table) {
        for (const Chain &chain : shownChains(reading.family, netns.ruleset, call.table)) {
            if (table->find(chain.name) && (call.chain.empty() || chain.name == call.chain))
                response.reply.out += fmt::format("Zeroing chain `{}'\n", chain.name);
        }
    }
    response.edits.add(netfilter::ZeroCounters{netns.name, {reading.family, call.table, call.chain}, number});
    return response;
}

/// -L and -S
Response show(const Reading &reading, const Netns &netns, const RuleCall &call)
{
    const std::vector<Chain> all = shownChains(reading.family, netns.ruleset, call.table);
    std::vector<Chain> chains;
    std::ranges::copy_if(all, std::back_inserter(chains),
                         [&](const Chain &chain) { return call.chain.empty() || chain.name == call.chain; });
    if (chains.empty()) {
        Reading complaint{reading.family, {}, {}, {}};
        complaint.refuseOtherwise(
            fmt::format("chain `{}' in table `{}' is incompatible, use 'nft' tool.", call.chain, call.table), 1);
        return *complaint.refusal;
    }
    Reply reply;
    for (const Chain &chain : chains) {
        if (call.command == 'S' && call.number == 0)
            reply.out += chainLine(chain, call.verbose);
        else if (call.command == 'L')
            reply.out += (reply.out.empty() ? "" : "\n") + listedChain(reading.family, all, chain, call);
    }
    for (const Chain &chain : chains) {
        if (call.command == 'S')
            reply.out += ruleLines(reading.family, chain, call.number, call.verbose);
    }
    if (!call.zeroes)
        return reply;
    const Table *table = netns.ruleset.find(reading.family, call.table);
    if (!call.chain.empty() && !(table && table->find(call.chain))) // listed, though nothing was written to it
        return Reply{1, std::move(reply.out), fmt::format("{}: No chain/target/match by that name.\n", reading.tool())};
    Response zeroed = zero(reading, netns, call);
    zeroed.reply.out.insert(0, reply.out);
    return zeroed;
}

Response check(const Reading &reading, const Netns &netns, const RuleCall &call)
{
    const Table *table = netns.ruleset.find(reading.family, call.table);
    const Chain *chain = table ? table->find(call.chain) : nullptr;
    for (const netfilter::Rule &rule : call.rules) {
        const auto *jump = std::get_if<Jump>(&rule.target);
        if (jump && !builtinChain(call.table, jump->chain) && !(table && table->find(jump->chain))) {
            Reading complaint{reading.family, {}, {}, {}};
            complaint.refuse(fmt::format("Chain '{}' does not exist", jump->chain));
            return *complaint.refusal;
        }
        if (!chain || std::ranges::find(chain->rules, rule) == chain->rules.end())
            return Reply{
                1, {}, fmt::format("{}: Bad rule (does a matching rule exist in that chain?).\n", reading.tool())};
    }
    Reply reply;
    if (call.verbose)
        reply.out = addedRules(reading.family, call);
    return reply;
}

std::string saved(const Counted &counted)
{
    return fmt::format("[{}:{}]", counted.packets, counted.bytes);
}

std::string savedTable(Family family, const Ruleset &ruleset, const Table &table, bool counters)
{
    const std::vector<Chain> chains = shownChains(family, ruleset, table.name);
    std::string text = fmt::format("*{}\n", table.name);
    for (const Chain &chain : chains)
        text += fmt::format(":{} {} {}\n", chain.name, chain.base ? policyOf(chain) : "-", saved(chain.counted));
    for (const Chain &chain : chains) {
        for (const netfilter::Rule &rule : chain.rules)
            text += fmt::format("{}-A {}{}\n", counters ? saved(rule.counted) + ' ' : "", chain.name,
                                savedRule(family, rule));
    }
    return text + "COMMIT\n";
}

} // namespace

Response iptables(Family family, const Netns &netns, std::span<const std::string> words)
{
    Reading reading{family, {}, {}, {}};
    const RuleCall call = readCall(reading, words, CallFrom::Shell);
    Response response;
    if (reading.refused())
        response = *reading.refusal;
    else if (call.command == 'L' || call.command == 'S')
        response = show(reading, netns, call);
    else if (call.command == 'C')
        response = check(reading, netns, call);
    else if (call.command == 'Z')
        response = zero(reading, netns, call);
    else
        response = editsOf(reading, netns.name, call);
    response.reply.err.insert(0, reading.warnings);
    return response;
}

Response iptablesSave(Family family, const Netns &netns, std::span<const std::string> words)
{
    const std::string tool = family == Family::Ipv4 ? "iptables-save" : "ip6tables-save";
    std::string wanted;
    bool counters = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if ((word == "-t" || word == "--table") && i + 1 < words.size())
            wanted = words[++i];
        else if (word.starts_with("-t") && word.size() > 2)
            wanted = word.substr(2);
        else if (word.starts_with("--table="))
            wanted = word.substr(8);
        else if (word == "-c" || word == "--counters")
            counters = true;
        else if (word == "-V" || word == "--version")
            return Reply{0, fmt::format("{} v1.8.9 (nf_tables)\n", tool), {}};
        else
            return notSimulated(fmt::format("{} {}", tool, word));
    }
    if (!wanted.empty() && !builtinTable(wanted) && wanted != "security")
        return Reply{1, {}, fmt::format("Table `{}' does not exist\n", wanted)};
    Reply reply;
    for (const Table &table : netns.ruleset.tables) {
        if (table.family != family || (!wanted.empty() && table.name != wanted))
            continue;
        // There is no clock here: the date is that of the beginning of time.
        constexpr std::string_view date = "Thu Jan  1 00:00:00 1970";
        reply.out += fmt::format("# Generated by {} v1.8.9 (nf_tables) on {}\n", tool, date);
        reply.out += savedTable(family, netns.ruleset, table, counters);
        reply.out += fmt::format("# Completed on {}\n", date);
    }
    return reply;
}

} // namespace netdraft::model::command

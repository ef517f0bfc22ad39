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

std::string chainLine(const Chain &chain, bool counters)
{
    if (!chain.base)
        return fmt::format("-N {}\n", chain.name);
    return fmt::format("-P {} {}{}\n", chain.name, policyOf(chain), counters ? " -c 0 0" : "");
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
            rule.insert(place, " -c 0 0");
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

std::string listedChain(Family family, const std::vector<Chain> &all, const Chain &chain, const RuleCall &call)
{
    std::string text;
    if (call.number == 0) {
        text = fmt::format("Chain {}", chain.name);
        if (chain.base)
            text += fmt::format(" (policy {}{})\n", policyOf(chain), call.form.verbose ? " 0 packets, 0 bytes" : "");
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
    return reply;
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

/// Counters are always zero here, so there is nothing to do.
Response zero(const Reading &reading, const Netns &netns, const RuleCall &call)
{
    const Table *table = netns.ruleset.find(reading.family, call.table);
    if (!call.chain.empty() && !(table && table->find(call.chain)))
        return Reply{1, {}, fmt::format("{}: No chain/target/match by that name.\n", reading.tool())};
    return Reply{};
}

std::string savedTable(Family family, const Ruleset &ruleset, const Table &table)
{
    const std::vector<Chain> chains = shownChains(family, ruleset, table.name);
    std::string text = fmt::format("*{}\n", table.name);
    for (const Chain &chain : chains)
        text += fmt::format(":{} {} [0:0]\n", chain.name, chain.base ? policyOf(chain) : "-");
    for (const Chain &chain : chains)
        text += ruleLines(family, chain, 0, false);
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
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if ((word == "-t" || word == "--table") && i + 1 < words.size())
            wanted = words[++i];
        else if (word.starts_with("-t") && word.size() > 2)
            wanted = word.substr(2);
        else if (word.starts_with("--table="))
            wanted = word.substr(8);
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
        reply.out += savedTable(family, netns.ruleset, table);
        reply.out += fmt::format("# Completed on {}\n", date);
    }
    return reply;
}

} // namespace netdraft::model::command

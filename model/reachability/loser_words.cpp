#include "model/reachability/loser_words.h"

#include "model/command/netfilter/print_rule.h"
#include "model/command/nft/listing.h"
#include "model/command/print_route.h"
#include "model/command/print_rule.h"
#include "model/phrase.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
        text.pop_back();
    for (char &each : text)
        each = each == '\n' || each == '\t' ? ' ' : each;
    return text;
}

std::string lossWords(RouteLoss why)
{
    switch (why) {
    case RouteLoss::LessSpecific: return StationWords::phrase("less specific");
    case RouteLoss::WorseMetric: return StationWords::phrase("worse metric");
    case RouteLoss::LessWanted: return StationWords::phrase("less preferred");
    case RouteLoss::Later: return StationWords::phrase("stands behind it");
    case RouteLoss::Dead: return StationWords::phrase("its link is down");
    case RouteLoss::OtherLink: return StationWords::phrase("leaves by another link than asked for");
    case RouteLoss::Throws: return StationWords::phrase("goes on to the next table");
    case RouteLoss::TooShort: return StationWords::phrase("too short for the rule (suppress_prefixlength)");
    case RouteLoss::LaterTable: return StationWords::phrase("its table is asked only after that");
    case RouteLoss::NoRule: return StationWords::phrase("no rule leads to its table");
    }
    return {};
}

std::string outcomeWords(RuleOutcome outcome)
{
    switch (outcome) {
    case RuleOutcome::NoMatch: return StationWords::phrase("no match");
    case RuleOutcome::Nop: return StationWords::phrase("says to go on");
    case RuleOutcome::Jumped: return StationWords::phrase("jumps on");
    case RuleOutcome::NoRoute: return StationWords::phrase("matches, its table has no route");
    case RuleOutcome::Thrown: return StationWords::phrase("matches, its table says throw");
    case RuleOutcome::Suppressed: return StationWords::phrase("matches, its route is suppressed");
    case RuleOutcome::Decided: return {};
    }
    return {};
}

std::string nftLine(const Netns &netns, const netfilter::RulePlace &place)
{
    const std::string where = fmt::format("{} {} {}", nft::familyName(*place.nft), place.table, place.chain);
    const nft::Table *table = netns.ruleset.find(nft::TableName{*place.nft, place.table});
    const nft::Chain *chain = table ? table->find(place.chain) : nullptr;
    if (!chain || place.number == 0)
        return fmt::format("{}: policy {}", where, chain && chain->drops ? "drop" : "accept");
    const nft::Rule &rule = chain->rules[static_cast<std::size_t>(place.number) - 1];
    return fmt::format("{} {}: {}", where, place.number, command::nfttool::ruleText(*place.nft, rule, &netns));
}

} // namespace

std::string routeLine(const Network &network, const Netns &netns, const Route &route)
{
    command::RouteFilter filter;
    filter.table.reset();
    command::Printer printer(command::Printer::Form::Text);
    command::printRoute(printer, {network, netns, {}}, filter, route);
    return trimmed(printer.take());
}

std::string policyLine(const Network &network, const Netns &netns, const Rule &rule)
{
    command::Printer printer(command::Printer::Form::Text);
    command::printRule(printer, {network, netns, {}}, rule);
    return trimmed(printer.take());
}

std::string filterLine(const Netns &netns, const netfilter::RulePlace &place)
{
    if (place.nft)
        return nftLine(netns, place);
    const netfilter::Table *table = netns.ruleset.find(place.family, place.table);
    const netfilter::Chain *chain = table ? table->find(place.chain) : nullptr;
    if (!chain || place.number == 0)
        return fmt::format("{} {}: policy {}", place.table, place.chain, chain && chain->drops ? "DROP" : "ACCEPT");
    const netfilter::Rule &rule = chain->rules[static_cast<std::size_t>(place.number) - 1];
    return fmt::format("{} {} {}:{}", place.table, place.chain, place.number, command::savedRule(place.family, rule));
}

std::vector<Station::Loser> losersOf(const Network &network, const Netns &netns, const RouteReasons &reasons)
{
    std::vector<Station::Loser> losers;
    for (const RouteReasons::Policy &policy : reasons.rules) {
        if (policy.outcome != RuleOutcome::Decided)
            losers.push_back({policyLine(network, netns, policy.rule), outcomeWords(policy.outcome)});
    }
    for (const RouteReasons::Loser &loser : reasons.losers)
        losers.push_back({routeLine(network, netns, loser.route), lossWords(loser.why)});
    return losers;
}

} // namespace netdraft::model

#include "model/command/print_rule.h"
#include "model/command/route_words.h"
#include "model/command/rule_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// What `ip rule show` and `flush` choose by (filter_nlmsg of iprule.c).
struct RuleFilter {
    Rule like;
    bool priorityGiven = false;

    bool shows(const Rule &rule) const
    {
        const auto within = [](const InterfaceAddress &selector, const InterfaceAddress &wanted) {
            return wanted.length == 0 || (selector.length != 0 && wanted.prefix().contains(selector.address));
        };
        return (!priorityGiven || rule.priority == like.priority) && (!like.inverted || rule.inverted) &&
               within(rule.from, like.from) && within(rule.to, like.to) && (like.tos == 0 || rule.tos == like.tos) &&
               (like.mark == 0 || rule.mark == like.mark) &&
               (like.markMask == 0 || like.mark != 0 || rule.markMask == like.markMask) &&
               (like.iif.empty() || rule.iif == like.iif) && (like.oif.empty() || rule.oif == like.oif) &&
               (like.ipProtocol == 0 || rule.ipProtocol == like.ipProtocol) &&
               (!like.sourcePorts || rule.sourcePorts == like.sourcePorts) &&
               (!like.destinationPorts || rule.destinationPorts == like.destinationPorts) &&
               (like.table == 0 || rule.table == like.table) && (!like.l3mdev || rule.l3mdev) &&
               (like.protocol == 0 || rule.protocol == like.protocol);
    }
};

RuleFilter readRuleFilter(const IpCall &call, Arguments &arguments)
{
    RuleFilter filter;
    const Family family = call.options.family.value_or(Family::Ipv4);
    while (arguments.more()) {
        const std::string_view word = arguments.peek();
        if (word == "not" || word == "from" || abbreviates(word, "preference") || abbreviates(word, "order") ||
            abbreviates(word, "priority") || word == "tos" || abbreviates(word, "dsfield") || word == "fwmark" ||
            word == "dev" || word == "iif" || word == "oif" || word == "lookup" || abbreviates(word, "table") ||
            abbreviates(word, "protocol") || word == "l3mdev" || word == "ipproto" || word == "sport" ||
            word == "dport") {
            const std::size_t count =
                std::min<std::size_t>(word == "not" || word == "l3mdev" ? 1 : 2, arguments.rest().size());
            Arguments one(arguments.rest().first(count));
            IpCall sameFamily = call;
            sameFamily.options.family = family;
            const RuleWords read = readRuleWords(sameFamily, one);
            if (one.refused())
                arguments.refuse(one.refusal());
            for (std::size_t i = 0; i < count; ++i)
                arguments.next();
            filter.priorityGiven = filter.priorityGiven || read.priorityGiven;
            if (read.priorityGiven)
                filter.like.priority = read.rule.priority;
            filter.like.inverted = filter.like.inverted || read.rule.inverted;
            const auto take = [](auto &field, const auto &value, const auto &none) {
                if (value != none)
                    field = value;
            };
            if (read.rule.from.length != 0)
                filter.like.from = read.rule.from;
            take(filter.like.tos, read.rule.tos, 0);
            take(filter.like.mark, read.rule.mark, 0U);
            take(filter.like.markMask, read.rule.markMask, 0U);
            take(filter.like.iif, read.rule.iif, std::string());
            take(filter.like.oif, read.rule.oif, std::string());
            take(filter.like.table, read.rule.table, 0U);
            take(filter.like.l3mdev, read.rule.l3mdev, false);
            take(filter.like.protocol, read.rule.protocol, 0);
            take(filter.like.ipProtocol, read.rule.ipProtocol, 0);
            take(filter.like.sourcePorts, read.rule.sourcePorts, PortRange{});
            take(filter.like.destinationPorts, read.rule.destinationPorts, PortRange{});
        } else if (abbreviates(word, "suppress_ifgroup") || word == "uidrange" || abbreviates(word, "tun_id")) {
            arguments.refuse(notSimulated(fmt::format("\"{}\" of a rule", word)));
        } else {
            arguments.matches("dst", "to");
            filter.like.to = arguments.prefix(family);
        }
    }
    return filter;
}

Reply showRules(const IpCall &call, Arguments &arguments)
{
    const RuleFilter filter = readRuleFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Rule &rule : call.netns.rules(call.options.family.value_or(Family::Ipv4))) {
        if (filter.shows(rule))
            printRule(printer, call, rule);
    }
    printer.closeArray();
    return printed(std::move(printer));
}

/// Rules of priority 0 stay: the kernel does not name their priority, without which nothing is deleted.
Response flushRules(const IpCall &call, Arguments &arguments)
{
    const RuleFilter filter = readRuleFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Response response;
    for (const Rule &rule : call.netns.rules(call.options.family.value_or(Family::Ipv4))) {
        if (rule.priority != 0 && filter.shows(rule))
            response.edits.add(RemoveIpRule{call.netns.name, rule});
    }
    return response;
}

Response addRule(const IpCall &call, Arguments &arguments)
{
    if (!arguments.more())
        return complaint(1, "\"ip rule add\" requires arguments.");
    RuleWords words = readRuleWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (words.rule.action == RuleAction::Unspecified)
        words.rule.action = RuleAction::Lookup;
    if (!words.tableGiven)
        words.rule.table = table::main;
    if (words.rule.action == RuleAction::Lookup && words.rule.table == table::unspecified && !words.rule.l3mdev)
        return notSimulated("a rule that looks up a table without a number");
    return Edit(AddIpRule{call.netns.name, words.rule, words.priorityGiven});
}

Response removeRule(const IpCall &call, Arguments &arguments)
{
    if (!arguments.more())
        return complaint(1, "\"ip rule del\" requires arguments.");
    const RuleWords words = readRuleWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    return Edit(RemoveIpRule{call.netns.name, words.rule, words.priorityGiven});
}

} // namespace

Response ipRule(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more() || arguments.matches("list", "lst") || arguments.matches("show"))
        return showRules(call, arguments);
    if (abbreviates(arguments.peek(), "save") || abbreviates(arguments.peek(), "restore"))
        return notSimulated(fmt::format("ip rule {}", arguments.peek()));
    if (arguments.matches("add"))
        return addRule(call, arguments);
    if (arguments.matches("delete"))
        return removeRule(call, arguments);
    if (arguments.matches("flush"))
        return flushRules(call, arguments);
    if (arguments.matches("help"))
        return usage("ip rule");
    return unknownCommand(arguments.next(), "ip rule");
}

} // namespace netdraft::model::command

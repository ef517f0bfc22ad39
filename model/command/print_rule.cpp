#include "model/command/print_rule.h"

#include "model/command/route_words.h"
#include "model/command/rule_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

void printSelector(Printer &printer, const InterfaceAddress &selector, std::string_view key, std::string_view keyword,
                   std::string_view lengthKey)
{
    printer.string(key, selector.address.toString(), fmt::format("{}{{}}", keyword));
    if (selector.length != addressBits(selector.address.family()))
        printer.number(lengthKey, selector.length, "/{}");
}

void printPorts(Printer &printer, std::string_view keyword, const PortRange &ports)
{
    if (!ports)
        return;
    if (ports.first == ports.last)
        return printer.number(keyword, ports.first, fmt::format(" {} {{}}", keyword));
    printer.number(fmt::format("{}_start", keyword), ports.first, fmt::format(" {} {{}}", keyword));
    printer.number(fmt::format("{}_end", keyword), ports.last, "-{}");
}

void printLink(Printer &printer, const Netns &netns, std::string_view keyword, const std::string &name)
{
    if (name.empty())
        return;
    printer.string(keyword, name, fmt::format(" {} {{}}", keyword));
    if (!netns.find(name))
        printer.raw(fmt::format("{}_detached", keyword), "null", " [detached]");
}

void printAction(Printer &printer, const Netns &netns, const Rule &rule, bool numeric)
{
    switch (rule.action) {
    case RuleAction::Unspecified:
    case RuleAction::Lookup: return;
    case RuleAction::Goto: {
        printer.number("goto", rule.target, " goto {}");
        const auto &rules = netns.rules(rule.family);
        if (std::ranges::find(rules, rule.target, &Rule::priority) == rules.end())
            printer.raw("unresolved", "null", " [unresolved]");
        return;
    }
    case RuleAction::Nop: printer.raw("nop", "null", " nop"); return;
    case RuleAction::Blackhole: printer.string("action", numeric ? "6" : "blackhole", " {}"); return;
    case RuleAction::Unreachable: printer.string("action", numeric ? "7" : "unreachable", " {}"); return;
    case RuleAction::Prohibit: printer.string("action", numeric ? "8" : "prohibit", " {}"); return;
    }
}

} // namespace

void printRule(Printer &printer, const IpCall &call, const Rule &rule)
{
    printer.openObject();
    printer.number("priority", rule.priority, "{}:\t");
    if (rule.inverted)
        printer.raw("not", "null", "not ");
    if (rule.from.length != 0)
        printSelector(printer, rule.from, "src", "from ", "srclen");
    else
        printer.string("src", "all", "from {}");
    if (rule.to.length != 0)
        printSelector(printer, rule.to, "dst", " to ", "dstlen");
    if (rule.tos != 0)
        printer.string("tos", fmt::format("{:#04x}", rule.tos), " tos {}");
    if (rule.mark != 0 || rule.markMask != 0) {
        printer.string("fwmark", fmt::format("{:#x}", rule.mark), " fwmark {}");
        if (rule.markMask != ~0U)
            printer.string("fwmask", fmt::format("{:#x}", rule.markMask), "/{}");
    }
    printLink(printer, call.netns, "iif", rule.iif);
    printLink(printer, call.netns, "oif", rule.oif);
    if (rule.ipProtocol != 0)
        printer.string("ipproto", ipProtocolName(rule.ipProtocol), " ipproto {}");
    printPorts(printer, "sport", rule.sourcePorts);
    printPorts(printer, "dport", rule.destinationPorts);
    if (rule.table != 0) {
        printer.string("table", call.options.numeric ? std::to_string(rule.table) : tableName(rule.table),
                       " lookup {}");
        if (rule.suppressPrefixLength != -1)
            printer.number("suppress_prefixlen", rule.suppressPrefixLength, " suppress_prefixlength {}");
    }
    if (rule.l3mdev)
        printer.raw("l3mdev", "null", " lookup [l3mdev-table]");
    printAction(printer, call.netns, rule, call.options.numeric);
    if ((rule.protocol != protocol::unspecified && rule.protocol != protocol::kernel) || call.options.details)
        printer.string("protocol", call.options.numeric ? std::to_string(rule.protocol) : protocolName(rule.protocol),
                       " proto {}");
    printer.text("\n");
    printer.closeObject();
}

} // namespace netdraft::model::command

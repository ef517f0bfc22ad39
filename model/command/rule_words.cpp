#include "model/command/rule_words.h"

#include "model/command/route_words.h"
#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

struct ProtocolRow {
    std::uint8_t number;
    std::string_view name;
};

/// Of Debian's /etc/protocols, what is of use in a lab.
constexpr ProtocolRow ipProtocols[] = {
    {1, "icmp"},       {2, "igmp"},  {4, "ipencap"}, {6, "tcp"},    {17, "udp"},
    {41, "ipv6"},      {47, "gre"},  {50, "esp"},    {51, "ah"},    {88, "eigrp"},
    {58, "ipv6-icmp"}, {89, "ospf"}, {103, "pim"},   {112, "vrrp"}, {132, "sctp"},
};

std::string portsText(const PortRange &ports)
{
    return ports.first == ports.last ? std::to_string(ports.first) : fmt::format("{}-{}", ports.first, ports.last);
}

std::string selectorText(const InterfaceAddress &selector)
{
    return selector.length == 0                                        ? "all"
           : selector.length == addressBits(selector.address.family()) ? selector.address.toString()
                                                                       : selector.toString();
}

/// The action that the next word names; iproute2 takes any route type for one.
void readAction(Arguments &arguments, RuleWords &words)
{
    const bool typed = arguments.is("type");
    if (abbreviates(arguments.peek(), "help"))
        return arguments.refuse(usage("ip rule"));
    words.tableGiven = true;
    if (arguments.matches("goto")) {
        words.rule.action = RuleAction::Goto;
        words.rule.target = arguments.number("invalid target\n");
        return;
    }
    if (arguments.matches("nop")) {
        words.rule.action = RuleAction::Nop;
        return;
    }
    const std::string word = arguments.next();
    const auto type = readRouteType(word);
    if (const auto number = readNumber(word); number && *number <= std::numeric_limits<std::uint8_t>::max())
        return arguments.refuse(notSimulated("a type of rule that is given as a number"));
    if (!type)
        return arguments.wrong(word, "Failed to parse rule type");
    switch (*type) {
    case RouteType::Blackhole: words.rule.action = RuleAction::Blackhole; return;
    case RouteType::Unreachable: words.rule.action = RuleAction::Unreachable; return;
    case RouteType::Prohibit: words.rule.action = RuleAction::Prohibit; return;
    default: arguments.refuse(notSimulated(fmt::format("a rule of {}{}", typed ? "type " : "", word)));
    }
}

void readMark(Arguments &arguments, Rule &rule)
{
    const std::string word = arguments.next();
    const std::size_t slash = word.find('/');
    const auto mark = readNumber(std::string_view(word).substr(0, slash));
    if (!mark)
        return arguments.wrong(word.substr(0, slash), "fwmark value is invalid\n");
    rule.mark = *mark;
    rule.markMask = *mark != 0 ? ~0U : 0;
    if (slash == std::string::npos)
        return;
    const auto mask = readNumber(std::string_view(word).substr(slash + 1));
    if (!mask)
        return arguments.wrong(word.substr(slash + 1), "fwmask value is invalid\n");
    rule.markMask = *mask;
}

std::uint8_t readTos(Arguments &arguments)
{
    const std::string word = arguments.next();
    // rtnl_dsfield_a2n reads hexadecimal digits.
    std::string_view digits = word;
    if (digits.starts_with("0x") || digits.starts_with("0X"))
        digits.remove_prefix(2);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || value > 255)
        arguments.wrong(word, "TOS value is invalid\n");
    return static_cast<std::uint8_t>(value);
}

std::string readName(Arguments &arguments, std::string_view complaint)
{
    std::string name = arguments.next();
    if (!arguments.refused() && !isInterfaceName(name))
        arguments.wrong(name, complaint);
    else if (!isPrintableLine(name)) // no file could keep it
        arguments.refuse(notSimulated("an interface name with control characters, or that is no UTF-8,"));
    return name;
}

int readSuppress(Arguments &arguments)
{
    const std::string word = arguments.next();
    int value = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size() || value < 0)
        arguments.wrong(word, "suppress_prefixlength value is invalid\n");
    return value;
}

} // namespace

std::string ipProtocolName(std::uint8_t protocol)
{
    const auto row = std::ranges::find(ipProtocols, protocol, &ProtocolRow::number);
    return row == std::end(ipProtocols) ? fmt::format("ipproto-{}", protocol) : std::string(row->name);
}

std::optional<std::uint8_t> readIpProtocol(std::string_view word)
{
    const auto row = std::ranges::find(ipProtocols, word, &ProtocolRow::name);
    if (row != std::end(ipProtocols))
        return row->number;
    if (word.starts_with("ipproto-"))
        word.remove_prefix(8);
    const auto number = readNumber(word);
    return number && *number <= 255 ? std::optional(static_cast<std::uint8_t>(*number)) : std::nullopt;
}

PortRange readPorts(Arguments &arguments, std::string_view complaint)
{
    const std::string word = arguments.next();
    const std::size_t hyphen = word.find('-');
    const auto first = readNumber(std::string_view(word).substr(0, hyphen));
    const auto last = hyphen == std::string::npos ? first : readNumber(std::string_view(word).substr(hyphen + 1));
    if (!first || !last || *first > 65535 || *last > 65535) {
        arguments.wrong(word, complaint);
        return {};
    }
    if (*first == 0)
        return {1, 0};
    return {static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)};
}

RuleWords readRuleWords(const IpCall &call, Arguments &arguments)
{
    RuleWords words;
    Rule &rule = words.rule;
    rule.action = RuleAction::Unspecified;
    rule.family = call.options.family.value_or(Family::Ipv4);
    rule.from.address = rule.to.address = Prefix::any(rule.family).address();
    while (arguments.more()) {
        if (arguments.is("not")) {
            rule.inverted = true;
        } else if (arguments.is("from")) {
            rule.from = arguments.prefix(call.options.family);
        } else if (arguments.is("to")) {
            rule.to = arguments.prefix(call.options.family);
        } else if (arguments.matches("preference", "order") || arguments.matches("priority")) {
            rule.priority = arguments.number("preference value is invalid\n");
            words.priorityGiven = true;
        } else if (arguments.is("tos") || arguments.matches("dsfield")) {
            rule.tos = readTos(arguments);
        } else if (arguments.is("fwmark")) {
            readMark(arguments, rule);
        } else if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            const auto protocol = readProtocol(word);
            if (!protocol)
                arguments.wrong(word, "\"protocol\" value is invalid\n");
            rule.protocol = protocol.value_or(0);
        } else if (arguments.matches("table") || arguments.is("lookup")) {
            const std::string word = arguments.next();
            const auto table = readTable(word);
            if (!table)
                arguments.wrong(word, "invalid table ID\n");
            rule.table = table.value_or(0);
            words.tableGiven = true;
        } else if (arguments.matches("suppress_prefixlength") || arguments.is("sup_pl")) {
            rule.suppressPrefixLength = readSuppress(arguments);
        } else if (arguments.is("dev") || arguments.is("iif")) {
            rule.iif = readName(arguments, "\"iif\"/\"dev\" not a valid ifname");
        } else if (arguments.is("oif")) {
            rule.oif = readName(arguments, "\"oif\" not a valid ifname");
        } else if (arguments.is("l3mdev")) {
            rule.l3mdev = true;
            words.tableGiven = true;
        } else if (arguments.is("ipproto")) {
            const std::string word = arguments.next();
            const auto protocol = readIpProtocol(word);
            if (!protocol)
                arguments.wrong(word, "Invalid \"ipproto\" value\n");
            rule.ipProtocol = protocol.value_or(0);
        } else if (arguments.is("sport")) {
            rule.sourcePorts = readPorts(arguments, "invalid port range\n");
        } else if (arguments.is("dport")) {
            rule.destinationPorts = readPorts(arguments, "invalid dport range\n");
        } else if (abbreviates(arguments.peek(), "realms") || abbreviates(arguments.peek(), "tun_id") ||
                   abbreviates(arguments.peek(), "suppress_ifgroup") || arguments.peek() == "sup_group" ||
                   arguments.peek() == "uidrange" || arguments.peek() == "nat" ||
                   abbreviates(arguments.peek(), "map-to")) {
            arguments.refuse(notSimulated(fmt::format("\"{}\" of a rule", arguments.peek())));
        } else {
            readAction(arguments, words);
        }
    }
    return words;
}

void appendRuleWords(std::vector<std::string> &words, const Rule &rule, bool priorityGiven)
{
    const auto add = [&](std::string_view keyword, std::string value) {
        words.emplace_back(keyword);
        words.push_back(std::move(value));
    };
    if (rule.inverted)
        words.emplace_back("not");
    if (rule.from.length != 0 || rule.to.length == 0)
        add("from", selectorText(rule.from));
    if (rule.to.length != 0)
        add("to", selectorText(rule.to));
    if (rule.tos != 0)
        add("tos", fmt::format("{:#04x}", rule.tos));
    if (rule.mark != 0 || rule.markMask != 0)
        add("fwmark", rule.markMask == ~0U ? fmt::format("{:#x}", rule.mark)
                                           : fmt::format("{:#x}/{:#x}", rule.mark, rule.markMask));
    if (!rule.iif.empty())
        add("iif", rule.iif);
    if (!rule.oif.empty())
        add("oif", rule.oif);
    if (rule.ipProtocol != 0)
        add("ipproto", ipProtocolName(rule.ipProtocol));
    if (rule.sourcePorts)
        add("sport", portsText(rule.sourcePorts));
    if (rule.destinationPorts)
        add("dport", portsText(rule.destinationPorts));
    if (priorityGiven)
        add("pref", std::to_string(rule.priority));
    if (rule.protocol != 0)
        add("protocol", protocolName(rule.protocol));
    if (rule.suppressPrefixLength != -1)
        add("suppress_prefixlength", std::to_string(rule.suppressPrefixLength));
    switch (rule.action) {
    case RuleAction::Unspecified:
    case RuleAction::Lookup:
        if (rule.l3mdev)
            words.emplace_back("l3mdev");
        else if (rule.table != 0)
            add("lookup", tableName(rule.table));
        return;
    case RuleAction::Goto: add("goto", std::to_string(rule.target)); return;
    case RuleAction::Nop: words.emplace_back("nop"); return;
    case RuleAction::Blackhole: words.emplace_back("blackhole"); return;
    case RuleAction::Unreachable: words.emplace_back("unreachable"); return;
    case RuleAction::Prohibit: words.emplace_back("prohibit"); return;
    }
}

} // namespace netdraft::model::command

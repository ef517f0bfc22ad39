#include "model/exchange/project_rules.h"

namespace netdraft::model {

namespace {

constexpr std::string_view familyHint = "no family; expected \"inet\" or \"inet6\"";

std::optional<Family> familyField(ProjectText &text, Fields &fields)
{
    const std::string word = fields.string("family");
    if (word.empty())
        return std::nullopt;
    if (word != "inet" && word != "inet6")
        text.refuse(fields.at("family"), std::string(familyHint));
    return word == "inet6" ? Family::Ipv6 : Family::Ipv4;
}

/// `[FIRST, LAST]`
PortRange portsField(ProjectText &text, Fields &fields, std::string_view key)
{
    if (!fields.has(key))
        return {};
    const auto &items = fields.array(key);
    const auto isPort = [](const Json &item) {
        return item.kind == Json::Kind::Number && item.integral && item.number >= 1 && item.number <= 65535;
    };
    if (items.size() != 2 || !isPort(items[0]) || !isPort(items[1])) {
        text.refuse(fields.at(key), "no ports; expected two numbers from 1 to 65535, the first and the last");
        return {};
    }
    return {static_cast<std::uint16_t>(items[0].number), static_cast<std::uint16_t>(items[1].number)};
}

} // namespace

Rule readProjectRule(ProjectText &text, const Json &value)
{
    Fields fields(text, value, "a rule",
                  {"priority", "family", "not", "from", "to", "tos", "fwmark", "fwmask", "iif", "oif", "ipproto",
                   "sport", "dport", "action", "l3mdev", "table", "goto", "suppressPrefixLength", "proto"});
    fields.require("priority", "a number");
    const auto number = [&](std::string_view key, std::int64_t most) {
        return fields.integer(key, 0, most).value_or(0);
    };
    Rule rule;
    rule.priority = static_cast<std::uint32_t>(number("priority", mostNumber));
    rule.inverted = fields.flag("not");
    const auto from = fields.interfaceAddress("from");
    const auto to = fields.interfaceAddress("to");
    const auto &telling = from ? from : to;
    rule.family = familyField(text, fields).value_or(telling ? telling->address.family() : Family::Ipv4);
    rule.from = from.value_or(InterfaceAddress{Prefix::any(rule.family).address(), 0});
    rule.to = to.value_or(InterfaceAddress{Prefix::any(rule.family).address(), 0});
    rule.tos = static_cast<std::uint8_t>(number("tos", 255));
    rule.mark = static_cast<std::uint32_t>(number("fwmark", mostNumber));
    rule.markMask = fields.has("fwmask") ? static_cast<std::uint32_t>(number("fwmask", mostNumber))
                    : rule.mark != 0     ? ~0U
                                         : 0;
    rule.iif = fields.string("iif");
    rule.oif = fields.string("oif");
    rule.ipProtocol = static_cast<std::uint8_t>(number("ipproto", 255));
    rule.sourcePorts = portsField(text, fields, "sport");
    rule.destinationPorts = portsField(text, fields, "dport");
    if (const auto action = fields.word("action", ruleActionWords()))
        rule.action = static_cast<RuleAction>(*action);
    rule.table = fields.word("table", tableWords(), mostNumber).value_or(0);
    rule.l3mdev = fields.flag("l3mdev");
    rule.target = static_cast<std::uint32_t>(number("goto", mostNumber));
    rule.suppressPrefixLength = static_cast<int>(fields.integer("suppressPrefixLength", 0, 128).value_or(-1));
    rule.protocol = static_cast<std::uint8_t>(fields.word("proto", protocolWords(), 255).value_or(0));
    if (rule.action == RuleAction::Lookup && rule.table == 0 && !rule.l3mdev)
        text.refuse(value.offset, "a rule without a table; expected \"table\", or another \"action\" than lookup");
    return rule;
}

AddNexthop readProjectNexthop(ProjectText &text, const Json &value, const std::string &netns)
{
    Fields fields(text, value, "a next hop", {"id", "blackhole", "family", "via", "dev", "onlink", "group", "proto"});
    fields.require("id", "a number from 1 on");
    AddNexthop object;
    object.netns = netns;
    object.id = static_cast<std::uint32_t>(fields.integer("id", 1, mostNumber).value_or(0));
    object.blackhole = fields.flag("blackhole");
    object.family = familyField(text, fields);
    object.hop.via = fields.address("via");
    object.hop.dev = fields.string("dev");
    object.hop.onlink = fields.flag("onlink");
    for (const Json &item : fields.array("group")) {
        Fields member(text, item, "a member of a group", {"id", "weight"});
        member.require("id", "the number of a next hop");
        object.group.push_back({static_cast<std::uint32_t>(member.integer("id", 1, mostNumber).value_or(0)),
                                static_cast<int>(member.integer("weight", 1, 256).value_or(1))});
    }
    if (const auto proto = fields.word("proto", protocolWords(), 255))
        object.protocol = static_cast<std::uint8_t>(*proto);
    return object;
}

} // namespace netdraft::model

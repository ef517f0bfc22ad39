#include "model/command/route_words.h"
#include "model/command/rule_words.h"
#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

class RuleReader
{
public:
    RuleReader(const Output &output, Family family, std::vector<Error> &troubles)
        : m_values(output, troubles), m_family(family)
    {
    }

    std::optional<Rule> read(const Json &json) const
    {
        for (const std::string_view key : {"uid_start", "tun_id", "suppress_ifgroup", "realms", "flow_from", "flow_to",
                                           "nat_gateway", "masquerade"}) {
            if (json.find(key))
                return unsaid(json, fmt::format("\"{}\" of a rule", key));
        }
        Rule rule;
        rule.family = m_family;
        rule.priority = number(json, "priority", anyNumber);
        rule.inverted = m_values.flag(json, "not");
        const bool sound = readSelector(json, "src", "srclen", rule.from) &&
                           readSelector(json, "dst", "dstlen", rule.to) && readProtocols(json, rule);
        if (!sound)
            return std::nullopt;
        rule.tos = static_cast<std::uint8_t>(m_values.hexNumber(json, "tos", 0xff).value_or(0));
        if (json.find("fwmark")) {
            rule.mark = static_cast<std::uint32_t>(m_values.hexNumber(json, "fwmark", anyNumber).value_or(0));
            rule.markMask =
                static_cast<std::uint32_t>(m_values.hexNumber(json, "fwmask", anyNumber).value_or(anyNumber));
        }
        rule.iif = m_values.text(json, "iif");
        rule.oif = m_values.text(json, "oif");
        rule.sourcePorts = ports(json, "sport");
        rule.destinationPorts = ports(json, "dport");
        if (!readAction(json, rule))
            return std::nullopt;
        return rule;
    }

private:
    std::optional<Rule> unsaid(const Json &json, std::string_view what) const
    {
        m_values.trouble(json, fmt::format("{} is not simulated; the rule is left out", what));
        return std::nullopt;
    }

    std::uint32_t number(const Json &json, std::string_view key, std::int64_t most) const
    {
        return static_cast<std::uint32_t>(m_values.number(json, key, 0, most).value_or(0));
    }

    bool readSelector(const Json &json, std::string_view key, std::string_view lengthKey, InterfaceAddress &to) const
    {
        to = {Prefix::any(m_family).address(), 0};
        const Json *written = json.find(key);
        if (!written || m_values.text(json, key) == "all" || m_values.text(json, key) == "0")
            return true;
        const auto address = m_values.address(json, key);
        if (!address)
            return false;
        if (address->family() != m_family) {
            m_values.trouble(*written, "an address of the other family; expected one of the rules' own");
            return false;
        }
        const int bits = addressBits(m_family);
        to = {*address, static_cast<std::uint8_t>(m_values.number(json, lengthKey, 0, bits).value_or(bits))};
        return true;
    }

    bool readProtocols(const Json &json, Rule &rule) const
    {
        if (const std::string name = m_values.text(json, "protocol"); !name.empty())
            rule.protocol = command::readProtocol(name).value_or(0);
        const std::string carried = m_values.text(json, "ipproto");
        if (carried.empty())
            return true;
        const auto known = command::readIpProtocol(carried);
        if (!known)
            m_values.trouble(*json.find("ipproto"), fmt::format("\"{}\" is no protocol that is known", carried));
        rule.ipProtocol = known.value_or(0);
        return known.has_value();
    }

    PortRange ports(const Json &json, std::string_view key) const
    {
        const auto port = [&](const std::string &name) {
            return static_cast<std::uint16_t>(number(json, name, 65535));
        };
        const std::string name(key);
        if (json.find(key))
            return {port(name), port(name)};
        if (json.find(name + "_start"))
            return {port(name + "_start"), port(name + "_end")};
        return {};
    }

    bool readAction(const Json &json, Rule &rule) const
    {
        if (json.find("goto")) {
            rule.action = RuleAction::Goto;
            rule.target = number(json, "goto", anyNumber);
            return true;
        }
        if (json.find("nop")) {
            rule.action = RuleAction::Nop;
            return true;
        }
        if (const std::string action = m_values.text(json, "action"); !action.empty()) {
            const auto known = std::ranges::find(ruleActionWords(), action, &ProjectWord::word);
            if (known == ruleActionWords().end()) {
                m_values.trouble(*json.find("action"), fmt::format("the action \"{}\" is not simulated", action));
                return false;
            }
            rule.action = static_cast<RuleAction>(known->value);
            return true;
        }
        rule.action = RuleAction::Lookup;
        if (m_values.flag(json, "l3mdev")) {
            rule.l3mdev = true;
            return true;
        }
        const std::string name = m_values.text(json, "table");
        const auto table = command::readTable(name);
        if (!table) {
            m_values.trouble(json, fmt::format("the table \"{}\" has a name that only that machine knows; expected "
                                               "its number, as `ip -N rule` prints it",
                                               name));
            return false;
        }
        rule.table = *table;
        if (json.find("suppress_prefixlen"))
            rule.suppressPrefixLength = static_cast<int>(number(json, "suppress_prefixlen", 128));
        return true;
    }

    Values m_values;
    Family m_family;
};

} // namespace

void readRules(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        const Output *output = seen.answers->find(family == Family::Ipv4 ? Question::Rules4 : Question::Rules6);
        if (!output)
            continue;
        const RuleReader reader(*output, family, troubles);
        std::vector<Rule> fresh = defaultRules(family);
        if (std::ranges::any_of(netns.links, [](const Link &link) { return link.as<Vrf>(); }))
            fresh.push_back(vrfRule(family));
        std::vector<Rule> rules;
        for (const Json *json : Values(*output, troubles).objects()) {
            auto rule = reader.read(*json);
            if (!rule)
                continue;
            // Without -d it is not said who made a rule.
            for (const Rule &own : fresh) {
                Rule like = *rule;
                like.protocol = own.protocol;
                if (like == own)
                    rule->protocol = own.protocol;
            }
            rules.push_back(std::move(*rule));
        }
        std::ranges::stable_sort(rules, {}, &Rule::priority);
        netns.rules(family) = std::move(rules);
    }
}

} // namespace netdraft::model::snapshot

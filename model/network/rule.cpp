#include "model/network/rule.h"

#include "model/network/route.h"

namespace netdraft::model {

namespace {

Rule lookup(Family family, std::uint32_t priority, std::uint32_t table)
{
    Rule rule;
    rule.family = family;
    rule.priority = priority;
    rule.from.address = rule.to.address = Prefix::any(family).address();
    rule.table = table;
    rule.protocol = protocol::kernel;
    return rule;
}

} // namespace

std::vector<Rule> defaultRules(Family family)
{
    std::vector<Rule> rules{lookup(family, 0, table::local), lookup(family, 32766, table::main)};
    if (family == Family::Ipv4)
        rules.push_back(lookup(family, 32767, table::fallback));
    return rules;
}

Rule vrfRule(Family family)
{
    constexpr std::uint32_t priority = 1000; // FIB_RULE_PREF
    Rule rule = lookup(family, priority, table::unspecified);
    rule.l3mdev = true;
    return rule;
}

} // namespace netdraft::model

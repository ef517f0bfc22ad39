#include "model/address/name.h"
#include "model/edit/fib.h"
#include "model/edit/perform.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// What fib_nl2rule refuses, then fib4_rule_configure and fib6_rule_configure.
Result<void> checkRule(const Rule &rule)
{
    const auto ofFamily = [&](const InterfaceAddress &selector) {
        return selector.length == 0 || selector.address.family() == rule.family;
    };
    if (!ofFamily(rule.to))
        return fail(ErrorCode::MessageOther, "Invalid dst address.");
    if (!ofFamily(rule.from))
        return fail(ErrorCode::MessageOther, "Invalid source address.");
    for (const std::string *link : {&rule.iif, &rule.oif}) {
        if (auto named = link->empty() ? Result<void>() : checkLinkName(*link); !named)
            return named;
    }
    if (rule.l3mdev && rule.table != 0)
        return fail(ErrorCode::MessageOther, "l3mdev and table are mutually exclusive.");
    if (rule.action == RuleAction::Goto && rule.target <= rule.priority)
        return fail(ErrorCode::MessageOther, "Backward goto not supported.");
    const auto isRange = [](const PortRange &range) { return range.first != 0 && range.first <= range.last; };
    if (rule.sourcePorts != PortRange{} && !isRange(rule.sourcePorts))
        return fail(ErrorCode::MessageOther, "Invalid sport range.");
    if (rule.destinationPorts != PortRange{} && !isRange(rule.destinationPorts))
        return fail(ErrorCode::MessageOther, "Invalid dport range.");
    return {};
}

/// fib4_rule_compare, fib6_rule_compare: what `like` leaves open agrees with everything.
bool agreesOnSelectors(const Rule &rule, const Rule &like)
{
    return (like.from.length == 0 || rule.from == like.from) && (like.to.length == 0 || rule.to == like.to) &&
           (like.tos == 0 || rule.tos == like.tos);
}

/// rule_exists
bool isSame(const Rule &rule, const Rule &other)
{
    return rule.action == other.action && rule.table == other.table && rule.l3mdev == other.l3mdev &&
           rule.priority == other.priority && rule.iif == other.iif && rule.oif == other.oif &&
           rule.mark == other.mark && rule.markMask == other.markMask &&
           rule.suppressPrefixLength == other.suppressPrefixLength && rule.ipProtocol == other.ipProtocol &&
           rule.protocol == other.protocol && rule.sourcePorts == other.sourcePorts &&
           rule.destinationPorts == other.destinationPorts && agreesOnSelectors(rule, other);
}

/// rule_find
bool isMeant(const Rule &rule, const RemoveIpRule &edit)
{
    const Rule &like = edit.rule;
    return (like.action == RuleAction::Unspecified || rule.action == like.action) && (!like.l3mdev || rule.l3mdev) &&
           (like.table == 0 || rule.table == like.table) && (!edit.priorityGiven || rule.priority == like.priority) &&
           (like.iif.empty() || rule.iif == like.iif) && (like.oif.empty() || rule.oif == like.oif) &&
           (like.mark == 0 || rule.mark == like.mark) && (like.markMask == 0 || rule.markMask == like.markMask) &&
           (like.suppressPrefixLength == -1 || rule.suppressPrefixLength == like.suppressPrefixLength) &&
           (like.ipProtocol == 0 || rule.ipProtocol == like.ipProtocol) &&
           (like.protocol == 0 || rule.protocol == like.protocol) &&
           (!like.sourcePorts || rule.sourcePorts == like.sourcePorts) &&
           (!like.destinationPorts || rule.destinationPorts == like.destinationPorts) && agreesOnSelectors(rule, like);
}

/// `all` of the rule's family, where nothing is selected.
Rule completed(Rule rule)
{
    for (InterfaceAddress *selector : {&rule.from, &rule.to}) {
        if (selector->length == 0)
            selector->address = Prefix::any(rule.family).address();
    }
    return rule;
}

/// fib_default_rule_pref: before the second rule.
std::uint32_t freePriority(const std::vector<Rule> &rules)
{
    return rules.size() > 1 && rules[1].priority > 0 ? rules[1].priority - 1 : 0;
}

} // namespace

Result<void> perform(Draft &draft, const AddIpRule &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    Rule rule = completed(edit.rule);
    const std::vector<Rule> &now = draft.network.find(*id)->rules(rule.family);
    if (!edit.priorityGiven)
        rule.priority = freePriority(now);
    if (auto sound = checkRule(rule); !sound)
        return sound;
    if (std::ranges::any_of(now, [&](const Rule &other) { return isSame(other, rule); }))
        return fail(ErrorCode::FileExists);
    if ((rule.tos & 3U) != 0)
        return fail(ErrorCode::MessageOther, "Invalid dsfield (tos): ECN bits must be 0.");
    Netns &netns = draft.network.change(*id);
    if (rule.family == Family::Ipv4)
        netns.unmerged4 = true;
    else if (rule.action == RuleAction::Lookup && !rule.l3mdev)
        makeTable(netns, Family::Ipv6, rule.table);
    std::vector<Rule> &rules = netns.rules(rule.family);
    rules.insert(std::ranges::upper_bound(rules, rule.priority, {}, &Rule::priority), std::move(rule));
    return {};
}

Result<void> perform(Draft &draft, const RemoveIpRule &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkRule(edit.rule); !sound && edit.rule.action != RuleAction::Goto)
        return sound;
    Netns &netns = draft.network.change(*id);
    std::vector<Rule> &rules = netns.rules(edit.rule.family);
    const auto found = std::ranges::find_if(rules, [&](const Rule &rule) { return isMeant(rule, edit); });
    if (found == rules.end())
        return fail(ErrorCode::NoSuchFile);
    rules.erase(found);
    if (edit.rule.family == Family::Ipv4)
        netns.unmerged4 = true;
    return {};
}

} // namespace netdraft::model

#include "model/command/nft/keys.h"
#include "model/command/nft/listing.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

using nft::Range;
using nft::Value;

/// `10.0.0.0/8`, where the range is the addresses of a prefix.
std::optional<std::string> prefixText(const KeyRow &row, const Range &range)
{
    if (row.values != ValueKind::Ipv4 && row.values != ValueKind::Ipv6)
        return std::nullopt;
    const Value differing{range.first.high ^ range.last.high, range.first.low ^ range.last.low};
    // The bits in which they differ must be the lowest, all of them.
    const bool lowest = differing.high == 0 ? (differing.low & (differing.low + 1)) == 0
                                            : ~differing.low == 0 && (differing.high & (differing.high + 1)) == 0;
    if (!lowest || (range.first.low & differing.low) != 0 || (range.first.high & differing.high) != 0)
        return std::nullopt;
    const int free = std::popcount(differing.low) + std::popcount(differing.high);
    const int bits = row.values == ValueKind::Ipv4 ? 32 : 128;
    return fmt::format("{}/{}", valueText(row, range.first), bits - free);
}

/// The words for bits, in ascending order.
std::string bitsText(const KeyRow &row, std::uint64_t bits, std::string_view between)
{
    std::string text;
    for (std::uint64_t bit = 1; bit != 0 && bit <= bits; bit <<= 1) {
        if ((bits & bit) != 0)
            text += fmt::format("{}{}", text.empty() ? std::string_view() : between, valueText(row, {0, bit}));
    }
    return text;
}

/// Prints the statements of a rule (stmt_print).
class StatementPrinter
{
public:
    StatementPrinter(nft::TableFamily family, const Netns *netns, const ListForm &form)
        : m_family(family), m_netns(netns), m_form(form)
    {
    }

    std::string operator()(const nft::Comparison &comparison) const
    {
        const KeyRow &row = rowOf(comparison.key);
        std::string text(row.words);
        const bool masked = comparison.mask != 0xffffffff;
        if (masked)
            text += fmt::format(" & {} {}", markText(comparison.mask), comparison.inverted ? "!=" : "==");
        else if (comparison.inverted)
            text += " !=";
        std::vector<std::string> elements;
        elements.reserve(comparison.ranges.size() + comparison.names.size());
        for (const Range &range : comparison.ranges)
            elements.push_back(rangeText(comparison, row, range));
        for (const std::string &name : comparison.names)
            elements.push_back(fmt::format("\"{}\"", name));
        std::string list;
        for (const std::string &element : elements)
            list += (list.empty() ? "" : ", ") + element;
        return comparison.set ? fmt::format("{} {{ {} }}", text, list) : fmt::format("{} {}", text, list);
    }
    std::string operator()(const nft::Counter &counter) const
    {
        if (m_form.stateless)
            return "counter";
        netfilter::Counted counted{counter.packets, counter.bytes};
        if (m_netns) // else it is told how the rule was made
            counted.add(counter.counted);
        return fmt::format("counter packets {} bytes {}", counted.packets, counted.bytes);
    }
    std::string operator()(const nft::Limit &limit) const
    {
        constexpr std::string_view units[] = {"second", "minute", "hour", "day", "week"};
        constexpr std::uint32_t usual = 5;
        std::string text = fmt::format("limit rate {}{}/{}", limit.over ? "over " : "", limit.rate,
                                       units[static_cast<std::size_t>(limit.unit)]);
        if (limit.burst != usual)
            text += fmt::format(" burst {} packets", limit.burst);
        return text;
    }
    std::string operator()(const netfilter::Log &log) const
    {
        constexpr std::string_view levels[] = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"};
        constexpr int usual = 4;
        std::string text = "log";
        if (!log.prefix.empty())
            text += fmt::format(" prefix \"{}\"", log.prefix);
        if (log.level != usual)
            text += fmt::format(" level {}", levels[static_cast<std::size_t>(log.level)]);
        return text;
    }
    std::string operator()(const netfilter::SetMark &set) const
    {
        return "meta mark set " + setText("meta mark", set.value, set.mask);
    }
    std::string operator()(const netfilter::SetConnmark &set) const
    {
        using Mode = netfilter::SetConnmark::Mode;
        switch (set.mode) {
        case Mode::Set: return "ct mark set " + setText("ct mark", set.value, set.ctMask);
        case Mode::Save: return "ct mark set meta mark";
        case Mode::Restore: return "meta mark set ct mark";
        }
        return {};
    }
    std::string operator()(const netfilter::Continue &) const { return "continue"; }
    std::string operator()(const netfilter::Accept &) const { return "accept"; }
    std::string operator()(const netfilter::Drop &) const { return "drop"; }
    std::string operator()(const netfilter::Return &) const { return "return"; }
    std::string operator()(const netfilter::Jump &jump) const
    {
        return fmt::format("{} {}", jump.isGoto ? "goto" : "jump", jump.chain);
    }
    std::string operator()(const nft::Reject &reject) const
    {
        using Kind = nft::Reject::Kind;
        constexpr nft::Reject usual[] = {{Kind::Icmp, 3}, {Kind::Icmp6, 4}, {Kind::Icmpx, 1}};
        if (reject == usual[static_cast<std::size_t>(m_family)])
            return "reject";
        if (reject.kind == Kind::TcpReset)
            return "reject with tcp reset";
        const auto names = rejectCodes(reject.kind);
        const auto name = std::ranges::find(names, reject.code, &CodeName::code);
        constexpr std::string_view kinds[] = {"icmp", "icmpv6", "icmpx"};
        return fmt::format("reject with {} {}", kinds[static_cast<std::size_t>(reject.kind)], name->name);
    }
    std::string operator()(const netfilter::Masquerade &target) const
    {
        return "masquerade" + targetText(std::nullopt, target.ports, target.flags);
    }
    std::string operator()(const netfilter::Redirect &target) const
    {
        return "redirect" + targetText(std::nullopt, target.ports, target.flags);
    }
    std::string operator()(const netfilter::Snat &target) const
    {
        return "snat" + targetText(target.addresses, target.ports, target.flags);
    }
    std::string operator()(const netfilter::Dnat &target) const
    {
        return "dnat" + targetText(target.addresses, target.ports, target.flags);
    }

private:
    static std::string setText(std::string_view mark, std::uint32_t value, std::uint32_t mask)
    {
        if (mask == 0xffffffff)
            return markText(value);
        if (value == 0)
            return fmt::format("{} & {}", mark, markText(~mask));
        return fmt::format("{} | {}", mark, markText(value));
    }

    std::string rangeText(const nft::Comparison &comparison, const KeyRow &row, const Range &range) const
    {
        if (row.values == ValueKind::InterfaceIndex)
            return linkText(range.first.low);
        if (!comparison.set && (row.values == ValueKind::CtState || row.values == ValueKind::CtStatus))
            return bitsText(row, range.first.low, comparison.inverted ? " | " : ",");
        if (range.prefix || (comparison.set && range.first != range.last)) {
            if (const auto prefix = prefixText(row, range))
                return *prefix;
        }
        if (range.first == range.last)
            return valueText(row, range.first);
        // The ends of ranges of what has names are numbers.
        const bool named = row.values != ValueKind::Ipv4 && row.values != ValueKind::Ipv6 &&
                           row.values != ValueKind::Mark && row.values != ValueKind::Port;
        if (named)
            return fmt::format("{}-{}", range.first.low, range.last.low);
        return fmt::format("{}-{}", valueText(row, range.first), valueText(row, range.last));
    }

    std::string linkText(std::uint64_t index) const
    {
        if (m_netns) {
            for (const Link &link : m_netns->links) {
                if (static_cast<std::uint64_t>(link.index) == index)
                    return fmt::format("\"{}\"", link.name);
            }
        }
        return std::to_string(index);
    }

    std::string targetText(const std::optional<netfilter::NatAddresses> &addresses,
                           const std::optional<netfilter::NatPorts> &ports, const netfilter::NatFlags &flags) const
    {
        std::string text;
        if (addresses) {
            const bool v4 = addresses->first.isV4();
            if (m_family == nft::TableFamily::Inet)
                text += v4 ? " ip" : " ip6";
            const bool brackets = !v4 && ports.has_value();
            text += fmt::format(" to {}{}{}", brackets ? "[" : "", addresses->first.toString(), brackets ? "]" : "");
            if (addresses->last != addresses->first)
                text += '-' + addresses->last.toString();
        } else if (ports) {
            text += " to ";
        }
        if (ports)
            text += ports->first == ports->last ? fmt::format(":{}", ports->first)
                                                : fmt::format(":{}-{}", ports->first, ports->last);
        std::string list;
        const auto flag = [&](bool set, std::string_view name) {
            if (set)
                list += fmt::format("{}{}", list.empty() ? " " : ",", name);
        };
        flag(flags.random, "random");
        flag(flags.randomFully, "fully-random");
        flag(flags.persistent, "persistent");
        return text + list;
    }

    nft::TableFamily m_family;
    const Netns *m_netns;
    const ListForm &m_form;
};

} // namespace

std::string ruleText(nft::TableFamily family, const nft::Rule &rule, const Netns *netns, const ListForm &form)
{
    std::string text;
    for (const nft::Statement &statement : rule.statements)
        text += (text.empty() ? "" : " ") + std::visit(StatementPrinter(family, netns, form), statement);
    if (!rule.comment.empty())
        text += fmt::format(" comment \"{}\"", rule.comment);
    if (form.handles)
        text += fmt::format(" # handle {}", rule.handle.number);
    return text;
}

} // namespace netdraft::model::command::nfttool

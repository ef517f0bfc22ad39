#include "model/command/netfilter/extension.h"
#include "model/command/netfilter/print_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

std::string hex(std::uint32_t value)
{
    return fmt::format("0x{:x}", value);
}

std::string savedMark(std::uint32_t mark, std::uint32_t mask)
{
    return mask == 0xffffffff ? hex(mark) : hex(mark) + '/' + hex(mask);
}

std::string rangeText(const netfilter::PortRange &range)
{
    return range.first == range.last ? std::to_string(range.first) : fmt::format("{}:{}", range.first, range.last);
}

std::string_view recentOption(RecentMatch::Mode mode)
{
    switch (mode) {
    case RecentMatch::Mode::None: break;
    case RecentMatch::Mode::Set: return "--set";
    case RecentMatch::Mode::Check: return "--rcheck";
    case RecentMatch::Mode::Update: return "--update";
    case RecentMatch::Mode::Remove: return "--remove";
    }
    return {};
}

/// Gathers the words of one rule.
class Saving
{
public:
    explicit Saving(Family family) : m_family(family) {}

    std::vector<RuleWord> words;

    void save(const netfilter::Rule &rule)
    {
        address("-s", rule.source);
        address("-d", rule.destination);
        if (rule.in)
            option("-i", rule.in->name, rule.in->inverted);
        if (rule.out)
            option("-o", rule.out->name, rule.out->inverted);
        if (rule.protocol) {
            const std::string_view name = knownProtocolName(rule.protocol->number);
            option("-p", name.empty() ? std::to_string(rule.protocol->number) : std::string(name),
                   rule.protocol->inverted);
        }
        if (rule.fragment != FragmentMatch::Any)
            flag("-f", rule.fragment == FragmentMatch::NotLater);
        for (const Match &match : rule.matches)
            std::visit(*this, match);
        if (const auto *jump = std::get_if<Jump>(&rule.target)) {
            option(jump->isGoto ? "-g" : "-j", jump->chain);
        } else if (const std::string name = targetName(rule.target, false); !name.empty()) {
            option("-j", name);
            std::visit(*this, rule.target);
        }
    }

    void operator()(const TcpMatch &match)
    {
        extension("tcp");
        ports("--sport", match.source);
        ports("--dport", match.destination);
        if (match.option != 0 || match.optionInverted)
            option("--tcp-option", std::to_string(match.option), match.optionInverted);
        if (match.flagMask != 0 || match.flagsInverted) {
            option("--tcp-flags", bitNames(tcpFlagNames(), match.flagMask), match.flagsInverted);
            word(bitNames(tcpFlagNames(), match.flags));
        }
    }
    void operator()(const UdpMatch &match)
    {
        extension("udp");
        ports("--sport", match.source);
        ports("--dport", match.destination);
    }
    void operator()(const SctpMatch &match)
    {
        extension("sctp");
        ports("--sport", match.source);
        ports("--dport", match.destination);
    }
    void operator()(const IcmpMatch &match)
    {
        const bool v4 = m_family == Family::Ipv4;
        extension(v4 ? "icmp" : "icmp6");
        std::string type = std::to_string(match.type);
        if (v4 && match.type == 0xff)
            type = "any";
        else if (match.firstCode != 0 || match.lastCode != 0xff)
            type += fmt::format("/{}", match.firstCode);
        option(v4 ? "--icmp-type" : "--icmpv6-type", type, match.inverted);
    }
    void operator()(const MultiportMatch &match)
    {
        using Side = MultiportMatch::Side;
        extension("multiport");
        std::string list;
        for (const MultiportMatch::Ports &each : match.ports) {
            list += fmt::format("{}{}", list.empty() ? "" : ",", each.first);
            if (each.range)
                list += fmt::format(":{}", each.last);
        }
        option(match.side == Side::Source        ? "--sports"
               : match.side == Side::Destination ? "--dports"
                                                 : "--ports",
               list, match.inverted);
    }
    void operator()(const ConntrackMatch &match)
    {
        extension(match.isState ? "state" : "conntrack");
        if (match.states)
            option(match.isState ? "--state" : "--ctstate", bitNames(ctStateNames(), *match.states),
                   match.statesInverted);
        if (match.protocol)
            option("--ctproto", std::to_string(match.protocol->number), match.protocol->inverted);
        plainAddress("--ctorigsrc", match.originalSource);
        plainAddress("--ctorigdst", match.originalDestination);
        plainAddress("--ctreplsrc", match.replySource);
        plainAddress("--ctrepldst", match.replyDestination);
        plainPorts("--ctorigsrcport", match.originalSourcePort);
        plainPorts("--ctorigdstport", match.originalDestinationPort);
        plainPorts("--ctreplsrcport", match.replySourcePort);
        plainPorts("--ctrepldstport", match.replyDestinationPort);
        if (match.status)
            option("--ctstatus", bitNames(ctStatusNames(), *match.status), match.statusInverted);
        if (match.direction)
            option("--ctdir", *match.direction == CtDirection::Original ? "ORIGINAL" : "REPLY");
    }
    void operator()(const MarkMatch &match)
    {
        extension(match.ofConnection ? "connmark" : "mark");
        option("--mark", savedMark(match.mark, match.mask), match.inverted);
    }
    void operator()(const AddrtypeMatch &match)
    {
        extension("addrtype");
        if (match.source != 0)
            option("--src-type", bitNames(addressTypeNames(), match.source), match.sourceInverted);
        if (match.destination != 0)
            option("--dst-type", bitNames(addressTypeNames(), match.destination), match.destinationInverted);
        if (match.limitIn)
            flag("--limit-iface-in");
        if (match.limitOut)
            flag("--limit-iface-out");
    }
    void operator()(const PhysdevMatch &match)
    {
        extension("physdev");
        if (match.isIn)
            flag("--physdev-is-in", !*match.isIn);
        if (match.in)
            option("--physdev-in", match.in->name, match.in->inverted);
        if (match.isOut)
            flag("--physdev-is-out", !*match.isOut);
        if (match.out)
            option("--physdev-out", match.out->name, match.out->inverted);
        if (match.isBridged)
            flag("--physdev-is-bridged", !*match.isBridged);
    }
    void operator()(const StatisticMatch &match)
    {
        extension("statistic");
        option("--mode", match.nth ? "nth" : "random");
        if (match.nth) {
            option("--every", std::to_string(match.every), match.inverted);
            option("--packet", std::to_string(match.packet));
        } else {
            option("--probability", fmt::format("{:.11f}", match.probability / 2147483648.0), match.inverted);
        }
    }
    void operator()(const LimitMatch &match)
    {
        extension("limit");
        option("--limit", rateText(match.period));
        if (match.burst != LimitMatch{}.burst)
            option("--limit-burst", std::to_string(match.burst));
    }
    void operator()(const RecentMatch &match)
    {
        extension("recent");
        flag(recentOption(match.mode), match.inverted);
        if (match.seconds != 0)
            option("--seconds", std::to_string(match.seconds));
        if (match.reaps)
            flag("--reap");
        if (match.hits != 0)
            option("--hitcount", std::to_string(match.hits));
        if (match.sameTtl)
            flag("--rttl");
        option("--name", match.name);
        option("--mask", match.mask.toString());
        flag(match.ofDestination ? "--rdest" : "--rsource");
    }
    void operator()(const CommentMatch &match)
    {
        extension("comment");
        word("--comment");
        words.push_back({match.text, true});
    }
    void operator()(const MacMatch &match)
    {
        extension("mac");
        option("--mac-source", match.source.toString(), match.inverted);
    }
    void operator()(const IprangeMatch &match)
    {
        extension("iprange");
        range("--src-range", match.source);
        range("--dst-range", match.destination);
    }
    void operator()(const TtlMatch &match)
    {
        using Comparison = TtlMatch::Comparison;
        const std::string name = m_family == Family::Ipv4 ? "ttl" : "hl";
        const std::string_view comparison = match.comparison == Comparison::Less      ? "lt"
                                            : match.comparison == Comparison::Greater ? "gt"
                                                                                      : "eq";
        extension(name);
        option(fmt::format("--{}-{}", name, comparison), std::to_string(match.value),
               match.comparison == Comparison::NotEqual);
    }
    void operator()(const PkttypeMatch &match)
    {
        extension("pkttype");
        option("--pkt-type",
               match.type == PacketType::Host        ? "unicast"
               : match.type == PacketType::Broadcast ? "broadcast"
                                                     : "multicast",
               match.inverted);
    }
    void operator()(const LengthMatch &match)
    {
        extension("length");
        option("--length", rangeText(match.bytes), match.bytes.inverted);
    }

    void operator()(const Reject &target)
    {
        for (const RejectName &each : rejectNames(m_family)) {
            if (each.with == target.with)
                option("--reject-with", std::string(each.name));
        }
    }
    void operator()(const SetMark &target) { option("--set-xmark", hex(target.value) + '/' + hex(target.mask)); }
    void operator()(const SetConnmark &target)
    {
        using Mode = SetConnmark::Mode;
        if (target.mode == Mode::Set) {
            option("--set-xmark", hex(target.value) + '/' + hex(target.ctMask));
            return;
        }
        flag(target.mode == Mode::Save ? "--save-mark" : "--restore-mark");
        option("--nfmask", hex(target.nfMask));
        option("--ctmask", hex(target.ctMask));
    }
    void operator()(const Log &target)
    {
        static constexpr std::string_view flags[] = {"--log-tcp-sequence", "--log-tcp-options", "--log-ip-options",
                                                     "--log-uid", "--log-macdecode"};
        if (!target.prefix.empty()) {
            word("--log-prefix");
            words.push_back({target.prefix, true});
        }
        if (target.level != Log{}.level)
            option("--log-level", std::to_string(target.level));
        for (std::size_t i = 0; i < std::size(flags); ++i) {
            if ((target.flags >> i & 1) != 0)
                word(flags[i]);
        }
    }
    void operator()(const Masquerade &target) { nat("--to-ports", std::nullopt, target.ports, target.flags); }
    void operator()(const Redirect &target) { nat("--to-ports", std::nullopt, target.ports, target.flags); }
    void operator()(const Snat &target) { nat("--to-source", target.addresses, target.ports, target.flags, ":"); }
    void operator()(const Dnat &target) { nat("--to-destination", target.addresses, target.ports, target.flags, ":"); }
    void operator()(const Netmap &target) { option("--to", target.to.toString()); }
    void operator()(const Notrack &target)
    {
        if (!target.isAlias)
            flag("--notrack");
    }
    void operator()(const Tcpmss &target)
    {
        if (target.mss)
            option("--set-mss", std::to_string(*target.mss));
        else
            flag("--clamp-mss-to-pmtu");
    }
    void operator()(const auto & /*plain*/) {}

private:
    void word(std::string_view text) { words.push_back({std::string(text), false}); }
    void flag(std::string_view name, bool inverted = false)
    {
        if (inverted)
            word("!");
        word(name);
    }
    void option(std::string_view name, std::string_view value, bool inverted = false)
    {
        flag(name, inverted);
        word(value);
    }
    void extension(std::string_view name) { option("-m", name); }
    void address(std::string_view name, const std::optional<AddressMatch> &match)
    {
        if (!match)
            return;
        const auto length = lengthOfMask(match->mask);
        option(
            name,
            fmt::format("{}/{}", match->address.toString(), length ? std::to_string(*length) : match->mask.toString()),
            match->inverted);
    }
    void plainAddress(std::string_view name, const std::optional<AddressMatch> &match)
    {
        if (match)
            option(name, match->address.toString() + maskSuffix(match->mask), match->inverted);
    }
    void ports(std::string_view name, const netfilter::PortRange &range)
    {
        if (!range.isAny())
            option(name, rangeText(range), range.inverted);
    }
    void plainPorts(std::string_view name, const std::optional<netfilter::PortRange> &match)
    {
        if (match)
            option(name, rangeText(*match), match->inverted);
    }
    void range(std::string_view name, const std::optional<AddressRange> &match)
    {
        if (match)
            option(name, fmt::format("{}-{}", match->first.toString(), match->last.toString()), match->inverted);
    }
    void nat(std::string_view name, const std::optional<NatAddresses> &addresses,
             const std::optional<NatPorts> &natPorts, const NatFlags &flags, std::string_view colon = "")
    {
        const std::string text = natText(m_family, addresses, natPorts, colon);
        if (!text.empty())
            option(name, text);
        for (const std::string_view each : natFlagNames(flags))
            word(fmt::format("--{}", each));
    }

    Family m_family;
};

/// xtables_save_string
std::string quoted(std::string_view text)
{
    const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    });
    if (plain)
        return std::string(text);
    std::string all = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\' || c == '\'')
            all += '\\';
        all += c;
    }
    return all + '"';
}

} // namespace

std::string rateText(std::uint32_t period)
{
    static constexpr std::pair<std::string_view, std::uint32_t> units[] = {
        {"day", 864'000'000}, {"hour", 36'000'000}, {"min", 600'000}, {"sec", 10'000}};
    std::size_t unit = 1;
    while (unit < std::size(units) && period <= units[unit].second &&
           units[unit].second / period >= units[unit].second % period)
        ++unit;
    return fmt::format("{}/{}", units[unit - 1].second / period, units[unit - 1].first);
}

std::string natText(Family family, const std::optional<NatAddresses> &addresses, const std::optional<NatPorts> &ports,
                    std::string_view colon)
{
    std::string text;
    if (addresses) {
        text = addresses->first.toString();
        if (addresses->last != addresses->first)
            text += '-' + addresses->last.toString();
        if (family == Family::Ipv6 && ports)
            text = '[' + text + ']';
    }
    if (ports) {
        text += fmt::format("{}{}", colon, ports->first);
        if (ports->last != ports->first)
            text += fmt::format("-{}", ports->last);
        if (ports->base)
            text += fmt::format("/{}", *ports->base);
    }
    return text;
}

std::vector<std::string_view> natFlagNames(const NatFlags &flags)
{
    std::vector<std::string_view> names;
    if (flags.random)
        names.push_back("random");
    if (flags.randomFully)
        names.push_back("random-fully");
    if (flags.persistent)
        names.push_back("persistent");
    return names;
}

std::vector<RuleWord> ruleWords(Family family, const netfilter::Rule &rule)
{
    Saving saving(family);
    saving.save(rule);
    return std::move(saving.words);
}

std::string savedRule(Family family, const netfilter::Rule &rule)
{
    const std::string line = savedLine(ruleWords(family, rule));
    return line.empty() ? line : ' ' + line;
}

std::string savedLine(const std::vector<RuleWord> &words)
{
    std::string text;
    for (const RuleWord &word : words) {
        // A rule may name a link that none can be called, with blanks or quotes in it.
        const bool plain =
            !word.isText && !word.text.empty() && word.text.find_first_of(" \t\r\n\"'\\") == std::string::npos;
        text += (text.empty() ? "" : " ") + (plain ? word.text : quoted(word.text));
    }
    return text;
}

std::string targetName(const Target &target, bool listed)
{
    struct Name {
        bool listed;
        std::string operator()(const Continue &) const { return {}; }
        std::string operator()(const Accept &) const { return "ACCEPT"; }
        std::string operator()(const Drop &) const { return "DROP"; }
        std::string operator()(const Return &) const { return "RETURN"; }
        std::string operator()(const Jump &jump) const { return jump.chain; }
        std::string operator()(const Reject &) const { return "REJECT"; }
        std::string operator()(const SetMark &) const { return "MARK"; }
        std::string operator()(const SetConnmark &) const { return "CONNMARK"; }
        std::string operator()(const Log &) const { return "LOG"; }
        std::string operator()(const Masquerade &) const { return "MASQUERADE"; }
        std::string operator()(const Redirect &) const { return "REDIRECT"; }
        std::string operator()(const Snat &) const { return "SNAT"; }
        std::string operator()(const Dnat &) const { return "DNAT"; }
        std::string operator()(const Netmap &) const { return "NETMAP"; }
        std::string operator()(const Notrack &notrack) const { return notrack.isAlias && !listed ? "NOTRACK" : "CT"; }
        std::string operator()(const Tcpmss &) const { return "TCPMSS"; }
    };
    return std::visit(Name{listed}, target);
}

} // namespace netdraft::model::command

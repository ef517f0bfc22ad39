#include "model/command/netfilter/extension.h"
#include "model/command/netfilter/print_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr std::uint8_t udp = 17;

std::string markText(std::uint32_t mark, std::uint32_t mask)
{
    return mask == 0xffffffff ? fmt::format(" 0x{:x}", mark) : fmt::format(" 0x{:x}/0x{:x}", mark, mask);
}

/// What both targets that change a mark do (mark_tg_print).
std::string changeText(std::string_view name, std::uint32_t value, std::uint32_t mask)
{
    if (value == 0)
        return fmt::format(" {} and 0x{:x}", name, ~mask);
    if (value == mask)
        return fmt::format(" {} or 0x{:x}", name, value);
    if (mask == 0)
        return fmt::format(" {} xor 0x{:x}", name, value);
    if (mask == 0xffffffff)
        return fmt::format(" {} set 0x{:x}", name, value);
    return fmt::format(" {} xset 0x{:x}/0x{:x}", name, value, mask);
}

std::string_view mark(bool inverted)
{
    return inverted ? "!" : "";
}

/// What the extensions of matches print (the `print` functions).
struct Describing {
    Family family;
    const netfilter::Rule &rule;
    bool numeric;

    std::string ports(std::string_view name, const netfilter::PortRange &range, Transport transport) const
    {
        if (range.isAny() && !range.inverted)
            return {};
        if (range.first == range.last)
            return fmt::format(" {}:{}{}", name, mark(range.inverted), portName(range.first, transport, numeric));
        return fmt::format(" {}s:{}{}:{}", name, mark(range.inverted), portName(range.first, transport, numeric),
                           portName(range.last, transport, numeric));
    }
    std::string operator()(const TcpMatch &match) const
    {
        std::string text =
            " tcp" + ports("spt", match.source, Transport::Tcp) + ports("dpt", match.destination, Transport::Tcp);
        if (match.option != 0 || match.optionInverted)
            text += fmt::format(" option={}{}", mark(match.optionInverted), match.option);
        if (match.flagMask == 0 && !match.flagsInverted)
            return text;
        text += fmt::format(" flags:{}", mark(match.flagsInverted));
        return text + (numeric ? fmt::format("0x{:02X}/0x{:02X}", match.flagMask, match.flags)
                               : fmt::format("{}/{}", bitNames(tcpFlagNames(), match.flagMask),
                                             bitNames(tcpFlagNames(), match.flags)));
    }
    std::string operator()(const UdpMatch &match) const
    {
        return " udp" + ports("spt", match.source, Transport::Udp) + ports("dpt", match.destination, Transport::Udp);
    }
    std::string operator()(const SctpMatch &match) const
    {
        // The one port that has a name for it (services(5)) has the same for TCP.
        const auto part = [&](std::string_view name, const netfilter::PortRange &range) {
            const Describing each{family, rule, numeric || range.first != amqpPort || range.last != amqpPort};
            return each.ports(name, range, Transport::Tcp);
        };
        return " sctp" + part("spt", match.source) + part("dpt", match.destination);
    }
    std::string operator()(const RecentMatch &match) const
    {
        using Mode = RecentMatch::Mode;
        std::string text = match.inverted ? " ! recent:" : " recent:";
        text += match.mode == Mode::Set      ? " SET"
                : match.mode == Mode::Check  ? " CHECK"
                : match.mode == Mode::Update ? " UPDATE"
                                             : " REMOVE";
        if (match.seconds != 0)
            text += fmt::format(" seconds: {}", match.seconds);
        if (match.reaps)
            text += " reap";
        if (match.hits != 0)
            text += fmt::format(" hit_count: {}", match.hits);
        if (match.sameTtl)
            text += " TTL-Match";
        return text + fmt::format(" name: {} side: {} mask: {}", match.name, match.ofDestination ? "dest" : "source",
                                  match.mask.toString());
    }
    std::string operator()(const IcmpMatch &match) const
    {
        std::string text = family == Family::Ipv4 ? " icmp" : " ipv6-icmp";
        const auto names = icmpNames(family);
        const auto known = std::ranges::find_if(names, [&](const IcmpName &each) {
            return each.type == match.type && each.firstCode == match.firstCode && each.lastCode == match.lastCode;
        });
        if (!numeric && known != names.end())
            return text + fmt::format(" {}{}", mark(match.inverted), known->name);
        if (match.inverted)
            text += " !";
        text += fmt::format("type {}", match.type);
        if (match.firstCode == match.lastCode)
            text += fmt::format(" code {}", match.firstCode);
        else if (match.firstCode != 0 || match.lastCode != 0xff)
            text += fmt::format(" codes {}-{}", match.firstCode, match.lastCode);
        return text;
    }
    std::string operator()(const MultiportMatch &match) const
    {
        using Side = MultiportMatch::Side;
        const Transport transport = rule.protocol && rule.protocol->number == udp ? Transport::Udp : Transport::Tcp;
        std::string text = fmt::format(" multiport {} ", match.side == Side::Source        ? "sports"
                                                         : match.side == Side::Destination ? "dports"
                                                                                           : "ports");
        if (match.inverted)
            text += " !";
        bool first = true;
        for (const MultiportMatch::Ports &each : match.ports) {
            text += fmt::format("{}{}", first ? "" : ",", portName(each.first, transport, numeric));
            if (each.range)
                text += fmt::format(":{}", portName(each.last, transport, numeric));
            first = false;
        }
        return text;
    }
    std::string operator()(const ConntrackMatch &match) const
    {
        std::string text;
        const auto add = [&](std::string_view name, bool inverted, std::string_view value) {
            text += fmt::format("{} {} {}", inverted ? " !" : "", name, value);
        };
        const auto address = [&](std::string_view name, const std::optional<AddressMatch> &asked) {
            if (asked)
                add(name, asked->inverted, addressName(*asked, numeric));
        };
        const auto ports = [&](std::string_view name, const std::optional<netfilter::PortRange> &asked) {
            if (asked)
                add(name, asked->inverted,
                    asked->first == asked->last ? std::to_string(asked->first)
                                                : fmt::format("{}:{}", asked->first, asked->last));
        };
        if (match.states)
            add(match.isState ? "state" : "ctstate", match.statesInverted, bitNames(ctStateNames(), *match.states));
        if (match.protocol)
            add("ctproto", match.protocol->inverted, std::to_string(match.protocol->number));
        address("ctorigsrc", match.originalSource);
        address("ctorigdst", match.originalDestination);
        address("ctreplsrc", match.replySource);
        address("ctrepldst", match.replyDestination);
        ports("ctorigsrcport", match.originalSourcePort);
        ports("ctorigdstport", match.originalDestinationPort);
        ports("ctreplsrcport", match.replySourcePort);
        ports("ctrepldstport", match.replyDestinationPort);
        if (match.status)
            add("ctstatus", match.statusInverted, bitNames(ctStatusNames(), *match.status));
        if (match.direction)
            add("ctdir", false, *match.direction == CtDirection::Original ? "ORIGINAL" : "REPLY");
        return text;
    }
    std::string operator()(const MarkMatch &match) const
    {
        const std::string value = markText(match.mark, match.mask);
        return match.ofConnection ? fmt::format(" connmark match {}{}", mark(match.inverted), value)
                                  : fmt::format(" mark match{}{}", match.inverted ? " !" : "", value);
    }
    std::string operator()(const AddrtypeMatch &match) const
    {
        std::string text = " ADDRTYPE match";
        if (match.source != 0)
            text +=
                fmt::format(" src-type {}{}", mark(match.sourceInverted), bitNames(addressTypeNames(), match.source));
        if (match.destination != 0)
            text += fmt::format(" dst-type {}{}", mark(match.destinationInverted),
                                bitNames(addressTypeNames(), match.destination));
        return text + (match.limitIn ? " limit-in" : "") + (match.limitOut ? " limit-out" : "");
    }
    /// As `-S` has it, but for the name of the extension.
    std::string operator()(const PhysdevMatch &match) const
    {
        netfilter::Rule only;
        only.matches.emplace_back(match);
        constexpr std::string_view start = " -m physdev";
        return " PHYSDEV match" + savedRule(family, only).substr(start.size());
    }
    std::string operator()(const StatisticMatch &match) const
    {
        const std::string_view inverted = match.inverted ? " !" : "";
        if (!match.nth)
            return fmt::format(" statistic mode random{} probability {:.11f}", inverted,
                               match.probability / 2147483648.0);
        std::string text = fmt::format(" statistic mode nth{} every {}", inverted, match.every);
        return match.packet == 0 ? text : text + fmt::format(" packet {}", match.packet);
    }
    std::string operator()(const LimitMatch &match) const
    {
        return fmt::format(" limit: avg {} burst {}", rateText(match.period), match.burst);
    }
    std::string operator()(const CommentMatch &match) const { return fmt::format(" /* {} */", match.text); }
    std::string operator()(const MacMatch &match) const
    {
        return fmt::format(" MAC {}{}", match.inverted ? "! " : "", match.source.toString());
    }
    std::string operator()(const IprangeMatch &match) const
    {
        std::string text;
        const auto add = [&](std::string_view end, const std::optional<AddressRange> &range) {
            if (range)
                text += fmt::format(" {} IP range{} {}-{}", end, range->inverted ? " !" : "", range->first.toString(),
                                    range->last.toString());
        };
        add("source", match.source);
        add("destination", match.destination);
        return text;
    }
    std::string operator()(const TtlMatch &match) const
    {
        static constexpr std::string_view comparisons[] = {"==", "!=", "<", ">"};
        const std::string_view name = family == Family::Ipv4 ? "TTL" : "HL";
        return fmt::format(" {0} match {0} {1} {2}", name, comparisons[static_cast<std::size_t>(match.comparison)],
                           match.value);
    }
    std::string operator()(const PkttypeMatch &match) const
    {
        static constexpr std::string_view types[] = {"unicast", "broadcast", "multicast"};
        return fmt::format(" PKTTYPE {}= {}", mark(match.inverted), types[static_cast<std::size_t>(match.type)]);
    }
    std::string operator()(const LengthMatch &match) const
    {
        const netfilter::PortRange &bytes = match.bytes;
        return fmt::format(" length {}{}", mark(bytes.inverted),
                           bytes.first == bytes.last ? std::to_string(bytes.first)
                                                     : fmt::format("{}:{}", bytes.first, bytes.last));
    }
};

struct DescribingTarget {
    Family family;
    bool numeric;

    std::string nat(std::string_view start, const std::optional<NatAddresses> &addresses,
                    const std::optional<NatPorts> &ports, const NatFlags &flags, std::string_view colon = "") const
    {
        const std::string text = natText(family, addresses, ports, colon);
        std::string all = text.empty() ? std::string() : fmt::format(" {}{}", start, text);
        for (const std::string_view each : natFlagNames(flags))
            all += fmt::format(" {}", each);
        return all;
    }
    std::string operator()(const Reject &target) const
    {
        for (const RejectName &each : rejectNames(family)) {
            if (each.with == target.with)
                return fmt::format(" reject-with {}", each.name);
        }
        return {};
    }
    std::string operator()(const SetMark &target) const { return changeText("MARK", target.value, target.mask); }
    std::string operator()(const SetConnmark &target) const
    {
        using Mode = SetConnmark::Mode;
        if (target.mode == Mode::Set)
            return changeText("CONNMARK", target.value, target.ctMask);
        const bool save = target.mode == Mode::Save;
        std::string text = save ? " CONNMARK save" : " CONNMARK restore";
        if (target.nfMask == 0xffffffff && target.ctMask == 0xffffffff)
            return text;
        if (target.nfMask == target.ctMask)
            return text + fmt::format(" mask 0x{:x}", target.nfMask);
        return text + (save ? fmt::format(" nfmask 0x{:x} ctmask ~0x{:x}", target.nfMask, target.ctMask)
                            : fmt::format(" ctmask 0x{:x} nfmask ~0x{:x}", target.ctMask, target.nfMask));
    }
    std::string operator()(const Log &target) const
    {
        static constexpr std::string_view levels[] = {"emerg", "alert",  "crit", "err",
                                                      "warn",  "notice", "info", "debug"};
        static constexpr std::string_view flags[] = {" tcp-sequence", " tcp-options", " ip-options", " uid",
                                                     " macdecode"};
        std::string text = " LOG";
        if (numeric) {
            text += fmt::format(" flags {} level {}", target.flags, target.level);
        } else {
            text += fmt::format(" level {}", levels[static_cast<std::size_t>(target.level)]);
            for (std::size_t i = 0; i < std::size(flags); ++i) {
                if ((target.flags >> i & 1) != 0)
                    text += flags[i];
            }
        }
        return target.prefix.empty() ? text : text + fmt::format(" prefix \"{}\"", target.prefix);
    }
    std::string operator()(const Masquerade &target) const
    {
        return nat("masq ports: ", std::nullopt, target.ports, target.flags);
    }
    std::string operator()(const Redirect &target) const
    {
        return nat("redir ports ", std::nullopt, target.ports, target.flags);
    }
    std::string operator()(const Snat &target) const
    {
        return nat("to:", target.addresses, target.ports, target.flags, ":");
    }
    std::string operator()(const Dnat &target) const
    {
        return nat("to:", target.addresses, target.ports, target.flags, ":");
    }
    std::string operator()(const Netmap &target) const { return fmt::format(" to:{}", target.to.toString()); }
    std::string operator()(const Notrack &target) const { return target.isAlias ? " NOTRACK" : " CT notrack"; }
    std::string operator()(const Tcpmss &target) const
    {
        return target.mss ? fmt::format(" TCPMSS set {}", *target.mss) : " TCPMSS clamp to PMTU";
    }
    std::string operator()(const auto & /*plain*/) const { return {}; }
};

std::string interfaceName(const std::optional<InterfaceMatch> &match, bool numeric)
{
    if (!match)
        return numeric ? "*" : "any";
    return (match->inverted ? "!" : "") + match->name;
}

std::string atRight(const std::string &text, std::size_t width, bool inTable)
{
    return inTable && text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string padded(std::string_view text, std::size_t width, bool inTable)
{
    return inTable ? fmt::format("{:<{}} ", text, width) : fmt::format("{} ", text);
}

} // namespace

std::string describedMatch(Family family, const netfilter::Rule &rule, const Match &match, bool numeric)
{
    return std::visit(Describing{family, rule, numeric}, match);
}

std::string describedTarget(Family family, const Target &target, bool numeric)
{
    return std::visit(DescribingTarget{family, numeric}, target);
}

std::string countText(std::uint64_t number, const ListForm &form)
{
    if (form.exact)
        return fmt::format("{} ", atRight(std::to_string(number), 8, form.inTable));
    constexpr std::uint64_t mostInFull = 99'999;
    if (number <= mostInFull)
        return fmt::format("{} ", atRight(std::to_string(number), 5, form.inTable));
    constexpr std::uint64_t most = 9'999;
    constexpr std::uint64_t thousand = 1'000;
    std::string_view units = "KMGT";
    number = (number + thousand / 2) / thousand;
    while (number > most && units.size() > 1) {
        number = (number + thousand / 2) / thousand;
        units.remove_prefix(1);
    }
    return fmt::format("{}{} ", atRight(std::to_string(number), 4, form.inTable), units.front());
}

std::string listedHeader(const ListForm &form)
{
    std::string line;
    if (form.numbers)
        line += "num  ";
    if (form.verbose)
        line += form.exact ? "    pkts      bytes " : " pkts bytes ";
    line += "target     prot opt";
    if (form.verbose)
        line += " in     out    ";
    return line + fmt::format(" {:<19}  {:<19} \n", "source", "destination");
}

std::string listedRule(Family family, const netfilter::Rule &rule, int number, const ListForm &form)
{
    std::string line;
    if (form.numbers)
        line += fmt::format("{:<4} ", number);
    if (form.verbose && form.inTable)
        line += countText(rule.counted.packets, form) + countText(rule.counted.bytes, form);
    line += padded(targetName(rule.target, true), 9, form.inTable);

    const std::uint8_t protocol = rule.protocol ? rule.protocol->number : 0;
    const std::string_view name = knownProtocolName(protocol);
    line += rule.protocol && rule.protocol->inverted ? '!' : ' ';
    const bool asNumber = (form.numeric && form.inTable) || name.empty();
    line += padded(asNumber ? std::to_string(protocol) : std::string(name), 4, form.inTable);

    if (!form.inTable)
        line += "opt ";
    line += rule.fragment == FragmentMatch::Any ? "-- " : rule.fragment == FragmentMatch::Later ? "-f " : "!f ";
    if (form.verbose && form.inTable)
        line +=
            fmt::format(" {:<6} {:<6} ", interfaceName(rule.in, form.numeric), interfaceName(rule.out, form.numeric));
    else if (form.verbose)
        line +=
            fmt::format("in {} out {} ", interfaceName(rule.in, form.numeric), interfaceName(rule.out, form.numeric));

    const IpAddress zero = IpAddress::fromBits(family, 0, 0);
    const AddressMatch any{zero, zero, false};
    const AddressMatch &source = rule.source ? *rule.source : any;
    const AddressMatch &destination = rule.destination ? *rule.destination : any;
    line += source.inverted ? '!' : ' ';
    line += padded(addressName(source, form.numeric), 19, form.inTable);
    line += destination.inverted ? '!' : ' ';
    line += form.inTable ? padded(addressName(destination, form.numeric), 19, true)
                         : "-> " + addressName(destination, form.numeric) + "  ";

    const auto *jump = std::get_if<Jump>(&rule.target);
    if (jump && jump->isGoto)
        line += "[goto] ";
    for (const Match &match : rule.matches)
        line += describedMatch(family, rule, match, form.numeric);
    return line + describedTarget(family, rule.target, form.numeric) + '\n';
}

} // namespace netdraft::model::command

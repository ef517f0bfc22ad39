#include "model/edit/rule_checks.h"

#include "model/edit/chain_walk.h"

#include <algorithm>

namespace netdraft::model::netfilter {

namespace {

using HookMask = unsigned;

constexpr HookMask bit(Hook hook)
{
    return 1U << static_cast<unsigned>(hook);
}
constexpr HookMask any = (1U << hookCount) - 1;
constexpr HookMask filtering = bit(Hook::Input) | bit(Hook::Forward) | bit(Hook::Output);
constexpr HookMask destination = bit(Hook::Prerouting) | bit(Hook::Output);
constexpr HookMask beyondRouting = bit(Hook::Forward) | bit(Hook::Output) | bit(Hook::Postrouting);

constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t udp = 17;
constexpr std::uint8_t sctp = 132;
constexpr std::uint8_t icmp = 1;
constexpr std::uint8_t icmpv6 = 58;

bool isOf(const Rule &rule, std::uint8_t protocol)
{
    return rule.protocol && rule.protocol->number == protocol && !rule.protocol->inverted;
}

bool asksForSyn(const Rule &rule)
{
    return std::ranges::any_of(rule.matches, [](const Match &match) {
        const auto *asked = std::get_if<TcpMatch>(&match);
        return asked && (asked->flags & tcpflag::syn) != 0 && !asked->flagsInverted;
    });
}

/// Where a target may stand.
struct Place {
    std::string_view table; ///< empty: in any
    HookMask hooks = any;
    bool sound = true; ///< what else it wants of its rule
};

struct PlaceOf {
    const Rule &rule;

    Place operator()(const Reject &target) const
    {
        return {"filter", filtering, target.with != RejectWith::TcpReset || isOf(rule, tcp)};
    }
    Place operator()(const Masquerade &) const { return {"nat", bit(Hook::Postrouting)}; }
    Place operator()(const Snat &) const { return {"nat", bit(Hook::Postrouting) | bit(Hook::Input)}; }
    Place operator()(const Dnat &) const { return {"nat", destination}; }
    Place operator()(const Redirect &) const { return {"nat", destination}; }
    Place operator()(const Netmap &) const { return {"nat", any & ~bit(Hook::Forward)}; }
    Place operator()(const Notrack &) const { return {"raw"}; }
    Place operator()(const Tcpmss &target) const
    {
        return {{}, target.mss ? any : beyondRouting, isOf(rule, tcp) && asksForSyn(rule)};
    }
    Place operator()(const auto &) const { return {}; }
};

HookMask hooksOf(const Match &match)
{
    if (std::holds_alternative<MacMatch>(match))
        return bit(Hook::Prerouting) | bit(Hook::Input) | bit(Hook::Forward);
    if (const auto *type = std::get_if<AddrtypeMatch>(&match)) {
        if (type->limitOut)
            return any & ~(bit(Hook::Prerouting) | bit(Hook::Input));
        if (type->limitIn)
            return any & ~(bit(Hook::Postrouting) | bit(Hook::Output));
    }
    if (const auto *physdev = std::get_if<PhysdevMatch>(&match)) {
        if ((physdev->out || physdev->isOut) && !physdev->isBridged.value_or(false))
            return any & ~bit(Hook::Output);
    }
    return any;
}

bool fitsProtocol(const Rule &rule, const Match &match, Family family)
{
    if (std::holds_alternative<TcpMatch>(match))
        return isOf(rule, tcp);
    if (std::holds_alternative<UdpMatch>(match))
        return isOf(rule, udp);
    if (std::holds_alternative<SctpMatch>(match))
        return isOf(rule, sctp);
    if (std::holds_alternative<IcmpMatch>(match))
        return isOf(rule, family == Family::Ipv4 ? icmp : icmpv6);
    return true;
}

/// recent_mt_check
bool isSound(const Match &match)
{
    const auto *recent = std::get_if<RecentMatch>(&match);
    if (!recent)
        return true;
    using Mode = RecentMatch::Mode;
    constexpr std::uint32_t mostHits = 255;
    const bool modified = recent->seconds != 0 || recent->hits != 0 || recent->reaps || recent->sameTtl;
    return recent->mode != Mode::None && !recent->name.empty() && recent->hits <= mostHits &&
           (!modified || recent->mode == Mode::Check || recent->mode == Mode::Update);
}

bool isSound(const Table &table, const Rule &rule, HookMask hooks)
{
    const Place place = std::visit(PlaceOf{rule}, rule.target);
    if (!place.sound || (!place.table.empty() && place.table != table.name) || (hooks & ~place.hooks) != 0)
        return false;
    return std::ranges::all_of(rule.matches, [&](const Match &match) {
        return isSound(match) && fitsProtocol(rule, match, table.family) && (hooks & ~hooksOf(match)) == 0;
    });
}

/// The first complaint on the ways from the base chains.
std::string_view complaintOnTheWays(const Table &table)
{
    for (const Chain &base : table.chains) {
        if (!base.base)
            continue;
        ChainWalk<Chain> walk([&](const Chain &chain, const auto &goOn) -> std::string_view {
            for (const Rule &rule : chain.rules) {
                if (!isSound(table, rule, bit(base.base->hook)))
                    return "Invalid argument";
                const auto *jump = std::get_if<Jump>(&rule.target);
                const Chain *next = jump ? table.find(jump->chain) : nullptr;
                if (const std::string_view text = next ? goOn(*next) : std::string_view(); !text.empty())
                    return text;
            }
            return {};
        });
        if (const std::string_view text = walk.visit(base); !text.empty())
            return text;
    }
    return {};
}

} // namespace

std::string_view complaintAbout(const Table &table, const Chain &chain, const Rule &rule)
{
    if (const auto *jump = std::get_if<Jump>(&rule.target)) {
        const Chain *next = table.find(jump->chain);
        if (!next)
            return "No such file or directory";
        if (next->base)
            return "Operation not supported";
    }
    if (!isSound(table, rule, chain.base ? bit(chain.base->hook) : 0))
        return "Invalid argument";
    // A rule of a base chain that jumps nowhere changes no way.
    return chain.base && !std::holds_alternative<Jump>(rule.target) ? std::string_view() : complaintOnTheWays(table);
}

} // namespace netdraft::model::netfilter

#include "model/edit/fib.h"
#include "model/forwarding/stages.h"

#include <algorithm>
#include <bit>

namespace netdraft::model {

namespace {

/// in_dev_select_addr
std::optional<IpAddress> firstAddress4(const Link &link, Scope scope)
{
    for (const LinkAddress &address : link.addresses4) {
        if (!address.secondary && address.scope != Scope::Link && address.scope <= scope)
            return address.local.address;
    }
    return std::nullopt;
}

/// inet_select_addr: of this interface the first primary address in the target's subnet, else its first
/// primary, else the first of any other interface; none that reaches less far than `scope`.
std::optional<IpAddress> selectAddress4(const DataPlane &plane, LinkIndex out, const std::optional<IpAddress> &target,
                                        Scope scope)
{
    const Link &link = *plane.links()[out].link;
    std::optional<IpAddress> first;
    for (const LinkAddress &address : link.addresses4) {
        if (address.secondary || std::min(address.scope, Scope::Host) > scope)
            continue;
        const Prefix subnet = address.peer ? address.peer->prefix() : address.local.prefix();
        if (!target || subnet.contains(*target))
            return address.local.address;
        if (!first)
            first = address.local.address;
    }
    if (first)
        return first;
    const PlaneNode &node = plane.nodes()[plane.links()[out].node];
    const LinkIndex vrf = plane.links()[out].vrf;
    if (const auto own = vrf == nowhere || vrf == out ? std::nullopt : firstAddress4(*plane.links()[vrf].link, scope))
        return own;
    for (const PlaneLink &other : plane.linksOf(node)) {
        if (other.vrf != vrf || !other.sends4)
            continue;
        if (const auto found = firstAddress4(*other.link, scope))
            return found;
    }
    return std::nullopt;
}

/// How far an IPv6 address reaches, as RFC 6724 compares scopes.
int scope6(const IpAddress &address)
{
    constexpr int linkLocal = 2;
    constexpr int global = 14;
    return address.isLinkLocal() || address.isLoopback() ? linkLocal : global;
}

/// The label of RFC 6724's default policy table, as the kernel has it (ip6addrlbl_init_table).
int label6(const IpAddress &address)
{
    struct Row {
        std::uint64_t high;
        std::uint64_t low;
        int length;
        int label;
    };
    static constexpr std::array rows{
        Row{0, 1, 128, 0},                     // ::1
        Row{0, 0x0000ffff00000000ULL, 96, 4},  // ::ffff:0:0/96
        Row{0, 0, 96, 3},                      // ::/96
        Row{0x2001000000000000ULL, 0, 32, 6},  // 2001::/32
        Row{0x2001001000000000ULL, 0, 28, 7},  // 2001:10::/28
        Row{0x3ffe000000000000ULL, 0, 16, 12}, // 3ffe::/16
        Row{0x2002000000000000ULL, 0, 16, 2},  // 2002::/16
        Row{0xfec0000000000000ULL, 0, 10, 11}, // fec0::/10
        Row{0xfc00000000000000ULL, 0, 7, 5},   // fc00::/7
    };
    for (const Row &row : rows) {
        if (Prefix::of(Ipv6Address(row.high, row.low), row.length).contains(address))
            return row.label;
    }
    return 1;
}

int commonBits(const IpAddress &a, const IpAddress &b)
{
    const std::uint64_t high = a.high() ^ b.high();
    if (high != 0)
        return std::countl_zero(high);
    const std::uint64_t low = a.low() ^ b.low();
    return 64 + (low == 0 ? 64 : std::countl_zero(low));
}

/// ipv6_dev_get_saddr: the rules of RFC 6724, section 5, that can differ here; earlier candidates win ties.
std::optional<IpAddress> selectAddress6(const DataPlane &plane, NodeIndex node, LinkIndex out,
                                        const IpAddress &destination)
{
    const PlaneNode &here = plane.nodes()[node];
    struct Candidate {
        IpAddress address;
        LinkIndex link;
        int common;
        bool deprecated;
    };
    const int wanted = scope6(destination);
    const auto better = [&](const Candidate &a, const Candidate &b) {
        if ((a.address == destination) != (b.address == destination))
            return a.address == destination;
        const int scopeA = scope6(a.address);
        const int scopeB = scope6(b.address);
        if (scopeA != scopeB)
            return scopeA < scopeB ? scopeA >= wanted : scopeB < wanted;
        if (a.deprecated != b.deprecated)
            return b.deprecated;
        if ((a.link == out) != (b.link == out))
            return a.link == out;
        const bool labelA = label6(a.address) == label6(destination);
        const bool labelB = label6(b.address) == label6(destination);
        if (labelA != labelB)
            return labelA;
        return a.common > b.common;
    };
    std::optional<Candidate> best;
    const LinkIndex vrf = out == nowhere ? nowhere : plane.links()[out].vrf;
    for (LinkIndex i = here.firstLink; i < here.firstLink + here.linkCount; ++i) {
        if ((destination.isLinkLocal() && i != out) || plane.links()[i].vrf != vrf)
            continue;
        // What is down may have addresses too, that were given to it since.
        for (const LinkAddress &address : plane.links()[i].link->addresses6) {
            if (address.tentative)
                continue;
            // Common bits beyond the candidate's own prefix do not count (rule 8 in ipv6_get_saddr_eval).
            const int common = std::min<int>(commonBits(address.local.address, destination), address.local.length);
            const Candidate candidate{address.local.address, i, common, address.deprecated};
            if (!best || better(candidate, *best))
                best = candidate;
        }
    }
    if (!best)
        return std::nullopt;
    return best->address;
}

} // namespace

std::optional<IpAddress> chooseSource(const DataPlane &plane, NodeIndex node, const Choice &choice,
                                      const IpAddress &destination)
{
    if (choice.route && choice.route->source)
        return choice.route->source;
    if (choice.action == Action::Local && (destination.isV4() || !choice.route))
        return destination;
    if (choice.action == Action::Local) // its own address, or that of its own which suits an anycast address
        return selectAddress6(plane, node, plane.index(choice.route->hops.front().dev), destination);
    if (choice.out == nowhere)
        return std::nullopt;
    if (!destination.isV4())
        return selectAddress6(plane, node, choice.out, destination);
    return wayAddress(plane, choice, destination);
}

std::optional<IpAddress> wayAddress(const DataPlane &plane, const Choice &choice, const IpAddress &destination)
{
    if (!choice.route) // the guess of a bound sender
        return selectAddress4(plane, choice.out, std::nullopt, Scope::Link);
    const LinkId dev = plane.links()[choice.out].link->id;
    const auto &hops = choice.route->hops;
    auto hop = std::ranges::find_if(hops, [&](const NextHop &each) {
        return each.dev == dev &&
               (each.scope == Scope::Host ? destination : each.via.value_or(destination)) == choice.nextHop;
    });
    if (hop == hops.end())
        hop = hops.begin();
    const auto gateway = hop->via && hop->via->isV4() ? hop->via : std::nullopt;
    return selectAddress4(plane, choice.out, gateway, choice.route->scope);
}

std::optional<IpAddress> arpSender(const DataPlane &plane, LinkIndex out, const IpAddress &target)
{
    return selectAddress4(plane, out, target, Scope::Link);
}

std::optional<IpAddress> addressTowards(const DataPlane &plane, NodeIndex node, LinkIndex out, const IpAddress &target)
{
    return target.isV4() ? selectAddress4(plane, out, target, Scope::Global) : selectAddress6(plane, node, out, target);
}

bool isLocalAddress(const DataPlane &plane, NodeIndex node, const IpAddress &address, LinkIndex by)
{
    const Netns &netns = *plane.nodes()[node].netns;
    const std::uint32_t table =
        by == nowhere ? table::local : kernelTable(netns, *plane.links()[by].link, RouteType::Local);
    return addressType(netns, address, table) == RouteType::Local;
}

bool hasAddress(const Netns &netns, const IpAddress &address)
{
    return std::ranges::any_of(netns.links, [&](const Link &link) {
        return std::ranges::any_of(link.addresses(address.family()),
                                   [&](const LinkAddress &own) { return own.local.address == address; });
    });
}

} // namespace netdraft::model

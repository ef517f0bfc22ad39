#include "model/edit/duplicate_detection.h"

#include "model/edit/hearing.h"
#include "model/edit/ipv6_addresses.h"
#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// So many addresses are looked for one by one before all are gathered.
constexpr std::size_t fewQuestions = 8;

/// What the router on a link with this address answers to as well (RFC 4291, 2.6.1).
std::optional<IpAddress> answeredAnycast(const Link &link, const LinkAddress &address)
{
    return link.conf[DeviceSysctl::Ipv6Forwarding] != 0 ? anycastOf(address) : std::nullopt;
}

/// Whether a link answers a solicitation for an address (ndisc_recv_ns).
bool answers(const Netns &netns, const Link &link, const IpAddress &wanted)
{
    // With ARP off it does not join the group that is asked (addrconf_join_solict).
    if (link.asksNobody())
        return false;
    for (const LinkAddress &own : link.addresses6) {
        if (!own.tentative && (own.local.address == wanted || answeredAnycast(link, own) == wanted))
            return true;
    }
    const bool forOthers =
        link.conf[DeviceSysctl::Ipv6Forwarding] != 0 && effective(netns, link, DeviceSysctl::Ipv6ProxyNdp) != 0;
    return forOthers && std::ranges::any_of(netns.proxies, [&](const ProxyNeighbour &proxy) {
               return proxy.address == wanted && (!proxy.dev || proxy.dev == link.id);
           });
}

/// All addresses that any link might answer for.
std::set<IpAddress> answeredAnywhere(const Network &network)
{
    std::set<IpAddress> all;
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const ProxyNeighbour &proxy : netns->proxies)
            all.insert(proxy.address);
        for (const Link &link : netns->links) {
            for (const LinkAddress &own : link.addresses6) {
                if (own.tentative)
                    continue;
                all.insert(own.local.address);
                if (const auto anycast = answeredAnycast(link, own))
                    all.insert(*anycast);
            }
        }
    }
    return all;
}

/// Whether anybody at all might answer; spares the search of the segment.
bool mayBeAnswered(Draft &draft, const IpAddress &wanted)
{
    if (!draft.answered && ++draft.detections > fewQuestions)
        draft.answered = answeredAnywhere(draft.network);
    if (draft.answered)
        return draft.answered->contains(wanted);
    return std::ranges::any_of(draft.network.namespaces(), [&](const Network::NetnsPtr &netns) {
        return std::ranges::any_of(netns->links, [&](const Link &link) { return answers(*netns, link, wanted); });
    });
}

void noteAnswered(Draft &draft, const Link &link, const LinkAddress &address)
{
    if (!draft.answered)
        return;
    draft.answered->insert(address.local.address);
    if (const auto anycast = answeredAnycast(link, address))
        draft.answered->insert(*anycast);
}

/// Whether a link that hears the question answers, and its answer is heard.
bool isTaken(Draft &draft, LinkPlace place, const IpAddress &wanted)
{
    if (!mayBeAnswered(draft, wanted))
        return false;
    return std::ranges::any_of(hearersOf(draft, place), [&](LinkPlace other) {
        const Netns &netns = *draft.network.find(other.netns);
        if (!answers(netns, *netns.find(other.link), wanted))
            return false;
        const std::vector<LinkPlace> back = hearersOf(draft, other);
        return std::ranges::find(back, place) != back.end();
    });
}

/// Whether an address is not checked at all (addrconf_dad_begin).
bool needsNoDetection(const Netns &netns, const Link &link, const LinkAddress &address)
{
    return link.isLoopback() || link.asksNobody() || address.noDad ||
           effective(netns, link, DeviceSysctl::Ipv6AcceptDad) < 1;
}

/// addrconf_dad_work, for the link-local address that goes back to the MAC
bool disablesIpv6(const Netns &netns, const Link &link, const LinkAddress &address)
{
    return effective(netns, link, DeviceSysctl::Ipv6AcceptDad) > 1 && address.local.address == linkLocalOf(link.mac);
}

/// The first address that can be checked now.
std::optional<std::size_t> firstWaiting(const Netns &netns, const Link &link)
{
    // Lists the newest first, and those of the link last.
    for (std::size_t at = link.addresses6.size(); at-- > 0;) {
        const LinkAddress &address = link.addresses6[at];
        if (address.tentative && !address.dadFailed && (link.ready6 || needsNoDetection(netns, link, address)))
            return at;
    }
    return std::nullopt;
}

void settleLink(Draft &draft, LinkPlace place)
{
    const Netns *before = draft.network.find(place.netns);
    if (!before || !before->find(place.link))
        return;
    while (const auto at = firstWaiting(*draft.network.find(place.netns), *draft.network.find(place))) {
        const Netns &asking = *draft.network.find(place.netns);
        const Link &link = *asking.find(place.link);
        const LinkAddress &address = link.addresses6[*at];
        const bool failed = !needsNoDetection(asking, link, address) &&
                            link.conf[DeviceSysctl::Ipv6DadTransmits] != 0 &&
                            isTaken(draft, place, address.local.address);
        Netns &netns = draft.network.change(place.netns);
        Link &now = *netns.find(place.link);
        if (!failed) {
            finishDetection6(netns, place.link, *at);
            noteAnswered(draft, now, now.addresses6[*at]);
            continue;
        }
        if (now.addresses6[*at].dynamic) { // addrconf_dad_stop
            removeAddress6(netns, place.link, *at);
            continue;
        }
        now.addresses6[*at].dadFailed = true;
        if (disablesIpv6(netns, now, now.addresses6[*at])) {
            now.conf[DeviceSysctl::Ipv6DisableIpv6] = 1;
            return stopIpv6(netns, place.link);
        }
    }
}

} // namespace

void detectDuplicates(Draft &draft, LinkPlace place)
{
    draft.unchecked.push_back(place);
}

void knowDetection(Draft &draft, LinkPlace place, const IpAddress &address, Detection detection)
{
    Netns &netns = draft.network.change(place.netns);
    Link &link = *netns.find(place.link);
    for (std::size_t at = 0; at < link.addresses6.size(); ++at) {
        LinkAddress &own = link.addresses6[at];
        if (own.local.address != address || !own.tentative)
            continue;
        if (detection == Detection::Failed) {
            own.dadFailed = true;
            continue;
        }
        finishDetection6(netns, place.link, at);
        noteAnswered(draft, link, own);
    }
}

void settleDetection(Draft &draft)
{
    for (const LinkPlace place : std::exchange(draft.unchecked, {}))
        settleLink(draft, place);
}

} // namespace netdraft::model

#include "model/reachability/silence.h"

#include "model/phrase.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool has(const Link &link, const IpAddress &address)
{
    return std::ranges::any_of(link.addresses(address.family()),
                               [&](const LinkAddress &own) { return own.local.address == address; });
}

/// Who has the address, and may not use it.
std::string whoFailed(const Network &network, const Hop &asker, const IpAddress &target)
{
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            const auto own = std::ranges::find_if(link.addresses6, [&](const LinkAddress &address) {
                return address.dadFailed && address.local.address == target;
            });
            if (own != link.addresses6.end())
                return link.id == asker.out
                           ? ReasonWords::phrase(
                                 ": {} of {} has {} too, whose duplicate detection failed, and believes nobody who "
                                 "says he has it",
                                 link.name, netns->name, target.toString())
                           : ReasonWords::phrase(": {} of {} has {} too, whose duplicate detection failed", link.name,
                                                 netns->name, target.toString());
        }
    }
    return {};
}

} // namespace

std::string whySilent(const Network &network, const Hop &asker, const IpAddress &target)
{
    const Link *out = network.find(LinkPlace{asker.node, asker.out});
    if (!out)
        return {};
    const auto isApart = [](const Link &link) { return link.as<Ipvlan>() || link.as<Macvlan>(); };
    const Link *parent = isApart(*out) ? network.find(out->parent()) : nullptr;
    if (parent && has(*parent, target))
        return ReasonWords::phrase(": {} is on {}, which {} lies on, and the two never hear each other",
                                   target.toString(), parent->name, out->name);
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            if (const OvsAttachment at = ovsPortOf(network, *netns, link);
                at && !at.port->internal && has(link, target))
                return ReasonWords::phrase(
                    ": {} is on {} of {}, a port of {}, which takes every frame that comes to it", target.toString(),
                    link.name, netns->name, at.bridge->name);
            if (!isApart(link) || !has(link, target))
                continue;
            if (link.parent().link == asker.out)
                return ReasonWords::phrase(": {} is on {} of {}, which lies on {}, and the two never hear each other",
                                           target.toString(), link.name, netns->name, out->name);
            if (const Ipvlan *ipvlan = link.as<Ipvlan>(); ipvlan && ipvlan->mode != IpvlanMode::L2)
                return ReasonWords::phrase(": {} is on {} of {}, which in mode {} answers for no address",
                                           target.toString(), link.name, netns->name,
                                           ipvlanModes[static_cast<std::size_t>(ipvlan->mode)]);
        }
    }
    if (target.isV4())
        return {};
    const std::string failed = whoFailed(network, asker, target);
    if (failed.empty() && has(*out, target))
        return ReasonWords::phrase(": {} has {} itself, and believes nobody who says he has it", out->name,
                                   target.toString());
    return failed;
}

} // namespace netdraft::model

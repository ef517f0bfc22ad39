#include "model/edit/links/openvswitch.h"

#include "model/edit/link_state.h"
#include "model/edit/links/stacking.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// Where the link of an internal port is now.
LinkPlace internalLink(const Draft &draft, NetnsId owner, std::string_view port)
{
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        for (const Link &link : netns->links) {
            const OvsDevice *device = link.as<OvsDevice>();
            if (device && device->owner == owner && device->port == port)
                return {netns->id, link.id};
        }
    }
    return {};
}

bool isOvsSlave(const Netns &netns, const Link &link)
{
    const Link *master = link.master ? netns.find(link.master) : nullptr;
    return master && master->as<OvsDevice>();
}

} // namespace

std::string ovsRefusal(const Network &network, const Netns &netns, const Link &link)
{
    const auto cannot = [&](std::string_view why) {
        return fmt::format("could not add network device {} to ofproto ({})", link.name, why);
    };
    if (link.isLoopback() || link.as<OvsDevice>() || !link.hasMac())
        return cannot("Invalid argument");
    if (link.master && !isOvsSlave(netns, link))
        return cannot("Device or resource busy");
    for (const Network::NetnsPtr &other : network.namespaces()) {
        for (const Link &child : other->links) {
            if (child.parent() == LinkPlace{netns.id, link.id} && !child.as<Vlan>())
                return cannot("Device or resource busy");
        }
    }
    return {};
}

void joinOvs(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    const OvsAttachment there = netns.ovsPort(link.name);
    const bool wanted = there && !there.port->internal && !link.as<OvsDevice>();
    if (isOvsSlave(netns, link) == wanted)
        return;
    if (!wanted) {
        changeLink(draft, place).master = {};
    } else if (ovsRefusal(draft.network, netns, link).empty()) {
        const LinkId system = netns.find(ovsSystemName)->id;
        changeLink(draft, place).master = system;
        followOvsMtus(draft, place);
    }
}

void followOvsMtus(Draft &draft, LinkPlace port)
{
    const Netns &netns = *draft.network.find(port.netns);
    const OvsAttachment at = ovsPortOf(draft.network, netns, *netns.find(port.link));
    if (!at)
        return;
    const OvsDevice *device = netns.find(port.link)->as<OvsDevice>();
    const NetnsId owner = device ? device->owner : port.netns;
    const Netns &home = *draft.network.find(owner);
    int least = 0;
    std::vector<LinkPlace> followers;
    for (const OvsPort &other : at.bridge->ports) {
        if (other.internal) {
            if (const LinkPlace place = internalLink(draft, owner, other.name))
                followers.push_back(place);
        } else if (const Link *link = home.find(std::string_view(other.name)); link && isOvsSlave(home, *link)) {
            least = least == 0 ? link->mtu : std::min(least, link->mtu);
        }
    }
    for (const LinkPlace place : followers) {
        if (draft.network.find(place)->mtuSet)
            continue;
        setMtu(draft, place, least == 0 ? 1500 : least);
        lowerMtuChanged(draft, place);
    }
}

std::vector<LinkPlace> ovsLinksElsewhere(const Draft &draft, NetnsId owner)
{
    std::vector<LinkPlace> places;
    if (draft.network.find(owner)->ovs.empty())
        return places;
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        for (const Link &link : netns->links) {
            const OvsDevice *device = link.as<OvsDevice>();
            if (device && device->owner == owner && netns->id != owner)
                places.push_back({netns->id, link.id});
        }
    }
    return places;
}

} // namespace netdraft::model

#include "model/exchange/link_order.h"
#include "model/exchange/links/named_links.h"
#include "model/exchange/rebuild/steps.h"

#include <map>

namespace netdraft::model::rebuilding {

namespace {

/// Whether a link takes the MAC of a port or of its parent by itself.
bool takesMac(const Link &link)
{
    const bool inherits = link.as<Vlan>() || link.as<Ipvlan>() || !link.hasMac() ||
                          (link.as<Macvlan>() && link.as<Macvlan>()->mode == MacvlanMode::Passthru);
    return inherits || (link.bridge() && !link.bridge()->ports.empty()) ||
           (link.as<Bond>() && !link.as<Bond>()->members.empty());
}

} // namespace

void addLinks(Rebuilding &building)
{
    EditList step;
    std::map<LinkId, WantedLink::End> ends;
    std::vector<WantedNode> nodes;
    for (const auto &netns : building.namespaces()) {
        if (netns->id != hostNetns)
            step.add(AddNetns{netns->name});
        for (std::size_t i = 1; i < netns->links.size(); ++i)
            ends[netns->links[i].id] = {nodes.size(), i - 1};
        nodes.push_back({netns->name, {}});
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const Link &link : std::span(building.namespaces()[i]->links).subspan(1)) {
            WantedLink wanted{link.name, link.index, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
            if (const Veth *veth = link.veth())
                wanted.peer = ends[veth->peer.link];
            if (link.macSet || (building.references().namesMacs() && !takesMac(link) && !link.mac.isZero()))
                wanted.mac = link.bondedFrom.isZero() ? link.mac : link.bondedFrom;
            wanted.other = namedLink(building.wanted().network, *building.namespaces()[i], link);
            if (wanted.other)
                wanted.other->mac = wanted.mac;
            wanted.ovs = wantedOvs(building.wanted().network, link);
            const LinkPlace below = wanted.ovs ? ovsLowerOf(building.wanted().network, link) : lowerOf(link);
            if (const auto lower = ends.find(below.link); lower != ends.end())
                wanted.lower = lower->second;
            nodes[i].links.push_back(std::move(wanted));
        }
    }
    for (LinkCreation &creation : creationOrder(nodes))
        step.add(std::move(creation.edit));
    building.commit(std::move(step));
}

void setMtus(Rebuilding &building, Bridges bridges)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            const Link *made = building.made(*netns, link);
            const bool differs = link.mtuSet || !made || made->mtu != link.mtu;
            if ((link.bridge() != nullptr) == (bridges == Bridges::Yes) && differs && !lowerOf(link))
                step.add(SetLinkMtu{{netns->name, link.name}, link.mtu});
        }
    }
    building.commit(std::move(step));
}

void setChildMtus(Rebuilding &building)
{
    while (true) {
        EditList step;
        for (const auto &netns : building.namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = lowerOf(link) ? building.made(*netns, link) : nullptr;
                const Link *lower = building.wanted().network.find(lowerOf(link));
                const Netns *where = lower ? building.wanted().network.find(lowerOf(link).netns) : nullptr;
                const Link *madeLower = where ? building.made(*where, *lower) : nullptr;
                if (made && madeLower && made->mtu != link.mtu && madeLower->mtu == lower->mtu)
                    step.add(SetLinkMtu{{netns->name, link.name}, link.mtu});
            }
        }
        Project trial = building.built();
        if (step.empty() || !apply(trial, step))
            return;
        building.commit(std::move(step));
    }
}

void setArp(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            if (link.arpOff)
                step.add(SetLinkArp{{netns->name, link.name}, false});
        }
    }
    building.commit(std::move(step));
}

void setQdiscs(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        std::uint16_t last = lastHandleOfUsers;
        for (const Link &link : netns->links) {
            if (!link.qdisc)
                continue;
            Qdisc qdisc = *link.qdisc;
            if (qdisc.handle == last + 1)
                qdisc.handle = 0; // which the kernel gives it by itself
            last = std::max(last, link.qdisc->handle);
            step.add(SetQdisc{{netns->name, link.name}, qdisc, AddMode::Replace});
        }
    }
    building.commit(std::move(step));
}

} // namespace netdraft::model::rebuilding

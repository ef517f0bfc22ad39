#include "views/panels/shared_values.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/document/selection.h"

#include <algorithm>
#include <ranges>

namespace netdraft::views {

namespace {

/// Whether somebody has given it, with the length of a subnet.
bool hasLength(const model::LinkAddress &address)
{
    return !address.kernelMade && !address.dynamic && !address.peer;
}

model::LinkName linkNameOf(const model::Netns &netns, const model::Link &link)
{
    return {netns.name, link.name};
}

/// The links of one namespace that are there, with it.
template <typename Visit>
void eachLink(const model::Network &network, const std::vector<model::LinkPlace> &places, Visit visit)
{
    for (const model::LinkPlace place : places) {
        const model::Netns *netns = network.find(place.netns);
        const model::Link *link = netns ? netns->find(place.link) : nullptr;
        if (link)
            visit(*netns, *link);
    }
}

} // namespace

SharedValues::SharedValues(const model::Project &project, const Selection &selection)
{
    std::set<model::LinkPlace> places;
    for (const model::NetnsId id : selection.nodes()) {
        const model::Netns *netns = project.network.find(id);
        if (!netns)
            continue;
        nodes.push_back(id);
        kind.add(model::kindOf(project, *netns));
        forwards4.add(netns->forwards(model::Family::Ipv4));
        forwards6.add(netns->forwards(model::Family::Ipv6));
        for (const model::Link &link : netns->links) {
            if (!link.isLoopback())
                places.insert({id, link.id});
        }
    }
    for (const model::LinkPlace place : selection.links()) {
        const model::Link *link = project.network.find(place);
        if (!link)
            continue;
        places.insert(place);
        if (link->veth())
            places.insert(link->veth()->peer);
    }
    links.assign(places.begin(), places.end());
    eachLink(project.network, links, [this](const model::Netns &, const model::Link &link) {
        up.add(link.up);
        mtu.add(link.mtu);
        for (const model::LinkAddress &address : link.addresses4) {
            if (hasLength(address))
                length4.add(address.local.length);
        }
    });
    for (const model::AnnotationId id : selection.annotations()) {
        const auto found = project.drawing->annotations.find(id);
        if (found == project.drawing->annotations.end())
            continue;
        annotations.push_back(id);
        colour.add(found->second.colour);
    }
}

model::EditList SharedValues::drawAs(const model::Project &project, model::NodeKind wanted) const
{
    model::EditList edits;
    const auto &drawn = project.drawing->nodes;
    const bool placed = std::ranges::all_of(nodes, [&](model::NetnsId id) { return drawn.contains(id); });
    const auto free = placed ? std::map<model::NetnsId, model::Point>() : model::freePlaces(project);
    for (const model::NetnsId id : nodes) {
        const model::Netns *netns = project.network.find(id);
        if (!netns || model::kindOf(project, *netns) == wanted)
            continue;
        const auto own = drawn.find(id);
        const auto found = free.find(id);
        const model::Point place = own != drawn.end()    ? own->second.position
                                   : found != free.end() ? found->second
                                                         : model::Point{};
        edits.add(model::PlaceNode{netns->name, {wanted, place}});
    }
    return edits;
}

model::EditList SharedValues::forward(const model::Network &network, model::DeviceSysctl sysctl, bool on) const
{
    const auto family = sysctl == model::DeviceSysctl::Ipv4Forwarding ? model::Family::Ipv4 : model::Family::Ipv6;
    model::EditList edits;
    for (const model::NetnsId id : nodes) {
        const model::Netns *netns = network.find(id);
        if (netns && netns->forwards(family) != on)
            edits.add(model::SetDeviceSysctl{netns->name, "all", sysctl, on ? 1 : 0});
    }
    return edits;
}

model::EditList SharedValues::setUp(const model::Network &network, bool on) const
{
    model::EditList edits;
    eachLink(network, links, [&](const model::Netns &netns, const model::Link &link) {
        if (link.up != on)
            edits.add(model::SetLinkUp{linkNameOf(netns, link), on});
    });
    return edits;
}

model::EditList SharedValues::setMtu(const model::Network &network, int bytes) const
{
    model::EditList edits;
    eachLink(network, links, [&](const model::Netns &netns, const model::Link &link) {
        if (link.mtu != bytes)
            edits.add(model::SetLinkMtu{linkNameOf(netns, link), bytes});
    });
    return edits;
}

model::EditList SharedValues::setLength4(const model::Network &network, int length) const
{
    model::EditList edits;
    eachLink(network, links, [&](const model::Netns &netns, const model::Link &link) {
        const auto changes = [&](const model::LinkAddress &address) {
            return hasLength(address) && address.local.length != length;
        };
        if (std::ranges::none_of(link.addresses4, changes))
            return;
        // A first address takes the others of its subnet along: so the last one goes first.
        for (const model::LinkAddress &address : link.addresses4 | std::views::reverse) {
            if (hasLength(address))
                edits.add(model::RemoveAddress{linkNameOf(netns, link), address.local});
        }
        for (const model::LinkAddress &address : link.addresses4) {
            if (!hasLength(address))
                continue;
            model::LinkAddress again;
            again.local = address.local;
            again.local.length = static_cast<std::uint8_t>(length);
            again.scope = address.scope;
            again.metric = address.metric;
            edits.add(model::AddAddress{linkNameOf(netns, link), again});
        }
    });
    return edits;
}

model::EditList SharedValues::paint(const model::Drawing &drawing, model::AnnotationColour wanted) const
{
    model::EditList edits;
    for (const model::AnnotationId id : annotations) {
        const auto found = drawing.annotations.find(id);
        if (found == drawing.annotations.end() || found->second.colour == wanted)
            continue;
        model::Annotation painted = found->second;
        painted.colour = wanted;
        edits.add(model::PutAnnotation{id, std::move(painted)});
    }
    return edits;
}

} // namespace netdraft::views

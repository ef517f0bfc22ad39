#include "model/recipe/insertion.h"

#include "model/command/route_words.h"
#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool leadsOutBy(const Route &route, const Link &link)
{
    return std::ranges::any_of(route.hops, [&](const NextHop &hop) { return hop.dev == link.id; });
}

/// Whether somebody has added the route, so that it must be added again.
bool isAdded(const Route &route)
{
    return route.protocol != protocol::kernel && route.protocol != protocol::ra;
}

/// How much of a link's configuration goes when it is taken away.
std::size_t lossOf(const Netns &netns, const Link &link)
{
    const auto routes = std::ranges::count_if(
        netns.routes, [&](const Route &route) { return isAdded(route) && leadsOutBy(route, link); });
    const auto given = [](const LinkAddress &address) { return !address.kernelMade; };
    return static_cast<std::size_t>(routes + std::ranges::count_if(link.addresses4, given) +
                                    std::ranges::count_if(link.addresses6, given));
}

/// Gives a link what another one of its name had.
void restore(EditList &edits, const Netns &netns, const Link &link)
{
    const LinkName name{netns.name, link.name};
    if (link.master)
        edits.add(SetLinkMaster{name, netns.find(link.master)->name});
    if (link.mtu != Link{}.mtu)
        edits.add(SetLinkMtu{name, link.mtu});
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        for (const LinkAddress &address : link.addresses(family)) {
            if (address.kernelMade || address.dynamic)
                continue;
            AddAddress edit{name, address, AddMode::Add};
            edit.address.secondary = false;
            edits.add(edit);
        }
    }
    edits.add(SetLinkUp{name, link.up});
    if (!link.up)
        return;
    for (const Route &route : netns.routes) {
        if (isAdded(route) && route.nexthopId == 0 && leadsOutBy(route, link))
            edits.add(AddRoute{netns.name, command::namingWords(netns, route),
                               route.hops.size() == 1 ? AddMode::Add : AddMode::Replace});
    }
}

} // namespace

Result<EditList> insertIntoCable(const Project &project, LinkPlace cable, NetnsId node)
{
    const Network &network = project.network;
    const Netns *between = network.find(node);
    const Link *first = network.find(cable);
    if (!between || !first || !first->veth())
        return fail(ErrorCode::Input, "a node is put into a cable");
    const LinkPlace far = first->veth()->peer;
    if (node == cable.netns || node == far.netns)
        return fail(ErrorCode::Input, between->name + " is at one end of the cable already");
    const Netns *firstNetns = network.find(cable.netns);
    const Netns *secondNetns = network.find(far.netns);
    const Link *second = network.find(far);
    const bool firstGoes = lossOf(*firstNetns, *first) < lossOf(*secondNetns, *second);
    const Netns &stayingNetns = firstGoes ? *secondNetns : *firstNetns;
    const Link &staying = firstGoes ? *second : *first;
    const Netns &netns = firstGoes ? *firstNetns : *secondNetns;
    const Link &gone = firstGoes ? *first : *second;

    // The end that goes is pulled out of its node, and put into the one between under a name that is free there.
    EditList edits;
    const std::string inside = freeLinkName(project, *between);
    std::string passing = inside;
    while (netns.find(passing) || between->find(passing))
        passing += "x";
    edits.add(SetLinkUp{{netns.name, gone.name}, false});
    if (gone.master)
        edits.add(SetLinkMaster{{netns.name, gone.name}, {}});
    edits.add(RenameLink{{netns.name, gone.name}, passing});
    edits.add(MoveLink{{netns.name, passing}, between->name});
    if (passing != inside)
        edits.add(RenameLink{{between->name, passing}, inside});
    Project so = project;
    if (auto moved = apply(so, edits); !moved)
        return fail(moved.error());
    connectEnd(edits, so, *so.network.find(node), inside);
    if (staying.up)
        edits.add(SetLinkUp{{stayingNetns.name, staying.name}, true});
    so = project;
    if (auto moved = apply(so, edits); !moved)
        return fail(moved.error());

    AddVeth veth;
    veth.link = {between->name, freeLinkName(so, *so.network.find(node))};
    veth.peer = {netns.name, gone.name};
    edits.add(veth);
    connectEnd(edits, so, *so.network.find(node), veth.link.link);
    restore(edits, netns, gone);
    if (auto whole = apply(so = project, edits); !whole)
        return fail(whole.error());
    return edits;
}

} // namespace netdraft::model

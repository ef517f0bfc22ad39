#include "model/recipe/node_recipes.h"

#include "model/address/name.h"
#include "model/drawing/node_kind.h"

#include <algorithm>
#include <array>
#include <functional>

namespace netdraft::model {

namespace {

constexpr std::array<std::string_view, 5> shortWords{"pc", "sw", "r", "ns", "m"};

std::string firstFree(std::string_view word, int number, const std::function<bool(const std::string &)> &taken)
{
    for (;; ++number) {
        std::string name = std::string(word) + std::to_string(number);
        if (!taken(name))
            return name;
    }
}

/// The bridge whose port a new interface becomes: a switch's first one, and the machine's, on which the
/// namespaces that it holds are bridged. Null for a node that does not switch.
const Link *switchingBridge(const Project &project, const Netns &netns)
{
    const NodeKind kind = kindOf(project, netns);
    if (kind != NodeKind::Switch && kind != NodeKind::Machine)
        return nullptr;
    const auto bridge = std::ranges::find_if(netns.links, [](const Link &link) { return link.bridge() != nullptr; });
    return bridge == netns.links.end() ? nullptr : &*bridge;
}

Result<std::string> linkNameFor(const Project &project, const Netns &netns, const std::string &wish)
{
    if (wish.empty())
        return freeLinkName(project, netns);
    if (const auto valid = checkLinkName(wish); !valid)
        return fail(valid.error());
    if (netns.find(wish))
        return fail(ErrorCode::Input, netns.name + " already has an interface " + wish);
    return wish;
}

/// The node itself, as the original is set up, without what leads out of it.
EditList copyOf(const Project &project, const Netns &netns, const std::string &name, Point position)
{
    EditList edits{AddNetns{name}, PlaceNode{name, {kindOf(project, netns), position}}};
    edits.add(SetLinkUp{{name, "lo"}, netns.loopback().up});
    for (const Link &link : netns.links) {
        if (link.bridge()) {
            edits.add(AddBridge{.link = {name, link.name}, .mac = std::nullopt});
            edits.add(SetLinkUp{{name, link.name}, link.up});
        }
    }
    for (const OvsBridge &bridge : netns.ovs)
        edits.add(AddOvsBridge{{name, bridge.name}});
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        if (netns.confAll[sysctl] != sysctlRow(sysctl).initialAll)
            edits.add(SetDeviceSysctl{name, "all", sysctl, netns.confAll[sysctl]});
    }
    for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
        const auto sysctl = static_cast<NetnsSysctl>(i);
        if (netns.sysctls[i] != sysctlRow(sysctl).initial)
            edits.add(SetNetnsSysctl{name, sysctl, netns.sysctls[i]});
    }
    return edits;
}

} // namespace

void connectEnd(EditList &edits, const Project &project, const Netns &netns, const std::string &link)
{
    if (const Link *bridge = switchingBridge(project, netns)) {
        edits.add(SetLinkMaster{{netns.name, link}, bridge->name});
    } else if (kindOf(project, netns) == NodeKind::Switch && !netns.ovs.empty()) {
        OvsPort port;
        port.name = link;
        edits.add(AddOvsPort{{netns.name, netns.ovs.front().name}, port});
    }
    edits.add(SetLinkUp{{netns.name, link}, true});
}

std::string freeNodeName(const Network &network, NodeKind kind)
{
    return firstFree(shortWords[static_cast<std::size_t>(kind)], 1,
                     [&](const std::string &name) { return network.find(name) != nullptr; });
}

EditList newNode(const std::string &name, NodeKind kind, Point position)
{
    EditList edits{AddNetns{name}, PlaceNode{name, {kind, position}}, SetLinkUp{{name, "lo"}, true}};
    switch (kind) {
    case NodeKind::Switch:
        edits.add(AddBridge{.link = {name, "br0"}, .mac = std::nullopt});
        edits.add(SetLinkUp{{name, "br0"}, true});
        break;
    case NodeKind::Router:
        edits.add(SetDeviceSysctl{name, "all", DeviceSysctl::Ipv4Forwarding, 1});
        edits.add(SetDeviceSysctl{name, "all", DeviceSysctl::Ipv6Forwarding, 1});
        break;
    case NodeKind::Device:
    case NodeKind::Namespace:
    case NodeKind::Machine: break;
    }
    return edits;
}

std::string freeLinkName(const Project &project, const Netns &netns)
{
    const bool switches = switchingBridge(project, netns) != nullptr;
    return firstFree(switches ? "p" : "eth", switches ? 1 : 0,
                     [&](const std::string &name) { return netns.find(name) != nullptr; });
}

Result<EditList> newCable(const Project &project, NetnsId from, NetnsId to, const std::string &fromLink,
                          const std::string &toLink)
{
    const Netns *a = project.network.find(from);
    const Netns *b = project.network.find(to);
    if (!a || !b)
        return fail(ErrorCode::Input, "a cable needs two nodes");
    if (a == b)
        return fail(ErrorCode::Input, "a cable needs two different nodes");
    const auto aLink = linkNameFor(project, *a, fromLink);
    if (!aLink)
        return fail(aLink.error());
    const auto bLink = linkNameFor(project, *b, toLink);
    if (!bLink)
        return fail(bLink.error());
    AddVeth veth;
    veth.link = {a->name, *aLink};
    veth.peer = {b->name, *bLink};
    EditList edits{veth};
    connectEnd(edits, project, *a, *aLink);
    connectEnd(edits, project, *b, *bLink);
    return edits;
}

EditList duplicate(const Project &project, const std::set<NetnsId> &nodes, Point shift)
{
    // Names are given one after the other, so each copy's must be known when the next one is sought.
    std::map<NetnsId, std::string> names;
    std::set<std::string> given;
    EditList edits;
    for (const NetnsId id : nodes) {
        const Netns *netns = project.network.find(id);
        if (!netns || id == hostNetns)
            continue;
        const NodeKind kind = kindOf(project, *netns);
        const std::string name =
            firstFree(shortWords[static_cast<std::size_t>(kind)], 1, [&](const std::string &candidate) {
                return project.network.find(candidate) || given.contains(candidate);
            });
        names[id] = name;
        given.insert(name);
        const auto drawn = project.drawing->nodes.find(id);
        const Point at = drawn == project.drawing->nodes.end() ? Point{} : drawn->second.position;
        edits.add(copyOf(project, *netns, name, {at.x + shift.x, at.y + shift.y}));
    }
    for (const auto &[id, name] : names) {
        if (const auto said = project.drawing->inside.find(id); said != project.drawing->inside.end()) {
            // Inside of the copy of what the original is in, or beside the original.
            const auto copied = names.find(said->second);
            const Netns *outer = project.network.find(said->second);
            edits.add(NestNode{name, copied != names.end() ? copied->second : outer ? outer->name : std::string()});
        }
        const Netns *netns = project.network.find(id);
        for (const Link &link : netns->links) {
            const Veth *veth = link.veth();
            const auto peerName = veth ? names.find(veth->peer.netns) : names.end();
            const Link *peer = veth ? project.network.find(veth->peer) : nullptr;
            if (peerName == names.end() || !peer || peer->id < link.id)
                continue;
            AddVeth copy;
            copy.link = {name, link.name};
            copy.peer = {peerName->second, peer->name};
            edits.add(copy);
            const Netns *peerNetns = project.network.find(veth->peer.netns);
            for (const auto &[end, owner, place] :
                 {std::tuple{&link, netns, copy.link}, std::tuple{peer, peerNetns, copy.peer}}) {
                if (end->master)
                    edits.add(SetLinkMaster{place, owner->find(end->master)->name});
                edits.add(SetLinkUp{place, end->up});
            }
        }
    }
    return edits;
}

} // namespace netdraft::model

#include "model/address/name.h"
#include "model/edit/links.h"
#include "model/edit/links/openvswitch.h"
#include "model/edit/links/stacking.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::string_view hostName = "host";

void forgetDrawing(Draft &draft, NetnsId netns)
{
    const Drawing &before = *draft.drawing;
    const auto isInside = [&](const auto &inside) { return inside.second == netns; };
    if (!before.nodes.contains(netns) && !before.inside.contains(netns) && !before.folded.contains(netns) &&
        std::ranges::none_of(before.inside, isInside))
        return;
    Drawing &drawing = changeDrawing(draft);
    drawing.nodes.erase(netns);
    drawing.inside.erase(netns);
    drawing.folded.erase(netns);
    for (auto &[node, outer] : drawing.inside) {
        if (outer == netns)
            outer = {};
    }
}

} // namespace

Result<void> perform(Draft &draft, const AddNetns &edit)
{
    if (edit.name.empty() || edit.name == "." || edit.name == ".." || edit.name.size() > 255 || edit.name.contains('/'))
        return fail(ErrorCode::InvalidNetnsName, edit.name);
    if (auto sound = checkNetnsName(edit.name); !sound)
        return sound;
    if (draft.network.find(edit.name))
        return fail(ErrorCode::CannotCreateNetns, edit.name);
    const NetnsId id = draft.network.newNetnsId();
    const LinkId loopback = draft.network.newLinkId();
    draft.network.put(id, std::make_shared<const Netns>(freshNetns(id, edit.name, loopback)));
    return {};
}

Result<void> perform(Draft &draft, const RemoveNetns &edit)
{
    const Netns *netns = draft.network.find(edit.name);
    if (!netns || netns->id == hostNetns)
        return fail(ErrorCode::CannotRemoveNetns, edit.name);
    const NetnsId id = netns->id;
    std::vector<LinkPlace> peers;
    for (const Link &link : netns->links) {
        const Veth *veth = link.veth();
        if (veth && veth->peer.netns != id)
            peers.push_back(veth->peer);
    }
    for (const Link &link : netns->links) {
        for (const LinkPlace dependent : dependentsOf(draft, {id, link.id})) {
            if (dependent.netns != id)
                peers.push_back(dependent);
        }
    }
    for (const LinkPlace tunnel : tunnelsFrom(draft, id))
        peers.push_back(tunnel);
    for (const LinkPlace port : ovsLinksElsewhere(draft, id))
        peers.push_back(port);
    for (const LinkPlace peer : peers) {
        if (draft.network.find(peer))
            removeLinkAlone(draft, peer);
    }
    // Of an internal port of another namespace nothing is left, in whatever namespace it is.
    std::vector<LinkName> ports;
    for (const Link &link : draft.network.find(id)->links) {
        const OvsDevice *device = link.as<OvsDevice>();
        if (device && device->owner != id)
            ports.push_back({draft.network.find(device->owner)->name, device->port});
    }
    for (const LinkName &port : ports) {
        if (auto removed = perform(draft, RemoveOvsPort{port}); !removed)
            return removed;
    }
    stackingChanged(draft);
    draft.network.put(id, nullptr);
    draft.removed.push_back(id);
    forgetDrawing(draft, id);
    return {};
}

Result<void> perform(Draft &draft, const RenameNetns &edit)
{
    const auto id = findNetns(draft, edit.name);
    if (!id)
        return fail(id.error());
    if (auto sound = checkNetnsName(edit.newName); !sound)
        return sound;
    if (edit.newName == edit.name)
        return {};
    if (*id == hostNetns)
        return fail(ErrorCode::Input, fmt::format("\"{}\" is the machine itself and keeps its name", hostName));
    if (draft.network.find(edit.newName))
        return fail(ErrorCode::Input,
                    fmt::format("a node called \"{}\" exists already; choose another name", edit.newName));
    auto renamed = std::make_shared<Netns>(*draft.network.find(*id));
    renamed->name = edit.newName;
    draft.network.put(*id, std::move(renamed));
    return {};
}

} // namespace netdraft::model

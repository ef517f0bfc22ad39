#include "model/edit/link_state.h"
#include "model/edit/links.h"
#include "model/edit/links/openvswitch.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// ovs-vsctl's own words, which end it with status 1.
std::unexpected<Error> complain(std::string text)
{
    return fail(ErrorCode::ToolOther, "ovs-vsctl: " + std::move(text));
}

std::unexpected<Error> noSuchBridge(std::string_view name)
{
    return complain(fmt::format("no bridge named {}", name));
}

OvsBridge *findBridge(Netns &netns, std::string_view name)
{
    const auto found = std::ranges::find(netns.ovs, name, &OvsBridge::name);
    return found == netns.ovs.end() ? nullptr : &*found;
}

/// check_conflicts
Result<void> claimName(const Netns &netns, std::string_view kind, const std::string &name)
{
    const auto taken = [&](std::string_view by, std::string_view where) {
        return complain(fmt::format("cannot create a {} named {} because a {} named {} already exists{}", kind, name,
                                    by, name, where));
    };
    if (std::ranges::find(netns.ovs, name, &OvsBridge::name) != netns.ovs.end())
        return taken("bridge", "");
    if (const OvsAttachment at = netns.ovsPort(name))
        return taken("port", fmt::format(" on bridge {}", at.bridge->name));
    return {};
}

/// A link that Open vSwitch makes.
Result<void> makeLink(Draft &draft, NetnsId owner, const std::string &name, const std::string &port,
                      const std::optional<int> &index)
{
    const Netns &netns = *draft.network.find(owner);
    if (netns.find(std::string_view(name)))
        return fail(ErrorCode::Input,
                    fmt::format("a port of Open vSwitch with the name of the interface {} is not simulated", name));
    Link link;
    link.id = draft.network.newLinkId();
    link.name = name;
    link.mac = MacAddress(0x024e00000000ULL | link.id.value);
    link.conf = netns.confDefault;
    link.kind = OvsDevice{owner, port};
    link.index = index.value_or(0);
    enterNetns(draft, owner, std::move(link));
    return {};
}

/// The link of an internal port goes, wherever it is.
void removeInternal(Draft &draft, NetnsId owner, const std::string &port)
{
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        for (const Link &link : netns->links) {
            const OvsDevice *device = link.as<OvsDevice>();
            if (device && device->owner == owner && device->port == port)
                return removeLinkAlone(draft, {netns->id, link.id});
        }
    }
}

/// Takes a port that is no more in the database out of the datapath.
void dropPort(Draft &draft, NetnsId id, const OvsPort &port)
{
    if (port.internal)
        return removeInternal(draft, id, port.name);
    if (const Link *link = draft.network.find(id)->find(std::string_view(port.name)))
        joinOvs(draft, {id, link->id});
}

} // namespace

Result<void> perform(Draft &draft, const AddOvsBridge &edit)
{
    const auto id = findNetns(draft, edit.bridge.netns);
    if (!id)
        return fail(id.error());
    const std::string &name = edit.bridge.link;
    if (auto free = claimName(*draft.network.find(*id), "bridge", name); !free)
        return free;
    if (name.empty() || name.size() > 15 || name.contains('/'))
        return fail(ErrorCode::Input, fmt::format("a bridge of Open vSwitch called \"{}\" is not simulated", name));
    if (draft.network.find(*id)->ovs.empty()) {
        if (auto made = makeLink(draft, *id, std::string(ovsSystemName), {}, edit.systemIndex); !made)
            return made;
    }
    if (auto made = makeLink(draft, *id, name, name, edit.index); !made)
        return made;
    Netns &netns = draft.network.change(*id);
    OvsPort local;
    local.name = name;
    local.internal = true;
    const auto place = std::ranges::lower_bound(netns.ovs, name, {}, &OvsBridge::name);
    netns.ovs.insert(place, {name, {local}});
    return {};
}

Result<void> perform(Draft &draft, const RemoveOvsBridge &edit)
{
    const auto id = findNetns(draft, edit.bridge.netns);
    if (!id)
        return fail(id.error());
    Netns &netns = draft.network.change(*id);
    const OvsBridge *found = findBridge(netns, edit.bridge.link);
    if (!found)
        return noSuchBridge(edit.bridge.link);
    const OvsBridge bridge = *found;
    std::erase_if(netns.ovs, [&](const OvsBridge &each) { return each.name == bridge.name; });
    for (const OvsPort &port : bridge.ports)
        dropPort(draft, *id, port);
    if (draft.network.find(*id)->ovs.empty())
        removeInternal(draft, *id, {});
    return {};
}

Result<void> perform(Draft &draft, const AddOvsPort &edit)
{
    const auto id = findNetns(draft, edit.bridge.netns);
    if (!id)
        return fail(id.error());
    const OvsPort &port = edit.port;
    if (auto free = claimName(*draft.network.find(*id), "port", port.name); !free)
        return free;
    if (!findBridge(draft.network.change(*id), edit.bridge.link))
        return noSuchBridge(edit.bridge.link);
    if (port.internal) {
        if (port.name.empty() || port.name.size() > 15 || port.name.contains('/'))
            return fail(ErrorCode::Input,
                        fmt::format("an internal port of Open vSwitch called \"{}\" is not simulated", port.name));
        if (auto made = makeLink(draft, *id, port.name, port.name, edit.index); !made)
            return made;
    }
    Netns &netns = draft.network.change(*id);
    std::vector<OvsPort> &ports = findBridge(netns, edit.bridge.link)->ports;
    ports.insert(std::lower_bound(ports.begin() + 1, ports.end(), port.name,
                                  [](const OvsPort &each, const std::string &name) { return each.name < name; }),
                 port);
    if (const Link *link = netns.find(std::string_view(port.name))) {
        joinOvs(draft, {*id, link->id});
        followOvsMtus(draft, {*id, link->id});
    }
    return {};
}

Result<void> perform(Draft &draft, const RemoveOvsPort &edit)
{
    const auto id = findNetns(draft, edit.port.netns);
    if (!id)
        return fail(id.error());
    Netns &netns = draft.network.change(*id);
    for (OvsBridge &bridge : netns.ovs) {
        const OvsPort *found = bridge.find(edit.port.link);
        if (!found)
            continue;
        if (found == &bridge.local())
            return complain(fmt::format("cannot delete port {} because it is the local port for bridge {} (deleting "
                                        "this port requires deleting the entire bridge)",
                                        edit.port.link, bridge.name));
        const OvsPort port = *found;
        const std::string name = bridge.name;
        std::erase_if(bridge.ports, [&](const OvsPort &each) { return each.name == port.name; });
        dropPort(draft, *id, port);
        if (const Link *local = draft.network.find(*id)->find(std::string_view(name)))
            followOvsMtus(draft, {*id, local->id});
        return {};
    }
    return complain(fmt::format("no port named {}", edit.port.link));
}

Result<void> perform(Draft &draft, const SetOvsPort &edit)
{
    const auto id = findNetns(draft, edit.port.netns);
    if (!id)
        return fail(id.error());
    Netns &netns = draft.network.change(*id);
    for (OvsBridge &bridge : netns.ovs) {
        OvsPort *port = bridge.find(edit.port.link);
        if (!port)
            continue;
        if (edit.change.tag)
            port->tag = *edit.change.tag;
        if (edit.change.trunks)
            port->trunks = *edit.change.trunks;
        if (edit.change.mode)
            port->mode = *edit.change.mode;
        return {};
    }
    return complain(fmt::format("no row \"{}\" in table Port", edit.port.link));
}

} // namespace netdraft::model

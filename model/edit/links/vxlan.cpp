#include "model/edit/links/new_links.h"
#include "model/edit/perform.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr MacAddress zeros;

/// vxlan_vni_in_use: the same VNI on the same port, for the same family, in one underlay.
bool isVniInUse(const Draft &draft, const Vxlan &wanted)
{
    return std::ranges::any_of(draft.network.namespaces(), [&](const Network::NetnsPtr &netns) {
        return std::ranges::any_of(netns->links, [&](const Link &link) {
            const Vxlan *vxlan = link.as<Vxlan>();
            return vxlan && vxlan->underlay == wanted.underlay && vxlan->vni == wanted.vni &&
                   vxlan->port == wanted.port && vxlan->isV6() == wanted.isV6();
        });
    });
}

/// The bytes of an MTU that the device leaves for what the link carries.
void fitMtu(Link &link, const Link &dev, bool given)
{
    const int most = std::max(dev.mtu - link.as<Vxlan>()->overhead(), 68);
    if (!given || link.mtu > most)
        link.mtu = most;
}

VxlanFdbEntry defaultEntry(const Vxlan &vxlan)
{
    return {zeros, *vxlan.remote, 0, std::nullopt, vxlan.dev, false};
}

} // namespace

/// vxlan_newlink
Result<void> establish(Founding &founding, const VxlanWords &words)
{
    Vxlan vxlan;
    vxlan.vni = words.vni;
    vxlan.underlay = founding.from;
    vxlan.local = words.local;
    vxlan.remote = words.remote;
    vxlan.port = words.port;
    vxlan.learning = words.learning;
    vxlan.ttl = words.ttl;
    vxlan.ageing = words.ageing;
    const Link *dev = nullptr;
    if (!words.dev.empty()) {
        const auto place = founding.find(words.dev);
        if (!place)
            return fail(place.error());
        vxlan.dev = place->link;
        dev = founding.draft.network.find(*place);
    }
    if (words.local && words.remote && words.local->family() != words.remote->family())
        return fail(ErrorCode::MessageOther, "Local and remote addresses must be from the same family.");
    if (isVniInUse(founding.draft, vxlan))
        return fail(ErrorCode::MessageOther, "A VXLAN device with the specified VNI already exists.");
    if (vxlan.remote)
        vxlan.fdb.push_back(defaultEntry(vxlan));
    founding.link.kind = std::move(vxlan);
    if (dev)
        fitMtu(founding.link, *dev, founding.mtuGiven);
    return {};
}

/// vxlan_changelink
Result<void> alter(Draft &draft, LinkPlace place, const VxlanChange &change)
{
    Vxlan &vxlan = *changeLink(draft, place).as<Vxlan>();
    if (change.local)
        vxlan.local = change.local;
    vxlan.learning = change.learning.value_or(vxlan.learning);
    vxlan.ttl = change.ttl.value_or(vxlan.ttl);
    vxlan.ageing = change.ageing.value_or(vxlan.ageing);
    if (change.remote && change.remote != vxlan.remote) {
        if (vxlan.remote)
            std::erase(vxlan.fdb, defaultEntry(vxlan));
        vxlan.remote = change.remote;
        vxlan.fdb.push_back(defaultEntry(vxlan));
    }
    return {};
}

namespace {

Result<LinkPlace> findVxlan(const Draft &draft, const LinkName &name, std::string_view request)
{
    const auto place = findLink(draft, name);
    if (!place)
        return place;
    const Link &link = *draft.network.find(*place);
    if (link.isLoopback())
        return fail(ErrorCode::MessageOther,
                    std::string("FDB ") + std::string(request) + " only supported for Ethernet devices.");
    if (!link.as<Vxlan>())
        return fail(ErrorCode::OperationNotSupported);
    return place;
}

/// The device is named where the link is; the packets leave from where it was made.
Result<LinkId> findVia(const Draft &draft, LinkPlace place, const Vxlan &vxlan, const std::string &name)
{
    if (name.empty())
        return LinkId{};
    const Link *via = draft.network.find(place.netns)->find(std::string_view(name));
    if (!via)
        return fail(ErrorCode::CannotFindDevice, name);
    if (place.netns != vxlan.underlay)
        return fail(ErrorCode::Input, "\"via\" for a VXLAN in another namespace than its underlay is not modelled");
    return via->id;
}

/// Whether a destination is the same (vxlan_fdb_find_rdst). The kernel compares what the entry stands for.
bool sameRemote(const Vxlan &vxlan, const VxlanFdbEntry &a, const VxlanFdbEntry &b)
{
    const auto port = [&](const VxlanFdbEntry &entry) { return entry.port == 0 ? vxlan.port : entry.port; };
    return a.mac == b.mac && a.remote == b.remote && port(a) == port(b) &&
           a.vni.value_or(vxlan.vni) == b.vni.value_or(vxlan.vni) && a.via == b.via;
}

} // namespace

/// vxlan_fdb_add, vxlan_fdb_update
Result<void> perform(Draft &draft, const AddVxlanFdb &edit)
{
    const auto place = findVxlan(draft, edit.link, "add");
    if (!place)
        return fail(place.error());
    Vxlan &vxlan = *changeLink(draft, *place).as<Vxlan>();
    if (vxlan.isV6() == edit.remote.isV4())
        return fail(ErrorCode::FamilyNotSupported);
    const auto via = findVia(draft, *place, vxlan, edit.via);
    if (!via)
        return fail(via.error());
    VxlanFdbEntry entry{edit.mac, edit.remote, edit.port.value_or(0), edit.vni, *via, edit.isStatic};
    if (entry.port == vxlan.port)
        entry.port = 0;
    if (entry.vni == vxlan.vni)
        entry.vni.reset();
    const auto known = std::ranges::find(vxlan.fdb, edit.mac, &VxlanFdbEntry::mac);
    if (known == vxlan.fdb.end()) {
        vxlan.fdb.push_back(entry);
        return {};
    }
    if (edit.mode == AddMode::Add)
        return fail(ErrorCode::FileExists);
    const bool group = edit.mac.isZero() || edit.mac.isMulticast();
    if (edit.mode == AddMode::Replace) {
        if (group)
            return fail(ErrorCode::MessageOther, "Cannot replace non-unicast fdb entries.");
        *known = entry;
        return {};
    }
    // The state is that of the whole entry; a further destination is taken for groups alone.
    bool present = false;
    for (VxlanFdbEntry &other : vxlan.fdb) {
        if (other.mac == edit.mac) {
            other.isStatic = edit.isStatic;
            present = present || sameRemote(vxlan, other, entry);
        }
    }
    if (group && !present)
        vxlan.fdb.push_back(entry);
    return {};
}

/// vxlan_fdb_delete
Result<void> perform(Draft &draft, const RemoveVxlanFdb &edit)
{
    const auto place = findVxlan(draft, edit.link, "delete");
    if (!place)
        return fail(place.error());
    Vxlan &vxlan = *changeLink(draft, *place).as<Vxlan>();
    const auto ofMac = [&](const VxlanFdbEntry &entry) { return entry.mac == edit.mac; };
    if (std::ranges::none_of(vxlan.fdb, ofMac))
        return fail(ErrorCode::NoSuchFile);
    if (!edit.remote) {
        std::erase_if(vxlan.fdb, ofMac);
        return {};
    }
    const auto via = findVia(draft, *place, vxlan, edit.via);
    if (!via)
        return fail(via.error());
    // A destination that the entry does not have is no error.
    const VxlanFdbEntry wanted{edit.mac, *edit.remote, edit.port.value_or(0), edit.vni, *via, false};
    std::erase_if(vxlan.fdb, [&](const auto &other) { return sameRemote(vxlan, other, wanted); });
    return {};
}

} // namespace netdraft::model

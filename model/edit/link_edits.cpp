#include "model/address/name.h"
#include "model/edit/bridging.h"
#include "model/edit/duplicate_detection.h"
#include "model/edit/link_state.h"
#include "model/edit/links.h"
#include "model/edit/links/bonding.h"
#include "model/edit/links/new_links.h"
#include "model/edit/links/openvswitch.h"
#include "model/edit/links/stacking.h"
#include "model/edit/links/vrf.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace netdraft::model {

namespace {

constexpr int leastMtu = 68;   ///< ETH_MIN_MTU
constexpr int mostMtu = 65535; ///< ETH_MAX_MTU

/// The MAC of a link for which the user gives none: locally administered, and its own as its id is.
MacAddress ownMac(LinkId link)
{
    return MacAddress(0x024e00000000ULL | link.value);
}

bool isValidMac(MacAddress mac)
{
    return !mac.isZero() && !mac.isMulticast();
}

/// dev_index_reserve: the index asked for, or the first free one from where the last search ended.
int freeIndex(Netns &netns, int wanted)
{
    const auto taken = [&](int index) { return std::ranges::binary_search(netns.links, index, {}, &Link::index); };
    if (wanted != 0 && !taken(wanted))
        return wanted;
    while (taken(netns.nextIndex))
        ++netns.nextIndex;
    return netns.nextIndex++;
}

/// Whether a link may ask for this index.
Result<void> claimIndex(const Draft &draft, NetnsId netns, const std::optional<int> &index)
{
    if (!index)
        return {};
    if (*index <= 0)
        return fail(ErrorCode::InvalidArgument);
    const std::vector<Link> &links = draft.network.find(netns)->links;
    if (std::ranges::binary_search(links, *index, {}, &Link::index))
        return fail(ErrorCode::FileExists);
    return {};
}

/// A name that a link is to have. `word` is what iproute2 calls the argument: `dev` of a new link, else `name`.
Result<void> checkNewName(std::string_view name, std::string_view word)
{
    const auto bad = [](char c) { return c == '/' || std::isspace(static_cast<unsigned char>(c)) != 0; };
    const bool tooLong = name.size() > 15;
    if (name.empty() || std::ranges::any_of(name, bad) || (tooLong && word == "name"))
        return fail(ErrorCode::ToolArgument,
                    fmt::format("argument \"{}\" is wrong: \"{}\" not a valid ifname", name, word));
    if (tooLong)
        return fail(ErrorCode::MessageOther, "Attribute failed policy validation.");
    // /proc/sys has directories of these names (sysctl_dev_name_is_allowed); dev_valid_name refuses the others.
    if (name == "all" || name == "default" || name == "." || name == ".." || name.contains(':'))
        return fail(ErrorCode::InvalidArgument);
    return checkLinkName(name);
}

Result<NetnsId> placeForNew(const Draft &draft, const LinkName &name, std::string_view word)
{
    const auto netns = findNetns(draft, name.netns);
    if (!netns)
        return fail(ErrorCode::InvalidNetnsValue, name.netns);
    if (auto sound = checkNewName(name.link, word); !sound)
        return fail(sound.error());
    if (draft.network.find(*netns)->find(name.link))
        return fail(ErrorCode::FileExists);
    return netns;
}

Link newLink(const Draft &draft, NetnsId netns, LinkId id, const LinkName &name, const std::optional<MacAddress> &mac)
{
    Link link;
    link.id = id;
    link.name = name.link;
    link.mac = mac.value_or(ownMac(id));
    link.macSet = mac.has_value();
    link.conf = draft.network.find(netns)->confDefault;
    return link;
}

Result<void> checkMtu(const Link &link, int mtu)
{
    if (mtu < (link.isLoopback() ? 0 : leastMtu))
        return fail(ErrorCode::MtuTooSmall);
    if (mtu < leastMtu)
        return fail(ErrorCode::Input,
                    fmt::format("an MTU of {} switches IPv4 off on lo, which is not modelled; expected at least {}",
                                mtu, leastMtu));
    if (!link.isLoopback() && mtu > mostMtu)
        return fail(ErrorCode::MtuTooLarge);
    return {};
}

/// A link goes from its namespace: what is bound to it hears nothing any more, and is taken to end.
void forgetDevice(Draft &draft, LinkPlace place)
{
    const auto isBound = [&](const Socket &socket) { return socket.dev == place.link; };
    if (std::ranges::any_of(draft.network.find(place.netns)->sockets, isBound))
        std::erase_if(draft.network.change(place.netns).sockets, isBound);
}

} // namespace

void enterNetns(Draft &draft, NetnsId id, Link link)
{
    Netns &netns = draft.network.change(id);
    link.index = freeIndex(netns, link.index);
    const auto place = std::ranges::lower_bound(netns.links, link.index, {}, &Link::index);
    const LinkId entered = netns.links.insert(place, std::move(link))->id;
    if (!netns.ovs.empty())
        joinOvs(draft, {id, entered});
}

void removeLinkAlone(Draft &draft, LinkPlace place)
{
    forgetDevice(draft, place);
    for (const LinkPlace dependent : dependentsOf(draft, place)) {
        if (draft.network.find(dependent))
            removeLinkAlone(draft, dependent);
    }
    stackingChanged(draft);
    retire(draft, place);
    std::erase_if(draft.network.change(place.netns).links, [&](const Link &link) { return link.id == place.link; });
}

Result<void> perform(Draft &draft, const AddVeth &edit)
{
    const auto netns = placeForNew(draft, edit.link, "dev");
    if (!netns)
        return fail(netns.error());
    const auto peerNetns = placeForNew(draft, edit.peer, "name");
    if (!peerNetns)
        return fail(peerNetns.error());
    if (edit.link == edit.peer)
        return fail(ErrorCode::FileExists);
    for (const auto &mac : {edit.mac, edit.peerMac}) {
        if (mac && !isValidMac(*mac))
            return fail(ErrorCode::CannotAssignAddress);
    }
    const LinkPlace place{*netns, draft.network.newLinkId()};
    const LinkPlace peerPlace{*peerNetns, draft.network.newLinkId()};
    Link link = newLink(draft, *netns, place.link, edit.link, edit.mac);
    link.kind = Veth{peerPlace};
    if (edit.mtu) {
        if (!checkMtu(link, *edit.mtu))
            return fail(ErrorCode::InvalidArgument);
        link.mtu = *edit.mtu;
    }
    Link peer = newLink(draft, *peerNetns, peerPlace.link, edit.peer, edit.peerMac);
    peer.kind = Veth{place};
    // veth_newlink: without an index of the link itself that of the peer is not looked at.
    const std::optional<int> peerIndex = edit.index ? edit.peerIndex : std::nullopt;
    if (auto free = claimIndex(draft, *peerNetns, peerIndex); !free)
        return free;
    peer.index = peerIndex.value_or(0);
    enterNetns(draft, *peerNetns, std::move(peer));
    if (auto free = claimIndex(draft, *netns, edit.index); !free)
        return free;
    link.index = edit.index.value_or(0);
    enterNetns(draft, *netns, std::move(link));
    allotNsid(draft, *netns, *peerNetns);
    allotNsid(draft, *peerNetns, *netns);
    return {};
}

Result<void> perform(Draft &draft, const AddBridge &edit)
{
    const auto netns = placeForNew(draft, edit.link, "dev");
    if (!netns)
        return fail(netns.error());
    if (edit.mac && !isValidMac(*edit.mac))
        return fail(ErrorCode::CannotAssignAddress);
    Link link = newLink(draft, *netns, draft.network.newLinkId(), edit.link, edit.mac);
    Bridge bridge;
    bridge.portsDecide = edit.mac.has_value();
    link.kind = std::move(bridge);
    if (auto free = claimIndex(draft, *netns, edit.index); !free)
        return free;
    link.index = edit.index.value_or(0);
    enterNetns(draft, *netns, std::move(link));
    return {};
}

Result<void> perform(Draft &draft, const AddLink &edit)
{
    const auto from = findNetns(draft, edit.origin());
    if (!from)
        return fail(from.error());
    const auto netns = placeForNew(draft, edit.link, "dev");
    if (!netns)
        return fail(netns.error());
    const bool isVxlan = std::holds_alternative<VxlanWords>(edit.kind);
    if (edit.mac && !isValidMac(*edit.mac)) {
        if (isVxlan)
            return fail(ErrorCode::MessageOther, "Provided Ethernet address is not unicast.");
        return fail(ErrorCode::CannotAssignAddress);
    }
    Link link = newLink(draft, *netns, draft.network.newLinkId(), edit.link, edit.mac);
    if (edit.mtu) {
        if (isVxlan && (*edit.mtu < leastMtu || *edit.mtu > mostMtu))
            return fail(ErrorCode::MessageOther, "MTU must be between 68 and 65535.");
        if (auto sound = checkMtu(link, *edit.mtu); !sound)
            return sound;
        link.mtu = *edit.mtu;
    }
    Founding founding{draft, *from, link, edit.mtu.has_value()};
    const auto established = std::visit([&](const auto &words) { return establish(founding, words); }, edit.kind);
    if (!established)
        return established;
    if (auto free = claimIndex(draft, *netns, edit.index); !free)
        return free;
    link.index = edit.index.value_or(0);
    enterNetns(draft, *netns, std::move(link));
    allotNsid(draft, *netns, *from);
    stackingChanged(draft);
    if (std::holds_alternative<VrfWords>(edit.kind))
        addVrfRules(draft, *netns);
    return {};
}

namespace {

/// Whether a change is for links of this kind.
bool isFor(const VxlanChange &, const Link &link)
{
    return link.as<Vxlan>() != nullptr;
}
bool isFor(const MacvlanChange &, const Link &link)
{
    return link.as<Macvlan>() != nullptr;
}
bool isFor(const IpvlanChange &, const Link &link)
{
    return link.as<Ipvlan>() != nullptr;
}
bool isFor(const BondChange &, const Link &link)
{
    return link.as<Bond>() != nullptr;
}
bool isFor(const BridgeChange &, const Link &link)
{
    return link.bridge() != nullptr;
}

} // namespace

Result<void> perform(Draft &draft, const ChangeLink &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const auto change = [&](const auto &words) -> Result<void> {
        if (!isFor(words, *draft.network.find(*place)))
            return fail(ErrorCode::OperationNotSupported);
        return alter(draft, *place, words);
    };
    return std::visit(change, edit.change);
}

Result<void> perform(Draft &draft, const RemoveLink &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const Link &link = *draft.network.find(*place);
    if (link.isLoopback() || link.as<OvsDevice>())
        return fail(ErrorCode::OperationNotSupported);
    const std::optional<LinkPlace> peer = link.veth() ? std::optional(link.veth()->peer) : std::nullopt;
    removeLinkAlone(draft, *place);
    if (peer)
        removeLinkAlone(draft, *peer);
    return {};
}

namespace {

/// inetdev_changename: the first address has the link's new name, each other one that with what stood behind the colon
/// of its label, or with its number.
void labelAnew(Link &link)
{
    std::size_t number = 0;
    for (LinkAddress &address : link.addresses4) {
        const std::string old = std::exchange(address.label, {});
        if (++number == 1)
            continue;
        const std::size_t colon = old.find(':');
        const std::string end = colon == std::string::npos ? fmt::format(":{}", number) : old.substr(colon);
        address.label = link.name.substr(0, longestLinkName - std::min(end.size(), longestLinkName)) + end;
    }
}

} // namespace

Result<void> perform(Draft &draft, const RenameLink &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    if (auto sound = checkNewName(edit.newName, "name"); !sound)
        return sound;
    if (edit.newName == edit.link.link)
        return {};
    if (draft.network.find(place->netns)->find(edit.newName))
        return fail(ErrorCode::FileExists);
    const OvsDevice *device = draft.network.find(*place)->as<OvsDevice>();
    if (device && device->owner == place->netns)
        return fail(ErrorCode::Input, "renaming an interface of Open vSwitch where it was made is not simulated");
    Link &link = changeLink(draft, *place);
    link.name = edit.newName;
    labelAnew(link);
    joinOvs(draft, *place);
    return {};
}

namespace {

/// What the link leads to knows where it is now; what does not bear the move goes.
void followMove(Draft &draft, LinkPlace from, LinkPlace to)
{
    for (const LinkPlace dependent : dependentsOf(draft, from)) {
        Link &link = changeLink(draft, dependent);
        if (link.as<Vxlan>()) {
            removeLinkAlone(draft, dependent);
            continue;
        }
        if (Vlan *vlan = link.as<Vlan>())
            vlan->parent = to;
        else if (Macvlan *macvlan = link.as<Macvlan>())
            macvlan->parent = to;
        else if (Ipvlan *ipvlan = link.as<Ipvlan>())
            ipvlan->parent = to;
        allotNsid(draft, dependent.netns, to.netns);
    }
    stackingChanged(draft);
}

/// ovs-system and the local ports of bridges stay where they were made (ovs_vport internal_dev_create).
bool isFixed(const Draft &draft, const Link &link)
{
    const OvsDevice *device = link.as<OvsDevice>();
    if (!device || device->port.empty())
        return device;
    const OvsAttachment at = draft.network.find(device->owner)->ovsPort(device->port);
    return at && at.port == &at.bridge->local();
}

/// The namespace that a link's messages name beside its own (IFLA_LINK_NETNSID).
std::optional<NetnsId> linkNetnsOf(const Link &link)
{
    if (const Veth *veth = link.veth())
        return veth->peer.netns;
    if (const LinkPlace parent = link.parent())
        return parent.netns;
    if (const Vxlan *vxlan = link.as<Vxlan>())
        return vxlan->underlay;
    if (const Tunnel *tunnel = link.as<Tunnel>())
        return tunnel->underlay;
    return std::nullopt;
}

} // namespace

Result<void> perform(Draft &draft, const MoveLink &edit)
{
    if (auto from = findNetns(draft, edit.link.netns); !from)
        return fail(from.error());
    // iproute2 looks at the words that follow before it looks for the link.
    const auto target = findNetns(draft, edit.netns);
    if (!target)
        return fail(ErrorCode::InvalidNetnsValue, edit.netns);
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    if (*target == place->netns)
        return {};
    const Link &before = *draft.network.find(*place);
    if (before.isLoopback() || before.bridge() || before.as<Bond>() || before.as<Vrf>() || isFixed(draft, before))
        return fail(ErrorCode::MessageOther, "The interface netns is immutable.");
    if (draft.network.find(*target)->find(before.name))
        return fail(ErrorCode::MessageOther, "An interface with the same name exists in the target netns.");
    forgetDevice(draft, *place);
    retire(draft, *place);
    Link link = *draft.network.find(*place);
    std::erase_if(draft.network.change(place->netns).links, [&](const Link &other) { return other.id == place->link; });
    link.conf = draft.network.find(*target)->confDefault;
    link.qdisc.reset();
    link.onceUp = false; // its queues are new (dev_shutdown)
    const std::optional<NetnsId> linkNetns = linkNetnsOf(link);
    const bool isVeth = link.veth() != nullptr;
    const LinkPlace peer = isVeth ? link.veth()->peer : LinkPlace{};
    enterNetns(draft, *target, std::move(link));
    if (isVeth)
        changeLink(draft, peer).kind = Veth{{*target, place->link}};
    followMove(draft, *place, {*target, place->link});
    allotNsid(draft, place->netns, *target);
    if (linkNetns)
        allotNsid(draft, *target, *linkNetns);
    if (isVeth)
        allotNsid(draft, peer.netns, *target);
    return {};
}

Result<void> perform(Draft &draft, const SetLinkUp &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    if (edit.up && !draft.network.find(*place)->up) {
        if (auto able = checkOpen(draft, *place); !able)
            return able;
    }
    setUp(draft, *place, edit.up);
    return {};
}

Result<void> perform(Draft &draft, const SetLinkMtu &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const Link &before = *draft.network.find(*place);
    if (before.mtu == edit.mtu)
        return {};
    if (auto sound = checkMtu(before, edit.mtu); !sound)
        return sound;
    if (auto sound = checkLowerMtu(draft, *place, edit.mtu); !sound)
        return sound;
    setMtu(draft, *place, edit.mtu);
    lowerMtuChanged(draft, *place);
    const Link &link = changeLink(draft, *place);
    if (isBridgePort(draft, *place))
        followPortMtus(draft, {place->netns, link.master});
    if (link.bridge() || link.as<OvsDevice>())
        changeLink(draft, *place).mtuSet = true;
    else
        followOvsMtus(draft, *place);
    if (link.as<Bond>())
        bondChanged(draft, *place);
    return {};
}

Result<void> perform(Draft &draft, const SetLinkArp &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    if (draft.network.find(*place)->arpOff == !edit.on)
        return {};
    Link &link = changeLink(draft, *place);
    link.arpOff = !edit.on;
    // Of a link that is up, arp_netdev_event and ndisc_netdev_event forget all neighbours, fixed ones as well.
    if (link.up)
        std::erase_if(draft.network.change(place->netns).neighbours,
                      [&](const Neighbour &entry) { return entry.dev == place->link; });
    // Nobody is asked any more, and what has failed is checked once more (addrconf_dad_run).
    if (!edit.on && isRunning(draft.network, *draft.network.find(place->netns), *draft.network.find(*place))) {
        for (LinkAddress &address : changeLink(draft, *place).addresses6)
            address.dadFailed = false;
        detectDuplicates(draft, *place);
    }
    return {};
}

Result<void> perform(Draft &draft, const SetLinkMac &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    if (!isValidMac(edit.mac))
        return fail(ErrorCode::CannotAssignAddress);
    if (auto sound = checkMac(draft, *place, edit.mac); !sound)
        return sound;
    const MacAddress old = draft.network.find(*place)->mac;
    setMac(draft, *place, edit.mac);
    lowerMacChanged(draft, *place, old);
    Link &link = changeLink(draft, *place);
    link.macSet = true;
    if (link.bridge())
        selectPorts(draft, *place);
    else if (isBridgePort(draft, *place))
        followPortMacs(draft, {place->netns, link.master});
    if (link.as<Bond>())
        bondChanged(draft, *place);
    return {};
}

} // namespace netdraft::model

#include "model/edit/duplicate_detection.h"
#include "model/edit/ipv4_addresses.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/links/stacking.h"
#include "model/edit/perform.h"

#include <algorithm>

namespace netdraft::model {

namespace {

Result<void> addAddress4(Netns &netns, LinkId link, const LinkAddress &address, AddMode mode)
{
    const std::vector<LinkAddress> &addresses = netns.find(link)->addresses4;
    const auto same = std::ranges::find_if(addresses, [&](const LinkAddress &other) {
        return other.local.address == address.local.address && subnetOf(other) == subnetOf(address);
    });
    if (same == addresses.end())
        return insertAddress4(netns, link, address);
    if (mode == AddMode::Add)
        return fail(ErrorCode::AddressAlreadyAssigned);
    const auto at = static_cast<std::size_t>(same - addresses.begin());
    netns.find(link)->addresses4[at].deprecated = address.deprecated;
    setAddressMetric4(netns, link, at, address.metric);
    return {};
}

Result<void> addAddress6(Netns &netns, LinkId link, const LinkAddress &address, AddMode mode)
{
    const std::vector<LinkAddress> &addresses = netns.find(link)->addresses6;
    const auto same = std::ranges::find_if(
        addresses, [&](const LinkAddress &other) { return other.local.address == address.local.address; });
    if (same == addresses.end())
        return insertAddress6(netns, link, address);
    if (mode == AddMode::Add)
        return fail(ErrorCode::MessageOther, "ipv6: address already assigned.");
    modifyAddress6(netns, link, static_cast<std::size_t>(same - addresses.begin()), address);
    return {};
}

/// ipvlan_addr4_validator_event, ipvlan_addr6_validator_event: whether another ipvlan of the same parent has the
/// address.
bool isTakenBeside(Draft &draft, LinkPlace place, const IpAddress &address)
{
    const Ipvlan *ipvlan = draft.network.find(place)->as<Ipvlan>();
    if (!ipvlan)
        return false;
    return std::ranges::any_of(childrenOf(draft, ipvlan->parent), [&](LinkPlace other) {
        const Link &link = *draft.network.find(other);
        const auto isSame = [&](const LinkAddress &has) { return has.local.address == address; };
        return other != place && link.as<Ipvlan>() && std::ranges::any_of(link.addresses(address.family()), isSame);
    });
}

/// Whether nobody tells an address from the one that the kernel forms itself.
bool isLikeKernelMade(const Link &link, const LinkAddress &address)
{
    LinkAddress made;
    made.local = {linkLocalOf(link.mac), 64};
    made.scope = address.scope;
    made.kernelMade = address.kernelMade;
    return address == made;
}

} // namespace

Result<void> perform(Draft &draft, const AddAddress &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    LinkAddress address = edit.address;
    address.secondary = false;
    address.tentative = false;
    address.dadFailed = false;
    address.kernelMade = false;
    if (address.peer)
        address.local.length = address.peer->length;
    if (address.peer && address.peer->address == address.local.address)
        address.peer.reset();
    address.kernelMade = isLikeKernelMade(*draft.network.find(*place), address);
    if (isTakenBeside(draft, *place, address.local.address))
        return fail(ErrorCode::MessageOther, "Address already assigned to an ipvlan device.");
    Netns &netns = draft.network.change(place->netns);
    if (address.local.address.isV4())
        return addAddress4(netns, place->link, address, edit.mode);
    auto added = addAddress6(netns, place->link, address, edit.mode);
    if (added && edit.detection != Detection::Runs)
        knowDetection(draft, *place, address.local.address, edit.detection);
    detectDuplicates(draft, *place);
    return added;
}

Result<void> perform(Draft &draft, const RemoveAddress &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const bool four = edit.address.address.isV4();
    const InterfaceAddress far = edit.peer.value_or(edit.address);
    const std::vector<LinkAddress> &addresses = draft.network.find(*place)->addresses(edit.address.address.family());
    const auto found = std::ranges::find_if(addresses, [&](const LinkAddress &has) {
        if (has.local.address != edit.address.address || has.local.length != far.length)
            return false;
        return !four || subnetOf(has).contains(far.address);
    });
    if (found == addresses.end())
        return four ? fail(ErrorCode::AddressNotFound) : fail(ErrorCode::MessageOther, "ipv6: address not found.");
    const auto at = static_cast<std::size_t>(found - addresses.begin());
    Netns &netns = draft.network.change(place->netns);
    if (four)
        removeAddress4(netns, place->link, at);
    else
        removeAddress6(netns, place->link, at);
    return {};
}

} // namespace netdraft::model

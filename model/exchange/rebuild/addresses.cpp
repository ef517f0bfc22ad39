#include "model/exchange/rebuild/heard.h"
#include "model/exchange/rebuild/steps.h"

#include <algorithm>

namespace netdraft::model::rebuilding {

namespace {

bool isLinkLocal6(const LinkAddress &address)
{
    return !address.local.address.isV4() && address.local.address.isLinkLocal();
}

/// Whether an address came after the links that are down now had gone down. Going down takes IPv6's addresses
/// away; and those that came without a carrier wait for one.
bool isLate(const Link &link, const LinkAddress &address)
{
    return !link.up || (address.tentative && link.ready6);
}

/// Whether the kernel makes this address, or one that nobody tells from it, by itself.
bool isMadeAgain(const Rebuilding &building, const LinkAddress &address, const std::vector<LinkAddress> &made)
{
    // Who of those that have the same gets it first would be chance.
    if (building.references().isContested(address.local.address))
        return false;
    const bool anyWillDo = isLinkLocal6(address) && !building.references().names(address.local.address);
    // One that was given may have become that of the link's MAC since.
    const bool mayBeFormed = address.kernelMade || isLinkLocal6(address);
    return std::ranges::any_of(made, [&](const LinkAddress &own) {
        return (mayBeFormed && own.local == address.local && own.dadFailed == address.dadFailed) ||
               (address.kernelMade && anyWillDo && isLinkLocal6(own));
    });
}

/// What has to be said of the duplicate detection of an address so that it ends as it did.
Detection detectionOf(const Rebuilding &building, const AddAddress &edit, bool failed, const EditList &before)
{
    Project trial = building.built();
    EditList step = before;
    step.add(edit);
    const auto applied = apply(trial, step);
    const Netns *netns = trial.network.find(edit.link.netns);
    const Link *link = netns ? netns->find(std::string_view(edit.link.link)) : nullptr;
    const bool fails = link && std::ranges::any_of(link->addresses6, [&](const LinkAddress &own) {
                           return own.local == edit.address.local && own.dadFailed;
                       });
    if (!applied || fails == failed)
        return Detection::Runs;
    return failed ? Detection::Failed : Detection::Passed;
}

void addressEdits(const Rebuilding &building, const Netns &netns, const Link &link, Family family, bool late,
                  EditList &step)
{
    const Link *same = building.made(netns, link);
    if (!same)
        return;
    const LinkName name{netns.name, link.name};
    std::vector<LinkAddress> wanted = link.addresses(family);
    if (family == Family::Ipv6) // lists the newest first
        std::ranges::reverse(wanted);
    std::vector<LinkAddress> own;
    std::ranges::copy_if(same->addresses(family), std::back_inserter(own), &LinkAddress::kernelMade);
    const bool kept =
        std::ranges::any_of(wanted, [&](const LinkAddress &address) { return isMadeAgain(building, address, own); });
    for (const LinkAddress &address : own) {
        if (!kept && late == !link.up)
            step.add(RemoveAddress{name, address.local});
    }
    for (LinkAddress &address : wanted) {
        if (isLate(link, address) != late || isMadeAgain(building, address, own) ||
            isHeardAgain(building, netns, link, address))
            continue;
        const bool formed = std::exchange(address.kernelMade, false);
        address.secondary = false;
        const bool failed = std::exchange(address.dadFailed, false);
        address.tentative = false;
        AddAddress edit{name, address, AddMode::Add};
        if (formed || building.references().isContested(address.local.address))
            edit.detection = detectionOf(building, edit, failed, step);
        step.add(std::move(edit));
    }
}

} // namespace

void addAddresses(Rebuilding &building, bool late)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            addressEdits(building, *netns, link, Family::Ipv4, late, step);
            addressEdits(building, *netns, link, Family::Ipv6, late, step);
        }
    }
    building.commit(std::move(step));
}

} // namespace netdraft::model::rebuilding

#include "model/forwarding/flood.h"
#include "model/forwarding/stages.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// A neighbour solicitation with its options fits wherever IPv6 runs, and so is taken to be as long.
constexpr int questionSize = arpSize;

Resolution resolveFixed(const DataPlane &plane, LinkIndex out, const Neighbour &neighbour)
{
    Resolution resolution;
    resolution.asked = false;
    resolution.lladdr = neighbour.lladdr;
    const Flood flood(plane, out, &neighbour.lladdr, questionSize);
    for (const std::uint32_t step : flood.receivers()) {
        const LinkIndex receiver = flood.steps()[step].link;
        const Link &link = *plane.links()[receiver].link;
        if (link.bridge() || link.mac == neighbour.lladdr) {
            resolution.receiver = receiver;
            return resolution;
        }
    }
    resolution.cause = Cause::WrongLladdr;
    return resolution;
}

/// Whether the owner of the target answers this sender, and the answer finds its way back: who has the sender's address
/// itself answers no ARP.
bool answers(const DataPlane &plane, LinkIndex owner, LinkIndex out, const std::optional<IpAddress> &sender)
{
    const PlaneLink &link = plane.links()[owner];
    if (link.node == plane.links()[out].node)
        return false;
    return !(sender && hasAddress(*plane.nodes()[link.node].netns, *sender));
}

bool takesWholeNetwork(const DataPlane &plane, LinkIndex owner, const IpAddress &target)
{
    return chooseRoute(plane, plane.links()[owner].node, target).action == Action::Local;
}

} // namespace

Resolution resolve(const DataPlane &plane, LinkIndex out, const IpAddress &target,
                   const std::optional<IpAddress> &sender, std::uint32_t turn)
{
    const PlaneLink &leaving = plane.links()[out];
    const PlaneNode &node = plane.nodes()[leaving.node];
    Resolution resolution;
    if (!leaving.running) {
        resolution.cause = Cause::NoCarrier;
        return resolution;
    }
    if (!node.netns->neighbours.empty()) {
        if (const Neighbour *fixed = node.netns->neighbour(leaving.link->id, target))
            return resolveFixed(plane, out, *fixed);
    }
    // What answers a port's request is delivered to its bridge, which did not ask.
    if (leaving.segment == nowhere) {
        resolution.cause = leaving.link->isLoopback() ? Cause::Martian : Cause::NoNeighbour;
        return resolution;
    }
    // What another says of an address of one's own, also of one that failed, is not believed (ndisc_recv_na).
    if (std::ranges::any_of(leaving.link->addresses6,
                            [&](const LinkAddress &own) { return own.local.address == target; })) {
        resolution.cause = Cause::NoNeighbour;
        return resolution;
    }
    const Segment &segment = plane.segments()[leaving.segment];
    if (segment.loop) {
        resolution.cause = Cause::Storm;
        return resolution;
    }

    const auto asking = target.isV4() ? sender : std::nullopt;
    std::vector<LinkIndex> willing;
    const auto consider = [&](LinkIndex owner) {
        if (answers(plane, owner, out, asking))
            willing.push_back(owner);
    };
    const auto owners = plane.owners(leaving.segment, target);
    if (owners.size() == 1 && segment.wide.empty() && answers(plane, owners[0], out, asking)) {
        resolution.receiver = owners[0];
        resolution.lladdr = plane.links()[owners[0]].link->mac;
        return resolution;
    }
    for (const LinkIndex owner : owners)
        consider(owner);
    if (target.isV4()) {
        for (const LinkIndex owner : segment.wide) {
            if (std::ranges::find(willing, owner) == willing.end() && takesWholeNetwork(plane, owner, target))
                consider(owner);
        }
    }
    if (willing.empty()) {
        resolution.cause = Cause::NoNeighbour;
        return resolution;
    }
    resolution.receiver = willing.front();
    resolution.answers = static_cast<std::uint32_t>(willing.size());
    if (willing.size() > 1) {
        const Flood flood(plane, out, nullptr, questionSize);
        std::uint32_t left = turn % resolution.answers;
        for (const std::uint32_t step : flood.receivers()) {
            const LinkIndex receiver = flood.steps()[step].link;
            if (std::ranges::find(willing, receiver) != willing.end() && left-- == 0) {
                resolution.receiver = receiver;
                break;
            }
        }
    }
    resolution.lladdr = plane.links()[resolution.receiver].link->mac;
    return resolution;
}

} // namespace netdraft::model

#include "model/reachability/mends.h"

#include "model/edit/apply.h"
#include "model/forwarding/stages.h"
#include "model/reachability/mends/bonds.h"
#include "model/reachability/mends/links.h"
#include "model/reachability/mends/nodes.h"
#include "model/reachability/mends/ovs.h"
#include "model/reachability/mends/ports.h"
#include "model/reachability/mends/routes.h"
#include "model/reachability/mends/vrfs.h"

namespace netdraft::model {

namespace {

using namespace mending;

std::vector<Mend> mendsAt(const Place &place)
{
    switch (place.leg.cause) {
    case Cause::NoRoute: return place.leg.isTurnedAway() ? stopSendingToSelf(place) : noRoute(place);
    case Cause::Blackhole:
    case Cause::Unreachable:
    case Cause::Prohibit: return removeDiscarding(place);
    case Cause::NotForwarding: return startForwarding(place);
    case Cause::NoNeighbour: return noNeighbour(place);
    case Cause::LinkDown: return raiseEnd(place);
    case Cause::NoCarrier: return noCarrier(place);
    case Cause::WrongLladdr: return rightLladdr(place);
    case Cause::LoopbackDown:
        return {{MendWords::phrase("Set lo of {} up", place.netns.name),
                 {Edit(SetLinkUp{{place.netns.name, "lo"}, true})}}};
    case Cause::NoSource: return giveAddress(place);
    case Cause::TtlExceeded: return spendLessTtl(place);
    case Cause::PacketTooBig: return growMtu(place);
    case Cause::BroadcastTarget:
        return sameLengthAsNeighbours(place, chooseRoute(place.plane, place.index, place.leg.destination).out);
    case Cause::ReversePath: return stopFiltering(place);
    case Cause::EchoIgnored: return answerEchoes(place);
    case Cause::Filtered:
    case Cause::Rejected: return letThrough(place);
    case Cause::Isolated:
    case Cause::PortStopped:
    case Cause::PortLocked: return openPort(place);
    case Cause::NotFlooded: return floodAgain(place);
    case Cause::VrfDown: return raiseVrf(place);
    case Cause::MemberInactive: return activateMember(place);
    case Cause::NotTrunked: return carryVlan(place);
    case Cause::WrongVlan: return untagAtPort(place);
    case Cause::Martian: return stopSendingToSelf(place);
    case Cause::BeyondScope:
    case Cause::Storm:
    case Cause::WrongReceiver:
    case Cause::NoTunnelEnd:
    case Cause::WrongVni:
    case Cause::NoTunnel:
    case Cause::WrongKey:
    case Cause::NoTunnelSource:
    case Cause::TunnelLoop:
    case Cause::NotCarried:
    case Cause::PortClosed:
    case Cause::Dummy:
    case Cause::QdiscDropped:
    case Cause::NotModelled:
    case Cause::None: return {};
    }
    return {};
}

/// Whether the kernel would take the edits.
bool isAccepted(const Network &network, const Mend &mend)
{
    Project copy;
    copy.network = network;
    return apply(copy, mend.edits).has_value();
}

} // namespace

std::vector<Mend> mendsOf(const DataPlane &plane, const Leg &leg)
{
    if (leg.hops.empty())
        return {};
    const Hop &last = leg.hops.back();
    const NodeIndex index = plane.index(last.node);
    std::vector<Mend> found = mendsAt({plane, leg, last, index, *plane.nodes()[index].netns});
    std::erase_if(found, [&](const Mend &mend) { return !isAccepted(plane.network(), mend); });
    return found;
}

std::vector<Mend> mends(const DataPlane &plane, const Ping &ping)
{
    return ping.reachable ? std::vector<Mend>{} : mendsOf(plane, ping.decisive());
}

} // namespace netdraft::model

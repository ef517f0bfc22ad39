#include "model/reachability/walk.h"

#include "model/forwarding/flood.h"
#include "model/forwarding/ip_stages.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// The frame's way through cables and bridges to the receiver; the receiver is `nowhere` if a link drops it.
LinkIndex transfer(const DataPlane &plane, LinkIndex out, const Resolution &next, int size, Leg *record)
{
    const SegmentIndex segment = plane.links()[out].segment;
    const bool checked = segment == nowhere || size > plane.segments()[segment].leastMtu;
    if (!checked && !record)
        return next.receiver;
    const Flood flood(plane, out, &next.lladdr, size);
    for (const std::uint32_t step : flood.receivers()) {
        if (flood.steps()[step].link == next.receiver) {
            if (record) {
                for (const LinkIndex link : flood.path(step))
                    record->links.push_back(plane.place(link));
            }
            return next.receiver;
        }
    }
    return nowhere;
}

/// A packet to what its sender takes for a broadcast address goes to everybody on the link; whoever has the address
/// takes it (ip_mc_output).
struct Takers {
    LinkIndex first = nowhere; ///< `nowhere` if nobody has it
    bool several = false;
};

Takers broadcast(const DataPlane &plane, const Packet &packet, LinkIndex out, Leg *record)
{
    const Flood flood(plane, out, nullptr, packet.size);
    Takers takers;
    for (const std::uint32_t step : flood.receivers()) {
        const LinkIndex receiver = flood.steps()[step].link;
        if (chooseRoute(plane, plane.links()[receiver].node, packet.destination).action != Action::Local)
            continue;
        if (takers.first != nowhere) {
            takers.several = true;
            return takers;
        }
        takers.first = receiver;
        if (!record)
            continue;
        record->hops.back().out = plane.links()[out].link->id;
        for (const LinkIndex link : flood.path(step))
            record->links.push_back(plane.place(link));
    }
    return takers;
}

/// Whether the walk knows all that decides about a packet of this namespace, as far as the next one.
bool isPlain(const DataPlane &plane, const PlaneNode &node, const Choice &choice)
{
    if (!node.plain)
        return false;
    const SegmentIndex segment = choice.out == nowhere ? nowhere : plane.links()[choice.out].segment;
    return segment == nowhere || plane.isPlainSegment(segment);
}

} // namespace

WalkEnd walk(const DataPlane &plane, NodeIndex from, Packet packet, Sender sender, const Choice &choice,
             std::uint32_t turn, Acquaintances &acquaintances, Leg *record)
{
    const auto &links = plane.links();
    WalkEnd end;
    end.node = from;
    Choice here = choice;
    LinkIndex in = nowhere;
    while (true) {
        const PlaneNode &node = plane.nodes()[end.node];
        end.touched.add(end.node);
        if (!isPlain(plane, node, here)) {
            end.plain = false;
            return end;
        }
        if (record) {
            Hop hop;
            hop.node = node.netns->id;
            if (in != nowhere)
                hop.in = links[in].link->id;
            if (here.route)
                hop.route = *here.route;
            record->hops.push_back(hop);
        }
        if (in == nowhere && sender == Sender::Kernel && here.action == Action::Broadcast && here.out != nowhere) {
            const Takers takers = broadcast(plane, packet, here.out, record);
            end.touched = NodeMarks::all();
            if (takers.several) {
                end.plain = false; // one of them may be who waits for it
                return end;
            }
            in = takers.first;
            if (in != nowhere) {
                end.in = in;
                end.node = links[in].node;
                here = chooseRouteFrom(plane, end.node, in, packet.destination);
                continue;
            }
        }
        if (in == nowhere) {
            if (here.action == Action::Local)
                end.cause = node.netns->loopback().up ? Cause::None : Cause::LoopbackDown;
            else if (here.action != Action::Forward)
                end.cause = here.cause;
            else if (turnsAway(node, here))
                end.cause = Cause::NoRoute;
            else if (!mayLeave(here, packet))
                end.cause = Cause::PacketTooBig;
            else if (packet.size > mtuOf(plane, here))
                packet.dontFragment = false; // its own packets a node cuts up (ip_append_data), and marks no part
        } else {
            if (!links[in].link->isLoopback())
                end.cause = admit(node, links[in], packet, here);
            if (end.cause == Cause::None && here.action == Action::Forward)
                end.cause = mayForward(plane, in, packet, here);
        }
        if (end.cause != Cause::None || here.action != Action::Forward)
            return end;

        if (record) {
            record->hops.back().out = links[here.out].link->id;
            record->hops.back().nextHop = here.nextHop;
        }
        if (in != nowhere && links[here.out].link->isLoopback()) {
            // Out of `lo` and in again, with the route that it has (loopback_xmit).
            --packet.ttl;
            in = here.out;
            end.in = in;
            continue;
        }
        const auto asker = in == nowhere ? std::optional(packet.source) : arpSender(plane, here.out, here.nextHop);
        Resolution next = resolve(plane, here.out, here.nextHop, asker, turn);
        const LinkIndex known =
            turn == 0 && links[here.out].running ? acquaintances.find(here.out, here.nextHop) : nowhere;
        if (known != nowhere && next.asked) {
            next.receiver = known;
            next.cause = Cause::None;
            next.lladdr = links[known].link->mac;
        } else if (next.cause == Cause::None && next.asked && asker) {
            acquaintances.meet(next.receiver, *asker, here.out);
        }
        end.answers = std::max(end.answers, next.answers);
        end.certain = end.certain && next.cause != Cause::Storm;
        if (next.cause != Cause::None) {
            end.cause = next.cause;
            return end;
        }
        const int size = std::min(packet.size, mtuOf(plane, here));
        const LinkIndex receiver = transfer(plane, here.out, next, size, record);
        if (receiver == nowhere) {
            end.cause =
                size > plane.segments()[links[here.out].segment].leastMtu ? Cause::PacketTooBig : Cause::WrongLladdr;
            return end;
        }
        if (in != nowhere)
            --packet.ttl;
        in = receiver;
        end.in = in;
        end.node = links[in].node;
        here = chooseRouteFrom(plane, end.node, in, packet.destination);
    }
}

} // namespace netdraft::model

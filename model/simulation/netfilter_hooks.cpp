#include "model/simulation/netfilter_hooks.h"

#include "model/forwarding/listeners.h"
#include "model/forwarding/stages.h"
#include "model/simulation/icmp.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/visit_log.h"

namespace netdraft::model::simulation {

namespace {

using netfilter::Hook;
using netfilter::Verdict;

class PlaneSurroundings : public netfilter::Surroundings
{
public:
    PlaneSurroundings(Simulation &simulation, NodeIndex node) : m_simulation(simulation), m_node(node) {}
    netfilter::HookLog *log() override { return isLogged(m_simulation) ? &asked : nullptr; }
    netfilter::HookLog asked;
    netfilter::CountedPackets *counted() override
    {
        const Netns &netns = *m_simulation.plane.nodes()[m_node].netns;
        return m_simulation.recording ? &m_simulation.recording->counted(netns.id) : nullptr;
    }

    std::optional<IpAddress> sourceAddress(const Link &out, const IpAddress &target) override
    {
        return addressTowards(m_simulation.plane, m_node, m_simulation.plane.index(out.id), target);
    }
    Choices &choices() override { return m_simulation.choices; }

private:
    Simulation &m_simulation;
    NodeIndex m_node;
};

const Link *linkAt(const DataPlane &plane, LinkIndex link)
{
    return link == nowhere ? nullptr : plane.links()[link].link;
}

Verdict runHook(Simulation &simulation, Hook hook, netfilter::HookState state, NodeIndex node, netfilter::Skb &skb,
                VisitId visit)
{
    state.hook = hook;
    state.now = std::chrono::microseconds(simulation.now());
    simulation.touched.add(node);
    PlaneSurroundings surroundings(simulation, node);
    if (!isLogged(simulation))
        return simulation.plane.nodes()[node].hooks->run(state, skb, simulation.conntracks[node], surroundings);
    const Packet before = skb.packet;
    Verdict verdict = simulation.plane.nodes()[node].hooks->run(state, skb, simulation.conntracks[node], surroundings);
    logHook(simulation, visit, hook, surroundings.asked, before, skb);
    return verdict;
}

/// One hook. `in` and `out` are the links that the hook sees.
bool passes(Simulation &simulation, Hook hook, LinkIndex in, LinkIndex out, Skb &skb, const Station &station,
            bool *reroute = nullptr)
{
    const VisitId visit = visitOf(simulation, station.node, skb);
    if (!simulation.plane.nodes()[station.node].hooks) {
        logEmptyHook(simulation, visit, hook, skb.packet);
        return true;
    }
    netfilter::HookState state;
    state.in = linkAt(simulation.plane, in);
    state.out = linkAt(simulation.plane, out);
    if (hook == Hook::Postrouting && station.route && !station.route->hops.empty())
        state.gateway = station.route->hops.front().via;
    const Verdict verdict = runHook(simulation, hook, state, station.node, skb, visit);
    if (reroute)
        *reroute = verdict.reroute;
    if (verdict.accepted())
        return true;
    // Who is not let out hears it at once from sendmsg(2); a socket that connects hears what REJECT sends.
    if (verdict.kind == Verdict::Kind::Reject && (hook != Hook::Output || transportOf(skb.packet)))
        reject(simulation, skb, station, verdict.with);
    endPacket(simulation, skb, station, verdict.kind == Verdict::Kind::Reject ? Cause::Rejected : Cause::Filtered,
              verdict.by);
    return false;
}

/// The link that packets of the namespace to itself go by.
LinkIndex outOf(const Simulation &simulation, const Station &station)
{
    return station.out == nowhere ? simulation.plane.nodes()[station.node].firstLink : station.out;
}

} // namespace

bool comesIn(Simulation &simulation, Skb &skb, const Station &station)
{
    return skb.prerouted || passes(simulation, Hook::Prerouting, skb.in, nowhere, skb, station);
}

bool isLetIn(Simulation &simulation, Skb &skb, const Station &station)
{
    return passes(simulation, Hook::Input, skb.in, nowhere, skb, station);
}

bool isLetThrough(Simulation &simulation, Skb &skb, const Station &station)
{
    return passes(simulation, Hook::Forward, skb.in, station.out, skb, station) &&
           passes(simulation, Hook::Postrouting, skb.in, station.out, skb, station);
}

bool isLetOut(Simulation &simulation, Skb &skb, const Station &station, bool &reroute)
{
    return passes(simulation, Hook::Output, nowhere, outOf(simulation, station), skb, station, &reroute);
}

bool goesOut(Simulation &simulation, Skb &skb, const Station &station)
{
    return passes(simulation, Hook::Postrouting, nowhere, outOf(simulation, station), skb, station);
}

bool leaves(Simulation &simulation, Skb &skb, const Station &station)
{
    bool reroute = false;
    const LinkIndex out = outOf(simulation, station);
    // Its buffer is the link's already (ndisc_alloc_skb), which ip6_output takes for where it came by.
    return isLetOut(simulation, skb, station, reroute) && passes(simulation, Hook::Postrouting, out, out, skb, station);
}

bool callsNetfilter(const DataPlane &plane, LinkIndex bridge, Family family)
{
    const PlaneNode &node = plane.nodes()[plane.links()[bridge].node];
    const auto calls = family == Family::Ipv4 ? NetnsSysctl::BridgeCallIptables : NetnsSysctl::BridgeCallIp6tables;
    return node.hooks && node.netns->sysctls[static_cast<std::size_t>(calls)] != 0;
}

bool passesBridge(Simulation &simulation, Hook hook, const Bridged &bridged, Frame &frame, Tracked &tracked)
{
    const DataPlane &plane = simulation.plane;
    netfilter::HookState state;
    state.in = linkAt(plane, bridged.bridge);
    state.out = hook == Hook::Prerouting ? nullptr : state.in;
    state.physicalIn = linkAt(plane, bridged.in);
    state.physicalOut = linkAt(plane, bridged.out);
    netfilter::Skb skb;
    skb.packet = std::get<Packet>(frame.payload);
    skb.mark = tracked.mark;
    skb.tracking = tracked.tracking;
    skb.sourceMac = frame.source;
    skb.type = frame.destination.isBroadcast()   ? netfilter::PacketType::Broadcast
               : frame.destination.isMulticast() ? netfilter::PacketType::Multicast
                                                 : netfilter::PacketType::Host;
    const Verdict verdict = runHook(simulation, hook, state, plane.links()[bridged.bridge].node, skb, tracked.visit);
    frame.payload = skb.packet;
    tracked.mark = skb.mark;
    tracked.tracking = skb.tracking;
    if (verdict.accepted())
        return true;
    Station station;
    station.node = plane.links()[bridged.bridge].node;
    station.in = bridged.bridge;
    Skb rejected;
    static_cast<netfilter::Skb &>(rejected) = skb;
    rejected.journey = tracked.journey;
    rejected.in = bridged.bridge;
    if (verdict.kind == Verdict::Kind::Reject)
        reject(simulation, rejected, station, verdict.with);
    endFrame(simulation, bridged.out == nowhere ? bridged.in : bridged.out,
             verdict.kind == Verdict::Kind::Reject ? Cause::Rejected : Cause::Filtered, frame, tracked, verdict.by);
    return false;
}

} // namespace netdraft::model::simulation

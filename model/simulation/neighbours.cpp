#include "model/simulation/neighbours.h"

#include "model/forwarding/stages.h"
#include "model/simulation/arp.h"
#include "model/simulation/icmp.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbour_discovery.h"
#include "model/simulation/visit_log.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

constexpr int mostProbes = 3;          ///< mcast_solicit
constexpr Time betweenProbes = second; ///< retrans_time_ms

const Neighbour *fixedNeighbour(const DataPlane &plane, LinkIndex link, const IpAddress &address)
{
    const PlaneLink &here = plane.links()[link];
    return plane.nodes()[here.node].netns->neighbour(here.link->id, address);
}

/// Asks for a neighbour; `skb` is a packet that waits for it.
void solicit(Simulation &simulation, LinkIndex link, const IpAddress &address, const Skb &skb)
{
    if (address.isV4())
        askByArp(simulation, link, address, skb);
    else
        askByDiscovery(simulation, link, address, skb);
}

/// Asks for the first time.
void beginAsking(Simulation &simulation, LinkIndex link, const IpAddress &address, NeighbourEntry &entry,
                 const Skb &skb)
{
    entry.probes = 1;
    solicit(simulation, link, address, skb);
    simulation.at(simulation.now() + betweenProbes, NeighbourTimer{link, address});
}

/// arp_error_report, ndisc_error_report.
void giveUp(Simulation &simulation, NeighbourEntry &entry, Cause cause)
{
    entry.state = NeighbourEntry::State::Failed;
    for (const NeighbourEntry::Waiting &waiting : std::exchange(entry.waiting, {}))
        endPacket(simulation, waiting.skb, waiting.station, cause);
}

} // namespace

void sendToNeighbour(Simulation &simulation, Skb skb, const Station &station)
{
    const IpAddress &address = *station.nextHop;
    const PlaneLink &out = simulation.plane.links()[station.out];
    if (out.link->isLoopback())
        return endPacket(simulation, skb, station, Cause::Martian);
    const auto known = [&](Known how) { logNeighbour(simulation, skb.visit, station.out, address, how); };
    if (const Neighbour *fixed = fixedNeighbour(simulation.plane, station.out, address)) {
        known(Known::Fixed);
        return sendInFrame(simulation, skb, station, fixed->lladdr);
    }
    if (out.link->asksNobody()) { // arp_constructor, ndisc_constructor
        known(Known::Nobody);
        return sendInFrame(simulation, skb, station, out.link->mac);
    }
    NeighbourEntry &entry = simulation.neighbours[{station.out, address}];
    const bool before = entry.state == NeighbourEntry::State::Valid && entry.answers.empty();
    known(before ? Known::Before : Known::Asked);
    if (before)
        return sendInFrame(simulation, skb, station, entry.lladdr);
    const bool first = entry.waiting.empty() && entry.probes == 0;
    if (entry.state == NeighbourEntry::State::Failed)
        return endPacket(simulation, skb, station, Cause::NoNeighbour);
    const Skb asked = skb;
    entry.waiting.push_back({std::move(skb), station});
    if (!first || entry.state == NeighbourEntry::State::Valid)
        return;
    if (!out.running)
        return giveUp(simulation, entry, Cause::NoCarrier);
    beginAsking(simulation, station.out, address, entry, asked);
}

bool knowsNeighbour(Simulation &simulation, LinkIndex link, const IpAddress &address, JourneyId about)
{
    const PlaneLink &here = simulation.plane.links()[link];
    if (fixedNeighbour(simulation.plane, link, address) || here.link->asksNobody())
        return true;
    NeighbourEntry &entry = simulation.neighbours[{link, address}];
    if (entry.state == NeighbourEntry::State::Valid)
        return true;
    if (entry.state == NeighbourEntry::State::Incomplete && entry.probes == 0 && here.running) {
        Skb nothing;
        nothing.journey = about;
        beginAsking(simulation, link, address, entry, nothing);
    }
    return false;
}

void learnNeighbour(Simulation &simulation, LinkIndex link, const IpAddress &address, const MacAddress &lladdr,
                    Telling telling)
{
    const auto known = simulation.neighbours.find({link, address});
    if (known == simulation.neighbours.end()) {
        // Of an address that several have, an earlier packet of another may have taught its place.
        const bool othersFirst = simulation.plane.holders(address) > 1 && simulation.choices.pick(2) == 1;
        if (telling == Telling::Asked && !othersFirst && !fixedNeighbour(simulation.plane, link, address)) {
            NeighbourEntry entry;
            entry.state = NeighbourEntry::State::Valid;
            entry.lladdr = lladdr;
            simulation.neighbours.emplace(std::pair(link, address), std::move(entry));
        }
        return;
    }
    NeighbourEntry &entry = known->second;
    if (entry.state == NeighbourEntry::State::Valid && entry.answers.empty())
        return; // a first answer stands for a second (LOCKTIME), and a simulation is shorter than that
    if (entry.answers.empty())
        simulation.afterThisMoment(NeighbourAnswered{link, address});
    entry.state = NeighbourEntry::State::Valid;
    if (std::ranges::find(entry.answers, lladdr) == entry.answers.end())
        entry.answers.push_back(lladdr);
}

void settleAnswers(Simulation &simulation, LinkIndex link, const IpAddress &address)
{
    NeighbourEntry &entry = simulation.neighbours[{link, address}];
    const auto answers = std::exchange(entry.answers, {});
    entry.lladdr = answers[answers.size() > 1 ? simulation.choices.pick(answers.size()) : 0];
    const MacAddress lladdr = entry.lladdr;
    for (const NeighbourEntry::Waiting &waiting : std::exchange(entry.waiting, {}))
        sendInFrame(simulation, waiting.skb, waiting.station, lladdr);
}

void probeAgain(Simulation &simulation, LinkIndex link, const IpAddress &address)
{
    NeighbourEntry &entry = simulation.neighbours[{link, address}];
    if (entry.state != NeighbourEntry::State::Incomplete)
        return;
    if (entry.probes == mostProbes)
        return giveUp(simulation, entry, Cause::NoNeighbour);
    ++entry.probes;
    const Skb waiting = entry.waiting.empty() ? Skb{} : entry.waiting.front().skb;
    solicit(simulation, link, address, waiting);
    simulation.at(simulation.now() + betweenProbes, NeighbourTimer{link, address});
}

void abandonWaiting(Simulation &simulation)
{
    for (auto &[place, entry] : simulation.neighbours)
        giveUp(simulation, entry, Cause::Storm);
}

} // namespace netdraft::model::simulation

#include "model/reachability/legs.h"

#include "model/forwarding/listeners.h"

#include <algorithm>

namespace netdraft::model {

namespace sim = simulation;

namespace {

Hop hopOf(const DataPlane &plane, const sim::Station &station)
{
    const auto linkId = [&](LinkIndex link) { return link == nowhere ? LinkId{} : plane.links()[link].link->id; };
    Hop hop;
    hop.node = plane.nodes()[station.node].netns->id;
    hop.in = linkId(station.in);
    hop.out = linkId(station.out);
    if (station.route)
        hop.route = *station.route;
    hop.nextHop = station.nextHop;
    return hop;
}

/// Whether a packet's way went through a namespace at all: an answer that its own switch swallows has none to tell of.
bool hasStation(const sim::Ending &ending)
{
    for (const sim::Trail *step = ending.trail.get(); step; step = step->before.get()) {
        if (std::holds_alternative<sim::Station>(step->step))
            return true;
    }
    return false;
}

} // namespace

Leg legOf(const DataPlane &plane, const sim::Ending &ending)
{
    Leg leg;
    leg.source = ending.packet.source;
    leg.destination = ending.packet.destination;
    leg.cause = ending.cause;
    leg.rule = ending.rule;
    leg.port = portsOf(ending.packet).value_or(Ports{}).destination;
    if (ending.at != nowhere)
        leg.at = plane.place(ending.at);
    for (const sim::Trail *step = ending.trail.get(); step; step = step->before.get()) {
        if (const auto *station = std::get_if<sim::Station>(&step->step))
            leg.hops.push_back(hopOf(plane, *station));
        else
            leg.links.push_back(plane.place(std::get<LinkIndex>(step->step)));
    }
    std::ranges::reverse(leg.hops);
    std::ranges::reverse(leg.links);
    return leg;
}

const sim::Ending *lostResolution(const sim::Journal &journal, const sim::Ending *end)
{
    if (!end || end->cause != Cause::NoNeighbour)
        return nullptr;
    const sim::JourneyId question = journal.about(end->journey, sim::Purpose::Question);
    if (question == sim::noJourney)
        return nullptr;
    const sim::JourneyId answer = journal.about(question, sim::Purpose::Answer);
    if (answer == sim::noJourney && std::ranges::count(journal.endings(), question, &sim::Ending::journey) != 1)
        return nullptr; // copies of a question end in many places, and which of them matters is not known
    const sim::Ending *lost = journal.ending(answer == sim::noJourney ? question : answer);
    if (!lost || lost->cause == Cause::None || !hasStation(*lost))
        return nullptr;
    // The question may itself have been lost for a question: below a tunnel.
    const sim::Ending *deeper = lostResolution(journal, lost);
    return deeper ? deeper : lost;
}

} // namespace netdraft::model

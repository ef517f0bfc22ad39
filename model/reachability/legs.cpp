#include "model/reachability/legs.h"

#include "model/forwarding/listeners.h"
#include "model/reachability/behind.h"

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
    hop.below = station.below;
    return hop;
}

/// The way of a packet that ended so, from its sender.
Leg legOf(const DataPlane &plane, const sim::Ending &ending)
{
    Leg leg;
    leg.source = ending.packet.source;
    leg.destination = ending.packet.destination;
    leg.cause = ending.cause;
    leg.rule = ending.rule;
    leg.vlan = ending.vlan;
    leg.port = portsOf(ending.packet).value_or(Ports{}).destination;
    if (ending.at != nowhere)
        leg.at = plane.place(ending.at);
    for (const sim::Trail *step = ending.trail.get(); step; step = step->before.get()) {
        if (const auto *station = std::get_if<sim::Station>(&step->step))
            leg.hops.push_back(hopOf(plane, *station));
        else
            leg.links.push_back(plane.place(std::get<LinkIndex>(step->step)));
    }
    if (leg.hops.empty()) { // a frame that no namespace decided about
        const NodeIndex node = ending.node == nowhere ? plane.links()[ending.at].node : ending.node;
        leg.hops.emplace_back().node = plane.nodes()[node].netns->id;
    }
    std::ranges::reverse(leg.hops);
    std::ranges::reverse(leg.links);
    return leg;
}

/// The way of a packet of which nothing that is modelled tells where it ended: its sender alone is known.
Leg untold(const DataPlane &plane, NodeIndex sender)
{
    Leg leg;
    leg.cause = Cause::NotModelled;
    leg.hops.emplace_back().node = plane.nodes()[sender].netns->id;
    return leg;
}

/// Whom a question that found no neighbour was for.
IpAddress askedFor(const sim::Ending &end)
{
    for (const sim::Trail *step = end.trail.get(); step; step = step->before.get()) {
        if (const auto *station = std::get_if<sim::Station>(&step->step))
            return station->nextHop.value_or(end.packet.destination);
    }
    return end.packet.destination;
}

/// The copy of a question that did not come to whom it was for because of its VLAN.
const sim::Ending *lostInVlan(const DataPlane &plane, const sim::Journal &journal, sim::JourneyId question,
                              const IpAddress &target)
{
    const auto matters = [&](const sim::Ending &ending) {
        if (ending.journey != question || ending.at == nowhere)
            return false;
        const auto *last = ending.trail ? std::get_if<LinkIndex>(&ending.trail->step) : nullptr;
        const bool cameIn = last && *last == ending.at;
        if (ending.cause == Cause::NotTrunked)
            return cameIn ? liesBeyond(plane, ending.at, target) : liesBehind(plane, ending.at, target);
        return ending.cause == Cause::WrongVlan && hasForItself(plane.links()[ending.at], target);
    };
    const auto found = std::ranges::find_if(journal.endings(), matters);
    return found == journal.endings().end() ? nullptr : &*found;
}

/// Where no neighbour was found: how the question for it, or the answer that somebody gave, was lost.
/// Null when `end` is no such end, or when it is not known.
const sim::Ending *lostResolution(const DataPlane &plane, const sim::Journal &journal, const sim::Ending *end)
{
    if (!end || end->cause != Cause::NoNeighbour)
        return nullptr;
    const sim::JourneyId question = journal.about(end->journey, sim::Purpose::Question);
    if (question == sim::noJourney)
        return nullptr;
    const sim::JourneyId answer = journal.about(question, sim::Purpose::Answer);
    // Where a copy came to what is not modelled, that might have answered.
    const auto unknown = std::ranges::find_if(journal.endings(), [&](const sim::Ending &ending) {
        return ending.journey == question && ending.cause == Cause::NotModelled;
    });
    if (answer == sim::noJourney && unknown != journal.endings().end())
        return &*unknown;
    if (answer == sim::noJourney) {
        if (const sim::Ending *lost = lostInVlan(plane, journal, question, askedFor(*end)))
            return lost;
    }
    const auto copies = std::ranges::count_if(journal.endings(), [&](const sim::Ending &ending) {
        return ending.journey == question && ending.cause != Cause::NotTrunked;
    });
    if (answer == sim::noJourney && copies != 1)
        return nullptr; // copies of a question end in many places, and which of them matters is not known
    const sim::Ending *lost = journal.ending(answer == sim::noJourney ? question : answer);
    if (!lost || lost->cause == Cause::None)
        return nullptr;
    // The question may itself have been lost for a question: below a tunnel.
    const sim::Ending *deeper = lostResolution(plane, journal, lost);
    return deeper ? deeper : lost;
}

} // namespace

ExchangeEnd readExchange(const DataPlane &plane, const sim::Journal &journal, sim::JourneyId request, NodeIndex from,
                         const IpAddress &sender, Exchange *record)
{
    ExchangeEnd result;
    const auto endAbout = [&](sim::Purpose purpose) {
        const sim::JourneyId id = journal.about(request, purpose);
        return id == sim::noJourney ? nullptr : journal.ending(id);
    };
    const sim::Ending *there = journal.ending(request);
    const sim::Ending *back = endAbout(sim::Purpose::Reply);
    const sim::Ending *error = endAbout(sim::Purpose::Error);
    result.answered = journal.about(request, sim::Purpose::Reply) != sim::noJourney;
    const bool arrived = there && there->cause == Cause::None;
    result.decisive = arrived && result.answered ? back : there;
    const sim::Ending *lost = lostResolution(plane, journal, result.decisive);
    if (lost)
        result.decisive = lost;
    if (!record)
        return result;
    record->request = there ? legOf(plane, *there) : untold(plane, from);
    if (back)
        record->reply = legOf(plane, *back);
    else if (arrived && result.answered)
        record->reply = untold(plane, there->node);
    // Errors about a tunnel's own packets go to the tunnel's end, not to who sent what is in them.
    if (error && error->packet.destination == sender)
        record->error = legOf(plane, *error);
    if (lost)
        record->resolution = legOf(plane, *lost);
    return result;
}

} // namespace netdraft::model

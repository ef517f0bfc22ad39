#include "model/simulation/visit_log.h"

#include "model/simulation/routing.h"

#include <algorithm>
#include <ranges>

namespace netdraft::model::simulation {

namespace {

constexpr std::size_t mostVisits = 10'000;

VisitLog *logOf(const Simulation &simulation)
{
    return simulation.recording ? simulation.recording->visitLog() : nullptr;
}

Visit *visitAt(const Simulation &simulation, VisitId visit)
{
    VisitLog *log = logOf(simulation);
    return log && visit < log->visits.size() ? &log->visits[visit] : nullptr;
}

Visit *begin(const Simulation &simulation, NodeIndex node, VisitId &visit, JourneyId journey, const Frame &frame)
{
    VisitLog *log = logOf(simulation);
    if (!log || log->visits.size() == mostVisits)
        return nullptr;
    Visit began;
    began.node = simulation.plane.nodes()[node].netns->id;
    began.frame = frame;
    if (journey != noJourney) {
        const Journey &its = simulation.journal.journey(journey);
        began.journey = log->firstJourney + journey;
        began.purpose = its.purpose;
        began.about = its.about == noJourney ? noJourney : log->firstJourney + its.about;
        log->nextJourney = std::max(log->nextJourney, began.journey + 1);
    }
    visit = static_cast<VisitId>(log->visits.size());
    log->visits.push_back(std::move(began));
    return &log->visits.back();
}

LinkPlace placeOf(const Simulation &simulation, LinkIndex link)
{
    return link == nowhere ? LinkPlace{} : simulation.plane.place(link);
}

/// Takes the place of a step that said only that the stage was come to.
void put(Visit &visit, Step step)
{
    if (!visit.steps.empty() && visit.steps.back().stage == step.stage &&
        std::holds_alternative<std::monostate>(visit.steps.back().what))
        visit.steps.back() = std::move(step);
    else
        visit.steps.push_back(std::move(step));
}

} // namespace

bool isLogged(const Simulation &simulation)
{
    return logOf(simulation) != nullptr;
}

VisitId visitOf(Simulation &simulation, NodeIndex node, VisitId &visit, JourneyId journey, const Frame &frame)
{
    if (visit == noVisit)
        begin(simulation, node, visit, journey, frame);
    return visit;
}

VisitId visitOf(Simulation &simulation, NodeIndex node, Skb &skb)
{
    if (skb.visit == noVisit && isLogged(simulation)) {
        Frame frame;
        frame.payload = skb.packet;
        frame.wireSize = skb.packet.size;
        begin(simulation, node, skb.visit, skb.journey, frame);
    }
    return skb.visit;
}

void logArrival(Simulation &simulation, LinkIndex link, const Frame &frame, Tracked &tracked)
{
    if (tracked.visit == noVisit) {
        const NodeIndex node = simulation.plane.links()[link].node;
        if (Visit *visit = begin(simulation, node, tracked.visit, tracked.journey, frame))
            visit->came = std::exchange(tracked.sent, std::nullopt);
    }
    logLink(simulation, tracked.visit, Stage::Ingress, link);
}

void logLink(Simulation &simulation, VisitId id, Stage stage, LinkIndex link)
{
    if (Visit *visit = visitAt(simulation, id))
        visit->steps.push_back({stage, AtLink{placeOf(simulation, link)}});
}

void logStage(Simulation &simulation, VisitId id, Stage stage)
{
    if (Visit *visit = visitAt(simulation, id))
        visit->steps.push_back({stage, {}});
}

void logBridge(Simulation &simulation, VisitId id, LinkIndex bridge, std::uint16_t vlan, const MacAddress &mac,
               FdbAnswer how, LinkIndex port)
{
    if (Visit *visit = visitAt(simulation, id))
        visit->steps.push_back(
            {Stage::Bridge, AtBridge{placeOf(simulation, bridge), mac, how, placeOf(simulation, port), vlan}});
}

void logHook(Simulation &simulation, VisitId id, netfilter::Hook hook, const netfilter::HookLog &log,
             const Packet &before, const netfilter::Skb &after)
{
    Visit *visit = visitAt(simulation, id);
    if (!visit)
        return;
    AtHook at;
    at.present = true;
    at.asked = log.asked();
    at.sourceBefore = before.source;
    at.destinationBefore = before.destination;
    at.source = after.packet.source;
    at.destination = after.packet.destination;
    const NodeIndex node = simulation.plane.index(visit->node);
    if (simulation.plane.nodes()[node].hooks->tracks(before.family()))
        at.tracked = after.tracking.info;
    put(*visit, {stageOf(hook), std::move(at)});
}

void logEmptyHook(Simulation &simulation, VisitId id, netfilter::Hook hook, const Packet &packet)
{
    if (Visit *visit = visitAt(simulation, id))
        put(*visit, {stageOf(hook),
                     AtHook{false, {}, {}, packet.source, packet.destination, packet.source, packet.destination}});
}

void logLookUp(Simulation &simulation, NodeIndex node, const Flow &flow, const Choice &choice, bool hashed)
{
    if (VisitLog *log = logOf(simulation))
        log->last = VisitLog::LookUp{node, flow, choice.route, hashed};
}

void logRouting(Simulation &simulation, VisitId id, NodeIndex node, const Flow &flow, const Choice &choice)
{
    Visit *visit = visitAt(simulation, id);
    if (!visit)
        return;
    const auto last = std::exchange(logOf(simulation)->last, std::nullopt);
    const bool known =
        last && last->node == node && last->route == choice.route && last->flow.destination == flow.destination;
    AtRouting at;
    if (choice.route)
        at.route = *choice.route;
    if (choice.action == Action::Forward)
        at.nextHop = choice.nextHop;
    if (choice.action == Action::Forward || choice.action == Action::Broadcast)
        at.out = placeOf(simulation, choice.out);
    at.hashed = known && last->hashed;
    at.reasons = reasonsFor(simulation.plane, node, known ? last->flow : flow, choice);
    visit->steps.push_back({Stage::Routing, std::move(at)});
}

void logNeighbour(Simulation &simulation, VisitId id, LinkIndex out, const IpAddress &address, Known how)
{
    if (Visit *visit = visitAt(simulation, id))
        visit->steps.push_back({Stage::Neighbour, AtNeighbour{placeOf(simulation, out), address, how, std::nullopt}});
}

void logLladdr(Simulation &simulation, VisitId id, const MacAddress &lladdr)
{
    Visit *visit = visitAt(simulation, id);
    if (!visit)
        return;
    for (Step &step : std::views::reverse(visit->steps)) {
        auto *at = std::get_if<AtNeighbour>(&step.what);
        if (!at)
            continue;
        at->lladdr = lladdr;
        return;
    }
}

void logArp(Simulation &simulation, VisitId id, const Arp &arp, bool answered)
{
    if (Visit *visit = visitAt(simulation, id))
        visit->steps.push_back({Stage::Local, AtArp{arp, answered}});
}

void logEnd(Simulation &simulation, VisitId id, Cause cause, LinkIndex at,
            const std::optional<netfilter::RulePlace> &rule)
{
    Visit *visit = visitAt(simulation, id);
    if (!visit || cause == Cause::None)
        return;
    const LinkPlace place = placeOf(simulation, at);
    const auto isThere = [&](const Step &step) {
        if (const auto *bridge = std::get_if<AtBridge>(&step.what))
            return at == nowhere || bridge->bridge == place || bridge->port == place;
        const auto *link = std::get_if<AtLink>(&step.what);
        return at == nowhere || !link || link->link == place;
    };
    // Of a frame that is flooded each copy ends by itself.
    if (visit->steps.empty() || visit->steps.back().cause != Cause::None || !isThere(visit->steps.back())) {
        const PlaneLink &link = simulation.plane.links()[at == nowhere ? 0 : at];
        const bool bridged = at != nowhere && (link.bridge != nowhere || link.ovs != nowhere || link.link->bridge());
        visit->steps.push_back({bridged ? Stage::Bridge : Stage::Egress, AtLink{place}});
    }
    visit->steps.back().cause = cause;
    visit->steps.back().rule = rule;
}

} // namespace netdraft::model::simulation

#include "model/lesson/policy_check.h"

#include "model/forwarding/stages.h"
#include "model/reachability/probe.h"
#include "model/reachability/reason.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::size_t notATarget = std::numeric_limits<std::size_t>::max();

/// One address that is to be asked; `target` is none of the drawing's where nobody there has it.
struct Goal {
    std::optional<NetnsId> node;
    IpAddress address;
    std::size_t target = notATarget;
};

bool holds(const Party &party, const IpAddress &address)
{
    return std::ranges::any_of(party.prefixes, [&](const Prefix &prefix) { return prefix.contains(address); });
}

/// Those who ask, as numbers of nodes(); who only switches asks nothing, unless it is named.
std::vector<std::size_t> askers(const Reachability &reachability, const Party &party)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < reachability.nodes().size(); ++i) {
        const NetnsId node = reachability.nodes()[i];
        const bool named = std::ranges::find(party.nodes, node) != party.nodes.end();
        const bool has = std::ranges::any_of(reachability.targets(), [&](const Target &target) {
            return target.node == node && holds(party, target.address);
        });
        if (named || has || (party.everyone && !reachability.isSwitch(i)))
            found.push_back(i);
    }
    return found;
}

std::vector<Goal> goals(const Reachability &reachability, const Party &party)
{
    std::vector<Goal> found;
    for (std::size_t i = 0; i < reachability.targets().size(); ++i) {
        const Target &target = reachability.targets()[i];
        const bool named = std::ranges::find(party.nodes, target.node) != party.nodes.end();
        if (party.everyone || named || holds(party, target.address))
            found.push_back({target.node, target.address, i});
    }
    for (const Prefix &prefix : party.prefixes) {
        const bool known = std::ranges::any_of(found, [&](const Goal &goal) { return prefix.contains(goal.address); });
        if (!known && prefix == Prefix::host(prefix.address()))
            found.push_back({std::nullopt, prefix.address(), notATarget});
    }
    return found;
}

Counterexample ask(const Reachability &reachability, std::size_t from, const Goal &goal,
                   const std::optional<WantedPort> &port)
{
    Counterexample asked;
    asked.from = reachability.nodes()[from];
    asked.to = goal.node;
    asked.address = goal.address;
    asked.port = port;
    if (port) {
        const Probe sent = probe(reachability.plane(), asked.from, goal.address, port->transport, port->number);
        asked.reachable = sent.reachable;
        asked.certain = sent.certain;
    } else if (goal.target != notATarget) {
        const Answer answer = reachability.answer(from, goal.target);
        asked.reachable = answer.reachable;
        asked.certain = answer.certain;
    } else {
        const Ping sent = ping(reachability.plane(), asked.from, goal.address);
        asked.reachable = sent.reachable;
        asked.certain = sent.certain;
    }
    return asked;
}

Verdict judgePairs(const Reachability &reachability, const Expectation &expectation)
{
    const bool wanted = expectation.kind == Expectation::Kind::Reaches;
    const auto asked = goals(reachability, expectation.to);
    Verdict verdict;
    for (const std::size_t from : askers(reachability, expectation.from)) {
        for (const Goal &goal : asked) {
            if (goal.node == reachability.nodes()[from])
                continue;
            const Counterexample answer = ask(reachability, from, goal, expectation.port);
            ++verdict.asked;
            if (answer.reachable != wanted || !answer.certain)
                verdict.against.push_back(answer);
        }
    }
    verdict.met = verdict.against.empty() && (!wanted || verdict.asked > 0);
    return verdict;
}

/// A loop is a segment that frames circle in, or a pair whose packets circle until their time to live is over.
Verdict judgeLoops(const Reachability &reachability)
{
    Verdict verdict;
    for (const Segment &segment : reachability.plane().segments()) {
        ++verdict.asked;
        if (segment.loop && !segment.members.empty()) {
            Counterexample loop;
            loop.from = reachability.plane().place(segment.members.front()).netns;
            verdict.against.push_back(loop);
        }
    }
    for (const Reachability::Failure &failure : reachability.failures()) {
        if (failure.cause != Cause::TtlExceeded)
            continue;
        const Target &to = reachability.targets()[failure.to];
        const Ping sent = ping(reachability.plane(), reachability.nodes()[failure.from], to.address);
        if (!sent.decisive().circles())
            continue;
        Counterexample loop;
        loop.from = reachability.nodes()[failure.from];
        loop.to = to.node;
        loop.address = to.address;
        verdict.against.push_back(loop);
    }
    verdict.met = verdict.against.empty();
    return verdict;
}

/// Whether a node forwards what comes in by any of its links.
bool isRouter(const PlaneNode &node, Family family)
{
    return std::ranges::any_of(node.netns->links, [&](const Link &link) { return node.forwards(family, link); });
}

/// Whether the address of a gateway, which a link-local one is on this link alone, is somebody's there.
Counterexample askGateway(const Reachability &reachability, std::size_t from, const NextHop &hop)
{
    const DataPlane &plane = reachability.plane();
    const auto &targets = reachability.targets();
    const auto target = std::ranges::find(targets, *hop.via, &Target::address);
    Goal gateway{std::nullopt, *hop.via, notATarget};
    if (target != targets.end())
        gateway = {target->node, *hop.via, static_cast<std::size_t>(target - targets.begin())};
    if (hop.via->isV4() || !hop.via->isLinkLocal())
        return ask(reachability, from, gateway, std::nullopt);
    Counterexample asked;
    asked.from = reachability.nodes()[from];
    asked.address = hop.via;
    const Resolution found = resolve(plane, plane.index(hop.dev), *hop.via, std::nullopt);
    asked.reachable = found.receiver != nowhere && found.cause == Cause::None;
    return asked;
}

Verdict judgeGateways(const Reachability &reachability)
{
    Verdict verdict;
    for (std::size_t from = 0; from < reachability.nodes().size(); ++from) {
        const DataPlane &plane = reachability.plane();
        const PlaneNode &node = plane.nodes()[plane.index(reachability.nodes()[from])];
        for (const Route &route : node.netns->routes) {
            if (!route.destination.isDefault() || route.type != RouteType::Unicast || isRouter(node, route.family()))
                continue;
            for (const NextHop &hop : route.hops) {
                if (!hop.via)
                    continue;
                const Counterexample answer = askGateway(reachability, from, hop);
                ++verdict.asked;
                if (!answer.reachable || !answer.certain)
                    verdict.against.push_back(answer);
            }
        }
    }
    verdict.met = verdict.against.empty();
    return verdict;
}

/// `A, B, C`: the nodes that a packet passed, a node once where it passed several times in a row.
std::string way(const Reachability &reachability, const Leg &leg)
{
    std::string text;
    NetnsId last;
    for (const Hop &hop : leg.hops) {
        if (hop.node == last)
            continue;
        last = hop.node;
        text += (text.empty() ? "" : ", ") + nodeName(reachability.network(), hop.node);
    }
    return text;
}

/// What became of an exchange: its way where it succeeded, else why not.
template <typename Sent>
std::string outcome(const Reachability &reachability, const Sent &sent)
{
    const std::string certainty = sent.certain ? "" : ", which is not certain";
    if (sent.reachable)
        return fmt::format("by {}{}", way(reachability, sent.request), certainty);
    return reason(reachability.network(), sent) + certainty;
}

} // namespace

Verdict judge(const Reachability &reachability, const Expectation &expectation)
{
    switch (expectation.kind) {
    case Expectation::Kind::NoLoops: return judgeLoops(reachability);
    case Expectation::Kind::GatewayAnswers: return judgeGateways(reachability);
    default: return judgePairs(reachability, expectation);
    }
}

std::string describe(const Reachability &reachability, const Counterexample &counterexample)
{
    const std::string from = nodeName(reachability.network(), counterexample.from);
    if (!counterexample.address)
        return fmt::format("frames circle in the segment of {}", from);
    const std::string address = counterexample.address->toString();
    std::string to = counterexample.to
                         ? fmt::format("{} ({})", nodeName(reachability.network(), *counterexample.to), address)
                         : address;
    const auto &port = counterexample.port;
    if (port)
        to += fmt::format(" on {}/{}", transportName(port->transport), port->number);
    const std::string what = fmt::format("{} {} {}", from, counterexample.reachable ? "reaches" : "does not reach", to);
    if (port) {
        const Probe sent =
            probe(reachability.plane(), counterexample.from, *counterexample.address, port->transport, port->number);
        return fmt::format("{}: {}", what, outcome(reachability, sent));
    }
    if (!counterexample.address->isV4() && counterexample.address->isLinkLocal())
        return what + ", which nobody on its link has";
    const Ping sent = ping(reachability.plane(), counterexample.from, *counterexample.address);
    return fmt::format("{}: {}", what, outcome(reachability, sent));
}

} // namespace netdraft::model

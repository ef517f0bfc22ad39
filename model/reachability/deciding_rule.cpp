#include "model/reachability/deciding_rule.h"

#include "model/forwarding/rule_walk.h"

namespace netdraft::model {

std::optional<Rule> decidingRule(const DataPlane &plane, const Leg &leg)
{
    if (leg.hops.empty() || leg.hops.back().route)
        return std::nullopt;
    const Hop &last = leg.hops.back();
    Flow flow;
    flow.destination = leg.destination;
    flow.in = last.in ? plane.index(last.in) : nowhere;
    flow.source = leg.source;
    flow.protocol = static_cast<std::uint8_t>(leg.destination.isV4() ? IpProtocol::Icmp : IpProtocol::Icmpv6);
    RuleHit hit = walkRules(plane, plane.index(last.node), flow);
    // ping asks for its way before it has a source, by the connect() of a UDP socket.
    const bool asks = hit.cause != leg.cause && !last.in;
    if (asks) {
        flow.source.reset();
        hit = walkRules(plane, plane.index(last.node), flow);
    }
    if (asks && hit.cause != leg.cause) {
        flow.protocol = static_cast<std::uint8_t>(IpProtocol::Udp);
        hit = walkRules(plane, plane.index(last.node), flow);
    }
    const bool decides = hit.rule && !hit.hit.route && hit.cause == leg.cause && hit.rule->action != RuleAction::Lookup;
    return decides ? std::optional(*hit.rule) : std::nullopt;
}

} // namespace netdraft::model

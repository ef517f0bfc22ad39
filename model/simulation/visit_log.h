#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

// Writing down what happens to packets in namespaces, for a recording that is of visits. All of it does nothing where
// nobody wants to know.

bool isLogged(const Simulation &simulation);

/// The visit in which a packet is; one begins where it is in none.
VisitId visitOf(Simulation &simulation, NodeIndex node, VisitId &visit, JourneyId journey, const Frame &frame);
VisitId visitOf(Simulation &simulation, NodeIndex node, Skb &skb);

/// A frame has come to a link by a cable, or from another namespace.
void logArrival(Simulation &simulation, LinkIndex link, const Frame &frame, Tracked &tracked);
void logLink(Simulation &simulation, VisitId visit, Stage stage, LinkIndex link);
void logStage(Simulation &simulation, VisitId visit, Stage stage);
void logBridge(Simulation &simulation, VisitId visit, LinkIndex bridge, std::uint16_t vlan, const MacAddress &mac,
               FdbAnswer how, LinkIndex port = nowhere);
/// `before` is the packet as it came to the hook.
void logHook(Simulation &simulation, VisitId visit, netfilter::Hook hook, const netfilter::HookLog &log,
             const Packet &before, const netfilter::Skb &after);
/// A namespace without any rules passes the hook in no time.
void logEmptyHook(Simulation &simulation, VisitId visit, netfilter::Hook hook, const Packet &packet);
/// Keeps the flow that was looked up last, for logRouting().
void logLookUp(Simulation &simulation, NodeIndex node, const Flow &flow, const Choice &choice, bool hashed);
/// The tables were asked about the packet; `flow` is what is known of it where no look-up has been kept.
void logRouting(Simulation &simulation, VisitId visit, NodeIndex node, const Flow &flow, const Choice &choice);
void logNeighbour(Simulation &simulation, VisitId visit, LinkIndex out, const IpAddress &address, Known how);
void logLladdr(Simulation &simulation, VisitId visit, const MacAddress &lladdr);
void logArp(Simulation &simulation, VisitId visit, const Arp &arp, bool answered);
/// It got no further than the stage that was written down last, or than this link.
void logEnd(Simulation &simulation, VisitId visit, Cause cause, LinkIndex at = nowhere,
            const std::optional<netfilter::RulePlace> &rule = std::nullopt);

} // namespace netdraft::model::simulation

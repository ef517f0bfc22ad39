#pragma once

#include "model/simulation/visits.h"

#include <string>

namespace netdraft::model {

/// One of the stations that a packet passes on its way through a namespace, as a person reads it: what decided there,
/// and what was asked and did not.
struct Station {
    struct Loser {
        std::string what; ///< a route as `ip route` prints it, a rule as `iptables -S` does
        std::string why;  ///< `less specific`
    };
    enum class State : std::uint8_t {
        Passed,
        Decided,    ///< a route, a rule or an entry said what becomes of the packet
        Ended,      ///< it got no further
        NotReached, ///< it would have come here, had it not ended before
    };
    simulation::Stage stage = simulation::Stage::Ingress;
    std::string name; ///< as the kernel calls it: `PREROUTING`, `routing decision`
    State state = State::Passed;
    std::vector<std::string> lines; ///< what happened: links, the deciding route, rule or entry
    std::string why;                ///< of Ended
    std::vector<Loser> losers;
};

/// The way of one packet through one namespace.
struct StationWay {
    NetnsId node;
    simulation::Purpose purpose = simulation::Purpose::Request;
    std::string title; ///< `echo request 192.0.2.1 > 198.51.100.2`
    std::vector<Station> stations;
};

/// Tells a visit station by station. The network must be that in which the packet was under way.
StationWay stationsOf(const Network &network, const simulation::Visit &visit);

/// The same as text, one station a line and each loser in a line below it.
std::string stationText(const Network &network, const StationWay &way);

} // namespace netdraft::model

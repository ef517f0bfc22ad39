#pragma once

#include "model/reachability/walk.h"
#include "model/simulation/queueing.h"
#include "model/simulation/recording.h"

namespace netdraft::model {

/// The end of a ping that has a route and no source to send from; the packet may still show how far the routing goes.
RoundTrip withoutSource(const DataPlane &plane, NodeIndex from, const IpAddress &to, const Choice &choice,
                        Exchange *record);

/// What roundTrip() says, found by moving every frame (model/simulation), for networks in which more than the walk
/// knows decides. Chance is led through its alternatives, so far as these are not too many.
RoundTrip simulateRoundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record);

/// One packet of a ping that sends several.
struct Echo {
    Ping ping;
    struct Redirect {
        IpAddress from;    ///< the router that told
        IpAddress gateway; ///< the better next hop
    };
    /// Whether a qdisc had it, its answer, or what was asked for it, and how long the answer then took, in
    /// microseconds; none if it was lost.
    bool queued = false;
    std::optional<simulation::Time> roundTrip = std::nullopt;
    std::vector<Redirect> redirects; ///< that the sender heard about the request, before the answer
};

/// `count` echo requests (`ping -c`), one every `interval` seconds, with what the earlier ones taught: redirects change
/// the way of the later ones. One echo alone where nobody redirects anything: all others go like it. Where chance
/// decides, one of its alternatives. All are sent where a link on the way delays or loses packets. With a `recording`,
/// which is told of the frames, every one is sent.
std::vector<Echo> pingSeries(const DataPlane &plane, NetnsId from, const IpAddress &to, int count, double interval,
                             simulation::Recording *recording = nullptr);

} // namespace netdraft::model

#pragma once

#include "model/network/network.h"
#include "model/simulation/recording.h"

namespace netdraft::model::simulation {

/// A frame on its way through one cable, or within a namespace by `lo`.
struct Passage {
    std::uint64_t time = 0; ///< microseconds, as of SeenFrame
    LinkPlace from;
    LinkPlace to; ///< the cable's other end
    Frame frame;
    VisitId sentBy = noVisit;  ///< of a recording of visits: in which of them it was sent
    VisitId takenBy = noVisit; ///< and which one began with it

    /// Whether both are the same message, maybe at different hops: an echo request with its number, a segment of one
    /// kind, what a tunnel carries. Its addresses may have been translated in between.
    bool isSameMessage(const Passage &other) const;
};

/// What passed the cables, in order: of each frame its sending, for it comes to the other end at once.
/// `visits` are those of the same recording, where it has them.
std::vector<Passage> passages(const Network &network, std::span<const SeenFrame> frames,
                              std::span<const Visit> visits = {});

} // namespace netdraft::model::simulation

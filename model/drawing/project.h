#pragma once

#include "model/drawing/drawing.h"
#include "model/network/network.h"

namespace netdraft::model {

/// What a project file holds: what the network is, and how it is drawn. Copies are cheap snapshots.
struct Project {
    Network network;
    std::shared_ptr<const Drawing> drawing = std::make_shared<Drawing>(); ///< no const object: see changeDrawing()

    friend bool operator==(const Project &a, const Project &b)
    {
        return a.network == b.network && *a.drawing == *b.drawing;
    }
};

} // namespace netdraft::model

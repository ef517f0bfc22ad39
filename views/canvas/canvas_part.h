#pragma once

#include "model/drawing/annotation.h"

#include <compare>
#include <cstdint>

namespace netdraft::views {

/// One thing of the drawing that can be pointed at, by its ids: it may be gone, and its picture made anew.
struct CanvasPart {
    enum class Sort : std::uint8_t { Node, Box, Cable, Annotation };

    Sort sort = Sort::Node;
    model::NetnsId node; ///< of a box: the node that it is around; of a cable: where its first end is
    model::LinkId link;  ///< the cable's first end
    model::AnnotationId annotation{};

    model::LinkPlace place() const { return {node, link}; }
    friend auto operator<=>(const CanvasPart &, const CanvasPart &) = default;
};

} // namespace netdraft::views

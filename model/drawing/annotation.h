#pragma once

#include "model/network/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace netdraft::model {

/// Where a node stands on the canvas, in scene units (a node's icon is 48 wide); y grows downwards.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point &, const Point &) = default;
};

enum class AnnotationKind : std::uint8_t {
    Text, ///< a note: `from` is its upper left corner, and it is as wide as `to` is to the right of that
    Box,  ///< a frame with a title, behind the nodes, between two corners
    Arrow ///< from one point to another, with words beside its middle
};

enum class AnnotationColour : std::uint8_t { Grey, Blue, Green, Yellow, Orange, Purple };

/// What explains a drawing and is no part of the network.
struct Annotation {
    AnnotationKind kind = AnnotationKind::Text;
    Point from;
    Point to;
    std::string text; ///< UTF-8; a note may have several lines
    AnnotationColour colour = AnnotationColour::Grey;
    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// Those with a higher number are drawn over those with a lower one of the same kind.
using AnnotationId = Id<struct AnnotationTag>;

/// The words for kinds and colours in project files: `text`, `box`, `arrow`; `grey`, `blue`, …
std::string_view annotationKindName(AnnotationKind kind);
std::optional<AnnotationKind> annotationKindNamed(std::string_view name);
std::string_view annotationColourName(AnnotationColour colour);
std::optional<AnnotationColour> annotationColourNamed(std::string_view name);

/// All of them, in the order in which they are offered.
inline constexpr AnnotationKind annotationKinds[] = {AnnotationKind::Text, AnnotationKind::Box, AnnotationKind::Arrow};
inline constexpr AnnotationColour annotationColours[] = {AnnotationColour::Grey,   AnnotationColour::Blue,
                                                         AnnotationColour::Green,  AnnotationColour::Yellow,
                                                         AnnotationColour::Orange, AnnotationColour::Purple};

/// The same with its corners in order: `from` is the upper left one of a note or a box. An arrow stays as it is.
Annotation upright(Annotation annotation);
/// The same elsewhere.
Annotation shifted(Annotation annotation, Point shift);

} // namespace netdraft::model

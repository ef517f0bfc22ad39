#pragma once

#include "model/edit/edit.h"

#include <span>

namespace netdraft::model {

/// A network of a known shape in which every host reaches every host, of any size.
struct Shape {
    struct Number {
        std::string_view name; ///< `hosts`
        int least = 1;
        int most = 1;
        int usual = 1; ///< where none is given
    };
    std::string_view name; ///< `fat-tree`
    std::string_view says; ///< in one sentence
    std::vector<Number> numbers;
    /// The network as edits of an empty project; as many numbers as the shape has, each within its limits.
    EditList (*make)(std::span<const int> numbers);
};

/// All shapes, ordered by name.
std::span<const Shape> allShapes();

/// Null when there is none of this name.
const Shape *shapeNamed(std::string_view name);

// Each shape's own file has one of these.
EditList campusShape(std::span<const int> numbers);
EditList chainShape(std::span<const int> numbers);
EditList clusterShape(std::span<const int> numbers);
EditList fatTreeShape(std::span<const int> numbers);
EditList leafSpineShape(std::span<const int> numbers);
EditList randomShape(std::span<const int> numbers);
EditList ringShape(std::span<const int> numbers);
EditList starShape(std::span<const int> numbers);

} // namespace netdraft::model

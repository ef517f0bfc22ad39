#pragma once

#include "model/drawing/arrangement.h"
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
    /// How many nodes that makes, which is known at once.
    std::size_t (*nodes)(std::span<const int> numbers);
    Layout layout = Layout::Wires; ///< that shows it best
    /// What stands at its outer ends: devices, or what the namespaces of a machine are.
    NodeKind leaf = NodeKind::Device;
};

/// All shapes, ordered by name.
std::span<const Shape> allShapes();

/// The network that a shape makes, drawn; one of more nodes than `mostDrawn` is left to be laid out as everything that
/// nobody has placed.
inline constexpr std::size_t mostDrawn = 3000;
Project drawn(const Shape &shape, std::span<const int> numbers);

/// Null when there is none of this name.
const Shape *shapeNamed(std::string_view name);

// Each shape's own file has one of these.
EditList campusShape(std::span<const int> numbers);
/// How many of a campus's routers stand between the core and the access routers.
int campusDistribution(int routers);
EditList chainShape(std::span<const int> numbers);
EditList clusterShape(std::span<const int> numbers);
EditList fatTreeShape(std::span<const int> numbers);
EditList leafSpineShape(std::span<const int> numbers);
EditList randomShape(std::span<const int> numbers);
EditList ringShape(std::span<const int> numbers);
EditList starShape(std::span<const int> numbers);

} // namespace netdraft::model

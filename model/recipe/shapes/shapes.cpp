#include "model/recipe/shapes/shapes.h"

#include <algorithm>

namespace netdraft::model {

std::span<const Shape> allShapes()
{
    static const std::vector<Shape> shapes{
        {"campus",
         "Core, distribution and access routers in a tree, hosts on the access routers' LANs.",
         {{"routers", 3, 3000, 12}, {"hosts each", 1, 250, 3}},
         campusShape},
        {"chain",
         "Routers in a row with a host each, and static routes both ways.",
         {{"routers", 1, 60, 3}},
         chainShape},
        {"cluster",
         "Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.",
         {{"nodes", 1, 250, 3}, {"pods each", 1, 250, 2}},
         clusterShape},
        {"fat-tree",
         "The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.",
         {{"k", 2, 48, 4}},
         fatTreeShape},
        {"leaf-spine",
         "Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.",
         {{"leaves", 1, 250, 4}, {"spines", 1, 60, 2}, {"hosts each", 1, 250, 4}},
         leafSpineShape},
        {"random",
         "Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.",
         {{"seed", 0, 1000000, 1}, {"routers", 1, 250, 8}, {"hosts each", 1, 250, 2}},
         randomShape},
        {"ring",
         "Routers in a circle with a host each, routed by the shorter way round.",
         {{"routers", 3, 250, 5}},
         ringShape},
        {"star", "Hosts on one switch.", {{"hosts", 2, 60000, 5}}, starShape},
    };
    return shapes;
}

const Shape *shapeNamed(std::string_view name)
{
    const auto found = std::ranges::find(allShapes(), name, &Shape::name);
    return found == allShapes().end() ? nullptr : &*found;
}

} // namespace netdraft::model

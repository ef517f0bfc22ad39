#include "model/recipe/shapes/shapes.h"

#include "model/drawing/node_kind.h"
#include "model/edit/apply.h"
#include "model/phrase.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::size_t count(int number)
{
    return static_cast<std::size_t>(number);
}

std::size_t campusNodes(std::span<const int> numbers)
{
    const int access = numbers[0] - 1 - campusDistribution(numbers[0]);
    return count(numbers[0]) + count(access) * count(numbers[1]);
}

std::size_t pairsOfNodes(std::span<const int> numbers)
{
    return 2 * count(numbers[0]);
}

std::size_t clusterNodes(std::span<const int> numbers)
{
    return 1 + count(numbers[0]) * (1 + count(numbers[1]));
}

std::size_t fatTreeNodes(std::span<const int> numbers)
{
    const std::size_t half = count(numbers[0] / 2);
    return 5 * half * half + 2 * half * half * half;
}

std::size_t leafSpineNodes(std::span<const int> numbers)
{
    return count(numbers[1]) + count(numbers[0]) * (1 + count(numbers[2]));
}

std::size_t randomNodes(std::span<const int> numbers)
{
    return count(numbers[1]) * (1 + count(numbers[2]));
}

std::size_t starNodes(std::span<const int> numbers)
{
    return 1 + count(numbers[0]);
}

} // namespace

std::span<const Shape> allShapes()
{
    static const std::vector<Shape> shapes{
        {"campus",
         term("Template", "Core, distribution and access routers in a tree, hosts on the access routers' LANs."),
         {{"routers", 3, 3000, 12}, {"hosts each", 1, 250, 3}},
         campusShape,
         campusNodes,
         Layout::Layers},
        {"chain",
         term("Template", "Routers in a row with a host each, and static routes both ways."),
         {{"routers", 1, 60, 3}},
         chainShape,
         pairsOfNodes,
         Layout::Layers},
        {"cluster",
         term("Template", "Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it."),
         {{"nodes", 1, 250, 3}, {"pods each", 1, 250, 2}},
         clusterShape,
         clusterNodes,
         Layout::Layers,
         NodeKind::Namespace},
        {"fat-tree",
         term("Template",
              "The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used."),
         {{"k", 2, 48, 4}},
         fatTreeShape,
         fatTreeNodes,
         Layout::Layers},
        {"leaf-spine",
         term("Template",
              "Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs."),
         {{"leaves", 1, 250, 4}, {"spines", 1, 60, 2}, {"hosts each", 1, 250, 4}},
         leafSpineShape,
         leafSpineNodes,
         Layout::Layers},
        {"random",
         term("Template", "Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for "
                          "the same seed."),
         {{"seed", 0, 1000000, 1}, {"routers", 1, 250, 8}, {"hosts each", 1, 250, 2}},
         randomShape,
         randomNodes},
        {"ring",
         term("Template", "Routers in a circle with a host each, routed by the shorter way round."),
         {{"routers", 3, 250, 5}},
         ringShape,
         pairsOfNodes},
        {"star", term("Template", "Hosts on one switch."), {{"hosts", 2, 60000, 5}}, starShape, starNodes},
    };
    return shapes;
}

Project drawn(const Shape &shape, std::span<const int> numbers)
{
    Project project;
    if (!apply(project, shape.make(numbers)) || shape.nodes(numbers) > mostDrawn)
        return project;
    // In the order in which they were made, as far as the layout leaves that open.
    NodePlaces inOrder;
    for (const auto &netns : project.network.namespaces()) {
        if (isDrawn(*netns))
            inOrder[netns->id] = {static_cast<double>(inOrder.size()), 0};
    }
    auto drawing = std::make_shared<Drawing>();
    for (const auto &[id, place] : laidOut(project, inOrder, shape.layout)) {
        const NodeKind kind = kindOf(project, *project.network.find(id));
        drawing->nodes[id] = {kind == NodeKind::Namespace ? shape.leaf : kind, place};
    }
    // Namespaces are those of the machine that their only cable leads to.
    for (const auto &netns : project.network.namespaces()) {
        const auto placed = drawing->nodes.find(netns->id);
        if (placed == drawing->nodes.end() || placed->second.kind != NodeKind::Namespace)
            continue;
        for (const Link &link : netns->links) {
            if (const Veth *veth = link.veth()) {
                drawing->nodes[veth->peer.netns].kind = NodeKind::Machine;
                drawing->inside[netns->id] = veth->peer.netns;
            }
        }
    }
    project.drawing = std::move(drawing);
    return project;
}

const Shape *shapeNamed(std::string_view name)
{
    const auto found = std::ranges::find(allShapes(), name, &Shape::name);
    return found == allShapes().end() ? nullptr : &*found;
}

} // namespace netdraft::model

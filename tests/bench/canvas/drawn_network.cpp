#include "tests/bench/canvas/drawn_network.h"

#include "model/edit/apply.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <cmath>
#include <random>

namespace netdraft::bench {

using namespace model;

namespace {

constexpr double columnWidth = 160;
constexpr double rowHeight = 120;

std::string nameOf(int node)
{
    return fmt::format("node{}", node);
}

NodeKind kindOf(int node)
{
    return node % 10 == 0 ? NodeKind::Router : node % 7 == 0 ? NodeKind::Switch : NodeKind::Device;
}

} // namespace

Project drawnNetwork(int nodes)
{
    const int columns = std::max(2, static_cast<int>(std::sqrt(nodes * 16.0 / 9.0 * rowHeight / columnWidth)));
    Wiring wiring;
    EditList places;
    for (int node = 0; node < nodes; ++node) {
        if (kindOf(node) == NodeKind::Router)
            wiring.addRouter(nameOf(node));
        else
            wiring.addHost(nameOf(node));
        const Point place{(node % columns) * columnWidth,
                          (node / columns) * rowHeight}; // NOLINT(bugprone-integer-division)
        places.add(PlaceNode{nameOf(node), {kindOf(node), place}});
    }
    std::minstd_rand random(1); // NOLINT(cert-msc51-cpp): the same network each time
    std::uint32_t address = Ipv4Address(10, 0, 0, 0).bits();
    const auto connect = [&](int a, int b) {
        if (a == b || b >= nodes)
            return;
        const Wiring::Cable cable = wiring.connect(nameOf(a), nameOf(b));
        wiring.address(cable.a, Ipv4Address(address++), 31);
        wiring.address(cable.b, Ipv4Address(address++), 31);
    };
    for (int node = 0; node < nodes; ++node) {
        connect(node, (node + 1) % columns == 0 ? node + columns : node + 1);
        if (node % 2 == 0)
            connect(node, node % 50 == 0 ? static_cast<int>(random() % static_cast<unsigned>(nodes)) : node + columns);
    }
    Project project;
    if (!apply(project, wiring.take()) || !apply(project, places))
        std::abort();
    return project;
}

} // namespace netdraft::bench

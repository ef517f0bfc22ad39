// A cluster whose pods have addresses of their own, as flannel wires it.

#include "model/recipe/shapes/shapes.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <array>

namespace netdraft::model {

namespace {

constexpr int perThird = 250;
constexpr int lan = 24;
constexpr int fabricLength = 16;
constexpr std::string_view overlay = "flannel.1";

Ipv4Address nodeAddress(int node)
{
    return Ipv4Address(192, 168, static_cast<std::uint8_t>(node / perThird),
                       static_cast<std::uint8_t>(1 + node % perThird));
}

/// In the node's part of 10.244.0.0/16; the last number 0 is its tunnel's end, 1 its bridge.
Ipv4Address podAddress(int node, int last)
{
    return Ipv4Address(10, 244, static_cast<std::uint8_t>(node), static_cast<std::uint8_t>(last));
}

MacAddress tunnelMac(int node)
{
    constexpr std::uint64_t first = 0x02244'000000ULL;
    return MacAddress(first + static_cast<std::uint64_t>(node));
}

std::string nameOf(int node)
{
    return fmt::format("node{}", node + 1);
}

/// The tunnel's end of a node, and what it is told of the others': nobody asks, and nobody learns.
EditList overlayOf(int node, int nodes)
{
    EditList edits;
    const LinkName link{nameOf(node), std::string(overlay)};
    AddLink tunnel{link, {}, {}, tunnelMac(node)};
    VxlanWords words;
    words.vni = 1;
    words.dev = "eth0";
    words.local = nodeAddress(node);
    words.learning = false;
    tunnel.kind = words;
    edits.add(tunnel);
    AddAddress own{link, {}, AddMode::Add};
    own.address.local = {podAddress(node, 0), 32};
    edits.add(own);
    edits.add(SetLinkUp{link, true});
    for (int other = 0; other < nodes; ++other) {
        if (other == node)
            continue;
        edits.add(AddNeighbour{link, podAddress(other, 0), tunnelMac(other)});
        edits.add(AddVxlanFdb{link, tunnelMac(other), nodeAddress(other)});
        AddRoute route{link.netns, {}, AddMode::Add};
        route.route.destination = Prefix::of(podAddress(other, 0), lan);
        route.route.hop = {podAddress(other, 0), link.link, true, 1};
        edits.add(route);
    }
    return edits;
}

} // namespace

EditList clusterShape(std::span<const int> numbers)
{
    const int nodes = numbers[0];
    const int pods = numbers[1];
    Wiring wiring;
    wiring.addSwitch("fabric");
    for (int node = 0; node < nodes; ++node) {
        const std::string name = nameOf(node);
        wiring.addRouter(name);
        wiring.address(wiring.plugIn(name, "fabric"), nodeAddress(node), fabricLength);
        wiring.addLan(name, podAddress(node, 1), lan, "cni0");
        for (int pod = 0; pod < pods; ++pod) {
            const std::string podName = fmt::format("pod{}-{}", node + 1, pod + 1);
            wiring.addHost(podName);
            wiring.address(wiring.plugIn(podName, name), podAddress(node, 2 + pod), lan);
            wiring.defaultRoute(podName, std::array{podAddress(node, 1)});
        }
    }
    EditList edits = wiring.take();
    for (int node = 0; node < nodes; ++node)
        edits.add(overlayOf(node, nodes));
    return edits;
}

} // namespace netdraft::model

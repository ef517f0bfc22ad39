#include "tests/bench/networks.h"

#include "model/recipe/shapes/shapes.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <array>

namespace netdraft::bench {

using namespace model;

EditList campus()
{
    return campusShape(std::array{300, 4});
}

Chain chain(int routers, int routesEach)
{
    constexpr int length = 24;
    Wiring wiring;
    const auto net = [](int number) { return Ipv4Address(10, 0, static_cast<std::uint8_t>(number), 0).bits(); };
    const auto by = [](std::uint32_t address) { return std::array{Ipv4Address(address)}; };
    wiring.addHost("left");
    std::string before = "left";
    for (int r = 0; r <= routers; ++r) {
        const std::string name = r == routers ? "right" : fmt::format("r{}", r);
        if (r == routers)
            wiring.addHost(name);
        else
            wiring.addRouter(name);
        const Wiring::Cable cable = wiring.connect(before, name);
        wiring.address(cable.a, Ipv4Address(net(r) + 2), length);
        wiring.address(cable.b, Ipv4Address(net(r) + 1), length);
        before = name;
    }
    for (int r = 0; r < routers; ++r) {
        const std::string name = fmt::format("r{}", r);
        for (int other = 0; other <= routers; ++other) {
            const Prefix prefix = Prefix::of(Ipv4Address(net(other)), length);
            if (other < r)
                wiring.route(name, prefix, by(net(r) + 2));
            else if (other > r + 1)
                wiring.route(name, prefix, by(net(r + 1) + 1));
        }
        for (int extra = 0; extra < routesEach; ++extra)
            wiring.route(name, Prefix::of(Ipv4Address(172, 16, static_cast<std::uint8_t>(extra), 0), length),
                         by(net(r) + 2));
    }
    wiring.defaultRoute("left", by(net(0) + 1));
    wiring.defaultRoute("right", by(net(routers) + 2));
    return {wiring.take(), Ipv4Address(net(routers) + 1)};
}

} // namespace netdraft::bench

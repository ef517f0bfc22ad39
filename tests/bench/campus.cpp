#include "tests/bench/campus.h"

#include <fmt/format.h>

namespace netdraft::bench {

using namespace model;

namespace {

InterfaceAddress at(Ipv4Address address, int length)
{
    return {address, static_cast<std::uint8_t>(length)};
}

void addNode(EditList &edits, const std::string &name, bool router)
{
    edits.add(AddNetns{name});
    edits.add(SetLinkUp{{name, "lo"}, true});
    if (router)
        edits.add(SetDeviceSysctl{name, "all", DeviceSysctl::Ipv4Forwarding, 1});
}

void addAddress(EditList &edits, const LinkName &link, const InterfaceAddress &address)
{
    AddAddress edit{link, {}, AddMode::Add};
    edit.address.local = address;
    edits.add(edit);
}

void addRoute(EditList &edits, const std::string &node, const Prefix &prefix, const IpAddress &via)
{
    AddRoute edit{node, {}, AddMode::Add};
    edit.route.destination = prefix;
    edit.route.hop.via = via;
    edits.add(edit);
}

void addCable(EditList &edits, const LinkName &a, const LinkName &b)
{
    edits.add(AddVeth{a, b, {}, {}, {}});
    edits.add(SetLinkUp{a, true});
    edits.add(SetLinkUp{b, true});
}

/// A cable between two routers with the two addresses of a /30; the upper end has the lower address.
void addTrunk(EditList &edits, const LinkName &upper, const LinkName &lower, std::uint32_t number)
{
    addCable(edits, upper, lower);
    const std::uint32_t base = Ipv4Address(10, 255, 0, 0).bits() - 0x100000 + number * 4;
    addAddress(edits, upper, at(Ipv4Address(base + 1), 30));
    addAddress(edits, lower, at(Ipv4Address(base + 2), 30));
}

} // namespace

EditList campus(int routers, int hosts)
{
    EditList edits;
    const int perDistribution = 16;
    const int distribution = std::max(1, (routers - 1 + perDistribution) / (perDistribution + 1));
    const int access = routers - 1 - distribution;
    const auto trunkBase = [](int number) {
        return Ipv4Address(10, 255, 0, 0).bits() - 0x100000 + static_cast<std::uint32_t>(number) * 4;
    };
    const auto lan = [](int number) {
        return Prefix::of(
            Ipv4Address(10, static_cast<std::uint8_t>(1 + number / 200), static_cast<std::uint8_t>(number % 200), 0),
            24);
    };
    addNode(edits, "core", true);
    for (int d = 0; d < distribution; ++d) {
        const std::string name = fmt::format("dist{}", d);
        addNode(edits, name, true);
        addTrunk(edits, {"core", fmt::format("eth{}", d)}, {name, "eth0"}, static_cast<std::uint32_t>(d));
        addRoute(edits, name, Prefix::any(Family::Ipv4), Ipv4Address(trunkBase(d) + 1));
    }
    for (int a = 0; a < access; ++a) {
        const int d = a / perDistribution;
        const int trunk = distribution + a;
        const std::string name = fmt::format("acc{}", a);
        const std::string above = fmt::format("dist{}", d);
        addNode(edits, name, true);
        addTrunk(edits, {above, fmt::format("eth{}", 1 + a % perDistribution)}, {name, "eth0"},
                 static_cast<std::uint32_t>(trunk));
        addRoute(edits, name, Prefix::any(Family::Ipv4), Ipv4Address(trunkBase(trunk) + 1));
        addRoute(edits, above, lan(a), Ipv4Address(trunkBase(trunk) + 2));
        addRoute(edits, "core", lan(a), Ipv4Address(trunkBase(d) + 2));
        // Every distribution router knows every trunk of its own; the core reaches trunks by their LAN's router.
        addRoute(edits, "core", Prefix::of(Ipv4Address(trunkBase(trunk)), 30), Ipv4Address(trunkBase(d) + 2));
        edits.add(AddBridge{{name, "br0"}, {}});
        edits.add(SetLinkUp{{name, "br0"}, true});
        addAddress(edits, {name, "br0"}, at(Ipv4Address(lan(a).address().v4().bits() + 1), 24));
    }
    for (int h = 0; h < hosts; ++h) {
        const int a = h % access;
        const std::string name = fmt::format("host{}", h);
        const std::string router = fmt::format("acc{}", a);
        const LinkName port{router, fmt::format("p{}", h / access)};
        addNode(edits, name, false);
        addCable(edits, {name, "eth0"}, port);
        edits.add(SetLinkMaster{port, "br0"});
        const std::uint32_t base = lan(a).address().v4().bits();
        addAddress(edits, {name, "eth0"}, at(Ipv4Address(base + 10 + static_cast<std::uint32_t>(h / access)), 24));
        addRoute(edits, name, Prefix::any(Family::Ipv4), Ipv4Address(base + 1));
    }
    return edits;
}

Chain chain(int routers, int routesEach)
{
    Chain made;
    EditList &edits = made.edits;
    const auto net = [](int number) { return Ipv4Address(10, 0, static_cast<std::uint8_t>(number), 0).bits(); };
    addNode(edits, "left", false);
    std::string before = "left";
    for (int r = 0; r <= routers; ++r) {
        const bool last = r == routers;
        const std::string name = last ? "right" : fmt::format("r{}", r);
        addNode(edits, name, !last);
        const LinkName a{before, before == "left" ? "eth0" : "eth1"};
        const LinkName b{name, "eth0"};
        addCable(edits, a, b);
        addAddress(edits, a, at(Ipv4Address(net(r) + 2), 24));
        addAddress(edits, b, at(Ipv4Address(net(r) + 1), 24));
        before = name;
    }
    for (int r = 0; r < routers; ++r) {
        const std::string name = fmt::format("r{}", r);
        for (int other = 0; other <= routers; ++other) {
            const Prefix prefix = Prefix::of(Ipv4Address(net(other)), 24);
            if (other < r)
                addRoute(edits, name, prefix, Ipv4Address(net(r) + 2));
            else if (other > r + 1)
                addRoute(edits, name, prefix, Ipv4Address(net(r + 1) + 1));
        }
        for (int extra = 0; extra < routesEach; ++extra)
            addRoute(edits, name, Prefix::of(Ipv4Address(172, 16, static_cast<std::uint8_t>(extra), 0), 24),
                     Ipv4Address(net(r) + 2));
    }
    addRoute(edits, "left", Prefix::any(Family::Ipv4), Ipv4Address(net(0) + 1));
    addRoute(edits, "right", Prefix::any(Family::Ipv4), Ipv4Address(net(routers) + 2));
    made.target = Ipv4Address(net(routers) + 1);
    return made;
}

} // namespace netdraft::bench

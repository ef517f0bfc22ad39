#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

QString switchName(int number)
{
    return QString("s%1").arg(number);
}

/// Two switches joined by a cable between ports of their own names.
void joinSwitches(LabWriter &writer, const QString &a, const QString &b)
{
    const QString portA = writer.nextLink(a, "up");
    const QString portB = writer.nextLink(b, "up");
    writer.cable(a, portA, b, portB);
    writer.ip(a, "link set " + portA + " master br0");
    writer.ip(b, "link set " + portB + " master br0");
    writer.up(a, portA);
    writer.up(b, portB);
}

/// Whether a host says anything of its own accord, as IPv6 has it do, from which switches learn where it is.
enum class Host : std::uint8_t { Talks, IsSilent };

/// A host h<number> at a switch; returns its name.
QString addHost(LabWriter &writer, const QString &at, int number, Host sort = Host::Talks)
{
    const QString host = QString("h%1").arg(number);
    writer.node(host);
    if (sort == Host::IsSilent)
        writer.sysctl(host, "net.ipv6.conf.default.disable_ipv6=1");
    writer.plug(host, "eth0", at, QString("p%1").arg(number));
    writer.address(host, "eth0", QString("192.0.2.%1/24").arg(number));
    writer.up(host, "eth0");
    return host;
}

void bridgeChain(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int switches = few(draw, 2, 8);
    for (int i = 1; i <= switches; ++i)
        writer.bridgeNode(switchName(i));
    for (int i = 2; i <= switches; ++i)
        joinSwitches(writer, switchName(draw.chance(60) ? i - 1 : draw.between(1, i - 1)), switchName(i));
    for (int i = 1; i <= draw.between(2, 4); ++i)
        addHost(writer, switchName(draw.between(1, switches)), i);
    for (int i = 1; i <= switches; ++i)
        if (draw.chance(25))
            writer.address(switchName(i), "br0", QString("192.0.2.%1/24").arg(100 + i));
    if (draw.chance(30))
        writer.ip("s1", draw.oneOf({"link set br0 down", "link set p1 nomaster", "link set up0 down", "link del br0"}));
}

/// Switches in a circle with the spanning tree, now and then with one that has none of it.
void bridgeLoop(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int switches = draw.between(2, 4);
    const int without = draw.chance(20) ? draw.between(1, switches) : 0;
    const QString tree = "stp_state 1 forward_delay 200 hello_time 100 max_age 600";
    for (int i = 1; i <= switches; ++i)
        writer.bridgeNode(switchName(i), i == without ? QString()
                                         : draw.chance(30)
                                             ? tree + QString(" priority %1").arg(4096 * draw.between(0, 15))
                                             : tree);
    for (int i = 1; i <= switches; ++i)
        joinSwitches(writer, switchName(i), switchName(i % switches + 1));
    if (draw.chance(30))
        joinSwitches(writer, "s1", switchName(draw.between(2, switches)));
    for (int i = 1; i <= draw.between(2, 3); ++i)
        addHost(writer, switchName(draw.between(1, switches)), i);
    if (draw.chance(30))
        writer.bridge("s1", "link set dev up0 cost " + QString::number(draw.between(1, 200)));
    if (draw.chance(20))
        writer.bridge("s2", "link set dev up0 priority " + QString::number(draw.between(0, 63)));
    if (draw.chance(20))
        writer.ip("s1", "link set up0 down");
}

void bridgePorts(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.bridgeNode("s1");
    const int hosts = draw.between(3, 5);
    for (int i = 1; i <= hosts; ++i)
        addHost(writer, "s1", i, Host::IsSilent);
    if (draw.chance(30))
        writer.address("s1", "br0", "192.0.2.100/24");
    for (int i = 0; i < draw.between(1, 4); ++i)
        writer.bridge("s1", QString("link set dev p%1 ").arg(draw.between(1, hosts)) +
                                draw.oneOf({"isolated on", "isolated on", "hairpin on", "learning off", "flood off",
                                            "mcast_flood off", "bcast_flood off", "state 0", "state 1", "state 2",
                                            "state 3", "state 4", "guard on", "root_block on", "neigh_suppress on",
                                            "locked on", "learning off flood off"}));
    if (draw.chance(20))
        writer.ip("s1", "link set br0 type bridge " + draw.oneOf({"mcast_snooping 0", "ageing_time 0", "stp_state 0",
                                                                  "group_fwd_mask 8", "forward_delay 0"}));
}

void staticFdb(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.bridgeNode("s1");
    const int hosts = draw.between(3, 4);
    const auto mac = [](int number) { return QString("02:00:00:00:00:0%1").arg(number); };
    for (int i = 1; i <= hosts; ++i) {
        const QString host = addHost(writer, "s1", i, Host::IsSilent);
        if (draw.chance(90))
            writer.ip(host, "link set eth0 address " + mac(i));
    }
    for (int i = 0; i < draw.between(1, 4); ++i)
        writer.bridge("s1", "fdb " + draw.oneOf({"add ", "add ", "replace ", "del "}) + mac(draw.between(1, hosts)) +
                                QString(" dev p%1 ").arg(draw.between(1, hosts)) +
                                (draw.chance(95) ? QString("master static")
                                                 : draw.oneOf({"master", "self", "master permanent"})));
    if (draw.chance(40))
        writer.bridge("s1", QString("link set dev p%1 ").arg(draw.between(1, hosts)) +
                                draw.oneOf({"learning off", "flood off", "locked on"}));
}

/// A switch that routes: addresses on its bridges and ports.
void bridgeRouter(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.node("r");
    for (int i = 0; i < 2; ++i) {
        writer.ip("r", QString("link add br%1 type bridge").arg(i));
        writer.up("r", QString("br%1").arg(i));
    }
    for (int i = 1; i <= draw.between(2, 5); ++i) {
        const QString host = QString("h%1").arg(i);
        const QString port = QString("p%1").arg(i);
        const int lan = draw.below(2);
        writer.node(host);
        writer.cable(host, "eth0", "r", port);
        writer.ip("r", QString("link set %1 master br%2").arg(port).arg(lan));
        writer.up("r", port);
        writer.address(host, "eth0", QString("10.0.%1.%2/24").arg(lan).arg(i + 1));
        writer.up(host, "eth0");
        writer.route(host, QString("default via 10.0.%1.1").arg(lan));
        if (draw.chance(10))
            writer.address("r", port, QString("10.0.%1.1/24").arg(lan));
    }
    for (int i = 0; i < 2; ++i)
        writer.address("r", QString("br%1").arg(i), QString("10.0.%1.1/24").arg(i));
    writer.forward("r");
    if (draw.chance(20))
        writer.ip("r", "link set p1 nomaster");
    if (draw.chance(20))
        writer.ip("r", draw.oneOf({"link set br0 down", "link del br1", "link set p1 master br1"}));
}

void vlanFiltering(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int switches = draw.between(1, 2);
    for (int i = 1; i <= switches; ++i)
        writer.bridgeNode(switchName(i), draw.chance(90) ? "vlan_filtering 1" : "");
    if (switches == 2) {
        joinSwitches(writer, "s1", "s2");
        for (int i = 1; i <= 2; ++i)
            for (const char *vid : {"10", "20"})
                if (draw.chance(85))
                    writer.bridge(switchName(i), QString("vlan add dev up0 vid ") + vid);
    }
    for (int i = 1; i <= draw.between(3, 5); ++i) {
        const QString at = switchName(draw.between(1, switches));
        addHost(writer, at, i);
        if (draw.chance(80))
            writer.bridge(at, QString("vlan add dev p%1 vid %2 pvid untagged").arg(i).arg(draw.oneOf({"10", "20"})));
        if (draw.chance(70))
            writer.bridge(at, QString("vlan del dev p%1 vid 1").arg(i));
    }
    if (draw.chance(40)) {
        writer.bridge("s1", "vlan add dev br0 vid 10 self pvid untagged");
        writer.address("s1", "br0", "192.0.2.100/24");
    }
}

constexpr Family bridgeRows[] = {
    {"bridge-chain", "Switches joined to a tree.", Feature::None, bridgeChain},
    {"bridge-loop", "Switches in a circle with the spanning tree.", Feature::None, bridgeLoop},
    {"bridge-ports", "Settings of ports.", Feature::None, bridgePorts},
    {"static-fdb", "Entries that switches were given.", Feature::None, staticFdb},
    {"bridge-router", "Bridges with addresses, and routing between them.", Feature::None, bridgeRouter},
    {"vlan-filtering", "Switches that filter VLANs.", Feature::VlanFiltering, vlanFiltering},
};

} // namespace

std::span<const Family> bridgeFamilies()
{
    return bridgeRows;
}

} // namespace netdraft::tests

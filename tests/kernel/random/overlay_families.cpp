#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

/// VTEPs on a LAN or behind routers, with head-end replication.
void vxlan(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const bool routed = draw.chance(30);
    Topology plan = routed ? starOf(draw, 2) : lanOf(draw, draw.between(2, 4));
    plan.write(writer);
    const QStringList ends = plan.hosts();
    const auto underlay = [&](const QString &node) { return plan.segmentOf(node).v4(plan.memberOf(node)); };
    for (int i = 0; i < ends.size(); ++i) {
        const QString &node = ends[i];
        const QString vni = draw.chance(93) ? "10" : "11";
        const QString port = draw.chance(93) ? "4789" : "8472";
        QString words = "link add vx type vxlan id " + vni + " dstport " + port;
        if (draw.chance(80))
            words += " local " + underlay(node);
        if (ends.size() == 2 && draw.chance(60))
            words += " remote " + underlay(ends[1 - i]);
        if (draw.chance(25))
            words += " dev eth0";
        if (draw.chance(15))
            words += " nolearning";
        writer.ip(node, words);
        for (const QString &other : ends)
            if (other != node && !words.contains("remote") && draw.chance(92))
                writer.bridge(node, "fdb append 00:00:00:00:00:00 dev vx dst " + underlay(other));
        writer.address(node, "vx", QString("10.100.0.%1/24").arg(i + 1));
        writer.up(node, "vx");
        if (draw.chance(10))
            writer.bridge(node, "fdb add 02:00:00:00:00:99 dev vx dst " + underlay(draw.pick(ends)));
    }
    if (draw.chance(15))
        writer.ip(ends.first(), draw.oneOf({"link set vx down", "link set eth0 down", "link del vx"}));
}

/// VTEPs whose tunnels are ports of bridges with hosts.
void vxlanBridged(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int ends = draw.between(2, 3);
    Topology plan = lanOf(draw, ends);
    plan.write(writer);
    const auto underlay = [&](const QString &node) { return plan.segmentOf(node).v4(plan.memberOf(node)); };
    for (int i = 0; i < ends; ++i) {
        const QString node = plan.hosts()[i];
        writer.ip(node, "link add br0 type bridge");
        writer.ip(node, "link add vx type vxlan id 42 dstport 4789 local " + underlay(node));
        writer.ip(node, "link set vx master br0");
        for (const QString &other : plan.hosts())
            if (other != node && draw.chance(95))
                writer.bridge(node, "fdb append 00:00:00:00:00:00 dev vx dst " + underlay(other));
        const QString guest = QString("g%1").arg(i + 1);
        writer.node(guest);
        writer.cable(guest, "eth0", node, "p0");
        writer.ip(node, "link set p0 master br0");
        writer.address(guest, "eth0", QString("10.100.0.%1/24").arg(i + 1));
        writer.up(guest, "eth0");
        for (const char *link : {"vx", "p0", "br0"})
            writer.up(node, link);
        if (draw.chance(30))
            writer.address(node, "br0", QString("10.100.0.%1/24").arg(100 + i));
    }
}

void macvlan(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.node("P");
    writer.bridgeNode("s1");
    writer.node("H");
    writer.plug("P", "eth0", "s1", "p1");
    writer.plug("H", "eth0", "s1", "p2");
    writer.address("P", "eth0", "192.0.2.100/24");
    writer.up("P", "eth0");
    writer.address("H", "eth0", "192.0.2.200/24");
    writer.up("H", "eth0");
    const int children = draw.between(1, 4);
    const QString common = draw.oneOf({"bridge", "bridge", "private", "vepa", "passthru"});
    for (int i = 1; i <= children; ++i) {
        const QString child = QString("m%1").arg(i);
        const QString mode = draw.chance(70) ? common : draw.oneOf({"bridge", "private", "vepa", "passthru"});
        writer.node(child);
        if (draw.chance(50)) {
            writer.ip("P", QString("link add link eth0 name mv0 netns %1 type macvlan mode %2").arg(child, mode));
        } else {
            writer.ip("P", QString("link add link eth0 name mv%1 type macvlan mode %2").arg(i).arg(mode));
            writer.ip("P", QString("link set mv%1 netns %2 name mv0").arg(i).arg(child));
        }
        writer.address(child, "mv0", QString("192.0.2.%1/24").arg(i));
        writer.up(child, "mv0");
    }
    if (draw.chance(30))
        writer.bridge("s1", "link set dev p1 hairpin on");
    if (draw.chance(20))
        writer.ip("P", draw.oneOf({"link set eth0 down", "addr del 192.0.2.100/24 dev eth0"}));
    if (draw.chance(10))
        writer.ip("s1", "link set p1 down");
}

constexpr Family overlayRows[] = {
    {"vxlan", "Tunnel ends that replicate what they do not know.", Feature::Vxlan, vxlan},
    {"vxlan-bridged", "Switches joined by VXLANs.", Feature::Vxlan, vxlanBridged},
    {"macvlan", "macvlans in all modes.", Feature::Macvlan, macvlan},
};

} // namespace

std::span<const Family> overlayFamilies()
{
    return overlayRows;
}

} // namespace netdraft::tests

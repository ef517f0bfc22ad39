#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

/// Router on a stick: VLANs on one cable to a switch that filters, or between two nodes.
void vlanLinks(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = lanOf(draw, draw.between(2, 3));
    plan.writeNodes(writer);
    plan.writeCables(writer);
    for (const QString &host : plan.hosts())
        writer.up(host, "eth0");
    int number = 1;
    for (const QString &host : plan.hosts()) {
        for (const char *vid : {"10", "20"}) {
            if (draw.chance(20))
                continue;
            writer.ip(host, QString("link add link eth0 name eth0.%1 type vlan id %2")
                                .arg(vid, draw.chance(90) ? QString(vid) : QString("30")));
            writer.address(host, QString("eth0.") + vid, QString("10.0.%1.%2/24").arg(vid).arg(number));
            writer.up(host, QString("eth0.") + vid);
        }
        ++number;
    }
    writer.forward(plan.hosts().first());
    writer.route(plan.hosts().last(), "default via 10.0.10.1");
}

void dummies(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer);
    for (const QString &node : plan.nodes()) {
        if (draw.chance(50))
            continue;
        const QString subnet = QString("10.50.%1").arg(draw.between(1, 3));
        writer.ip(node, "link add dum0 type dummy");
        writer.address(node, "dum0", subnet + ".1/24");
        writer.up(node, "dum0");
        for (const QString &other : plan.nodes())
            if (other != node && draw.chance(50))
                writer.route(other, subnet + ".0/24 via 10.0.1.1");
    }
}

void bonds(LabWriter &writer)
{
    Draw &draw = writer.draw();
    for (const char *node : {"A", "B"})
        writer.node(node);
    for (const char *link : {"eth0", "eth1"})
        writer.cable("A", link, "B", link);
    for (const char *node : {"A", "B"}) {
        writer.ip(node,
                  "link add bond0 type bond mode " + draw.oneOf({"active-backup", "active-backup", "balance-rr"}));
        for (const char *link : {"eth0", "eth1"})
            if (draw.chance(90))
                writer.ip(node, QString("link set %1 master bond0").arg(link));
        writer.up(node, "bond0");
        writer.address(node, "bond0", QString("192.0.2.%1/24").arg(node[0] - 'A' + 1));
    }
    if (draw.chance(40))
        writer.ip("A", "link set eth0 down");
}

void tunnels(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer);
    const QString a = plan.hosts().first();
    const QString b = plan.hosts().last();
    const auto outer = [&](const QString &node) { return plan.segmentOf(node).v4(plan.memberOf(node)); };
    const QString kind = draw.oneOf({"gre", "ipip", "sit", "gre"});
    writer.ip(a, QString("link add tun0 type %1 local %2 remote %3").arg(kind, outer(a), outer(b)));
    writer.ip(b, QString("link add tun0 type %1 local %2 remote %3")
                     .arg(draw.chance(90) ? kind : QString("ipip"), outer(b), outer(a)));
    writer.address(a, "tun0", "10.200.0.1/30");
    writer.address(b, "tun0", "10.200.0.2/30");
    writer.up(a, "tun0");
    writer.up(b, "tun0");
}

void ipvlans(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = lanOf(draw, 2);
    plan.write(writer);
    const QString mode = draw.oneOf({"l2", "l3", "l3s"});
    for (int i = 1; i <= draw.between(1, 3); ++i) {
        const QString child = QString("c%1").arg(i);
        writer.node(child);
        writer.ip("h1", QString("link add link eth0 name ipv0 netns %1 type ipvlan mode %2").arg(child, mode));
        writer.address(child, "ipv0", QString("10.0.1.%1/24").arg(50 + i));
        writer.up(child, "ipv0");
    }
}

void vrfs(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = starOf(draw, draw.between(2, 3));
    plan.write(writer);
    writer.ip("R", "link add red type vrf table 10");
    writer.up("R", "red");
    for (int i = 0; i < draw.between(1, 2); ++i)
        writer.ip("R", QString("link set eth%1 master red").arg(i));
}

constexpr Family linkKindRows[] = {
    {"vlan-links", "VLANs on one cable.", Feature::Vlan, vlanLinks},
    {"dummy", "Networks on dummy links.", Feature::Dummy, dummies},
    {"bond", "Two cables that are one.", Feature::Bond, bonds},
    {"tunnels", "IPIP, GRE and SIT tunnels.", Feature::Tunnel, tunnels},
    {"ipvlan", "ipvlans in all modes.", Feature::Ipvlan, ipvlans},
    {"vrf", "Links in a VRF.", Feature::Vrf, vrfs},
};

} // namespace

std::span<const Family> linkKindFamilies()
{
    return linkKindRows;
}

} // namespace netdraft::tests

#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

void duplicates(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = draw.chance(50) ? lanOf(draw, draw.between(3, 4)) : starOf(draw, 2);
    plan.write(writer, draw.chance(25) ? Stack::Both : Stack::Ipv4);
    for (int i = 0; i < draw.between(1, 2); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        const QString other = draw.pick(plan.nodes());
        writer.address(other, draw.chance(80) ? plan.memberOf(other).link : QString("lo"), segment.v4(member) + "/24");
    }
}

void rpFilter(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = draw.chance(60) ? twoWays() : chainOf(draw, draw.between(1, 2));
    plan.write(writer, Stack::Ipv4);
    for (int i = 0; i < draw.between(1, 4); ++i)
        writer.sysctl(draw.pick(plan.nodes()), QString("net.ipv4.conf.%1.rp_filter=%2")
                                                   .arg(draw.oneOf({"all", "eth0", "eth1", "default"}))
                                                   .arg(draw.below(3)));
    if (draw.chance(40))
        writer.ip(draw.pick(plan.hosts()),
                  "route " + draw.oneOf({"add ", "replace "}) +
                      draw.oneOf({"default via 10.0.2.1", "10.0.0.0/16 via 10.0.3.1", "10.0.1.0/24 via 10.0.4.1"}));
    if (draw.chance(20))
        writer.sysctl(draw.pick(plan.nodes()), "net.ipv4.conf.all.accept_local=1");
    if (draw.chance(20))
        writer.sysctl(draw.pick(plan.nodes()), "net.ipv4.conf.eth0.route_localnet=1");
}

/// Hosts with two cards, and addresses on lo: who answers whom.
void arpSettings(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.bridgeNode("s1");
    const int hosts = draw.between(2, 3);
    for (int i = 1; i <= hosts; ++i)
        writer.node(QString("h%1").arg(i));
    for (int i = 1; i <= hosts; ++i) {
        const QString host = QString("h%1").arg(i);
        writer.plug(host, "eth0", "s1", QString("p%1").arg(i));
        writer.address(host, "eth0", QString("192.0.2.%1/24").arg(i));
        writer.up(host, "eth0");
        if (draw.chance(60)) {
            writer.plug(host, "eth1", "s1", QString("q%1").arg(i));
            writer.address(host, "eth1", QString("%1.%2/24").arg(draw.oneOf({"192.0.2", "198.51.100"})).arg(i + 10));
            writer.up(host, "eth1");
        }
        if (draw.chance(50))
            writer.address(host, "lo", QString("192.0.2.%1/32").arg(i + 20));
    }
    for (int i = 0; i < draw.between(1, 5); ++i)
        writer.sysctl(QString("h%1").arg(draw.between(1, hosts)),
                      QString("net.ipv4.conf.%1.%2")
                          .arg(draw.oneOf({"all", "eth0", "eth0", "lo", "default"}),
                               draw.oneOf({"arp_ignore=1", "arp_ignore=2", "arp_ignore=3", "arp_ignore=8",
                                           "arp_announce=1", "arp_announce=2", "arp_filter=1", "rp_filter=1"})));
    if (draw.chance(15))
        writer.ip("h1", "link set eth0 arp off");
}

void proxyArp(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = starOf(draw, 2);
    plan.writeNodes(writer);
    plan.writeCables(writer);
    for (const auto &segment : plan.segments())
        for (const auto &member : segment.members) {
            writer.address(member.node, member.link,
                           segment.v4(member) +
                               (plan.routers().contains(member.node) || draw.chance(30) ? "/24" : "/16"));
            writer.up(member.node, member.link);
        }
    writer.forward("R");
    for (int i = 0; i < draw.between(1, 2); ++i)
        writer.sysctl("R", QString("net.ipv4.conf.%1.proxy_arp=1").arg(draw.oneOf({"all", "eth0", "eth1"})));
    if (draw.chance(25)) {
        const auto &segment = draw.pick(plan.segments());
        writer.ip("R",
                  "neigh add proxy " + segment.v4(draw.pick(segment.members)) + " dev " + draw.oneOf({"eth0", "eth1"}));
    }
}

/// Permanent neighbours, right and wrong.
void neighbours(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = draw.chance(50) ? lanOf(draw, draw.between(2, 4)) : chainOf(draw, 1);
    const bool v6 = draw.chance(30);
    plan.write(writer, v6 ? Stack::Both : Stack::Ipv4);
    const auto &segment = plan.segments().first();
    for (int i = 0; i < draw.between(1, 4); ++i) {
        const auto &member = draw.pick(segment.members);
        const auto &other = draw.pick(segment.members);
        const QString address = v6 && draw.chance(50) ? segment.v6(other) : segment.v4(other);
        // Links get their hardware addresses by commands, so that entries can name them.
        const QString mac = QString("02:00:00:00:00:%1").arg(other.host, 2, 16, QChar('0'));
        if (draw.chance(70))
            writer.ip(other.node, "link set " + other.link + " address " + mac);
        writer.ip(member.node, "neigh " + draw.oneOf({"add ", "replace ", "add ", "change ", "del "}) + address +
                                   " lladdr " + (draw.chance(75) ? mac : QString("02:00:00:00:00:ee")) + " dev " +
                                   member.link + draw.oneOf({" nud permanent", "", " nud permanent", " nud noarp"}));
    }
}

/// Routers and hosts asked for addresses of links that the question did not come by.
void weakHosts(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = twoWays();
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, draw.chance(30) ? Stack::Both : Stack::Ipv4);
    for (const QString &node : plan.nodes()) {
        if (draw.chance(40))
            writer.address(node, "lo", QString("10.8.0.%1/32").arg(draw.between(1, 9)));
        if (draw.chance(40))
            writer.route(node,
                         draw.oneOf({"default dev eth0", "10.0.0.0/8 dev eth1", "default via 10.0.1.1",
                                     "10.8.0.0/24 dev eth0", "default via 10.0.3.10", "10.0.0.0/8 via 10.0.2.10"}));
        if (draw.chance(20))
            writer.forward(node);
        if (draw.chance(15))
            writer.sysctl(node, "net.ipv4.icmp_echo_ignore_all=1");
    }
    if (draw.chance(20))
        writer.ip("A", "link set eth0 down");
}

constexpr Family hostRows[] = {
    {"duplicate-addresses", "Two that have one address.", Feature::None, duplicates},
    {"rp-filter", "Reverse path filters.", Feature::None, rpFilter},
    {"arp-sysctls", "Settings of who answers ARP, and how.", Feature::None, arpSettings},
    {"proxy-arp", "A router answers for others.", Feature::None, proxyArp},
    {"neighbours", "Permanent neighbours, right and wrong.", Feature::None, neighbours},
    {"weak-hosts", "Addresses of links that the question did not come by.", Feature::None, weakHosts},
};

} // namespace

std::span<const Family> hostFamilies()
{
    return hostRows;
}

} // namespace netdraft::tests

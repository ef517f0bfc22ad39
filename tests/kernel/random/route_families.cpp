#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

void specialRoutes(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 3));
    const Stack stack = draw.chance(30) ? Stack::Both : Stack::Ipv4;
    plan.write(writer, stack);
    const QStringList nodes = plan.nodes();
    for (int i = 0; i < draw.between(1, 4); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const bool v6 = stack == Stack::Both && draw.chance(40);
        const auto &member = draw.pick(segment.members);
        const QString prefix = draw.chance(50) ? (v6 ? segment.v6(member) + "/128" : segment.v4(member) + "/32")
                                               : (v6 ? segment.prefix6() : segment.prefix4());
        writer.route(draw.pick(nodes), draw.oneOf({"blackhole ", "unreachable ", "prohibit ", "throw "}) + prefix +
                                           (draw.chance(20) ? " metric 50" : ""));
    }
}

/// Several routes to one prefix with metrics; some of their gateways are nobody, some links go down.
void backupRoutes(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = twoWays();
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    plan.writeForwarding(writer, Stack::Ipv4);
    const QStringList gateways{"10.0.1.1", "10.0.2.1", "10.0.1.99", "10.0.2.99"};
    for (int i = 0; i < draw.between(2, 4); ++i)
        writer.route("A", draw.oneOf({"default via ", "10.0.3.0/24 via ", "10.0.4.0/24 via ", "10.0.0.0/16 via "}) +
                              draw.pick(gateways) + " metric " + draw.oneOf({"10", "20", "30", "0", "4294967295"}));
    writer.route("S", "default via 10.0.3.1 metric 10");
    writer.route("S", "default via 10.0.4.1 metric 20");
    for (int i = 0; i < draw.below(3); ++i)
        switch (draw.below(5)) {
        case 0: writer.ip("R1", "link set eth0 down"); break;
        case 1: writer.ip("A", "link set eth0 down"); break;
        case 2: writer.sysctl("A", "net.ipv4.conf.all.ignore_routes_with_linkdown=1"); break;
        case 3: writer.ip("A", "route del default metric 10"); break;
        default: writer.ip("S", "route del default"); break;
        }
}

/// add, append, prepend, replace, change and del of much the same routes.
void routeModes(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = twoWays();
    plan.write(writer, draw.chance(30) ? Stack::Both : Stack::Ipv4);
    for (int i = 0; i < draw.between(2, 6); ++i) {
        const QString gateway = draw.oneOf(
            {" via 10.0.1.1", " via 10.0.2.1", " dev eth0", " via 10.0.2.77 dev eth1", " via 10.0.1.1 dev eth1", ""});
        writer.ip("A", "route " + draw.oneOf({"add ", "append ", "prepend ", "replace ", "change ", "del "}) +
                           draw.oneOf({"10.0.3.0/24", "10.0.4.0/24", "default", "10.0.1.0/24", "10.0.3.10/32"}) +
                           gateway + draw.oneOf({"", "", " metric 7", " src 10.0.1.10", " mtu 1400", " proto static"}));
    }
}

void onlink(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = twoWays();
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    plan.writeForwarding(writer, Stack::Ipv4);
    writer.address("A", "lo", "10.7.0.1/32");
    writer.address("S", "lo", "10.7.0.2/32");
    writer.route("S", draw.oneOf({"10.7.0.1/32 via 10.0.3.1", "default via 10.0.4.1", "10.7.0.0/24 via 10.0.3.1"}));
    writer.route("R1",
                 draw.oneOf({"10.7.0.1/32 via 10.0.1.10", "10.7.0.1/32 dev eth0", "10.7.0.1/32 via 10.0.1.10 onlink"}));
    writer.route("R1", draw.oneOf({"10.7.0.2/32 dev eth1", "10.7.0.2/32 via 10.0.3.10 dev eth1"}));
    writer.route("R2", "10.7.0.2/32 via 10.0.4.10");
    writer.route("R2", "10.7.0.1/32 via 10.0.2.10");
    writer.route("A", draw.oneOf({"10.7.0.2/32 via 10.0.1.1 src 10.7.0.1", "10.7.0.2/32 via 10.0.2.1 src 10.0.1.10",
                                  "10.7.0.2/32 via 10.0.1.1 src 10.9.9.9", "10.7.0.2/32 via 10.0.3.1 dev eth0 onlink",
                                  "10.7.0.2/32 via 10.0.3.10 onlink", "10.7.0.2/32 dev eth0 src 10.7.0.1"}));
    writer.route("A",
                 draw.oneOf({"10.0.3.0/24 via 10.0.4.1 dev eth1 onlink", "10.0.3.0/24 via 10.0.1.1 src 10.7.0.1",
                             "default via 10.0.2.1 src 10.0.2.10", "10.0.3.0/24 dev eth0 scope link src 10.0.2.10"}));
    if (draw.chance(30))
        writer.ip("A", "addr del 10.7.0.1/32 dev lo");
}

/// Point to point: /31, /32 with peers, and device routes.
void slash31(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 3));
    plan.writeNodes(writer);
    plan.writeCables(writer);
    for (const auto &segment : plan.segments()) {
        const int kind = draw.below(4);
        for (int i = 0; i < segment.members.size(); ++i) {
            const auto &member = segment.members[i];
            const QString base = QString("10.0.%1.").arg(segment.net);
            const auto &peer = segment.members[i == 0 ? 1 : 0];
            switch (kind) {
            case 0: writer.address(member.node, member.link, base + QString("%1/31").arg(i)); break;
            case 1: writer.address(member.node, member.link, segment.v4(member) + "/32"); break;
            case 2:
                writer.address(member.node, member.link, segment.v4(member) + " peer " + segment.v4(peer) + "/32");
                break;
            default: writer.address(member.node, member.link, base + QString("%1/30").arg(i + 1)); break;
            }
            writer.up(member.node, member.link);
            if (kind == 1 && draw.chance(80))
                writer.route(member.node, draw.chance(60) ? segment.v4(peer) + "/32 dev " + member.link
                                                          : segment.prefix4() + " dev " + member.link);
        }
    }
    plan.writeForwarding(writer, Stack::Ipv4);
    plan.writeRoutes(writer, Stack::Ipv4);
}

void pathMtu(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 3));
    const Stack stack = draw.chance(40) ? Stack::Both : Stack::Ipv4;
    plan.write(writer, stack);
    for (int i = 0; i < draw.between(1, 3); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        const QString mtu =
            draw.oneOf({"68", "80", "83", "84", "100", "104", "576", "1279", "1280", "1400", "9000", "67", "65536"});
        if (draw.chance(70))
            writer.ip(member.node, "link set " + member.link + " mtu " + mtu);
        else
            writer.ip(member.node, "route replace " + segment.prefix4() + " dev " + member.link + " mtu " + mtu);
    }
}

constexpr Family routeRows[] = {
    {"special-routes", "Blackhole, unreachable, prohibit and throw routes.", Feature::None, specialRoutes},
    {"metrics-and-backup", "Several routes with metrics, dead gateways and links.", Feature::None, backupRoutes},
    {"route-modes", "Routes added, appended, replaced, changed and deleted.", Feature::None, routeModes},
    {"onlink-and-src", "Next hops off the link, and sources that routes give.", Feature::None, onlink},
    {"slash-31-32", "Cables with /31, /30 and /32 addresses.", Feature::None, slash31},
    {"mtu", "Links and routes with small MTUs.", Feature::None, pathMtu},
};

} // namespace

std::span<const Family> routeFamilies()
{
    return routeRows;
}

} // namespace netdraft::tests

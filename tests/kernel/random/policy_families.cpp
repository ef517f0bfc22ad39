#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

/// A and S know the other's addresses by both routers; what rules say decides.
void writeTwoWays(LabWriter &writer, Stack stack = Stack::Ipv4)
{
    Topology plan = twoWays();
    plan.write(writer, stack);
    for (int i = 1; i <= 3; ++i)
        writer.address("S", "lo", QString("8.0.0.%1/32").arg(i));
    writer.route("R1", "8.0.0.0/24 via 10.0.3.10");
    writer.route("R2", "8.0.0.0/24 via 10.0.4.10");
}

void policyRules(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writeTwoWays(writer);
    writer.route("A", "default via 10.0.1.1");
    writer.route("A", "default via 10.0.2.1 table 2");
    if (draw.chance(50))
        writer.route("A", draw.oneOf({"blackhole", "unreachable", "prohibit", "throw"}) + " 8.0.0.2/32 table 3");
    for (int i = 0; i < draw.between(1, 4); ++i) {
        const QString node = draw.oneOf({"A", "A", "A", "S", "R1"});
        const QString selector =
            draw.oneOf({"to 8.0.0.1", "to 8.0.0.0/24", "from 10.0.1.10", "from 10.0.2.0/24", "from all", "iif lo",
                        "iif eth0", "oif eth1", "fwmark 7", "tos 4", "ipproto icmp", "ipproto udp dport 53",
                        "not to 8.0.0.2", "from 10.0.1.10 to 8.0.0.3", "not from 10.0.1.0/24"});
        const QString action = draw.oneOf({"table 2", "table 2", "lookup 3", "table 4", "blackhole", "unreachable",
                                           "prohibit", "goto 500", "table main suppress_prefixlength 0",
                                           "table 2 suppress_prefixlength 24", "table local", "nop"});
        writer.ip(node, "rule add " + selector + ' ' + action +
                            (draw.chance(60) ? QString(" pref %1").arg(draw.between(1, 6) * 100) : QString()));
    }
    if (draw.chance(20))
        writer.ip("A", "rule add table 2 pref 500");
    if (draw.chance(15))
        writer.ip("A", "rule del " + draw.oneOf({"pref 100", "pref 0", "pref 32766", "table 2", "to 8.0.0.1"}));
    if (draw.chance(10))
        writer.ip("A", "rule add from all lookup local pref 50");
}

void severalTables(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writeTwoWays(writer);
    const QStringList tables{"2", "3", "100", "main", "local", "default", "1000"};
    for (int i = 0; i < draw.between(2, 5); ++i)
        writer.route("A", draw.oneOf({"default", "8.0.0.0/24", "8.0.0.1/32", "10.0.3.0/24", "throw 8.0.0.1/32",
                                      "10.0.4.0/24", "unreachable default"}) +
                              (draw.chance(50) ? " via 10.0.1.1" : " via 10.0.2.1") + " table " + draw.pick(tables));
    for (int i = 0; i < draw.between(1, 3); ++i)
        writer.ip("A", "rule add " + draw.oneOf({"from all", "from 10.0.1.10", "to 8.0.0.0/24", "to 8.0.0.1"}) +
                           " lookup " + draw.pick(tables) + QString(" pref %1").arg(draw.between(1, 9) * 100));
    if (draw.chance(30))
        writer.ip("A", "route flush table " + draw.pick(tables));
    if (draw.chance(20))
        writer.ip("A", "route del default table " + draw.pick(tables));
}

void ecmp(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const bool v6 = draw.chance(25);
    writeTwoWays(writer, v6 ? Stack::Both : Stack::Ipv4);
    const QStringList gateways = v6 ? QStringList{"2001:db8:1::1", "2001:db8:2::1", "2001:db8:1::99"}
                                    : QStringList{"10.0.1.1", "10.0.2.1", "10.0.1.99", "10.0.9.9"};
    for (int i = 0; i < draw.between(1, 3); ++i) {
        QString words = v6 ? draw.oneOf({"2001:db8:3::/64", "2001:db8:9::/64", "default"})
                           : draw.oneOf({"8.0.0.0/24", "10.0.3.0/24", "default", "8.0.0.1/32"});
        for (int hop = 0; hop < draw.between(2, 3); ++hop) {
            words += " nexthop via " + draw.pick(gateways);
            if (draw.chance(30))
                words += QString(" weight %1").arg(draw.between(1, 5));
            if (draw.chance(15))
                words += draw.chance(50) ? " dev eth0" : " dev eth1 onlink";
        }
        writer.ip("A", "route " + draw.oneOf({"add ", "replace ", "append "}) + words);
    }
    for (int i = 0; i < draw.below(3); ++i)
        switch (draw.below(5)) {
        case 0: writer.ip("A", "link set eth1 down"); break;
        case 1: writer.ip("R1", "link set eth0 down"); break;
        case 2: writer.sysctl("A", "net.ipv4.conf.eth0.ignore_routes_with_linkdown=1"); break;
        case 3: writer.ip("R2", "link set eth0 down"); break;
        default: writer.ip("A", "addr del 10.0.2.10/24 dev eth1"); break;
        }
}

void nexthops(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writeTwoWays(writer);
    writer.ip("A", "nexthop add id 1 via 10.0.1.1 dev eth0");
    writer.ip("A", "nexthop add id 2 via 10.0.2.1 dev eth1");
    for (int i = 0; i < draw.between(1, 6); ++i)
        switch (draw.below(9)) {
        case 0: writer.ip("A", "nexthop add id 3 group " + draw.oneOf({"1", "2", "1/2", "1,2/2", "9"})); break;
        case 1: writer.ip("A", "nexthop add id 4 blackhole"); break;
        case 2: writer.ip("A", "nexthop add id 5 dev eth0"); break;
        case 3: writer.ip("A", "nexthop del id " + draw.oneOf({"1", "2", "3", "7"})); break;
        case 4:
            writer.ip("A", "nexthop replace id 1 via " + draw.oneOf({"10.0.1.77 dev eth0", "10.0.2.1 dev eth1",
                                                                     "10.0.1.1 dev eth1", "10.0.1.1"}));
            break;
        default:
            writer.route("A", draw.oneOf({"8.0.0.0/24", "8.0.0.1/32", "default", "10.0.3.0/24", "8.0.0.2"}) + " nhid " +
                                  draw.oneOf({"1", "2", "3", "4", "5", "8"}));
        }
    if (draw.chance(20))
        writer.ip("A", draw.oneOf({"link set eth0 down", "link set eth1 down", "addr del 10.0.1.10/24 dev eth0"}));
}

constexpr Family policyRows[] = {
    {"policy-rules", "Rules by source, destination, link, mark and protocol.", Feature::Rules, policyRules},
    {"several-tables", "Routes in several tables.", Feature::Rules, severalTables},
    {"ecmp", "Routes of several hops, some of them dead.", Feature::Multipath, ecmp},
    {"nexthop-objects", "Next hop objects and groups.", Feature::NexthopObjects, nexthops},
};

} // namespace

std::span<const Family> policyFamilies()
{
    return policyRows;
}

} // namespace netdraft::tests

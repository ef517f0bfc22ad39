#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

void masquerade(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = draw.chance(50) ? chainOf(draw, draw.between(1, 2)) : starOf(draw, draw.between(2, 3));
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    plan.writeForwarding(writer, Stack::Ipv4);
    // Inside they know the way out; outside, often nobody knows the way back.
    const QString inside = plan.hosts().first();
    const QString router = plan.routers().first();
    writer.route(inside, "default via 10.0.1.1");
    if (draw.chance(40))
        plan.writeRoutes(writer, Stack::Ipv4);
    if (draw.chance(30))
        writer.address(router, "eth1", "10.0.2.99/24");
    for (int i = 0; i < draw.between(1, 2); ++i)
        writer.exec(
            router,
            "iptables -t nat -A POSTROUTING " +
                draw.oneOf({"-o eth1 -j MASQUERADE", "-o eth1 -j MASQUERADE", "-j MASQUERADE",
                            "-s 10.0.1.0/24 -j MASQUERADE", "-o eth0 -j MASQUERADE",
                            "-s 10.0.1.0/24 ! -d 10.0.1.0/24 -j MASQUERADE",
                            "-o eth1 -p icmp -j SNAT --to-source 10.0.2.1", "-o eth1 -j SNAT --to-source 10.0.2.99",
                            "-s 10.0.1.0/24 -j SNAT --to-source 10.9.9.9",
                            "-o eth1 -p tcp -j MASQUERADE --to-ports 1024-2000", "-s 10.0.1.0/24 -j ACCEPT",
                            "-s 10.0.1.0/24 -j NETMAP --to 10.77.0.0/24", "-i eth0 -j MASQUERADE"}));
    if (draw.chance(20))
        writer.exec(router, "iptables -A FORWARD -i eth1 " + draw.oneOf({"-m state --state NEW ", ""}) + "-j DROP");
}

void destinationNat(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer);
    const QString inside = plan.hosts().last();
    const QString server = plan.segmentOf(inside).v4(plan.memberOf(inside));
    const QString at = draw.chance(75) ? draw.pick(plan.routers()) : draw.pick(plan.hosts());
    if (draw.chance(50))
        writer.address(at, "lo", "10.99.0.1/32");
    for (int i = 0; i < draw.between(1, 3); ++i)
        writer.exec(at, "iptables -t nat -A " +
                            draw.oneOf({"PREROUTING -d 10.0.1.1 -j DNAT --to-destination ",
                                        "PREROUTING -i eth0 -p icmp -j DNAT --to-destination ",
                                        "OUTPUT -d 10.99.0.1 -j DNAT --to-destination ",
                                        "PREROUTING -d 10.99.0.1 -j DNAT --to-destination ",
                                        "PREROUTING -p tcp --dport 8080 -j DNAT --to-destination ",
                                        "OUTPUT -p icmp -j DNAT --to-destination "}) +
                            draw.oneOf({"10.0.1.10", "127.0.0.1", "10.0.2.1"}).replace("10.0.1.10", server));
    if (draw.chance(40))
        writer.exec(at,
                    "iptables -t nat -A " +
                        draw.oneOf({"PREROUTING -i eth0 -j REDIRECT", "OUTPUT -j REDIRECT", "POSTROUTING -j MASQUERADE",
                                    "PREROUTING -d 10.0.2.0/24 -j NETMAP --to 10.0.1.0/24", "PREROUTING -j ACCEPT",
                                    "INPUT -j SNAT --to-source 10.0.1.77"}));
    if (draw.chance(25))
        writer.sysctl(at, "net.ipv4.conf.all.route_localnet=1");
    if (draw.chance(25))
        writer.exec(at, "iptables -P " + draw.oneOf({"INPUT", "FORWARD"}) + " DROP");
    if (draw.chance(20))
        writer.route(plan.hosts().first(), "10.99.0.1/32 via 10.0.1.1");
}

/// Marks decide which table is asked.
void marks(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = twoWays();
    plan.write(writer);
    const QString at = draw.oneOf({"A", "A", "R1", "S"});
    writer.route("A", "default via 10.0.2.1 table 2");
    writer.route("R1", "default via 10.0.3.10 table 2");
    writer.route("S", "default via 10.0.4.1 table 2");
    writer.ip(at, "rule add fwmark " + draw.oneOf({"1", "1", "2", "0x1/0xf"}) + ' ' +
                      draw.oneOf({"table 2", "table 2", "blackhole", "prohibit", "table 9"}) +
                      draw.oneOf({"", " pref 100", " pref 40000"}));
    for (int i = 0; i < draw.between(1, 3); ++i)
        writer.exec(at,
                    "iptables -t mangle -A " +
                        draw.oneOf({"OUTPUT -j MARK --set-mark 1", "PREROUTING -j MARK --set-mark 1",
                                    "OUTPUT -p icmp -j MARK --set-mark 1", "PREROUTING -i eth0 -j MARK --set-mark 2",
                                    "OUTPUT -d 10.0.3.0/24 -j MARK --set-xmark 0x1/0xff",
                                    "OUTPUT -j CONNMARK --set-mark 1", "PREROUTING -j CONNMARK --restore-mark",
                                    "OUTPUT -m mark --mark 1 -j DROP", "INPUT -m mark ! --mark 0 -j DROP",
                                    "POSTROUTING -j CONNMARK --save-mark", "FORWARD -j MARK --or-mark 4"}));
    if (draw.chance(20))
        writer.sysctl(at, "net.ipv4.fwmark_reflect=1");
}

void nat6(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, 1);
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv6);
    plan.writeForwarding(writer, Stack::Ipv6);
    if (draw.chance(60))
        plan.writeRoutes(writer, Stack::Ipv6);
    else
        writer.route(plan.hosts().first(), "default via 2001:db8:1::1");
    for (int i = 0; i < draw.between(1, 2); ++i)
        writer.exec(
            "r1", "ip6tables -t nat -A " +
                      draw.oneOf({"POSTROUTING -o eth1 -j MASQUERADE", "POSTROUTING -j MASQUERADE",
                                  "POSTROUTING -s 2001:db8:1::/64 -j SNAT --to-source 2001:db8:2::1",
                                  "PREROUTING -d 2001:db8:1::1 -j DNAT --to-destination 2001:db8:2::a",
                                  "PREROUTING -i eth0 -j REDIRECT", "OUTPUT -j DNAT --to-destination 2001:db8:2::a"}));
}

constexpr Family natRows[] = {
    {"nat-masquerade", "A router that hides who is behind it.", Feature::Iptables, masquerade},
    {"nat-destination", "DNAT, REDIRECT and NETMAP.", Feature::Iptables, destinationNat},
    {"marks", "Marks of mangle that rules ask for.", Feature::Iptables, marks},
    {"nat-ipv6", "NAT of IPv6.", Feature::Ip6tables, nat6},
};

} // namespace

std::span<const Family> natFamilies()
{
    return natRows;
}

} // namespace netdraft::tests

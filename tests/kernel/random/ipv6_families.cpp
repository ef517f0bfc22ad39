#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

Topology someIpv6Plan(Draw &draw)
{
    switch (draw.below(4)) {
    case 0: return lanOf(draw, draw.between(2, 5));
    case 1: return starOf(draw, draw.between(2, 3));
    case 2: return treeOf(draw, draw.between(2, 4));
    default: return chainOf(draw, draw.between(1, 4));
    }
}

void dualStack(LabWriter &writer)
{
    someIpv6Plan(writer.draw()).write(writer, Stack::Both);
}

void ipv6Only(LabWriter &writer)
{
    someIpv6Plan(writer.draw()).write(writer, Stack::Ipv6);
}

/// Next hops that are link-local addresses.
void linkLocalHops(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int routers = draw.between(1, 3);
    QStringList names{"A"};
    for (int i = 1; i <= routers; ++i)
        names.append(QString("R%1").arg(i));
    names.append("B");
    for (const QString &name : names)
        writer.node(name);
    // Cable i joins node i by eth1 and node i + 1 by eth0.
    for (int i = 0; i + 1 < names.size(); ++i)
        writer.type(QString("ip link add eth1 address 02:00:00:00:%1:01 netns %2 type veth peer name eth0 address "
                            "02:00:00:00:%1:02 netns %3")
                        .arg(i, 2, 10, QChar('0'))
                        .arg(names[i], names[i + 1]));
    for (int i = 0; i + 1 < names.size(); ++i) {
        const bool numbered = draw.chance(40);
        if (i == 0 || numbered)
            writer.address(names[i], "eth1", (i == 0 ? QString("2001:db8::1/64") : QString("2001:db8:%1::1/64").arg(i)),
                           "nodad");
        if (i + 2 == names.size() || numbered)
            writer.address(names[i + 1], "eth0",
                           (i == 0 ? QString("2001:db8::2/64") : QString("2001:db8:%1::2/64").arg(i)), "nodad");
        writer.up(names[i], "eth1");
        writer.up(names[i + 1], "eth0");
    }
    const int last = static_cast<int>(names.size()) - 2;
    // The link-local address of a hardware address 02:00:00:00:XX:YY.
    const auto local = [](int cable, int end) {
        return cable == 0 ? QString("fe80::ff:fe00:%1").arg(end)
                          : QString("fe80::ff:fe00:%1%2").arg(cable).arg(end, 2, 10, QChar('0'));
    };
    for (int i = 0; i <= last; ++i) {
        writer.route(names[i], QString("2001:db8:%1:/64 via %2%3")
                                   .arg(last == 0 ? QString() : QString::number(last) + ':')
                                   .arg(local(i, 2), draw.chance(90) ? QString(" dev eth1") : QString()));
        writer.route(names[i + 1], "2001:db8::/64 via " + local(i, 1) + (draw.chance(90) ? " dev eth0" : " dev eth1"));
    }
    for (int i = 1; i <= routers; ++i)
        writer.forward6(names[i]);
}

/// Anycast, addresses of other lengths, several at one link, disabled, strange forwarding.
void ipv6Hosts(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer, Stack::Ipv6);
    const QStringList nodes = plan.nodes();
    for (int i = 0; i < draw.between(1, 4); ++i) {
        const QString node = draw.pick(nodes);
        switch (draw.below(8)) {
        case 0: writer.sysctl(node, "net.ipv6.conf.eth0.disable_ipv6=1"); break;
        case 1: writer.sysctl(node, "net.ipv6.conf.all.disable_ipv6=" + draw.oneOf({"1", "0"})); break;
        case 2: writer.sysctl(node, "net.ipv6.conf.eth0.forwarding=" + draw.oneOf({"1", "0"})); break;
        case 3:
            writer.address(node, draw.oneOf({"eth0", "lo"}),
                           draw.oneOf({"2001:db8:1::/64", "2001:db8:2::/127", "2001:db8:1::77/128", "fd00::1/64",
                                       "fd00::2/64", "fe80::5/64", "2001:db8:9::9/48"}),
                           draw.oneOf({"nodad", "nodad", "preferred_lft 0", ""}));
            break;
        case 4: writer.ip(node, "addr add 2001:db8:1::50/64 dev eth0 nodad noprefixroute"); break;
        case 5:
            writer.ip(node, "-6 route add " + draw.oneOf({"blackhole", "prohibit", "unreachable"}) +
                                draw.oneOf({" 2001:db8:2::/64", " 2001:db8:1::10/128", " default"}));
            break;
        case 6: writer.ip(node, "link set eth0 address 02:00:00:00:00:7" + QString::number(draw.below(10))); break;
        default:
            writer.route(node, draw.oneOf({"2001:db8:5::/64 dev eth0", "default via 2001:db8:1::1 metric 5",
                                           "2001:db8:2::/64 via 2001:db8:1::1 src 2001:db8:1::77"}));
        }
    }
}

/// Who has an address that another has already, and what becomes of it.
void failedDetection(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = draw.chance(60) ? lanOf(draw, draw.between(2, 4)) : starOf(draw, 2);
    plan.write(writer, Stack::Ipv6);
    const QStringList nodes = plan.nodes();
    for (int i = 0; i < draw.between(2, 5); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const QString node = draw.pick(nodes);
        const QString link = plan.memberOf(node).link;
        const QString taken = segment.v6(draw.pick(segment.members));
        switch (draw.below(9)) {
        case 0:
        case 1:
        case 2: writer.ip(node, QString("addr add %1/64 dev %2").arg(taken, link)); break;
        case 3: writer.ip(node, QString("addr add %1/64 dev %2 nodad").arg(taken, link)); break;
        case 4:
            writer.sysctl(node, QString("net.ipv6.conf.%1.%2")
                                    .arg(link, draw.oneOf({"accept_dad=0", "accept_dad=2", "dad_transmits=0"})));
            break;
        case 5:
            writer.ip(node, QString("link set %1 down").arg(link));
            writer.ip(node, QString("link set %1 up").arg(link));
            writer.ip(node, QString("addr add %1/64 dev %2").arg(taken, link));
            break;
        case 6: writer.ip(node, QString("addr del %1/64 dev %2").arg(taken, link)); break;
        case 7:
            writer.ip(node, QString("link set %1 address 02:00:00:00:00:7%2").arg(link).arg(draw.below(2)));
            writer.ip(node, QString("link set %1 down").arg(link));
            writer.ip(node, QString("link set %1 up").arg(link));
            break;
        default: writer.ip(node, QString("addr change %1/64 dev %2 metric 7").arg(taken, link)); break;
        }
    }
}

/// What a radvd says by `eth0`, for the most part soundly.
QString advertising(Draw &draw, const QString &prefix, bool plain)
{
    QString settings = draw.chance(95) ? " AdvSendAdvert on;" : "";
    QString ofPrefix;
    if (!plain) {
        settings += draw.oneOf({"", "", " AdvDefaultPreference high;", " AdvDefaultPreference low;",
                                " AdvDefaultLifetime 600;", " AdvDefaultLifetime 0;", " AdvCurHopLimit 32;",
                                " AdvCurHopLimit 0;", " AdvDefaultLifetime 10;", " MaxRtrAdvInterval 120;"});
        ofPrefix = draw.oneOf({"", "", " AdvOnLink off;", " AdvAutonomous off;",
                               " AdvValidLifetime 7200; AdvPreferredLifetime 3600;", " AdvPreferredLifetime 0;",
                               " AdvValidLifetime infinity; AdvPreferredLifetime infinity;", " AdvValidLifetime 600;"});
    }
    const QString length = draw.chance(90) ? "64" : draw.oneOf({"56", "48", "65", "129"});
    return QString("interface %1 {%2 prefix %3/%4 {%5 }; };")
        .arg(draw.chance(95) ? "eth0" : draw.oneOf({"eth1", "lo", "eth9"}), settings, prefix, length, ofPrefix);
}

/// Hosts on a switch that take their addresses from one or two routers, and what keeps them from it.
void slaac(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.bridgeNode("S");
    const int routers = draw.chance(70) ? 1 : 2;
    const int hosts = draw.between(1, 3);
    QStringList names;
    for (int i = 1; i <= routers; ++i)
        names.append(QString("R%1").arg(i));
    for (int i = 1; i <= hosts; ++i)
        names.append(QString("H%1").arg(i));
    for (const QString &name : names)
        writer.node(name);
    for (int i = 0; i < names.size(); ++i) {
        writer.plug(names[i], "eth0", "S", QString("p%1").arg(i));
        writer.up(names[i], "eth0");
    }
    // Behind each router somebody who is far away.
    for (int i = 1; i <= routers; ++i) {
        const QString router = QString("R%1").arg(i);
        const QString far = QString("F%1").arg(i);
        writer.node(far);
        writer.cable(router, "eth1", far, "eth0");
        writer.up(router, "eth1");
        writer.up(far, "eth0");
        writer.address(router, "eth0", QString("2001:db8:%1::1/64").arg(draw.chance(85) ? i : 7));
        writer.address(router, "eth1", QString("2001:db8:f%1::1/64").arg(i));
        writer.address(far, "eth0", QString("2001:db8:f%1::2/64").arg(i));
        writer.route(far, QString("default via 2001:db8:f%1::1").arg(i));
        if (draw.chance(92))
            writer.forward6(router);
    }
    const auto trouble = [&](const QString &host) {
        switch (draw.below(9)) {
        case 0: writer.sysctl(host, "net.ipv6.conf.eth0.accept_ra=" + draw.oneOf({"0", "2"})); break;
        case 1: writer.sysctl(host, "net.ipv6.conf.eth0.autoconf=0"); break;
        case 2: writer.sysctl(host, "net.ipv6.conf.all.forwarding=1"); break;
        case 3: writer.ip(host, "link set eth0 down"); break;
        case 4: writer.ip(host, "link set eth0 up"); break;
        case 5:
            writer.address(host, "eth0", QString("2001:db8:1::%1/64").arg(draw.between(50, 59)),
                           draw.oneOf({"", "noprefixroute", "nodad"}));
            break;
        case 6:
            writer.route(host, draw.oneOf({"default via 2001:db8:1::1 metric 2000",
                                           "2001:db8:f1::/64 via 2001:db8:1::1", "default via fe80::1 dev eth0"}));
            break;
        case 7: writer.sysctl(host, "net.ipv6.conf.all.accept_ra=0"); break;
        default: writer.sysctl(host, "net.ipv6.conf.eth0.disable_ipv6=" + draw.oneOf({"1", "0"}));
        }
    };
    const auto someHost = [&] { return QString("H%1").arg(draw.between(1, hosts)); };
    while (draw.chance(40))
        trouble(someHost());
    for (int i = 1; i <= routers; ++i)
        writer.exec(QString("R%1").arg(i),
                    QString("radvd -C <(echo '%1')%2")
                        .arg(advertising(draw, QString("2001:db8:%1::").arg(draw.chance(80) ? i : 1), draw.chance(50)),
                             routers == 1 || draw.chance(5) ? QString() : QString(" -p /run/radvd-%1.pid").arg(i)));
    while (draw.chance(45)) {
        switch (draw.below(5)) {
        case 0: writer.exec("R1", routers == 1 || draw.chance(50) ? "pkill radvd" : "pkill -F /run/radvd-1.pid"); break;
        case 1:
            writer.ip("S", "link set " + QString("p%1").arg(draw.below(static_cast<int>(names.size()))) +
                               draw.oneOf({" down", " nomaster"}));
            break;
        default: trouble(someHost());
        }
    }
}

constexpr Family ipv6Rows[] = {
    {"dual-stack", "IPv4 and IPv6 side by side.", Feature::None, dualStack},
    {"ipv6-only", "IPv6 alone.", Feature::None, ipv6Only},
    {"link-local-hops", "Next hops that are link-local addresses.", Feature::None, linkLocalHops},
    {"failed-detection", "Two that have one IPv6 address.", Feature::None, failedDetection},
    {"slaac", "Hosts that take their addresses from routers.", Feature::Radvd, slaac},
    {"ipv6-hosts", "IPv6 addresses of all sorts, and links without IPv6.", Feature::None, ipv6Hosts},
};

} // namespace

std::span<const Family> ipv6Families()
{
    return ipv6Rows;
}

} // namespace netdraft::tests

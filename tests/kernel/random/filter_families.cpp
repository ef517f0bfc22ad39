#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

QString tool(bool v6)
{
    return v6 ? "ip6tables " : "iptables ";
}

/// What a rule asks of a packet.
QString someMatch(Draw &draw, bool v6)
{
    if (v6)
        return draw.oneOf({"", "-p icmpv6", "-p icmpv6 --icmpv6-type echo-request",
                           "-p icmpv6 --icmpv6-type echo-reply", "-s 2001:db8:1::/64", "-d 2001:db8:2::/64", "-i eth0",
                           "-i eth1", "-p tcp --dport 80", "-m conntrack --ctstate ESTABLISHED,RELATED",
                           "-m conntrack --ctstate NEW", "-m conntrack --ctstate INVALID", "-m hl --hl-lt 60",
                           "-p icmpv6 --icmpv6-type 135"});
    return draw.oneOf({"",
                       "-p icmp",
                       "-p icmp --icmp-type echo-request",
                       "-p icmp --icmp-type echo-reply",
                       "-p icmp --icmp-type 8",
                       "-s 10.0.1.0/24",
                       "-d 10.0.2.0/24",
                       "! -s 10.0.1.0/24",
                       "-s 10.0.1.10",
                       "-i eth0",
                       "-i eth1",
                       "! -i eth0",
                       "-p tcp --dport 80",
                       "-p udp --dport 53",
                       "-m conntrack --ctstate ESTABLISHED,RELATED",
                       "-m state --state NEW",
                       "-m conntrack --ctstate INVALID",
                       "-m ttl --ttl-lt 64",
                       "-m length --length 84",
                       "-m addrtype --dst-type LOCAL",
                       "-m addrtype --src-type UNICAST",
                       "-m pkttype --pkt-type unicast",
                       "-m iprange --src-range 10.0.1.5-10.0.1.20",
                       "-p tcp -m multiport --dports 22,80,443",
                       "-m comment --comment hello",
                       "-m mark --mark 1",
                       "--dport 80",
                       "-p icmp --icmp-type nonsense",
                       "-m nonsense",
                       "-p all -f"});
}

QString someVerdict(Draw &draw)
{
    return draw.oneOf({"-j ACCEPT", "-j ACCEPT", "-j DROP", "-j DROP", "-j REJECT", "-j RETURN", "-j LOG", "-j own",
                       "-j own", "-g own", "", "-j NONSENSE", "-j LOG --log-prefix x"});
}

void writeFilter(LabWriter &writer, const QString &node, bool v6)
{
    Draw &draw = writer.draw();
    const auto type = [&](const QString &words) { writer.exec(node, tool(v6) + words); };
    const bool own = draw.chance(60);
    if (own)
        type("-N own");
    for (int i = 0; i < draw.between(1, 5); ++i) {
        QString chain = draw.oneOf({"INPUT", "FORWARD", "FORWARD", "OUTPUT"});
        if (own && draw.chance(30))
            chain = "own";
        QString words = draw.oneOf({"-A ", "-A ", "-A ", "-I "}) + chain;
        for (const QString &more : {someMatch(draw, v6), someVerdict(draw)})
            if (!more.isEmpty())
                words += ' ' + more;
        type(words);
    }
    if (draw.chance(50))
        type("-P " + draw.oneOf({"INPUT", "FORWARD", "OUTPUT"}) + ' ' + draw.oneOf({"DROP", "DROP", "ACCEPT"}));
    if (draw.chance(20))
        type(draw.oneOf({"-D INPUT 1", "-D FORWARD 2", "-F FORWARD", "-X own", "-F", "-Z", "-E own other",
                         "-R FORWARD 1 -j ACCEPT", "-D INPUT -p icmp -j DROP", "-C INPUT -p icmp -j DROP",
                         "-P own DROP", "-A NOWHERE -j ACCEPT"}));
}

void filter(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer);
    for (int i = 0; i < draw.between(1, 2); ++i)
        writeFilter(writer, draw.chance(65) ? draw.pick(plan.routers()) : draw.pick(plan.hosts()), false);
}

/// A router that lets answers back in, as everybody writes it; often with the way back by another router.
void stateful(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const bool asymmetric = draw.chance(40);
    Topology plan = asymmetric ? twoWays() : chainOf(draw, 1);
    plan.write(writer);
    const QString router = plan.routers().first();
    const auto type = [&](const QString &words) { writer.exec(router, "iptables " + words); };
    type("-P FORWARD DROP");
    if (draw.chance(85))
        type("-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT");
    if (draw.chance(40))
        type("-A FORWARD -m conntrack --ctstate INVALID -j DROP");
    if (draw.chance(85))
        type("-A FORWARD -i eth0 " + draw.oneOf({"", "-p icmp ", "-o eth1 ", "-s 10.0.1.0/24 "}) + "-j ACCEPT");
    if (draw.chance(40))
        type(draw.oneOf({"-P INPUT DROP", "-A INPUT -i eth1 -j DROP", "-A INPUT -m state --state NEW -j REJECT"}));
    if (draw.chance(20))
        type("-t raw -A PREROUTING -i " + draw.oneOf({"eth0", "eth1"}) + " -j " +
             draw.oneOf({"NOTRACK", "CT --notrack"}));
    if (asymmetric)
        writer.ip("S", "route replace 10.0.1.0/24 via " + draw.oneOf({"10.0.4.1", "10.0.3.1"}));
}

void filter6(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer, draw.chance(40) ? Stack::Both : Stack::Ipv6);
    writeFilter(writer, draw.chance(65) ? draw.pick(plan.routers()) : draw.pick(plan.hosts()), true);
}

/// What is bridged passes iptables too.
void bridgeNetfilter(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = lanOf(draw, draw.between(2, 4));
    plan.write(writer);
    if (plan.segments().first().onSwitch.isEmpty())
        return;
    if (draw.chance(40))
        writer.address("s1", "br0", "10.0.1.1/24");
    for (int i = 0; i < draw.between(1, 3); ++i)
        writer.exec(
            "s1", "iptables " +
                      draw.oneOf({"-P FORWARD DROP", "-A FORWARD -i br0 -j DROP", "-A FORWARD -i p0 -j DROP",
                                  "-A FORWARD -m physdev --physdev-in p0 -j DROP",
                                  "-A FORWARD -m physdev --physdev-is-bridged -j ACCEPT",
                                  "-A FORWARD -p icmp --icmp-type echo-request -s 10.0.1.10 -j DROP",
                                  "-t nat -A POSTROUTING -s 10.0.1.0/24 -j MASQUERADE", "-A INPUT -j DROP",
                                  "-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT",
                                  "-t nat -A PREROUTING -d 10.0.1.11 -j DNAT --to-destination 10.0.1.10",
                                  "-t raw -A PREROUTING -m physdev --physdev-in p1 -j DROP", "-A FORWARD -j REJECT"}));
    if (draw.chance(25))
        writer.sysctl("s1", "net.bridge.bridge-nf-call-iptables=" + draw.oneOf({"0", "1"}));
}

constexpr Family filterRows[] = {
    {"filter", "iptables: rules and policies.", Feature::Iptables, filter},
    {"stateful-filter", "A router that lets answers back in.", Feature::Iptables, stateful},
    {"ip6tables", "ip6tables: rules and policies.", Feature::Ip6tables, filter6},
    {"bridge-netfilter", "What is bridged passes iptables too.", Feature::BridgeNetfilter, bridgeNetfilter},
};

} // namespace

std::span<const Family> filterFamilies()
{
    return filterRows;
}

} // namespace netdraft::tests

#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

Topology somePlan(Draw &draw)
{
    return draw.chance(50) ? chainOf(draw, draw.between(1, 2)) : lanOf(draw, draw.between(2, 4));
}

Stack someStack(Draw &draw)
{
    return draw.chance(35) ? Stack::Both : Stack::Ipv4;
}

/// Links go down and up again; some routes are typed again, some forgotten.
void flaps(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = somePlan(draw);
    const Stack stack = someStack(draw);
    plan.write(writer, stack);
    for (int i = 0; i < draw.between(1, 3); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        writer.ip(member.node, "link set " + (draw.chance(90) ? member.link : QString("lo")) + " down");
        if (draw.chance(75))
            writer.up(member.node, member.link);
        if (draw.chance(30))
            writer.route(member.node, "default via " + segment.v4(draw.pick(segment.members)));
    }
}

void removals(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = somePlan(draw);
    const Stack stack = someStack(draw);
    plan.write(writer, stack);
    for (int i = 0; i < draw.between(1, 3); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        const bool v6 = stack == Stack::Both && draw.chance(40);
        const QString address = v6 ? segment.v6(member) + "/64" : segment.v4(member) + "/24";
        switch (draw.below(6)) {
        case 0: writer.ip(member.node, "addr del " + address + " dev " + member.link); break;
        case 1:
            writer.ip(member.node, "addr del " + address + " dev " + member.link);
            writer.address(member.node, member.link, address);
            break;
        case 2: writer.ip(member.node, "addr flush dev " + member.link); break;
        case 3:
            writer.ip(member.node, "route del " + draw.oneOf({"default", "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"}));
            break;
        case 4: writer.ip(member.node, "link del " + member.link); break;
        default: writer.type("ip netns del " + member.node); break;
        }
    }
}

/// Links move to other namespaces, where they are set up again.
void moves(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = somePlan(draw);
    plan.write(writer, someStack(draw));
    writer.node("X");
    for (int i = 0; i < draw.between(1, 2); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        const QString to = draw.chance(70) ? QString("X") : draw.pick(plan.nodes());
        writer.ip(member.node, "link set " + member.link + " netns " + to +
                                   (draw.chance(20) ? QString(" name moved%1").arg(i) : QString()));
        if (draw.chance(80)) {
            writer.address(to, member.link, segment.v4(member) + "/24");
            writer.up(to, member.link);
        }
    }
}

void renames(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = somePlan(draw);
    plan.write(writer, someStack(draw));
    for (int i = 0; i < draw.between(1, 3); ++i) {
        const auto &segment = draw.pick(plan.segments());
        const auto &member = draw.pick(segment.members);
        const QString name =
            draw.oneOf({"lan0", "wan0", "uplink", "eth0", "eth1", "a-name-that-is-far-too-long", "x/y"});
        const bool down = draw.chance(60);
        if (down)
            writer.ip(member.node, "link set " + member.link + " down");
        writer.ip(member.node, "link set " + member.link + " name " + name);
        if (down)
            writer.up(member.node, name);
        if (draw.chance(40))
            writer.address(member.node, name, segment.v4(member) + "/24");
    }
}

/// Made by hand on the machine and moved in, as tutorials do it.
void tutorial(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const bool bridged = draw.chance(60);
    const int count = bridged ? draw.between(2, 4) : 2;
    for (int i = 1; i <= count; ++i)
        writer.type(QString("ip netns add ns%1").arg(i));
    if (bridged) {
        writer.type("ip link add br0 type bridge");
        writer.type("ip link set br0 up");
        for (int i = 1; i <= count; ++i) {
            writer.type(QString("ip link add veth%1 type veth peer name port%1").arg(i));
            writer.type(QString("ip link set veth%1 netns ns%1").arg(i));
            writer.type(QString("ip link set port%1 master br0").arg(i));
            if (draw.chance(93))
                writer.type(QString("ip link set port%1 up").arg(i));
        }
        if (draw.chance(60))
            writer.type("ip addr add 192.0.2.254/24 dev br0");
    } else {
        writer.type("ip link add veth1 type veth peer name veth2");
        for (int i = 1; i <= 2; ++i)
            writer.type(QString("ip link set veth%1 netns ns%1").arg(i));
    }
    for (int i = 1; i <= count; ++i) {
        const QString node = QString("ns%1").arg(i);
        const QString link = QString("veth%1").arg(i);
        writer.address(node, link, QString("192.0.2.%1/24").arg(i));
        writer.up(node, link);
        if (draw.chance(50))
            writer.ip(node, "link set lo up");
        if (bridged && draw.chance(40))
            writer.route(node, "default via 192.0.2.254");
    }
    if (draw.chance(50))
        writer.type("ip link set lo up");
    if (draw.chance(50))
        writer.type("sysctl -w net.ipv4.ip_forward=1");
    if (bridged && draw.chance(25))
        writer.type("iptables -t nat -A POSTROUTING -s 192.0.2.0/24 -j MASQUERADE");
}

constexpr Family historyRows[] = {
    {"flaps", "Links that go down and up again.", Feature::None, flaps},
    {"removals", "Addresses, routes, links and namespaces that are taken away.", Feature::None, removals},
    {"moved-links", "Links that move between namespaces.", Feature::None, moves},
    {"renamed-links", "Links that get other names.", Feature::None, renames},
    {"tutorial", "Made on the machine and moved in.", Feature::Iptables, tutorial},
};

} // namespace

std::span<const Family> historyFamilies()
{
    return historyRows;
}

} // namespace netdraft::tests

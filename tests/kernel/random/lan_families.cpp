#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

void lan(LabWriter &writer)
{
    lanOf(writer.draw(), few(writer.draw(), 2, 38)).write(writer);
}

/// Some hosts have another mask, another subnet, or several addresses.
void mixedLan(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const Topology plan = lanOf(draw, draw.between(3, 6));
    Topology copy = plan;
    copy.writeNodes(writer);
    copy.writeCables(writer);
    int last = 1;
    for (const QString &host : plan.hosts()) {
        const QString link = plan.memberOf(host).link;
        const int addresses = draw.chance(60) ? 1 : draw.between(2, 3);
        for (int i = 0; i < addresses; ++i)
            writer.address(host, link,
                           QString("10.1.%1.%2/%3")
                               .arg(draw.below(2))
                               .arg(draw.between(0, 1) * 126 + last++)
                               .arg(draw.oneOf({"24", "24", "24", "25", "23", "16", "30", "32"})));
        writer.up(host, link);
    }
    for (const QString &host : plan.hosts())
        if (draw.chance(30))
            writer.route(host, draw.oneOf({"10.1.0.0/24 dev eth0", "10.1.1.0/24 dev eth0", "default dev eth0",
                                           "10.1.1.0/24 via 10.1.0.1", "10.1.0.0/16 dev eth0 metric 5"}));
}

void secondaries(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = lanOf(draw, draw.between(2, 4));
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    for (const QString &host : plan.hosts()) {
        QStringList given;
        for (int i = 0; i < draw.below(4); ++i) {
            given.append(QString("10.0.%1.%2/%3")
                             .arg(draw.between(1, 2))
                             .arg(draw.between(30, 60))
                             .arg(draw.oneOf({"24", "24", "24", "25", "32"})));
            writer.address(host, "eth0", given.last());
        }
        if (draw.chance(50)) {
            given.append(plan.segmentOf(host).v4(plan.memberOf(host)) + "/24");
            writer.ip(host, "addr del " + draw.pick(given) + " dev eth0");
        }
    }
}

/// Two hosts with two cards on two LANs, or both on one.
void twoCards(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int hosts = draw.between(2, 3);
    const bool oneLan = draw.chance(50);
    writer.bridgeNode("s1");
    writer.bridgeNode("s2");
    for (int i = 1; i <= hosts; ++i)
        writer.node(QString("h%1").arg(i));
    for (int i = 1; i <= hosts; ++i) {
        const QString host = QString("h%1").arg(i);
        writer.plug(host, "eth0", "s1", QString("p%1").arg(i));
        writer.plug(host, "eth1", oneLan ? "s1" : "s2", QString("q%1").arg(i));
        const bool sameNet = draw.chance(50);
        writer.address(host, "eth0", QString("192.0.2.%1/24").arg(i));
        writer.address(host, "eth1", QString(sameNet ? "192.0.2.%1/24" : "198.51.100.%1/24").arg(i + 100));
        writer.up(host, "eth0");
        writer.up(host, "eth1");
    }
}

constexpr Family lanRows[] = {
    {"lan", "Hosts on one switch.", Feature::None, lan},
    {"mixed-lan", "Hosts on one switch with several subnets and masks.", Feature::None, mixedLan},
    {"secondaries", "Several addresses on one link, some taken away again.", Feature::None, secondaries},
    {"two-cards", "Hosts with two cards on one or two LANs.", Feature::None, twoCards},
};

} // namespace

std::span<const Family> lanFamilies()
{
    return lanRows;
}

} // namespace netdraft::tests

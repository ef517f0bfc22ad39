#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

void twoLans(LabWriter &writer)
{
    starOf(writer.draw(), 2).write(writer);
}

void star(LabWriter &writer)
{
    starOf(writer.draw(), few(writer.draw(), 3, 9)).write(writer);
}

void chain(LabWriter &writer)
{
    chainOf(writer.draw(), few(writer.draw(), 2, 12)).write(writer);
}

void tree(LabWriter &writer)
{
    treeOf(writer.draw(), few(writer.draw(), 3, 9)).write(writer);
}

void ring(LabWriter &writer)
{
    ringOf(writer.draw(), few(writer.draw(), 3, 8)).write(writer);
}

/// Routers with cables between them by chance.
void mesh(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = treeOf(draw, few(draw, 3, 6));
    const QStringList routers = plan.routers();
    for (int i = 0; i < draw.between(1, 3); ++i) {
        const QString a = draw.pick(routers);
        const QString b = draw.pick(routers);
        if (a != b)
            plan.join({a, b});
    }
    plan.write(writer, draw.chance(25) ? Stack::Both : Stack::Ipv4);
}

/// Everybody sends by defaults; some defaults point in a circle.
void defaults(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = ringOf(draw, few(draw, 3, 6));
    plan.writeNodes(writer);
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    plan.writeForwarding(writer, Stack::Ipv4);
    for (const auto &segment : plan.segments())
        for (const auto &member : segment.members)
            for (const auto &other : segment.members)
                if (&member != &other && plan.routers().contains(other.node) && draw.chance(60))
                    writer.route(member.node, draw.chance(70) ? "default via " + segment.v4(other)
                                                              : QString("10.0.0.0/8 via ") + segment.v4(other));
}

/// Forwarding set for single links, for all, and for links to come.
void forwardingSettings(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 3));
    plan.writeNodes(writer);
    const auto set = [&](const QString &router) {
        writer.sysctl(router, QString("net.ipv4.conf.%1.forwarding=%2")
                                  .arg(draw.oneOf({"all", "default", "eth0", "eth1", "lo", "eth0", "eth1"}))
                                  .arg(draw.chance(70) ? 1 : 0));
    };
    for (const QString &router : plan.routers())
        if (draw.chance(40))
            writer.sysctl(router, draw.chance(50) ? "net.ipv4.conf.default.forwarding=1" : "net.ipv4.ip_forward=1");
    plan.writeCables(writer);
    plan.writeAddresses(writer, Stack::Ipv4);
    for (const QString &router : plan.routers())
        for (int i = 0; i < draw.between(1, 3); ++i)
            set(router);
    plan.writeRoutes(writer, Stack::Ipv4);
}

/// Hops run out.
void hopLimits(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(2, 5));
    plan.write(writer, Stack::Both);
    for (const QString &node : plan.nodes()) {
        if (draw.chance(40))
            writer.sysctl(node, QString("net.ipv4.ip_default_ttl=%1").arg(draw.between(1, 6)));
        if (draw.chance(40))
            writer.sysctl(node, QString("net.ipv6.conf.%1.hop_limit=%2")
                                    .arg(draw.oneOf({"all", "default", "eth0"}))
                                    .arg(draw.between(1, 6)));
    }
}

constexpr Family routingRows[] = {
    {"two-lans-router", "Two LANs and the router between them.", Feature::None, twoLans},
    {"star-of-lans", "Several LANs around one router.", Feature::None, star},
    {"chain-of-routers", "Routers in a row.", Feature::None, chain},
    {"tree-of-routers", "Routers that form a tree.", Feature::None, tree},
    {"ring-of-routers", "Routers in a ring with static routes.", Feature::None, ring},
    {"mesh-of-routers", "Routers with cables between them by chance.", Feature::None, mesh},
    {"default-routes", "Default routes that may point in a circle.", Feature::None, defaults},
    {"forwarding", "Forwarding set for single links, for all and by default.", Feature::None, forwardingSettings},
    {"hop-limits", "Small numbers of hops to live.", Feature::None, hopLimits},
};

} // namespace

std::span<const Family> routingFamilies()
{
    return routingRows;
}

} // namespace netdraft::tests

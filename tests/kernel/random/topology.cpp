#include "topology.h"

namespace netdraft::tests {

QString Topology::Segment::v4(const Member &member) const
{
    return QString("10.%1.%2.%3").arg(net / 200).arg(net % 200).arg(member.host);
}

QString Topology::Segment::v6(const Member &member) const
{
    return QString("2001:db8:%1::%2").arg(net, 0, 16).arg(member.host, 0, 16);
}

QString Topology::Segment::prefix4() const
{
    return QString("10.%1.%2.0/24").arg(net / 200).arg(net % 200);
}

QString Topology::Segment::prefix6() const
{
    return QString("2001:db8:%1::/64").arg(net, 0, 16);
}

void Topology::join(const QStringList &nodes, const QString &onSwitch)
{
    Segment segment;
    segment.net = static_cast<int>(m_segments.size()) + 1;
    segment.onSwitch = onSwitch;
    int nextHost = 10;
    int nextRouter = 1;
    for (const QString &node : nodes)
        segment.members.append(
            {node, QString("eth%1").arg(m_links[node]++), m_routers.contains(node) ? nextRouter++ : nextHost++});
    m_segments.append(segment);
}

const Topology::Segment &Topology::segmentOf(const QString &node) const
{
    for (const Segment &segment : m_segments)
        for (const Member &member : segment.members)
            if (member.node == node)
                return segment;
    qFatal("%s is on no segment", qPrintable(node));
}

const Topology::Member &Topology::memberOf(const QString &node) const
{
    for (const Member &member : segmentOf(node).members)
        if (member.node == node)
            return member;
    qFatal("%s is on no segment", qPrintable(node));
}

void Topology::write(LabWriter &writer, Stack stack)
{
    writeNodes(writer);
    writeCables(writer);
    writeAddresses(writer, stack);
    writeForwarding(writer, stack);
    writeRoutes(writer, stack);
}

void Topology::writeNodes(LabWriter &writer)
{
    for (const QString &node : nodes())
        writer.node(node);
    for (const Segment &segment : m_segments)
        if (!segment.onSwitch.isEmpty())
            writer.bridgeNode(segment.onSwitch);
}

void Topology::writeCables(LabWriter &writer)
{
    for (const Segment &segment : m_segments) {
        if (segment.onSwitch.isEmpty()) {
            const Member &a = segment.members[0];
            const Member &b = segment.members[1];
            writer.cable(a.node, a.link, b.node, b.link);
            continue;
        }
        for (const Member &member : segment.members)
            writer.plug(member.node, member.link, segment.onSwitch, writer.nextLink(segment.onSwitch, "p"));
    }
}

void Topology::writeAddresses(LabWriter &writer, Stack stack)
{
    for (const Segment &segment : m_segments)
        for (const Member &member : segment.members) {
            const bool upFirst = writer.draw().chance(20);
            if (upFirst)
                writer.up(member.node, member.link);
            if (stack != Stack::Ipv6)
                writer.address(member.node, member.link, segment.v4(member) + "/24");
            if (stack != Stack::Ipv4)
                writer.address(member.node, member.link, segment.v6(member) + "/64",
                               writer.draw().chance(50) ? "nodad" : QString());
            if (!upFirst)
                writer.up(member.node, member.link);
        }
}

void Topology::writeForwarding(LabWriter &writer, Stack stack)
{
    for (const QString &router : m_routers) {
        if (stack != Stack::Ipv6)
            writer.forward(router);
        if (stack != Stack::Ipv4)
            writer.forward6(router);
    }
}

Topology::Step Topology::stepTo(const QString &node, int destination) const
{
    // Breadth first from the destination's segment: the first router found on a segment of the node is the nearest.
    QList<int> ways{destination};
    QStringList seen;
    for (qsizetype i = 0; i < ways.size(); ++i) {
        const Segment &segment = m_segments[ways[i]];
        for (const Member &member : segment.members) {
            if (member.node == node || seen.contains(member.node) || !m_routers.contains(member.node))
                continue;
            seen.append(member.node);
            for (int other = 0; other < m_segments.size(); ++other) {
                if (other == ways[i])
                    continue;
                const Segment &next = m_segments[other];
                int here = -1;
                bool asks = false;
                for (int place = 0; place < next.members.size(); ++place) {
                    if (next.members[place].node == member.node)
                        here = place;
                    asks = asks || next.members[place].node == node;
                }
                if (here < 0)
                    continue;
                if (asks)
                    return {other, here};
                if (!ways.contains(other))
                    ways.append(other);
            }
        }
    }
    return {};
}

void Topology::writeRoutes(LabWriter &writer, Stack stack)
{
    const auto isOn = [](const Segment &segment, const QString &node) {
        for (const Member &member : segment.members)
            if (member.node == node)
                return true;
        return false;
    };
    const auto write = [&](const QString &node, bool v6) {
        QStringList destinations;
        QStringList gateways;
        for (int i = 0; i < m_segments.size(); ++i) {
            if (isOn(m_segments[i], node))
                continue;
            const Step step = stepTo(node, i);
            if (step.segment < 0)
                continue;
            const Segment &by = m_segments[step.segment];
            const Member &gateway = by.members[step.member];
            destinations.append(v6 ? m_segments[i].prefix6() : m_segments[i].prefix4());
            gateways.append(v6 ? by.v6(gateway) : by.v4(gateway));
        }
        QStringList different = gateways;
        different.removeDuplicates();
        if (m_hosts.contains(node) && different.size() == 1) {
            writer.route(node, "default via " + different.first());
            return;
        }
        for (int i = 0; i < destinations.size(); ++i)
            writer.route(node, destinations[i] + " via " + gateways[i]);
    };
    for (const QString &node : nodes()) {
        if (stack != Stack::Ipv6)
            write(node, false);
        if (stack != Stack::Ipv4)
            write(node, true);
    }
}

} // namespace netdraft::tests

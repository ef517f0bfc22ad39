#pragma once

#include "lab_writer.h"

namespace netdraft::tests {

/// Which families of addresses a network has.
enum class Stack : std::uint8_t { Ipv4, Ipv6, Both };

/// A plan of hosts and routers on segments, which are cables or switches. It says who is wired to whom, what addresses
/// they have, and by which router each knows every network; to write it is to type the commands.
class Topology
{
public:
    struct Member {
        QString node;
        QString link;
        int host = 0; ///< the last part of its address
    };
    struct Segment {
        int net = 0;      ///< the part of the address that says the network
        QString onSwitch; ///< the node of its switch; empty: a cable
        QList<Member> members;
        QString v4(const Member &member) const; ///< without a length
        QString v6(const Member &member) const;
        QString prefix4() const;
        QString prefix6() const;
    };

    void host(const QString &name) { m_hosts.append(name); }
    void router(const QString &name) { m_routers.append(name); }
    /// Joins nodes by a cable if they are two and no switch is named.
    void join(const QStringList &nodes, const QString &onSwitch = {});

    const QStringList &hosts() const { return m_hosts; }
    const QStringList &routers() const { return m_routers; }
    QStringList nodes() const { return m_hosts + m_routers; }
    const QList<Segment> &segments() const { return m_segments; }
    /// The first link and address of a node.
    const Member &memberOf(const QString &node) const;
    const Segment &segmentOf(const QString &node) const;

    /// Types everything: namespaces, cables, addresses, links up, forwarding, routes.
    void write(LabWriter &writer, Stack stack = Stack::Ipv4);
    void writeNodes(LabWriter &writer);
    void writeCables(LabWriter &writer);
    void writeAddresses(LabWriter &writer, Stack stack);
    void writeForwarding(LabWriter &writer, Stack stack);
    /// Of every router to each network that it is not on, by the nearest router there; of hosts a default route, or,
    /// where they have several routers, one for each network.
    void writeRoutes(LabWriter &writer, Stack stack);

private:
    struct Step {
        int segment = -1; ///< on which the next router is
        int member = -1;  ///< of that segment
    };
    Step stepTo(const QString &node, int destination) const;

    QStringList m_hosts;
    QStringList m_routers;
    QList<Segment> m_segments;
    QHash<QString, int> m_links;
};

} // namespace netdraft::tests

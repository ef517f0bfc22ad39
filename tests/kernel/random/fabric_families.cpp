#include "families.h"

#include <array>

namespace netdraft::tests {

namespace {

/// The fat tree of four ports, routed, with every equal way used; the cables between routers have no addresses, and a
/// router's own, of scope link, is what its neighbours name as their gateway.
class FatTree
{
public:
    explicit FatTree(LabWriter &writer) : m_writer(writer) {}

    void write()
    {
        for (int i = 0; i < coreCount; ++i)
            router(core(i), QString("172.16.0.%1").arg(i + 1));
        for (int pod = 0; pod < pods; ++pod)
            writePod(pod);
    }

private:
    static constexpr int pods = 3;
    static constexpr int half = 2;
    static constexpr int coreCount = half * half;

    static QString core(int i) { return QString("core%1").arg(i); }
    static QString coreAddress(int i) { return QString("172.16.0.%1").arg(i + 1); }
    static QString aggregation(int pod, int a) { return QString("agg%1%2").arg(pod).arg(a); }
    static QString aggregationAddress(int pod, int a) { return QString("172.17.%1.%2").arg(pod).arg(a + 1); }
    static QString edge(int pod, int e) { return QString("edge%1%2").arg(pod).arg(e); }
    static QString lan(int pod, int e, int last) { return QString("10.%1.%2.%3").arg(pod).arg(e).arg(last); }

    void router(const QString &name, const QString &own)
    {
        m_writer.node(name);
        m_writer.address(name, "lo", own + "/32", "scope link");
        m_writer.forward(name);
    }

    /// Some routes are left out.
    void route(const QString &node, const QString &words)
    {
        constexpr int percent = 94;
        if (m_writer.draw().chance(percent))
            m_writer.route(node, words);
    }

    std::array<QString, 2> connect(const QString &a, const QString &b)
    {
        std::array links{m_writer.nextLink(a), m_writer.nextLink(b)};
        m_writer.cable(a, links[0], b, links[1]);
        m_writer.up(a, links[0]);
        m_writer.up(b, links[1]);
        return links;
    }

    void writePod(int pod);

    LabWriter &m_writer;
};

void FatTree::writePod(int pod)
{
    for (int a = 0; a < half; ++a)
        router(aggregation(pod, a), aggregationAddress(pod, a));
    for (int e = 0; e < half; ++e) {
        const QString name = edge(pod, e);
        m_writer.bridgeNode(name);
        m_writer.address(name, "br0", lan(pod, e, 1) + "/24");
        m_writer.forward(name);
        const QString host = QString("h%1%2").arg(pod).arg(e);
        m_writer.node(host);
        m_writer.plug(host, "eth0", name, "p0");
        m_writer.address(host, "eth0", lan(pod, e, 2) + "/24");
        m_writer.route(host, "default via " + lan(pod, e, 1));
        QString up = "default";
        for (int a = 0; a < half; ++a) {
            const auto [above, below] = connect(aggregation(pod, a), name);
            route(aggregation(pod, a), lan(pod, e, 0) + "/24 via " + lan(pod, e, 1) + " dev " + above + " onlink");
            up += " nexthop via " + aggregationAddress(pod, a) + " dev " + below + " onlink";
        }
        route(name, up);
    }
    for (int a = 0; a < half; ++a) {
        QString up = "default";
        for (int i = 0; i < half; ++i) {
            const int number = a * half + i;
            const auto [above, below] = connect(core(number), aggregation(pod, a));
            route(core(number),
                  QString("10.%1.0.0/16 via %2 dev %3 onlink").arg(pod).arg(aggregationAddress(pod, a), above));
            up += " nexthop via " + coreAddress(number) + " dev " + below + " onlink";
        }
        route(aggregation(pod, a), up);
    }
}

void fatTree(LabWriter &writer)
{
    FatTree(writer).write();
}

constexpr Family fabricRows[] = {
    {"fat-tree", "A fat tree of routers without addresses on their cables, and some routes missing.",
     Feature::Multipath, fatTree},
};

} // namespace

std::span<const Family> fabricFamilies()
{
    return fabricRows;
}

} // namespace netdraft::tests

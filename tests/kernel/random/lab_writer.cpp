#include "lab_writer.h"

#include <QRegularExpression>

namespace netdraft::tests {

namespace {

/// The address before or after, by its last part.
QString neighbourOf(const QString &address, Draw &draw)
{
    static const QRegularExpression last("[0-9a-f]+$");
    const auto match = last.match(address);
    const int base = address.contains(':') ? 16 : 10;
    const int value = match.captured().toInt(nullptr, base);
    const int other = value < 2 || draw.chance(50) ? value + 1 : value - 1;
    return address.left(match.capturedStart()) + QString::number(other, base);
}

QString withOtherLength(const QString &address, Draw &draw)
{
    const bool v6 = address.contains(':');
    return address.section('/', 0, 0) + (v6 ? draw.oneOf({"/128", "/48", "/127", "/65"})
                                            : draw.oneOf({"/25", "/16", "/32", "/30", "/8", "/26", ""}));
}

} // namespace

bool LabWriter::wrong(int perMille, const char *what)
{
    if (m_draw.below(100000) >= perMille * m_mistakes)
        return false;
    m_faults.append(QString::fromLatin1(what));
    return true;
}

void LabWriter::node(const QString &name)
{
    type("ip netns add " + name);
    if (!wrong(20, "lo left down"))
        ip(name, "link set lo up");
}

void LabWriter::bridgeNode(const QString &name, const QString &words)
{
    node(name);
    ip(name, "link add br0 type bridge" + (words.isEmpty() ? QString() : ' ' + words));
    if (!wrong(10, "bridge left down"))
        ip(name, "link set br0 up");
}

void LabWriter::cable(const QString &a, const QString &linkA, const QString &b, const QString &linkB)
{
    type(QString("ip link add %2 netns %1 type veth peer name %4 netns %3").arg(a, linkA, b, linkB));
}

void LabWriter::plug(const QString &node, const QString &link, const QString &bridgeNode, const QString &port)
{
    cable(node, link, bridgeNode, port);
    if (!wrong(10, "port not in the bridge"))
        ip(bridgeNode, QString("link set %1 master br0").arg(port));
    up(bridgeNode, port);
}

void LabWriter::up(const QString &node, const QString &link)
{
    if (wrong(12, "link left down"))
        return;
    if (wrong(5, "link of another name set up"))
        ip(node, "link set eth7 up");
    ip(node, m_draw.chance(20) ? QString("link set dev %1 up").arg(link) : QString("link set %1 up").arg(link));
}

void LabWriter::address(const QString &node, const QString &link, const QString &address, const QString &words)
{
    QString given = address;
    if (wrong(8, "address left out"))
        return;
    if (wrong(15, "wrong mask"))
        given = withOtherLength(address, m_draw);
    else if (!m_addresses.isEmpty() && wrong(10, "duplicate address"))
        given = m_draw.pick(m_addresses);
    else if (wrong(8, "wrong address"))
        given = neighbourOf(address.section('/', 0, 0), m_draw) + '/' + address.section('/', 1);
    m_addresses.append(given);
    const QString end = words.isEmpty() ? QString() : ' ' + words;
    if (wrong(5, "an address that is none"))
        ip(node, QString("addr add %1 dev %2")
                     .arg(m_draw.oneOf({"10.0.0.256/24", "10.0.1/33", "2001:db8::1::/64", "10.0.0.1/24/24",
                                        "10.0.0.1/-1", "10.0.0/24"}),
                          link));
    ip(node, QString("addr add %1 dev %2").arg(given, link) + end);
    if (wrong(8, "address given twice"))
        ip(node, QString("addr add %1 dev %2").arg(given, link) + end);
}

void LabWriter::route(const QString &node, const QString &words)
{
    static const QRegularExpression gateway("via (?:inet6 )?([0-9a-f:.]+)");
    if (wrong(15, "route left out"))
        return;
    QString given = words;
    if (const auto match = gateway.match(words); match.hasMatch()) {
        const auto replaceGateway = [&](const QString &other) {
            given.replace(match.capturedStart(1), match.capturedLength(1), other);
        };
        if (wrong(15, "wrong gateway"))
            replaceGateway(neighbourOf(match.captured(1), m_draw));
        else if (wrong(8, "gateway of another network"))
            replaceGateway(m_draw.oneOf({"10.99.0.1", "192.0.2.77", "2001:db8:99::1", "127.0.0.1", "255.255.255.255"}));
        else if (!m_addresses.isEmpty() && wrong(10, "gateway of another node"))
            replaceGateway(m_draw.pick(m_addresses).section('/', 0, 0));
    }
    if (wrong(6, "route with host bits"))
        given.replace("0/", "7/");
    if (wrong(5, "misspelt"))
        given.replace(m_draw.oneOf({"via", "dev", "default"}), m_draw.oneOf({"vai", "gw", "defualt"}));
    if (wrong(5, "route by a link that is not there"))
        ip(node, "route add 203.0.113.0/24 dev eth9");
    ip(node, "route add " + given);
    if (wrong(8, "route given twice"))
        ip(node, "route add " + given);
}

void LabWriter::forward(const QString &node)
{
    if (!wrong(50, "forwarding forgotten"))
        sysctl(node, m_draw.chance(80) ? "net.ipv4.ip_forward=1" : "net.ipv4.conf.all.forwarding=1");
}

void LabWriter::forward6(const QString &node)
{
    if (!wrong(50, "IPv6 forwarding forgotten"))
        sysctl(node, "net.ipv6.conf.all.forwarding=1");
}

QString LabWriter::nextLink(const QString &node, const QString &stem)
{
    return stem + QString::number(m_links[node + ' ' + stem]++);
}

} // namespace netdraft::tests

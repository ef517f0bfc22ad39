#include "model/terminal/session.h"
#include "sandbox.h"
#include "tests/model/lab.h"
#include "tests/registered.h"
#include "text_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace netdraft;

/// What `ip monitor` prints in a terminal beside what the real one does in a namespace, command for command.
class TestMonitor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_directory;
};

namespace {

constexpr auto drawn = R"(
ip netns add A
ip netns add B
ip netns exec A sysctl -qw net.ipv6.conf.default.accept_dad=0
ip netns exec B sysctl -qw net.ipv6.conf.default.accept_dad=0
ip link add eth0 netns A address 02:00:00:00:00:01 type veth peer name eth0 netns B address 02:00:00:00:00:02
ip -n A link set lo up
)";

/// Each is typed in the state that those before it have left.
constexpr const char *commands[] = {
    "ip -n A link set eth0 up",
    "ip -n B link set eth0 up",
    "ip -n A addr add 192.0.2.1/24 dev eth0",
    "ip -n A addr add 192.0.2.3/24 brd + dev eth0",
    "ip -n A addr add 198.51.100.1/25 dev eth0",
    "ip -n B addr add 192.0.2.2/24 dev eth0",
    "ip -n A addr del 192.0.2.3/24 dev eth0",
    "ip -n A addr del 198.51.100.1/25 dev eth0",
    "ip -n A addr add 2001:db8::1/64 dev eth0",
    "ip -n A addr add 2001:db8::5/128 dev eth0 nodad",
    "ip -n A route add default via 192.0.2.2",
    "ip -n A route replace default via 192.0.2.3",
    "ip -n A route add default via 192.0.2.2 metric 5",
    "ip -n A route del default metric 5",
    "ip -n A route add blackhole 203.0.113.0/24",
    "ip -n A route add 203.0.113.128/25 nexthop via 192.0.2.2 nexthop via 192.0.2.3 weight 2",
    "ip -n A -6 route add 2001:db8:5::/48 via 2001:db8::2",
    "ip -n A -6 route del 2001:db8:5::/48",
    "ip -n A route del blackhole 203.0.113.0/24",
    "ip -n A rule add from 192.0.2.0/24 table 5",
    "ip -n A -6 rule add iif eth0 blackhole",
    "ip -n A rule del from 192.0.2.0/24 table 5",
    "ip -n A neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev eth0",
    "ip -n A neigh replace 192.0.2.9 lladdr 02:00:00:00:00:0a dev eth0",
    "ip -n A neigh del 192.0.2.9 dev eth0",
    "ip -n A nexthop add id 5 via 192.0.2.2 dev eth0",
    "ip -n A route add 203.0.113.0/28 nhid 5",
    "ip -n A nexthop del id 5",
    "ip netns exec A sysctl -qw net.ipv4.ip_forward=1",
    "ip netns exec A sysctl -qw net.ipv6.conf.all.forwarding=1",
    "ip netns exec A sysctl -qw net.ipv4.conf.eth0.rp_filter=1",
    "ip netns exec A sysctl -qw net.ipv4.conf.all.proxy_arp=1",
    "ip netns exec A sysctl -qw net.ipv4.conf.all.ignore_routes_with_linkdown=1",
    "ip -n A addr add 2001:db8:2::1/64 dev eth0",
    "ip -n A addr del 2001:db8:2::1/64 dev eth0",
    "ip -n A link set eth0 mtu 1400",
    "ip -n A link set eth0 address 02:00:00:00:00:11",
    "ip -n A link add br0 address 02:00:00:00:00:21 type bridge",
    "ip -n A link set br0 up",
    "ip -n A addr add 203.0.113.65/26 dev br0",
    "ip -n A link set br0 down",
    "ip -n A link del br0",
    "ip -n B link set eth0 down",
    "ip -n B link set eth0 up",
    "ip -n A link set eth0 down",
    "ip -n A link set eth0 up",
    "ip -n A link del eth0",
};

/// The messages of each kind in their order, and of those about one link the last: the kernel tells of its states in
/// between as well. Without entries of bridges and of groups, which here are none.
QStringList linesOf(const QString &text)
{
    QStringList lines = text.split('\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) {
        return line.startsWith("[NEIGH]") &&
               (line.contains("]dev ") || line.contains("d dev ") || line.contains("NOARP"));
    });
    static const QRegularExpression head(R"(^\[LINK\](Deleted )?\d+: )");
    const auto aboutLink = [](const QString &line) { return head.match(line).captured(0); };
    for (qsizetype i = lines.size() - 2; i >= 0; --i) {
        const QString about = aboutLink(lines[i]);
        const bool repeated = std::any_of(lines.begin() + i + 1, lines.end(),
                                          [&](const QString &later) { return aboutLink(later) == about; });
        if (!about.isEmpty() && repeated)
            lines.removeAt(i);
    }
    std::ranges::stable_sort(lines, {}, [](const QString &line) { return line.section(']', 0, 0); });
    return lines;
}

QString typed(model::Project &project, model::Session &session, const QString &command)
{
    model::Session typing = model::openSession("A");
    const model::TypedLine done = model::typeLine(project, typing, command.toStdString());
    if (!model::apply(project, done.edits))
        return "refused: " + command;
    QString text;
    for (const model::TypedLine::Piece &piece : model::watchNetwork(project.network, session))
        text += QString::fromStdString(piece.text);
    return text;
}

} // namespace

void TestMonitor::initTestCase()
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable("IP MONITOR WAS NOT COMPARED: " + why));
    const auto write = [&](const char *name, const QString &text) {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) == text.size();
    };
    QVERIFY(
        write("setup", QString(drawn).replace("ip netns add B\n", "ip netns add B\nip -all netns exec sysctl -qw "
                                                                  "net.ipv6.conf.default.router_solicitations=0\n")));
    QString all;
    for (const char *command : commands)
        all += QString(command) + '\n';
    QVERIFY(write("commands", all));
    QString trouble;
    QVERIFY2(runInSandbox({"bash", NETDRAFT_SOURCE_DIR "/tests/kernel/monitor.sh", m_directory.path()}, trouble),
             qPrintable(trouble));
}

void TestMonitor::agrees_data()
{
    QTest::addColumn<QStringList>("simulated");
    QTest::addColumn<QStringList>("real");
    model::Project project = tests::lab(drawn).value();
    model::Session session = model::openSession("A");
    model::typeLine(project, session, "ip -o monitor all");
    int number = 0;
    for (const char *command : commands)
        QTest::newRow(command) << linesOf(typed(project, session, command))
                               << linesOf(tests::readText(m_directory.filePath(QString::number(number++))));
}

void TestMonitor::agrees()
{
    QFETCH(const QStringList, simulated);
    QFETCH(const QStringList, real);
    QCOMPARE(simulated.join('\n'), real.join('\n'));
}

NETDRAFT_TEST(TestMonitor)
#include "tst_monitor.moc"

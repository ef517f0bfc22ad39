#include "model/terminal/terminal.h"
#include "tests/registered.h"
#include "text_file.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace netdraft::model;

namespace {

/// What stands before every row: two namespaces, a cable whose ends are up and numbered, a bridge and a spare cable.
const char ground[] = R"(ip netns add a
ip netns add b
ip link add v0 netns a type veth peer name v0 netns b
ip -n a addr add 192.0.2.1/24 dev v0
ip -n a addr add 2001:db8::1/64 dev v0 nodad
ip -n a link set v0 up
ip -n b link set v0 up
ip -n a link add v1 type veth peer name v2
ip -n a link add br0 type bridge
)";

struct RefusalRow {
    const char *name;
    const char *before; ///< commands before the judged one, a line each
    const char *judged;
};

constexpr RefusalRow rows[] = {
    // Namespaces
    {"a namespace twice", "", "ip netns add a"},
    {"remove a namespace that is not there", "", "ip netns del c"},
    {"a namespace named with a slash", "", "ip netns add c/d"},
    {"a namespace without a name", "", "ip netns add ''"},
    {"a namespace named dot", "", "ip netns add ."},
    {"a command in a namespace that is not there", "", "ip -n c link set v0 up"},
    // Links
    {"a link's name twice", "", "ip -n a link add v0 type bridge"},
    {"a link called lo", "", "ip -n a link add lo type bridge"},
    {"a cable's end whose name is taken", "", "ip link add v9 netns a type veth peer name v0 netns b"},
    {"a cable with both ends of one name", "", "ip -n a link add v9 type veth peer name v9"},
    {"two ends of one name in two namespaces", "", "ip link add v9 netns a type veth peer name v9 netns b"},
    {"a cable into a namespace that is not there", "", "ip link add v9 netns a type veth peer name v9 netns c"},
    {"a link named with a space", "", "ip -n a link add 'v 9' type bridge"},
    {"a link named with a slash", "", "ip -n a link add v/9 type bridge"},
    {"a link named with 16 letters", "", "ip -n a link add abcdefghijklmnop type bridge"},
    {"a link named with 15 letters", "", "ip -n a link add abcdefghijklmno type bridge"},
    {"a link called all", "", "ip -n a link add all type bridge"},
    {"a link called default", "", "ip -n a link add default type bridge"},
    {"a link called dot dot", "", "ip -n a link add .. type bridge"},
    {"a multicast MAC for a new link", "", "ip -n a link add v9 address 01:00:00:00:00:01 type veth peer name v8"},
    {"an index that is taken", "", "ip -n a link add index 2 name v9 type bridge"},
    {"an MTU too small for a new link", "", "ip -n a link add v9 mtu 20 type veth peer name v8"},
    {"remove lo", "", "ip -n a link del lo"},
    {"remove a link that is not there", "", "ip -n a link del nope"},
    {"set up a link that is not there", "", "ip -n a link set nope up"},
    {"rename to a name that is taken", "", "ip -n a link set v0 name v1"},
    {"rename to 16 letters", "", "ip -n a link set v0 name abcdefghijklmnop"},
    {"rename to default", "", "ip -n a link set v0 name default"},
    {"rename a link that is up", "", "ip -n a link set v0 name eth0"},
    {"move lo", "", "ip -n a link set lo netns b"},
    {"move a bridge", "", "ip -n a link set br0 netns b"},
    {"move to where the name is taken", "", "ip -n a link set v0 netns b"},
    {"move to a namespace that is not there", "", "ip -n a link set v0 netns c"},
    {"an MTU below the least", "", "ip -n a link set v0 mtu 67"},
    {"the least MTU", "", "ip -n a link set v0 mtu 68"},
    {"an MTU above the most", "", "ip -n a link set v0 mtu 65536"},
    {"a multicast MAC", "", "ip -n a link set v0 address 01:00:00:00:00:01"},
    {"a MAC of zeros", "", "ip -n a link set v0 address 00:00:00:00:00:00"},
    // Bridges
    {"lo as a port", "", "ip -n a link set lo master br0"},
    {"a bridge as a port", "ip -n a link add br1 type bridge", "ip -n a link set br1 master br0"},
    {"a bridge as its own port", "", "ip -n a link set br0 master br0"},
    {"a port of what is no bridge", "", "ip -n a link set v1 master v0"},
    {"a port of what is not there", "", "ip -n a link set v1 master nope"},
    {"a port of another bridge", "ip -n a link add br1 type bridge\nip -n a link set v1 master br1",
     "ip -n a link set v1 master br0"},
    {"an FDB entry twice", "ip -n a link set v1 master br0\nbridge -n a fdb add 02:00:00:00:00:11 dev v1 master static",
     "bridge -n a fdb add 02:00:00:00:00:11 dev v1 master static"},
    {"an FDB entry for no port", "", "bridge -n a fdb add 02:00:00:00:00:11 dev v1 master static"},
    {"an FDB entry for lo", "", "bridge -n a fdb add 02:00:00:00:00:11 dev lo master static"},
    {"an FDB entry of zeros", "ip -n a link set v1 master br0",
     "bridge -n a fdb add 00:00:00:00:00:00 dev v1 master static"},
    {"remove an FDB entry that is not there", "ip -n a link set v1 master br0",
     "bridge -n a fdb del 02:00:00:00:00:11 dev v1 master"},
    // Addresses
    {"an address twice", "", "ip -n a addr add 192.0.2.1/24 dev v0"},
    {"an address with another length", "", "ip -n a addr add 192.0.2.1/25 dev v0"},
    {"an address of another scope in one subnet", "", "ip -n a addr add 192.0.2.2/24 dev v0 scope link"},
    {"replace an address", "", "ip -n a addr replace 192.0.2.1/24 dev v0"},
    {"change an address that is not there", "", "ip -n a addr change 192.0.2.9/24 dev v0"},
    {"an address on a link that is not there", "", "ip -n a addr add 192.0.2.9/24 dev nope"},
    {"remove an address that is not there", "", "ip -n a addr del 192.0.2.9/24 dev v0"},
    {"remove an address with another length", "", "ip -n a addr del 192.0.2.1/25 dev v0"},
    {"the network address", "", "ip -n a addr add 198.51.100.0/24 dev v0"},
    {"a multicast address in IPv4", "", "ip -n a addr add 224.1.1.1/24 dev v0"},
    {"an IPv6 address twice", "", "ip -n a addr add 2001:db8::1/64 dev v0"},
    {"an IPv6 address with another length", "", "ip -n a addr add 2001:db8::1/80 dev v0"},
    {"the unspecified IPv6 address", "", "ip -n a addr add ::/64 dev v0"},
    {"a multicast IPv6 address", "", "ip -n a addr add ff02::99/64 dev v0"},
    {"the IPv6 loopback address elsewhere", "", "ip -n a addr add ::1/128 dev v0"},
    {"an IPv6 address below its least MTU", "ip -n a link set v0 mtu 1279", "ip -n a addr add 2001:db8::2/64 dev v0"},
    {"remove an IPv6 address that is not there", "", "ip -n a addr del 2001:db8::9/64 dev v0"},
    // IPv4 routes
    {"a gateway off every link", "", "ip -n a route add 198.51.100.0/24 via 203.0.113.1"},
    {"a gateway behind a gateway", "ip -n a route add 198.51.100.0/24 via 192.0.2.2",
     "ip -n a route add 203.0.113.0/24 via 198.51.100.1"},
    {"the broadcast address as gateway", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.255"},
    {"the network address as gateway", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.0"},
    {"an own address as gateway", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.1"},
    {"a multicast gateway", "", "ip -n a route add 198.51.100.0/24 via 224.0.0.1"},
    {"0.0.0.0 as gateway", "", "ip -n a route add 198.51.100.0/24 via 0.0.0.0"},
    {"a gateway on another device", "ip -n a link set v1 up", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 dev v1"},
    {"a gateway onlink", "", "ip -n a route add 198.51.100.0/24 via 203.0.113.1 dev v0 onlink"},
    {"a gateway onlink without device", "", "ip -n a route add 198.51.100.0/24 via 203.0.113.1 onlink"},
    {"a gateway onlink of a device that is down", "",
     "ip -n a route add 198.51.100.0/24 via 203.0.113.1 dev v1 onlink"},
    {"an own address onlink", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.1 dev v0 onlink"},
    {"onlink without gateway", "", "ip -n a route add 198.51.100.0/24 dev v0 onlink"},
    {"a device that is down", "", "ip -n a route add 198.51.100.0/24 dev v1"},
    {"a device that is not there", "", "ip -n a route add 198.51.100.0/24 dev nope"},
    {"neither gateway nor device", "", "ip -n a route add 198.51.100.0/24"},
    {"host bits", "", "ip -n a route add 198.51.100.1/24 dev v0"},
    {"a prefix that is connected", "", "ip -n a route add 192.0.2.0/24 dev v0"},
    {"a prefix that is connected, with a metric", "", "ip -n a route add 192.0.2.0/24 dev v0 metric 9"},
    {"append the same route", "ip -n a route add 198.51.100.0/24 via 192.0.2.2",
     "ip -n a route append 198.51.100.0/24 via 192.0.2.2"},
    {"append another gateway", "ip -n a route add 198.51.100.0/24 via 192.0.2.2",
     "ip -n a route append 198.51.100.0/24 via 192.0.2.3"},
    {"replace by what stands second",
     "ip -n a route add 198.51.100.0/24 via 192.0.2.2\nip -n a route append 198.51.100.0/24 via 192.0.2.3",
     "ip -n a route replace 198.51.100.0/24 via 192.0.2.3"},
    {"change a route that is not there", "", "ip -n a route change 198.51.100.0/24 via 192.0.2.2"},
    {"change a route of another metric", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 metric 5",
     "ip -n a route change 198.51.100.0/24 via 192.0.2.2"},
    {"remove a route that is not there", "", "ip -n a route del 198.51.100.0/24"},
    {"remove a route by another gateway", "ip -n a route add 198.51.100.0/24 via 192.0.2.2",
     "ip -n a route del 198.51.100.0/24 via 192.0.2.3"},
    {"remove a route by another device", "ip -n a route add 198.51.100.0/24 via 192.0.2.2",
     "ip -n a route del 198.51.100.0/24 dev v1"},
    {"remove a route by its type", "ip -n a route add blackhole 198.51.100.0/24",
     "ip -n a route del unreachable 198.51.100.0/24"},
    {"remove a route of a table that is not there", "", "ip -n a route del 198.51.100.0/24 table 77"},
    {"a source that is not ours", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 src 192.0.2.9"},
    {"a source that is ours", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 src 192.0.2.1"},
    {"a blackhole with a device", "", "ip -n a route add blackhole 198.51.100.0/24 dev v0"},
    {"a blackhole twice", "ip -n a route add blackhole 198.51.100.0/24", "ip -n a route add prohibit 198.51.100.0/24"},
    {"a gateway of scope link", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 scope link"},
    {"a gateway of scope host", "", "ip -n a route add 198.51.100.0/24 via 192.0.2.2 scope host"},
    {"a device of scope nowhere", "", "ip -n a route add 198.51.100.0/24 dev v0 scope nowhere"},
    {"a local route of scope link", "", "ip -n a route add local 198.51.100.0/24 dev v0 scope link"},
    {"a local route without device", "", "ip -n a route add local 198.51.100.0/24"},
    // IPv6 routes
    {"an IPv6 gateway off every link", "", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8:9::1"},
    {"an IPv6 gateway on another device", "ip -n a link set v1 up",
     "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::2 dev v1"},
    {"an own address as IPv6 gateway", "", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::1"},
    {"a link-local gateway without device", "", "ip -n a -6 route add 2001:db8:1::/64 via fe80::1"},
    {"a link-local gateway", "", "ip -n a -6 route add 2001:db8:1::/64 via fe80::1 dev v0"},
    {"a multicast IPv6 gateway", "", "ip -n a -6 route add 2001:db8:1::/64 via ff02::1 dev v0"},
    {"an IPv6 gateway onlink elsewhere", "ip -n a link set v1 up",
     "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::7 dev v1 onlink"},
    {"an IPv6 gateway onlink without device", "", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8:9::1 onlink"},
    {"an IPv6 route by a device that is down", "", "ip -n a -6 route add 2001:db8:1::/64 dev v1"},
    {"neither IPv6 gateway nor device", "", "ip -n a -6 route add 2001:db8:1::/64"},
    {"an IPv6 route twice", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::2",
     "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::3"},
    {"append an IPv6 gateway", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::2",
     "ip -n a -6 route append 2001:db8:1::/64 via 2001:db8::3"},
    {"append the same IPv6 gateway", "ip -n a -6 route add 2001:db8:1::/64 via 2001:db8::2",
     "ip -n a -6 route append 2001:db8:1::/64 via 2001:db8::2"},
    {"IPv6 host bits", "", "ip -n a -6 route add 2001:db8:1::9/64 dev v0"},
    {"an IPv6 blackhole with a device", "", "ip -n a -6 route add blackhole 2001:db8:1::/64 dev v0"},
    {"an IPv6 source that is not ours", "", "ip -n a -6 route add 2001:db8:1::/64 dev v0 src 2001:db8::9"},
    {"change an IPv6 route that is not there", "", "ip -n a -6 route change 2001:db8:1::/64 via 2001:db8::2"},
    {"remove an IPv6 route that is not there", "", "ip -n a -6 route del 2001:db8:1::/64"},
    {"remove an IPv6 default route that is not there", "", "ip -n a -6 route del default"},
    {"remove an IPv6 route of a table that is not there", "", "ip -n a -6 route del 2001:db8:1::/64 table 77"},
    // Neighbours
    {"a neighbour twice", "ip -n a neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0",
     "ip -n a neigh add 192.0.2.7 lladdr 02:00:00:00:00:08 dev v0"},
    {"a neighbour without MAC", "", "ip -n a neigh add 192.0.2.7 dev v0"},
    {"a neighbour on a link that is down", "", "ip -n a neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v1"},
    {"change a neighbour that is not there", "", "ip -n a neigh change 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0"},
    {"remove a neighbour that is not there", "", "ip -n a neigh del 192.0.2.7 dev v0"},
    {"a neighbour by a link that is not there", "", "ip -n a neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev nope"},
    // Settings
    {"a TTL of zero", "", "ip netns exec a sysctl -w net.ipv4.ip_default_ttl=0"},
    {"a TTL of 256", "", "ip netns exec a sysctl -w net.ipv4.ip_default_ttl=256"},
    {"a setting of a link that is not there", "", "ip netns exec a sysctl -w net.ipv4.conf.nope.forwarding=1"},
    {"an IPv6 setting where IPv6 is off", "ip -n a link set v0 mtu 1000",
     "ip netns exec a sysctl -w net.ipv6.conf.v0.forwarding=1"},
    {"a setting in a namespace that is not there", "", "ip netns exec c sysctl -w net.ipv4.ip_forward=1"},
};

QStringList linesOf(const RefusalRow &row)
{
    QStringList lines = QString(ground).split('\n', Qt::SkipEmptyParts);
    lines += QString(row.before).split('\n', Qt::SkipEmptyParts);
    lines << row.judged;
    return lines;
}

} // namespace

/// What refused and accepted commands say and how they end, in the model and on the kernel of this machine.
class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_folder;
};

void TestRefusals::initTestCase()
{
    int number = 0;
    for (const RefusalRow &row : rows) {
        QFile file(m_folder.filePath(QString::number(number++)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((linesOf(row).join('\n') + '\n').toUtf8());
    }
    QStringList sandbox{"unshare", "--net", "--mount"};
    if (::geteuid() != 0)
        sandbox = QStringList{"unshare", "--user", "--map-root-user", "--net", "--mount"};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(sandbox.first(), sandbox.mid(1)
                                       << "bash" << NETDRAFT_SOURCE_DIR "/tests/kernel/refusals.sh" << m_folder.path());
    QVERIFY(process.waitForFinished(-1));
    if (!QFile::exists(m_folder.filePath("0.status")))
        QSKIP(qPrintable("SKIPPED: no network namespace can be made here: " + QString(process.readAll())));
}

void TestRefusals::agrees_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const RefusalRow &row : rows)
        QTest::newRow(row.name) << number++;
}

void TestRefusals::agrees()
{
    QFETCH(int, number);
    const QStringList lines = linesOf(rows[number]);
    const QString base = m_folder.filePath(QString::number(number));
    QCOMPARE(netdraft::tests::readText(base + ".trouble"), QString());

    Project project;
    Reply reply;
    for (const QString &line : lines) {
        const auto words = splitWords(line.toStdString());
        QVERIFY(words);
        const Outcome outcome = run(project, hostNetns, *words);
        QVERIFY2(apply(project, outcome.edits), qPrintable(line));
        reply = outcome.reply;
        QVERIFY2(line == lines.last() || reply.status == 0,
                 qPrintable(line + ": " + QString::fromStdString(reply.err)));
    }
    QCOMPARE(QString::fromStdString(reply.err), netdraft::tests::readText(base + ".err"));
    QCOMPARE(reply.status, netdraft::tests::readText(base + ".status").trimmed().toInt());
}

NETDRAFT_TEST(TestRefusals)
#include "tst_refusals.moc"

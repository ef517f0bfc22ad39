#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// A with an address of each family on `eth0`, and `eth1` without any.
constexpr const char *network = R"(
ip netns add A
ip netns add B
ip -n A link set lo up
ip link add eth0 netns A type veth peer name eth0 netns B
ip link add eth1 netns A type veth peer name eth1 netns B
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n A addr add 2001:db8::1/64 dev eth0 nodad
ip -n A link set eth0 up
ip -n B link set eth0 up
)";

} // namespace

/// What bind(2) refuses: asked of the kernel by tests/kernel/tst_probes.
class TestSocketEdits : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void endsAllOfAPort();
    void undoes();
    void goesWithItsLink();
    void staysWithoutItsAddress();
};

void TestSocketEdits::refuses_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("refusal"); // empty: it starts

    const QString used = "socat: Address already in use";
    const QString absent = "nc: Cannot assign requested address";
    QTest::newRow("two nc share a port") << "nc -lk 80" << "nc -lk 80" << "";
    QTest::newRow("socat shares none") << "socat TCP4-LISTEN:80,fork EXEC:cat" << "socat TCP4-LISTEN:80,fork EXEC:cat"
                                       << used;
    QTest::newRow("nor with nc") << "nc -lk 80" << "socat TCP4-LISTEN:80,fork EXEC:cat" << used;
    QTest::newRow("nor nc with it") << "socat TCP4-LISTEN:80,fork EXEC:cat" << "nc -lk 80"
                                    << "nc: Address already in use";
    QTest::newRow("another port") << "nc -lk 80" << "socat TCP4-LISTEN:81,fork EXEC:cat" << "";
    QTest::newRow("another transport") << "nc -lk 80" << "socat UDP4-RECVFROM:80,fork EXEC:cat" << "";
    QTest::newRow("one address against any")
        << "nc -lk 80" << "socat TCP4-LISTEN:80,bind=192.0.2.1,fork EXEC:cat" << used;
    QTest::newRow("any against one address") << "nc -lk 192.0.2.1 80" << "socat TCP4-LISTEN:80,fork EXEC:cat" << used;
    QTest::newRow("two addresses") << "nc -lk 127.0.0.1 80" << "socat TCP4-LISTEN:80,bind=192.0.2.1,fork EXEC:cat"
                                   << "";
    QTest::newRow("IPv4 against both") << "nc -6 -lk 80" << "socat TCP4-LISTEN:80,fork EXEC:cat" << used;
    QTest::newRow("both against IPv4") << "nc -lk 192.0.2.1 80" << "socat TCP6-LISTEN:80,fork EXEC:cat" << used;
    QTest::newRow("IPv4 beside IPv6 alone") << "nc -lk 80" << "socat TCP6-LISTEN:80,ipv6only=1,fork EXEC:cat" << "";
    QTest::newRow("IPv6 alone beside both")
        << "nc -6 -lk 80" << "socat TCP6-LISTEN:80,ipv6only=1,fork EXEC:cat" << used;
    QTest::newRow("two links") << "socat TCP4-LISTEN:80,so-bindtodevice=eth0,fork EXEC:cat"
                               << "socat TCP4-LISTEN:80,so-bindtodevice=eth1,fork EXEC:cat" << "";
    QTest::newRow("a link against any") << "socat TCP4-LISTEN:80,fork EXEC:cat"
                                        << "socat TCP4-LISTEN:80,so-bindtodevice=eth1,fork EXEC:cat" << used;
    QTest::newRow("an address that is not there") << "true" << "nc -lk 192.0.2.2 80" << absent;
    QTest::newRow("an IPv6 address that is not there") << "true" << "nc -lk 2001:db8::2 80" << absent;
    QTest::newRow("an address of the loopback net") << "true" << "nc -lk 127.0.0.9 80" << "";
    QTest::newRow("the broadcast address") << "true" << "nc -lku 192.0.2.255 53" << "";
    QTest::newRow("a link-local address without a link") << "true" << "nc -lk fe80::1 80" << "nc: Invalid argument";
    QTest::newRow("a link that is not there")
        << "true" << "socat TCP4-LISTEN:80,so-bindtodevice=eth9,fork EXEC:cat" << "socat: No such device";
}

void TestSocketEdits::refuses()
{
    QFETCH(QString, before);
    QFETCH(QString, command);
    QFETCH(QString, refusal);
    auto project = tests::lab(std::string(network) + "ip netns exec A " + before.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const auto words = splitWords(command.toStdString());
    QVERIFY(words);
    const Understood understood = understand(project->network, project->network.find("A")->id, *words);
    const auto *edits = std::get_if<EditList>(&understood);
    QVERIFY2(edits, edits ? "" : std::get<Reply>(understood).err.c_str());
    const auto applied = apply(*project, *edits);
    QCOMPARE(applied ? QString() : QString::fromStdString(describe(applied.error())), refusal);
}

void TestSocketEdits::endsAllOfAPort()
{
    auto project = tests::lab(std::string(network) + "ip netns exec A nc -lk 80\n"
                                                     "ip netns exec A nc -lk 127.0.0.1 80\n"
                                                     "ip netns exec A nc -lku 80\n"
                                                     "ip netns exec A nc -lk 81\n"
                                                     "ip netns exec A fuser -k 80/tcp\n");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const auto &left = project->network.find("A")->sockets;
    QCOMPARE(left.size(), 2U);
    QCOMPARE(left[0].transport, Transport::Udp);
    QCOMPARE(left[1].port, 81);
    QVERIFY(!apply(*project, {RemoveSocket{"A", Transport::Tcp, 80}}));
}

void TestSocketEdits::undoes()
{
    auto project = tests::lab(std::string(network) + "ip netns exec A nc -lk 80");
    QVERIFY(project);
    const Project before = *project;
    const auto applied = apply(*project, {RemoveSocket{"A", Transport::Tcp, 80}});
    QVERIFY(applied);
    QVERIFY(*project != before);
    QCOMPARE(applied->changes.namespaces.size(), 1U);
    QVERIFY(apply(*project, applied->inverse));
    QVERIFY(*project == before);
}

void TestSocketEdits::goesWithItsLink()
{
    const std::string bound = std::string(network) +
                              "ip netns exec A socat TCP4-LISTEN:80,so-bindtodevice=eth1,fork EXEC:cat\n"
                              "ip netns exec A nc -lk 81\n";
    for (const char *end : {"ip -n A link del eth1", "ip -n A link set eth1 netns 1"}) {
        const auto project = tests::lab(bound + end);
        QVERIFY2(project, project ? "" : describe(project.error()).c_str());
        const auto &left = project->network.find("A")->sockets;
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left.front().port, 81);
    }
}

void TestSocketEdits::staysWithoutItsAddress()
{
    const auto project = tests::lab(std::string(network) + "ip netns exec A nc -lk 192.0.2.1 80\n"
                                                           "ip -n A addr del 192.0.2.1/24 dev eth0\n");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    QCOMPARE(project->network.find("A")->sockets.size(), 1U);
}

NETDRAFT_TEST(TestSocketEdits)
#include "tst_socket_edits.moc"

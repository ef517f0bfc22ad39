#include "tests/model/forwarding/netfilter/router.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;
using namespace netdraft::tests;
using namespace std::chrono_literals;

namespace {

/// Lets the packet through as new, or as what it is: the state of one that is tracked and confirmed.
Tracking pass(Conntrack &conntrack, const Packet &packet, Time now = {})
{
    Tracking tracking;
    conntrack.track(packet, tracking, now);
    if (!conntrack.confirm(tracking))
        tracking = {};
    return tracking;
}

Packet flagged(Packet packet, bool syn, bool ack, bool rst = false, bool fin = false)
{
    auto &tcp = std::get<Tcp>(packet.payload);
    tcp.syn = syn;
    tcp.ack = ack;
    tcp.rst = rst;
    tcp.fin = fin;
    return packet;
}

} // namespace

class TestConntrack : public QObject
{
    Q_OBJECT

private slots:
    void followsAPing();
    void followsAnHandshake();
    void followsAConnection();
    void picksUpAConnection();
    void forgetsARefusedOne();
    void relatesErrors();
    void leavesNeighbourDiscoveryAlone();
    void dropsWhatWasNotConfirmed();
    void forgetsInTime();
    void attachesErrors();
    void letsAnswersPass();
};

void TestConntrack::followsAPing()
{
    Conntrack conntrack;
    const Packet request = ping("10.0.0.2", "203.0.113.9");
    Tracking tracking = pass(conntrack, request);
    QVERIFY(tracking.info == CtInfo::New && tracking.direction == CtDirection::Original);
    tracking = pass(conntrack, request);
    QVERIFY(tracking.info == CtInfo::New); // not answered yet
    tracking = pass(conntrack, answer(request));
    QVERIFY(tracking.info == CtInfo::Established && tracking.direction == CtDirection::Reply);
    tracking = pass(conntrack, request);
    QVERIFY(tracking.info == CtInfo::Established && tracking.direction == CtDirection::Original);
    QCOMPARE(conntrack.connections(0s).size(), 1U);
    // Another id is another connection, and an answer to nobody is none.
    QVERIFY(pass(conntrack, ping("10.0.0.2", "203.0.113.9", 8)).info == CtInfo::New);
    QVERIFY(pass(conntrack, answer(ping("10.0.0.2", "203.0.113.9", 9))).info == CtInfo::Invalid);
}

void TestConntrack::followsAnHandshake()
{
    Conntrack conntrack;
    const Packet first = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    QVERIFY(pass(conntrack, first).info == CtInfo::New);
    QVERIFY(pass(conntrack, answer(first)).info == CtInfo::Established);
    const Tracking third = pass(conntrack, flagged(first, false, true));
    QVERIFY(third.info == CtInfo::Established);
    QVERIFY(third.connection->assured);
    QVERIFY(third.connection->tcp == TcpState::Established);
    pass(conntrack, flagged(first, false, true, false, true));
    QVERIFY(third.connection->tcp == TcpState::FinWait);
    pass(conntrack, flagged(answer(first), false, true, true));
    QVERIFY(third.connection->tcp == TcpState::Close);
    // The same ports again, once closed.
    const Tracking again = pass(conntrack, first);
    QVERIFY(again.info == CtInfo::New);
    QVERIFY(again.connection != third.connection);
}

/// As each end sends it, to its end: a text, the FIN of the client, which the server answers with its own.
void TestConntrack::followsAConnection()
{
    Conntrack conntrack;
    const Packet first = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    const Packet second = answer(first);
    const Tracking begun = pass(conntrack, first);
    QVERIFY(begun.connection->tcp == TcpState::SynSent);
    const auto state = [&](const Packet &packet, bool isSyn, bool isFin) {
        const Tracking tracking = pass(conntrack, flagged(packet, isSyn, true, false, isFin));
        return tracking.info == CtInfo::Established && tracking.connection == begun.connection
                   ? tracking.connection->tcp
                   : TcpState::None;
    };
    QVERIFY(state(second, true, false) == TcpState::SynReceived);
    QVERIFY(state(first, false, false) == TcpState::Established);
    QVERIFY(state(first, false, false) == TcpState::Established); // the text
    QVERIFY(state(second, false, false) == TcpState::Established);
    QVERIFY(state(first, false, true) == TcpState::FinWait);
    QVERIFY(state(second, false, true) == TcpState::LastAck);
    QVERIFY(state(first, false, false) == TcpState::TimeWait);
    QCOMPARE(conntrack.connections(119s).size(), 1U);
    QCOMPARE(conntrack.connections(121s).size(), 0U);
}

void TestConntrack::picksUpAConnection()
{
    Conntrack conntrack;
    const Packet first = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    QVERIFY(pass(conntrack, answer(first)).info == CtInfo::Invalid);
    QVERIFY(pass(conntrack, flagged(first, false, true, true)).info == CtInfo::Invalid);
    QVERIFY(pass(conntrack, flagged(first, false, true)).info == CtInfo::New); // in the middle: taken up
}

void TestConntrack::forgetsARefusedOne()
{
    Conntrack conntrack;
    const Packet first = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    pass(conntrack, first);
    const Tracking refused = pass(conntrack, flagged(answer(first), false, true, true));
    QVERIFY(refused.info == CtInfo::Established);
    QVERIFY(conntrack.connections(0s).empty());
}

void TestConntrack::relatesErrors()
{
    Conntrack conntrack;
    const Packet request = udp("10.0.0.2", 40000, "203.0.113.9", 53);
    QVERIFY(pass(conntrack, unreachable("203.0.113.9", request)).info == CtInfo::Invalid);
    pass(conntrack, request);
    const Tracking error = pass(conntrack, unreachable("203.0.113.77", request));
    QVERIFY(error.info == CtInfo::Related && error.direction == CtDirection::Reply);
    // It has to go to whom the quoted packet came from.
    Packet astray = unreachable("203.0.113.9", request);
    astray.destination = ip("10.0.0.3");
    QVERIFY(pass(conntrack, astray).info == CtInfo::Invalid);
    const Packet six = ping("2001:db8:a::2", "2001:db8:b::9");
    pass(conntrack, six);
    QVERIFY(pass(conntrack, unreachable("2001:db8:b::1", six)).info == CtInfo::Related);
}

void TestConntrack::leavesNeighbourDiscoveryAlone()
{
    Conntrack conntrack;
    Packet solicitation = ping("fe80::1", "ff02::1:ff00:2");
    std::get<Icmp>(solicitation.payload).type = icmp6::neighbourSolicitation;
    QVERIFY(pass(conntrack, solicitation).info == CtInfo::Untracked);
}

void TestConntrack::dropsWhatWasNotConfirmed()
{
    Conntrack conntrack;
    const Packet request = ping("10.0.0.2", "203.0.113.9");
    Tracking tracking;
    conntrack.track(request, tracking, 0s);
    QVERIFY(tracking.info == CtInfo::New);
    QVERIFY(conntrack.connections(0s).empty());
    QVERIFY(pass(conntrack, answer(request)).info == CtInfo::Invalid);
    // Two at once: the second loses.
    Tracking second;
    conntrack.track(request, second, 0s);
    QVERIFY(conntrack.confirm(tracking));
    QVERIFY(!conntrack.confirm(second));
}

void TestConntrack::forgetsInTime()
{
    Conntrack conntrack;
    const Packet request = ping("10.0.0.2", "203.0.113.9");
    pass(conntrack, request);
    QVERIFY(pass(conntrack, answer(request), 29s).info == CtInfo::Established);
    QVERIFY(pass(conntrack, answer(request), 90s).info == CtInfo::Invalid);
    const Packet first = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    pass(conntrack, first, 100s);
    pass(conntrack, answer(first), 100s);
    pass(conntrack, flagged(first, false, true), 100s);
    QVERIFY(pass(conntrack, flagged(answer(first), false, true), 24h).info == CtInfo::Established);
}

void TestConntrack::attachesErrors()
{
    Conntrack conntrack;
    const Packet request = ping("10.0.0.2", "203.0.113.9");
    Tracking about;
    conntrack.track(request, about, 0s); // rejected: it will never be confirmed
    Tracking error;
    attach(error, about);
    QVERIFY(error.info == CtInfo::Related && error.direction == CtDirection::Reply);
    conntrack.track(unreachable("10.0.0.1", request), error, 0s);
    QVERIFY(error.info == CtInfo::Related);
}

void TestConntrack::letsAnswersPass()
{
    Router router("iptables -P FORWARD DROP\n"
                  "iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT\n"
                  "iptables -A FORWARD -i lan -j ACCEPT\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const Packet request = ping("10.0.0.2", "203.0.113.9");
    QVERIFY(!router.forward(answer(request), "wan", "lan"));
    QVERIFY(!router.forward(ping("203.0.113.9", "10.0.0.2"), "wan", "lan"));
    QVERIFY(router.forward(request, "lan", "wan"));
    QVERIFY(router.forward(answer(request), "wan", "lan"));
    QVERIFY(router.forward(unreachable("203.0.113.5", request), "wan", "lan"));
    QVERIFY(!router.forward(ping("203.0.113.9", "10.0.0.2"), "wan", "lan"));
}

NETDRAFT_TEST(TestConntrack)
#include "tst_conntrack.moc"

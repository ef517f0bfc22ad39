#include "kernel/lab.h"
#include "model/reachability/reachability.h"
#include "model/reachability/simulated_ping.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// Moving every frame gives what the shortcut from router to router gives, wherever that knows all that decides.
class TestSimulatedPing : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithWalk_data();
    void agreesWithWalk();
};

namespace {

QString words(const Project &project, const Ping &ping)
{
    QString text = ping.reachable ? "reaches" : "does not reach";
    text += ping.certain ? ", certain: " : ", uncertain: ";
    return text + QString::fromStdString(reason(project.network, ping));
}

} // namespace

void TestSimulatedPing::agreesWithWalk_data()
{
    QTest::addColumn<QStringList>("commands");
    for (const Lab &lab : allLabs())
        QTest::newRow(qPrintable(lab.name)) << lab.commands;
}

void TestSimulatedPing::agreesWithWalk()
{
    QFETCH(QStringList, commands);
    const Project project = simulate({{}, {}, commands}).project;
    const auto all = Reachability::of(project.network);
    const DataPlane &plane = all->plane();
    for (const NetnsId node : all->nodes()) {
        for (const Target &target : all->targets()) {
            Ping walked;
            Ping moved;
            for (Ping *ping : {&walked, &moved}) {
                ping->from = node;
                ping->to = target.address;
                const RoundTrip trip = ping == &walked
                                           ? roundTrip(plane, plane.index(node), target.address, ping)
                                           : simulateRoundTrip(plane, plane.index(node), target.address, ping);
                ping->reachable = trip.end.cause == Cause::None;
                ping->certain = trip.certain;
            }
            // The simulation also knows how a question for a neighbour was lost.
            if (moved.resolution && !walked.resolution) {
                QVERIFY(!walked.reachable);
                QCOMPARE(walked.decisive().cause, Cause::NoNeighbour);
            } else {
                QCOMPARE(words(project, moved), words(project, walked));
            }
            QCOMPARE(moved.request.hops.size(), walked.request.hops.size());
            if (walked.reachable)
                QCOMPARE(moved.request.links, walked.request.links);
            if (walked.reply && walked.reachable)
                QCOMPARE(moved.reply->links, walked.reply->links);
        }
    }
}

NETDRAFT_TEST(TestSimulatedPing)
#include "tst_simulated_ping.moc"

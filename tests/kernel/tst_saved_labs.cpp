#include "lab.h"
#include "model/exchange/exchange.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// Every network of `networks/`, saved after each of its commands and read again before the next: what works in one
/// sitting works over many.
class TestSavedLabs : public QObject
{
    Q_OBJECT

private slots:
    void isTypedInManySittings_data();
    void isTypedInManySittings();
};

void TestSavedLabs::isTypedInManySittings_data()
{
    QTest::addColumn<int>("index");
    const QList<Lab> labs = allLabs();
    for (qsizetype i = 0; i < labs.size(); ++i)
        QTest::newRow(qPrintable(labs[i].name)) << static_cast<int>(i);
}

void TestSavedLabs::isTypedInManySittings()
{
    QFETCH(int, index);
    static const QList<Lab> labs = allLabs();
    const SimulatedLab atOnce = simulate(labs[index]);
    Project project;
    for (qsizetype i = 0; i < labs[index].commands.size(); ++i) {
        const QString &command = labs[index].commands[i];
        const Reply reply = type(project, command);
        QVERIFY2(reply.status == atOnce.replies[i].status, qPrintable(command + ": " + reply.err.c_str()));
        const auto read = readProject(writeProject(project), "saved.netdraft");
        if (command == "ip -n blue route del 192.0.2.0/24 dev eth0")
            QEXPECT_FAIL(
                "cni-ptp",
                "a route was added by a gateway that no other leads to any more; the next command gives it one", Abort);
        QVERIFY2(read, qPrintable("after " + command + ": " + (read ? "" : describe(read.error()).c_str())));
        project = *read;
    }
}

NETDRAFT_TEST(TestSavedLabs)
#include "tst_saved_labs.moc"

#include "kernel/lab.h"
#include "model/exchange/exchange.h"
#include "model/reachability/reachability.h"
#include "model/reachability/simulated_ping.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

using namespace netdraft::model;

/// Pings through links that the kernel of the tests does not have. What comes of them was read from the kernel's source
/// and documentation, and no kernel was asked: see tests/README.md.
class TestUncheckedPings : public QObject
{
    Q_OBJECT

private slots:
    void says_data();
    void says();
};

namespace {

/// A question of a file: `? FROM ADDRESS: REASON`, and of lines `! MEND` after it the mends that are offered.
struct Question {
    QString from;
    QString to;
    QString reason;
    QStringList mends;
    QStringList commands;  ///< all that came before it
    qsizetype earlier = 0; ///< how many of them came before the last question
};

QList<Question> questionsOf(QFile &file)
{
    QList<Question> questions;
    QStringList commands;
    qsizetype earlier = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts)) {
        if (line.startsWith("? ")) {
            const QString pair = line.section(": ", 0, 0);
            questions.append(
                {pair.section(' ', 1, 1), pair.section(' ', 2), line.section(": ", 1), {}, commands, earlier});
            earlier = commands.size();
        } else if (line.startsWith("! ") && !questions.isEmpty()) {
            questions.last().mends.append(line.mid(2));
        } else if (!line.startsWith('#')) {
            commands.append(line);
        }
    }
    return questions;
}

void perform(Project &project, const QString &command)
{
    const Reply reply = type(project, command);
    QVERIFY2(reply.status == 0, qPrintable(command + ": " + QString::fromStdString(reply.out + reply.err)));
}

/// Every pair of the matrix, computed anew and from the matrix before, is as one ping finds it.
void compareAllPairs(const Network &before, const Network &network)
{
    const auto anew = Reachability::of(network);
    const auto changed = Reachability::of(network, Reachability::of(before));
    for (std::size_t from = 0; from < anew->nodes().size(); ++from) {
        for (std::size_t to = 0; to < anew->targets().size(); ++to) {
            const IpAddress &address = anew->targets()[to].address;
            const NodeIndex node = anew->plane().index(anew->nodes()[from]);
            const RoundTrip trip = roundTrip(anew->plane(), node, address, nullptr);
            const RoundTrip moved = simulateRoundTrip(anew->plane(), node, address, nullptr);
            const Answer answer = anew->answer(from, to);
            QCOMPARE(answer.reachable, trip.end.cause == Cause::None);
            QCOMPARE(answer.certain, trip.certain);
            QCOMPARE(changed->answer(from, to).reachable, answer.reachable);
            QCOMPARE(moved.end.cause == Cause::None, answer.reachable);
            QVERIFY(answer.cause != Cause::NotModelled);
        }
    }
}

} // namespace

void TestUncheckedPings::says_data()
{
    QTest::addColumn<Question>("question");
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/data/pings/unchecked");
    for (const QFileInfo &entry : folder.entryInfoList({"*.txt"}, QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        int number = 0;
        for (const Question &question : questionsOf(file))
            QTest::addRow("not checked by this kernel: %s %d: %s %s", qPrintable(entry.fileName()), ++number,
                          qPrintable(question.from), qPrintable(question.to))
                << question;
    }
}

void TestUncheckedPings::says()
{
    QFETCH(const Question, question);
    Project project;
    Network before;
    for (qsizetype i = 0; i < question.commands.size(); ++i) {
        if (i == question.earlier)
            before = project.network;
        perform(project, question.commands[i]);
    }
    const DataPlane plane(project.network);
    const Netns *from = project.network.find(question.from.toStdString());
    const auto to = IpAddress::parse(question.to.toStdString());
    QVERIFY(from && to);
    const Ping answer = ping(plane, from->id, *to);
    QCOMPARE(QString::fromStdString(reason(project.network, answer)), question.reason);
    QCOMPARE(answer.reachable, question.reason.contains(" reaches "));
    if (!question.reason.contains("not modelled"))
        compareAllPairs(before, project.network);

    Project again;
    QVERIFY(apply(again, rebuild(project)));
    const DataPlane rebuilt(again.network);
    const Ping same = ping(rebuilt, again.network.find(question.from.toStdString())->id, *to);
    QCOMPARE(QString::fromStdString(reason(again.network, same)), question.reason);

    QStringList offered;
    for (const Mend &mend : mends(plane, answer)) {
        offered.append(QString::fromStdString(mend.text));
        Project mended = project;
        QVERIFY(apply(mended, mend.edits));
        const Ping after = ping(DataPlane(mended.network), from->id, *to);
        QVERIFY(after.reachable || reason(mended.network, after) != reason(project.network, answer));
    }
    QCOMPARE(offered, question.mends);
}

NETDRAFT_TEST(TestUncheckedPings)
#include "tst_unchecked_pings.moc"

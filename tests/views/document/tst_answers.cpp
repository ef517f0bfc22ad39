#include "model/command/command.h"
#include "model/edit/apply.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"
#include "tests/views/enough.h"
#include "views/document/answers.h"

#include <QSignalSpy>
#include <QtTest>

using namespace netdraft;
using namespace netdraft::model;
using views::Answers;

/// Who reaches whom, while the window goes on.
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void fewPairsAreKnownAtOnce();
    void manyComeLater();
    void aChangeEndsWhatItMadeNeedless();
    void oneIsToldOfALongWait();
    void forgottenOnesDoNotCome();
};

namespace {

/// A campus each of whose routers' pairs must be walked: a policy rule lets the walk know nothing for sure.
Network ruledCampus(int routers)
{
    const std::array numbers{routers, 3};
    Project project;
    if (!apply(project, shapeNamed("campus")->make(numbers)))
        qFatal("the shape is refused");
    const NetnsId core = project.network.find("core")->id;
    const auto edits = understand(project.network, core, *splitWords("ip rule add from 10.9.9.9 lookup 100"));
    if (!apply(project, std::get<EditList>(edits)))
        qFatal("the rule is refused");
    return project.network;
}

Network smaller(Network network)
{
    Project project;
    project.network = std::move(network);
    if (!apply(project, {Edit(RemoveNetns{"h0-0"})}))
        qFatal("the node is not there");
    return project.network;
}

void compare(const Reachability &found, const Network &network)
{
    const auto expected = Reachability::of(network);
    QVERIFY(difference(found.network(), network).empty());
    QCOMPARE(found.totals().pairs, expected->totals().pairs);
    QCOMPARE(found.totals().reachable, expected->totals().reachable);
    QVERIFY(found.totals().reachable > 0);
}

} // namespace

void TestAnswers::fewPairsAreKnownAtOnce()
{
    Answers answers;
    QSignalSpy found(&answers, &Answers::found);
    const Network network = ruledCampus(3);
    answers.ask(network);
    QVERIFY(!answers.isWorking());
    compare(*answers.reachability(), network);
    QVERIFY(answers.problems().empty());
    QVERIFY(difference(answers.plane()->network(), network).empty());
    QCOMPARE(found.count(), 0);
}

void TestAnswers::manyComeLater()
{
    Answers answers;
    QSignalSpy found(&answers, &Answers::found);
    const Network network = ruledCampus(40);
    answers.ask(network);
    QVERIFY(answers.isWorking());
    QVERIFY(answers.isLate()); // there is nothing else to see
    QCOMPARE(answers.reachability()->targets().size(), std::size_t{0});
    QVERIFY(difference(answers.plane()->network(), network).empty());
    answers.ask(network); // asks for nothing new
    QVERIFY(found.wait(tests::enough));
    QVERIFY(!answers.isWorking() && !answers.isLate());
    compare(*answers.reachability(), network);
    QCOMPARE(found.count(), 1);
}

void TestAnswers::aChangeEndsWhatItMadeNeedless()
{
    Answers answers;
    QSignalSpy found(&answers, &Answers::found);
    answers.ask(ruledCampus(100));
    QVERIFY(answers.isWorking());
    const Network network = smaller(ruledCampus(30));
    answers.ask(network);
    QVERIFY(found.wait(tests::enough));
    compare(*answers.reachability(), network);
    QCOMPARE(found.count(), 1);
}

void TestAnswers::oneIsToldOfALongWait()
{
    Answers answers;
    answers.ask(ruledCampus(3));
    QSignalSpy late(&answers, &Answers::late);
    answers.ask(ruledCampus(120));
    QVERIFY(answers.isWorking() && !answers.isLate());
    QVERIFY(late.wait(tests::enough));
    QVERIFY(answers.isLate());
    // One is told again and again; how soon there is a share to tell of is the machine's affair.
    while (answers.share() == 0)
        QVERIFY(late.wait(tests::enough));
    QVERIFY(answers.isWorking());
    QVERIFY2(answers.share() < 1, qPrintable(QString::number(answers.share())));
}

void TestAnswers::forgottenOnesDoNotCome()
{
    Answers answers;
    QSignalSpy found(&answers, &Answers::found);
    answers.ask(ruledCampus(100));
    QVERIFY(answers.isWorking());
    answers.clear();
    QVERIFY(!answers.isWorking());
    QVERIFY(!answers.plane());
    const Network network = ruledCampus(3);
    answers.ask(network);
    QCoreApplication::processEvents();
    compare(*answers.reachability(), network);
    QCOMPARE(found.count(), 0);
}

NETDRAFT_TEST(TestAnswers)
#include "tst_answers.moc"

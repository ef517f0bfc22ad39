#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"
#include "tests/views/enough.h"
#include "tests/views/lesson.h"
#include "views/document/weak_points.h"

#include <QSignalSpy>
#include <QtTest>

using namespace netdraft;
using namespace netdraft::model;
using views::WeakPoints;

/// What breaks when one thing fails, while somebody wants to know.
class TestWeakPoints : public QObject
{
    Q_OBJECT

private slots:
    void areNoneUnlessWanted();
    void followTheNetwork();
    void ofCampusAreItsTree();
};

namespace {

bool waitFor(const WeakPoints &weak)
{
    return QTest::qWaitFor([&] { return !weak.isWorking(); }, tests::enough);
}

QStringList namesOf(const WeakPoints &weak)
{
    QStringList names;
    for (const SingleFailure &failure : weak.failures()) {
        if (!failure.link.link)
            names += QString::fromStdString(weak.of()->network().find(failure.node)->name);
    }
    return names;
}

/// Which of these two still hang together through cables when a node is away.
bool hangTogether(const Network &network, NetnsId a, NetnsId b, NetnsId without)
{
    std::set<NetnsId> seen{a};
    std::vector<NetnsId> open{a};
    while (!open.empty()) {
        const NetnsId at = open.back();
        open.pop_back();
        for (const Link &link : network.find(at)->links) {
            const NetnsId next = link.veth() ? link.veth()->peer.netns : at;
            if (next != without && seen.insert(next).second)
                open.push_back(next);
        }
    }
    return seen.contains(b);
}

} // namespace

void TestWeakPoints::areNoneUnlessWanted()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    WeakPoints weak(document);
    QSignalSpy changed(&weak, &WeakPoints::changed);
    QVERIFY(document.perform("step", tests::solution()[0]));
    QVERIFY(!weak.isWorking());
    QCOMPARE(changed.count(), 0);
    weak.setWanted(true);
    QVERIFY(waitFor(weak));
    QVERIFY(weak.of());
    weak.setWanted(false);
    QVERIFY(!weak.of());
    QVERIFY(weak.failures().empty());
}

void TestWeakPoints::followTheNetwork()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    WeakPoints weak(document);
    weak.setWanted(true);
    QVERIFY(waitFor(weak));
    const QStringList before = namesOf(weak);
    for (const EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    QVERIFY(waitFor(weak));
    QCOMPARE(weak.of(), document.reachability());
    QVERIFY2(!before.contains("B"), qPrintable(before.join(' ')));
    QVERIFY2(namesOf(weak).contains("B"), qPrintable(namesOf(weak).join(' ')));
    document.undoStack().undo();
    QVERIFY(waitFor(weak));
    QCOMPARE(weak.of(), document.reachability());
}

/// The single points of failure of a campus are the nodes without which its drawing falls apart between hosts.
void TestWeakPoints::ofCampusAreItsTree()
{
    views::Document document;
    const std::array numbers{12, 2};
    QVERIFY(document.perform("campus", shapeNamed("campus")->make(numbers)));
    WeakPoints weak(document);
    weak.setWanted(true);
    QVERIFY(waitFor(weak));
    const Network &network = document.network();
    QStringList apart;
    for (const auto &without : network.namespaces()) {
        bool falls = false;
        for (const auto &a : network.namespaces()) {
            for (const auto &b : network.namespaces()) {
                const bool hosts = a->name.starts_with("h") && b->name.starts_with("h") && a->name != "host" &&
                                   b->name != "host" && a != without && b != without;
                falls = falls || (hosts && !hangTogether(network, a->id, b->id, without->id));
            }
        }
        if (falls)
            apart += QString::fromStdString(without->name);
    }
    QStringList found = namesOf(weak);
    found.sort();
    apart.sort();
    QVERIFY2(apart.size() >= 9, qPrintable(apart.join(' ')));
    QCOMPARE(found, apart);
    for (const SingleFailure &failure : weak.failures()) {
        if (!failure.link.link)
            continue;
        const auto isLeaf = [&](NetnsId node) {
            return std::ranges::count_if(network.find(node)->links, [](const Link &link) { return link.veth(); }) == 1;
        };
        QCOMPARE(bool(failure.cutsOff), isLeaf(failure.node) || isLeaf(failure.otherEnd.netns));
    }
}

NETDRAFT_TEST(TestWeakPoints)
#include "tst_weak_points.moc"

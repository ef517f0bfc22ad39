#include "tests/registered.h"
#include "tests/views/enough.h"
#include "tests/views/lesson.h"
#include "views/document/last_change.h"

#include <QSignalSpy>
#include <QtTest>

using namespace netdraft;
using views::LastChange;

/// What a change broke and healed.
class TestLastChange : public QObject
{
    Q_OBJECT

private slots:
    void healsAndBreaks();
    void nothingIsSaidOfNothing();
    void anotherProjectIsNoChange();
};

namespace {

const LastChange::AtNode *at(const views::Document &document, const LastChange &change, std::string_view node)
{
    const auto found = std::ranges::find(change.nodes(), tests::nodeNamed(document, node), &LastChange::AtNode::node);
    return found == change.nodes().end() ? nullptr : &*found;
}

} // namespace

void TestLastChange::healsAndBreaks()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    LastChange change(document);
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    // The way back for C heals what it says to A and to B's far side, and what they say to it.
    QTRY_VERIFY_WITH_TIMEOUT(change.healed() == 3, tests::enough);
    QCOMPARE(change.broken(), 0U);
    const auto *healed = at(document, change, "C");
    QVERIFY(healed);
    QCOMPARE(healed->healed, 3U);
    QVERIFY(at(document, change, "A"));
    QVERIFY(!at(document, change, "sw1"));
    document.undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(change.broken() == 3, tests::enough);
    QCOMPARE(change.healed(), 0U);
    QCOMPARE(at(document, change, "C")->broken, 3U);
}

void TestLastChange::nothingIsSaidOfNothing()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    LastChange change(document);
    QSignalSpy changed(&change, &LastChange::changed);
    // B forwards, but nobody sends anything through it yet.
    QVERIFY(document.perform("step", tests::solution()[1]));
    QVERIFY(document.perform("move", {model::PlaceNode{"A", {model::NodeKind::Device, {500, 500}}}}));
    QCoreApplication::processEvents();
    QCOMPARE(change.broken() + change.healed(), 0U);
    QCOMPARE(changed.count(), 0);
}

void TestLastChange::anotherProjectIsNoChange()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    LastChange change(document);
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    QTRY_VERIFY_WITH_TIMEOUT(!change.nodes().empty(), tests::enough);
    QVERIFY(tests::openNamed(document, "linux-bridge"));
    QCoreApplication::processEvents();
    QVERIFY(change.nodes().empty());
}

NETDRAFT_TEST(TestLastChange)
#include "tst_last_change.moc"

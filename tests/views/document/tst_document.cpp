#include "tests/registered.h"
#include "tests/views/lesson.h"

#include <QSignalSpy>
#include <QtTest>

using namespace netdraft;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void performAnnouncesOnce();
    void undoAndRedoGiveBackTheStates();
    void refusedListChangesNothing();
    void editWithoutEffectIsNoCommand();
    void countedPacketsAreNoCommand();
    void checkOnlyAsks();
    void historyHoldsWhatIsDone();
    void problemsFollowTheNetwork();
    void movingAnIconKeepsTheAnswers();
    void loadForgetsTheStack();
    void recoveredProjectIsUnsaved();
    void goesWithoutAWord();
};

void TestDocument::performAnnouncesOnce()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QSignalSpy changed(&document, &views::Document::changed);
    QVERIFY(document.perform("Add route", tests::solution()[0]));
    QCOMPARE(changed.count(), 1);
    const auto changes = changed[0][0].value<model::ChangeSet>();
    QCOMPARE(changes.namespaces, std::vector{tests::nodeNamed(document, "A")});
    QCOMPARE(document.undoStack().undoText(), "Add route");
    QVERIFY(document.modified());
}

void TestDocument::undoAndRedoGiveBackTheStates()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    std::vector<model::Project> states{document.project()};
    for (const model::EditList &edits : tests::solution()) {
        QVERIFY(document.perform("step", edits));
        states.push_back(document.project());
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        QVERIFY(document.project() == states[i]);
        document.undoStack().undo();
    }
    QVERIFY(!document.modified());
    for (const model::Project &state : states) {
        QVERIFY(document.project() == state);
        document.undoStack().redo();
    }
}

void TestDocument::refusedListChangesNothing()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const model::Project before = document.project();
    QSignalSpy changed(&document, &views::Document::changed);
    model::EditList edits = tests::solution()[0];
    edits.add(tests::routeOn("A", "198.51.100.0/24", "203.0.113.1"));
    const auto done = document.perform("two routes", edits);
    QVERIFY(!done);
    QCOMPARE(model::describe(done.error()), std::string("Error: Nexthop has invalid gateway."));
    QVERIFY(document.project() == before);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(document.undoStack().count(), 0);
}

void TestDocument::editWithoutEffectIsNoCommand()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QVERIFY(document.perform("nothing", {}));
    QCOMPARE(document.undoStack().count(), 0);
}

void TestDocument::countedPacketsAreNoCommand()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const model::netfilter::ChainName chain{model::Family::Ipv4, "filter", "INPUT"};
    QVERIFY(document.perform("rule", {model::netfilter::AddRule{"A", chain, {}}}));
    const model::netfilter::CountPackets passed{"A", {{{chain.family, chain.table, chain.chain, 1}, {3, 252}}}};
    QSignalSpy changed(&document, &views::Document::changed);
    QVERIFY(document.perform("ping", {passed}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(document.undoStack().count(), 1);
    const auto counted = [&] {
        const model::netfilter::Ruleset &ruleset = document.network().find("A")->ruleset;
        return ruleset.tables.front().find("INPUT")->rules.front().counted.packets;
    };
    QCOMPARE(counted(), std::uint64_t(3));
    // What is undone and redone takes no packet back,
    QVERIFY(document.perform("address", {model::SetLinkUp{{"A", "eth0"}, false}}));
    QVERIFY(document.perform("ping", {passed}));
    document.undoStack().undo();
    QCOMPARE(counted(), std::uint64_t(6));
    QVERIFY(document.perform("ping", {passed}));
    document.undoStack().redo();
    QCOMPARE(counted(), std::uint64_t(9));
    // unless it is what was undone.
    QVERIFY(document.perform("zero", {model::netfilter::ZeroCounters{"A", chain}}));
    QCOMPARE(counted(), std::uint64_t(0));
    document.undoStack().undo();
    QCOMPARE(counted(), std::uint64_t(9));
    document.undoStack().undo();
    // The rule is gone with its counter, and begins anew.
    document.undoStack().undo();
    QVERIFY(document.network().find("A")->ruleset.empty());
    document.undoStack().redo();
    QVERIFY(document.perform("rule", {model::netfilter::ZeroCounters{"A", chain}}));
    QCOMPARE(counted(), std::uint64_t(0));
}

void TestDocument::checkOnlyAsks()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const model::Project before = document.project();
    QVERIFY(document.check(tests::solution()[0]));
    QVERIFY(!document.check(tests::routeOn("A", "198.51.100.0/24", "203.0.113.1")));
    QVERIFY(document.project() == before);
}

void TestDocument::historyHoldsWhatIsDone()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const auto solution = tests::solution();
    for (const model::EditList &edits : solution)
        QVERIFY(document.perform("step", edits));
    document.undoStack().undo();
    QCOMPARE(document.history(), (std::vector{solution[0], solution[1]}));
    document.undoStack().redo();
    QCOMPARE(document.history(), solution);
}

void TestDocument::problemsFollowTheNetwork()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QVERIFY(!document.problems().empty());
    const std::string first = document.problems().front().text;
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    QVERIFY(document.problems().empty());
    const auto totals = document.reachability()->totals();
    QCOMPARE(totals.reachable, totals.pairs);
    for (int i = 0; i < 3; ++i)
        document.undoStack().undo();
    QCOMPARE(document.problems().front().text, first);
}

void TestDocument::movingAnIconKeepsTheAnswers()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const auto before = document.reachability();
    QVERIFY(document.perform("move", {model::PlaceNode{"A", {model::NodeKind::Device, {500, 500}}}}));
    QCOMPARE(document.reachability(), before);
}

void TestDocument::loadForgetsTheStack()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QVERIFY(document.perform("step", tests::solution()[0]));
    QSignalSpy reset(&document, &views::Document::reset);
    document.load(model::Project{}, QString());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(document.undoStack().count(), 0);
    QVERIFY(!document.modified());
    QCOMPARE(document.name(), "Untitled");
}

void TestDocument::recoveredProjectIsUnsaved()
{
    views::Document document;
    document.load(model::Project{}, "/nowhere/lab.netdraft", {}, views::Document::Origin::Unsaved);
    QVERIFY(document.modified());
    QCOMPARE(document.name(), "lab");
}

void TestDocument::goesWithoutAWord()
{
    auto document = std::make_unique<views::Document>();
    QVERIFY(tests::openNamed(*document));
    QVERIFY(document->perform("step", tests::solution()[0]));
    const QSignalSpy clean(&document->undoStack(), &QUndoStack::cleanChanged);
    const QSignalSpy index(&document->undoStack(), &QUndoStack::indexChanged);
    document.reset();
    QCOMPARE(clean.count(), 0);
    QCOMPARE(index.count(), 0);
}

NETDRAFT_TEST(TestDocument)
#include "tst_document.moc"

#include "model/drawing/places.h"
#include "model/recipe/docker/docker.h"
#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/checked_edit.h"
#include "views/panels/inspector_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTableView>

using namespace netdraft;

class TestInspectorPanel : public QObject
{
    Q_OBJECT

private slots:
    void nothingSelected();
    void nodeIsRenamed();
    void impossibleNameIsMarked();
    void forwardingIsSwitched();
    void dockerIsSwitched();
    void dockerThatIsStopped();
    void kindChangesTheDrawingAlone();
    void kindKeepsAFreePlace();
    void addressIsAdded();
    void addressIsJudgedWhileTyping();
    void refusalIsInSight();
    void addressIsRemoved();
    void interfaceIsSetDown();
    void mtuIsChanged();
    void delayIsChanged();
    void cableShowsBothEnds();
};

void TestInspectorPanel::nothingSelected()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    QVERIFY(tests::part<QLabel>(*panel, "inspectorEmpty")->isVisible());
    fixture.select("A");
    QVERIFY(!tests::part<QLabel>(*panel, "inspectorEmpty")->isVisible());
}

void TestInspectorPanel::nodeIsRenamed()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *name = tests::part<views::CheckedEdit>(*panel, "nodeName");
    QCOMPARE(name->text(), "A");
    name->selectAll();
    QTest::keyClicks(name, "alpha");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(tests::nodeNamed(fixture.document, "alpha"));
    fixture.document.undoStack().undo();
    QCOMPARE(name->text(), "A");
}

void TestInspectorPanel::impossibleNameIsMarked()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *name = tests::part<views::CheckedEdit>(*panel, "nodeName");
    for (const char *bad : {"B", "x; y", "-a"}) {
        name->selectAll();
        QTest::keyClicks(name, bad);
        QVERIFY2(!name->problem().isEmpty(), bad);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(tests::nodeNamed(fixture.document, "A"));
    }
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(name->text(), "A");
    QVERIFY(name->problem().isEmpty());
}

void TestInspectorPanel::forwardingIsSwitched()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("B");
    auto *box = tests::part<QCheckBox>(*panel, "forwardIpv4");
    QVERIFY(!box->isChecked());
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QCOMPARE(fixture.document.history(), std::vector{tests::forwardingOn("B")});
    QVERIFY(box->isChecked());
    fixture.document.undoStack().undo();
    QVERIFY(!box->isChecked());
}

void TestInspectorPanel::dockerIsSwitched()
{
    tests::PanelFixture fixture;
    QVERIFY(fixture.solve());
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("C");
    const model::NetnsId c = tests::nodeNamed(fixture.document, "C");
    const auto has = [&] { return fixture.document.network().find(c)->find("docker0") != nullptr; };
    auto *box = tests::part<QCheckBox>(*panel, "dockerInstalled");
    auto *state = tests::part<QLabel>(*panel, "dockerState");
    const auto click = [&] { QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2)); };
    QVERIFY(!box->isChecked());
    QVERIFY(!state->isVisible());
    const int steps = fixture.document.undoStack().count();
    click();
    QCOMPARE(fixture.document.undoStack().count(), steps + 1);
    QCOMPARE(fixture.document.undoStack().undoText(), QString("Install Docker on C"));
    QCOMPARE(box->checkState(), Qt::Checked);
    QVERIFY(has());
    QVERIFY(fixture.document.network().find(c)->forwards(model::Family::Ipv4));
    QVERIFY(tests::part<QCheckBox>(*panel, "forwardIpv4")->isChecked());
    QVERIFY(state->isVisible());
    QVERIFY(state->text().contains("DROP"));
    fixture.document.undoStack().undo();
    QVERIFY(!has());
    QVERIFY(!box->isChecked());
    fixture.document.undoStack().redo();
    QVERIFY(has());
    click();
    QCOMPARE(fixture.document.undoStack().count(), steps + 2);
    QCOMPARE(fixture.document.undoStack().undoText(), QString("Remove Docker from C"));
    QVERIFY(!has());
    QVERIFY(!box->isChecked());
    QVERIFY(!fixture.document.network().find(c)->forwards(model::Family::Ipv4));
    // B forwarded before: Docker lets the policy be, as the real one does.
    fixture.select("B");
    box = tests::part<QCheckBox>(*panel, "dockerInstalled");
    click();
    QCOMPARE(box->checkState(), Qt::Checked);
    QVERIFY(!tests::part<QLabel>(*panel, "dockerState")->isVisible());
    click();
    QVERIFY(fixture.document.network().find(std::string_view("B"))->forwards(model::Family::Ipv4));
}

void TestInspectorPanel::dockerThatIsStopped()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *box = tests::part<QCheckBox>(*panel, "dockerInstalled");
    const auto click = [&] { QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2)); };
    click();
    const auto stopped = model::docker::stopDaemon(fixture.document.project(), "A");
    QVERIFY(fixture.document.perform("stop", stopped.edits));
    QCOMPARE(box->checkState(), Qt::PartiallyChecked);
    QVERIFY(tests::part<QLabel>(*panel, "dockerState")->text().contains("stopped"));
    click();
    QCOMPARE(fixture.document.undoStack().undoText(), QString("Start Docker on A"));
    QCOMPARE(box->checkState(), Qt::Checked);
    QVERIFY(model::docker::isRunning(*fixture.document.network().find(std::string_view("A"))));
}

void TestInspectorPanel::kindChangesTheDrawingAlone()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    const auto before = fixture.document.reachability();
    auto *kind = tests::part<QComboBox>(*panel, "nodeKind");
    QCOMPARE(kind->currentText(), "Device");
    QTest::keyClick(kind, Qt::Key_Down);
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(fixture.document.drawing().nodes.at(tests::nodeNamed(fixture.document, "A")).kind,
             model::NodeKind::Router);
    QCOMPARE(fixture.document.reachability(), before);
}

void TestInspectorPanel::kindKeepsAFreePlace()
{
    tests::PanelFixture fixture;
    // As a command makes it: nobody has placed it, and the middle is taken.
    QVERIFY(
        fixture.document.perform("1", {model::AddNetns{"d"}, model::PlaceNode{"A", {model::NodeKind::Device, {}}}}));
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("d");
    const model::NetnsId node = tests::nodeNamed(fixture.document, "d");
    const model::Point place = model::freePlaces(fixture.document.project())[node];
    QTest::keyClick(tests::part<QComboBox>(*panel, "nodeKind"), Qt::Key_Up);
    QCOMPARE(fixture.document.drawing().nodes.at(node).position, place);
}

void TestInspectorPanel::addressIsAdded()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *list = tests::part<QListView>(*panel, "linkAddresses");
    tests::clickCell(list, list->model()->index(list->model()->rowCount() - 1, 0));
    QTest::keyClicks(tests::editorOf(list), "192.0.2.7/24");
    QTest::keyClick(tests::editorOf(list), Qt::Key_Return);
    const model::LinkPlace eth0 = tests::linkNamed(fixture.document, "A", "eth0");
    QTRY_COMPARE(fixture.document.network().find(eth0)->addresses4.size(), 2U);
}

void TestInspectorPanel::addressIsJudgedWhileTyping()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *list = tests::part<QListView>(*panel, "linkAddresses");
    tests::clickCell(list, list->model()->index(list->model()->rowCount() - 1, 0));
    auto *edit = qobject_cast<views::CheckedEdit *>(tests::editorOf(list));
    QVERIFY(edit);
    QTest::keyClicks(edit, "300.1.1.1/24");
    QCOMPARE(edit->problem(), "An address is written like 192.168.1.5/24");
    edit->selectAll();
    QTest::keyClicks(edit, "192.168.1.5/24");
    QVERIFY(!edit->problem().isEmpty());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(fixture.document.undoStack().count(), 0);
}

void TestInspectorPanel::refusalIsInSight()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    panel->resize(400, 376); // what a screen 768 high leaves
    fixture.select("A");
    auto *list = tests::part<QListView>(*panel, "linkAddresses");
    tests::clickCell(list, list->model()->index(list->model()->rowCount() - 1, 0));
    QCOMPARE(list->visibleRegion().boundingRect().height(), list->height());
    QTest::keyClicks(tests::editorOf(list), "300.1.1.1/24");
    const auto *text = tests::part<QLabel>(*panel, "messageText");
    QCOMPARE(text->text(), "An address is written like 192.168.1.5/24");
    QTRY_COMPARE(text->visibleRegion().boundingRect().height(), text->height());
    QVERIFY(!tests::editorOf(list)->visibleRegion().isEmpty());
}

void TestInspectorPanel::addressIsRemoved()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *list = tests::part<QListView>(*panel, "linkAddresses");
    tests::clickCell(list, list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    const model::LinkPlace eth0 = tests::linkNamed(fixture.document, "A", "eth0");
    QVERIFY(fixture.document.network().find(eth0)->addresses4.empty());
}

void TestInspectorPanel::interfaceIsSetDown()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *up = tests::part<QCheckBox>(*panel, "linkUp");
    QVERIFY(up->isChecked());
    QTest::mouseClick(up, Qt::LeftButton, {}, QPoint(8, up->height() / 2));
    QVERIFY(!fixture.document.network().find(tests::linkNamed(fixture.document, "A", "eth0"))->up);
    auto *table = tests::part<QTableView>(*panel, "interfacesTable");
    QCOMPARE(table->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
}

void TestInspectorPanel::mtuIsChanged()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *mtu = tests::part<views::CheckedEdit>(*panel, "linkMtu");
    mtu->selectAll();
    QTest::keyClicks(mtu, "1400");
    QTest::keyClick(mtu, Qt::Key_Return);
    QCOMPARE(fixture.document.network().find(tests::linkNamed(fixture.document, "A", "eth0"))->mtu, 1400);
    mtu->selectAll();
    QTest::keyClicks(mtu, "9999999");
    QVERIFY(!mtu->problem().isEmpty());
}

void TestInspectorPanel::delayIsChanged()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    fixture.select("A");
    auto *field = tests::part<views::CheckedEdit>(*panel, "linkQdisc");
    const auto qdisc = [&] {
        return fixture.document.network().find(tests::linkNamed(fixture.document, "A", "eth0"))->qdisc;
    };
    const auto type = [&](const char *text) {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    };
    type("delay 20ms loss 1%");
    QVERIFY(qdisc());
    QCOMPARE(std::get<model::Netem>(qdisc()->kind).delay, std::uint32_t(20'000));
    QCOMPARE(field->text(), QString("delay 20ms loss 1%"));
    QCOMPARE(fixture.document.undoStack().undoText(), QString("Delay what leaves A eth0"));
    type("delay soon");
    QVERIFY2(field->problem().contains("Illegal \"latency\""), qPrintable(field->problem()));
    QCOMPARE(std::get<model::Netem>(qdisc()->kind).delay, std::uint32_t(20'000));
    QTest::keyClick(field, Qt::Key_Escape);
    type("tbf rate 1mbit burst 2000 limit 10000");
    QCOMPARE(std::get<model::Tbf>(qdisc()->kind).burst, std::uint32_t(2000));
    QVERIFY(field->text().startsWith("tbf rate 1"));
    type("");
    QVERIFY(!qdisc());
    fixture.document.undoStack().undo();
    QVERIFY(qdisc());
}

void TestInspectorPanel::cableShowsBothEnds()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::InspectorPanel>();
    const model::LinkPlace eth0 = tests::linkNamed(fixture.document, "A", "eth0");
    fixture.selection.set({}, {eth0});
    QCOMPARE(tests::part<QLabel>(*panel, "cableEnd0")->text(), "A eth0");
    const model::LinkPlace peer = fixture.document.network().find(eth0)->veth()->peer;
    const auto *second = tests::part<QWidget>(*panel, "cableForm1");
    QTest::mouseClick(tests::part<QCheckBox>(*second, "linkUp"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!fixture.document.network().find(peer)->up);
}

NETDRAFT_TEST(TestInspectorPanel)
#include "tst_inspector_panel.moc"

#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/message_line.h"
#include "views/panels/routes_model.h"
#include "views/panels/routes_panel.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <QToolButton>

using namespace netdraft;

class TestRoutesPanel : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreTheKernelsTable();
    void typingARowAddsARoute();
    void refusalIsSaidInPlace_data();
    void refusalIsSaidInPlace();
    void kernelRoutesAreReadOnly();
    void cellIsEditedInPlace();
    void deleteRemovesARoute();
    void rowsFollowUndo();
    void gatewaysInReachAreSuggested();
    void escapeLeavesTheRowAlone();
};

namespace {

constexpr int destination = static_cast<int>(views::RouteColumn::Destination);
constexpr int via = static_cast<int>(views::RouteColumn::Via);

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

/// Types a destination into the last row, goes on with Tab and types a gateway, without Enter.
void typeRoute(QTableView *table, const QString &network, const QString &gateway)
{
    tests::clickCell(table, table->model()->index(table->model()->rowCount() - 1, destination));
    QTest::keyClicks(tests::editorOf(table), network);
    QTest::keyClick(tests::editorOf(table), Qt::Key_Tab);
    QTRY_VERIFY(tests::editorOf(table) && table->currentIndex().column() == via);
    QTest::keyClicks(tests::editorOf(table), gateway);
}

} // namespace

void TestRoutesPanel::rowsAreTheKernelsTable()
{
    tests::PanelFixture fixture;
    views::RoutesModel model(fixture.document);
    const QAbstractItemModelTester tester(&model);
    model.setNode(tests::nodeNamed(fixture.document, "A"));
    model.sync();
    QCOMPARE(column(model, destination).constFirst(), "192.168.1.0/24");
    QCOMPARE(column(model, destination).constLast(), "Add a route…");
    QVERIFY(model.isKernelMade(0));
    QVERIFY(fixture.solve());
    model.sync();
    QVERIFY(column(model, destination).contains("192.168.2.0/24"));
    QVERIFY(!model.isKernelMade(static_cast<int>(column(model, destination).indexOf("192.168.2.0/24"))));
    model.setLocalShown(true);
    QVERIFY(column(model, destination).contains("192.168.1.5/32"));
    model.setLocalShown(false);
    QVERIFY(!column(model, destination).contains("192.168.1.5/32"));
}

void TestRoutesPanel::typingARowAddsARoute()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    typeRoute(table, "192.168.2.0/24", "192.168.1.6");
    QTest::keyClick(tests::editorOf(table), Qt::Key_Return);
    QTRY_COMPARE(fixture.document.undoStack().count(), 1);
    QCOMPARE(fixture.document.history(), std::vector{tests::solution()[0]});
    QTRY_VERIFY(column(*table->model(), destination).contains("192.168.2.0/24"));
    QCOMPARE(column(*table->model(), destination).constLast(), "Add a route…");
    const QModelIndex next = table->model()->index(table->model()->rowCount() - 1, destination);
    QTRY_COMPARE(table->currentIndex(), next);
    QTRY_COMPARE(table->selectionModel()->selectedIndexes(), QModelIndexList{next});
}

void TestRoutesPanel::refusalIsSaidInPlace_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("said");

    QTest::newRow("gateway out of reach") << "192.168.2.0/24" << "203.0.113.1" << "Error: Nexthop has invalid gateway.";
    QTest::newRow("host bits") << "192.168.2.5/24" << "" << "Error: Invalid prefix for given prefix length.";
    QTest::newRow("no address") << "192.168.2.0/24" << "B" << "A gateway is an address like 192.168.1.6";
    QTest::newRow("the route is there already")
        << "192.168.1.0/24" << "192.168.1.6" << "RTNETLINK answers: File exists";
}

void TestRoutesPanel::refusalIsSaidInPlace()
{
    QFETCH(QString, network);
    QFETCH(QString, gateway);
    QFETCH(QString, said);

    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    typeRoute(table, network, gateway);
    auto *message = panel->findChild<views::MessageLine *>();
    QCOMPARE(message->problem(), said);
    QCOMPARE(message->isVisible(), !said.isEmpty());
    QTest::keyClick(tests::editorOf(table), Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(fixture.document.undoStack().count(), said.isEmpty() ? 1 : 0);
}

void TestRoutesPanel::kernelRoutesAreReadOnly()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(!tests::editorOf(table));
    tests::clickCell(table, table->model()->index(0, 0));
    QVERIFY(!tests::part<QToolButton>(*panel, "removeRoute")->isEnabled());
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(fixture.document.undoStack().count(), 0);
}

void TestRoutesPanel::cellIsEditedInPlace()
{
    tests::PanelFixture fixture;
    QVERIFY(fixture.solve(1));
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    const int row = static_cast<int>(column(*table->model(), destination).indexOf("192.168.2.0/24"));
    const QModelIndex cell = table->model()->index(row, destination);
    tests::clickCell(table, cell);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
    QVERIFY(tests::editorOf(table));
    QTest::keyClick(tests::editorOf(table), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(tests::editorOf(table), "198.51.100.0/24");
    QTest::keyClick(tests::editorOf(table), Qt::Key_Return);
    QTRY_VERIFY(column(*table->model(), destination).contains("198.51.100.0/24"));
    QVERIFY(!column(*table->model(), destination).contains("192.168.2.0/24"));
    QCOMPARE(fixture.document.undoStack().count(), 2);
}

void TestRoutesPanel::deleteRemovesARoute()
{
    tests::PanelFixture fixture;
    QVERIFY(fixture.solve(1));
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    const int row = static_cast<int>(column(*table->model(), destination).indexOf("192.168.2.0/24"));
    tests::clickCell(table, table->model()->index(row, destination));
    QTest::mouseClick(tests::part<QToolButton>(*panel, "removeRoute"), Qt::LeftButton);
    QVERIFY(!column(*table->model(), destination).contains("192.168.2.0/24"));
    fixture.document.undoStack().undo();
    QVERIFY(column(*table->model(), destination).contains("192.168.2.0/24"));
}

void TestRoutesPanel::rowsFollowUndo()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    const QStringList before = column(*table->model(), destination);
    QVERIFY(fixture.solve(1));
    QVERIFY(column(*table->model(), destination) != before);
    fixture.document.undoStack().undo();
    QCOMPARE(column(*table->model(), destination), before);
}

void TestRoutesPanel::gatewaysInReachAreSuggested()
{
    tests::PanelFixture fixture;
    views::RoutesModel model(fixture.document);
    model.setNode(tests::nodeNamed(fixture.document, "A"));
    model.sync();
    QCOMPARE(model.suggestions(model.index(model.draftRow(), via)), QStringList("192.168.1.6"));
    QVERIFY(model.suggestions(model.index(model.draftRow(), destination)).contains("192.168.2.0/24"));
}

void TestRoutesPanel::escapeLeavesTheRowAlone()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::RoutesPanel>();
    fixture.select("A");
    auto *table = tests::part<QTableView>(*panel, "routesTable");
    tests::clickCell(table, table->model()->index(table->model()->rowCount() - 1, destination));
    QTest::keyClicks(tests::editorOf(table), "bogus");
    QVERIFY(panel->findChild<views::MessageLine *>()->isVisible());
    QTest::keyClick(tests::editorOf(table), Qt::Key_Escape);
    QTRY_VERIFY(!tests::editorOf(table));
    QVERIFY(!panel->findChild<views::MessageLine *>()->isVisible());
    QCOMPARE(column(*table->model(), destination).constLast(), "Add a route…");
}

NETDRAFT_TEST(TestRoutesPanel)
#include "tst_routes_panel.moc"

#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/matrix_groups.h"
#include "views/panels/matrix_model.h"
#include "views/panels/matrix_panel.h"
#include "views/panels/message_line.h"
#include "views/panels/problems_model.h"
#include "views/panels/problems_panel.h"
#include "views/panels/summary_banner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>

using namespace netdraft;

/// The three views of the answers: the banner's sentence, the list of problems and the matrix.
class TestAnswerPanels : public QObject
{
    Q_OBJECT

private slots:
    void bannerNamesTheNextMissingThing();
    void bannerUsesItsRoom();
    void bannerMends();
    void bannerOfAnEmptyNetwork();
    void problemIsMendedByItsButton();
    void lastProblemIsMendedByItsButton();
    void problemIsWholeInANarrowPanel();
    void problemIsJumpedTo();
    void noProblemsAreSaid();
    void matrixHasNoRowForSwitches();
    void matrixCellShowsItsWay();
    void matrixGivesReasonsOnHover();
    void matrixOfManyIsAMap();
    void matrixGroupsCollapse_data();
    void matrixGroupsCollapse();
    void groupsAreWhatTheirPairsAre();
    void groupOpensByAClick();
    void hiddenPanelDoesNoWork();
};

void TestAnswerPanels::bannerNamesTheNextMissingThing()
{
    tests::PanelFixture fixture;
    const auto banner = fixture.show<views::SummaryBanner>();
    QCOMPARE(banner->text(), "A cannot reach C: A has no route to 192.168.2.0/24");
    QVERIFY(fixture.document.perform("1", tests::solution()[0]));
    QVERIFY2(banner->text().contains("B does not forward"), qPrintable(banner->text()));
    QVERIFY(fixture.document.perform("2", tests::solution()[1]));
    QVERIFY2(banner->text().contains("C has no route to 192.168.1.0/24"), qPrintable(banner->text()));
    QVERIFY(fixture.document.perform("3", tests::solution()[2]));
    QCOMPARE(banner->text(), "Every node reaches every other.");
    QVERIFY(!tests::part<QPushButton>(*banner, "mendProblem")->isVisible());
}

void TestAnswerPanels::bannerUsesItsRoom()
{
    tests::PanelFixture fixture;
    const auto banner = fixture.show<views::SummaryBanner>();
    const auto *mend = tests::part<QPushButton>(*banner, "mendProblem");
    const auto *totals = tests::part<QLabel>(*banner, "summaryTotals");
    banner->resize(1200, 40);
    QCOMPARE(mend->text(), mend->accessibleName());
    QVERIFY(totals->isVisible());
    banner->resize(600, 40);
    QVERIFY(mend->text().endsWith(u'…'));
    QVERIFY(!totals->isVisible());
    QVERIFY(mend->geometry().right() < banner->width());
}

void TestAnswerPanels::bannerMends()
{
    tests::PanelFixture fixture;
    const auto banner = fixture.show<views::SummaryBanner>();
    auto *mend = tests::part<QPushButton>(*banner, "mendProblem");
    for (int i = 0; i < 6 && mend->isVisible(); ++i)
        QTest::mouseClick(mend, Qt::LeftButton);
    QCOMPARE(banner->text(), "Every node reaches every other.");
    QCOMPARE(fixture.document.undoStack().count(), 3);
}

void TestAnswerPanels::bannerOfAnEmptyNetwork()
{
    tests::PanelFixture fixture;
    fixture.document.load(model::Project{}, QString());
    const auto banner = fixture.show<views::SummaryBanner>();
    QVERIFY(banner->text().startsWith("Draw two nodes"));
    QVERIFY(!tests::part<QPushButton>(*banner, "showProblem")->isVisible());
}

void TestAnswerPanels::problemIsMendedByItsButton()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::ProblemsPanel>();
    panel->resize(1000, 300);
    auto *table = tests::part<QTableView>(*panel, "problemsTable");
    const QModelIndex button = table->model()->index(0, views::ProblemsModel::Mend);
    QVERIFY(!button.data().toString().isEmpty());
    const QRect cell = table->visualRect(button);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 20, cell.center().y()));
    QCOMPARE(fixture.document.undoStack().count(), 1);
    QVERIFY(fixture.document.undoStack().undoText() != "");
    // The next problem takes its row, and is not what was clicked.
    QVERIFY(!fixture.shown.ping());
}

void TestAnswerPanels::lastProblemIsMendedByItsButton()
{
    tests::PanelFixture fixture;
    QVERIFY(fixture.solve(2));
    const auto panel = fixture.show<views::ProblemsPanel>();
    panel->resize(1000, 300);
    auto *table = tests::part<QTableView>(*panel, "problemsTable");
    QCOMPARE(table->model()->rowCount(), 1);
    const QRect cell = table->visualRect(table->model()->index(0, views::ProblemsModel::Mend));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 20, cell.center().y()));
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(tests::part<QLabel>(*panel, "problemsEmpty")->isVisible());
    QVERIFY(!fixture.shown.ping());
}

void TestAnswerPanels::problemIsWholeInANarrowPanel()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::ProblemsPanel>();
    auto *table = tests::part<QTableView>(*panel, "problemsTable");
    const QModelIndex text = table->model()->index(0, views::ProblemsModel::Text);
    panel->resize(1600, 300);
    QCoreApplication::processEvents();
    const int oneLine = table->rowHeight(0);
    panel->resize(420, 300);
    QTRY_VERIFY(table->rowHeight(0) > oneLine);
    const QRect words =
        table->fontMetrics().boundingRect(QRect(0, 0, table->columnWidth(views::ProblemsModel::Text) - 40, 1000),
                                          Qt::TextWordWrap, text.data().toString());
    QVERIFY(words.height() <= table->rowHeight(0));
    panel->resize(1600, 300);
    QTRY_COMPARE(table->rowHeight(0), oneLine);
}

void TestAnswerPanels::problemIsJumpedTo()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::ProblemsPanel>();
    panel->resize(1000, 300);
    auto *table = tests::part<QTableView>(*panel, "problemsTable");
    tests::clickCell(table, table->model()->index(0, views::ProblemsModel::Text));
    QCOMPARE(fixture.selection.singleNode(), fixture.document.problems().front().node);
    QVERIFY(fixture.shown.ping());
    QVERIFY(!fixture.shown.ping()->reachable);
    QCOMPARE(fixture.document.undoStack().count(), 0);
}

void TestAnswerPanels::noProblemsAreSaid()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::ProblemsPanel>();
    QVERIFY(!tests::part<QLabel>(*panel, "problemsEmpty")->isVisible());
    QVERIFY(fixture.solve());
    QVERIFY(tests::part<QLabel>(*panel, "problemsEmpty")->isVisible());
    QVERIFY(!tests::part<QTableView>(*panel, "problemsTable")->isVisible());
}

void TestAnswerPanels::matrixHasNoRowForSwitches()
{
    tests::PanelFixture fixture;
    views::MatrixModel model(fixture.document);
    const QAbstractItemModelTester tester(&model);
    model.sync();
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    QCOMPARE(rows, QStringList({"A", "B", "C"}));
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "A\n192.168.1.5");
    QVERIFY(fixture.solve());
    model.sync();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(model.index(row, column).data().toString() != "✗");
    }
}

void TestAnswerPanels::matrixCellShowsItsWay()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::MatrixPanel>();
    panel->resize(800, 300);
    auto *table = tests::part<QTableView>(*panel, "matrixTable");
    const QModelIndex cell = table->model()->index(0, 3);
    QCOMPARE(cell.data().toString(), "✗");
    tests::clickCell(table, cell);
    QVERIFY(fixture.shown.ping());
    QCOMPARE(fixture.shown.ping()->from, tests::nodeNamed(fixture.document, "A"));
    QCOMPARE(fixture.shown.ping()->to.toString(), std::string("192.168.2.5"));
    QVERIFY(tests::part<QLabel>(*panel, "matrixReason")->text().contains("A has no route to 192.168.2.0/24"));
}

void TestAnswerPanels::matrixGivesReasonsOnHover()
{
    tests::PanelFixture fixture;
    views::MatrixModel model(fixture.document);
    model.sync();
    const QString reason = model.index(0, 3).data(Qt::ToolTipRole).toString();
    QVERIFY2(reason.contains("A → C (192.168.2.5)"), qPrintable(reason));
    QVERIFY2(reason.contains("A has no route to 192.168.2.0/24"), qPrintable(reason));
}

void TestAnswerPanels::matrixOfManyIsAMap()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::MatrixPanel>();
    auto *table = tests::part<QTableView>(*panel, "matrixTable");
    QCOMPARE(panel->zoomStep(), 0);
    fixture.document.load({}, {});
    const std::array numbers{20, 3};
    QVERIFY(fixture.document.perform("campus", model::shapeNamed("campus")->make(numbers)));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document.isAnswering() && table->model()->columnCount() > 100, 60'000);
    // All columns can be seen, too small to be named.
    QVERIFY(panel->zoomStep() > 0);
    QVERIFY(table->model()->columnCount() * table->columnWidth(0) <= table->viewport()->width() ||
            table->columnWidth(0) == 4);
    QVERIFY(table->horizontalHeader()->isHidden());
    // Dark is no, light is yes.
    QVERIFY(fixture.document.perform("down", {model::SetLinkUp{{"h0-0", "eth0"}, false}}));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document.isAnswering(), 60'000);
    const auto middleOf = [&](const char *node) {
        int row = 0;
        while (table->model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString() != node)
            ++row;
        const QRect cell = table->visualRect(table->model()->index(row, 0));
        return table->viewport()->grab().toImage().pixelColor(cell.center());
    };
    table->verticalScrollBar()->setValue(0);
    QTRY_COMPARE_WITH_TIMEOUT(middleOf("h0-0"), views::currentTheme().bad, 60'000);
    QCOMPARE(middleOf("dist0"), views::currentTheme().okFill);
    // The wheel makes the cells larger, till they have their names.
    const auto roll = [&](int angle) {
        QWheelEvent wheel(QPointF(20, 20), table->viewport()->mapToGlobal(QPointF(20, 20)), {}, {0, angle},
                          Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(table->viewport(), &wheel);
    };
    for (int i = 0; i < 10; ++i)
        roll(120);
    QCOMPARE(panel->zoomStep(), 0);
    QVERIFY(!table->horizontalHeader()->isHidden());
    QVERIFY(!tests::part<QToolButton>(*panel, "matrixLarger")->isEnabled());
    tests::part<QToolButton>(*panel, "matrixSmaller")->click();
    QCOMPARE(panel->zoomStep(), 1);
    QVERIFY(!table->verticalHeader()->isHidden());
    roll(-120);
    QCOMPARE(panel->zoomStep(), 2);
    QVERIFY(table->verticalHeader()->isHidden());
}

void TestAnswerPanels::matrixGroupsCollapse_data()
{
    QTest::addColumn<int>("grouping");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("columns");
    // B has an address in each of the two subnets.
    QTest::newRow("by subnet") << int(views::MatrixGrouping::Subnet)
                               << QStringList{"▸ 192.168.1.0/24\u00a0", "▸ 192.168.2.0/24\u00a0"}
                               << QStringList{"▸ 192.168.1.0/24\n(2)", "▸ 192.168.2.0/24\n(2)"};
    QTest::newRow("by machine") << int(views::MatrixGrouping::Machine)
                                << QStringList{"▸ sw1\u00a0", "▸ B\u00a0", "▸ sw2\u00a0"}
                                << QStringList{"▸ sw1\n(1)", "▸ B\n(2)", "▸ sw2\n(1)"};
    QTest::newRow("by kind") << int(views::MatrixGrouping::Kind) << QStringList{"▸ Device\u00a0", "▸ Router\u00a0"}
                             << QStringList{"▸ Device\n(2)", "▸ Router\n(2)"};
}

void TestAnswerPanels::matrixGroupsCollapse()
{
    QFETCH(const int, grouping);
    QFETCH(const QStringList, rows);
    QFETCH(const QStringList, columns);
    tests::PanelFixture fixture;
    views::MatrixModel model(fixture.document);
    const QAbstractItemModelTester tester(&model);
    model.sync();
    model.setGrouping(static_cast<views::MatrixGrouping>(grouping));
    const auto labels = [&](Qt::Orientation orientation, int count) {
        QStringList list;
        for (int section = 0; section < count; ++section)
            list << model.headerData(section, orientation, Qt::DisplayRole).toString();
        return list;
    };
    QCOMPARE(labels(Qt::Vertical, model.rowCount()), rows);
    QCOMPARE(labels(Qt::Horizontal, model.columnCount()), columns);
    model.openAll(true);
    QCOMPARE(model.rowCount(), rows.size() + 3);
    QCOMPARE(model.columnCount(), columns.size() + 4);
    model.openAll(false);
    QCOMPARE(model.rowCount(), rows.size());
}

/// On every cell of the groups: as many pairs as their members have, and as many of them reachable.
void TestAnswerPanels::groupsAreWhatTheirPairsAre()
{
    tests::PanelFixture fixture;
    fixture.document.load({}, {});
    const std::array numbers{6, 3};
    QVERIFY(fixture.document.perform("campus", model::shapeNamed("campus")->make(numbers)));
    QVERIFY(fixture.document.perform("down", {model::SetLinkUp{{"h0-0", "eth0"}, false}}));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document.isAnswering(), 60'000);
    const auto all = fixture.document.reachability();
    int mixed = 0;
    for (const auto grouping :
         {views::MatrixGrouping::Subnet, views::MatrixGrouping::Machine, views::MatrixGrouping::Kind}) {
        const views::MatrixGroups groups = views::groupMatrix(fixture.document, *all, grouping);
        const auto membersOf = [](const std::vector<std::size_t> &groupOf, std::size_t group) {
            std::vector<std::size_t> members;
            for (std::size_t i = 0; i < groupOf.size(); ++i) {
                if (groupOf[i] == group)
                    members.push_back(i);
            }
            return members;
        };
        for (std::size_t row = 0; row < static_cast<std::size_t>(groups.names.size()); ++row) {
            for (std::size_t column = 0; column < static_cast<std::size_t>(groups.names.size()); ++column) {
                const auto from = membersOf(groups.ofNode, row);
                const auto to = membersOf(groups.ofTarget, column);
                std::size_t pairs = 0;
                std::size_t reachable = 0;
                for (const std::size_t node : from) {
                    for (const std::size_t target : to) {
                        if (all->nodes()[node] == all->targets()[target].node)
                            continue;
                        ++pairs;
                        reachable += all->answer(node, target).reachable ? 1 : 0;
                    }
                }
                const model::Reachability::Part part = all->part(from, to);
                QCOMPARE(part.pairs, pairs);
                QCOMPARE(part.reachable, reachable);
                if (pairs == 0)
                    continue;
                QCOMPARE(all->answer(part.from, part.to).reachable, reachable == pairs);
                mixed += reachable > 0 && reachable < pairs ? 1 : 0;
            }
        }
    }
    QVERIFY(mixed > 10);
}

void TestAnswerPanels::groupOpensByAClick()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::MatrixPanel>();
    panel->resize(800, 400);
    auto *table = tests::part<QTableView>(*panel, "matrixTable");
    auto *grouping = tests::part<QComboBox>(*panel, "matrixGrouping");
    auto *openAll = tests::part<QToolButton>(*panel, "matrixOpenAll");
    QVERIFY(!openAll->isVisible());
    // With the keyboard: the choice after the first.
    grouping->setFocus();
    QTest::keyClick(grouping, Qt::Key_Down);
    QVERIFY(openAll->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    // A, which reaches B's nearer address, and B, whose own do not count, in one.
    QCOMPARE(table->model()->index(0, 0).data().toString(), "✓");
    QCOMPARE(table->model()->index(0, 1).data().toString(), "1/3");
    const QString tip = table->model()->index(0, 1).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith("192.168.1.0/24 → 192.168.2.0/24: 1 of 3 pairs reachable\n"), qPrintable(tip));
    QVERIFY2(tip.contains("A has no route to 192.168.2.0/24"), qPrintable(tip));
    // Their names are not cut off.
    const QHeaderView *header = table->horizontalHeader();
    QFont bold = header->font();
    bold.setBold(true);
    QVERIFY(header->sectionSize(0) > QFontMetrics(bold).horizontalAdvance("▸ 192.168.1.0/24"));
    QHeaderView *rows = table->verticalHeader();
    QCoreApplication::processEvents();
    const auto clickRow = [&](int row) {
        const QPoint place(rows->width() / 2, rows->sectionViewportPosition(row) + rows->sectionSize(row) / 2);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, place);
    };
    clickRow(0);
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->model()->headerData(0, Qt::Vertical).toString(), "▾ 192.168.1.0/24\u00a0");
    QCOMPARE(table->model()->headerData(1, Qt::Vertical).toString(), "A");
    // It stays open when answers come.
    QVERIFY(fixture.solve());
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->model()->index(0, 1).data().toString(), "✓");
    clickRow(0);
    QCOMPARE(table->model()->rowCount(), 2);
    // With the keyboard: the row's group, then the column's; and one reads of the cell where one comes.
    table->setCurrentIndex(table->model()->index(0, 1));
    const auto *reason = tests::part<QLabel>(*panel, "matrixReason");
    QVERIFY2(reason->text().startsWith("192.168.1.0/24 → 192.168.2.0/24: "), qPrintable(reason->text()));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->currentIndex(), table->model()->index(0, 1));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->model()->rowCount(), 2);
    const int columns = table->model()->columnCount();
    QTest::keyClick(table, Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(table->model()->columnCount() > columns);
    QTest::keyClick(table, Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(table->model()->columnCount(), columns);
    openAll->click();
    QCOMPARE(table->model()->rowCount(), 5);
    // A click on a group's cell draws the way that shows best what is wrong.
    QVERIFY(fixture.document.perform("down", {model::SetLinkUp{{"A", "eth0"}, false}}));
    openAll->click();
    tests::clickCell(table, table->model()->index(0, 1));
    QVERIFY(fixture.shown.ping());
    QVERIFY(!fixture.shown.ping()->reachable);
}

void TestAnswerPanels::hiddenPanelDoesNoWork()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::MatrixPanel>();
    auto *table = tests::part<QTableView>(*panel, "matrixTable");
    panel->hide();
    QVERIFY(fixture.solve());
    QCOMPARE(table->model()->index(0, 3).data().toString(), "✗");
    panel->show();
    QCOMPARE(table->model()->index(0, 3).data().toString(), "✓");
}

NETDRAFT_TEST(TestAnswerPanels)
#include "tst_answer_panels.moc"

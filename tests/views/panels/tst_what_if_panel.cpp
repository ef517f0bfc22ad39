#include "tests/registered.h"
#include "tests/views/enough.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/canvas/network_view.h"
#include "views/panels/what_if_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>

using namespace netdraft;
using tests::PanelFixture;

/// The list of what breaks when one thing fails.
class TestWhatIfPanel : public QObject
{
    Q_OBJECT

private slots:
    void listsWhileItIsSeen();
    void aClickSelects();
    void saysThatThereIsNothing();
};

namespace {

QStringList columnOf(const QTableView &table, int column)
{
    QStringList words;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        words += table.model()->index(row, column).data().toString();
    return words;
}

QTableView *tableOf(QWidget &panel)
{
    return panel.findChild<QTableView *>("whatIfTable");
}

} // namespace

void TestWhatIfPanel::listsWhileItIsSeen()
{
    PanelFixture fixture;
    QVERIFY(fixture.solve());
    auto panel = fixture.show<views::WhatIfPanel>();
    panel->setSeen(true);
    QTableView *table = tableOf(*panel);
    QVERIFY(fixture.weak.isWanted());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.weak.isWorking() && table->model()->rowCount() > 0, tests::enough);
    const QStringList what = columnOf(*table, 0);
    QVERIFY2(what.contains("B"), qPrintable(what.join('|')));
    QVERIFY2(what.filter("Cable from").size() == 4, qPrintable(what.join('|')));
    QVERIFY(columnOf(*table, 2).filter("cuts off A").size() == 1);
    // Without forwarding B is needed by nobody but itself.
    fixture.document.undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.weak.isWorking() && !columnOf(*table, 0).contains("B"), tests::enough);
    panel->setSeen(false);
    QVERIFY(!fixture.weak.isWanted());
    QVERIFY(fixture.weak.failures().empty());
}

void TestWhatIfPanel::aClickSelects()
{
    PanelFixture fixture;
    QVERIFY(fixture.solve());
    auto panel = fixture.show<views::WhatIfPanel>();
    panel->setSeen(true);
    QTableView *table = tableOf(*panel);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.weak.isWorking() && table->model()->rowCount() > 0, tests::enough);
    const auto click = [&](int row) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
    };
    const QStringList what = columnOf(*table, 0);
    click(static_cast<int>(what.indexOf("B")));
    QCOMPARE(fixture.selection.singleNode(), tests::nodeNamed(fixture.document, "B"));
    click(static_cast<int>(what.indexOf(QRegularExpression("Cable from .*"))));
    QVERIFY(fixture.selection.singleLink().link);
}

void TestWhatIfPanel::saysThatThereIsNothing()
{
    PanelFixture fixture;
    fixture.document.load({}, {});
    auto panel = fixture.show<views::WhatIfPanel>();
    panel->setSeen(true);
    const auto *words = panel->findChild<QLabel *>("whatIfWords");
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.weak.isWorking(), tests::enough);
    QTRY_COMPARE(words->text(), "Nobody reaches anybody yet, so nothing can break.");
    QVERIFY(words->isVisible());
    QVERIFY(!tableOf(*panel)->isVisible());
}

NETDRAFT_TEST(TestWhatIfPanel)
#include "tst_what_if_panel.moc"

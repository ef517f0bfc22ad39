#include "tests/registered.h"
#include "views/panels/column_fit.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QtTest>

#include <numeric>

using namespace netdraft::views;

/// Columns that share the width of a table.
class TestColumnFit : public QObject
{
    Q_OBJECT

private slots:
    void widths_data();
    void widths();
    void followsWhatStandsThere();
    void leavesWhatWasDragged();
};

namespace {

using Widths = std::vector<int>;

QStandardItemModel *modelOf(QObject *parent, const QStringList &row)
{
    auto *model = new QStandardItemModel(1, static_cast<int>(row.size()), parent);
    model->setHorizontalHeaderLabels(QStringList(row.size(), "A"));
    for (int column = 0; column < row.size(); ++column)
        model->setItem(0, column, new QStandardItem(row[column]));
    return model;
}

} // namespace

void TestColumnFit::widths_data()
{
    QTest::addColumn<std::vector<ColumnWish>>("wishes");
    QTest::addColumn<int>("room");
    QTest::addColumn<Widths>("expected");
    QTest::newRow("what is left over goes to the last")
        << std::vector<ColumnWish>{{50, 20}, {60, 20}} << 200 << Widths{50, 150};
    QTest::newRow("exactly enough") << std::vector<ColumnWish>{{50, 20}, {60, 20}} << 110 << Widths{50, 60};
    QTest::newRow("the widest gives way") << std::vector<ColumnWish>{{50, 20}, {300, 20}} << 150 << Widths{50, 100};
    QTest::newRow("the two widest alike")
        << std::vector<ColumnWish>{{300, 20}, {50, 20}, {400, 20}} << 250 << Widths{100, 50, 100};
    QTest::newRow("not below what it needs")
        << std::vector<ColumnWish>{{300, 120}, {300, 20}} << 200 << Widths{120, 80};
    QTest::newRow("not even the least fits")
        << std::vector<ColumnWish>{{300, 120}, {300, 90}} << 100 << Widths{120, 90};
    QTest::newRow("nothing") << std::vector<ColumnWish>{} << 100 << Widths{};
}

void TestColumnFit::widths()
{
    QFETCH(const std::vector<ColumnWish>, wishes);
    QFETCH(const int, room);
    QFETCH(const Widths, expected);
    QCOMPARE(columnWidths(wishes, room, wishes.empty() ? 0 : wishes.size() - 1), expected);
}

void TestColumnFit::followsWhatStandsThere()
{
    QTableView table;
    QStandardItemModel *model = modelOf(&table, {"short", "short"});
    table.setModel(model);
    new ColumnFit(&table, 1);
    table.resize(400, 100);
    table.show();
    QTRY_VERIFY(table.columnWidth(1) > table.columnWidth(0) * 2);
    QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
    model->item(0, 0)->setText("what needs rather more than that");
    const int needed = table.fontMetrics().horizontalAdvance(model->item(0, 0)->text());
    QTRY_VERIFY(table.columnWidth(0) > needed);
    table.resize(needed + 40, 100);
    QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
}

void TestColumnFit::leavesWhatWasDragged()
{
    QTableView table;
    QStandardItemModel *model = modelOf(&table, {"short", "short"});
    table.setModel(model);
    new ColumnFit(&table, 1);
    table.resize(400, 100);
    table.show();
    QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
    QWidget *header = table.horizontalHeader()->viewport();
    const QPoint edge(table.columnWidth(0) - 1, header->height() / 2);
    QTest::mousePress(header, Qt::LeftButton, {}, edge);
    QTest::mouseMove(header, edge + QPoint(60, 0));
    QTest::mouseRelease(header, Qt::LeftButton, {}, edge + QPoint(60, 0));
    const int dragged = table.columnWidth(0);
    QVERIFY(dragged > edge.x() + 40);
    model->item(0, 0)->setText("what needs rather more than that");
    QCoreApplication::processEvents();
    QCOMPARE(table.columnWidth(0), dragged);
}

NETDRAFT_TEST(TestColumnFit)
#include "tst_column_fit.moc"

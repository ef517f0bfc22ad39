#include "tests/registered.h"
#include "views/dialogs/quick_list.h"
#include "views/style/icon.h"

#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

using namespace netdraft;

class TestQuickList : public QObject
{
    Q_OBJECT

private slots:
    void findRank_data();
    void findRank();
    void rowsAreSeenWhole();
    void promptIsSeenWhole();
};

void TestQuickList::findRank_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");

    QTest::newRow("whole before start") << "host" << "host" << "Hosts File";
    QTest::newRow("start before middle") << "save" << "Save As" << "Unsaved";
    QTest::newRow("word start before inside") << "gate" << "Default Gateway" << "Propagate";
    QTest::newRow("together before scattered") << "zo" << "Zoom In" << "Fuzzy Object";
    QTest::newRow("scattered before none") << "rl" << "Reset Layout" << "";
}

void TestQuickList::findRank()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);

    QVERIFY(views::findRank(typed, better) >= 0);
    if (worse.isEmpty())
        QCOMPARE(views::findRank(typed, "Undo"), -1);
    else
        QVERIFY(views::findRank(typed, better) < views::findRank(typed, worse));
}

/// However many there are, and words begin at one line whether they have an icon or not.
void TestQuickList::rowsAreSeenWhole()
{
    QWidget window;
    window.resize(900, 700);
    std::vector<views::QuickEntry> entries;
    for (int i = 0; i < 40; ++i)
        entries.push_back({QString("Entry %1").arg(i), {}, i % 2 == 0 ? views::icon("save") : QIcon(), [] {}});
    auto *list = new views::QuickList("Which one?", entries, &window);
    list->show();
    const auto *rows = list->findChild<QListWidget *>("quickEntries");
    QTRY_VERIFY(rows->viewport()->height() > 100);
    QTRY_COMPARE(rows->viewport()->height() % rows->sizeHintForRow(0), 0);
    for (int i = 0; i < 40; ++i)
        QVERIFY(!rows->item(i)->icon().isNull());
}

void TestQuickList::promptIsSeenWhole()
{
    QWidget window;
    window.resize(900, 700);
    const QString prompt = "A node, a note, a box, an arrow or something else with a longer name";
    auto *list = new views::QuickList(prompt, {{"Device", {}, {}, [] {}}}, &window);
    list->standAt({100, 100});
    list->show();
    const auto *line = list->findChild<QLineEdit *>("quickLine");
    QTRY_VERIFY(line->width() > line->fontMetrics().horizontalAdvance(prompt));
}

NETDRAFT_TEST(TestQuickList)
#include "tst_quick_list.moc"

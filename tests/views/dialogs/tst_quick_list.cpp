#include "tests/registered.h"
#include "views/dialogs/quick_list.h"

#include <QtTest>

using namespace netdraft;

class TestQuickList : public QObject
{
    Q_OBJECT

private slots:
    void findRank_data();
    void findRank();
};

void TestQuickList::findRank_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");

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

NETDRAFT_TEST(TestQuickList)
#include "tst_quick_list.moc"

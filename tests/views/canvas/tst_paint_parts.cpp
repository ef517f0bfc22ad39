#include "tests/registered.h"
#include "views/canvas/paint_parts.h"

#include <QRegion>
#include <QtTest>

using namespace netdraft;

class TestPaintParts : public QObject
{
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void holdTheRegionApart();
};

void TestPaintParts::parts_data()
{
    QTest::addColumn<QRegion>("region");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("nothing") << QRegion() << qsizetype(0);
    QTest::newRow("one rectangle") << QRegion(0, 0, 1000, 800) << qsizetype(1);
    QTest::newRow("strips after scrolling aslant") << QRegion(0, 0, 1000, 6) + QRegion(0, 6, 11, 794) << qsizetype(2);
    QTest::newRow("a strip that something cuts into pieces")
        << QRegion(0, 0, 12, 400) + QRegion(0, 402, 12, 300) << qsizetype(1);
    QTest::newRow("spots far from each other") << QRegion(0, 0, 50, 50) + QRegion(800, 700, 50, 50) << qsizetype(2);
    QRegion many;
    for (int i = 0; i < 60; ++i)
        many += QRect(i * 30, i * 30, 2, 2);
    QTest::newRow("many spots") << many << qsizetype(1);
}

void TestPaintParts::parts()
{
    QFETCH(QRegion, region);
    QFETCH(qsizetype, count);
    QCOMPARE(views::paintParts(region).size(), count);
}

void TestPaintParts::holdTheRegionApart()
{
    QRegion region;
    for (int i = 0; i < 12; ++i)
        region += QRect(i * 170 % 900, i * 230 % 700, 40 + i * 9, 90 - i * 5);
    const QList<QRect> parts = views::paintParts(region);
    QRegion covered;
    for (const QRect &part : parts) {
        QVERIFY(!covered.intersects(part));
        covered += part;
    }
    QVERIFY(region.subtracted(covered).isEmpty());
}

NETDRAFT_TEST(TestPaintParts)
#include "tst_paint_parts.moc"

#include "tests/registered.h"
#include "views/canvas/cable_geometry.h"

#include <QtTest>

using namespace netdraft::views;

class TestCableGeometry : public QObject
{
    Q_OBJECT

private slots:
    void leavesTileAtBorder_data();
    void leavesTileAtBorder();
    void lanesFanOut();
    void reversedIsSameCourse();
    void loopReturns();
    void touchesRectangle_data();
    void touchesRectangle();
    void sameplaceIsHarmless();
};

void TestCableGeometry::leavesTileAtBorder_data()
{
    QTest::addColumn<QPointF>("towards");
    QTest::addColumn<QPointF>("expected");
    QTest::newRow("right") << QPointF(200, 0) << QPointF(24, 0);
    QTest::newRow("up") << QPointF(0, -200) << QPointF(0, -24);
    QTest::newRow("corner") << QPointF(200, 200) << QPointF(24, 24);
    QTest::newRow("steep") << QPointF(100, 200) << QPointF(12, 24);
    QTest::newRow("nearer than the border") << QPointF(20, 0) << QPointF(10, 0);
    QTest::newRow("itself") << QPointF(0, 0) << QPointF(0, 0);
}

void TestCableGeometry::leavesTileAtBorder()
{
    QFETCH(QPointF, towards);
    QTEST(tileBorder({0, 0}, towards), "expected");
}

void TestCableGeometry::lanesFanOut()
{
    const auto middle = [](int lane, int lanes) {
        const CableCourse course = CableCourse::between({0, 0}, {200, 0}, lane, lanes);
        return course.at(0, course.length() / 2);
    };
    QCOMPARE(middle(0, 1), QPointF(100, 0));
    QCOMPARE(middle(1, 3), QPointF(100, 0));
    QVERIFY(middle(0, 3).y() < -15);
    QVERIFY(middle(2, 3).y() > 15);
    QCOMPARE(middle(0, 2).y(), -middle(1, 2).y());
    QVERIFY(std::abs(middle(0, 2).y() - middle(1, 2).y()) > 15);
}

void TestCableGeometry::reversedIsSameCourse()
{
    const CableCourse course = CableCourse::between({0, 0}, {200, 50}, 0, 2);
    const CableCourse back = course.reversed();
    QCOMPARE(back.length(), course.length());
    QCOMPARE(back.at(0, 20), course.at(1, 20));
    QCOMPARE(back.direction(1, 5), course.direction(0, 5));
}

void TestCableGeometry::loopReturns()
{
    const CableCourse course = CableCourse::loop({10, 10}, 0);
    QVERIFY(course.length() > 80);
    QVERIFY(course.at(0, course.length() / 2).x() < 10 - tileHalf);
    QVERIFY(CableCourse::loop({10, 10}, 1).length() > course.length());
}

void TestCableGeometry::touchesRectangle_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<bool>("expected");
    QTest::newRow("through") << QPointF(-50, 5) << QPointF(50, 5) << true;
    QTest::newRow("inside") << QPointF(2, 2) << QPointF(8, 8) << true;
    QTest::newRow("ends in it") << QPointF(-50, 5) << QPointF(5, 5) << true;
    QTest::newRow("passes by") << QPointF(-50, 15) << QPointF(50, 15) << false;
    QTest::newRow("ends before it") << QPointF(-50, 5) << QPointF(-5, 5) << false;
    QTest::newRow("past its corner") << QPointF(-5, 8) << QPointF(5, 18) << false;
    QTest::newRow("upright, beside") << QPointF(-1, -50) << QPointF(-1, 50) << false;
}

void TestCableGeometry::touchesRectangle()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    QTEST(touches(from, to, QRectF(0, 0, 10, 10)), "expected");
    QTEST(touches(to, from, QRectF(0, 0, 10, 10)), "expected");
}

void TestCableGeometry::sameplaceIsHarmless()
{
    const CableCourse course = CableCourse::between({5, 5}, {5, 5}, 0, 2);
    QVERIFY(qIsFinite(course.length()));
    QVERIFY(qIsFinite(course.at(1, 10).x()));
    QVERIFY(CableCourse().bounds().isNull());
    QCOMPARE(CableCourse().at(0, 3), QPointF());
}

NETDRAFT_TEST(TestCableGeometry)
#include "tst_cable_geometry.moc"

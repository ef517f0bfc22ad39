#include "tests/registered.h"
#include "views/canvas/pixels.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QtTest>

using namespace netdraft;
using views::Pixels;

namespace {

constexpr QRgb white = 0xffffffff;
constexpr QRgb red = 0xffff0000;

/// What a painter at this zoom shows of what is added over all of a small picture.
template <typename Add>
QImage shown(double zoom, Add add)
{
    QImage image(100, 60, QImage::Format_RGB32);
    image.fill(white);
    QPainter painter(&image);
    painter.scale(zoom, zoom);
    Pixels pixels(painter, QRectF(0, 0, 100 / zoom, 60 / zoom));
    add(pixels);
    pixels.drawOn(painter);
    return image;
}

} // namespace

class TestPixels : public QObject
{
    Q_OBJECT

private slots:
    void line_data();
    void line();
    void spotIsSeenFromFarAway();
    void whatLiesOutsideIsLeftAway();
};

void TestPixels::line_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<QPoint>("on");
    QTest::addColumn<QPoint>("beside");
    QTest::newRow("flat") << QPointF(10, 20) << QPointF(90, 20) << QPoint(50, 20) << QPoint(50, 22);
    QTest::newRow("upright") << QPointF(30, 5) << QPointF(30, 55) << QPoint(30, 40) << QPoint(32, 40);
    QTest::newRow("aslant") << QPointF(10, 10) << QPointF(50, 50) << QPoint(30, 30) << QPoint(30, 33);
    QTest::newRow("backwards") << QPointF(50, 50) << QPointF(10, 10) << QPoint(30, 30) << QPoint(33, 30);
    QTest::newRow("through all of it") << QPointF(-1000, 30) << QPointF(1000, 30) << QPoint(99, 30) << QPoint(99, 32);
}

void TestPixels::line()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    QFETCH(QPoint, on);
    QFETCH(QPoint, beside);
    for (const double zoom : {1.0, 0.1}) {
        const QImage image = shown(zoom, [&](Pixels &pixels) { pixels.addLine(from / zoom, to / zoom, red); });
        QCOMPARE(image.pixel(on), red);
        QCOMPARE(image.pixel(beside), white);
    }
}

void TestPixels::spotIsSeenFromFarAway()
{
    const QImage image = shown(0.01, [](Pixels &pixels) { pixels.addSpot(QRectF(4000, 2000, 10, 10), red); });
    QCOMPARE(image.pixel(40, 20), red);
    QCOMPARE(image.pixel(42, 20), white);
}

void TestPixels::whatLiesOutsideIsLeftAway()
{
    QRandomGenerator random(1);
    const auto anywhere = [&] { return QPointF(random.bounded(3000.0) - 1500, random.bounded(3000.0) - 1500); };
    // Sanitizers tell where one of them is set outside of the picture.
    const QImage image = shown(1, [&](Pixels &pixels) {
        for (int i = 0; i < 20000; ++i)
            pixels.addLine(anywhere(), anywhere(), red);
        pixels.addSpot(QRectF(-50, -50, 20, 20), red);
        pixels.addSpot(QRectF(200, 10, 20, 20), red);
        pixels.addSpot(QRectF(90, 50, 200, 200), red);
    });
    QCOMPARE(image.pixel(99, 59), red);
    const QImage none = shown(1, [](Pixels &pixels) {
        pixels.addLine({-10, -10}, {-10, 100}, red);
        pixels.addLine({150, 0}, {300, 90}, red);
        pixels.addLine({-30, 20}, {20, -30}, red);
        pixels.addSpot(QRectF(101, 0, 5, 5), red);
    });
    QCOMPARE(none, shown(1, [](const Pixels &) {}));
}

NETDRAFT_TEST(TestPixels)
#include "tst_pixels.moc"

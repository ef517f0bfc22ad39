#include "tests/registered.h"
#include "views/style/scroll_bar.h"
#include "views/style/theme.h"

#include <QScrollBar>
#include <QtTest>

using namespace netdraft::views;

/// Scroll bars as people see and hold them.
class TestScrollBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void handleIsAsLongAsWhatIsSeen_data();
    void handleIsAsLongAsWhatIsSeen();
    void handleIsDragged_data();
    void handleIsDragged();
    void besideTheHandleGoesAPage();
};

namespace {

/// A bar of 400 pixels over 0 to 300 with pages of 100.
struct Bar : QScrollBar {
    explicit Bar(Qt::Orientation orientation) : QScrollBar(orientation)
    {
        setRange(0, 300);
        setPageStep(100);
        setSingleStep(10);
        const bool flat = orientation == Qt::Horizontal;
        resize(flat ? QSize(400, sizeHint().height()) : QSize(sizeHint().width(), 400));
        show();
    }

    /// From its first pixel to its last where the handle's colour is.
    std::pair<int, int> handle()
    {
        const QImage image = grab().toImage();
        const bool flat = orientation() == Qt::Horizontal;
        const QColor track = themeOf(palette()).window;
        std::pair<int, int> found(-1, -1);
        for (int at = 0; at < 400; ++at) {
            const QColor here = flat ? image.pixelColor(at, height() / 2) : image.pixelColor(width() / 2, at);
            if (here.rgb() == track.rgb())
                continue;
            if (found.first < 0)
                found.first = at;
            found.second = at;
        }
        return found;
    }
};

} // namespace

void TestScrollBar::init()
{
    setAppearance(Appearance::Light);
}

void TestScrollBar::handleIsAsLongAsWhatIsSeen_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("from");
    QTest::newRow("at the top") << 0 << 0;
    QTest::newRow("in the middle") << 150 << 150;
    QTest::newRow("at the end") << 300 << 300;
}

void TestScrollBar::handleIsAsLongAsWhatIsSeen()
{
    QFETCH(const int, value);
    QFETCH(const int, from);
    for (const Qt::Orientation orientation : {Qt::Vertical, Qt::Horizontal}) {
        Bar bar(orientation);
        bar.setValue(value);
        const auto [first, last] = bar.handle();
        QVERIFY2(std::abs(first - from) <= 4, qPrintable(QString::number(first)));
        QVERIFY2(std::abs(last - (from + 100)) <= 4, qPrintable(QString::number(last)));
    }
}

void TestScrollBar::handleIsDragged_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("grip");
    QTest::addColumn<int>("target");
    QTest::newRow("left to right") << Qt::LeftToRight << 50 << 200;
    QTest::newRow("right to left") << Qt::RightToLeft << 350 << 200;
}

void TestScrollBar::handleIsDragged()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const int, grip);
    QFETCH(const int, target);
    Bar bar(Qt::Horizontal);
    bar.setLayoutDirection(direction);
    const int middle = bar.height() / 2;
    QTest::mousePress(&bar, Qt::LeftButton, {}, {grip, middle});
    QTest::mouseMove(&bar, {target, middle});
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, {target, middle});
    QCOMPARE(bar.value(), 150);
}

void TestScrollBar::besideTheHandleGoesAPage()
{
    Bar bar(Qt::Vertical);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {bar.width() / 2, 390});
    QCOMPARE(bar.value(), 100);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {bar.width() / 2, 10});
    QCOMPARE(bar.value(), 0);
}

NETDRAFT_TEST(TestScrollBar)
#include "tst_scroll_bar.moc"

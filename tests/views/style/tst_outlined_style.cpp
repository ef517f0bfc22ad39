#include "tests/registered.h"
#include "views/style/theme.h"

#include <QTabBar>
#include <QtTest>

using namespace netdraft::views;

/// What the style paints otherwise than Fusion.
class TestOutlinedStyle : public QObject
{
    Q_OBJECT

private slots:
    void tabInFrontIsMarked_data();
    void tabInFrontIsMarked();
};

void TestOutlinedStyle::tabInFrontIsMarked_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestOutlinedStyle::tabInFrontIsMarked()
{
    QFETCH(const bool, dark);
    const Theme &theme = dark ? darkTheme() : lightTheme();
    setAppearance(dark ? Appearance::Dark : Appearance::Light);
    QTabBar bar;
    bar.addTab("Problems");
    bar.addTab("Tables");
    bar.resize(bar.sizeHint());
    bar.show();
    for (const int front : {0, 1}) {
        bar.setCurrentIndex(front);
        const QImage image = bar.grab().toImage();
        for (const int tab : {0, 1}) {
            const QPoint above(bar.tabRect(tab).center().x(), bar.tabRect(tab).top());
            QCOMPARE(image.pixelColor(above) == theme.accent, tab == front);
        }
    }
}

NETDRAFT_TEST(TestOutlinedStyle)
#include "tst_outlined_style.moc"

#include "tests/registered.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QSvgRenderer>
#include <QtTest>

using namespace netdraft;
using namespace netdraft::views;

namespace {

bool has(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor found = image.pixelColor(x, y);
            if (found.alpha() > 250 && std::abs(found.red() - colour.red()) < 8 &&
                std::abs(found.green() - colour.green()) < 8 && std::abs(found.blue() - colour.blue()) < 8)
                return true;
        }
    }
    return false;
}

} // namespace

class TestIcon : public QObject
{
    Q_OBJECT

private slots:
    void drawingIsSound_data();
    void drawingIsSound();
    void everyKindHasOne();
    void followsPalette();
    void fixedColour();
    void sharpOnDenseScreens();
    void unknownIsNull();
};

void TestIcon::drawingIsSound_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/icons"));
    for (const QString &name : folder.entryList({QStringLiteral("*.svg")}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestIcon::drawingIsSound()
{
    QFETCH(QString, file);
    const QString name = QFileInfo(file).completeBaseName();
    QVERIFY(QSvgRenderer(file).isValid());
    QVERIFY2(!icon(name).isNull(), "not listed in icons.qrc");
    const QPixmap pixmap = iconPixmap(name, Qt::red, 24);
    QCOMPARE(pixmap.size(), QSize(24, 24));
    const QImage image = pixmap.toImage();
    QVERIFY(image != QImage(image.size(), image.format()));
    if (name == QLatin1String("netdraft"))
        return;
    QFile text(file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const QByteArray svg = text.readAll();
    QVERIFY(svg.contains("viewBox=\"0 0 24 24\""));
    QVERIFY(svg.contains("stroke=\"currentColor\""));
}

void TestIcon::everyKindHasOne()
{
    for (const int kind : {0, 1, 2, 3, 4}) {
        QVERIFY(!icon(iconName(model::NodeKind(kind))).isNull());
        QVERIFY(!kindTitle(model::NodeKind(kind)).isEmpty());
    }
}

void TestIcon::followsPalette()
{
    setAppearance(Appearance::Light);
    const QIcon save = icon(QStringLiteral("save"));
    QVERIFY(has(save.pixmap(48, 48).toImage(), lightTheme().text));
    setAppearance(Appearance::Dark);
    QVERIFY(has(save.pixmap(48, 48).toImage(), darkTheme().text));
    QVERIFY(!has(save.pixmap(QSize(48, 48), QIcon::Disabled).toImage(), darkTheme().text));
    setAppearance(Appearance::Light);
}

void TestIcon::fixedColour()
{
    const QIcon ok = icon(QStringLiteral("ok"), QColor(0, 128, 0));
    QVERIFY(has(ok.pixmap(48, 48).toImage(), QColor(0, 128, 0)));
}

void TestIcon::sharpOnDenseScreens()
{
    const QPixmap pixmap = iconPixmap(QStringLiteral("router"), Qt::black, 24, 2);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcon::unknownIsNull()
{
    QVERIFY(icon(QStringLiteral("no-such-drawing")).isNull());
}

NETDRAFT_TEST(TestIcon)
#include "tst_icon.moc"

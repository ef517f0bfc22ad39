// The notes of the examples can be read: on a laptop's screen, beside the drawing and not over it.

#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "tests/views/lesson.h"
#include "views/canvas/annotation_item.h"

#include <QDir>

using namespace netdraft;

class TestExampleNotes : public QObject
{
    Q_OBJECT

private slots:
    void standBesideTheDrawing_data();
    void standBesideTheDrawing();
};

void TestExampleNotes::standBesideTheDrawing_data()
{
    QTest::addColumn<QString>("example");
    for (const QString &file : QDir(NETDRAFT_SOURCE_DIR "/resources/examples").entryList({"*.netdraft"})) {
        const QString name = file.chopped(9);
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestExampleNotes::standBesideTheDrawing()
{
    QFETCH(const QString, example);
    tests::Canvas canvas;
    canvas.view.resize(858, 436); // what a window of 1366×768 has for it
    QVERIFY(tests::openNamed(canvas.document, qPrintable(example)));
    QCoreApplication::processEvents();
    canvas.view.fitAll();

    const views::NetworkScene &scene = canvas.view.networkScene();
    const auto &annotations = canvas.document.drawing().annotations;
    QVERIFY(!annotations.empty());
    for (const auto &[id, annotation] : annotations) {
        const QRectF note = scene.annotations().item(id)->drawn();
        QVERIFY(canvas.viewport()->rect().contains(canvas.view.mapFromScene(note).boundingRect()));
        for (const views::NodeItem *node : scene.nodes())
            QVERIFY2(!node->body().intersects(note), qPrintable(QString::number(node->body().right())));
        for (const views::CableItem *cable : scene.cables())
            QVERIFY(!cable->boundingRect().intersects(note));
    }
    const qreal zoom = canvas.view.transform().m11();
    constexpr qreal leastPixels = 10; // of the type
    QVERIFY2(scene.look().noteFont.pixelSize() * zoom >= leastPixels, qPrintable(QString::number(zoom)));
}

NETDRAFT_TEST(TestExampleNotes)
#include "tst_example_notes.moc"

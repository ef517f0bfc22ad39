#include "model/exchange/exchange.h"
#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/annotation_editor.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/canvas_accessible.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

using namespace netdraft;
using model::Annotation;
using model::AnnotationColour;
using model::AnnotationId;
using model::AnnotationKind;
using model::Point;

namespace {

/// A canvas with a look at its annotations.
struct NoteCanvas : tests::Canvas {
    const std::map<AnnotationId, Annotation> &all() const { return document.drawing().annotations; }
    const Annotation &only() const { return all().begin()->second; }
    AnnotationId put(const Annotation &annotation)
    {
        const AnnotationId id = model::freeAnnotation(document.drawing());
        perform({model::PutAnnotation{id, annotation}});
        return id;
    }
    AnnotationId putBox(Point from, Point to, const char *title = "DMZ")
    {
        return put({AnnotationKind::Box, from, to, title, AnnotationColour::Blue});
    }
    views::AnnotationEditor *editor() const
    {
        return viewport()->findChild<views::AnnotationEditor *>(QStringLiteral("canvas.annotationEditor"));
    }
    void type(const QString &text, Qt::Key end = Qt::Key_Return) const
    {
        QTest::keyClicks(editor(), text);
        QTest::keyClick(editor(), end);
    }
};

} // namespace

class TestAnnotating : public QObject
{
    Q_OBJECT

private slots:
    void noteIsWrittenWhereOneClicks();
    void noteWithoutWordsIsNone();
    void boxIsDragged();
    void arrowIsDragged();
    void clickMakesTheUsualSize();
    void escapeDropsWhatIsBegun();
    void enterDrawsWithoutTheMouse();
    void doubleClickWrites();
    void emptiedNoteGoes();
    void shiftEnterBeginsALine();
    void clickSelectsAndEdgeOfABox();
    void dragMovesAndUndoes();
    void movesWithNodes();
    void gripsResize();
    void keysMoveAndResize();
    void colourOfAll();
    void removedDuplicatedCopied();
    void rubberBandTakesWhatLiesInIt();
    void walkedByKeys();
    void droppedFromThePalette_data();
    void droppedFromThePalette();
    void menuOffersColours();
    void readersHearOfThem();
    void boxesStandBehind();
    void otherNetworkOtherAnnotations();
};

void TestAnnotating::noteIsWrittenWhereOneClicks()
{
    NoteCanvas canvas;
    canvas.key(Qt::Key_T);
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Annotate);
    canvas.click(canvas.seen(QPointF(100, 60)));
    QVERIFY(canvas.editor());
    QVERIFY(canvas.all().empty()); // until there are words
    canvas.type("Only for guests");
    QCOMPARE(canvas.all().size(), std::size_t{1});
    QCOMPARE(canvas.only().text, "Only for guests");
    QVERIFY((canvas.only().from == Point{100, 60}));
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Select);
    QCOMPARE(canvas.document.undoStack().count(), 1);
    QVERIFY(canvas.selection.singleAnnotation());
    canvas.document.undoStack().undo();
    QVERIFY(canvas.all().empty());
}

void TestAnnotating::noteWithoutWordsIsNone()
{
    NoteCanvas canvas;
    canvas.view.startAnnotating(AnnotationKind::Text);
    canvas.click({200, 200});
    canvas.type({});
    canvas.view.startAnnotating(AnnotationKind::Text);
    canvas.click({200, 200});
    canvas.type("never mind", Qt::Key_Escape);
    QVERIFY(canvas.all().empty());
    QCOMPARE(canvas.document.undoStack().count(), 0);
}

void TestAnnotating::boxIsDragged()
{
    NoteCanvas canvas;
    canvas.key(Qt::Key_B);
    canvas.drag(canvas.seen(QPointF(200, 140)), canvas.seen(QPointF(-100, -60)));
    QCOMPARE(canvas.only().kind, AnnotationKind::Box);
    QVERIFY((canvas.only().from == Point{-100, -60}));
    QVERIFY((canvas.only().to == Point{200, 140}));
}

void TestAnnotating::arrowIsDragged()
{
    NoteCanvas canvas;
    canvas.key(Qt::Key_L, Qt::ShiftModifier);
    canvas.drag(canvas.seen(QPointF(200, 140)), canvas.seen(QPointF(-100, -60)));
    QCOMPARE(canvas.only().kind, AnnotationKind::Arrow);
    QVERIFY((canvas.only().from == Point{200, 140}));
    QVERIFY((canvas.only().to == Point{-100, -60}));
}

void TestAnnotating::clickMakesTheUsualSize()
{
    NoteCanvas canvas;
    canvas.view.action(QStringLiteral("canvas.addBox"))->trigger();
    canvas.click(canvas.seen(QPointF(0, 0)), Qt::ShiftModifier);
    QVERIFY(canvas.only().to.x - canvas.only().from.x > 100);
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Annotate); // with Shift, for several
    canvas.click(canvas.seen(QPointF(40, 40)));
    QCOMPARE(canvas.all().size(), std::size_t{2});
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Select);
}

void TestAnnotating::escapeDropsWhatIsBegun()
{
    NoteCanvas canvas;
    canvas.view.action(QStringLiteral("canvas.addArrow"))->trigger();
    canvas.press({100, 100});
    canvas.move({300, 200});
    canvas.key(Qt::Key_Escape);
    canvas.release({300, 200});
    QVERIFY(canvas.all().empty());
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Annotate);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Select);
}

void TestAnnotating::enterDrawsWithoutTheMouse()
{
    NoteCanvas canvas;
    canvas.view.action(QStringLiteral("canvas.addNote"))->trigger();
    canvas.key(Qt::Key_Return);
    QVERIFY(canvas.editor());
    canvas.type("here");
    QCOMPARE(canvas.only().text, "here");
    QTRY_VERIFY(!canvas.editor());
    // And Enter writes on what is selected.
    canvas.key(Qt::Key_Return);
    QVERIFY(canvas.editor());
    canvas.type("there");
    QCOMPARE(canvas.only().text, "there");
}

void TestAnnotating::doubleClickWrites()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({-100, -100}, {100, 100});
    const QPoint edge = canvas.seen(QPointF(100, 40));
    QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, edge);
    QVERIFY(canvas.editor());
    QCOMPARE(canvas.editor()->toPlainText(), "DMZ");
    canvas.type("Inner zone");
    QCOMPARE(canvas.all().at(box).text, "Inner zone");
    QTRY_VERIFY(!canvas.editor());
    canvas.key(Qt::Key_F2);
    canvas.type("Other", Qt::Key_Escape);
    QCOMPARE(canvas.all().at(box).text, "Inner zone");
    QTRY_VERIFY(!canvas.editor());
    canvas.key(Qt::Key_F2);
    canvas.type(" ");
    QCOMPARE(canvas.all().at(box).text, ""); // a box needs no title
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.all().at(box).text, "Inner zone");
}

void TestAnnotating::emptiedNoteGoes()
{
    NoteCanvas canvas;
    const AnnotationId note = canvas.put({AnnotationKind::Text, {0, 0}, {200, 0}, "old", {}});
    canvas.selection.set({}, {}, {note});
    canvas.view.action(QStringLiteral("canvas.rename"))->trigger();
    QTest::keyClick(canvas.editor(), Qt::Key_Delete);
    QTest::keyClick(canvas.editor(), Qt::Key_Return);
    QVERIFY(canvas.all().empty());
    QVERIFY(canvas.selection.empty());
}

void TestAnnotating::shiftEnterBeginsALine()
{
    NoteCanvas canvas;
    canvas.view.annotateAt(AnnotationKind::Text, {0, 0});
    QTest::keyClicks(canvas.editor(), "one");
    QTest::keyClick(canvas.editor(), Qt::Key_Return, Qt::ShiftModifier);
    canvas.type("two");
    QCOMPARE(canvas.only().text, "one\ntwo");
    const auto *item = canvas.view.networkScene().annotations().items().begin()->second.get();
    QVERIFY(item->textPlace().height() > 1.5 * QFontMetricsF(canvas.view.networkScene().look().noteFont).height());
}

void TestAnnotating::clickSelectsAndEdgeOfABox()
{
    NoteCanvas canvas;
    canvas.add("A", model::NodeKind::Device, 0, 0);
    const AnnotationId box = canvas.putBox({-100, -100}, {100, 100});
    const AnnotationId arrow = canvas.put({AnnotationKind::Arrow, {200, 0}, {300, 100}, "", {}});
    canvas.click(canvas.seen(QPointF(60, 60))); // inside of the box is not on it
    QVERIFY(canvas.selection.empty());
    canvas.click(canvas.seen(QPointF(-100, 50)));
    QCOMPARE(canvas.selection.singleAnnotation(), box);
    canvas.click(canvas.seen("A"), Qt::ShiftModifier);
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{1});
    QCOMPARE(canvas.selection.annotations().size(), std::size_t{1});
    QVERIFY(!canvas.selection.singleNode() && !canvas.selection.singleAnnotation());
    canvas.click(canvas.seen(QPointF(250, 52)), Qt::ShiftModifier); // near the arrow's middle
    QVERIFY(canvas.selection.annotations().contains(arrow));
    canvas.click(canvas.seen(QPointF(250, 50)), Qt::ShiftModifier);
    QVERIFY(!canvas.selection.annotations().contains(arrow));
    canvas.click(canvas.seen("A"));
    QVERIFY(canvas.selection.annotations().empty());
}

void TestAnnotating::dragMovesAndUndoes()
{
    NoteCanvas canvas;
    const AnnotationId note = canvas.put({AnnotationKind::Text, {0, 0}, {200, 0}, "note", {}});
    canvas.drag(canvas.seen(QPointF(30, 10)), canvas.seen(QPointF(93, 52)));
    QVERIFY((canvas.all().at(note).from == Point{60, 40})); // on the grid
    QVERIFY((canvas.all().at(note).to == Point{260, 40}));
    QCOMPARE(canvas.document.undoStack().undoText(), "Move Note “note”");
    canvas.document.undoStack().undo();
    QVERIFY((canvas.all().at(note).from == Point{0, 0}));
    canvas.press(canvas.seen(QPointF(30, 10)));
    canvas.move(canvas.seen(QPointF(130, 110)));
    canvas.key(Qt::Key_Escape);
    canvas.release(canvas.seen(QPointF(130, 110)));
    QVERIFY((canvas.all().at(note).from == Point{0, 0}));
    QCOMPARE(canvas.view.networkScene().annotations().item(note)->outline().topLeft(), QPointF(0, 0));
}

void TestAnnotating::movesWithNodes()
{
    NoteCanvas canvas;
    canvas.add("A", model::NodeKind::Device, 0, 0);
    const AnnotationId box = canvas.putBox({-100, -100}, {100, 100});
    const int steps = canvas.document.undoStack().count();
    canvas.selection.set({canvas.id("A")}, {}, {box});
    canvas.drag(canvas.seen("A"), canvas.seen(QPointF(60, 40)));
    QVERIFY((canvas.placeOf("A") == Point{60, 40}));
    QVERIFY((canvas.all().at(box).from == Point{-40, -60}));
    // By the edge of the box as well.
    canvas.drag(canvas.seen(QPointF(-40, 20)), canvas.seen(QPointF(-60, 20)));
    QVERIFY((canvas.placeOf("A") == Point{40, 40}));
    QVERIFY((canvas.all().at(box).from == Point{-60, -60}));
    QCOMPARE(canvas.document.undoStack().count(), steps + 2);
}

void TestAnnotating::gripsResize()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({-100, -100}, {100, 100});
    canvas.click(canvas.seen(QPointF(-100, 50)));
    canvas.move(canvas.seen(QPointF(100, 100)), Qt::NoButton);
    QCOMPARE(canvas.viewport()->cursor().shape(), Qt::SizeFDiagCursor);
    canvas.drag(canvas.seen(QPointF(100, 100)), canvas.seen(QPointF(161, 139)));
    QVERIFY((canvas.all().at(box).from == Point{-100, -100}));
    QVERIFY((canvas.all().at(box).to == Point{160, 140}));
    QCOMPARE(canvas.document.undoStack().undoText(), "Resize Box “DMZ”");
    // Over its own other corner, the corners stay in order.
    canvas.drag(canvas.seen(QPointF(-100, -100)), canvas.seen(QPointF(200, 180)));
    QVERIFY((canvas.all().at(box).from == Point{160, 140}));
    QVERIFY((canvas.all().at(box).to == Point{200, 180}));

    const AnnotationId arrow = canvas.put({AnnotationKind::Arrow, {-200, 0}, {-200, 100}, "", {}});
    canvas.selection.set({}, {}, {arrow});
    canvas.drag(canvas.seen(QPointF(-200, 100)), canvas.seen(QPointF(-140, 160)));
    QVERIFY((canvas.all().at(arrow).to == Point{-140, 160}));
    canvas.press(canvas.seen(QPointF(-200, 0)));
    canvas.move(canvas.seen(QPointF(-300, 0)));
    canvas.key(Qt::Key_Escape);
    canvas.release(canvas.seen(QPointF(-300, 0)));
    QVERIFY((canvas.all().at(arrow).from == Point{-200, 0}));
}

void TestAnnotating::keysMoveAndResize()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    canvas.selection.set({}, {}, {box});
    canvas.key(Qt::Key_Right);
    QVERIFY((canvas.all().at(box).from == Point{20, 0}));
    canvas.key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY((canvas.all().at(box).from == Point{20, 1}));
    canvas.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY((canvas.all().at(box).from == Point{20, 1}));
    QVERIFY((canvas.all().at(box).to == Point{140, 101}));
    canvas.add("A", model::NodeKind::Device, 300, 0);
    canvas.selection.set({canvas.id("A")}, {}, {box});
    canvas.key(Qt::Key_Left);
    QVERIFY((canvas.placeOf("A") == Point{280, 0}));
    QVERIFY((canvas.all().at(box).from == Point{0, 1}));
    QCOMPARE(canvas.document.undoStack().undoText(), "Move 2 objects");
}

void TestAnnotating::colourOfAll()
{
    static constexpr std::pair<const char *, AnnotationColour> colours[] = {
        {"canvas.colour.grey", AnnotationColour::Grey},     {"canvas.colour.blue", AnnotationColour::Blue},
        {"canvas.colour.green", AnnotationColour::Green},   {"canvas.colour.yellow", AnnotationColour::Yellow},
        {"canvas.colour.orange", AnnotationColour::Orange}, {"canvas.colour.purple", AnnotationColour::Purple}};
    NoteCanvas canvas;
    canvas.view.action(QStringLiteral("canvas.colour.blue"))->trigger();
    QVERIFY(!canvas.said.isEmpty() && !canvas.said.back().isEmpty());
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    const AnnotationId note = canvas.put({AnnotationKind::Text, {0, 0}, {200, 0}, "note", {}});
    canvas.selection.set({}, {}, {box, note});
    for (const auto &[name, colour] : colours) {
        canvas.view.action(QLatin1String(name))->trigger();
        QCOMPARE(canvas.all().at(box).colour, colour);
        QCOMPARE(canvas.all().at(note).colour, colour);
    }
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.all().at(box).colour, AnnotationColour::Orange);
}

void TestAnnotating::removedDuplicatedCopied()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    canvas.selection.set({}, {}, {box});
    canvas.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(canvas.all().size(), std::size_t{2});
    QVERIFY(canvas.selection.singleAnnotation() && canvas.selection.singleAnnotation() != box);
    canvas.key(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(canvas.all().size(), std::size_t{1});
    canvas.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(canvas.all().size(), std::size_t{2});
    QCOMPARE(canvas.all().at(canvas.selection.singleAnnotation()).text, "DMZ");
    canvas.add("A", model::NodeKind::Device, 300, 0);
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(canvas.selection.annotations().size(), std::size_t{2});
    canvas.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(canvas.all().size(), std::size_t{4});
    QCOMPARE(canvas.document.drawing().nodes.size(), std::size_t{2});
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    canvas.key(Qt::Key_Delete);
    QVERIFY(canvas.all().empty());
    QVERIFY(canvas.document.drawing().nodes.empty());
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.all().size(), std::size_t{4});
}

void TestAnnotating::rubberBandTakesWhatLiesInIt()
{
    NoteCanvas canvas;
    canvas.add("A", model::NodeKind::Device, 0, 0);
    const AnnotationId inside = canvas.putBox({-60, -60}, {60, 60});
    const AnnotationId upright = canvas.put({AnnotationKind::Arrow, {90, -50}, {90, 50}, "", {}});
    canvas.putBox({-60, -60}, {300, 60});
    canvas.drag(canvas.seen(QPointF(-120, -120)), canvas.seen(QPointF(120, 120)));
    QVERIFY((canvas.selection.annotations() == views::AnnotationIds{inside, upright}));
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{1});
}

void TestAnnotating::walkedByKeys()
{
    NoteCanvas canvas;
    canvas.view.action(QStringLiteral("canvas.nextAnnotation"))->trigger();
    QVERIFY(canvas.said.back().contains("T writes a note"));
    const AnnotationId first = canvas.putBox({0, 0}, {100, 100});
    const AnnotationId second = canvas.putBox({9000, 0}, {9100, 100});
    canvas.key(Qt::Key_J);
    QCOMPARE(canvas.selection.singleAnnotation(), first);
    canvas.key(Qt::Key_J);
    QCOMPARE(canvas.selection.singleAnnotation(), second);
    QVERIFY(canvas.viewport()->rect().contains(canvas.seen(QPointF(9050, 50))));
    canvas.view.action(QStringLiteral("canvas.previousAnnotation"))->trigger();
    QCOMPARE(canvas.selection.singleAnnotation(), first);
}

void TestAnnotating::droppedFromThePalette_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("drawn");
    QTest::newRow("a box") << QByteArray("box") << 1;
    QTest::newRow("an arrow") << QByteArray("arrow") << 1;
    QTest::newRow("a note, which is written first") << QByteArray("text") << 0;
}

void TestAnnotating::droppedFromThePalette()
{
    QFETCH(QByteArray, word);
    QFETCH(int, drawn);
    NoteCanvas canvas;
    QMimeData mime;
    mime.setData(QStringLiteral("application/x-netdraft-annotation"), word);
    const QPoint at(300, 200);
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &drop);
    QCOMPARE(canvas.all().size(), std::size_t(drawn));
    QCOMPARE(canvas.editor() != nullptr, drawn == 0);
    if (drawn == 0)
        canvas.type("words");
    QCOMPARE(canvas.all().size(), std::size_t{1});
}

void TestAnnotating::menuOffersColours()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    const QPoint edge = canvas.seen(QPointF(0, 50));
    canvas.press(edge, Qt::RightButton);
    canvas.release(edge, Qt::RightButton);
    auto *menu = canvas.view.findChild<QMenu *>(QStringLiteral("canvas.menu"));
    QVERIFY(menu);
    QCOMPARE(canvas.selection.singleAnnotation(), box);
    const auto *colours = menu->findChild<QMenu *>(QStringLiteral("canvas.menu.colours"));
    QVERIFY(colours);
    QCOMPARE(colours->actions().size(), 6);
    colours->actions().back()->trigger();
    QCOMPARE(canvas.all().at(box).colour, AnnotationColour::Purple);
    auto *write = menu->findChild<QAction *>(QStringLiteral("canvas.menu.write"));
    QVERIFY(write);
    write->trigger();
    QVERIFY(canvas.editor());
    menu->close();
}

void TestAnnotating::readersHearOfThem()
{
    NoteCanvas canvas;
    canvas.add("A", model::NodeKind::Device, 50, 50);
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    auto *list = static_cast<views::CanvasAccessible *>(QAccessible::queryAccessibleInterface(&canvas.view));
    QAccessibleInterface *part = list->interfaceOf({views::CanvasPart::Sort::Annotation, {}, {}, box});
    QCOMPARE(part->text(QAccessible::Name), "Box “DMZ”");
    QCOMPARE(part->text(QAccessible::Description), "Colour: Blue. Holds Device A.");
    QVERIFY(list->indexOfChild(part) >= 0);
    QVERIFY(!part->rect().isEmpty());
    auto *doer = part->actionInterface();
    doer->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(canvas.selection.singleAnnotation(), box);
    QVERIFY(part->state().selected);
    doer->doAction(views::CanvasPartAccessible::writeAction());
    QVERIFY(canvas.editor());
    QCOMPARE(canvas.editor()->accessibleName().isEmpty(), false);
    canvas.type("Zone");
    QCOMPARE(part->text(QAccessible::Name), "Box “Zone”");
    canvas.key(Qt::Key_Delete);
    QVERIFY(list->indexOfChild(nullptr) < 0);
    QVERIFY(canvas.all().empty());
}

void TestAnnotating::boxesStandBehind()
{
    NoteCanvas canvas;
    const AnnotationId box = canvas.putBox({0, 0}, {100, 100});
    canvas.add("A", model::NodeKind::Device, 0, 50); // on its edge
    canvas.click(canvas.seen("A"));
    QVERIFY(canvas.selection.singleNode());
    const auto *item = canvas.view.networkScene().annotations().item(box);
    QVERIFY(item->zValue() < views::layer::frames);
    QVERIFY(canvas.view.networkScene().contentBounds().contains(QRectF(0, 0, 100, 100)));
}

void TestAnnotating::otherNetworkOtherAnnotations()
{
    NoteCanvas canvas;
    canvas.putBox({0, 0}, {100, 100});
    QVERIFY(!canvas.view.networkScene().isEmpty());
    canvas.document.load({}, {});
    QVERIFY(canvas.view.networkScene().annotations().items().empty());
    QVERIFY(canvas.view.networkScene().isEmpty());
}

NETDRAFT_TEST(TestAnnotating)
#include "tst_annotating.moc"

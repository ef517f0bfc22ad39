#include "model/drawing/nesting.h"
#include "model/exchange/exchange.h"
#include "model/recipe/addressing.h"
#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/annotation_editor.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/frame_item.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

namespace {

/// How many gestures of one seed; more by NETDRAFT_GESTURES.
constexpr int gestures = 1200;
/// So often everything is undone and done again.
constexpr int between = 400;
constexpr std::size_t mostNodes = 14;

/// A canvas and somebody who does with it whatever comes to their mind, by mouse and keyboard.
class Hand : public Canvas
{
public:
    explicit Hand(quint32 seed) : m_random(seed) {}

    void doSomething()
    {
        using Gesture = void (Hand::*)();
        static constexpr Gesture all[] = {
            &Hand::placeNode, &Hand::placeNode, &Hand::connectNodes,    &Hand::connectNodes, &Hand::dragNode,
            &Hand::dragNode,  &Hand::dragBox,   &Hand::selectSome,      &Hand::selectSome,   &Hand::useKey,
            &Hand::useKey,    &Hand::useKey,    &Hand::useAction,       &Hand::rename,       &Hand::giveAddresses,
            &Hand::goBack,    &Hand::goForth,   &Hand::removeIfCrowded, &Hand::annotate,     &Hand::changeAnnotation};
        (this->*all[below(std::size(all))])();
    }

    std::string bytes() const { return model::writeProject(document.project()); }

    /// What is seen, in words: where everything is, what is hidden, what hangs on what.
    QStringList picture() const
    {
        QStringList lines;
        for (const NodeItem *node : view.networkScene().nodes()) {
            lines << QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(node->name())
                         .arg(node->x())
                         .arg(node->y())
                         .arg(int(node->kind()))
                         .arg(node->isVisible());
            if (const FrameItem *box = view.networkScene().frames().item(node->id())) {
                const QRectF outline = box->outline();
                lines << QStringLiteral("box %1 %2 %3 %4 %5")
                             .arg(outline.x())
                             .arg(outline.y())
                             .arg(outline.width())
                             .arg(outline.height())
                             .arg(box->isVisible());
            }
        }
        for (const CableItem *cable : view.networkScene().cables()) {
            lines << QStringLiteral("%1 %2 - %3 %4 %5")
                         .arg(cable->end(0).node->name(), cable->name(0), cable->end(1).node->name(), cable->name(1))
                         .arg(cable->isVisible());
        }
        for (const auto &[id, item] : view.networkScene().annotations().items()) {
            const QRectF outline = item->outline();
            lines << QStringLiteral("annotation %1 %2 %3 %4 %5 %6")
                         .arg(QString::fromStdString(item->shown().text))
                         .arg(int(item->shown().colour))
                         .arg(outline.x())
                         .arg(outline.y())
                         .arg(outline.width())
                         .arg(outline.height());
        }
        return lines;
    }

private:
    QRandomGenerator m_random;

    quint32 below(std::size_t bound) { return m_random.bounded(static_cast<quint32>(bound)); }
    bool chance() { return below(2) == 0; }
    QPoint somewhere() { return {40 + int(below(820)), 40 + int(below(520))}; }

    std::vector<NodeItem *> seenNodes() const
    {
        std::vector<NodeItem *> nodes = view.networkScene().nodes();
        std::erase_if(nodes, [](const NodeItem *node) { return !node->isVisible(); });
        return nodes;
    }
    NodeItem *someNode()
    {
        const std::vector<NodeItem *> nodes = seenNodes();
        return nodes.empty() ? nullptr : nodes[below(nodes.size())];
    }

    void placeNode()
    {
        if (view.networkScene().nodes().size() >= mostNodes)
            return;
        view.startPlacing(model::placedKinds[below(model::placedKinds.size())]);
        const QPoint at = somewhere();
        move(at, Qt::NoButton);
        click(at);
        key(Qt::Key_Escape);
    }
    void connectNodes()
    {
        const NodeItem *from = someNode();
        const NodeItem *to = someNode();
        if (!from || from == to)
            return;
        view.setTool(CanvasTool::Connect);
        drag(seen(from->pos()), seen(to->pos()));
        view.setTool(CanvasTool::Select);
    }
    void dragNode()
    {
        if (const NodeItem *node = someNode())
            drag(seen(node->pos()), somewhere(), chance() ? Qt::NoModifier : Qt::AltModifier);
    }
    void dragBox()
    {
        const NodeItem *node = someNode();
        const FrameItem *box = node ? view.networkScene().frames().item(node->id()) : nullptr;
        if (!box)
            return;
        const QPointF title(box->title().right() - 4, box->title().center().y());
        if (chance())
            click(seen(box->toggle().center()));
        else
            drag(seen(title), somewhere());
    }
    void selectSome()
    {
        if (chance())
            drag({2, 2}, somewhere());
        else if (const NodeItem *node = someNode())
            click(seen(node->pos()), chance() ? Qt::ShiftModifier : Qt::NoModifier);
    }
    void useKey()
    {
        struct Stroke {
            Qt::Key key;
            Qt::KeyboardModifiers modifiers;
        };
        static constexpr Stroke strokes[] = {
            {Qt::Key_Delete, Qt::NoModifier}, {Qt::Key_D, Qt::ControlModifier},  {Qt::Key_C, Qt::ControlModifier},
            {Qt::Key_V, Qt::ControlModifier}, {Qt::Key_X, Qt::ControlModifier},  {Qt::Key_F, Qt::NoModifier},
            {Qt::Key_Left, Qt::NoModifier},   {Qt::Key_Up, Qt::ControlModifier}, {Qt::Key_A, Qt::ControlModifier},
            {Qt::Key_Escape, Qt::NoModifier},
        };
        const Stroke &stroke = strokes[below(std::size(strokes))];
        const bool adds = stroke.key == Qt::Key_D || stroke.key == Qt::Key_V;
        if (!adds || view.networkScene().nodes().size() < mostNodes)
            key(stroke.key, stroke.modifiers);
    }
    void useAction()
    {
        static constexpr const char *names[] = {"canvas.alignRow",     "canvas.alignColumn", "canvas.spreadRow",
                                                "canvas.spreadColumn", "canvas.layOutWires", "canvas.layOutLayers",
                                                "canvas.layOutCircle", "canvas.layOutGrid",  "canvas.takeOut",
                                                "canvas.fitAll"};
        view.action(QLatin1String(names[below(std::size(names))]))->trigger();
    }
    void rename()
    {
        const NodeItem *node = someNode();
        if (!node)
            return;
        selection.set({node->id()});
        key(Qt::Key_F2);
        if (auto *editor = viewport()->findChild<QLineEdit *>()) {
            editor->setText(QStringLiteral("n%1").arg(below(1000)));
            QTest::keyClick(editor, chance() ? Qt::Key_Return : Qt::Key_Escape);
        }
    }
    void write()
    {
        auto *editor = viewport()->findChild<AnnotationEditor *>();
        if (!editor)
            return;
        editor->setPlainText(chance() ? QStringLiteral("words %1").arg(below(1000)) : QString());
        QTest::keyClick(editor, chance() ? Qt::Key_Return : Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void annotate()
    {
        if (document.drawing().annotations.size() >= mostNodes)
            return;
        view.startAnnotating(model::annotationKinds[below(std::size(model::annotationKinds))]);
        const QPoint at = somewhere();
        drag(at, chance() ? at : somewhere(), chance() ? Qt::NoModifier : Qt::AltModifier);
        write();
        view.setTool(CanvasTool::Select);
    }
    void changeAnnotation()
    {
        const auto &items = view.networkScene().annotations().items();
        if (items.empty())
            return;
        const auto chosen = std::next(items.begin(), std::ptrdiff_t(below(items.size())));
        const model::AnnotationId id = chosen->first;
        const QPointF grip = chosen->second->grips()[below(chosen->second->grips().size())].place;
        selection.set({}, {}, {id});
        switch (below(4)) {
        case 0: // moves, where it was not alone, or resizes
            drag(seen(grip), somewhere());
            break;
        case 1: view.colourSelection(model::annotationColours[below(std::size(model::annotationColours))]); break;
        case 2: key(Qt::Key_Right, chance() ? Qt::ShiftModifier : Qt::NoModifier); break;
        default: key(Qt::Key_F2); write();
        }
    }
    void giveAddresses()
    {
        model::AddressWishes wishes;
        wishes.pool = *model::Prefix::parse("10.0.0.0/8");
        if (const auto plan = model::planAddresses(document.project(), wishes); plan && !plan->edits.empty())
            perform(plan->edits);
    }
    void goBack()
    {
        for (quint32 steps = below(4); steps > 0; --steps)
            document.undoStack().undo();
    }
    void goForth()
    {
        for (quint32 steps = below(4); steps > 0; --steps)
            document.undoStack().redo();
    }
    void removeIfCrowded()
    {
        if (view.networkScene().nodes().size() < mostNodes / 2)
            return;
        drag({2, 2}, somewhere());
        key(Qt::Key_Delete);
    }
};

} // namespace

/// Whatever one does, all of it can be undone, and done again.
class TestGestures : public QObject
{
    Q_OBJECT

private slots:
    void undoneAndDoneAgain_data();
    void undoneAndDoneAgain();
};

void TestGestures::undoneAndDoneAgain_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U})
        QTest::addRow("seed %u", seed) << seed;
}

/// The same bytes, and the same picture as one that is drawn anew.
void TestGestures::undoneAndDoneAgain()
{
    QFETCH(const quint32, seed);
    bool chosen = false;
    const int asked = qEnvironmentVariableIntValue("NETDRAFT_GESTURES", &chosen);
    const int count = chosen ? asked : gestures;
    Hand hand(seed);
    const std::string first = hand.bytes();
    QUndoStack &stack = hand.document.undoStack();
    int most = 0;
    for (int done = 1; done <= count; ++done) {
        hand.doSomething();
        most = std::max(most, stack.count());
        if (done % between != 0 && done != count)
            continue;
        const std::string last = hand.bytes();
        const QStringList picture = hand.picture();
        const int steps = stack.index();
        while (stack.canUndo())
            stack.undo();
        QCOMPARE(hand.bytes(), first);
        QVERIFY(hand.view.networkScene().isEmpty());
        while (stack.index() < steps)
            stack.redo();
        QCOMPARE(hand.bytes(), last);
        QCOMPARE(hand.picture(), picture);
        hand.view.networkScene().reset(hand.document.project());
        QCOMPARE(hand.picture(), picture);
    }
    QVERIFY2(most > between / 8, qPrintable(QStringLiteral("only %1 steps").arg(most)));
    qInfo("%d gestures, at most %d steps to undo", count, most);
}

NETDRAFT_TEST(TestGestures)
#include "tst_gestures.moc"

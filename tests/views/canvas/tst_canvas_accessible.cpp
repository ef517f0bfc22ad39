#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "tests/views/lesson.h"
#include "views/canvas/canvas_accessible.h"
#include "views/canvas/canvas_announcer.h"
#include "views/canvas/name_editor.h"

#include <QMenu>

using namespace netdraft;
using netdraft::tests::Canvas;
using Sort = views::CanvasPart::Sort;

namespace {

/// A canvas to which somebody listens, and what was heard.
struct HeardCanvas : Canvas {
    explicit HeardCanvas(bool heard = true)
    {
        auto *announcer = view.findChild<views::CanvasAnnouncer *>();
        QObject::connect(announcer, &views::CanvasAnnouncer::announced, &view,
                         [this](QAccessible::Event what, QAccessibleInterface *about) {
                             m_heard.emplace_back(what, about->text(QAccessible::Name));
                         });
        QAccessible::setActive(heard);
    }
    ~HeardCanvas() { QAccessible::setActive(false); }

    /// The names of what one sort of event was about.
    QStringList told(QAccessible::Event what) const
    {
        QStringList names;
        for (const auto &[event, name] : m_heard) {
            if (event == what)
                names += name;
        }
        return names;
    }
    void forget() { m_heard.clear(); }

private:
    std::vector<std::pair<QAccessible::Event, QString>> m_heard;
};

QAccessibleInterface *root(Canvas &canvas)
{
    return QAccessible::queryAccessibleInterface(&canvas.view);
}

QStringList namesOf(QAccessibleInterface *parent)
{
    QStringList names;
    for (int i = 0; i < parent->childCount(); ++i)
        names += parent->child(i)->text(QAccessible::Name);
    return names;
}

/// The part whose name begins so; null if there is none.
QAccessibleInterface *named(Canvas &canvas, const QString &start)
{
    for (int i = 0; i < root(canvas)->childCount(); ++i) {
        if (root(canvas)->child(i)->text(QAccessible::Name).startsWith(start))
            return root(canvas)->child(i);
    }
    return nullptr;
}

} // namespace

class TestCanvasAccessible : public QObject
{
    Q_OBJECT

private slots:
    void lessonIsAList();
    void partsSayWhatIsWorthKnowing();
    void treeIsConsistent();
    void pointsFindParts();
    void statesFollow();
    void boxesFold();
    void actionsDoTheirWork();
    void comingAndGoingIsTold();
    void changesAreTold();
    void movesAreTold();
    void selectionAndFocusAreTold();
    void nothingIsToldToNobody();
    void anotherProjectHasOtherParts();
    void largeDrawingsAreListedLazily();
    void canvasGoesBeforeItsInterfaces();
    void editorOfANameIsInTheTree();
};

void TestCanvasAccessible::lessonIsAList()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    QAccessibleInterface *list = root(canvas);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Network drawing"));
    QVERIFY2(list->text(QAccessible::Description).startsWith("Nodes: 5, cables: 4, annotations: 1."),
             qPrintable(list->text(QAccessible::Description)));
    const QStringList expected{"Device A, 192.168.1.5/24",
                               "Switch sw1",
                               "Router B, 192.168.1.6/24, 192.168.2.6/24",
                               "Switch sw2",
                               "Device C, 192.168.2.5/24",
                               "Cable from A eth0 to sw1 eth1",
                               "Cable from sw1 eth2 to B eth0",
                               "Cable from B eth1 to sw2 eth1",
                               "Cable from sw2 eth2 to C eth0",
                               ""};
    QStringList names = namesOf(list);
    QCOMPARE(names.filter(QStringLiteral("Routing: B stands between two networks.")).size(), 1); // the note
    names.removeIf([](const QString &name) { return name.contains(QLatin1String("Routing: B stands")); });
    QCOMPARE(names, expected);
    for (int i = 0; i < list->childCount() - 1; ++i)
        QCOMPARE(list->child(i)->role(), QAccessible::ListItem);
}

void TestCanvasAccessible::partsSayWhatIsWorthKnowing()
{
    HeardCanvas canvas;
    canvas.add("r1", model::NodeKind::Router, 0, 0);
    canvas.add("box", model::NodeKind::Machine, 400, 0);
    canvas.add("inner", model::NodeKind::Namespace, 400, 100);
    canvas.perform({model::NestNode{"inner", "box"}});
    canvas.wire("r1", "inner");
    model::LinkAddress address;
    address.local = *model::InterfaceAddress::parse("192.0.2.1/24");
    canvas.perform({model::AddAddress{{"inner", "eth0"}, address, model::AddMode::Add}});
    canvas.perform({model::SetLinkUp{{"r1", "eth0"}, false}});
    QCOMPARE(named(canvas, "Router r1")->text(QAccessible::Description),
             QStringLiteral("Forwards IPv4 and IPv6. lo: up. eth0, connected to inner eth0: down."));
    QCOMPARE(named(canvas, "Namespace inner")->text(QAccessible::Name),
             QStringLiteral("Namespace inner, 192.0.2.1/24"));
    QCOMPARE(
        named(canvas, "Namespace inner")->text(QAccessible::Description),
        QStringLiteral("Inside of Machine box. lo: up. eth0, connected to r1 eth0: up, no carrier, 192.0.2.1/24."));
    QCOMPARE(named(canvas, "Box of")->text(QAccessible::Name), QStringLiteral("Box of Machine box, inside: 1"));
    QCOMPARE(named(canvas, "Box of")->text(QAccessible::Description), QStringLiteral("Holds Namespace inner."));
    QCOMPARE(named(canvas, "Cable")->text(QAccessible::Description),
             QStringLiteral("r1 eth0: down. inner eth0: up, no carrier, 192.0.2.1/24."));
}

void TestCanvasAccessible::treeIsConsistent()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document, "linux-bridge"));
    QAccessibleInterface *list = root(canvas);
    QVERIFY(list->childCount() > 5);
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface *child = list->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(list->indexOfChild(child), i);
        QCOMPARE(child->parent(), list);
        QCOMPARE(list->child(i), child);
        QCOMPARE(child->window(), list->window());
    }
    QVERIFY(!list->child(-1));
    QVERIFY(!list->child(list->childCount()));
    QCOMPARE(list->indexOfChild(list), -1);
    QStringList names = namesOf(list);
    names.removeAll(QString());
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestCanvasAccessible::pointsFindParts()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    for (int i = 0; i < 5; ++i) {
        QAccessibleInterface *node = root(canvas)->child(i);
        const QRect rect = node->rect();
        QVERIFY(
            rect.contains(canvas.viewport()->mapToGlobal(canvas.seen(canvas.view.networkScene().nodes()[i]->pos()))));
        QCOMPARE(root(canvas)->childAt(rect.center().x(), rect.center().y()), node);
    }
    QAccessibleInterface *cable = named(canvas, "Cable from A");
    const QPoint halfway = canvas.viewport()->mapToGlobal((canvas.seen("A") + canvas.seen("sw1")) / 2);
    QCOMPARE(root(canvas)->childAt(halfway.x(), halfway.y()), cable);
    QVERIFY(cable->rect().contains(halfway));
    const QPoint corner = canvas.viewport()->mapToGlobal(QPoint(3, 3));
    QVERIFY(!root(canvas)->childAt(corner.x(), corner.y()));
    QVERIFY(!root(canvas)->childAt(corner.x() - 50, corner.y()));
    // The place follows the zoom.
    const QRect before = cable->rect();
    canvas.view.zoomOut();
    QVERIFY(cable->rect().width() < before.width());
}

void TestCanvasAccessible::statesFollow()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    QAccessibleInterface *a = named(canvas, "Device A");
    QAccessibleInterface *cable = named(canvas, "Cable from A");
    QVERIFY(root(canvas)->state().multiSelectable);
    for (QAccessibleInterface *part : {a, cable}) {
        QVERIFY(part->state().selectable);
        QVERIFY(part->state().focusable);
        QVERIFY(!part->state().selected);
        QVERIFY(!part->state().focused);
        QVERIFY(!part->state().offscreen);
        QVERIFY(!part->state().invisible);
    }
    canvas.click(canvas.seen("A"));
    QVERIFY(a->state().selected);
    QVERIFY(a->state().focused);
    QCOMPARE(root(canvas)->focusChild(), a);
    canvas.selection.set({}, {tests::linkNamed(canvas.document, "sw1", "eth1")});
    QVERIFY(!a->state().selected);
    QVERIFY(cable->state().selected);
    QCOMPARE(root(canvas)->focusChild(), cable);
    canvas.selection.set({canvas.id("A"), canvas.id("B")});
    QVERIFY(a->state().selected);
    QVERIFY(!a->state().focused); // of several, none is the one that keys go to
    canvas.view.lookAt({3500, 3500});
    QVERIFY(a->state().offscreen);
    QVERIFY(cable->state().offscreen);
    canvas.document.undoStack().clear();
    canvas.perform({model::RemoveNetns{"A"}});
    QVERIFY(!named(canvas, "Device A"));
}

void TestCanvasAccessible::boxesFold()
{
    HeardCanvas canvas;
    canvas.add("box", model::NodeKind::Machine, 0, 0);
    canvas.add("one", model::NodeKind::Namespace, 0, 120);
    canvas.add("two", model::NodeKind::Namespace, 150, 120);
    canvas.perform({model::NestNode{"one", "box"}, model::NestNode{"two", "box"}});
    canvas.wire("one", "two");
    QAccessibleInterface *box = named(canvas, "Box of Machine box");
    QVERIFY(box);
    QVERIFY(box->state().expandable);
    QVERIFY(box->state().expanded);
    QVERIFY(box->rect().contains(named(canvas, "Namespace one")->rect()));
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(box->state().collapsed);
    QVERIFY(!box->state().expanded);
    for (const char *inside : {"Namespace one", "Namespace two", "Cable from one"}) {
        QVERIFY2(named(canvas, inside)->state().invisible, inside);
        QVERIFY2(named(canvas, inside)->rect().isEmpty(), inside);
    }
    QVERIFY(!box->state().invisible);
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(!named(canvas, "Namespace one")->state().invisible);
    QVERIFY(!named(canvas, "Cable from one")->state().invisible);
}

void TestCanvasAccessible::actionsDoTheirWork()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    QAccessibleInterface *b = named(canvas, "Router B");
    QAccessibleActionInterface *actions = b->actionInterface();
    QVERIFY(actions);
    for (const QString &name : actions->actionNames()) {
        QVERIFY2(!actions->localizedActionName(name).isEmpty(), qPrintable(name));
        QVERIFY2(!actions->localizedActionDescription(name).isEmpty(), qPrintable(name));
    }
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(canvas.selection.singleNode(), canvas.id("B"));
    QSignalSpy activated(&canvas.view, &views::NetworkView::activated);
    actions->doAction(views::CanvasPartAccessible::openAction());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<model::NetnsId>(), canvas.id("B"));
    canvas.view.clearFocus();
    canvas.view.lookAt({3500, 3500});
    actions->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(canvas.view.hasFocus());
    QVERIFY(!b->state().offscreen);
    QAccessibleInterface *cable = named(canvas, "Cable from B");
    cable->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QCOMPARE(canvas.selection.links().size(), 1U);
    auto *menu = canvas.view.findChild<QMenu *>("canvas.menu");
    QVERIFY(menu);
    QVERIFY(menu->isVisible());
    QVERIFY(!menu->actions().first()->text().contains("Add"));
    menu->close();
}

void TestCanvasAccessible::comingAndGoingIsTold()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    namesOf(root(canvas));
    canvas.forget();
    canvas.add("new", model::NodeKind::Switch, 0, 300);
    QCOMPARE(canvas.told(QAccessible::ObjectCreated), QStringList{"Switch new"});
    canvas.forget();
    canvas.wire("new", "A");
    QCOMPARE(canvas.told(QAccessible::ObjectCreated).size(), 1);
    QVERIFY(canvas.told(QAccessible::ObjectCreated)[0].startsWith("Cable from"));
    const QAccessible::Id id = QAccessible::uniqueId(named(canvas, "Switch new"));
    canvas.forget();
    canvas.document.undoStack().undo();
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.told(QAccessible::ObjectDestroyed).size(), 2);
    QVERIFY(!QAccessible::accessibleInterface(id));
    QVERIFY(!named(canvas, "Switch new"));
    canvas.forget();
    canvas.document.undoStack().redo();
    QCOMPARE(canvas.told(QAccessible::ObjectCreated), QStringList{"Switch new"});
}

void TestCanvasAccessible::changesAreTold()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    namesOf(root(canvas));
    named(canvas, "Cable from A")->text(QAccessible::Description);
    canvas.forget();
    canvas.perform({model::RenameNetns{"A", "alpha"}});
    const QStringList renamed{"Device alpha, 192.168.1.5/24", "Cable from alpha eth0 to sw1 eth1"};
    QCOMPARE(canvas.told(QAccessible::NameChanged), renamed);
    canvas.forget();
    canvas.perform({model::SetLinkUp{{"alpha", "eth0"}, false}});
    QCOMPARE(canvas.told(QAccessible::NameChanged), QStringList());
    QCOMPARE(canvas.told(QAccessible::DescriptionChanged), QStringList{"Cable from alpha eth0 to sw1 eth1"});
}

void TestCanvasAccessible::movesAreTold()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    named(canvas, "Device A")->rect();
    named(canvas, "Cable from A")->rect();
    named(canvas, "Device C")->rect();
    canvas.click(canvas.seen("A"));
    canvas.forget();
    canvas.key(Qt::Key_Left);
    QTRY_COMPARE(canvas.told(QAccessible::LocationChanged),
                 (QStringList{"Device A, 192.168.1.5/24", "Cable from A eth0 to sw1 eth1"}));
}

void TestCanvasAccessible::selectionAndFocusAreTold()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    canvas.forget();
    canvas.key(Qt::Key_N);
    QCOMPARE(canvas.told(QAccessible::SelectionAdd), QStringList{"Device A, 192.168.1.5/24"});
    QCOMPARE(canvas.told(QAccessible::Focus), QStringList{"Device A, 192.168.1.5/24"});
    QCOMPARE(canvas.told(QAccessible::StateChanged), QStringList{"Device A, 192.168.1.5/24"});
    canvas.forget();
    canvas.key(Qt::Key_K);
    QCOMPARE(canvas.told(QAccessible::SelectionRemove), QStringList{"Device A, 192.168.1.5/24"});
    QCOMPARE(canvas.told(QAccessible::SelectionAdd), QStringList{"Cable from A eth0 to sw1 eth1"});
    QCOMPARE(canvas.told(QAccessible::Focus), QStringList{"Cable from A eth0 to sw1 eth1"});
    // Without the focus, what panels select takes it from nobody.
    canvas.view.clearFocus();
    canvas.forget();
    canvas.selection.set({canvas.id("C")});
    QCOMPARE(canvas.told(QAccessible::Focus), QStringList());
    QCOMPARE(canvas.told(QAccessible::SelectionAdd), QStringList{"Device C, 192.168.2.5/24"});
    canvas.forget();
    canvas.view.setFocus();
    QVERIFY(canvas.told(QAccessible::Focus).contains("Device C, 192.168.2.5/24"));
}

void TestCanvasAccessible::nothingIsToldToNobody()
{
    HeardCanvas canvas(false);
    QVERIFY(tests::openNamed(canvas.document));
    namesOf(root(canvas));
    canvas.key(Qt::Key_N);
    canvas.perform({model::RenameNetns{"A", "alpha"}});
    canvas.add("new", model::NodeKind::Switch, 0, 300);
    QVERIFY(canvas.told(QAccessible::SelectionAdd).isEmpty());
    QVERIFY(canvas.told(QAccessible::NameChanged).isEmpty());
    QVERIFY(canvas.told(QAccessible::ObjectCreated).isEmpty());
    // What was asked for before is dropped all the same when it is gone.
    const QAccessible::Id id = QAccessible::uniqueId(named(canvas, "Switch new"));
    canvas.document.undoStack().undo();
    QVERIFY(!QAccessible::accessibleInterface(id));
}

void TestCanvasAccessible::anotherProjectHasOtherParts()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    const QAccessible::Id id = QAccessible::uniqueId(named(canvas, "Device A"));
    canvas.forget();
    canvas.document.load({}, {});
    QVERIFY(!QAccessible::accessibleInterface(id));
    QVERIFY(canvas.told(QAccessible::ObjectReorder).contains("Network drawing"));
    QCOMPARE(root(canvas)->childCount(), 1);
}

void TestCanvasAccessible::largeDrawingsAreListedLazily()
{
    HeardCanvas canvas;
    model::EditList edits;
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        edits.add(model::newNode("n" + std::to_string(i), model::NodeKind::Device, {i % 60 * 100.0, i / 60 * 100.0}));
    QCOMPARE(root(canvas)->childCount(), 1);
    canvas.forget();
    canvas.perform(edits);
    // Not one event and one interface for each of them.
    QCOMPARE(canvas.told(QAccessible::ObjectCreated), QStringList());
    QCOMPARE(canvas.told(QAccessible::ObjectReorder), QStringList{"Network drawing"});
    QCOMPARE(root(canvas)->childCount(), many + 1);
    auto *list = static_cast<views::CanvasAccessible *>(root(canvas));
    QVERIFY(!list->madeFor({Sort::Node, canvas.id("n2"), {}}));
    QCOMPARE(list->child(2)->text(QAccessible::Name), QStringLiteral("Device n2"));
    QVERIFY(list->madeFor({Sort::Node, canvas.id("n2"), {}}));
    QVERIFY(!list->madeFor({Sort::Node, canvas.id("n3"), {}}));
    canvas.forget();
    canvas.view.selectAll();
    QCOMPARE(canvas.told(QAccessible::SelectionAdd), QStringList());
    QCOMPARE(canvas.told(QAccessible::SelectionWithin), QStringList{"Network drawing"});
}

void TestCanvasAccessible::canvasGoesBeforeItsInterfaces()
{
    auto canvas = std::make_unique<Canvas>();
    QVERIFY(tests::openNamed(canvas->document));
    QList<QAccessible::Id> ids;
    for (int i = 0; i < root(*canvas)->childCount() - 1; ++i)
        ids += QAccessible::uniqueId(root(*canvas)->child(i));
    canvas.reset();
    for (const QAccessible::Id id : ids)
        QVERIFY(!QAccessible::accessibleInterface(id));
}

void TestCanvasAccessible::editorOfANameIsInTheTree()
{
    HeardCanvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    canvas.selection.set({canvas.id("A")});
    canvas.key(Qt::Key_F2);
    auto *editor = canvas.view.findChild<views::NameEditor *>();
    QVERIFY(editor);
    QAccessibleInterface *field = QAccessible::queryAccessibleInterface(editor);
    QCOMPARE(field->text(QAccessible::Name), QStringLiteral("Name of the node"));
    QCOMPARE(field->parent()->parent(), root(canvas));
    QVERIFY(field->parent()->indexOfChild(field) >= 0);
    QVERIFY(root(canvas)->indexOfChild(field->parent()) >= 0);
}

NETDRAFT_TEST(TestCanvasAccessible)
#include "tst_canvas_accessible.moc"

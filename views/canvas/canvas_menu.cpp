#include "views/canvas/canvas_menu.h"

#include "model/recipe/node_recipes.h"
#include "views/canvas/canvas_actions.h"
#include "views/canvas/docker_edits.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/selection_edits.h"
#include "views/canvas/tools/place_tool.h"
#include "views/document/document.h"
#include "views/style/icon.h"

#include <QCoreApplication>
#include <QMenu>

namespace netdraft::views {

namespace {

struct CanvasMenuWords {
    Q_DECLARE_TR_FUNCTIONS(CanvasMenu)
};

void addShared(QMenu &menu, const NetworkView &view, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        menu.addAction(view.action(QLatin1String(name)));
}

} // namespace

void fillNodeMenu(QMenu &menu, NetworkView &view, ToolContext &context, model::NetnsId node)
{
    QAction *connect = menu.addAction(icon(QStringLiteral("connect")), CanvasMenuWords::tr("&Connect From Here"));
    connect->setObjectName(QStringLiteral("canvas.menu.connectFrom"));
    QObject::connect(connect, &QAction::triggered, &view, [&view, node] { view.startConnecting(node); });
    menu.addSeparator();
    addShared(menu, view, {"canvas.cut", "canvas.copy", "canvas.duplicate", "canvas.rename", "canvas.remove"});
    const Frames &frames = view.networkScene().frames();
    if (frames.isContainer(node) || frames.outerOf(node))
        menu.addSeparator();
    if (frames.isContainer(node))
        addShared(menu, view, {"canvas.fold"});
    if (frames.outerOf(node))
        addShared(menu, view, {"canvas.takeOut"});
    if (const model::Netns *netns = context.document.network().find(node))
        addDockerActions(menu, view, *netns);
    menu.addSeparator();
    addShared(menu, view, {"canvas.fitSelection"});
}

void fillCableMenu(QMenu &menu, NetworkView &view, ToolContext &context, model::LinkPlace end)
{
    const model::Network &network = context.document.network();
    const model::Link *first = network.find(end);
    if (first && first->veth()) {
        for (const model::LinkPlace place : {end, first->veth()->peer}) {
            const model::Netns *netns = network.find(place.netns);
            const model::Link *link = netns->find(place.link);
            const QString name = QString::fromStdString(netns->name + " " + link->name);
            const bool up = !link->up;
            QAction *action = menu.addAction(icon(up ? QStringLiteral("up") : QStringLiteral("down")),
                                             up ? CanvasMenuWords::tr("Set %1 Up").arg(name)
                                                : CanvasMenuWords::tr("Set %1 Down").arg(name));
            action->setObjectName(QStringLiteral("canvas.menu.setUp.%1").arg(name));
            QObject::connect(action, &QAction::triggered, &view,
                             [&context, place, up] { setLinkUp(context, place, up); });
        }
        menu.addSeparator();
    }
    addShared(menu, view, {"canvas.remove"});
    menu.addSeparator();
    addShared(menu, view, {"canvas.fitSelection"});
}

void fillAnnotationMenu(QMenu &menu, NetworkView &view)
{
    const QAction *rename = view.action(QStringLiteral("canvas.rename"));
    QAction *write = menu.addAction(rename->icon(), CanvasMenuWords::tr("&Write on It"));
    write->setObjectName(QStringLiteral("canvas.menu.write"));
    write->setShortcut(rename->shortcut());
    QObject::connect(write, &QAction::triggered, &view, &NetworkView::renameSelection);
    QMenu *colours = menu.addMenu(CanvasMenuWords::tr("C&olour"));
    colours->setObjectName(QStringLiteral("canvas.menu.colours"));
    for (const model::AnnotationColour colour : model::annotationColours) {
        const std::string_view word = model::annotationColourName(colour);
        colours->addAction(
            view.action(QStringLiteral("canvas.colour.") + QLatin1String(word.data(), qsizetype(word.size()))));
    }
    menu.addSeparator();
    addShared(menu, view, {"canvas.cut", "canvas.copy", "canvas.duplicate", "canvas.remove"});
    menu.addSeparator();
    addShared(menu, view, {"canvas.fitSelection"});
}

void fillCanvasMenu(QMenu &menu, NetworkView &view, ToolContext &context, QPointF place)
{
    for (const model::NodeKind kind : model::placedKinds) {
        QAction *action = menu.addAction(icon(iconName(kind)), CanvasMenuWords::tr("Add %1").arg(kindTitle(kind)));
        action->setObjectName(QStringLiteral("canvas.menu.add.%1").arg(iconName(kind)));
        QObject::connect(action, &QAction::triggered, &view,
                         [&context, kind, place] { placeNewNode(context, kind, {place, Qt::NoModifier, 1, true}); });
    }
    menu.addSeparator();
    for (const model::AnnotationKind kind : model::annotationKinds) {
        QAction *action = menu.addAction(icon(iconName(kind)), CanvasMenuWords::tr("Add %1").arg(kindTitle(kind)));
        action->setObjectName(QStringLiteral("canvas.menu.add.%1").arg(iconName(kind)));
        QObject::connect(action, &QAction::triggered, &view, [&view, kind, place] { view.annotateAt(kind, place); });
    }
    menu.addSeparator();
    addShared(menu, view, {"canvas.paste", "canvas.selectAll", "canvas.fitAll", "canvas.zoomReset"});
    menu.addSeparator();
    addShared(menu, view, {"canvas.showInterfaceNames", "canvas.showAddresses", "canvas.showGrid"});
}

} // namespace netdraft::views

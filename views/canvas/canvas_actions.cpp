#include "views/canvas/canvas_actions.h"

#include "views/canvas/network_view.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>

#include <array>

namespace netdraft::views {

namespace {

struct Entry {
    const char *name;
    const char *text;
    const char *icon;
    std::array<const char *, 2> keys;
    void (NetworkView::*trigger)();
};

// clang-format off
constexpr Entry entries[] = {
    {"canvas.zoomIn", QT_TRANSLATE_NOOP("CanvasActions", "Zoom &In"), "zoom-in", {"Ctrl++", "Ctrl+="}, &NetworkView::zoomIn},
    {"canvas.zoomOut", QT_TRANSLATE_NOOP("CanvasActions", "Zoom &Out"), "zoom-out", {"Ctrl+-", nullptr}, &NetworkView::zoomOut},
    {"canvas.zoomReset", QT_TRANSLATE_NOOP("CanvasActions", "&Actual Size"), "zoom-reset", {"Ctrl+0", nullptr}, &NetworkView::zoomReset},
    {"canvas.fitAll", QT_TRANSLATE_NOOP("CanvasActions", "&Fit All"), "zoom-fit", {"Ctrl+1", nullptr}, &NetworkView::fitAll},
    {"canvas.fitSelection", QT_TRANSLATE_NOOP("CanvasActions", "Fit &Selection"), "zoom-selection", {"Ctrl+2", nullptr}, &NetworkView::fitSelection},
    {"canvas.selectAll", QT_TRANSLATE_NOOP("CanvasActions", "Select &All"), "", {"Ctrl+A", nullptr}, &NetworkView::selectAll},
    {"canvas.selectNone", QT_TRANSLATE_NOOP("CanvasActions", "Select &None"), "", {"Ctrl+Shift+A", nullptr}, &NetworkView::selectNone},
    {"canvas.nextNode", QT_TRANSLATE_NOOP("CanvasActions", "&Next Node"), "", {"N", nullptr}, &NetworkView::nextNode},
    {"canvas.previousNode", QT_TRANSLATE_NOOP("CanvasActions", "&Previous Node"), "", {"Shift+N", nullptr}, &NetworkView::previousNode},
    {"canvas.nextCable", QT_TRANSLATE_NOOP("CanvasActions", "Next &Cable"), "", {"K", nullptr}, &NetworkView::nextCable},
    {"canvas.previousCable", QT_TRANSLATE_NOOP("CanvasActions", "Previous Ca&ble"), "", {"Shift+K", nullptr}, &NetworkView::previousCable},
    {"canvas.remove", QT_TRANSLATE_NOOP("CanvasActions", "&Remove"), "delete", {"Del", "Backspace"}, &NetworkView::removeSelection},
    {"canvas.rename", QT_TRANSLATE_NOOP("CanvasActions", "Re&name"), "rename", {"F2", nullptr}, &NetworkView::renameSelection},
    {"canvas.add", QT_TRANSLATE_NOOP("CanvasActions", "Add &Node…"), "add", {"A", "Ins"}, &NetworkView::requestNode},
    {"canvas.cut", QT_TRANSLATE_NOOP("CanvasActions", "Cu&t"), "cut", {"Ctrl+X", nullptr}, &NetworkView::cutSelection},
    {"canvas.copy", QT_TRANSLATE_NOOP("CanvasActions", "&Copy"), "copy", {"Ctrl+C", nullptr}, &NetworkView::copySelection},
    {"canvas.paste", QT_TRANSLATE_NOOP("CanvasActions", "&Paste"), "paste", {"Ctrl+V", nullptr}, &NetworkView::paste},
    {"canvas.fold", QT_TRANSLATE_NOOP("CanvasActions", "&Fold or Unfold"), "", {"F", nullptr}, &NetworkView::foldSelection},
    {"canvas.takeOut", QT_TRANSLATE_NOOP("CanvasActions", "Take &Out"), "", {nullptr, nullptr}, &NetworkView::takeSelectionOut},
    {"canvas.dockerStart", QT_TRANSLATE_NOOP("CanvasActions", "&Install and Start Docker"), "", {nullptr, nullptr}, &NetworkView::startDocker},
    {"canvas.dockerStop", QT_TRANSLATE_NOOP("CanvasActions", "St&op Docker (Rules Stay)"), "", {nullptr, nullptr}, &NetworkView::stopDocker},
    {"canvas.dockerRemove", QT_TRANSLATE_NOOP("CanvasActions", "Remo&ve Docker"), "", {nullptr, nullptr}, &NetworkView::removeDocker},
    {"canvas.alignRow", QT_TRANSLATE_NOOP("CanvasActions", "Align in a &Row"), "align-row", {nullptr, nullptr}, &NetworkView::alignInRow},
    {"canvas.alignColumn", QT_TRANSLATE_NOOP("CanvasActions", "Align in a &Column"), "align-column", {nullptr, nullptr}, &NetworkView::alignInColumn},
    {"canvas.spreadRow", QT_TRANSLATE_NOOP("CanvasActions", "Spread &Across"), "spread-row", {nullptr, nullptr}, &NetworkView::spreadInRow},
    {"canvas.spreadColumn", QT_TRANSLATE_NOOP("CanvasActions", "Spread &Down"), "spread-column", {nullptr, nullptr}, &NetworkView::spreadInColumn},
    {"canvas.layOutWires", QT_TRANSLATE_NOOP("CanvasActions", "Lay Out by Ca&bles"), "layout", {"Ctrl+R", nullptr}, &NetworkView::layOutByWires},
    {"canvas.layOutLayers", QT_TRANSLATE_NOOP("CanvasActions", "Lay Out in &Layers"), "", {nullptr, nullptr}, &NetworkView::layOutInLayers},
    {"canvas.layOutCircle", QT_TRANSLATE_NOOP("CanvasActions", "Lay Out in a C&ircle"), "", {nullptr, nullptr}, &NetworkView::layOutInCircle},
    {"canvas.layOutGrid", QT_TRANSLATE_NOOP("CanvasActions", "Lay Out on a &Grid"), "", {nullptr, nullptr}, &NetworkView::layOutOnGrid},
    {"canvas.addNote", QT_TRANSLATE_NOOP("CanvasActions", "Write a &Note"), "annotation-text", {"T", nullptr}, &NetworkView::addNote},
    {"canvas.addBox", QT_TRANSLATE_NOOP("CanvasActions", "Draw a &Box"), "annotation-box", {"B", nullptr}, &NetworkView::addBox},
    {"canvas.addArrow", QT_TRANSLATE_NOOP("CanvasActions", "Draw an &Arrow"), "annotation-arrow", {"Shift+L", nullptr}, &NetworkView::addArrow},
    {"canvas.nextAnnotation", QT_TRANSLATE_NOOP("CanvasActions", "Next Anno&tation"), "", {"J", nullptr}, &NetworkView::nextAnnotation},
    {"canvas.previousAnnotation", QT_TRANSLATE_NOOP("CanvasActions", "Previous Annotat&ion"), "", {"Shift+J", nullptr}, &NetworkView::previousAnnotation},
    {"canvas.duplicate", QT_TRANSLATE_NOOP("CanvasActions", "&Duplicate"), "duplicate", {"Ctrl+D", nullptr}, &NetworkView::duplicateSelection},
};
// clang-format on

QString translated(const char *text)
{
    return QCoreApplication::translate("CanvasActions", text);
}

QAction *add(NetworkView &view, const char *name, const QString &text, const char *iconName,
             const std::array<const char *, 2> &keys)
{
    auto *action = new QAction(text, &view);
    action->setObjectName(QLatin1String(name));
    if (*iconName)
        action->setIcon(icon(QLatin1String(iconName)));
    QList<QKeySequence> shortcuts;
    for (const char *key : keys) {
        if (key)
            shortcuts += QKeySequence(QLatin1String(key));
    }
    action->setShortcuts(shortcuts);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view.addAction(action);
    return action;
}

void addTools(NetworkView &view)
{
    auto *group = new QActionGroup(&view);
    QAction *select =
        add(view, "canvas.select", translated(QT_TRANSLATE_NOOP("CanvasActions", "&Select")), "select", {"V", nullptr});
    QAction *connect =
        add(view, "canvas.connect", translated(QT_TRANSLATE_NOOP("CanvasActions", "&Connect")), "connect", {"L", "C"});
    for (QAction *tool : {select, connect}) {
        tool->setCheckable(true);
        group->addAction(tool);
    }
    // While a node is being placed, neither of them is lit.
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    select->setChecked(true);
    QObject::connect(select, &QAction::triggered, &view, [&view] { view.setTool(CanvasTool::Select); });
    QObject::connect(connect, &QAction::triggered, &view, [&view] { view.setTool(CanvasTool::Connect); });
    QObject::connect(&view, &NetworkView::toolChanged, group, [select, connect](CanvasTool tool) {
        select->setChecked(tool == CanvasTool::Select);
        connect->setChecked(tool == CanvasTool::Connect);
    });
}

void addSwitch(NetworkView &view, const char *name, const QString &text, const char *iconName,
               void (NetworkView::*set)(bool), bool on = true)
{
    QAction *action = add(view, name, text, iconName, {nullptr, nullptr});
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::toggled, &view, set);
}

/// Those of annotations, each with a spot of it.
void addColours(NetworkView &view)
{
    for (const model::AnnotationColour colour : model::annotationColours) {
        const std::string_view word = model::annotationColourName(colour);
        const QByteArray name = "canvas.colour." + QByteArray(word.data(), qsizetype(word.size()));
        QAction *action = add(view, name.constData(), colourTitle(colour), "", {nullptr, nullptr});
        action->setIcon(icon(QStringLiteral("swatch"), lightTheme().annotation(colour).border));
        QObject::connect(action, &QAction::triggered, &view, [&view, colour] { view.colourSelection(colour); });
    }
}

} // namespace

void addCanvasActions(NetworkView &view)
{
    addTools(view);
    addColours(view);
    for (const Entry &entry : entries) {
        QAction *action = add(view, entry.name, translated(entry.text), entry.icon, entry.keys);
        QObject::connect(action, &QAction::triggered, &view, entry.trigger);
    }
    addSwitch(view, "canvas.showInterfaceNames",
              translated(QT_TRANSLATE_NOOP("CanvasActions", "Show &Interface Names")), "interface-names",
              &NetworkView::setInterfaceNamesShown);
    addSwitch(view, "canvas.showAddresses", translated(QT_TRANSLATE_NOOP("CanvasActions", "Show A&ddresses")),
              "addresses", &NetworkView::setAddressesShown);
    addSwitch(view, "canvas.showGrid", translated(QT_TRANSLATE_NOOP("CanvasActions", "Show &Grid")), "grid",
              &NetworkView::setGridShown);
    addSwitch(view, "canvas.shadeSubnets", translated(QT_TRANSLATE_NOOP("CanvasActions", "Shade Su&bnets")), "",
              &NetworkView::setSubnetsShaded, false);
    addSwitch(view, "canvas.snap", translated(QT_TRANSLATE_NOOP("CanvasActions", "Snap to Grid")), "snap",
              &NetworkView::setSnapping);
    addSwitch(view, "canvas.showOverview", translated(QT_TRANSLATE_NOOP("CanvasActions", "Show &Overview")), "overview",
              &NetworkView::setOverviewShown);
}

} // namespace netdraft::views

#include "views/canvas/canvas_accessible.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/canvas_announcer.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace netdraft::views {

namespace {

/// When more than these come at once, the whole list is told to be new.
constexpr std::size_t mostTold = 100;
/// The drawing changes all the time, and its change set names no node: of more, only those that the network's changes
/// name are compared with what was said of them.
constexpr std::size_t mostComparedByDrawing = 2000;

struct CanvasAccessibleWords {
    Q_DECLARE_TR_FUNCTIONS(CanvasAccessible)
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String(NetworkView::staticMetaObject.className()))
        return nullptr;
    auto *view = qobject_cast<NetworkView *>(object);
    auto *announcer = view ? view->findChild<CanvasAnnouncer *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    return announcer ? new CanvasAccessible(*view, *announcer) : nullptr;
}

CanvasPart partOf(const CableItem &cable)
{
    const model::LinkPlace first = cable.end(0).place;
    return {CanvasPart::Sort::Cable, first.netns, first.link};
}

CanvasPart partOf(model::AnnotationId annotation)
{
    return {CanvasPart::Sort::Annotation, {}, {}, annotation};
}

} // namespace

void CanvasAccessible::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
}

CanvasAccessible::CanvasAccessible(NetworkView &view, CanvasAnnouncer &announcer)
    : QAccessibleWidget(&view, QAccessible::List), m_scene(&view.networkScene()), m_announcer(&announcer)
{
    announcer.setAccessible(this);
}

CanvasAccessible::~CanvasAccessible()
{
    if (m_announcer)
        m_announcer->setAccessible(nullptr);
    for (const auto &[part, id] : m_made)
        QAccessible::deleteAccessibleInterface(id);
}

NetworkView &CanvasAccessible::view() const
{
    return *static_cast<NetworkView *>(widget());
}

Document &CanvasAccessible::document() const
{
    return m_announcer->document();
}

Selection &CanvasAccessible::selection() const
{
    return m_announcer->selection();
}

std::vector<CanvasPart> CanvasAccessible::present() const
{
    std::vector<CanvasPart> all;
    if (!m_scene || !m_announcer)
        return all;
    for (const NodeItem *node : m_scene->nodes()) {
        all.push_back({CanvasPart::Sort::Node, node->id(), {}});
        if (m_scene->frames().isContainer(node->id()))
            all.push_back({CanvasPart::Sort::Box, node->id(), {}});
    }
    for (const CableItem *cable : m_scene->cables())
        all.push_back(partOf(*cable));
    for (const auto &[id, item] : m_scene->annotations().items())
        all.push_back(partOf(id));
    std::ranges::sort(all);
    return all;
}

const std::vector<CanvasPart> &CanvasAccessible::parts() const
{
    if (!m_listed) {
        m_parts = present();
        m_listed = true;
    }
    return m_parts;
}

/// The parts, and after them the viewport, in which lie the overview and the editor of a name.
int CanvasAccessible::childCount() const
{
    return m_scene ? static_cast<int>(parts().size()) + 1 : 0;
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto place = static_cast<std::size_t>(index);
    if (place == parts().size())
        return QAccessible::queryAccessibleInterface(view().viewport());
    return interfaceOf(parts()[place]);
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (!child || !m_scene)
        return -1;
    if (child->object())
        return child->object() == view().viewport() ? static_cast<int>(parts().size()) : -1;
    if (child->parent() != this)
        return -1;
    const CanvasPart &part = static_cast<const CanvasPartAccessible *>(child)->part();
    const auto found = std::ranges::lower_bound(parts(), part);
    return found != parts().end() && *found == part ? static_cast<int>(found - parts().begin()) : -1;
}

CanvasPartAccessible *CanvasAccessible::interfaceOf(const CanvasPart &part) const
{
    const auto [place, isNew] = m_made.try_emplace(part);
    if (isNew)
        place->second = QAccessible::registerAccessibleInterface(new CanvasPartAccessible(*this, part));
    return static_cast<CanvasPartAccessible *>(QAccessible::accessibleInterface(place->second));
}

CanvasPartAccessible *CanvasAccessible::madeFor(const CanvasPart &part) const
{
    return m_made.contains(part) ? interfaceOf(part) : nullptr;
}

std::optional<CanvasPart> CanvasAccessible::partAt(QPointF place) const
{
    if (const NodeItem *node = m_scene->nodeAt(place))
        return CanvasPart{CanvasPart::Sort::Node, node->id(), {}};
    if (const model::AnnotationId annotation = m_scene->annotationAt(place))
        return partOf(annotation);
    if (const CableItem *cable = m_scene->cableAt(place))
        return partOf(*cable);
    if (const FrameItem *frame = m_scene->frames().at(place))
        return CanvasPart{CanvasPart::Sort::Box, frame->id(), {}};
    return std::nullopt;
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    if (!m_scene)
        return nullptr;
    const QWidget &viewport = *view().viewport();
    const QPoint point = viewport.mapFromGlobal(QPoint(x, y));
    if (!viewport.rect().contains(point))
        return nullptr;
    if (viewport.childAt(point))
        return QAccessible::queryAccessibleInterface(view().viewport());
    const auto part = partAt(view().viewportTransform().inverted().map(QPointF(point)));
    return part ? interfaceOf(*part) : nullptr;
}

bool CanvasAccessible::isSelected(const CanvasPart &part) const
{
    if (part.sort == CanvasPart::Sort::Annotation)
        return selection().annotations().contains(part.annotation);
    if (part.sort != CanvasPart::Sort::Cable)
        return selection().nodes().contains(part.node);
    const model::Link *link = document().network().find(part.place());
    return selection().links().contains(part.place()) ||
           (link && link->veth() && selection().links().contains(link->veth()->peer));
}

std::optional<CanvasPart> CanvasAccessible::current() const
{
    if (!m_scene || !m_announcer)
        return std::nullopt;
    if (const model::NetnsId node = selection().singleNode(); node && m_scene->node(node))
        return CanvasPart{CanvasPart::Sort::Node, node, {}};
    if (const CableItem *cable = m_scene->cable(selection().singleLink()))
        return partOf(*cable);
    if (const model::AnnotationId annotation = selection().singleAnnotation(); m_scene->annotations().item(annotation))
        return partOf(annotation);
    return std::nullopt;
}

std::vector<CanvasPart> CanvasAccessible::selected() const
{
    std::vector<CanvasPart> all;
    for (const model::NetnsId node : selection().nodes()) {
        if (!m_scene->node(node))
            continue;
        all.push_back({CanvasPart::Sort::Node, node, {}});
        if (m_scene->frames().isContainer(node))
            all.push_back({CanvasPart::Sort::Box, node, {}});
    }
    for (const model::LinkPlace link : selection().links()) {
        if (const CableItem *cable = m_scene->cable(link))
            all.push_back(partOf(*cable));
    }
    for (const model::AnnotationId annotation : selection().annotations()) {
        if (m_scene->annotations().item(annotation))
            all.push_back(partOf(annotation));
    }
    std::ranges::sort(all);
    const auto twice = std::ranges::unique(all);
    all.erase(twice.begin(), twice.end());
    return all;
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    if (const auto part = current(); part && view().hasFocus())
        return interfaceOf(*part);
    return QAccessibleWidget::focusChild();
}

QString CanvasAccessible::text(QAccessible::Text text) const
{
    if (text != QAccessible::Description || !m_scene)
        return QAccessibleWidget::text(text);
    const auto count = [this](CanvasPart::Sort sort) { return std::ranges::count(parts(), sort, &CanvasPart::sort); };
    return CanvasAccessibleWords::tr(
               "Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next "
               "cable of it, J to the next annotation, Alt with an arrow to the nearest node "
               "that way.")
        .arg(count(CanvasPart::Sort::Node))
        .arg(count(CanvasPart::Sort::Cable))
        .arg(count(CanvasPart::Sort::Annotation));
}

QAccessible::State CanvasAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

std::vector<CanvasPartAccessible *> CanvasAccessible::made() const
{
    std::vector<CanvasPartAccessible *> all;
    all.reserve(m_made.size());
    for (const auto &[part, id] : m_made)
        all.push_back(static_cast<CanvasPartAccessible *>(QAccessible::accessibleInterface(id)));
    return all;
}

void CanvasAccessible::tell(QAccessibleInterface *about, QAccessible::Event what) const
{
    if (m_announcer)
        m_announcer->announce(about, what);
}

void CanvasAccessible::forget(const CanvasPart &part)
{
    const auto found = m_made.find(part);
    if (found == m_made.end())
        return;
    const QAccessible::Id id = found->second;
    tell(QAccessible::accessibleInterface(id), QAccessible::ObjectDestroyed);
    m_made.erase(part);
    QAccessible::deleteAccessibleInterface(id);
}

void CanvasAccessible::sync()
{
    if (!m_listed && m_made.empty())
        return;
    const std::vector<CanvasPart> before = std::move(m_parts);
    const bool wasListed = m_listed;
    m_parts = present();
    m_listed = true;
    std::vector<CanvasPart> gone;
    for (const auto &[part, id] : m_made) {
        if (!std::ranges::binary_search(m_parts, part))
            gone.push_back(part);
    }
    for (const CanvasPart &part : gone)
        forget(part);
    if (!wasListed || !m_announcer || !m_announcer->isHeard())
        return;
    std::vector<CanvasPart> come;
    std::ranges::set_difference(m_parts, before, std::back_inserter(come));
    if (come.size() > mostTold) {
        tell(this, QAccessible::ObjectReorder);
        return;
    }
    for (const CanvasPart &part : come)
        tell(interfaceOf(part), QAccessible::ObjectCreated);
}

void CanvasAccessible::reset()
{
    m_parts.clear();
    m_listed = false;
    while (!m_made.empty())
        forget(m_made.begin()->first);
    tell(this, QAccessible::ObjectReorder);
}

void CanvasAccessible::announceChanges(const model::ChangeSet &changes)
{
    const auto isChanged = [&](model::NetnsId id) { return std::ranges::binary_search(changes.namespaces, id); };
    const bool everything = changes.drawing && m_made.size() <= mostComparedByDrawing;
    for (CanvasPartAccessible *each : made()) {
        const CanvasPart &part = each->part();
        const model::Link *link = document().network().find(part.place());
        if (everything || part.sort == CanvasPart::Sort::Box || isChanged(part.node) ||
            (link && link->veth() && isChanged(link->veth()->peer.netns)))
            each->announceChanges(*m_announcer);
    }
}

void CanvasAccessible::announceMoves()
{
    for (CanvasPartAccessible *part : made())
        part->announceMove(*m_announcer);
}

} // namespace netdraft::views

#include "views/canvas/network_view.h"

#include "views/canvas/annotation_editor.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/canvas_actions.h"
#include "views/canvas/canvas_announcer.h"
#include "views/canvas/canvas_menu.h"
#include "views/canvas/gliding.h"
#include "views/canvas/name_editor.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/overview.h"
#include "views/canvas/packet_path_item.h"
#include "views/canvas/paint_parts.h"
#include "views/canvas/subnets_item.h"
#include "views/canvas/tools/connect_tool.h"
#include "views/canvas/tools/node_ghost.h"
#include "views/canvas/tools/place_tool.h"
#include "views/canvas/tools/select_tool.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QAction>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVariantAnimation>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr double leastZoom = 0.02;
constexpr double mostZoom = 10;
/// A few nodes are not blown up to fill the window.
constexpr double mostFitZoom = 1.5;
constexpr double zoomStep = 1.25;
constexpr double revealZoom = 0.8;
/// For a packet that is shown on its way, in milliseconds.
constexpr int timeOnACable = 260;
/// More nodes would not move smoothly.
constexpr std::size_t mostGliding = 300;

} // namespace

NetworkView::NetworkView(Document &document, Selection &selection, QWidget *parent)
    : QGraphicsView(parent), m_document(document), m_selection(selection), m_scene(new NetworkScene(this)),
      m_travel(new QVariantAnimation(this)), m_gliding(std::make_unique<Gliding>(*m_scene))
{
    setObjectName(QStringLiteral("canvas"));
    viewport()->setObjectName(QStringLiteral("canvas.viewport"));
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setAcceptDrops(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 150);

    m_context = std::make_unique<ToolContext>(ToolContext{
        document, selection, *m_scene, [this](const QString &text) { emit message(text); },
        [this] { setTool(CanvasTool::Select); },
        [this](QPointF place, const auto &chosen) {
            emit kindWanted(tr("Connect to a new node"), viewport()->mapToGlobal(mapFromScene(place)), chosen, {});
        },
        [this](const model::Annotation &annotation, model::AnnotationId id) { openEditor(annotation, id); }});
    m_tool = std::make_unique<SelectTool>(*m_context);

    CanvasLook look;
    look.theme = &themeOf(palette());
    look.setTextScale(textScaleOf(font()));
    m_scene->setLook(look);
    m_scene->reset(document.project());
    showSelection();

    connect(&document, &Document::changed, this, [this](const model::ChangeSet &changes) {
        m_tool->cancel();
        const bool sawAll = seesAll();
        const std::size_t before = m_scene->nodeCount();
        takeOver(changes);
        showSelection();
        // What a command makes comes where there is room: who saw all goes on seeing all.
        if (sawAll && m_scene->nodeCount() > before && !seesAll())
            fit(m_scene->contentBounds());
    });
    connect(&document, &Document::reset, this, [this] {
        m_tool->cancel();
        m_gliding->stop();
        clearPath();
        m_scene->reset(m_document.project());
        if (m_subnets)
            m_subnets->read(*m_document.plane());
        showSelection();
        m_fitsWindow = true;
        if (isVisible())
            fitAll();
    });
    connect(&selection, &Selection::changed, this, &NetworkView::showSelection);
    connect(m_scene, &NetworkScene::arranged, this, [this] {
        lookAround();
        m_overview->redraw();
        followOverlays();
        placeNameEditor();
        placeAnnotationEditor();
    });
    connect(m_travel, &QVariantAnimation::valueChanged, this, [this](const QVariant &share) {
        if (m_path)
            m_path->setPacket(share.toReal());
    });
    connect(m_travel, &QVariantAnimation::finished, this, [this] {
        if (m_path)
            m_path->setPacket(std::nullopt);
    });
    m_travel->setStartValue(0.0);
    m_travel->setEndValue(1.0);
    m_overview = new Overview(*this);
    addCanvasActions(*this);
    // Naming it may ask for its interface, which is the announcer's to make.
    new CanvasAnnouncer(*this, document, selection);
    setAccessibleName(tr("Network drawing"));
}

void NetworkView::takeOver(const model::ChangeSet &changes)
{
    m_gliding->finish();
    const bool glides = m_animated && changes.drawing && changes.namespaces.empty() && isVisible() &&
                        m_scene->nodeCount() <= mostGliding;
    const model::NodePlaces before = glides ? m_scene->places() : model::NodePlaces();
    const bool wasEmpty = m_scene->isEmpty();
    m_scene->sync(m_document.project(), changes);
    if (m_subnets && !changes.namespaces.empty())
        m_subnets->read(*m_document.plane());
    if (m_scene->isEmpty() != wasEmpty)
        viewport()->update(); // The hint of an empty canvas comes and goes.
    m_gliding->start(before);
}

NetworkView::~NetworkView()
{
    // Before the scene, in which they have items.
    delete m_nameEditor;
    delete m_annotationEditor;
    m_dragged.reset();
    m_dragTarget.reset();
    m_path.reset();
    m_subnets.reset();
    m_weak.reset();
    m_changes.reset();
    m_tool.reset();
    m_formerTools.clear();
    m_gliding.reset();
    // It scrolls once more when its scene is taken from it.
    setScene(nullptr);
    delete m_scene;
}

QAction *NetworkView::action(const QString &name) const
{
    const QList<QAction *> all = actions();
    const auto found =
        std::ranges::find_if(all, [&](const QAction *candidate) { return candidate->objectName() == name; });
    Q_ASSERT(found != all.end());
    return *found;
}

void NetworkView::setTool(CanvasTool tool)
{
    switch (tool) {
    case CanvasTool::Select: useTool(tool, std::make_unique<SelectTool>(*m_context)); break;
    case CanvasTool::Connect: useTool(tool, std::make_unique<ConnectTool>(*m_context)); break;
    case CanvasTool::Place: startPlacing(model::NodeKind::Device); break;
    case CanvasTool::Annotate: startAnnotating(model::AnnotationKind::Text); break;
    }
}

void NetworkView::startPlacing(model::NodeKind kind)
{
    useTool(CanvasTool::Place, std::make_unique<PlaceTool>(*m_context, kind));
}

void NetworkView::startConnecting(model::NetnsId node)
{
    auto tool = std::make_unique<ConnectTool>(*m_context);
    ConnectTool *connecting = tool.get();
    useTool(CanvasTool::Connect, std::move(tool));
    connecting->startAt(node);
}

void NetworkView::useTool(CanvasTool kind, std::unique_ptr<Tool> tool)
{
    m_tool->cancel();
    m_tool->leave();
    // A tool may ask for another one while it handles an event, so it lives until that is over.
    m_formerTools.push_back(std::move(m_tool));
    QMetaObject::invokeMethod(this, [this] { m_formerTools.clear(); }, Qt::QueuedConnection);
    m_tool = std::move(tool);
    m_toolKind = kind;
    updateCursor();
    viewport()->update(); // The hint of an empty canvas comes and goes with the tool.
    emit toolChanged(kind);
    emit message(m_tool->hint());
}

void NetworkView::placeInMiddle(model::NodeKind kind)
{
    placeAt(kind, mapToScene(viewport()->rect().center()));
}

void NetworkView::placeAt(model::NodeKind kind, QPointF place)
{
    m_fitsWindow = false;
    placeNewNode(*m_context, kind, {place, Qt::NoModifier, 1 / zoom(), m_snaps});
}

void NetworkView::showPath(const std::vector<model::LinkPlace> &links, PacketFate fate, const QString &text,
                           model::NetnsId at)
{
    m_path = std::make_unique<PacketPathItem>(*m_scene, PacketPathItem::Way{links, fate, text, at});
    m_path->setVisible(m_answersShown);
    m_scene->addItem(m_path.get());
    // The view stays where it is as long as the end can be seen.
    if (const QRectF end = m_path->end(); m_answersShown && !end.isNull() && !inSight().contains(end.center())) {
        m_fitsWindow = false;
        ensureVisible(end, 60, 60);
    }
    followOverlays();
    const int milliseconds = static_cast<int>(std::min<std::size_t>(m_path->passed(), 8)) * timeOnACable;
    m_travel->stop();
    m_travel->setDuration(std::max(1, milliseconds));
    m_travel->start();
}

void NetworkView::followOverlays()
{
    if (m_subnets)
        m_subnets->follow();
    if (m_path)
        m_path->follow({inSight(), 1 / zoom()});
    for (MarksItem *marks : {m_weak.get(), m_changes.get()}) {
        if (marks)
            marks->follow(1 / zoom());
    }
}

void NetworkView::showMarks(std::unique_ptr<MarksItem> &item, std::vector<CanvasMark> marks)
{
    item.reset();
    if (marks.empty())
        return;
    item = std::make_unique<MarksItem>(*m_scene, std::move(marks));
    item->setVisible(m_answersShown);
    m_scene->addItem(item.get());
    item->follow(1 / zoom());
}

void NetworkView::showWeakPoints(std::vector<CanvasMark> marks)
{
    showMarks(m_weak, std::move(marks));
}

void NetworkView::showChanges(std::vector<CanvasMark> marks)
{
    showMarks(m_changes, std::move(marks));
}

QRectF NetworkView::inSight() const
{
    return mapToScene(viewport()->rect()).boundingRect();
}

void NetworkView::clearPath()
{
    m_travel->stop();
    m_path.reset();
}

void NetworkView::reveal(model::NetnsId node)
{
    m_fitsWindow = false;
    const NodeItem *item = m_scene->shownNode(node);
    if (!item)
        return;
    // In sight means that its name can be read.
    if (zoom() < detail::labels) {
        setTransform(QTransform::fromScale(revealZoom, revealZoom));
        centerOn(item->pos());
        afterZoom();
    }
    ensureVisible(item->sceneBoundingRect(), 40, 40);
}

void NetworkView::reveal(model::LinkPlace link)
{
    m_fitsWindow = false;
    if (const CableItem *item = m_scene->cable(link))
        ensureVisible(item->boundingRect(), 40, 40);
}

double NetworkView::zoom() const
{
    return transform().m11();
}

void NetworkView::zoomIn()
{
    zoomBy(zoomStep, QRectF(viewport()->rect()).center());
}

void NetworkView::zoomOut()
{
    zoomBy(1 / zoomStep, QRectF(viewport()->rect()).center());
}

void NetworkView::zoomReset()
{
    zoomBy(1 / zoom(), QRectF(viewport()->rect()).center());
}

void NetworkView::zoomBy(double factor, QPointF anchor)
{
    m_fitsWindow = false;
    const double wanted = std::clamp(zoom() * factor, leastZoom, mostZoom);
    const QPointF before = mapToScene(anchor.toPoint());
    setTransform(QTransform::fromScale(wanted, wanted));
    const QPointF shift = (QPointF(mapFromScene(before)) - anchor);
    // Everything is painted anew, so nothing that was painted needs to be moved.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    scrollBy({qRound(shift.x()), qRound(shift.y())});
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    afterZoom();
}

void NetworkView::scrollBy(QPoint step)
{
    // What lies on the canvas comes back to its place once for both directions: Qt paints all of it anew otherwise.
    m_scrolling = true;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + step.y());
    m_scrolling = false;
    afterScroll();
}

void NetworkView::lookAround()
{
    m_scene->setCrowd(crowdOf(m_scene->cablesIn(inSight()).size(), m_scene->crowd()));
}

void NetworkView::afterScroll()
{
    lookAround();
    placeNameEditor();
    placeAnnotationEditor();
    m_overview->follow();
}

bool NetworkView::seesAll() const
{
    constexpr std::size_t mostNodes = 200; // of which it is looked for at every change
    if (!isVisible() || m_scene->nodeCount() > mostNodes)
        return false;
    constexpr QPointF corner(tileHalf, tileHalf);
    const QRectF sight = inSight();
    const auto &nodes = m_scene->nodes();
    return std::ranges::all_of(nodes, [&](const NodeItem *node) {
        return !node->isVisible() || sight.contains(QRectF(node->pos() - corner, node->pos() + corner));
    });
}

void NetworkView::fitAll()
{
    fit(m_scene->contentBounds());
}

void NetworkView::fitSelection()
{
    m_fitsWindow = false;
    QRectF bounds;
    for (const model::NetnsId id : m_selection.nodes()) {
        if (const NodeItem *item = m_scene->node(id))
            bounds |= item->sceneBoundingRect();
    }
    for (const model::LinkPlace link : m_selection.links()) {
        if (const CableItem *item = m_scene->cable(link))
            bounds |= item->boundingRect();
    }
    for (const model::AnnotationId id : m_selection.annotations()) {
        if (const AnnotationItem *item = m_scene->annotations().item(id))
            bounds |= item->boundingRect();
    }
    fit(bounds.isNull() ? m_scene->contentBounds() : bounds);
}

void NetworkView::fit(const QRectF &bounds)
{
    if (bounds.isNull()) {
        setTransform({});
        centerOn(0, 0);
        afterZoom();
        return;
    }
    const QRectF wanted = bounds.adjusted(-30, -30, 30, 30);
    const double scale = std::clamp(
        std::min(viewport()->width() / wanted.width(), viewport()->height() / wanted.height()), leastZoom, mostFitZoom);
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(wanted.center());
    afterZoom();
}

void NetworkView::afterZoom()
{
    lookAround();
    followOverlays();
    placeNameEditor();
    placeAnnotationEditor();
    m_overview->follow();
    emit zoomChanged(zoom());
}

void NetworkView::rename(model::NetnsId node)
{
    const NodeItem *item = m_scene->node(node);
    if (!item)
        return;
    if (node == model::hostNetns) {
        emit message(tr("The machine itself keeps its name"));
        return;
    }
    delete m_nameEditor;
    reveal(node);
    m_nameEditor = new NameEditor(*m_context, node, viewport());
    m_nameEditor->place(QRectF(mapFromScene(item->nameRect()).boundingRect()));
    m_nameEditor->show();
    m_nameEditor->setFocus();
}

void NetworkView::placeNameEditor()
{
    if (!m_nameEditor)
        return;
    const NodeItem *item = m_scene->node(m_nameEditor->node());
    if (!item) {
        delete m_nameEditor;
        return;
    }
    m_nameEditor->place(QRectF(mapFromScene(item->nameRect()).boundingRect()));
}

void NetworkView::lookAt(QPointF place)
{
    m_fitsWindow = false;
    centerOn(place);
    followOverlays();
}

void NetworkView::setHintShown(bool shown)
{
    m_hintShown = shown;
    viewport()->update();
}

void NetworkView::showSelection()
{
    m_scene->showSelection(m_selection.nodes(), m_selection.links(), m_selection.annotations());
}

void NetworkView::updateCursor()
{
    viewport()->setCursor(m_pan         ? QCursor(Qt::ClosedHandCursor)
                          : m_spaceDown ? QCursor(Qt::OpenHandCursor)
                                        : m_tool->cursor());
}

void NetworkView::paintEvent(QPaintEvent *event)
{
    // Two strips after scrolling aslant have all of it as their bounding rectangle, so each is painted by itself.
    for (const QRect &part : paintParts(event->region())) {
        m_painted = part;
        QPaintEvent partEvent(part);
        QGraphicsView::paintEvent(&partEvent);
    }
}

void NetworkView::drawBackground(QPainter *painter, const QRectF &rect)
{
    // Qt also draws thin lines several times as fast when a rectangle clips them.
    const QTransform transform = painter->worldTransform();
    painter->resetTransform();
    painter->setClipRect(m_painted);
    painter->setWorldTransform(transform);
    QGraphicsView::drawBackground(painter, rect);
}

void NetworkView::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_hintShown || !m_scene->isEmpty() || m_dragged || m_dragsAnnotation || m_annotationEditor ||
        m_toolKind == CanvasTool::Place || m_toolKind == CanvasTool::Annotate)
        return;
    // An empty canvas says what to do with it.
    painter->save();
    painter->resetTransform();
    painter->setPen(themeOf(palette()).mutedText);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    painter->setFont(large);
    painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                      tr("Double-click to add a device, switch or router, or drag one from the palette;\n"
                         "then press L and drag from one to the other to connect them."));
    painter->restore();
}

} // namespace netdraft::views

#include "views/canvas/overview.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <vector>

namespace netdraft::views {

namespace {

constexpr QSize ownSize(200, 140);
constexpr int fromCorner = 12;
constexpr qreal inner = 6;
/// A drawing of fewer nodes needs none.
constexpr std::size_t fewNodes = 30;
constexpr std::size_t manyNodes = 1000;
constexpr int delayMs = 150;
constexpr qreal leastNode = 3; ///< pixels

} // namespace

Overview::Overview(NetworkView &view) : QWidget(view.viewport()), m_view(view)
{
    setObjectName(QStringLiteral("canvas.overview"));
    setAccessibleName(tr("Overview"));
    setToolTip(tr("Click or drag to go to another part of the drawing"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_OpaquePaintEvent); // so that the canvas is not painted below it
    resize(ownSize);
    m_soon.setSingleShot(true);
    m_soon.setInterval(delayMs);
    connect(&m_soon, &QTimer::timeout, this, &Overview::drawAnew);
    hide();
}

void Overview::setWanted(bool wanted)
{
    m_wanted = wanted;
    follow();
}

void Overview::redraw()
{
    // A large drawing is not drawn anew for every step of a drag.
    if (m_view.networkScene().nodeCount() > manyNodes)
        m_soon.start();
    else
        drawAnew();
}

void Overview::drawAnew()
{
    m_picture = {};
    m_bounds = m_view.networkScene().nodeCount() > fewNodes ? m_view.networkScene().contentBounds() : QRectF();
    follow();
}

void Overview::follow()
{
    const QRect room = m_view.viewport()->rect();
    move(room.right() - width() - fromCorner, room.bottom() - height() - fromCorner);
    const QRectF seen = m_view.mapToScene(room).boundingRect();
    const bool useful = m_wanted && m_view.networkScene().nodeCount() > fewNodes && room.width() > 2 * width() &&
                        room.height() > 2 * height() && !seen.contains(m_bounds);
    setVisible(useful);
    if (useful)
        update();
}

QTransform Overview::toPicture() const
{
    const QRectF room = QRectF(rect()).adjusted(inner, inner, -inner, -inner);
    const qreal scale =
        std::min(room.width() / std::max(1.0, m_bounds.width()), room.height() / std::max(1.0, m_bounds.height()));
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-m_bounds.center().x(), -m_bounds.center().y());
    return transform;
}

void Overview::drawPicture()
{
    const NetworkScene &scene = m_view.networkScene();
    const Theme &theme = *scene.look().theme;
    m_picture = QPixmap(rect().size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(theme.base);
    QPainter painter(&m_picture);
    const QTransform transform = toPicture();
    std::vector<QLineF> lines;
    for (const CableItem *cable : scene.cables()) {
        const QLineF line = transform.map(QLineF(cable->end(0).node->pos(), cable->end(1).node->pos()));
        // The nodes at its ends hide a shorter one.
        if (cable->isVisible() && std::abs(line.dx()) + std::abs(line.dy()) > leastNode)
            lines.push_back(line);
    }
    painter.setClipRect(rect());
    for (const auto &[id, item] : scene.annotations().items()) {
        const NodeColours &colours = theme.annotation(item->shown().colour);
        painter.setPen(QPen(colours.border, 1));
        painter.setBrush(colours.fill);
        if (item->shown().kind == model::AnnotationKind::Arrow) {
            const model::Annotation &arrow = item->shown();
            painter.drawLine(transform.map(QLineF(arrow.from.x, arrow.from.y, arrow.to.x, arrow.to.y)));
        } else {
            painter.drawRect(transform.mapRect(item->outline()));
        }
    }
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLines(lines.data(), int(lines.size()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.mutedText, 1));
    for (const NodeItem *node : scene.nodes()) {
        if (!node->isVisible())
            continue;
        if (const FrameItem *frame = scene.frames().item(node->id()))
            painter.drawRect(transform.mapRect(frame->outline()));
        const QPointF at = transform.map(node->pos());
        painter.fillRect(QRectF(at.x() - leastNode / 2, at.y() - leastNode / 2, leastNode, leastNode),
                         theme.node(node->kind()).border);
    }
}

void Overview::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull() || m_picture.deviceIndependentSize().toSize() != rect().size())
        drawPicture();
    const Theme &theme = *m_view.networkScene().look().theme;
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen =
        toPicture().mapRect(m_view.mapToScene(m_view.viewport()->rect()).boundingRect()).intersected(rect());
    QColor fill = theme.selection;
    fill.setAlphaF(0.12F);
    painter.setPen(QPen(theme.selection, 1.5));
    painter.setBrush(fill);
    painter.drawRect(seen.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Overview::goTo(QPointF position)
{
    m_view.lookAt(toPicture().inverted().map(position));
}

void Overview::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void Overview::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

void Overview::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept(); // and no gesture of the canvas
}

} // namespace netdraft::views

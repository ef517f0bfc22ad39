#include "views/canvas/frame_item.h"

#include "views/style/icon.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr qreal room = 22; ///< around what is inside
constexpr qreal radius = 14;
constexpr qreal titlePadding = 8;
constexpr qreal leastTitleHeight = 26;
constexpr qreal toggleSide = 18;
/// How near to the edge it can be grasped.
constexpr qreal grasp = 5;

struct FrameWords {
    Q_DECLARE_TR_FUNCTIONS(FrameItem)
};

} // namespace

FrameItem::FrameItem(model::NetnsId id, const CanvasLook &look) : m_id(id), m_look(look)
{
    setAcceptedMouseButtons(Qt::NoButton);
    m_text.setTextFormat(Qt::PlainText);
}

void FrameItem::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    layOut();
}

void FrameItem::lookChanged()
{
    layOut();
}

void FrameItem::setInner(const QRectF &inner)
{
    if (inner == m_inner)
        return;
    m_inner = inner;
    layOut();
}

void FrameItem::layOut()
{
    prepareGeometryChange();
    const QString title =
        m_content.folded
            ? FrameWords::tr("%1 %2, inside: %L3").arg(kindTitle(m_content.kind), m_content.name).arg(m_content.count)
            : QStringLiteral("%1 %2").arg(kindTitle(m_content.kind), m_content.name);
    m_text.setText(title);
    const QFontMetricsF metrics(m_look.strongDetailFont);
    const qreal width = metrics.horizontalAdvance(title);
    const qreal titleHeight = std::max(leastTitleHeight, metrics.height() + titlePadding);
    const qreal titleWidth = toggleSide + width + 3 * titlePadding;
    m_outline = m_inner.adjusted(-room, -room - titleHeight, room, room);
    if (m_outline.width() < titleWidth + 2 * radius) {
        const qreal more = (titleWidth + 2 * radius - m_outline.width()) / 2;
        m_outline.adjust(-more, 0, more, 0);
    }
    m_title = QRectF(m_outline.left() + titlePadding, m_outline.top() + titlePadding / 2, titleWidth, titleHeight);
    m_toggle = QRectF(m_title.left() + titlePadding, m_title.center().y() - toggleSide / 2, toggleSide, toggleSide);
    m_bounds = m_outline.adjusted(-4, -4, 4, 4);
    update();
}

QPainterPath FrameItem::shape() const
{
    QPainterPath ring;
    ring.addRect(m_outline.adjusted(-grasp, -grasp, grasp, grasp));
    QPainterPath hole;
    hole.addRect(m_outline.adjusted(grasp, grasp, -grasp, -grasp));
    QPainterPath title;
    title.addRect(m_title);
    return ring.subtracted(hole).united(title);
}

void FrameItem::setSelected(bool selected)
{
    if (selected != m_selected) {
        m_selected = selected;
        update();
    }
}

void FrameItem::setTarget(bool target)
{
    if (target != m_target) {
        m_target = target;
        update();
    }
}

void FrameItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const Theme &theme = *m_look.theme;
    const NodeColours &colours = theme.node(m_content.kind);
    QColor fill = colours.fill;
    fill.setAlphaF(m_target ? 0.8F : 0.22F);
    const bool lit = m_selected || m_target;
    QPen edge(lit ? theme.selection : colours.border, lit ? 2 : 1.25);
    edge.setCosmetic(zoom < 1);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(m_outline, radius, radius);
    if (zoom < detail::names)
        return;
    painter->setFont(m_look.strongDetailFont);
    painter->setPen(theme.text);
    painter->drawStaticText(
        QPointF(m_toggle.right() + titlePadding / 2, m_title.center().y() - m_text.size().height() / 2), m_text);
    // A chevron that points down to what is shown, and aside where it is not.
    const QPointF centre = m_toggle.center();
    painter->setPen(QPen(theme.text, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QPointF chevron[] = {m_content.folded ? centre + QPointF(-2, -4) : centre + QPointF(-4, -2),
                               m_content.folded ? centre + QPointF(2, 0) : centre + QPointF(0, 2),
                               m_content.folded ? centre + QPointF(-2, 4) : centre + QPointF(4, -2)};
    painter->drawPolyline(chevron, 3);
}

} // namespace netdraft::views

#include "views/canvas/node_item.h"

#include "model/drawing/node_kind.h"
#include "views/canvas/address_lines.h"
#include "views/canvas/cable_geometry.h"
#include "views/style/icon.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace netdraft::views {

namespace {

const QRectF tile(-tileHalf, -tileHalf, tileHalf * 2, tileHalf * 2);
constexpr qreal tileRadius = 10;
constexpr qreal glyphSide = 30;
constexpr qreal captionGap = 5;
/// More lines than these would grow into the neighbours; the rest is in the tooltip.
constexpr qsizetype mostDetails = 3;

QStringList detailsOf(const model::Netns &netns)
{
    QStringList lines;
    for (const model::Link &link : netns.links) {
        if (link.veth())
            continue;
        for (const QString &address : shownAddresses(link))
            lines += QString::fromStdString(link.name) + QLatin1Char(' ') + address;
    }
    return firstLines(std::move(lines), mostDetails);
}

} // namespace

NodeItem::NodeItem(model::NetnsId id, const CanvasLook &look) : m_id(id), m_look(look)
{
    setZValue(layer::nodes);
    setAcceptedMouseButtons(Qt::NoButton);
    m_nameText.setTextFormat(Qt::PlainText);
    m_detailText.setTextFormat(Qt::PlainText);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(tile);
    path.addRect(m_nameRect);
    return path;
}

void NodeItem::sync(const model::Project &project, const model::Netns &netns)
{
    m_name = QString::fromStdString(netns.name);
    m_kind = model::kindOf(project, netns);
    const bool forwards = netns.forwards(model::Family::Ipv4) || netns.forwards(model::Family::Ipv6);
    m_forwarding = forwards ? Forwarding::On : m_kind == model::NodeKind::Router ? Forwarding::Off : Forwarding::None;
    m_details = detailsOf(netns);
    layOut();
}

void NodeItem::lookChanged()
{
    layOut();
}

void NodeItem::layOut()
{
    prepareGeometryChange();
    const QFontMetricsF metrics(m_look.nameFont);
    const qreal width = metrics.horizontalAdvance(m_name);
    m_nameRect = QRectF(-width / 2 - 4, tileHalf + captionGap, width + 8, metrics.height());
    m_nameText.setText(m_name);
    m_body = tile.united(m_nameRect);
    m_detailRect = {};
    if (m_look.addresses && !m_details.isEmpty()) {
        const QFontMetricsF small(m_look.detailFont);
        qreal widest = 0;
        for (const QString &line : m_details)
            widest = std::max(widest, small.horizontalAdvance(line));
        m_detailRect =
            QRectF(-widest / 2 - 2, m_nameRect.bottom(), widest + 4, small.lineSpacing() * qreal(m_details.size()));
        m_detailText.setTextOption(QTextOption(Qt::AlignHCenter));
        m_detailText.setTextWidth(m_detailRect.width());
        m_detailText.setText(m_details.join(QLatin1Char('\n')));
        m_body = m_body.united(m_detailRect);
    }
    m_bounds = m_body.united(tile.adjusted(-7, -9, 9, 7));
    update();
}

std::array<QRectF, 4> NodeItem::parts() const
{
    const QPointF at = pos();
    return {tile.translated(at), m_nameRect.translated(at),
            m_detailRect.isNull() ? QRectF() : m_detailRect.translated(at), m_boxTitle};
}

void NodeItem::setSelected(bool selected)
{
    if (selected != m_selected) {
        m_selected = selected;
        update();
    }
}

void NodeItem::setTarget(bool target)
{
    if (target != m_target) {
        m_target = target;
        update();
    }
}

void NodeItem::setNameHidden(bool hidden)
{
    m_nameHidden = hidden;
    update();
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const Theme &theme = *m_look.theme;
    if (m_selected || m_target) {
        const qreal least = std::max(2.0, 2.0 / zoom);
        painter->setPen(QPen(theme.selection, least, m_target && !m_selected ? Qt::DashLine : Qt::SolidLine));
        QColor glow = theme.selection;
        glow.setAlphaF(0.16F);
        painter->setBrush(glow);
        painter->drawRoundedRect(tile.adjusted(-5, -5, 5, 5), tileRadius + 4, tileRadius + 4);
    }
    paintTile(*painter, zoom);
    if (zoom >= detail::glyphs)
        paintForwarding(*painter);
    if (zoom < detail::names)
        return;
    if (!m_nameHidden) {
        // Cables that leave downwards pass behind the name.
        QColor halo = theme.canvas;
        halo.setAlphaF(0.86F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(halo);
        painter->drawRoundedRect(m_nameRect, 4, 4);
        painter->setPen(theme.text);
        painter->setFont(m_look.nameFont);
        painter->drawStaticText(m_nameRect.topLeft() + QPointF(4, 0), m_nameText);
    }
    if (!m_detailRect.isNull() && zoom >= detail::labels) {
        painter->fillRect(m_detailRect, theme.canvas);
        painter->setPen(theme.mutedText);
        painter->setFont(m_look.detailFont);
        painter->drawStaticText(m_detailRect.topLeft(), m_detailText);
    }
}

void NodeItem::paintTile(QPainter &painter, qreal zoom) const
{
    const NodeColours &colours = m_look.theme->node(m_kind);
    if (zoom < detail::glyphs) {
        painter.fillRect(tile, colours.border);
        return;
    }
    painter.setPen(QPen(colours.border, 1.5));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(tile.adjusted(0.75, 0.75, -0.75, -0.75), tileRadius, tileRadius);
    const QRectF glyph(-glyphSide / 2, -glyphSide / 2, glyphSide, glyphSide);
    if (m_look.vector) {
        paintIcon(painter, iconName(m_kind), colours.glyph, glyph);
        return;
    }
    // At most a few sizes are kept; in between the pixmap is scaled down, which stays sharp.
    const qreal scale = zoom * painter.device()->devicePixelRatioF();
    const qreal prepared = std::min(std::ceil(scale * 4) / 4, 8.0);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPixmap pixmap = iconPixmap(iconName(m_kind), colours.glyph, glyphSide * prepared);
    painter.drawPixmap(glyph, pixmap, pixmap.rect());
}

void NodeItem::paintForwarding(QPainter &painter) const
{
    if (m_forwarding == Forwarding::None)
        return;
    const Theme &theme = *m_look.theme;
    const bool on = m_forwarding == Forwarding::On;
    const QPointF centre(tileHalf - 3, -tileHalf + 3);
    const QColor colour = on ? theme.ok : theme.mutedText;
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(theme.canvas);
    painter.drawEllipse(centre, 8.5, 8.5);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap));
    // An arrow through the node; crossed out when nothing gets through.
    painter.drawLine(centre + QPointF(-4.5, 0), centre + QPointF(4.5, 0));
    painter.drawLine(centre + QPointF(4.5, 0), centre + QPointF(1.5, -3));
    painter.drawLine(centre + QPointF(4.5, 0), centre + QPointF(1.5, 3));
    if (!on)
        painter.drawLine(centre + QPointF(-4.2, 4.8), centre + QPointF(4.2, -4.8));
}

} // namespace netdraft::views

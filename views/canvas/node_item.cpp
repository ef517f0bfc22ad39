#include "views/canvas/node_item.h"

#include "views/canvas/address_lines.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/network_scene.h"
#include "views/style/icon.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace netdraft::views {

namespace {

const QRectF tile(-tileHalf, -tileHalf, tileHalf * 2, tileHalf * 2);
/// Around the tile: what lights it, and the mark of forwarding.
const QRectF tileAndMarks = tile.adjusted(-7, -9, 9, 7);
constexpr qreal tileRadius = 10;
constexpr qreal glyphSide = 30;
constexpr qreal captionGap = 5;
/// More lines than these would grow into the neighbours; the rest is in the tooltip.
constexpr qsizetype mostDetails = 3;
/// No letter of a caption is wider, and no line higher, in pixels of its font.
constexpr qreal widestLetter = 1.5;
constexpr qreal highestLine = 2;

QStringList detailsOf(const model::Netns &netns)
{
    QStringList lines;
    for (const model::Link &link : netns.links) {
        if (link.veth() || (link.addresses4.empty() && link.addresses6.empty()))
            continue;
        for (const QString &address : shownAddresses(link))
            lines += QString::fromStdString(link.name) + QLatin1Char(' ') + address;
    }
    return firstLines(std::move(lines), mostDetails);
}

} // namespace

NodeItem::NodeItem(model::NetnsId id, NetworkScene &scene) : m_scene(scene), m_id(id) {}

void NodeItem::update() const
{
    m_scene.changed(*this);
}

void NodeItem::setPos(QPointF pos)
{
    if (pos == m_pos)
        return;
    update();
    m_pos = pos;
    update();
}

void NodeItem::setVisible(bool visible)
{
    if (visible == m_visible)
        return;
    m_visible = visible;
    update();
}

void NodeItem::sync(const model::Netns &netns, model::NodeKind kind)
{
    update();
    m_name = QString::fromStdString(netns.name);
    m_kind = kind;
    const bool forwards = netns.forwards(model::Family::Ipv4) || netns.forwards(model::Family::Ipv6);
    m_forwarding = forwards ? Forwarding::On : m_kind == model::NodeKind::Router ? Forwarding::Off : Forwarding::None;
    m_details = detailsOf(netns);
    lookChanged();
}

void NodeItem::lookChanged()
{
    m_captions.reset();
    update();
}

const NodeItem::Captions &NodeItem::captions() const
{
    if (!m_captions)
        m_captions = laidOut();
    return *m_captions;
}

std::unique_ptr<NodeItem::Captions> NodeItem::laidOut() const
{
    const CanvasLook &look = m_scene.look();
    auto made = std::make_unique<Captions>();
    const QFontMetricsF metrics(look.nameFont);
    const qreal width = metrics.horizontalAdvance(m_name);
    made->nameRect = QRectF(-width / 2 - 4, tileHalf + captionGap, width + 8, metrics.height());
    made->name.setTextFormat(Qt::PlainText);
    made->name.setText(m_name);
    made->body = tile.united(made->nameRect);
    if (look.addresses && !m_details.isEmpty()) {
        const QFontMetricsF small(look.detailFont);
        qreal widest = 0;
        for (const QString &line : m_details)
            widest = std::max(widest, small.horizontalAdvance(line));
        made->detailRect =
            QRectF(-widest / 2 - 2, made->nameRect.bottom(), widest + 4, small.lineSpacing() * qreal(m_details.size()));
        made->details.setTextFormat(Qt::PlainText);
        made->details.setTextOption(QTextOption(Qt::AlignHCenter));
        made->details.setTextWidth(made->detailRect.width());
        made->details.setText(m_details.join(QChar(QChar::LineSeparator)));
        made->body = made->body.united(made->detailRect);
    }
    made->bounds = made->body.united(tileAndMarks);
    return made;
}

QRectF NodeItem::sceneBoundingRect() const
{
    return captions().bounds.translated(m_pos);
}

QRectF NodeItem::reach() const
{
    if (m_captions)
        return m_captions->bounds.translated(m_pos);
    const CanvasLook &look = m_scene.look();
    qreal half = qreal(m_name.size()) * look.nameFont.pixelSize() * widestLetter / 2 + 4;
    qreal below = captionGap + look.nameFont.pixelSize() * highestLine;
    for (const QString &line : m_details) {
        half = std::max(half, qreal(line.size()) * look.detailFont.pixelSize() * widestLetter / 2 + 2);
        below += look.detailFont.pixelSize() * highestLine;
    }
    return tileAndMarks.united({-half, tileHalf, half * 2, below}).translated(m_pos);
}

bool NodeItem::covers(QPointF point) const
{
    return tile.translated(m_pos).contains(point) || (reach().contains(point) && nameRect().contains(point));
}

QRectF NodeItem::body() const
{
    return captions().body.translated(m_pos);
}

QRectF NodeItem::nameRect() const
{
    return captions().nameRect.translated(m_pos);
}

std::array<QRectF, 4> NodeItem::parts() const
{
    const Captions &around = captions();
    return {tile.translated(m_pos), around.nameRect.translated(m_pos),
            around.detailRect.isNull() ? QRectF() : around.detailRect.translated(m_pos),
            m_boxTitle ? *m_boxTitle : QRectF()};
}

void NodeItem::setBoxTitle(const QRectF &title)
{
    m_boxTitle = title.isNull() ? nullptr : std::make_unique<QRectF>(title);
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

void NodeItem::paint(QPainter &painter, qreal zoom) const
{
    if (m_selected || m_target)
        paintGlow(painter, zoom);
    painter.translate(m_pos);
    if (zoom < detail::glyphs)
        painter.fillRect(tile, m_scene.look().theme->node(m_kind).border);
    else
        paintTile(painter);
    painter.translate(-m_pos);
    if (zoom >= detail::names)
        paintCaptions(painter, zoom);
}

void NodeItem::paintGlow(QPainter &painter, qreal zoom) const
{
    const Theme &theme = *m_scene.look().theme;
    const qreal least = std::max(2.0, 2.0 / zoom);
    painter.setPen(QPen(theme.selection, least, m_target && !m_selected ? Qt::DashLine : Qt::SolidLine));
    QColor glow = theme.selection;
    glow.setAlphaF(0.16F);
    painter.setBrush(glow);
    painter.drawRoundedRect(tile.adjusted(-5, -5, 5, 5).translated(m_pos), tileRadius + 4, tileRadius + 4);
}

void NodeItem::paintCaptions(QPainter &painter, qreal zoom) const
{
    const CanvasLook &look = m_scene.look();
    const Theme &theme = *look.theme;
    const Captions &around = captions();
    if (!m_nameHidden) {
        // Cables that leave downwards pass behind the name.
        QColor halo = theme.canvas;
        halo.setAlphaF(0.86F);
        const QRectF name = around.nameRect.translated(m_pos);
        if (look.vector) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(halo);
            painter.drawRoundedRect(name, 4, 4);
        } else {
            painter.fillRect(name, halo);
        }
        painter.setPen(theme.text);
        painter.setFont(look.nameFont);
        painter.drawStaticText(name.topLeft() + QPointF(4, 0), around.name);
    }
    if (!around.detailRect.isNull() && zoom >= detail::labels) {
        const QRectF details = around.detailRect.translated(m_pos);
        painter.fillRect(details, theme.canvas);
        painter.setPen(theme.mutedText);
        painter.setFont(look.detailFont);
        painter.drawStaticText(details.topLeft(), around.details);
    }
}

void NodeItem::paintTile(QPainter &painter) const
{
    const NodeColours &colours = m_scene.look().theme->node(m_kind);
    painter.setPen(QPen(colours.border, 1.5));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(tile.adjusted(0.75, 0.75, -0.75, -0.75), tileRadius, tileRadius);
    paintIcon(painter, iconName(m_kind), colours.glyph, {-glyphSide / 2, -glyphSide / 2, glyphSide, glyphSide});
    paintForwarding(painter);
}

void NodeItem::paintForwarding(QPainter &painter) const
{
    if (m_forwarding == Forwarding::None)
        return;
    const Theme &theme = *m_scene.look().theme;
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

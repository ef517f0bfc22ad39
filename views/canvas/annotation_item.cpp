#include "views/canvas/annotation_item.h"

#include "views/canvas/cable_geometry.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace netdraft::views {

namespace {

constexpr qreal paper = 8; ///< around the words of a note
constexpr qreal paperRadius = 5;
constexpr qreal boxRadius = 10;
constexpr qreal boxInner = 10;
constexpr qreal leastNoteWidth = 48;
constexpr qreal mostLabelWidth = 220; ///< of an arrow
constexpr qreal headLength = 13;
constexpr qreal headWidth = 10;
constexpr qreal reachOfArrow = 7; ///< how far from its line it can be grasped
constexpr float boxOpacity = 0.4F;
constexpr qreal reachOfEdge = 6;
constexpr qreal gripSide = 9;  ///< in pixels
constexpr qreal mostGrip = 12; ///< half of one, in scene units

QPointF scenePoint(model::Point point)
{
    return {point.x, point.y};
}

qreal gripHalf(qreal zoom)
{
    return std::min(gripSide / 2 / zoom, mostGrip);
}

} // namespace

AnnotationItem::AnnotationItem(const CanvasLook &look, qreal order) : m_look(look), m_order(order)
{
    setAcceptedMouseButtons(Qt::NoButton);
    layOut();
}

AnnotationItem::~AnnotationItem() = default;

GripsItem::GripsItem(const AnnotationItem &of) : m_of(of)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(layer::feedback);
}

QRectF GripsItem::boundingRect() const
{
    return m_of.boundingRect();
}

void GripsItem::follow()
{
    prepareGeometryChange();
    update();
}

void GripsItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal half = gripHalf(option->levelOfDetailFromTransform(painter->worldTransform()));
    QPen pen(m_of.look().theme->selection, 1.5);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->setBrush(m_of.look().theme->base);
    for (const Grip &grip : m_of.grips())
        painter->drawRect(QRectF(grip.place - QPointF(half, half), grip.place + QPointF(half, half)));
}

void AnnotationItem::show(const model::Annotation &annotation)
{
    const model::Annotation now = model::upright(annotation);
    if (now == m_shown)
        return;
    m_shown = now;
    layOut();
}

void AnnotationItem::lookChanged()
{
    layOut();
}

void AnnotationItem::setSelected(Selected selected)
{
    if (selected == m_selected)
        return;
    m_selected = selected;
    m_grips.reset();
    if (selected == Selected::Alone && scene()) {
        m_grips = std::make_unique<GripsItem>(*this);
        scene()->addItem(m_grips.get());
    }
    update();
}

void AnnotationItem::setTextHidden(bool hidden)
{
    m_textHidden = hidden;
    update();
}

QSizeF AnnotationItem::layOutText(const QFont &font, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text.setTextOption(option);
    m_text.setFont(font);
    m_text.setText(QString::fromStdString(m_shown.text).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)));
    m_text.beginLayout();
    qreal y = 0;
    qreal widest = 0;
    while (true) {
        QTextLine line = m_text.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_text.endLayout();
    return {widest, std::max(y, QFontMetricsF(font).height())};
}

void AnnotationItem::layOut()
{
    prepareGeometryChange();
    if (m_grips)
        m_grips->follow();
    const QPointF from = scenePoint(m_shown.from);
    const QPointF to = scenePoint(m_shown.to);
    switch (m_shown.kind) {
    case model::AnnotationKind::Text: {
        const qreal width = std::max(to.x() - from.x(), leastNoteWidth);
        const QSizeF text = layOutText(m_look.noteFont, width - 2 * paper);
        m_outline = QRectF(from, QSizeF(width, text.height() + 2 * paper));
        m_textPlace = m_outline.adjusted(paper, paper, -paper, -paper);
        break;
    }
    case model::AnnotationKind::Box: {
        m_outline = QRectF(from, to);
        const qreal room = std::max(leastNoteWidth, m_outline.width() - 2 * boxInner);
        const QSizeF text = layOutText(m_look.nameFont, room);
        m_textPlace = QRectF(from + QPointF(boxInner, boxInner - 2), text);
        break;
    }
    case model::AnnotationKind::Arrow: {
        m_outline = QRectF(from, to).normalized();
        const QSizeF text = layOutText(m_look.noteFont, mostLabelWidth);
        m_textPlace = QRectF((from + to) / 2 - QPointF(text.width(), text.height()) / 2, text);
        break;
    }
    }
    setZValue((m_shown.kind == model::AnnotationKind::Box ? layer::boxes : layer::notes) + m_order / 2);
    const qreal around = mostGrip + headWidth;
    m_bounds = (m_outline | m_textPlace).adjusted(-around, -around, around, around);
    update();
}

QRectF AnnotationItem::drawn() const
{
    const qreal around = m_shown.kind == model::AnnotationKind::Arrow ? headWidth / 2 : 1;
    return (m_outline | m_textPlace).adjusted(-around, -around, around, around);
}

bool AnnotationItem::covers(QPointF point) const
{
    switch (m_shown.kind) {
    case model::AnnotationKind::Text: return m_outline.contains(point);
    case model::AnnotationKind::Box: {
        const QRectF outer = m_outline.adjusted(-reachOfEdge, -reachOfEdge, reachOfEdge, reachOfEdge);
        const QRectF inner = m_outline.adjusted(reachOfEdge, reachOfEdge, -reachOfEdge, -reachOfEdge);
        return outer.contains(point) &&
               (!inner.contains(point) || (!m_shown.text.empty() && m_textPlace.contains(point)));
    }
    case model::AnnotationKind::Arrow:
        return (!m_shown.text.empty() && m_textPlace.contains(point)) ||
               touches(scenePoint(m_shown.from), scenePoint(m_shown.to),
                       QRectF(point, QSizeF()).adjusted(-reachOfArrow, -reachOfArrow, reachOfArrow, reachOfArrow));
    }
    return false;
}

std::vector<Grip> AnnotationItem::grips() const
{
    const QRectF &box = m_outline;
    switch (m_shown.kind) {
    case model::AnnotationKind::Text:
        return {{.place = {box.left(), box.center().y()}, .fromX = true, .cursor = Qt::SizeHorCursor},
                {.place = {box.right(), box.center().y()}, .toX = true, .cursor = Qt::SizeHorCursor}};
    case model::AnnotationKind::Box:
        return {{.place = box.topLeft(), .fromX = true, .fromY = true, .cursor = Qt::SizeFDiagCursor},
                {.place = box.topRight(), .fromY = true, .toX = true, .cursor = Qt::SizeBDiagCursor},
                {.place = box.bottomLeft(), .fromX = true, .toY = true, .cursor = Qt::SizeBDiagCursor},
                {.place = box.bottomRight(), .toX = true, .toY = true, .cursor = Qt::SizeFDiagCursor},
                {.place = {box.center().x(), box.top()}, .fromY = true, .cursor = Qt::SizeVerCursor},
                {.place = {box.center().x(), box.bottom()}, .toY = true, .cursor = Qt::SizeVerCursor},
                {.place = {box.left(), box.center().y()}, .fromX = true, .cursor = Qt::SizeHorCursor},
                {.place = {box.right(), box.center().y()}, .toX = true, .cursor = Qt::SizeHorCursor}};
    case model::AnnotationKind::Arrow:
        return {{.place = scenePoint(m_shown.from), .fromX = true, .fromY = true},
                {.place = scenePoint(m_shown.to), .toX = true, .toY = true}};
    }
    return {};
}

std::optional<Grip> AnnotationItem::gripAt(QPointF point, qreal pixel) const
{
    if (m_selected != Selected::Alone)
        return std::nullopt;
    const qreal reach = gripHalf(1 / pixel) + pixel;
    for (const Grip &grip : grips()) {
        const QPointF off = grip.place - point;
        if (std::abs(off.x()) <= reach && std::abs(off.y()) <= reach)
            return grip;
    }
    return std::nullopt;
}

void AnnotationItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    switch (m_shown.kind) {
    case model::AnnotationKind::Text: paintNote(*painter, zoom); break;
    case model::AnnotationKind::Box: paintBox(*painter, zoom); break;
    case model::AnnotationKind::Arrow: paintArrow(*painter, zoom); break;
    }
}

void AnnotationItem::paintText(QPainter &painter, qreal zoom) const
{
    if (m_textHidden || m_shown.text.empty() || zoom < detail::names)
        return;
    painter.setPen(m_look.theme->annotation(m_shown.colour).glyph);
    m_text.draw(&painter, m_textPlace.topLeft());
}

void AnnotationItem::paintNote(QPainter &painter, qreal zoom) const
{
    const NodeColours &colours = m_look.theme->annotation(m_shown.colour);
    const bool lit = m_selected != Selected::No;
    QPen edge(lit ? m_look.theme->selection : colours.border, lit ? 2 : 1);
    edge.setCosmetic(zoom < 1);
    painter.setPen(edge);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(m_outline, paperRadius, paperRadius);
    paintText(painter, zoom);
}

void AnnotationItem::paintBox(QPainter &painter, qreal zoom) const
{
    const NodeColours &colours = m_look.theme->annotation(m_shown.colour);
    const bool lit = m_selected != Selected::No;
    QColor fill = colours.fill;
    fill.setAlphaF(boxOpacity);
    QPen edge(lit ? m_look.theme->selection : colours.border, lit ? 2 : 1.5, lit ? Qt::SolidLine : Qt::DashLine);
    edge.setCosmetic(zoom < 1);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(m_outline, boxRadius, boxRadius);
    paintText(painter, zoom);
}

void AnnotationItem::paintArrow(QPainter &painter, qreal zoom) const
{
    const Theme &theme = *m_look.theme;
    const bool lit = m_selected != Selected::No;
    const QColor colour = lit ? theme.selection : theme.annotation(m_shown.colour).border;
    const QLineF line(scenePoint(m_shown.from), scenePoint(m_shown.to));
    QPen pen(colour, lit ? 2.75 : 2.25, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
    pen.setCosmetic(zoom < 0.6);
    painter.setPen(pen);
    if (line.length() <= headLength) {
        painter.drawLine(line);
        return;
    }
    const QPointF along = QPointF(line.dx(), line.dy()) / line.length();
    const QPointF aside(-along.y(), along.x());
    const QPointF neck = line.p2() - along * headLength;
    painter.drawLine(line.p1(), neck);
    const QPointF head[] = {line.p2(), neck + aside * headWidth / 2, neck - aside * headWidth / 2};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(head, 3);
    if (m_shown.text.empty() || m_textHidden || zoom < detail::names)
        return;
    painter.setBrush(theme.canvas);
    painter.drawRoundedRect(m_textPlace.adjusted(-4, -1, 4, 1), 4, 4);
    paintText(painter, zoom);
}

model::Annotation pulled(model::Annotation annotation, const Grip &grip, QPointF to)
{
    if (grip.fromX)
        annotation.from.x = to.x();
    if (grip.fromY)
        annotation.from.y = to.y();
    if (grip.toX)
        annotation.to.x = to.x();
    if (grip.toY)
        annotation.to.y = to.y();
    if (annotation.kind == model::AnnotationKind::Text &&
        std::abs(annotation.to.x - annotation.from.x) < leastNoteWidth) {
        const double towards = annotation.to.x < annotation.from.x ? -leastNoteWidth : leastNoteWidth;
        (grip.fromX ? annotation.from.x : annotation.to.x) =
            grip.fromX ? annotation.to.x - towards : annotation.from.x + towards;
    }
    return annotation;
}

} // namespace netdraft::views

#include "views/panels/palette_panel.h"

#include "model/recipe/node_recipes.h"
#include "views/document/node_mime.h"
#include "views/document/text.h"
#include "views/style/icon.h"

#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

constexpr int tileSize = 40;
constexpr int smallTile = 22;

QPixmap paletteGround(int side, qreal ratio)
{
    QPixmap pixmap(QSizeF(side * ratio, side * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

/// A node as it looks on the canvas.
QPixmap nodePixmap(model::NodeKind kind, const Theme &theme, qreal ratio)
{
    const NodeColours &colours = theme.node(kind);
    QPixmap pixmap = paletteGround(tileSize, ratio);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1.5));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(QRectF(1, 1, tileSize - 2, tileSize - 2), 8, 8);
    paintIcon(painter, iconName(kind), colours.glyph, QRectF(8, 8, tileSize - 16, tileSize - 16));
    return pixmap;
}

QPixmap annotationPixmap(model::AnnotationKind kind, const Theme &theme, qreal ratio)
{
    QPixmap pixmap = paletteGround(smallTile, ratio);
    QPainter painter(&pixmap);
    paintIcon(painter, iconName(kind), theme.text, QRectF(0, 0, smallTile, smallTile));
    return pixmap;
}

QByteArray bytes(std::string_view word)
{
    return {word.data(), static_cast<qsizetype>(word.size())};
}

PaletteThing thingOf(model::NodeKind kind)
{
    return {.id = views::text(model::kindName(kind)),
            .title = kindTitle(kind),
            .mimeType = nodeMimeType,
            .word = bytes(model::kindName(kind)),
            .tile = tileSize,
            .titled = true,
            .picture = [kind](const Theme &theme, qreal ratio) { return nodePixmap(kind, theme, ratio); }};
}

PaletteThing thingOf(model::AnnotationKind kind)
{
    return {.id = views::text(model::annotationKindName(kind)),
            .title = kindTitle(kind),
            .mimeType = annotationMimeType,
            .word = bytes(model::annotationKindName(kind)),
            .tile = smallTile,
            .titled = false,
            .picture = [kind](const Theme &theme, qreal ratio) { return annotationPixmap(kind, theme, ratio); }};
}

} // namespace

PaletteButton::PaletteButton(PaletteThing thing, QWidget *parent) : QToolButton(parent), m_thing(std::move(thing))
{
    setObjectName(QStringLiteral("palette.") + m_thing.id);
    setText(m_thing.title);
    setAccessibleName(m_thing.title);
    setToolTip(m_thing.titled
                   ? tr("Drag to the canvas, or click and then click where it shall stand")
                   : tr("%1: drag it to the canvas, or click and then drag where it shall stand").arg(m_thing.title));
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::OpenHandCursor);
}

QSize PaletteButton::sizeHint() const
{
    if (!m_thing.titled)
        return {smallTile + spacing::tight, smallTile + spacing::normal};
    return {std::max(76, fontMetrics().horizontalAdvance(text()) + spacing::wide),
            tileSize + fontMetrics().height() + 2 * spacing::normal + spacing::tight};
}

void PaletteButton::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    if (underMouse() || isDown() || hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(isDown() ? theme.border : palette().color(QPalette::Button));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const int top = m_thing.titled ? spacing::normal : (height() - m_thing.tile) / 2;
    painter.drawPixmap(QPoint((width() - m_thing.tile) / 2, top), m_thing.picture(theme, devicePixelRatioF()));
    if (!m_thing.titled)
        return;
    painter.setPen(theme.text);
    painter.drawText(QRect(0, spacing::normal + tileSize + spacing::tight, width(), fontMetrics().height()),
                     Qt::AlignCenter, text());
}

void PaletteButton::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QToolButton::mousePressEvent(event);
}

void PaletteButton::mouseMoveEvent(QMouseEvent *event)
{
    const int moved = (event->position().toPoint() - m_pressed).manhattanLength();
    if (!(event->buttons() & Qt::LeftButton) || moved < QApplication::startDragDistance()) {
        QToolButton::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    auto *mime = new QMimeData;
    mime->setData(QLatin1String(m_thing.mimeType), m_thing.word);
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(m_thing.picture(themeOf(palette()), devicePixelRatioF()));
    drag->setHotSpot({m_thing.tile / 2, m_thing.tile / 2});
    drag->exec(Qt::CopyAction);
}

PalettePanel::PalettePanel(const PanelContext &context, QWidget *parent) : Panel(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::tight, spacing::tight, spacing::tight, spacing::normal);
    column->setSpacing(spacing::tight);
    for (const model::NodeKind kind : model::placedKinds) {
        auto *button = new PaletteButton(thingOf(kind), this);
        connect(button, &QToolButton::clicked, this, [this, kind] {
            if (this->context().place)
                this->context().place(kind);
        });
        column->addWidget(button);
    }
    auto *annotations = new QHBoxLayout;
    annotations->setSpacing(0);
    for (const model::AnnotationKind kind : model::annotationKinds) {
        auto *button = new PaletteButton(thingOf(kind), this);
        connect(button, &QToolButton::clicked, this, [this, kind] {
            if (this->context().annotate)
                this->context().annotate(kind);
        });
        annotations->addWidget(button);
    }
    column->addLayout(annotations);
    column->addStretch();
}

} // namespace netdraft::views

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

/// A node as it looks on the canvas.
QPixmap nodePixmap(model::NodeKind kind, const Theme &theme, qreal ratio)
{
    const NodeColours &colours = theme.node(kind);
    QPixmap pixmap(QSizeF(tileSize * ratio, tileSize * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1.5));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(QRectF(1, 1, tileSize - 2, tileSize - 2), 8, 8);
    paintIcon(painter, iconName(kind), colours.glyph, QRectF(8, 8, tileSize - 16, tileSize - 16));
    return pixmap;
}

} // namespace

PaletteButton::PaletteButton(model::NodeKind kind, QWidget *parent) : QToolButton(parent), m_kind(kind)
{
    const std::string_view name = model::kindName(kind);
    setObjectName(QStringLiteral("palette.") + views::text(name));
    setText(kindTitle(kind));
    setAccessibleName(kindTitle(kind));
    setToolTip(tr("Drag to the canvas, or click and then click where it shall stand"));
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::OpenHandCursor);
}

QSize PaletteButton::sizeHint() const
{
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
    painter.drawPixmap(QPoint((width() - tileSize) / 2, spacing::normal),
                       nodePixmap(m_kind, theme, devicePixelRatioF()));
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
    const std::string_view name = model::kindName(m_kind);
    mime->setData(QLatin1String(nodeMimeType), QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(nodePixmap(m_kind, themeOf(palette()), devicePixelRatioF()));
    drag->setHotSpot({tileSize / 2, tileSize / 2});
    drag->exec(Qt::CopyAction);
}

PalettePanel::PalettePanel(const PanelContext &context, QWidget *parent) : Panel(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::tight, spacing::tight, spacing::tight, spacing::normal);
    column->setSpacing(spacing::tight);
    for (const model::NodeKind kind : model::placedKinds) {
        auto *button = new PaletteButton(kind, this);
        connect(button, &QToolButton::clicked, this, [this, kind] {
            if (this->context().place)
                this->context().place(kind);
        });
        column->addWidget(button);
    }
    column->addStretch();
}

} // namespace netdraft::views

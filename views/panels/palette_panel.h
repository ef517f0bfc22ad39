#pragma once

#include "views/panels/panel.h"

#include <QToolButton>

namespace netdraft::views {

/// Something that can be put on the canvas.
struct PaletteThing {
    QString id; ///< as in `palette.router`
    QString title;
    QByteArray mimeType;
    QByteArray word; ///< what is dragged, of that type
    int tile = 0;    ///< how wide and high its picture is
    bool titled = true;
    std::function<QPixmap(const Theme &theme, qreal ratio)> picture;
};

/// One kind of node or annotation, to be dragged to the canvas, or clicked and put there with the next click.
class PaletteButton : public QToolButton
{
    Q_OBJECT

public:
    PaletteButton(PaletteThing thing, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PaletteThing m_thing;
    QPoint m_pressed;
};

/// The kinds of nodes and of annotations that can be drawn.
class PalettePanel : public Panel
{
    Q_OBJECT

public:
    PalettePanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override {}
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"

#include <QToolButton>

namespace netdraft::views {

/// One kind of node, to be dragged to the canvas, or clicked and put there with the next click.
class PaletteButton : public QToolButton
{
    Q_OBJECT

public:
    PaletteButton(model::NodeKind kind, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    model::NodeKind m_kind;
    QPoint m_pressed;
};

/// The kinds of nodes that can be drawn.
class PalettePanel : public Panel
{
    Q_OBJECT

public:
    PalettePanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override {}
};

} // namespace netdraft::views

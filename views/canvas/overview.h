#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace netdraft::views {

class NetworkView;

/// The whole drawing in a corner of a large one, with the part that is seen: a click or a drag goes there. Shows itself
/// when the drawing has many nodes and the canvas does not show all of it.
class Overview : public QWidget
{
    Q_OBJECT

public:
    explicit Overview(NetworkView &view);

    void setWanted(bool wanted);
    /// The drawing has changed.
    void redraw();
    /// The canvas shows another part.
    void follow();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    NetworkView &m_view;
    QPixmap m_picture; ///< null when it is to be drawn anew
    QRectF m_bounds;   ///< of the drawing, in scene coordinates
    bool m_wanted = true;
    QTimer m_soon;

    QTransform toPicture() const;
    void drawAnew();
    void drawPicture();
    void goTo(QPointF position);
};

} // namespace netdraft::views

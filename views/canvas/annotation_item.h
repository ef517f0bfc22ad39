#pragma once

#include "model/drawing/annotation.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace netdraft::views {

/// What one takes to give an annotation another size: which of its coordinates follow the mouse.
struct Grip {
    QPointF place;
    bool fromX = false;
    bool fromY = false;
    bool toX = false;
    bool toY = false;
    Qt::CursorShape cursor = Qt::SizeAllCursor;
};

class AnnotationItem;

/// The grips of an annotation, above all that the drawing has.
class GripsItem : public QGraphicsItem
{
public:
    explicit GripsItem(const AnnotationItem &of);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    /// It stands elsewhere.
    void follow();

private:
    const AnnotationItem &m_of;
};

/// A note, a box or an arrow of the drawing. A box takes the mouse by its title and its edge alone. Lies in scene
/// coordinates.
class AnnotationItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 8 };
    enum class Selected { No, Yes, Alone };

    /// Of one layer, a higher `order`, from 0 to 1, lies above.
    explicit AnnotationItem(const CanvasLook &look, qreal order = 1);
    ~AnnotationItem() override;

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_bounds; }
    /// What it takes up when it is not selected: without the room for its grips.
    QRectF drawn() const;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// What it shows, which on the way of a gesture is not yet what the project says.
    const model::Annotation &shown() const { return m_shown; }
    void show(const model::Annotation &annotation);
    void lookChanged();
    /// Alone, it has grips.
    void setSelected(Selected selected);
    /// While something else stands where its words are.
    void setTextHidden(bool hidden);

    /// The paper of a note, the frame of a box, the least rectangle around an arrow.
    const QRectF &outline() const { return m_outline; }
    /// Where its words stand, or would.
    const QRectF &textPlace() const { return m_textPlace; }
    /// Whether it takes the mouse there.
    bool covers(QPointF point) const;
    std::vector<Grip> grips() const;
    const CanvasLook &look() const { return m_look; }
    /// The grip at a point, if it has any; `pixel` is one of the screen's in scene units.
    std::optional<Grip> gripAt(QPointF point, qreal pixel) const;

private:
    const CanvasLook &m_look;
    qreal m_order;
    model::Annotation m_shown;
    QTextLayout m_text;
    QRectF m_outline;
    QRectF m_textPlace;
    QRectF m_bounds;
    Selected m_selected = Selected::No;
    bool m_textHidden = false;
    std::unique_ptr<GripsItem> m_grips; ///< while it is selected alone

    void layOut();
    QSizeF layOutText(const QFont &font, qreal width);
    void paintNote(QPainter &painter, qreal zoom) const;
    void paintBox(QPainter &painter, qreal zoom) const;
    void paintArrow(QPainter &painter, qreal zoom) const;
    void paintText(QPainter &painter, qreal zoom) const;
};

/// The annotation with that grip elsewhere.
model::Annotation pulled(model::Annotation annotation, const Grip &grip, QPointF to);

} // namespace netdraft::views

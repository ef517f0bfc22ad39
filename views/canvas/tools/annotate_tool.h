#pragma once

#include "views/canvas/tools/tool.h"

#include <memory>

namespace netdraft::views {

class AnnotationItem;

/// Draws notes, boxes or arrows: a click makes one of the usual size, a drag one of that size; with Shift, more of
/// them. A note is written at once.
class AnnotateTool : public Tool
{
public:
    AnnotateTool(ToolContext &context, model::AnnotationKind kind);
    ~AnnotateTool() override;

    model::AnnotationKind kind() const { return m_kind; }
    void press(const Pointer &pointer) override;
    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    /// One of the usual size in the middle of what is seen.
    bool enter(const Pointer &middle) override;
    bool cancel() override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    model::AnnotationKind m_kind;
    bool m_pressed = false;
    QPointF m_pressedAt; ///< where the mouse was
    QPointF m_start;     ///< on the grid
    std::unique_ptr<AnnotationItem> m_preview;

    model::Annotation drawn(const Pointer &pointer) const;
    void finish(const model::Annotation &annotation, const Pointer &pointer);
};

/// Draws it and selects it, or has a note written, which is drawn then.
void drawAnnotation(ToolContext &context, const model::Annotation &annotation);

} // namespace netdraft::views

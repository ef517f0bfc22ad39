#pragma once

#include "views/canvas/tools/tool.h"

#include <memory>

namespace netdraft::views {

class MoveGesture;
class RubberBandGesture;
class StretchGesture;

/// Selects by click and rubber band, drags what is selected, and an annotation by its grips.
class SelectTool : public Tool
{
public:
    explicit SelectTool(ToolContext &context);
    ~SelectTool() override;

    void press(const Pointer &pointer) override;
    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    bool cancel() override;
    QCursor cursor() const override { return m_cursor; }

private:
    enum class State { Idle, OnNode, OnCable, OnFrame, OnAnnotation, OnEmpty, Moving, RubberBanding, Stretching };

    State m_state = State::Idle;
    QPointF m_start;
    model::NetnsId m_pressedNode;
    model::LinkPlace m_pressedLink;
    model::AnnotationId m_pressedAnnotation;
    Qt::CursorShape m_cursor = Qt::ArrowCursor;
    bool m_extends = false;     ///< pressed with Shift or Ctrl
    bool m_wasSelected = false; ///< what was pressed had been selected before
    std::unique_ptr<MoveGesture> m_moving;
    std::unique_ptr<RubberBandGesture> m_band;
    std::unique_ptr<StretchGesture> m_stretching;

    void pressNode(model::NetnsId node);
    void pressCable(model::LinkPlace link);
    void pressFrame(model::NetnsId node);
    void pressAnnotation(model::AnnotationId annotation);
    bool pressGrip(const Pointer &pointer);
    void beginDrag(const Pointer &pointer);
    void reset();
};

} // namespace netdraft::views

#pragma once

#include "views/canvas/tools/tool.h"

#include <memory>

namespace netdraft::views {

class MoveGesture;
class RubberBandGesture;

/// Selects by click and rubber band, and drags what is selected.
class SelectTool : public Tool
{
public:
    explicit SelectTool(ToolContext &context);
    ~SelectTool() override;

    void press(const Pointer &pointer) override;
    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    bool cancel() override;

private:
    enum class State { Idle, OnNode, OnCable, OnFrame, OnEmpty, Moving, RubberBanding };

    State m_state = State::Idle;
    QPointF m_start;
    model::NetnsId m_pressedNode;
    model::LinkPlace m_pressedLink;
    bool m_extends = false;     ///< pressed with Shift or Ctrl
    bool m_wasSelected = false; ///< what was pressed had been selected before
    std::unique_ptr<MoveGesture> m_moving;
    std::unique_ptr<RubberBandGesture> m_band;

    void pressNode(model::NetnsId node);
    void pressCable(model::LinkPlace link);
    void pressFrame(model::NetnsId node);
    void beginDrag(const Pointer &pointer);
    void reset();
};

} // namespace netdraft::views

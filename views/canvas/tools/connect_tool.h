#pragma once

#include "views/canvas/tools/tool.h"

#include <memory>

class QGraphicsLineItem;

namespace netdraft::views {

class NodeItem;

/// Wires two nodes: by a drag from one to the other, or by a click on each. Where there is no node at the other end,
/// it offers to make one.
class ConnectTool : public Tool
{
public:
    explicit ConnectTool(ToolContext &context);
    ~ConnectTool() override;

    /// Begins at this node, as if it had been clicked.
    void startAt(model::NetnsId node);

    void press(const Pointer &pointer) override;
    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    /// Begins at the selected node, or ends there.
    bool enter(const Pointer &middle) override;
    bool cancel() override;
    void leave() override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    enum class State {
        Idle,
        Dragging, ///< the first node is chosen, the button is down
        Waiting,  ///< the first node is chosen by a click, the second is awaited
    };

    State m_state = State::Idle;
    model::NetnsId m_from;
    model::NetnsId m_target;
    std::unique_ptr<QGraphicsLineItem> m_line;

    void begin(model::NetnsId node);
    void light(const NodeItem *node);
    void stretchTo(QPointF place);
    void connectTo(model::NetnsId node);
    void offerNewNode(const Pointer &pointer);
    void reset();
};

} // namespace netdraft::views

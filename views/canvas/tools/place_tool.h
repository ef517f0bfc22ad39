#pragma once

#include "views/canvas/tools/insertion.h"

#include <memory>

namespace netdraft::views {

class NodeGhost;

/// Puts new nodes of one kind where the user clicks, on a cable into that; with Shift, more of them.
class PlaceTool : public Tool
{
public:
    PlaceTool(ToolContext &context, model::NodeKind kind);
    ~PlaceTool() override;

    model::NodeKind kind() const { return m_kind; }
    void press(const Pointer &pointer) override;
    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    /// Puts one into the middle of what is seen.
    bool enter(const Pointer &middle) override;
    bool cancel() override;
    void leave() override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    model::NodeKind m_kind;
    std::unique_ptr<NodeGhost> m_ghost;
    DropTarget m_target;
    bool m_pressed = false;

    void place(const Pointer &pointer);
};

/// Where a new node comes when the user points there: on the grid, beside a node that is there already.
QPointF newNodePlace(const NetworkScene &scene, const Pointer &pointer);

/// The edits that make a node there, inside of a box, if it is one.
model::EditList newNodeAt(const ToolContext &context, const std::string &name, model::NodeKind kind, QPointF place,
                          model::NetnsId box);

/// Makes a node under a free name where the user points, beside what is there already, inside of what is under it, and
/// selects it. Returns whether it was done.
bool placeNewNode(ToolContext &context, model::NodeKind kind, const Pointer &pointer);

} // namespace netdraft::views

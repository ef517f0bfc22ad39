#pragma once

#include "views/canvas/tools/guides.h"
#include "views/canvas/tools/insertion.h"

#include <map>
#include <set>

namespace netdraft::views {

class NodeItem;

/// Drags nodes: their pictures follow the mouse, and the end places them all by one edit list. A single one without
/// cables that ends on a cable is put into it; those that end in another box are put into that.
class MoveGesture
{
public:
    /// `grabbed` is the node under the mouse, which snaps to the grid and to the rows and columns of the nodes that
    /// stay; the others keep their distance from it.
    MoveGesture(ToolContext &context, const std::set<model::NetnsId> &nodes, model::NetnsId grabbed, QPointF start);

    ~MoveGesture() { letGo(); }
    MoveGesture(const MoveGesture &) = delete;
    MoveGesture &operator=(const MoveGesture &) = delete;

    void move(const Pointer &pointer);
    void finish();
    void cancel();

private:
    ToolContext &m_context;
    std::map<model::NetnsId, QPointF> m_from;
    model::NetnsId m_grabbed;
    QPointF m_start;
    DropTarget m_target;
    Guides m_guides;
    std::set<model::NetnsId> m_tops;     ///< those whose outer one does not move with them
    std::set<model::NetnsId> m_excluded; ///< into which they cannot be put: themselves

    model::EditList nesting(model::NetnsId box) const;
    void letGo();
};

/// The edits that put nodes there, with the pins that keep all others in place.
model::EditList placing(const ToolContext &context, const std::map<model::NetnsId, QPointF> &places);
/// Performs them; the undo menu says how many nodes were moved.
void placeNodes(ToolContext &context, const std::map<model::NetnsId, QPointF> &places);

} // namespace netdraft::views

#pragma once

#include "views/canvas/tools/tool.h"
#include "views/document/sorted_set.h"

#include <set>

namespace netdraft::views {

class NodeItem;

/// What a node is put into where it is let go.
struct Under {
    model::LinkPlace cable; ///< one end of it; nothing: no cable
    model::NetnsId box;     ///< whose box; 0: none
};

/// What is under a node that is held where the mouse is: lit while it is so.
class DropTarget
{
public:
    explicit DropTarget(ToolContext &context) : m_context(context) {}
    ~DropTarget() { clear(); }
    DropTarget(const DropTarget &) = delete;
    DropTarget &operator=(const DropTarget &) = delete;

    /// For a node that is about to be made.
    void pointAt(const Pointer &pointer);
    /// For nodes of the scene, which are no boxes for themselves. The one under the mouse may go into a cable, if it is
    /// given.
    void pointAt(const Pointer &pointer, const NodeIds &moving, const NodeItem *intoCable);
    void clear();
    const Under &under() const { return m_under; }

private:
    ToolContext &m_context;
    Under m_under;

    void light(const Under &under);
};

/// Performs `before`, which places the node called `name`, and with it what puts that node into a cable.
bool insertNode(ToolContext &context, model::EditList before, const std::string &name, model::LinkPlace cable);

} // namespace netdraft::views

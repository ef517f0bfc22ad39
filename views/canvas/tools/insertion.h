#pragma once

#include "views/canvas/tools/tool.h"

namespace netdraft::views {

class NodeItem;

/// The cable that a node would be put into if it were let go where the mouse is: lit while it is so.
class CableTarget
{
public:
    explicit CableTarget(ToolContext &context) : m_context(context) {}
    ~CableTarget() { clear(); }
    CableTarget(const CableTarget &) = delete;
    CableTarget &operator=(const CableTarget &) = delete;

    /// Alt suspends it. `moving` is the node under the mouse, if it is in the scene already.
    void pointAt(const Pointer &pointer, const NodeItem *moving = nullptr);
    void clear();
    /// One end of the cable; nothing when there is none.
    model::LinkPlace cable() const { return m_cable; }

private:
    ToolContext &m_context;
    model::LinkPlace m_cable;
};

/// Performs `before`, which places the node called `name`, and with it what puts that node into a cable.
bool insertNode(ToolContext &context, model::EditList before, const std::string &name, model::LinkPlace cable);

} // namespace netdraft::views

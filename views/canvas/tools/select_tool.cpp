#include "views/canvas/tools/select_tool.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/selection_edits.h"
#include "views/canvas/tools/move_gesture.h"
#include "views/canvas/tools/rubber_band_gesture.h"
#include "views/document/selection.h"

#include <QApplication>

namespace netdraft::views {

SelectTool::SelectTool(ToolContext &context) : Tool(context) {}

SelectTool::~SelectTool() = default;

void SelectTool::press(const Pointer &pointer)
{
    m_start = pointer.place;
    m_extends = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (const NodeItem *node = context().scene.nodeAt(pointer.place)) {
        pressNode(node->id());
    } else if (const CableItem *cable = context().scene.cableAt(pointer.place)) {
        pressCable(cable->end(0).place);
    } else if (const FrameItem *frame = context().scene.frames().at(pointer.place)) {
        pressFrame(frame->id());
    } else {
        m_state = State::OnEmpty;
    }
}

void SelectTool::pressNode(model::NetnsId node)
{
    m_state = State::OnNode;
    m_pressedNode = node;
    std::set<model::NetnsId> nodes = context().selection.nodes();
    m_wasSelected = nodes.contains(node);
    if (m_wasSelected)
        return; // A drag takes all that is selected; a click decides when it ends.
    if (!m_extends) {
        context().selection.set({node});
        return;
    }
    nodes.insert(node);
    context().selection.set(std::move(nodes), context().selection.links());
}

void SelectTool::pressFrame(model::NetnsId node)
{
    m_state = State::OnFrame;
    m_pressedNode = node;
    std::set<model::NetnsId> nodes = m_extends ? context().selection.nodes() : std::set<model::NetnsId>{};
    nodes.insert(node);
    context().selection.set(std::move(nodes), m_extends ? context().selection.links() : std::set<model::LinkPlace>{});
}

void SelectTool::pressCable(model::LinkPlace link)
{
    m_state = State::OnCable;
    m_pressedLink = link;
    std::set<model::LinkPlace> links = context().selection.links();
    m_wasSelected = links.contains(link);
    if (m_wasSelected)
        return;
    if (!m_extends) {
        context().selection.set({}, {link});
        return;
    }
    links.insert(link);
    context().selection.set(context().selection.nodes(), std::move(links));
}

void SelectTool::move(const Pointer &pointer)
{
    switch (m_state) {
    case State::OnNode:
    case State::OnFrame:
    case State::OnEmpty: {
        const QPointF way = (pointer.place - m_start) / pointer.pixel;
        if (way.manhattanLength() >= QApplication::startDragDistance())
            beginDrag(pointer);
        break;
    }
    case State::Moving: m_moving->move(pointer); break;
    case State::RubberBanding: m_band->move(pointer); break;
    case State::Idle:
    case State::OnCable: break;
    }
}

void SelectTool::beginDrag(const Pointer &pointer)
{
    if (m_state == State::OnNode || m_state == State::OnFrame) {
        // A box takes along all that is inside of it, and so does a folded node.
        const Frames &frames = context().scene.frames();
        std::set<model::NetnsId> nodes;
        for (const model::NetnsId id : context().selection.nodes()) {
            nodes.insert(id);
            if (frames.isFolded(id) || (m_state == State::OnFrame && id == m_pressedNode))
                nodes.merge(frames.within(id));
        }
        m_state = State::Moving;
        m_moving = std::make_unique<MoveGesture>(context(), nodes, m_pressedNode, m_start);
        m_moving->move(pointer);
        return;
    }
    m_state = State::RubberBanding;
    m_band = std::make_unique<RubberBandGesture>(
        context(), m_start, m_extends ? RubberBandGesture::Mode::Extends : RubberBandGesture::Mode::Replaces);
    m_band->move(pointer);
}

void SelectTool::release(const Pointer &)
{
    std::set<model::NetnsId> nodes = context().selection.nodes();
    std::set<model::LinkPlace> links = context().selection.links();
    switch (m_state) {
    case State::OnNode:
        if (m_wasSelected && m_extends) {
            nodes.erase(m_pressedNode);
            context().selection.set(std::move(nodes), std::move(links));
        } else if (m_wasSelected) {
            context().selection.set({m_pressedNode});
        }
        break;
    case State::OnCable:
        if (m_wasSelected && m_extends) {
            links.erase(m_pressedLink);
            context().selection.set(std::move(nodes), std::move(links));
        } else if (m_wasSelected) {
            context().selection.set({}, {m_pressedLink});
        }
        break;
    case State::OnFrame:
        if (const FrameItem *item = context().scene.frames().item(m_pressedNode);
            item && item->toggle().contains(m_start)) {
            const model::NetnsId node = m_pressedNode;
            reset();
            foldNode(context(), node);
            return;
        }
        break;
    case State::OnEmpty:
        if (!m_extends)
            context().selection.clear();
        break;
    case State::Moving: {
        const auto moving = std::move(m_moving);
        reset();
        moving->finish();
        return;
    }
    case State::Idle:
    case State::RubberBanding: break;
    }
    reset();
}

bool SelectTool::cancel()
{
    const bool begun = m_moving || m_band;
    const auto moving = std::move(m_moving);
    const auto band = std::move(m_band);
    reset();
    if (moving)
        moving->cancel();
    if (band)
        band->cancel();
    return begun;
}

void SelectTool::reset()
{
    m_state = State::Idle;
    m_pressedNode = {};
    m_pressedLink = {};
    m_moving.reset();
    m_band.reset();
}

} // namespace netdraft::views

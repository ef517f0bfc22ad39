#include "views/canvas/tools/select_tool.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/selection_edits.h"
#include "views/canvas/tools/move_gesture.h"
#include "views/canvas/tools/rubber_band_gesture.h"
#include "views/canvas/tools/stretch_gesture.h"
#include "views/document/selection.h"

#include <QApplication>

#include <algorithm>
#include <iterator>

namespace netdraft::views {

SelectTool::SelectTool(ToolContext &context) : Tool(context) {}

SelectTool::~SelectTool() = default;

void SelectTool::press(const Pointer &pointer)
{
    m_start = pointer.place;
    m_extends = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (pressGrip(pointer))
        return;
    if (const NodeItem *node = context().scene.nodeAt(pointer.place)) {
        pressNode(node->id());
    } else if (const model::AnnotationId annotation = context().scene.annotationAt(pointer.place)) {
        pressAnnotation(annotation);
    } else if (const CableItem *cable = context().scene.cableAt(pointer.place)) {
        pressCable(cable->end(0).place);
    } else if (const FrameItem *frame = context().scene.frames().at(pointer.place)) {
        pressFrame(frame->id());
    } else {
        m_state = State::OnEmpty;
    }
}

bool SelectTool::pressGrip(const Pointer &pointer)
{
    const model::AnnotationId id = context().selection.singleAnnotation();
    const AnnotationItem *item = context().scene.annotations().item(id);
    const auto grip = item ? item->gripAt(pointer.place, pointer.pixel) : std::nullopt;
    if (!grip)
        return false;
    m_state = State::Stretching;
    m_stretching = std::make_unique<StretchGesture>(context(), id, *grip);
    return true;
}

void SelectTool::pressAnnotation(model::AnnotationId annotation)
{
    m_state = State::OnAnnotation;
    m_pressedAnnotation = annotation;
    AnnotationIds annotations = context().selection.annotations();
    m_wasSelected = annotations.contains(annotation);
    if (m_wasSelected)
        return;
    if (!m_extends) {
        context().selection.set({}, {}, {annotation});
        return;
    }
    annotations.insert(annotation);
    context().selection.setAnnotations(std::move(annotations));
}

void SelectTool::pressNode(model::NetnsId node)
{
    m_state = State::OnNode;
    m_pressedNode = node;
    NodeIds nodes = context().selection.nodes();
    m_wasSelected = nodes.contains(node);
    if (m_wasSelected)
        return; // A drag takes all that is selected; a click decides when it ends.
    if (!m_extends) {
        context().selection.set({node});
        return;
    }
    nodes.insert(node);
    context().selection.set(std::move(nodes), context().selection.links(), context().selection.annotations());
}

void SelectTool::pressFrame(model::NetnsId node)
{
    m_state = State::OnFrame;
    m_pressedNode = node;
    NodeIds nodes = m_extends ? context().selection.nodes() : NodeIds{};
    nodes.insert(node);
    if (m_extends)
        context().selection.set(std::move(nodes), context().selection.links(), context().selection.annotations());
    else
        context().selection.set(std::move(nodes));
}

void SelectTool::pressCable(model::LinkPlace link)
{
    m_state = State::OnCable;
    m_pressedLink = link;
    LinkPlaces links = context().selection.links();
    m_wasSelected = links.contains(link);
    if (m_wasSelected)
        return;
    if (!m_extends) {
        context().selection.set({}, {link});
        return;
    }
    links.insert(link);
    context().selection.set(context().selection.nodes(), std::move(links), context().selection.annotations());
}

void SelectTool::move(const Pointer &pointer)
{
    switch (m_state) {
    case State::OnNode:
    case State::OnFrame:
    case State::OnAnnotation:
    case State::OnEmpty: {
        const QPointF way = (pointer.place - m_start) / pointer.pixel;
        if (way.manhattanLength() >= QApplication::startDragDistance())
            beginDrag(pointer);
        break;
    }
    case State::Moving: m_moving->move(pointer); break;
    case State::RubberBanding: m_band->move(pointer); break;
    case State::Stretching: m_stretching->move(pointer); break;
    case State::Idle: {
        const AnnotationItem *item = context().scene.annotations().item(context().selection.singleAnnotation());
        const auto grip = item ? item->gripAt(pointer.place, pointer.pixel) : std::nullopt;
        m_cursor = grip ? grip->cursor : Qt::ArrowCursor;
        break;
    }
    case State::OnCable: break;
    }
}

void SelectTool::beginDrag(const Pointer &pointer)
{
    if (m_state == State::OnNode || m_state == State::OnFrame || m_state == State::OnAnnotation) {
        // A box takes along all that is inside of it, and so does a folded node.
        const Frames &frames = context().scene.frames();
        NodeIds nodes = context().selection.nodes();
        std::vector<model::NetnsId> within;
        for (const model::NetnsId id : nodes) {
            if (frames.isFolded(id) || (m_state == State::OnFrame && id == m_pressedNode))
                std::ranges::copy(frames.within(id), std::back_inserter(within));
        }
        nodes.insert(within.begin(), within.end());
        m_state = State::Moving;
        m_moving = std::make_unique<MoveGesture>(context(), nodes, context().selection.annotations(),
                                                 MoveGesture::Grabbed{m_pressedNode, m_pressedAnnotation}, m_start);
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
    NodeIds nodes = context().selection.nodes();
    LinkPlaces links = context().selection.links();
    switch (m_state) {
    case State::OnNode:
        if (m_wasSelected && m_extends) {
            nodes.erase(m_pressedNode);
            context().selection.set(std::move(nodes), std::move(links), context().selection.annotations());
        } else if (m_wasSelected) {
            context().selection.set({m_pressedNode});
        }
        break;
    case State::OnCable:
        if (m_wasSelected && m_extends) {
            links.erase(m_pressedLink);
            context().selection.set(std::move(nodes), std::move(links), context().selection.annotations());
        } else if (m_wasSelected) {
            context().selection.set({}, {m_pressedLink});
        }
        break;
    case State::OnAnnotation:
        if (m_wasSelected && m_extends) {
            AnnotationIds annotations = context().selection.annotations();
            annotations.erase(m_pressedAnnotation);
            context().selection.setAnnotations(std::move(annotations));
        } else if (m_wasSelected) {
            context().selection.set({}, {}, {m_pressedAnnotation});
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
    case State::Stretching: {
        const auto stretching = std::move(m_stretching);
        reset();
        stretching->finish();
        return;
    }
    case State::Idle:
    case State::RubberBanding: break;
    }
    reset();
}

bool SelectTool::cancel()
{
    const bool begun = m_moving || m_band || m_stretching;
    const auto moving = std::move(m_moving);
    const auto band = std::move(m_band);
    const auto stretching = std::move(m_stretching);
    reset();
    if (moving)
        moving->cancel();
    if (band)
        band->cancel();
    if (stretching)
        stretching->cancel();
    return begun;
}

void SelectTool::reset()
{
    m_state = State::Idle;
    m_pressedNode = {};
    m_pressedLink = {};
    m_pressedAnnotation = {};
    m_moving.reset();
    m_band.reset();
    m_stretching.reset();
}

} // namespace netdraft::views

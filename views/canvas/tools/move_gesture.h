#pragma once

#include "views/canvas/tools/guides.h"
#include "views/canvas/tools/insertion.h"
#include "views/document/sorted_set.h"

#include <map>
#include <set>

namespace netdraft::views {

class NodeItem;

/// Drags nodes and annotations: their pictures follow the mouse, and the end places them all by one edit list. A single
/// one without cables that ends on a cable is put into it; those that end in another box are put into that.
class MoveGesture
{
public:
    /// What is under the mouse.
    struct Grabbed {
        model::NetnsId node; ///< it snaps to the grid and to the rows and columns of the nodes that stay
        model::AnnotationId annotation;
    };
    /// The others keep their distance from what is grabbed.
    MoveGesture(ToolContext &context, const NodeIds &nodes, const AnnotationIds &annotations, Grabbed grabbed,
                QPointF start);

    ~MoveGesture() { letGo(); }
    MoveGesture(const MoveGesture &) = delete;
    MoveGesture &operator=(const MoveGesture &) = delete;

    void move(const Pointer &pointer);
    void finish();
    void cancel();

private:
    ToolContext &m_context;
    std::map<model::NetnsId, QPointF> m_from;
    std::map<model::AnnotationId, model::Annotation> m_annotationsFrom;
    Grabbed m_grabbed;
    QPointF m_start;
    QPointF m_shift;
    DropTarget m_target;
    Guides m_guides;
    NodeIds m_tops;     ///< those whose outer one does not move with them
    NodeIds m_excluded; ///< into which they cannot be put: themselves

    model::EditList nesting(model::NetnsId box) const;
    QPointF shiftTo(const Pointer &pointer);
    QString text(const std::map<model::NetnsId, QPointF> &places) const;
    void letGo();
};

/// The edits that put nodes there, with the pins that keep all others in place.
model::EditList placing(const ToolContext &context, const std::map<model::NetnsId, QPointF> &places);
/// Performs them; the undo menu says how many nodes were moved.
void placeNodes(ToolContext &context, const std::map<model::NetnsId, QPointF> &places);

} // namespace netdraft::views

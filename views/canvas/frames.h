#pragma once

#include "model/drawing/project.h"
#include "views/document/sorted_set.h"

#include <QPointF>
#include <QRectF>

#include <map>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace netdraft::views {

class FrameItem;
class NetworkScene;
class NodeItem;

/// The boxes of a scene's nodes that hold others, and what folding them hides.
class Frames
{
public:
    explicit Frames(NetworkScene &scene);
    ~Frames();
    Frames(const Frames &) = delete;
    Frames &operator=(const Frames &) = delete;

    /// Takes over who is inside of whom, and shows and hides nodes; true where other nodes are hidden than before.
    bool sync(const model::Project &project);
    void clear();
    void lookChanged();
    void showSelection(const NodeIds &nodes);

    /// Fits the boxes around nodes that have moved, or all.
    void fit(std::span<NodeItem *const> moved);
    void fitAll();
    /// Boxes do not follow these nodes out while they are being dragged, unless their own node is one of them.
    void setLoose(NodeIds loose);
    bool isLoose(model::NetnsId node) const { return m_loose.contains(node); }

    /// The node that stands for this one on the canvas: itself, or the folded one that hides it.
    model::NetnsId shownAs(model::NetnsId node) const;
    /// The node that it is inside of; 0: none.
    model::NetnsId outerOf(model::NetnsId node) const;
    /// The node and everything inside of it.
    NodeIds within(model::NetnsId node) const;
    /// Whether it has a box, that can be folded.
    bool isContainer(model::NetnsId node) const { return m_items.contains(node); }
    bool isFolded(model::NetnsId node) const { return m_folded.contains(node); }

    /// The box whose title or edge is at the point.
    FrameItem *at(QPointF point) const;
    /// The node of the innermost box around a point, without the boxes of these nodes; 0: none.
    model::NetnsId around(QPointF point, const NodeIds &without = {}) const;
    FrameItem *item(model::NetnsId node) const;
    QRectF bounds() const;
    /// The four lines of each box that is seen, a little wider than they are drawn.
    std::vector<QRectF> edges() const;

private:
    NetworkScene &m_scene;
    std::map<model::NetnsId, model::NetnsId> m_outer;
    std::map<model::NetnsId, std::vector<model::NetnsId>> m_inner;
    NodeIds m_folded;
    NodeIds m_hidden;
    NodeIds m_loose;
    std::map<model::NetnsId, std::unique_ptr<FrameItem>> m_items;

    int depthOf(model::NetnsId node) const;
    void fitOne(model::NetnsId node);
    void syncItems(const model::Project &project);
    bool hideFolded();
};

} // namespace netdraft::views

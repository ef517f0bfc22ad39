#pragma once

#include "model/edit/apply.h"
#include "views/canvas/canvas_look.h"
#include "views/canvas/frames.h"

#include <QGraphicsScene>

#include <map>
#include <set>
#include <unordered_map>

namespace netdraft::views {

class CableItem;
class NodeItem;

/// The items of one project: a node for every namespace that is drawn, a cable for every veth pair, a box for every
/// node that holds others. Reads the project through sync() and sync(ChangeSet), and knows no gesture.
class NetworkScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit NetworkScene(QObject *parent = nullptr);
    ~NetworkScene() override;

    const CanvasLook &look() const { return m_look; }
    /// Changes how everything is painted: theme, which labels, for a screen or for a file.
    void setLook(const CanvasLook &look);
    void setGridShown(bool shown);
    bool isGridShown() const { return m_gridShown; }

    /// Shows this project and nothing else.
    void reset(const model::Project &project);
    /// Redraws what a change names.
    void sync(const model::Project &project, const model::ChangeSet &changes);

    NodeItem *node(model::NetnsId id) const;
    /// The node that stands for it: itself, or the folded one that hides it.
    NodeItem *shownNode(model::NetnsId id) const { return node(m_frames.shownAs(id)); }
    /// Null also where it lies inside of a folded node.
    CableItem *cable(model::LinkPlace place) const;
    Frames &frames() { return m_frames; }
    const Frames &frames() const { return m_frames; }
    bool isEmpty() const { return m_nodes.empty(); }
    std::size_t nodeCount() const { return m_nodes.size(); }
    /// Ordered by id.
    std::vector<NodeItem *> nodes() const;
    std::vector<CableItem *> cables() const;
    NodeItem *nodeAt(QPointF point) const;
    /// The cable whose course or label is at the point, if no node is but one that is `ignored`.
    CableItem *cableAt(QPointF point, const NodeItem *ignored = nullptr) const;

    /// Lights exactly these.
    void showSelection(const std::set<model::NetnsId> &nodes, const std::set<model::LinkPlace> &links);

    /// Moves the pictures of nodes, with their cables and labels, without touching the project.
    void moveNodes(const std::map<NodeItem *, QPointF> &places);
    /// Puts every picture back where the project says.
    void restorePlaces(const model::Project &project);

    /// Places of the nodes that the project's drawing does not place; a gesture that places others pins these too,
    /// so that they stay.
    const std::map<model::NetnsId, model::Point> &freePlaces() const { return m_freePlaces; }
    std::map<model::NetnsId, model::Point> places() const;

    /// Around everything that is drawn; null when nothing is.
    QRectF contentBounds() const;

signals:
    /// Nodes or cables stand elsewhere, came or went.
    void arranged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    CanvasLook m_look;
    bool m_gridShown = true;
    std::unordered_map<model::NetnsId, NodeItem *> m_nodes;
    std::unordered_map<model::LinkId, CableItem *> m_cables; ///< by the lower of the ids of both ends
    std::set<CableItem *> m_inFolded;                        ///< those whose ends are both inside of one folded node
    Frames m_frames{*this};
    std::map<model::NetnsId, model::Point> m_freePlaces;

    using NodeSet = std::set<NodeItem *>;
    void syncPlaces(const model::Project &project, NodeSet &moved);
    void syncNodes(const model::Project &project, std::span<const model::NetnsId> ids, NodeSet &touched);
    void syncCables(const model::Project &project, std::span<const model::NetnsId> ids, NodeSet &touched);
    void addCables(const model::Network &network, const model::Netns &netns, NodeSet &touched);
    void removeCable(CableItem *cable, NodeSet &touched);
    void removeCablesOf(NodeItem &gone, NodeSet &touched);
    void attach(CableItem *cable, NodeSet &touched);
    void detach(CableItem *cable, NodeSet &touched);
    void assignLanes(NodeItem &node);
    void follow(const NodeSet &moved);
    void growSceneRect();
};

} // namespace netdraft::views

#pragma once

#include "model/edit/apply.h"
#include "views/canvas/annotations.h"
#include "views/canvas/boxes.h"
#include "views/canvas/canvas_look.h"
#include "views/canvas/crowd.h"
#include "views/canvas/frames.h"
#include "views/document/sorted_set.h"

#include <QGraphicsScene>

#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace netdraft::views {

class CableItem;
class CableLayer;
class NodeItem;
class NodeLayer;

/// The items of one project: a node for every namespace that is drawn, a cable for every veth pair, a box for every
/// node that holds others. Reads the project through sync() and sync(ChangeSet), and knows no gesture.
///
/// Only the boxes are QGraphicsItems, and two layers that paint all cables and all nodes: with an item of Qt's for each
/// of them, tens of thousands would take several times the time and the memory.
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

    /// What is seen of it at once; the view says so.
    Crowd crowd() const { return m_crowd; }
    void setCrowd(Crowd crowd);

    /// Shows this project and nothing else.
    void reset(const model::Project &project);
    /// Redraws what a change names.
    void sync(const model::Project &project, const model::ChangeSet &changes);
    /// As it was last told.
    const model::Network &network() const { return m_network; }

    NodeItem *node(model::NetnsId id) const;
    /// The node that stands for it: itself, or the folded one that hides it.
    NodeItem *shownNode(model::NetnsId id) const { return node(m_frames.shownAs(id)); }
    /// Null also where it lies inside of a folded node.
    CableItem *cable(model::LinkPlace place) const;
    Frames &frames() { return m_frames; }
    const Frames &frames() const { return m_frames; }
    Annotations &annotations() { return m_annotations; }
    const Annotations &annotations() const { return m_annotations; }
    bool isEmpty() const { return m_nodes.empty() && m_annotations.items().empty(); }
    std::size_t nodeCount() const { return m_nodes.size(); }
    /// Ordered by id, as they are painted: the last one is on top.
    const std::vector<NodeItem *> &nodes() const { return m_nodeBoxes.items(); }
    const std::vector<CableItem *> &cables() const { return m_cableBoxes.items(); }
    /// Those that may paint something in there, and are not hidden; in the same order.
    std::vector<NodeItem *> nodesIn(const QRectF &area) const;
    std::vector<CableItem *> cablesIn(const QRectF &area) const;
    NodeItem *nodeAt(QPointF point) const { return nodeAt(point, nullptr); }
    /// The cable whose course or label is at the point, if no node is but one that is `ignored`.
    CableItem *cableAt(QPointF point, const NodeItem *ignored = nullptr) const;

    /// The annotation that takes the mouse there: a note or an arrow if no node is, a box by its title or its edge if
    /// nothing else is.
    model::AnnotationId annotationAt(QPointF point) const;

    /// Lights exactly these.
    void showSelection(const NodeIds &nodes, const LinkPlaces &links, const AnnotationIds &annotations);

    /// Moves the pictures of nodes, with their cables and labels, without touching the project.
    void moveNodes(const std::vector<std::pair<NodeItem *, QPointF>> &places);
    /// Puts every picture back where the project says.
    void restorePlaces(const model::Project &project);
    /// Gives the labels of these cables' ends near that area their places, where they have none.
    void placeDueLabels(const std::vector<CableItem *> &cables, const QRectF &area);

    /// Places of the nodes that the project's drawing does not place; a gesture that places others pins these too,
    /// so that they stay.
    const std::map<model::NetnsId, model::Point> &freePlaces() const { return m_freePlaces; }
    std::map<model::NetnsId, model::Point> places() const;

    /// Around everything that is drawn; null when nothing is.
    QRectF contentBounds() const;

    /// For items, which look otherwise or stand elsewhere.
    void changed(const NodeItem &node);
    void changed(const CableItem &cable);

signals:
    /// Nodes or cables stand elsewhere, came or went.
    void arranged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    /// As long as one lives, what is touched is collected.
    class Changing
    {
    public:
        explicit Changing(NetworkScene &scene) : m_scene(scene) { ++m_scene.m_changing; }
        ~Changing();
        Changing(const Changing &) = delete;
        Changing &operator=(const Changing &) = delete;

    private:
        NetworkScene &m_scene;
    };
    /// The nodes that a change concerns, each once.
    class Touched
    {
    public:
        Touched() = default;
        ~Touched();
        Touched(const Touched &) = delete;
        Touched &operator=(const Touched &) = delete;
        void insert(NodeItem *node);
        void erase(const std::unordered_set<const NodeItem *> &gone);
        const std::vector<NodeItem *> &nodes() const { return m_nodes; }

    private:
        std::vector<NodeItem *> m_nodes;
    };

    CanvasLook m_look;
    bool m_gridShown = true;
    bool m_routed = false; ///< cables bend around nodes
    bool m_avoid = false;  ///< labels keep clear of all nodes
    Crowd m_crowd = Crowd::Few;
    int m_changing = 0;
    QRectF m_dirty;
    QRectF m_room; ///< the scene's rectangle
    model::Network m_network;
    std::unordered_map<model::NetnsId, std::unique_ptr<NodeItem>> m_nodes;
    std::unordered_map<model::LinkId, std::unique_ptr<CableItem>> m_cables; ///< by the lower of the ids of both ends
    Boxes<NodeItem> m_nodeBoxes;
    Boxes<CableItem> m_cableBoxes;
    std::vector<std::unique_ptr<NodeItem>> m_goneNodes; ///< until the change is over that took them
    std::vector<std::unique_ptr<CableItem>> m_goneCables;
    std::set<CableItem *> m_inFolded; ///< those whose ends are both inside of one folded node
    Frames m_frames{*this};
    Annotations m_annotations{*this};
    std::map<model::NetnsId, model::Point> m_freePlaces;
    std::unique_ptr<CableLayer> m_cableLayer;
    std::unique_ptr<NodeLayer> m_nodeLayer;

    /// What is there is painted anew, once for all that one change touches.
    void touch(const QRectF &area);
    NodeItem *nodeAt(QPointF point, const NodeItem *ignored) const;
    bool allPlaced(const model::Project &project) const;
    void putAt(NodeItem &node, QPointF point);
    void syncPlaces(const model::Project &project, Touched &moved);
    void syncNodes(const model::Project &project, std::span<const model::NetnsId> ids, Touched &touched);
    void syncCables(const model::Project &project, std::span<const model::NetnsId> ids, Touched &touched);
    void addCables(const model::Netns &netns, Touched &touched);
    void removeCable(CableItem *cable, Touched &touched);
    void removeCablesOf(NodeItem &gone, Touched &touched);
    void attach(CableItem *cable, Touched &touched);
    void detach(CableItem *cable, Touched &touched);
    void dropGone();
    void assignLanes(NodeItem &node);
    void follow(const Touched &moved);
    void routeCables(const Touched &moved, Touched &ends);
    void routeCable(CableItem &cable, Touched &ends);
    void touchCables(std::span<NodeItem *const> nodes);
    std::span<NodeItem *const> nodesInTheWay() const;
    std::vector<QRectF> drawnInTheWay() const;
    void growSceneRect();
};

} // namespace netdraft::views

#pragma once

#include "model/network/id.h"

#include <QObject>

#include <set>

namespace netdraft::views {

/// What is selected, on the canvas and in every panel alike. Not undone. Holds ids, so a thing that is gone
/// is simply not found.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    const std::set<model::NetnsId> &nodes() const { return m_nodes; }
    const std::set<model::LinkPlace> &links() const { return m_links; }
    bool empty() const { return m_nodes.empty() && m_links.empty(); }
    /// The node when exactly one node and no link is selected, else 0.
    model::NetnsId singleNode() const;
    /// One end of the cable when exactly one link is selected and no node, else nothing.
    model::LinkPlace singleLink() const;

    /// A cable is selected by either of its ends.
    void set(std::set<model::NetnsId> nodes, std::set<model::LinkPlace> links = {});
    void clear() { set({}); }

signals:
    void changed();

private:
    std::set<model::NetnsId> m_nodes;
    std::set<model::LinkPlace> m_links;
};

} // namespace netdraft::views

#pragma once

#include "model/drawing/annotation.h"

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
    const std::set<model::AnnotationId> &annotations() const { return m_annotations; }
    bool empty() const { return m_nodes.empty() && m_links.empty() && m_annotations.empty(); }
    /// The node when exactly one node and nothing else is selected, else 0.
    model::NetnsId singleNode() const;
    /// One end of the cable when exactly one link is selected and nothing else, else nothing.
    model::LinkPlace singleLink() const;
    /// The annotation when exactly one and nothing else is selected, else 0.
    model::AnnotationId singleAnnotation() const;

    /// A cable is selected by either of its ends.
    void set(std::set<model::NetnsId> nodes, std::set<model::LinkPlace> links = {},
             std::set<model::AnnotationId> annotations = {});
    /// Selects these annotations beside the nodes and cables that are selected.
    void setAnnotations(std::set<model::AnnotationId> annotations) { set(m_nodes, m_links, std::move(annotations)); }
    void clear() { set({}); }

signals:
    void changed();

private:
    std::set<model::NetnsId> m_nodes;
    std::set<model::LinkPlace> m_links;
    std::set<model::AnnotationId> m_annotations;
};

} // namespace netdraft::views

#pragma once

#include "views/document/sorted_set.h"

#include <QObject>

namespace netdraft::views {

/// What is selected, on the canvas and in every panel alike. Not undone. Holds ids, so a thing that is gone
/// is simply not found.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    const NodeIds &nodes() const { return m_nodes; }
    const LinkPlaces &links() const { return m_links; }
    const AnnotationIds &annotations() const { return m_annotations; }
    bool empty() const { return m_nodes.empty() && m_links.empty() && m_annotations.empty(); }
    /// The node when exactly one node and nothing else is selected, else 0.
    model::NetnsId singleNode() const;
    /// One end of the cable when exactly one link is selected and nothing else, else nothing.
    model::LinkPlace singleLink() const;
    /// The annotation when exactly one and nothing else is selected, else 0.
    model::AnnotationId singleAnnotation() const;

    /// A cable is selected by either of its ends.
    void set(NodeIds nodes, LinkPlaces links = {}, AnnotationIds annotations = {});
    /// Selects these annotations beside the nodes and cables that are selected.
    void setAnnotations(AnnotationIds annotations) { set(m_nodes, m_links, std::move(annotations)); }
    void clear() { set({}); }

signals:
    void changed();

private:
    NodeIds m_nodes;
    LinkPlaces m_links;
    AnnotationIds m_annotations;
};

} // namespace netdraft::views

#include "views/document/selection.h"

namespace netdraft::views {

Selection::Selection(QObject *parent) : QObject(parent) {}

model::NetnsId Selection::singleNode() const
{
    return m_nodes.size() == 1 && m_links.empty() && m_annotations.empty() ? *m_nodes.begin() : model::NetnsId{};
}

model::LinkPlace Selection::singleLink() const
{
    return m_links.size() == 1 && m_nodes.empty() && m_annotations.empty() ? *m_links.begin() : model::LinkPlace{};
}

model::AnnotationId Selection::singleAnnotation() const
{
    return m_annotations.size() == 1 && m_nodes.empty() && m_links.empty() ? *m_annotations.begin()
                                                                           : model::AnnotationId{};
}

void Selection::set(NodeIds nodes, LinkPlaces links, AnnotationIds annotations)
{
    if (nodes == m_nodes && links == m_links && annotations == m_annotations)
        return;
    m_nodes = std::move(nodes);
    m_links = std::move(links);
    m_annotations = std::move(annotations);
    emit changed();
}

} // namespace netdraft::views

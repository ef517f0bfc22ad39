#include "views/document/selection.h"

namespace netdraft::views {

Selection::Selection(QObject *parent) : QObject(parent) {}

model::NetnsId Selection::singleNode() const
{
    return m_nodes.size() == 1 && m_links.empty() ? *m_nodes.begin() : model::NetnsId{};
}

model::LinkPlace Selection::singleLink() const
{
    return m_links.size() == 1 && m_nodes.empty() ? *m_links.begin() : model::LinkPlace{};
}

void Selection::set(std::set<model::NetnsId> nodes, std::set<model::LinkPlace> links)
{
    if (nodes == m_nodes && links == m_links)
        return;
    m_nodes = std::move(nodes);
    m_links = std::move(links);
    emit changed();
}

} // namespace netdraft::views

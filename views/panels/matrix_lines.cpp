#include "views/panels/matrix_lines.h"

#include <algorithm>

namespace netdraft::views {

void MatrixLines::set(std::vector<std::size_t> members, std::span<const std::size_t> groupOf, const QStringList &names)
{
    m_members = std::move(members);
    m_groups.clear();
    if (!names.isEmpty()) {
        std::ranges::stable_sort(m_members, {}, [&](std::size_t member) { return groupOf[member]; });
        for (std::size_t at = 0; at < m_members.size(); ++at) {
            const QString &name = names[static_cast<qsizetype>(groupOf[m_members[at]])];
            if (m_groups.empty() || m_groups.back().name != name)
                m_groups.push_back({name, at, 0});
            ++m_groups.back().count;
        }
    }
    layOut();
}

void MatrixLines::layOut()
{
    m_lines.clear();
    if (m_groups.empty()) {
        for (std::size_t at = 0; at < m_members.size(); ++at)
            m_lines.push_back({at, 1, 0, false});
    }
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const auto &[name, first, count] = m_groups[group];
        m_lines.push_back({first, count, group, true});
        for (std::size_t at = first; m_open.contains(name) && at < first + count; ++at)
            m_lines.push_back({at, 1, group, false});
    }
}

void MatrixLines::toggle(int line)
{
    if (!isGroup(line))
        return;
    const QString name = groupName(line);
    if (!m_open.remove(name))
        m_open.insert(name);
    layOut();
}

void MatrixLines::openAll(bool open)
{
    m_open.clear();
    for (const Group &group : m_groups) {
        if (open)
            m_open.insert(group.name);
    }
    layOut();
}

std::span<const std::size_t> MatrixLines::members(int line) const
{
    return std::span(m_members).subspan(at(line).first, at(line).count);
}

} // namespace netdraft::views

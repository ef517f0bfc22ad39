#pragma once

#include <QSet>
#include <QString>

#include <span>
#include <vector>

namespace netdraft::views {

/// The rows of the matrix, or its columns: one for each node or address, or for each group of them, which then has a
/// line of its own above those of its members while it is open.
class MatrixLines
{
public:
    /// `members` in the order in which they are shown, with their groups by index of `names`. Without names, there are
    /// no groups.
    void set(std::vector<std::size_t> members, std::span<const std::size_t> groupOf, const QStringList &names);
    /// Opens or closes the group of a line.
    void toggle(int line);
    void openAll(bool open);

    int count() const { return static_cast<int>(m_lines.size()); }
    /// Those whose pairs a line stands for.
    std::span<const std::size_t> members(int line) const;
    bool isGroup(int line) const { return at(line).isGroup; }
    bool isOpen(int line) const { return isGroup(line) && m_open.contains(groupName(line)); }
    /// Of a group's line.
    QString groupName(int line) const { return m_groups[at(line).group].name; }

    friend bool operator==(const MatrixLines &a, const MatrixLines &b)
    {
        return a.m_members == b.m_members && a.m_groups == b.m_groups && a.m_open == b.m_open;
    }

private:
    struct Line {
        std::size_t first = 0;
        std::size_t count = 1;
        std::size_t group = 0;
        bool isGroup = false;
    };
    struct Group {
        QString name;
        std::size_t first = 0;
        std::size_t count = 0;
        friend bool operator==(const Group &, const Group &) = default;
    };

    std::vector<std::size_t> m_members;
    std::vector<Group> m_groups;
    QSet<QString> m_open;
    std::vector<Line> m_lines;

    const Line &at(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
    void layOut();
};

} // namespace netdraft::views

#pragma once

#include "views/panels/matrix_groups.h"
#include "views/panels/matrix_lines.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

namespace netdraft::views {

class Document;

/// Who can ping what: a row for each node that is no mere switch, a column for each address, or one for a group of
/// them. Holds no answers of its own: a cell is asked for when it is painted, that of large groups bit by bit, its
/// reason when the mouse rests on it.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Verdict { Own, Yes, No, Unsure, Some, Awaited };
    enum Role {
        VerdictRole = Qt::UserRole, ///< a Verdict as int
        GroupStartRole,             ///< bool: the column before belongs to another node, or to another group
        ShareRole,                  ///< double: of a group's pairs, how many are reachable, 0 to 1
        GroupRole,                  ///< of a header, bool: it is that of a group
    };

    explicit MatrixModel(Document &document, QObject *parent = nullptr);

    void sync();
    MatrixGrouping grouping() const { return m_grouping; }
    /// All groups are closed then.
    void setGrouping(MatrixGrouping grouping);
    /// Opens or closes the group of a row or column.
    void toggle(Qt::Orientation orientation, int section);
    void openAll(bool open);

    /// The pair of a cell; of a group's the one that shows best what is not reachable.
    model::NetnsId from(const QModelIndex &index) const;
    model::Target target(const QModelIndex &index) const;
    /// The pair and its answer in a few words.
    QString summary(const QModelIndex &index) const;
    /// Why, in words: computed anew, for a cell that somebody asks about.
    QString reason(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Part = model::Reachability::Part;

    Document &m_document;
    std::shared_ptr<const model::Reachability> m_reachability;
    MatrixGrouping m_grouping = MatrixGrouping::None;
    MatrixLines m_rows;
    MatrixLines m_columns;
    mutable QHash<QPair<int, int>, Part> m_parts; ///< what is known of groups' cells
    mutable QSet<QPair<int, int>> m_awaited;      ///< cells that were asked for
    mutable QTimer m_working;

    std::pair<MatrixLines, MatrixLines> lines(const model::Reachability &reachability) const;
    bool isGroup(const QModelIndex &index) const;
    const Part &part(int row, int column) const;
    const Part *known(const QModelIndex &index) const;
    void work();
    Verdict verdict(const QModelIndex &index) const;
    QString signOf(const QModelIndex &index) const;
    QString pairWords(const QModelIndex &index) const;
};

} // namespace netdraft::views

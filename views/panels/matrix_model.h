#pragma once

#include "model/reachability/reachability.h"

#include <QAbstractTableModel>

namespace netdraft::views {

class Document;

/// Who can ping what: a row for each node that is no mere switch, a column for each address. Holds no answers
/// of its own; a cell is asked for when it is painted, its reason when the mouse rests on it.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Verdict { Own, Yes, No, Unsure };
    enum Role {
        VerdictRole = Qt::UserRole, ///< a Verdict as int
        GroupStartRole,             ///< bool: the column before belongs to another node
    };

    explicit MatrixModel(Document &document, QObject *parent = nullptr);

    void sync();
    /// The pair of a cell.
    model::NetnsId from(const QModelIndex &index) const;
    model::Target target(int column) const { return m_reachability->targets()[static_cast<std::size_t>(column)]; }
    /// The pair and its answer in a few words.
    QString summary(const QModelIndex &index) const;
    /// Why, in words: computed anew, for a cell that somebody asks about.
    QString reason(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Document &m_document;
    std::shared_ptr<const model::Reachability> m_reachability;
    std::vector<std::size_t> m_rows; ///< indexes of nodes()

    Verdict verdict(const QModelIndex &index) const;
    QString pairWords(const QModelIndex &index) const;
};

} // namespace netdraft::views

#pragma once

#include "model/reachability/problems.h"

#include <QAbstractTableModel>

namespace netdraft::views {

class Document;

/// What keeps packets from arriving, one problem a row, with the change that would mend it in the last
/// column.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Text, Pairs, Mend, ColumnCount };

    explicit ProblemsModel(Document &document, QObject *parent = nullptr);

    void sync();
    const model::Problem &problem(int row) const { return m_problems[static_cast<std::size_t>(row)]; }
    /// The mends of a row performed as one undoable change; the error is the kernel's.
    model::Result<void> mend(int row, std::size_t which = 0);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Document &m_document;
    std::vector<model::Problem> m_problems;
};

} // namespace netdraft::views

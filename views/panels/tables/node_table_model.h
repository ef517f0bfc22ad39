#pragma once

#include "views/panels/tables/node_table.h"

#include <QAbstractTableModel>

namespace netdraft::views {

/// The rows of one of a node's tables, for a view.
class NodeTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// What is selected stays so while nothing changes.
    void show(const NodeTable &table, model::tables::Rows rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const NodeTable *m_table = nullptr;
    model::tables::Rows m_rows;
};

} // namespace netdraft::views

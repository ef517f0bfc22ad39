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

    void show(const NodeTable &table, std::vector<QStringList> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const NodeTable *m_table = nullptr;
    std::vector<QStringList> m_rows;
};

} // namespace netdraft::views

#include "views/panels/tables/node_table_model.h"

#include "views/style/theme.h"

#include <QCoreApplication>

namespace netdraft::views {

void NodeTableModel::show(const NodeTable &table, model::tables::Rows rows)
{
    if (&table == m_table && rows == m_rows)
        return;
    beginResetModel();
    m_table = &table;
    m_rows = std::move(rows);
    endResetModel();
}

int NodeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NodeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant NodeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return QString::fromStdString(
            m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())]);
    if (role == Qt::FontRole)
        return fixedFont();
    return {};
}

QVariant NodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_table)
        return {};
    return QCoreApplication::translate("NodeTable", m_table->columns[static_cast<std::size_t>(section)]);
}

} // namespace netdraft::views

#pragma once

#include "model/recipe/kubernetes/proxy/ports.h"

#include <QAbstractTableModel>

namespace netdraft::views {

/// The ports that clusters need, one a row for whoever must reach it; those that are not reached first.
class PortsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Cluster is worth its room where there are several.
    enum Column { State, Cluster, Node, Port, From, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPorts(std::vector<model::kubernetes::ClusterPorts> clusters);
    const std::vector<model::kubernetes::ClusterPorts> &clusters() const { return m_clusters; }
    const model::kubernetes::PortFinding &finding(int row) const;
    /// How many are reached as they must be.
    int fine() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t cluster;
        std::size_t finding;
    };

    std::vector<model::kubernetes::ClusterPorts> m_clusters;
    std::vector<Row> m_rows;

    QString text(const Row &row, int column) const;
    static QString state(const model::kubernetes::PortFinding &finding);
};

} // namespace netdraft::views

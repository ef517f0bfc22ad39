#include "views/panels/ports_model.h"

#include "views/panels/panel.h"
#include "views/style/icon.h"

#include <algorithm>

namespace netdraft::views {

using model::kubernetes::ClusterPorts;
using model::kubernetes::PortFinding;

void PortsModel::setPorts(std::vector<ClusterPorts> clusters)
{
    beginResetModel();
    m_clusters = std::move(clusters);
    m_rows.clear();
    for (std::size_t i = 0; i < m_clusters.size(); ++i)
        for (std::size_t j = 0; j < m_clusters[i].findings.size(); ++j)
            m_rows.push_back({i, j});
    std::ranges::stable_partition(
        m_rows, [this](const Row &row) { return !m_clusters[row.cluster].findings[row.finding].isFine(); });
    endResetModel();
}

const PortFinding &PortsModel::finding(int row) const
{
    const Row &at = m_rows[static_cast<std::size_t>(row)];
    return m_clusters[at.cluster].findings[at.finding];
}

int PortsModel::fine() const
{
    std::ptrdiff_t count = 0;
    for (const ClusterPorts &cluster : m_clusters)
        count += std::ranges::count_if(cluster.findings, &PortFinding::isFine);
    return static_cast<int>(count);
}

QString PortsModel::state(const PortFinding &finding)
{
    if (!finding.listening)
        return tr("Not listening");
    if (!finding.reachable)
        return tr("Not reached");
    return finding.probe.certain ? tr("Open") : tr("Uncertain");
}

QString PortsModel::text(const Row &row, int column) const
{
    const PortFinding &finding = m_clusters[row.cluster].findings[row.finding];
    switch (column) {
    case State: return state(finding);
    case Cluster: return QString::fromStdString(m_clusters[row.cluster].server);
    case Node: return QString::fromStdString(finding.node);
    case Port:
        return QStringLiteral("%1/%2 %3")
            .arg(QLatin1String(transportName(finding.transport)), QString::number(finding.port),
                 QString::fromStdString(finding.process));
    case From: return finding.from == finding.node ? tr("itself") : QString::fromStdString(finding.from);
    case Reason: return QString::fromStdString(finding.reason);
    default: return {};
    }
}

int PortsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PortsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PortsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::DecorationRole: {
        if (index.column() != State)
            return {};
        const PortFinding &finding = this->finding(index.row());
        if (!finding.isFine())
            return icon(QStringLiteral("bad"), currentTheme().bad);
        return finding.probe.certain ? icon(QStringLiteral("ok"), currentTheme().ok)
                                     : icon(QStringLiteral("uncertain"), currentTheme().uncertain);
    }
    default: return {};
    }
}

QVariant PortsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole)
        return section == From ? tr("Who has to reach the port") : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Cluster: return tr("Cluster");
    case Node: return tr("Node");
    case Port: return tr("Port");
    case From: return tr("From");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace netdraft::views

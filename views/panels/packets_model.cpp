#include "views/panels/packets_model.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_trace.h"

#include <algorithm>

namespace netdraft::views {

PacketsModel::PacketsModel(const Document &document, const PacketTrace &trace, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_trace(trace)
{
}

void PacketsModel::sync()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t at = 0; at < m_trace.passages().size(); ++at)
        if (!m_filter || m_filter(m_trace.passages()[at]))
            m_rows.push_back(at);
    m_shown = m_rows.size();
    endResetModel();
}

void PacketsModel::setShown(std::size_t count)
{
    count = std::min(count, m_rows.size());
    if (count > m_shown) {
        beginInsertRows({}, static_cast<int>(m_shown), static_cast<int>(count) - 1);
        m_shown = count;
        endInsertRows();
    } else if (count < m_shown) {
        beginRemoveRows({}, static_cast<int>(count), static_cast<int>(m_shown) - 1);
        m_shown = count;
        endRemoveRows();
    }
}

void PacketsModel::setFilter(PassageFilter filter)
{
    m_filter = std::move(filter);
    sync();
}

std::optional<int> PacketsModel::row(std::size_t passage) const
{
    const auto found = std::ranges::lower_bound(m_rows, passage);
    const auto row = static_cast<std::size_t>(found - m_rows.begin());
    return row < m_shown && *found == passage ? std::optional(static_cast<int>(row)) : std::nullopt;
}

int PacketsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown);
}

int PacketsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacketsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() == Number ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const model::simulation::Passage &passage = m_trace.passages()[this->passage(index.row())];
    switch (index.column()) {
    case Number: return QStringLiteral("%L1").arg(this->passage(index.row()) + 1);
    case From: return linkTitle(m_document.network(), passage.from);
    case To: return linkTitle(m_document.network(), passage.to);
    default: return m_trace.text(this->passage(index.row()));
    }
}

QVariant PacketsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("No.");
    case From: return tr("From");
    case To: return tr("To");
    default: return tr("Packet");
    }
}

} // namespace netdraft::views

#include "views/panels/matrix_model.h"

#include "views/document/document.h"
#include "views/document/node_words.h"

#include <algorithm>

namespace netdraft::views {

MatrixModel::MatrixModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document) {}

void MatrixModel::sync()
{
    auto next = m_document.reachability();
    if (next == m_reachability)
        return;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < next->nodes().size(); ++i) {
        if (!next->isSwitch(i))
            rows.push_back(i);
    }
    const bool alike = m_reachability && rows == m_rows && std::ranges::equal(next->nodes(), m_reachability->nodes()) &&
                       std::ranges::equal(next->targets(), m_reachability->targets());
    if (alike) {
        m_reachability = std::move(next);
        if (rowCount() > 0 && columnCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
            emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        }
        return;
    }
    beginResetModel();
    m_reachability = std::move(next);
    m_rows = std::move(rows);
    endResetModel();
}

model::NetnsId MatrixModel::from(const QModelIndex &index) const
{
    return m_reachability->nodes()[m_rows[static_cast<std::size_t>(index.row())]];
}

MatrixModel::Verdict MatrixModel::verdict(const QModelIndex &index) const
{
    const model::Answer answer =
        m_reachability->answer(m_rows[static_cast<std::size_t>(index.row())], static_cast<std::size_t>(index.column()));
    if (answer.reachable && from(index) == target(index.column()).node)
        return Verdict::Own;
    if (!answer.certain)
        return Verdict::Unsure;
    return answer.reachable ? Verdict::Yes : Verdict::No;
}

QString MatrixModel::pairWords(const QModelIndex &index) const
{
    const model::Network &network = m_reachability->network();
    const model::Target to = target(index.column());
    return tr("%1 → %2 (%3)")
        .arg(nodeName(network, from(index)), nodeName(network, to.node), QString::fromStdString(to.address.toString()));
}

QString MatrixModel::summary(const QModelIndex &index) const
{
    const QString pair = pairWords(index);
    switch (verdict(index)) {
    case Verdict::Own: return tr("%1: its own address").arg(pair);
    case Verdict::Yes: return tr("%1: reachable").arg(pair);
    case Verdict::No: return tr("%1: not reachable").arg(pair);
    case Verdict::Unsure: return tr("%1: the kernel may decide either way").arg(pair);
    }
    return {};
}

QString MatrixModel::reason(const QModelIndex &index) const
{
    const model::Network &network = m_reachability->network();
    const model::Target to = target(index.column());
    const model::Ping ping = model::ping(m_reachability->plane(), from(index), to.address);
    QString text = pairWords(index) + QLatin1Char('\n');
    if (ping.reachable)
        return text + (ping.certain ? tr("reachable") : tr("reachable, but the kernel may decide otherwise"));
    text += QString::fromStdString(model::reason(network, ping));
    const std::vector<model::Mend> mends = model::mends(m_reachability->plane(), ping);
    if (!mends.empty())
        text += QLatin1Char('\n') + tr("To mend: %1").arg(QString::fromStdString(mends.front().text));
    return text;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_reachability ? 0 : static_cast<int>(m_reachability->targets().size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (verdict(index)) {
        case Verdict::Own: return QStringLiteral("·");
        case Verdict::Yes: return QStringLiteral("✓");
        case Verdict::No: return QStringLiteral("✗");
        case Verdict::Unsure: return QStringLiteral("?");
        }
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return reason(index);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignCenter);
    case VerdictRole: return static_cast<int>(verdict(index));
    case GroupStartRole: return index.column() > 0 && target(index.column()).node != target(index.column() - 1).node;
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_reachability || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const model::Network &network = m_reachability->network();
    if (orientation == Qt::Vertical)
        return nodeName(network, m_reachability->nodes()[m_rows[static_cast<std::size_t>(section)]]);
    const model::Target to = target(section);
    return QStringLiteral("%1\n%2").arg(nodeName(network, to.node), QString::fromStdString(to.address.toString()));
}

} // namespace netdraft::views

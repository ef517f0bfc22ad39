#include "views/panels/matrix_model.h"

#include "views/document/document.h"
#include "views/document/node_words.h"

#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

namespace netdraft::views {

MatrixModel::MatrixModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    m_working.setInterval(0);
    connect(&m_working, &QTimer::timeout, this, &MatrixModel::work);
}

std::pair<MatrixLines, MatrixLines> MatrixModel::lines(const model::Reachability &reachability) const
{
    MatrixGroups groups;
    if (m_grouping != MatrixGrouping::None)
        groups = groupMatrix(m_document, reachability, m_grouping);
    std::vector<std::size_t> nodes;
    for (std::size_t node = 0; node < reachability.nodes().size(); ++node) {
        if (!reachability.isSwitch(node))
            nodes.push_back(node);
    }
    std::vector<std::size_t> targets(reachability.targets().size());
    std::iota(targets.begin(), targets.end(), 0U);
    // Those that are open stay so.
    std::pair<MatrixLines, MatrixLines> made(m_rows, m_columns);
    made.first.set(std::move(nodes), groups.ofNode, groups.names);
    made.second.set(std::move(targets), groups.ofTarget, groups.names);
    return made;
}

void MatrixModel::sync()
{
    auto next = m_document.reachability();
    if (next == m_reachability)
        return;
    auto [rows, columns] = lines(*next);
    const bool alike = m_reachability && rows == m_rows && columns == m_columns &&
                       std::ranges::equal(next->nodes(), m_reachability->nodes()) &&
                       std::ranges::equal(next->targets(), m_reachability->targets());
    m_parts.clear();
    m_awaited.clear();
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
    m_columns = std::move(columns);
    endResetModel();
}

void MatrixModel::setGrouping(MatrixGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    m_parts.clear();
    m_awaited.clear();
    m_rows.openAll(false);
    m_columns.openAll(false);
    if (m_reachability)
        std::tie(m_rows, m_columns) = lines(*m_reachability);
    endResetModel();
}

void MatrixModel::toggle(Qt::Orientation orientation, int section)
{
    MatrixLines &lines = orientation == Qt::Vertical ? m_rows : m_columns;
    if (section < 0 || section >= lines.count() || !lines.isGroup(section))
        return;
    beginResetModel();
    lines.toggle(section);
    m_parts.clear();
    m_awaited.clear();
    endResetModel();
}

void MatrixModel::openAll(bool open)
{
    beginResetModel();
    m_rows.openAll(open);
    m_columns.openAll(open);
    m_parts.clear();
    m_awaited.clear();
    endResetModel();
}

bool MatrixModel::isGroup(const QModelIndex &index) const
{
    return m_rows.isGroup(index.row()) || m_columns.isGroup(index.column());
}

const MatrixModel::Part &MatrixModel::part(int row, int column) const
{
    const QPair cell(row, column);
    if (!m_parts.contains(cell))
        m_parts.insert(cell, m_reachability->part(m_rows.members(row), m_columns.members(column)));
    return *m_parts.constFind(cell);
}

/// What a group's cell comes to. That of large ones takes long: null until it is known.
const MatrixModel::Part *MatrixModel::known(const QModelIndex &index) const
{
    constexpr std::size_t few = 256;
    const QPair cell(index.row(), index.column());
    if (m_parts.contains(cell) || m_rows.members(cell.first).size() * m_columns.members(cell.second).size() <= few)
        return &part(cell.first, cell.second);
    m_awaited.insert(cell);
    if (!m_working.isActive())
        m_working.start();
    return nullptr;
}

/// Finds out about the cells that were asked for, as many as a part of a frame has time for.
void MatrixModel::work()
{
    constexpr int milliseconds = 8;
    QElapsedTimer time;
    time.start();
    while (!m_awaited.isEmpty() && time.elapsed() < milliseconds) {
        const auto cell = *m_awaited.begin();
        m_awaited.remove(cell);
        part(cell.first, cell.second);
        const QModelIndex changed = index(cell.first, cell.second);
        emit dataChanged(changed, changed);
    }
    if (m_awaited.isEmpty())
        m_working.stop();
}

model::NetnsId MatrixModel::from(const QModelIndex &index) const
{
    const std::size_t node =
        isGroup(index) ? part(index.row(), index.column()).from : m_rows.members(index.row()).front();
    return m_reachability->nodes()[node];
}

model::Target MatrixModel::target(const QModelIndex &index) const
{
    const std::size_t target =
        isGroup(index) ? part(index.row(), index.column()).to : m_columns.members(index.column()).front();
    return m_reachability->targets()[target];
}

MatrixModel::Verdict MatrixModel::verdict(const QModelIndex &index) const
{
    if (isGroup(index)) {
        const Part *part = known(index);
        if (!part)
            return Verdict::Awaited;
        if (part->pairs == 0)
            return Verdict::Own;
        if (part->reachable == part->pairs)
            return Verdict::Yes;
        if (part->unsure == part->pairs)
            return Verdict::Unsure;
        return part->reachable + part->unsure == 0 ? Verdict::No : Verdict::Some;
    }
    const model::Answer answer =
        m_reachability->answer(m_rows.members(index.row()).front(), m_columns.members(index.column()).front());
    if (answer.reachable && from(index) == target(index).node)
        return Verdict::Own;
    if (!answer.certain)
        return Verdict::Unsure;
    return answer.reachable ? Verdict::Yes : Verdict::No;
}

QString MatrixModel::signOf(const QModelIndex &index) const
{
    switch (verdict(index)) {
    case Verdict::Own: return QStringLiteral("·");
    case Verdict::Yes: return QStringLiteral("✓");
    case Verdict::No: return QStringLiteral("✗");
    case Verdict::Unsure: return QStringLiteral("?");
    case Verdict::Awaited: return QStringLiteral("…");
    case Verdict::Some: break;
    }
    const Part &part = *known(index);
    return QStringLiteral("%L1/%L2").arg(part.reachable).arg(part.pairs);
}

QString MatrixModel::pairWords(const QModelIndex &index) const
{
    const model::Network &network = m_reachability->network();
    const model::Target to = target(index);
    return tr("%1 → %2 (%3)")
        .arg(nodeName(network, from(index)), nodeName(network, to.node), QString::fromStdString(to.address.toString()));
}

QString MatrixModel::summary(const QModelIndex &index) const
{
    if (isGroup(index)) {
        const auto words = [this](int section, Qt::Orientation orientation) {
            const MatrixLines &lines = orientation == Qt::Vertical ? m_rows : m_columns;
            return lines.isGroup(section)
                       ? lines.groupName(section)
                       : headerData(section, orientation, Qt::DisplayRole).toString().replace('\n', ' ');
        };
        const Part *part = known(index);
        return tr("%1 → %2: %3")
            .arg(words(index.row(), Qt::Vertical), words(index.column(), Qt::Horizontal),
                 part ? tr("%L1 of %L2 pairs reachable").arg(part->reachable).arg(part->pairs)
                      : tr("being worked out"));
    }
    const QString pair = pairWords(index);
    switch (verdict(index)) {
    case Verdict::Own: return tr("%1: its own address").arg(pair);
    case Verdict::Yes: return tr("%1: reachable").arg(pair);
    case Verdict::No: return tr("%1: not reachable").arg(pair);
    case Verdict::Unsure: return tr("%1: the kernel may decide either way").arg(pair);
    case Verdict::Some:
    case Verdict::Awaited: break;
    }
    return {};
}

QString MatrixModel::reason(const QModelIndex &index) const
{
    const model::Network &network = m_reachability->network();
    const model::Target to = target(index);
    const model::Ping ping = model::ping(m_reachability->plane(), from(index), to.address);
    QString text = isGroup(index) ? summary(index) + QLatin1Char('\n') : QString();
    text += pairWords(index) + QLatin1Char('\n');
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
    return parent.isValid() ? 0 : m_rows.count();
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns.count();
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return signOf(index);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return reason(index);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignCenter);
    case VerdictRole: return static_cast<int>(verdict(index));
    case ShareRole: {
        const Part *part = isGroup(index) ? known(index) : nullptr;
        return part && part->pairs > 0 ? static_cast<double>(part->reachable) / static_cast<double>(part->pairs) : 0.0;
    }
    case GroupStartRole: {
        if (index.column() == 0)
            return false;
        if (m_columns.isGroup(index.column()) || m_columns.isGroup(index.column() - 1))
            return true;
        const auto targets = m_reachability->targets();
        return targets[m_columns.members(index.column()).front()].node !=
               targets[m_columns.members(index.column() - 1).front()].node;
    }
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const MatrixLines &lines = orientation == Qt::Vertical ? m_rows : m_columns;
    if (!m_reachability || section >= lines.count())
        return {};
    const bool group = lines.isGroup(section);
    if (role == GroupRole)
        return group;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const model::Network &network = m_reachability->network();
    if (group) {
        const QString name = lines.groupName(section);
        const auto count = static_cast<qulonglong>(lines.members(section).size());
        if (role == Qt::ToolTipRole)
            return orientation == Qt::Vertical ? tr("%1, nodes: %L2").arg(name).arg(count)
                                               : tr("%1, addresses: %L2").arg(name).arg(count);
        const QString sign = lines.isOpen(section) ? QStringLiteral("▾") : QStringLiteral("▸");
        return orientation == Qt::Vertical ? QStringLiteral("%1 %2\u00a0").arg(sign, name)
                                           : QStringLiteral("%1 %2\n(%L3)").arg(sign, name).arg(count);
    }
    const std::size_t member = lines.members(section).front();
    if (orientation == Qt::Vertical)
        return nodeName(network, m_reachability->nodes()[member]);
    const model::Target to = m_reachability->targets()[member];
    return QStringLiteral("%1\n%2").arg(nodeName(network, to.node), QString::fromStdString(to.address.toString()));
}

} // namespace netdraft::views

#include "views/panels/problems_model.h"

#include "views/document/document.h"
#include "views/panels/panel.h"
#include "views/style/icon.h"

namespace netdraft::views {

ProblemsModel::ProblemsModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document) {}

void ProblemsModel::sync()
{
    const std::vector<model::Problem> &problems = m_document.problems();
    if (problems.size() == m_problems.size()) {
        m_problems = problems;
        if (!m_problems.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

model::Result<void> ProblemsModel::mend(int row, std::size_t which)
{
    // A copy: performing it announces a change, which replaces the list.
    const model::Mend mend = problem(row).mends[which];
    return m_document.perform(QString::fromStdString(mend.text), mend.edits);
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const model::Problem &problem = this->problem(index.row());
    const bool error = problem.severity == model::Severity::Error;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Text)
            return QString::fromStdString(problem.text);
        if (index.column() == Pairs)
            return problem.pairs == 0 ? QString() : QString::number(problem.pairs);
        return problem.mends.empty() ? QString() : QString::fromStdString(problem.mends.front().text);
    case Qt::DecorationRole:
        if (index.column() != Text)
            return {};
        return error ? icon(QStringLiteral("bad"), currentTheme().bad)
                     : icon(QStringLiteral("uncertain"), currentTheme().uncertain);
    case Qt::ToolTipRole: return data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        if (index.column() == Text)
            return (error ? tr("Error: %1") : tr("Warning: %1")).arg(QString::fromStdString(problem.text));
        return data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Pairs ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == Text ? tr("Problem") : section == Pairs ? tr("Pairs") : tr("Mend");
    if (role == Qt::ToolTipRole && section == Pairs)
        return tr("How many pairs of nodes cannot reach each other for it");
    return {};
}

} // namespace netdraft::views

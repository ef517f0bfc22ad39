#include "views/panels/what_if_model.h"

#include "views/document/node_words.h"
#include "views/document/weak_points.h"
#include "views/panels/panel.h"
#include "views/style/icon.h"

#include <algorithm>

namespace netdraft::views {

WhatIfModel::WhatIfModel(const WeakPoints &weak, QObject *parent) : QAbstractTableModel(parent), m_weak(weak) {}

void WhatIfModel::sync()
{
    beginResetModel();
    m_warns = !std::ranges::all_of(
        m_weak.failures(), [](const model::SingleFailure &failure) { return static_cast<bool>(failure.cutsOff); });
    endResetModel();
}

const model::SingleFailure &WhatIfModel::failure(int row) const
{
    return m_weak.failures()[static_cast<std::size_t>(row)];
}

QString WhatIfModel::what(const model::SingleFailure &failure) const
{
    const model::Network &network = m_weak.of()->network();
    if (!failure.link.link)
        return nodeName(network, failure.node);
    return tr("Cable from %1 to %2").arg(linkTitle(network, failure.link), linkTitle(network, failure.otherEnd));
}

QString WhatIfModel::example(const model::SingleFailure &failure) const
{
    const model::Reachability &all = *m_weak.of();
    if (failure.cutsOff)
        return tr("cuts off %1").arg(nodeName(all.network(), failure.cutsOff));
    const model::PairChange::Pair pair = failure.broken.front().before;
    return tr("%1 no longer reaches %2")
        .arg(nodeName(all.network(), all.nodes()[pair.from]), nodeName(all.network(), all.targets()[pair.to].node));
}

int WhatIfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_weak.failures().size());
}

int WhatIfModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WhatIfModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const model::SingleFailure &failure = this->failure(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == What)
            return what(failure);
        if (index.column() == Example)
            return example(failure);
        return tr("%L1 of %L2").arg(failure.broken.size()).arg(failure.pairs);
    case Qt::DecorationRole:
        if (index.column() != What || !m_warns)
            return {};
        return failure.cutsOff ? blankIcon() : icon(QStringLiteral("warning"), currentTheme().uncertain);
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Pairs ? Qt::AlignHCenter | Qt::AlignVCenter
                                                : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == What ? tr("If this fails alone") : section == Pairs ? tr("Pairs that break") : tr("So that");
    if (role == Qt::ToolTipRole && section == Pairs)
        return tr("Of the pairs that reach each other now; those of a node that fails itself do not count");
    return {};
}

} // namespace netdraft::views

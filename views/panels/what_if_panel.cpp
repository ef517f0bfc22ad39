#include "views/panels/what_if_panel.h"

#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/document/weak_points.h"
#include "views/panels/column_fit.h"
#include "views/panels/panel_parts.h"
#include "views/panels/what_if_model.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

/// Milliseconds from one look at how far the work is to the next.
constexpr int lookAgain = 200;

} // namespace

WhatIfPanel::WhatIfPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new WhatIfModel(context.weak, this)), m_table(new QTableView),
      m_words(emptyText({}))
{
    m_table->setObjectName(QStringLiteral("whatIfTable"));
    m_table->setAccessibleName(tr("Single points of failure"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    new ColumnFit(m_table, WhatIfModel::Example);
    connect(m_table, &QTableView::clicked, this, &WhatIfPanel::jumpTo);
    connect(m_table, &QTableView::activated, this, &WhatIfPanel::jumpTo);
    connect(&context.weak, &WeakPoints::changed, this, &WhatIfPanel::invalidate);
    m_words->setObjectName(QStringLiteral("whatIfWords"));

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_table, 1);
    all->addWidget(m_words, 1);
}

void WhatIfPanel::sync()
{
    m_model->sync();
    const bool working = weak().isWorking();
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setDisabled(working);
    m_words->setVisible(m_model->rowCount() == 0);
    if (working && m_timer == 0)
        m_timer = startTimer(lookAgain);
    say();
}

void WhatIfPanel::say()
{
    if (weak().isWorking())
        m_words->setText(
            tr("Letting each node and cable fail in turn: %1 %").arg(static_cast<int>(weak().share() * 100)));
    else if (weak().of() && weak().of()->totals().reachable == 0)
        m_words->setText(tr("Nobody reaches anybody yet, so nothing can break."));
    else
        m_words->setText(tr("No single cable or node breaks a pair of others when it fails."));
}

void WhatIfPanel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return Panel::timerEvent(event);
    if (weak().isWorking())
        return say();
    killTimer(m_timer);
    m_timer = 0;
}

void WhatIfPanel::setSeen(bool seen)
{
    weak().setWanted(seen);
}

void WhatIfPanel::jumpTo(const QModelIndex &index)
{
    const model::SingleFailure failure = m_model->failure(index.row());
    // The list may be of an earlier network.
    const model::Network &network = document().network();
    if (failure.link.link && network.find(failure.link))
        selection().set({}, {failure.link});
    else if (!failure.link.link && network.find(failure.node))
        selection().set({failure.node});
}

} // namespace netdraft::views

#include "views/panels/matrix_panel.h"

#include "views/document/document.h"
#include "views/document/shown_ping.h"
#include "views/panels/matrix_delegate.h"
#include "views/panels/matrix_header.h"
#include "views/panels/matrix_model.h"
#include "views/panels/panel_parts.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace netdraft::views {

MatrixPanel::MatrixPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new MatrixModel(context.document, this)), m_table(new QTableView),
      m_header(new MatrixHeader(m_table)), m_reason(new QLabel),
      m_empty(emptyText(tr("No node has an address yet that another one could ping.")))
{
    m_table->setObjectName(QStringLiteral("matrixTable"));
    m_table->setAccessibleName(tr("Reachability: rows ping columns"));
    styleTable(m_table);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MatrixDelegate(m_table));
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->show();
    m_table->verticalHeader()->setHighlightSections(true);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->verticalHeader()->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    connect(m_model, &QAbstractItemModel::modelReset, m_header, &MatrixHeader::fit);
    connect(m_table, &QTableView::clicked, this, &MatrixPanel::showWay);
    connect(m_table, &QTableView::activated, this, &MatrixPanel::showWay);

    m_reason->setObjectName(QStringLiteral("matrixReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMargin(spacing::tight);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    const QString hint = tr("A row pings a column. Rest on a cell for its reason, click to draw the way.");
    m_reason->setText(hint);
    connect(&shown(), &ShownPing::changed, this,
            [this, hint] { m_reason->setText(shown().ping() ? shown().text() : hint); });

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_table, 1);
    all->addWidget(m_empty, 1);
    all->addWidget(m_reason);
    followDocument();
}

void MatrixPanel::sync()
{
    m_model->sync();
    const bool awaited = document().answersAwaited().has_value();
    m_table->setDisabled(awaited);
    const bool any = m_model->rowCount() > 0 && m_model->columnCount() > 0;
    m_table->setVisible(any);
    m_reason->setVisible(any);
    m_empty->setVisible(!any && !awaited);
}

void MatrixPanel::showWay(const QModelIndex &index)
{
    shown().show(m_model->from(index), m_model->target(index.column()).address);
}

} // namespace netdraft::views

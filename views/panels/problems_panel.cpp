#include "views/panels/problems_panel.h"

#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/document/shown_ping.h"
#include "views/panels/button_delegate.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/panels/problems_model.h"
#include "views/style/icon.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>

namespace netdraft::views {

ProblemsPanel::ProblemsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new ProblemsModel(context.document, this)), m_table(new QTableView),
      m_fine(new QWidget), m_fineMark(new QLabel), m_fineText(new QLabel), m_message(new MessageLine)
{
    m_table->setObjectName(QStringLiteral("problemsTable"));
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 2 * spacing::normal);
    m_table->verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->defaultSectionSize());
    m_table->setMouseTracking(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *delegate = new ButtonDelegate(m_table);
    m_table->setItemDelegateForColumn(ProblemsModel::Mend, delegate);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemsModel::Text, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemsModel::Pairs, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemsModel::Mend, QHeaderView::Interactive);
    m_table->setColumnWidth(ProblemsModel::Pairs,
                            m_table->fontMetrics().averageCharWidth() * 5 + 2 * spacing::normal + spacing::wide);
    // A long sentence takes a second line rather than to lose its end, which says the cause.
    m_table->setWordWrap(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &ProblemsPanel::fitRows);

    connect(delegate, &ButtonDelegate::pressed, this, [this](const QModelIndex &index) { mend(index.row(), 0); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        // A button's press was its own, and may have ended the row.
        if (index.isValid() && index.column() != ProblemsModel::Mend)
            jumpTo(index);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (index.column() == ProblemsModel::Mend && !m_model->problem(index.row()).mends.empty())
            mend(index.row(), 0);
        else
            jumpTo(index);
    });

    m_fineText->setObjectName(QStringLiteral("problemsEmpty"));
    auto *fine = new QHBoxLayout(m_fine);
    fine->addStretch();
    fine->addWidget(m_fineMark);
    fine->addWidget(m_fineText);
    fine->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_table, 1);
    all->addWidget(m_fine, 1);
    all->addWidget(m_message);
    followDocument();
}

void ProblemsPanel::sync()
{
    m_message->setProblem({});
    m_model->sync();
    fitColumns();
    fitRows();
    const bool awaited = document().answersAwaited().has_value();
    m_table->setDisabled(awaited);
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_fine->setVisible(!any);
    const auto totals = document().reachability()->totals();
    m_fineMark->setPixmap(totals.pairs > 0 && !awaited
                              ? iconPixmap(QStringLiteral("ok"), themeOf(palette()).ok, 20, devicePixelRatioF())
                              : QPixmap());
    m_fineText->setText(awaited ? tr("Working out who reaches whom …")
                        : totals.pairs > 0
                            ? tr("No problems: every node reaches every other.")
                            : tr("No problems yet: nothing has an address that another node could reach."));
}

void ProblemsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitColumns();
}

void ProblemsPanel::fitColumns()
{
    // A sentence may go on in a second line, what stands on a button cannot.
    const int wanted = static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(ProblemsModel::Mend);
    m_table->setColumnWidth(ProblemsModel::Mend, std::clamp(wanted, width() / 5, width() / 2));
}

void ProblemsPanel::fitRows()
{
    // To measure thousands of rows would take longer than to find what they say.
    constexpr int fewRows = 100;
    if (m_model->rowCount() <= fewRows)
        m_table->resizeRowsToContents();
}

void ProblemsPanel::jumpTo(const QModelIndex &index)
{
    const model::Problem problem = m_model->problem(index.row());
    if (document().network().find(problem.node)) {
        if (problem.link)
            selection().set({}, {model::LinkPlace{problem.node, problem.link}});
        else
            selection().set({problem.node});
    }
    const auto reachability = document().reachability();
    if (problem.pairs > 0 && problem.from < reachability->nodes().size() && problem.to < reachability->targets().size())
        shown().show(reachability->nodes()[problem.from], reachability->targets()[problem.to].address);
    else
        shown().clear();
}

void ProblemsPanel::mend(int row, std::size_t which)
{
    const auto done = m_model->mend(row, which);
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

void ProblemsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = m_table->indexAt(m_table->viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    QMenu menu(this);
    menu.addAction(tr("Show on the canvas"), this, [this, index] { jumpTo(index); });
    menu.addSeparator();
    const std::vector<model::Mend> &mends = m_model->problem(index.row()).mends;
    for (std::size_t i = 0; i < mends.size(); ++i) {
        menu.addAction(icon(QStringLiteral("mend")), QString::fromStdString(mends[i].text), this,
                       [this, row = index.row(), i] { mend(row, i); });
    }
    menu.exec(event->globalPos());
}

} // namespace netdraft::views

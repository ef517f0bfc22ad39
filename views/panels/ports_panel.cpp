#include "views/panels/ports_panel.h"

#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/panels/ports_model.h"
#include "views/style/icon.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QPersistentModelIndex>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr int summaryIcon = 16; ///< pixels

} // namespace

PortsPanel::PortsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new PortsModel(this)), m_table(new QTableView), m_mark(new QLabel),
      m_summary(panelTitle(QStringLiteral("portsSummary"))), m_details(new QWidget), m_reason(new QLabel),
      m_mend(new QPushButton), m_words(emptyText({})), m_message(new MessageLine), m_work(*this, [this] { take(); })
{
    m_table->setObjectName(QStringLiteral("portsTable"));
    m_table->setAccessibleName(tr("Ports of the cluster"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(PortsModel::Reason, QHeaderView::Stretch);
    m_words->setObjectName(QStringLiteral("portsWords"));

    m_reason->setObjectName(QStringLiteral("portsReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mend->setObjectName(QStringLiteral("portsMend"));
    m_mend->setIcon(icon(QStringLiteral("mend")));

    connect(m_table, &QTableView::clicked, this, &PortsPanel::jumpTo);
    connect(m_table, &QTableView::activated, this, &PortsPanel::jumpTo);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PortsPanel::sayDetails);
    connect(m_mend, &QPushButton::clicked, this, [this] { mend(told(), 0); });
    connect(&document(), &Document::changed, this, [this](const model::ChangeSet &changes) {
        if (!changes.namespaces.empty())
            forget();
    });
    connect(&document(), &Document::reset, this, [this] {
        m_model->setPorts({});
        forget();
    });

    QHBoxLayout *head = panelHead();
    head->addWidget(m_mark);
    head->addWidget(m_summary, 1);
    auto *details = new QHBoxLayout(m_details);
    details->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    details->addWidget(m_reason, 1);
    details->addWidget(m_mend);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_table, 1);
    all->addWidget(m_details);
    all->addWidget(m_words, 1);
    all->addWidget(m_message);
}

void PortsPanel::setSeen(bool seen)
{
    m_seen = seen;
    if (!seen && m_work.isUnderWay()) {
        m_work.stop();
        m_asked = false;
    }
    invalidate();
}

void PortsPanel::forget()
{
    m_work.stop();
    m_asked = false;
    m_message->setProblem({});
    invalidate();
}

void PortsPanel::sync()
{
    follow();
    say();
}

void PortsPanel::follow()
{
    if (!m_seen || m_asked)
        return;
    m_asked = true;
    if (model::kubernetes::clusterServers(document().network()).empty()) {
        m_model->setPorts({});
        return;
    }
    model::Project project;
    project.network = document().network();
    m_work.start([project](const model::Effort &effort) { return model::kubernetes::checkAllPorts(project, effort); });
}

void PortsPanel::take()
{
    auto found = m_work.take();
    if (!found)
        return;
    const int row = m_table->currentIndex().row();
    m_model->setPorts(*std::move(found));
    fitColumns();
    if (row >= 0 && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), PortsModel::State));
    say();
}

void PortsPanel::say()
{
    const bool working = m_work.isUnderWay();
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_mark->setVisible(rows > 0);
    m_summary->setVisible(rows > 0);
    m_words->setVisible(rows == 0);
    sayDetails();
    if (rows > 0) {
        const bool fine = m_model->fine() == rows;
        m_mark->setPixmap(working ? QPixmap()
                                  : iconPixmap(fine ? QStringLiteral("ok") : QStringLiteral("bad"),
                                               fine ? themeOf(palette()).ok : themeOf(palette()).bad, summaryIcon,
                                               devicePixelRatioF()));
        m_summary->setText(
            working ? tr("Trying the ports of the cluster …")
            : fine  ? tr("All %L1 ways to the ports of the cluster are open").arg(rows)
                    : tr("%L1 of %L2 ways to the ports of the cluster are open").arg(m_model->fine()).arg(rows));
    } else if (working) {
        m_words->setText(tr("Trying the ports of the cluster …"));
    } else if (!m_model->clusters().empty()) {
        m_words->setText(
            tr("The cluster of %1 has no nodes yet.").arg(QString::fromStdString(m_model->clusters().front().server)));
    } else {
        m_words->setText(tr("There is no cluster in this network. Type “containerd &” and “kubeadm init” into the "
                            "terminal of a node to make one, or open the example “Cluster Ports”."));
    }
}

/// The current row, or the first, which is the one to begin with.
QModelIndex PortsPanel::told() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex() : m_model->index(0, PortsModel::State);
}

void PortsPanel::sayDetails()
{
    const QModelIndex index = told();
    const bool any = m_model->rowCount() > 0;
    m_details->setVisible(any && !m_model->finding(index.row()).reason.empty());
    if (!any)
        return;
    const model::kubernetes::PortFinding &finding = m_model->finding(index.row());
    m_reason->setText(QString::fromStdString(finding.reason));
    m_mend->setVisible(!finding.mends.empty());
    m_mend->setEnabled(!m_work.isUnderWay());
    if (!finding.mends.empty())
        m_mend->setText(QString::fromStdString(finding.mends.front().text));
}

void PortsPanel::fitColumns()
{
    m_table->setColumnHidden(PortsModel::Cluster, m_model->clusters().size() < 2);
    for (const auto column :
         {PortsModel::State, PortsModel::Cluster, PortsModel::Node, PortsModel::Port, PortsModel::From}) {
        m_table->resizeColumnToContents(column);
        if (!m_table->isColumnHidden(column))
            m_table->setColumnWidth(column, m_table->columnWidth(column) + spacing::wide);
    }
}

void PortsPanel::jumpTo(const QModelIndex &index)
{
    const model::NetnsId node = m_model->finding(index.row()).at;
    if (document().network().find(node))
        selection().set({node});
}

void PortsPanel::mend(const QModelIndex &index, std::size_t which)
{
    // A mend of an earlier network may take away another rule than the one it was for.
    if (!index.isValid() || m_work.isUnderWay() || !m_asked)
        return;
    const model::Mend mend = m_model->finding(index.row()).mends[which]; // which the change replaces
    const auto done = document().perform(QString::fromStdString(mend.text), mend.edits);
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

void PortsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    // Invalid as soon as other ports are listed, which may happen behind the menu.
    const QPersistentModelIndex index = m_table->indexAt(m_table->viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("portsMenu"));
    menu.addAction(tr("Show on the canvas"), this, [this, index] {
        if (index.isValid())
            jumpTo(index);
    });
    const std::vector<model::Mend> &mends = m_model->finding(index.row()).mends;
    if (!mends.empty())
        menu.addSeparator();
    for (std::size_t i = 0; i < mends.size(); ++i)
        menu.addAction(icon(QStringLiteral("mend")), QString::fromStdString(mends[i].text), this,
                       [this, index, i] { mend(index, i); });
    menu.exec(event->globalPos());
}

} // namespace netdraft::views

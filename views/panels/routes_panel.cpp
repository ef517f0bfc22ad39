#include "views/panels/routes_panel.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"
#include "views/panels/checked_edit.h"
#include "views/panels/column_fit.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/panels/routes_model.h"
#include "views/style/icon.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace netdraft::views {

RoutesPanel::RoutesPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new RoutesModel(context.document, this)),
      m_title(panelTitle(QStringLiteral("routesTitle"))), m_table(new QTableView),
      m_local(new QCheckBox(tr("Local table"))),
      m_add(panelButton(QStringLiteral("addRoute"), icon(QStringLiteral("add")), tr("Add a route"))),
      m_remove(panelButton(QStringLiteral("removeRoute"), icon(QStringLiteral("delete")),
                           tr("Remove the selected route (Delete)"))),
      m_message(new MessageLine), m_content(new QWidget),
      m_empty(emptyText(tr("Select one node to see its routing table.")))
{
    m_table->setObjectName(QStringLiteral("routesTable"));
    m_table->setAccessibleName(tr("Routing table"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->installEventFilter(this);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    auto *fit = new ColumnFit(m_table, static_cast<int>(RouteColumn::Destination));
    fit->setLeast(static_cast<int>(RouteColumn::Destination), 14);
    fit->setLeast(static_cast<int>(RouteColumn::Via), 11);

    auto *delegate = new CheckedDelegate(
        [this](const QModelIndex &index, const QString &text) { return m_model->problem(index, text); },
        [this](const QModelIndex &index) { return m_model->suggestions(index); }, m_table);
    m_table->setItemDelegate(delegate);
    connect(delegate, &CheckedDelegate::judged, m_message, &MessageLine::setProblem);
    connect(m_model, &RoutesModel::refused, m_message, &MessageLine::setProblem);
    // Once the editor is closed: the next route can be typed at once, and no empty cell stays marked.
    connect(
        m_model, &RoutesModel::added, m_table,
        [this] {
            if (m_model->isDraft(m_table->currentIndex()))
                m_table->setCurrentIndex(m_model->index(m_model->draftRow(), 0));
        },
        Qt::QueuedConnection);

    m_local->setObjectName(QStringLiteral("showLocalTable"));
    m_local->setToolTip(tr("Show what the kernel delivers to this node itself (ip route show table local)"));
    connect(m_local, &QCheckBox::toggled, m_model, &RoutesModel::setLocalShown);
    connect(m_add, &QToolButton::clicked, this, &RoutesPanel::addRoute);
    connect(m_remove, &QToolButton::clicked, this, &RoutesPanel::removeRoutes);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RoutesPanel::syncButtons);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (m_model->isDraft(index))
            m_table->edit(index);
    });

    auto *head = panelHead();
    head->addWidget(m_title, 1);
    head->addWidget(m_local);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addLayout(head);
    content->addWidget(m_table, 1);
    content->addWidget(m_message);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_content);
    all->addWidget(m_empty);
    followDocument();
    followSelection();
}

void RoutesPanel::sync()
{
    const model::NetnsId node = selection().singleNode();
    const bool shown = document().network().find(node) != nullptr;
    m_content->setVisible(shown);
    m_empty->setVisible(!shown);
    m_model->setNode(shown ? node : model::NetnsId{});
    m_model->sync();
    m_title->setText(tr("Routes of %1").arg(nodeName(document().network(), node)));
    syncButtons();
}

void RoutesPanel::syncButtons()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    m_remove->setEnabled(std::ranges::any_of(chosen, [this](const QModelIndex &index) {
        return !m_model->isDraft(index) && !m_model->isKernelMade(index.row());
    }));
}

void RoutesPanel::addRoute()
{
    const QModelIndex first = m_model->index(m_model->draftRow(), 0);
    m_table->scrollTo(first);
    m_table->setCurrentIndex(first);
    m_table->setFocus();
    m_table->edit(first);
}

void RoutesPanel::removeRoutes()
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::ranges::sort(rows, std::ranges::greater{});
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    for (const int row : rows)
        m_model->remove(row);
}

bool RoutesPanel::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool removes = key == Qt::Key_Delete || key == Qt::Key_Backspace;
        if (removes && event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (removes) {
            const QModelIndex current = m_table->currentIndex();
            if (current.isValid() && m_model->isDraft(current))
                m_model->clearDraft();
            else
                removeRoutes();
            return true;
        }
    }
    return Panel::eventFilter(object, event);
}

} // namespace netdraft::views

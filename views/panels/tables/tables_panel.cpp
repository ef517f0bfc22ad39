#include "views/panels/tables/tables_panel.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_trace.h"
#include "views/document/selection.h"
#include "views/panels/column_fit.h"
#include "views/panels/panel_parts.h"
#include "views/panels/tables/hook_flow.h"
#include "views/panels/tables/node_table_model.h"
#include "views/panels/tables/rules_view.h"

#include <QCoreApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace netdraft::views {

namespace {

constexpr int rulesTab = 0; ///< those of nodeTables() follow

/// Each rule once, however many jumps lead to it.
std::size_t ruleCount(const std::vector<model::tables::UnfoldedRule> &rules)
{
    std::set<model::netfilter::CountingPlace> places;
    for (const model::tables::UnfoldedRule &rule : rules) {
        if (rule.depth > 0)
            places.insert(rule.place);
    }
    return places.size();
}

/// That print the rules with what they counted.
QString commandsOf(const model::netfilter::Ruleset &ruleset)
{
    const auto has = [&](model::Family family) {
        return std::ranges::any_of(ruleset.tables, [&](const auto &table) { return table.family == family; });
    };
    QStringList commands;
    if (has(model::Family::Ipv4))
        commands << QStringLiteral("iptables-save -c");
    if (has(model::Family::Ipv6))
        commands << QStringLiteral("ip6tables-save -c");
    if (!ruleset.nft.empty() || commands.isEmpty())
        commands << QStringLiteral("nft list ruleset");
    return commands.join(QStringLiteral("; "));
}

QString withCount(const QString &title, std::size_t count)
{
    return count == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(count);
}

} // namespace

TablesPanel::TablesPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_title(panelTitle(QStringLiteral("tablesTitle"))), m_tabs(new QTabBar),
      m_command(new QLabel), m_pages(new QStackedWidget), m_rulesPage(new QWidget), m_empty(emptyText({})),
      m_flow(new HookFlow), m_rules(new RulesView), m_model(new NodeTableModel(this)), m_table(new QTableView)
{
    m_title->setText(tr("Tables"));
    m_tabs->setObjectName(QStringLiteral("tablesTabs"));
    m_tabs->setAccessibleName(tr("Which table"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Rules"));
    for (const NodeTable &table : nodeTables())
        m_tabs->addTab(QCoreApplication::translate("NodeTable", table.title));
    m_command->setObjectName(QStringLiteral("tablesCommand"));
    m_command->setFont(fixedFont());
    m_command->setForegroundRole(QPalette::PlaceholderText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tabs->hide(); // until it is seen with a node
    m_command->hide();
    m_table->setObjectName(QStringLiteral("tablesTable"));
    m_table->setModel(m_model);
    styleTable(m_table);
    new ColumnFit(m_table, ColumnFit::last);

    auto *rules = new QHBoxLayout(m_rulesPage);
    rules->setContentsMargins(0, 0, 0, 0);
    rules->setSpacing(0);
    rules->addWidget(m_flow);
    rules->addWidget(m_rules, 1);
    m_pages->addWidget(m_rulesPage);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);

    auto *head = panelHead();
    head->addWidget(m_title);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_command);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &TablesPanel::invalidate);
    connect(m_flow, &HookFlow::chosen, m_rules, &RulesView::goTo);
    connect(&trace(), &PacketTrace::moved, this, &TablesPanel::markPassed);
    connect(&trace(), &PacketTrace::changed, this, &TablesPanel::markPassed);
    followDocument();
    followSelection();
}

TablesPanel::~TablesPanel()
{
    trace().setWanted(false, this);
}

void TablesPanel::setSeen(bool seen)
{
    m_seen = seen;
    trace().setWanted(seen, this);
    if (seen)
        invalidate();
}

void TablesPanel::sync()
{
    if (!m_seen)
        return;
    const model::NetnsId node = selection().singleNode();
    const model::Netns *netns = node ? document().network().find(node) : nullptr;
    m_title->setText(netns ? nodeName(document().network(), node) : tr("Tables"));
    m_tabs->setVisible(netns != nullptr);
    m_command->setVisible(netns != nullptr);
    m_shownRules.clear();
    if (!netns) {
        m_empty->setText(tr("Select one node to see its rules, neighbours, forwarding table and sockets."));
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    m_shownRules = model::tables::unfoldedRules(*netns);
    m_tabs->setTabText(rulesTab, withCount(tr("Rules"), ruleCount(m_shownRules)));
    if (m_tabs->currentIndex() == rulesTab)
        showRules(netns->ruleset);
    for (std::size_t i = 0; i < nodeTables().size(); ++i) {
        const NodeTable &table = nodeTables()[i];
        model::tables::Rows rows = table.rows(document().project(), node);
        const int tab = rulesTab + 1 + static_cast<int>(i);
        m_tabs->setTabText(tab, withCount(QCoreApplication::translate("NodeTable", table.title), rows.size()));
        if (tab == m_tabs->currentIndex())
            showTable(table, std::move(rows));
    }
}

void TablesPanel::showRules(const model::netfilter::Ruleset &ruleset)
{
    m_command->setText(commandsOf(ruleset));
    m_flow->setRows(m_shownRules);
    m_rules->setRows(m_shownRules);
    markPassed();
    m_empty->setText(ruleset.empty() ? tr("No rules: every packet passes.")
                                     : tr("No hook leads to a chain: every packet passes."));
    m_pages->setCurrentWidget(m_shownRules.empty() ? static_cast<QWidget *>(m_empty) : m_rulesPage);
}

void TablesPanel::showTable(const NodeTable &table, model::tables::Rows rows)
{
    m_command->setText(QString::fromLatin1(table.command));
    m_table->setAccessibleName(QCoreApplication::translate("NodeTable", table.title));
    m_empty->setText(tr("No entries."));
    m_pages->setCurrentWidget(rows.empty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_model->show(table, std::move(rows));
}

/// The rules that took the packet which is looked at, on its way through this node.
void TablesPanel::markPassed()
{
    std::vector<bool> passed(m_shownRules.size());
    const auto take = [&](model::simulation::VisitId id) {
        if (id < trace().visits().size() && trace().visits()[id].node == selection().singleNode())
            model::tables::markPassed(m_shownRules, trace().visits()[id], passed);
    };
    if (trace().current() && *trace().current() < trace().passages().size()) {
        const auto &passage = trace().passages()[*trace().current()];
        take(passage.sentBy);
        take(passage.takenBy);
    }
    m_rules->setPassed(std::move(passed));
}

} // namespace netdraft::views

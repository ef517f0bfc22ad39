#include "views/panels/tables/tables_panel.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_trace.h"
#include "views/document/selection.h"
#include "views/panels/panel_parts.h"
#include "views/panels/tables/hook_flow.h"
#include "views/panels/tables/node_table_model.h"
#include "views/panels/tables/rules_view.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

constexpr int rulesTab = 0; ///< those of nodeTables() follow

std::size_t ruleCount(const model::netfilter::Ruleset &ruleset)
{
    std::size_t count = 0;
    const auto add = [&](const auto &tables) {
        for (const auto &table : tables) {
            for (const auto &chain : table.chains)
                count += chain.rules.size();
        }
    };
    add(ruleset.tables);
    add(ruleset.nft);
    return count;
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
    m_tabs->setObjectName(QStringLiteral("tablesTabs"));
    m_tabs->setAccessibleName(tr("Which table"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    for (std::size_t i = 0; i < nodeTables().size(); ++i)
        m_tabs->addTab({});
    m_command->setObjectName(QStringLiteral("tablesCommand"));
    m_command->setFont(fixedFont());
    m_command->setForegroundRole(QPalette::PlaceholderText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(QStringLiteral("tablesTable"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);

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
    connect(&trace(), &PacketTrace::moved, this, &TablesPanel::invalidate);
    connect(&trace(), &PacketTrace::changed, this, &TablesPanel::invalidate);
    followDocument();
    followSelection();
}

void TablesPanel::setSeen(bool seen)
{
    if (seen)
        invalidate();
}

void TablesPanel::sync()
{
    const model::NetnsId node = selection().singleNode();
    const model::Netns *netns = node ? document().network().find(node) : nullptr;
    m_title->setText(netns ? nodeName(document().network(), node) : tr("Tables"));
    m_tabs->setVisible(netns != nullptr);
    m_command->setVisible(netns != nullptr);
    if (!netns) {
        m_empty->setText(tr("Select one node to see its rules, neighbours, forwarding table and sockets."));
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    showTab();
}

void TablesPanel::showTab()
{
    const model::NetnsId node = selection().singleNode();
    const model::Netns &netns = *document().network().find(node);
    m_tabs->setTabText(rulesTab, withCount(tr("Rules"), ruleCount(netns.ruleset)));
    std::vector<QStringList> shown;
    for (std::size_t i = 0; i < nodeTables().size(); ++i) {
        const NodeTable &table = nodeTables()[i];
        std::vector<QStringList> rows = table.rows(document().project(), node);
        const int tab = rulesTab + 1 + static_cast<int>(i);
        m_tabs->setTabText(tab, withCount(QCoreApplication::translate("NodeTable", table.title), rows.size()));
        if (tab == m_tabs->currentIndex())
            shown = std::move(rows);
    }
    if (m_tabs->currentIndex() == rulesTab) {
        std::vector<RuleRow> rules = ruleRows(netns);
        m_command->setText(netns.ruleset.tables.empty() && !netns.ruleset.nft.empty()
                               ? QStringLiteral("nft list ruleset")
                               : QStringLiteral("iptables -L -v"));
        m_flow->setRows(rules);
        const bool none = rules.empty();
        m_rules->setRows(std::move(rules));
        markPassed();
        m_rules->setVisible(!none);
        m_empty->setText(tr("No rules: every packet passes."));
        m_pages->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_rulesPage);
        return;
    }
    const NodeTable &table = nodeTables()[static_cast<std::size_t>(m_tabs->currentIndex() - rulesTab - 1)];
    m_command->setText(QString::fromLatin1(table.command));
    m_table->setAccessibleName(QCoreApplication::translate("NodeTable", table.title));
    const bool none = shown.empty();
    m_model->show(table, std::move(shown));
    m_table->resizeColumnsToContents();
    m_empty->setText(tr("%1 prints nothing here.").arg(m_command->text()));
    m_pages->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_table);
}

/// The rules that took the packet which is looked at, on its way through this node.
void TablesPanel::markPassed()
{
    std::vector<model::netfilter::CountingPlace> places;
    const auto take = [&](model::simulation::VisitId id) {
        if (id >= trace().visits().size() || trace().visits()[id].node != selection().singleNode())
            return;
        for (const model::simulation::Step &step : trace().visits()[id].steps) {
            const auto *hook = std::get_if<model::simulation::AtHook>(&step.what);
            if (!hook)
                continue;
            for (const model::netfilter::AskedRule &asked : hook->asked) {
                if (asked.matched)
                    places.push_back({asked.place.family, asked.place.table, asked.place.chain, asked.place.number,
                                      asked.place.nft});
            }
        }
    };
    if (trace().current() && *trace().current() < trace().passages().size()) {
        const auto &passage = trace().passages()[*trace().current()];
        take(passage.sentBy);
        take(passage.takenBy);
    }
    m_rules->setPassed(places);
}

} // namespace netdraft::views

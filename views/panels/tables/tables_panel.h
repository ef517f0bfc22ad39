#pragma once

#include "model/tables/node_rows.h"
#include "model/tables/unfolded_rules.h"
#include "views/panels/panel.h"

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace netdraft::views {

class HookFlow;
class NodeTableModel;
struct NodeTable;
class RulesView;

/// What the kernel keeps of the selected node beside its routes: rules of iptables and nft, neighbours, the forwarding
/// table and VLANs of its bridges, policy rules, sockets; each beside the command that prints it.
class TablesPanel : public Panel
{
    Q_OBJECT

public:
    TablesPanel(const PanelContext &context, QWidget *parent);
    ~TablesPanel() override;

    void setSeen(bool seen) override;

protected:
    void sync() override;

private:
    QLabel *m_title;
    QTabBar *m_tabs;
    QLabel *m_command;
    QStackedWidget *m_pages;
    QWidget *m_rulesPage;
    QLabel *m_empty;
    HookFlow *m_flow;
    RulesView *m_rules;
    NodeTableModel *m_model;
    QTableView *m_table;
    std::vector<model::tables::UnfoldedRule> m_shownRules;
    bool m_seen = false;

    void showRules(const model::netfilter::Ruleset &ruleset);
    void showTable(const NodeTable &table, model::tables::Rows rows);
    void markPassed();
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"
#include "views/panels/tables/rule_rows.h"

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace netdraft::views {

class HookFlow;
class NodeTableModel;
class RulesView;

/// What the kernel keeps of the selected node beside its routes: rules of iptables and nft, neighbours, the forwarding
/// table and VLANs of its bridges, policy rules, sockets; each beside the command that prints it.
class TablesPanel : public Panel
{
    Q_OBJECT

public:
    TablesPanel(const PanelContext &context, QWidget *parent);

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

    void showTab();
    void markPassed();
};

} // namespace netdraft::views

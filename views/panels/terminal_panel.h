#pragma once

#include "views/panels/panel.h"

class QStackedWidget;
class QTabBar;

namespace netdraft::views {

class TerminalView;

/// The terminals of the nodes, one a tab. The selected node's is shown; it keeps its tab once something was typed in
/// it.
class TerminalPanel : public Panel
{
    Q_OBJECT

public:
    TerminalPanel(const PanelContext &context, QWidget *parent);

    /// What was typed, and runs, in a terminal.
    bool isAtWork() const override;

protected:
    void sync() override;
    void changeEvent(QEvent *event) override;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_views;

    TerminalView *view(int tab) const;
    int tabOf(model::NetnsId node) const;
    void turnTo(model::NetnsId node);
    void close(int tab);
    void syncTabs();
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"

class QLabel;
class QStackedWidget;

namespace netdraft::views {

class InterfaceForm;
class NodeForm;
class SeveralForm;

/// The fields of what is selected: a node, a cable with its two ends, or what several things have in common.
class InspectorPanel : public Panel
{
    Q_OBJECT

public:
    InspectorPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;

private:
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    NodeForm *m_node;
    QWidget *m_cable;
    QLabel *m_endTitles[2];
    InterfaceForm *m_ends[2];
    SeveralForm *m_several = nullptr; ///< made when it is needed first, for the window starts without it

    QWidget *makeCablePage();
    bool showSeveral();
};

} // namespace netdraft::views

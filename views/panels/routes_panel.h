#pragma once

#include "views/panels/panel.h"

class QCheckBox;
class QLabel;
class QTableView;
class QToolButton;

namespace netdraft::views {

class MessageLine;
class RoutesModel;

/// The routing table of the selected node, edited in place.
class RoutesPanel : public Panel
{
    Q_OBJECT

public:
    RoutesPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    RoutesModel *m_model;
    QLabel *m_title;
    QTableView *m_table;
    QCheckBox *m_local;
    QToolButton *m_add;
    QToolButton *m_remove;
    MessageLine *m_message;
    QWidget *m_content;
    QLabel *m_empty;

    void addRoute();
    void removeRoutes();
    void syncButtons();
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"

class QModelIndex;
class QTableView;
class QLabel;

namespace netdraft::views {

class MessageLine;
class ProblemsModel;

/// Every problem with its cause and a button that mends it; a click selects the node it lies at and shows the
/// way of one packet that it stops.
class ProblemsPanel : public Panel
{
    Q_OBJECT

public:
    ProblemsPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ProblemsModel *m_model;
    QTableView *m_table;
    QWidget *m_fine;
    QLabel *m_fineMark;
    QLabel *m_fineText;
    MessageLine *m_message;

    void fitColumns();
    void fitRows();
    void jumpTo(const QModelIndex &index);
    void mend(int row, std::size_t which);
};

} // namespace netdraft::views

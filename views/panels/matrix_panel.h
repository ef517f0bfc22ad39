#pragma once

#include "views/panels/panel.h"

class QLabel;
class QModelIndex;
class QTableView;

namespace netdraft::views {

class MatrixHeader;
class MatrixModel;

/// Who reaches whom, at a glance; the reason of a cell on hover, its way on the canvas on a click.
class MatrixPanel : public Panel
{
    Q_OBJECT

public:
    MatrixPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;

private:
    MatrixModel *m_model;
    QTableView *m_table;
    MatrixHeader *m_header;
    QLabel *m_reason;
    QLabel *m_empty;

    void showWay(const QModelIndex &index);
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"

class QComboBox;
class QLabel;
class QModelIndex;
class QTableView;
class QToolButton;

namespace netdraft::views {

class MatrixHeader;
class MatrixModel;

/// Who reaches whom, at a glance; the reason of a cell on hover, its way on the canvas on a click. Ctrl and the wheel,
/// or its buttons, make the cells smaller, down to a map of all pairs of a large network.
class MatrixPanel : public Panel
{
    Q_OBJECT

public:
    MatrixPanel(const PanelContext &context, QWidget *parent);

    /// Which of the sizes of cells is shown: 0 is the largest, with names.
    int zoomStep() const { return m_step; }

protected:
    void sync() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    MatrixModel *m_model;
    QTableView *m_table;
    MatrixHeader *m_header;
    QLabel *m_reason;
    QLabel *m_empty;
    QComboBox *m_grouping;
    QLabel *m_groupingLabel;
    QToolButton *m_openAll;
    QToolButton *m_larger;
    QToolButton *m_smaller;
    int m_step = 0;
    bool m_stepChosen = false; ///< by somebody: else it fits the network

    void group(int choice);
    /// Opens or closes the group that the row or the column of the current cell is, if it is one.
    bool openGroup(bool ofColumn);
    void fitStep();
    void setStep(int step);
    void chooseStep(int step);
    void showWay(const QModelIndex &index);
};

} // namespace netdraft::views

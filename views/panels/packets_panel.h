#pragma once

#include "views/panels/panel.h"

class QLabel;
class QLineEdit;
class QSlider;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeWidget;

namespace netdraft::views {

class PacketsModel;

/// The packets of the shown ping, one a row: step through them by hand or let them go by; the canvas draws the one that
/// is looked at, and beside the list its headers stand field by field, with what the last hop changed.
class PacketsPanel : public Panel
{
    Q_OBJECT

public:
    PacketsPanel(const PanelContext &context, QWidget *parent);

    void setSeen(bool seen) override;

protected:
    void sync() override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    PacketsModel *m_model;
    QTableView *m_table;
    QTreeWidget *m_layers;
    QStackedWidget *m_pages;
    QSlider *m_slider;
    QLineEdit *m_filter;
    QLabel *m_trouble;
    QLabel *m_nothing;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_play;
    int m_timer = 0;

    QLayout *makeHead();
    /// Looks at the frame of that row; before the first and behind the last at the way as a whole.
    void goTo(int row);
    /// The row that is looked at; −1 for none.
    int row() const;
    void follow();
    void setPlaying(bool playing);
    void readFilter();
    void showLayers();
    /// What the sender of that frame went by, where it routed it.
    void showDecision(std::size_t at);
};

} // namespace netdraft::views

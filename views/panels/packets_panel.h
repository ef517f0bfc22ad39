#pragma once

#include "views/panels/panel.h"

class QComboBox;
class QLabel;
class QSlider;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace netdraft::views {

class FilterLine;
class PacketDetails;
class PacketTour;
class PacketsModel;

/// The packets of the shown ping, one a row: step through them by hand or let them go by; the canvas draws the one that
/// is looked at, and beside the list stand its headers and the stations that it passes in the nodes.
class PacketsPanel : public Panel
{
    Q_OBJECT

public:
    PacketsPanel(const PanelContext &context, QWidget *parent);

    void setSeen(bool seen) override;

protected:
    void sync() override;
    void changeEvent(QEvent *event) override;

private:
    PacketsModel *m_model;
    QTableView *m_table;
    PacketDetails *m_details;
    QStackedWidget *m_pages;
    QSlider *m_slider;
    QComboBox *m_speed;
    FilterLine *m_filter;
    QLabel *m_trouble;
    QLabel *m_nothing;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_play;
    QToolButton *m_guess;

    PacketTour &tour() const;
    QLayout *makeHead();
    /// Looks at the frame of that row; before the first and behind the last at the way as a whole.
    void goTo(int row);
    /// The row that is looked at; −1 for none.
    int row() const;
    void follow();
    /// Lists the frames anew.
    void refill();
    void readFilter();
    /// Filters for what is like the frame that was clicked.
    void showMenu(const QPoint &at);
};

} // namespace netdraft::views

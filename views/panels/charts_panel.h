#pragma once

#include "views/document/background.h"
#include "views/panels/charts/chart.h"
#include "views/panels/panel.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace netdraft::views {

class MessageLine;

/// The network in figures, one chart at a time: how long the ways are, which subnets are reached, how large tables are,
/// and what passed cables and bridges for the shown ping. It follows every change while it is seen; a drag shows a part
/// of a chart, and it can be saved as a picture or as a table.
class ChartsPanel : public Panel
{
    Q_OBJECT

public:
    ChartsPanel(const PanelContext &context, QWidget *parent);
    ~ChartsPanel() override;

    void setSeen(bool seen) override;
    /// As it is shown now.
    const Chart &chart() const { return m_chart; }
    /// Writes the chart into a file: a picture (`.png`, `.svg`), or a table (`.csv`). On an error says why, and gives
    /// false.
    bool save(const QString &path);

protected:
    void sync() override;
    void changeEvent(QEvent *event) override;

private:
    QComboBox *m_which;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    QToolButton *m_zoomIn;
    QToolButton *m_zoomOut;
    QToolButton *m_whole;
    QToolButton *m_save;
    MessageLine *m_message;
    QWidget *m_view = nullptr; ///< made with the first chart
    Chart m_chart;
    Background<Chart> m_work;
    bool m_seen = false;

    QLayout *makeHead();
    bool makeView();
    QString emptyWords() const;
    void start();
    void take();
    void draw(Chart chart);
    void askWhere();
};

} // namespace netdraft::views

#pragma once

#include "views/panels/panel.h"

class QLabel;
class QModelIndex;
class QTableView;

namespace netdraft::views {

class WhatIfModel;

/// The single points of failure: while it is seen they are worked out, listed, and drawn on the canvas. A click selects
/// the cable or node.
class WhatIfPanel : public Panel
{
    Q_OBJECT

public:
    WhatIfPanel(const PanelContext &context, QWidget *parent);

    void setSeen(bool seen) override;

protected:
    void sync() override;
    void timerEvent(QTimerEvent *event) override;

private:
    WhatIfModel *m_model;
    QTableView *m_table;
    QLabel *m_words;
    int m_timer = 0;

    void say();
    void jumpTo(const QModelIndex &index);
};

} // namespace netdraft::views

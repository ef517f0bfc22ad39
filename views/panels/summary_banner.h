#pragma once

#include "views/panels/panel.h"

class QLabel;
class QPushButton;

namespace netdraft::views {

/// One plain sentence that is always visible: who cannot reach whom and why, with the change that mends it;
/// or that all is well.
class SummaryBanner : public Panel
{
    Q_OBJECT

public:
    SummaryBanner(const PanelContext &context, QWidget *parent);

    QString text() const;

protected:
    void sync() override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class State { Nothing, Fine, Warning, Failing };

    State m_state = State::Nothing;
    QLabel *m_mark;
    QLabel *m_text;
    QLabel *m_totals;
    QPushButton *m_show;
    QPushButton *m_mend;
    QString m_mendText;

    void say(State state, const QString &text);
    void syncColours();
    void fit();
    void showProblem();
    void mend();
};

} // namespace netdraft::views

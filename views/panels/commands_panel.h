#pragma once

#include "views/panels/panel.h"

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace netdraft::views {

class StepsView;
class StepThrough;

/// The commands that do on a real machine what was done here: those of this session, as one text or step by step, or
/// all that build the network.
class CommandsPanel : public Panel
{
    Q_OBJECT

public:
    CommandsPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;

private:
    QComboBox *m_what;
    QComboBox *m_node;
    QPlainTextEdit *m_text;
    StepThrough *m_stepThrough;
    StepsView *m_steps;
    QStackedWidget *m_pages;
    QToolButton *m_next;

    void syncNodes();
    void syncText();
    void copy();
    void goOn();
    std::string onlyOn() const;
    QString commands() const;
};

} // namespace netdraft::views

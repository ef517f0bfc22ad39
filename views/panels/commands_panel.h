#pragma once

#include "views/panels/panel.h"

class QComboBox;
class QPlainTextEdit;

namespace netdraft::views {

/// The commands that do on a real machine what was done here: those of this session, or all that build the
/// network.
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

    void syncNodes();
    QString commands() const;
};

} // namespace netdraft::views

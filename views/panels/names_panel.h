#pragma once

#include "model/reachability/ping.h"
#include "views/panels/panel.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace netdraft::views {

class MessageLine;

/// How the selected node finds the addresses of a name that is typed: each look at a file and each question to a
/// server, who answers what, and what would let a question through that nobody hears.
class NamesPanel : public Panel
{
    Q_OBJECT

public:
    NamesPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;

private:
    QLabel *m_who;
    QLineEdit *m_name;
    QListWidget *m_steps;
    QLabel *m_end;
    QPushButton *m_mend;
    QLabel *m_empty;
    MessageLine *m_message;
    std::vector<model::Mend> m_mends;

    /// The node that is asked for; null where not one alone is selected.
    const model::Netns *node() const;
    void tell(const model::Netns &netns);
    void mend();
};

} // namespace netdraft::views

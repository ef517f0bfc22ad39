#pragma once

#include "views/panels/panel.h"

#include <QLineEdit>

class QLabel;
class QPlainTextEdit;

namespace netdraft::views {

/// The line of a terminal in which a command is typed; Up and Down walk through the earlier ones.
class CommandLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit CommandLine(QWidget *parent = nullptr);

    void remember(const QString &line);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringList m_history;
    qsizetype m_place = 0; ///< in the history; its size is the line that is being typed
    QString m_typed;

    void recall(qsizetype place);
};

/// A terminal on the selected node: commands are understood and answered as the real tools do, and what they
/// change can be undone.
class TerminalPanel : public Panel
{
    Q_OBJECT

public:
    TerminalPanel(const PanelContext &context, QWidget *parent);

protected:
    void sync() override;
    void changeEvent(QEvent *event) override;

private:
    model::NetnsId m_node;
    QPlainTextEdit *m_output;
    QLabel *m_prompt;
    CommandLine *m_line;

    QString prompt() const;
    void enter();
    void run(const QString &line);
    enum class Ink { Plain, Prompt, Error };
    void print(const QString &text, Ink ink);
    QColor colour(Ink ink) const;
};

} // namespace netdraft::views

#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace netdraft::views {

/// The line of a terminal in which a command is typed, with the keys of a shell: Up and Down walk through the earlier
/// lines, Tab completes, Ctrl+C gives a line up, Ctrl+L clears the screen, Ctrl+U deletes what is left of the cursor. A
/// paste of several lines enters each.
class CommandLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit CommandLine(QWidget *parent = nullptr);

    void remember(const QString &line);
    /// What may stand in the place of the text from `from` up to the cursor: one is put in, of several what they have
    /// in common, and where that is nothing new they are offered in a list.
    void offer(qsizetype from, const QStringList &candidates);

signals:
    /// Tab was pressed: offer() is to be called.
    void completionWanted(const QString &upToCursor);
    void givenUp();
    void clearWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringList m_history;
    qsizetype m_place = 0; ///< in the history; its size is the line that is being typed
    QString m_typed;
    QStringListModel *m_candidates;
    QCompleter *m_list;
    qsizetype m_from = 0; ///< where the list's choice is put

    void recall(qsizetype place);
    void put(qsizetype from, const QString &text);
    bool pasteLines();
};

} // namespace netdraft::views

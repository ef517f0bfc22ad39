#pragma once

#include "model/edit/edit.h"

#include <QObject>
#include <QString>

namespace netdraft::views {

class Document;

/// Does the last step of a document once more, command by command, so that one sees on the canvas what each of them
/// does: `docker run` is taken back, then come its namespace, its cable, its addresses. When all are done they are one
/// step again, which is undone as one. Whoever does something else meanwhile ends it, and what was done stays.
class StepThrough : public QObject
{
    Q_OBJECT

public:
    explicit StepThrough(Document &document, QObject *parent = nullptr);

    /// Whether the last step is one of several commands.
    bool canBegin() const;
    /// Takes it back.
    void begin();
    /// Does what comes next, up to and with an edit that has a command.
    void next();

    bool isOn() const { return m_on; }
    /// What is stepped through: where it was on the undo stack, what it is called, and how many of its edits are done.
    int index() const { return m_index; }
    const QString &text() const { return m_text; }
    const model::EditList &edits() const { return m_edits; }
    std::size_t done() const { return m_done; }

signals:
    void moved();

private:
    Document &m_document;
    QString m_text;
    model::EditList m_edits;
    std::size_t m_done = 0;
    int m_index = 0;
    bool m_on = false;
    bool m_isOwn = false; ///< whether it is this that changes the undo stack

    void join();
    void end();
};

} // namespace netdraft::views

#pragma once

#include "model/edit/apply.h"
#include "model/reachability/reachability.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace netdraft::views {

/// The one project that a window shows, as Qt sees it. Every change goes through perform(), which applies an edit
/// list whole or not at all, puts one command on the undo stack and emits changed() once; undo and redo announce
/// themselves the same way.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);

    const model::Project &project() const { return m_project; }
    const model::Network &network() const { return m_project.network; }
    const model::Drawing &drawing() const { return *m_project.drawing; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Where it was read from or written to; empty for a new one.
    const QString &path() const { return m_path; }
    void setPath(const QString &path);
    /// Replaces everything (new, open, recovery): clears the undo stack and emits reset().
    void load(model::Project project, const QString &path);

    /// `text` names the gesture in the undo menu. A refused list changes nothing and gives the kernel's error.
    model::Result<void> perform(const QString &text, const model::EditList &edits);

    /// All pairs of the present network; computed when first asked for after a change, from the earlier result.
    std::shared_ptr<const model::Reachability> reachability() const;

    /// The edits of each command that is done and not undone, in order: what the session's commands panel prints.
    std::vector<model::EditList> history() const;

signals:
    void changed(const netdraft::model::ChangeSet &changes);
    void reset();
    void pathChanged();

private:
    friend class EditCommand;

    model::Project m_project;
    QUndoStack m_undoStack;
    QString m_path;
    mutable std::shared_ptr<const model::Reachability> m_reachability;
};

} // namespace netdraft::views

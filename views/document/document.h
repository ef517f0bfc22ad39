#pragma once

#include "model/edit/apply.h"
#include "views/document/answers.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace netdraft::views {

/// The one project that a window shows, as Qt sees it. Every change goes through perform(), which applies an
/// edit list whole or not at all, puts one command on the undo stack and emits changed() once; undo and redo
/// announce themselves the same way.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const model::Project &project() const { return m_project; }
    const model::Network &network() const { return m_project.network; }
    const model::Drawing &drawing() const { return *m_project.drawing; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Where it was read from or written to; empty for a new one.
    const QString &path() const { return m_path; }
    void setPath(const QString &path);
    /// What the window calls it: the base name of its file, or of what it was made from.
    QString name() const;
    /// Whether it holds changes that no file has.
    bool modified() const { return !m_undoStack.isClean(); }

    enum class Origin : std::uint8_t {
        Saved,   ///< as its file has it, or empty: nothing would be lost
        Unsaved, ///< recovered: it differs from what its file has
    };
    /// Replaces everything (new, open, recovery): clears the undo stack and emits reset(). `name` is the
    /// title of a project without a path (an example).
    void load(model::Project project, const QString &path, const QString &name = {}, Origin origin = Origin::Saved);

    /// `text` names the gesture in the undo menu. A refused list changes nothing and gives the kernel's
    /// error. Packets that were counted are no change of the user's: there is nothing to undo or to save then.
    model::Result<void> perform(const QString &text, const model::EditList &edits);

    /// What perform() would say, without doing anything: for fields that judge while one types.
    model::Result<void> check(const model::EditList &edits) const;

    /// The present network, prepared for packets; when first asked for after a change, from the earlier one.
    std::shared_ptr<const model::DataPlane> plane() const;
    /// All pairs; worked out when first asked for after a change. Where that takes long, those of an earlier network,
    /// till answered() says that the present one's are there.
    std::shared_ptr<const model::Reachability> reachability() const;
    /// What keeps packets from arriving in reachability()'s network, worst first.
    const std::vector<model::Problem> &problems() const;
    /// Has problems() speak the language of now.
    void retell() { m_answers.retell(); }
    /// Whether reachability() is not yet that of the present network.
    bool isAnswering() const;
    /// Where that is so and one has waited for them, how much of the work is done, from 0 to 1.
    std::optional<double> answersAwaited() const;

    /// The edits of each command that is done and not undone, in order: what the session's commands panel
    /// prints.
    std::vector<model::EditList> history() const;

signals:
    void changed(const netdraft::model::ChangeSet &changes);
    void reset();
    void pathChanged();
    /// Answers that took long are there, or take so long that one wants to be told.
    void answered();

private:
    friend class EditCommand;

    model::Project m_project;
    QUndoStack m_undoStack;
    QString m_path;
    QString m_name;
    mutable Answers m_answers;
};

} // namespace netdraft::views

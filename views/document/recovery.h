#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace netdraft::views {

class Document;

/// A copy that a window which did not end well has left behind.
struct LeftCopy {
    QString file;         ///< the copy
    QString originalPath; ///< the project's own file; empty when it never had one
    QDateTime written;
};

/// Keeps a copy of unsaved changes beside the user's file, so that a crash loses at most two seconds of work.
/// The copy goes when the project is saved or the window closes; while it stands, a lock tells that its owner
/// lives.
class Autosave : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made when it is first needed. How long after a change the copy is written is `delayMs`.
    Autosave(Document &document, const QString &folder, int delayMs = 2000, QObject *parent = nullptr);
    ~Autosave() override;

    /// Writes the copy now if there is something to keep, and removes it otherwise.
    void write();
    /// Removes the copy: saved, or thrown away on purpose.
    void discard();
    QString file() const { return m_base + QStringLiteral(".netdraft"); }

private:
    Document &m_document;
    QString m_folder;
    QString m_base;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
};

/// Copies in `folder` whose owners are no more, newest first.
std::vector<LeftCopy> leftCopies(const QString &folder);

/// Takes a left copy away: recovered into a document that keeps its own, or not wanted.
void removeCopy(const LeftCopy &copy);

/// Where copies are kept: under the user's data folder.
QString recoveryFolder();

} // namespace netdraft::views

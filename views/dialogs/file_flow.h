#pragma once

#include "model/exchange/import.h"

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace netdraft::views {

class Document;
class PacketTrace;

/// New, open, save and all that is asked on the way: whether unsaved changes may go, where a file shall be,
/// why one cannot be read.
class FileFlow : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand before `window`.
    FileFlow(Document &document, QWidget *window);

    /// Whether the present project may be replaced or closed: asks if something would be lost, and saves if
    /// wanted.
    bool mayLeave();

    void newProject();
    void open();
    /// Opens a folder in a form that Netdraft reads.
    void openFolder();
    /// Opens a file or a folder without asking about the present project; on an error says why and gives false.
    bool openPath(const QString &path);
    /// Opens the network of this very machine, which is asked for it and not changed.
    void capture();
    bool openExample(const QString &resource);
    bool save();
    bool saveAs();
    /// Asks where, and writes the packets of a trace there as a capture.
    bool savePackets(const PacketTrace &trace);

    /// The files used last, newest first; those that are gone are left out when the menu is shown.
    static QStringList recentFiles();
    void fillRecent(QMenu *menu);
    void fillExamples(QMenu *menu);

signals:
    /// Something for the status bar.
    void message(const QString &text);

private:
    Document &m_document;
    QWidget *m_window;

    bool take(model::Imported read, const QString &path);
    bool saveTo(const QString &path);
    void remember(const QString &path);
    void complain(const QString &text, const model::Error &error);
    QString folder() const;
};

} // namespace netdraft::views

#pragma once

#include "model/exchange/exchange.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace netdraft::views {

class Document;

/// Export as scripts, commands and pictures: asks where, writes whole or not at all.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    /// Renders the drawing in the format that the file's ending names.
    using WritePicture = std::function<model::Result<void>(const QString &path)>;

    ExportFlow(Document &document, WritePicture writePicture, QWidget *window);

    /// One entry for each format, named `actionExport` and the format's id with a capital, and `picture`
    /// last.
    void fill(QMenu *menu, QAction *picture);

    void exportAs(const model::ExportFormat &format);
    void exportPicture();

signals:
    void message(const QString &text);

private:
    Document &m_document;
    WritePicture m_writePicture;
    QWidget *m_window;

    QString ask(const QString &title, const QString &filter, const QString &name, const QString &suffix);
    void report(const model::Result<void> &written, const QString &path);
};

} // namespace netdraft::views

#include "views/dialogs/export_flow.h"

#include "views/document/document.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>

namespace netdraft::views {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

ExportFlow::ExportFlow(Document &document, WritePicture writePicture, QWidget *window)
    : QObject(window), m_document(document), m_writePicture(std::move(writePicture)), m_window(window)
{
}

void ExportFlow::fill(QMenu *menu, QAction *picture)
{
    for (const model::ExportFormat &format : model::exportFormats()) {
        QString id = text(format.id);
        id[0] = id[0].toUpper();
        QAction *action =
            menu->addAction(text(format.title) + QStringLiteral("…"), this, [this, &format] { exportAs(format); });
        action->setObjectName(QStringLiteral("actionExport") + id);
        action->setStatusTip(text(format.help));
        m_window->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(picture);
    connect(picture, &QAction::triggered, this, &ExportFlow::exportPicture);
}

QString ExportFlow::ask(const QString &title, const QString &filter, const QString &name, const QString &suffix)
{
    const QString folder = m_document.path().isEmpty() ? QDir::homePath() : QFileInfo(m_document.path()).absolutePath();
    QFileDialog dialog(m_window, title, folder, filter);
    dialog.setObjectName(QStringLiteral("exportDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(name);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

void ExportFlow::exportAs(const model::ExportFormat &format)
{
    const auto output = format.write(m_document.project(), {m_document.name().toStdString()});
    if (!output) {
        report(model::fail(output.error()), {});
        return;
    }
    const QString suffix = text(format.extension);
    const QString path =
        ask(tr("Export: %1").arg(text(format.title)), QStringLiteral("%1 (*.%2)").arg(text(format.title), suffix),
            QString::fromStdString(output->file().name), suffix);
    if (!path.isEmpty())
        report(model::writeExported(path.toStdString(), format, *output), path);
}

void ExportFlow::exportPicture()
{
    const QString path = ask(tr("Export: Picture"), tr("Pictures (*.svg *.png *.pdf)"),
                             m_document.name() + QStringLiteral(".svg"), QStringLiteral("svg"));
    if (!path.isEmpty())
        report(m_writePicture(path), path);
}

void ExportFlow::report(const model::Result<void> &written, const QString &path)
{
    if (written) {
        emit message(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
        return;
    }
    QMessageBox box(QMessageBox::Critical, tr("Netdraft"), tr("The network cannot be exported."), QMessageBox::Ok,
                    m_window);
    box.setObjectName(QStringLiteral("exportError"));
    box.setInformativeText(QString::fromStdString(model::describe(written.error())));
    box.exec();
}

} // namespace netdraft::views

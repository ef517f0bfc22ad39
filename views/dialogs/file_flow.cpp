#include "views/dialogs/file_flow.h"

#include "model/exchange/exchange.h"
#include "model/exchange/pcapng.h"
#include "model/exchange/snapshot/capture.h"
#include "views/dialogs/example_list.h"
#include "views/dialogs/trouble_question.h"
#include "views/document/document.h"
#include "views/document/document_file.h"
#include "views/document/packet_trace.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>

namespace netdraft::views {

namespace {

constexpr auto recentKey = "recentFiles";
constexpr qsizetype recentMost = 10;

} // namespace

FileFlow::FileFlow(Document &document, QWidget *window) : QObject(window), m_document(document), m_window(window) {}

bool FileFlow::mayLeave()
{
    if (!m_document.modified())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Unsaved Changes"), tr("Save the changes to “%1”?").arg(m_document.name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setInformativeText(tr("They are lost if you do not save them."));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void FileFlow::newProject()
{
    if (mayLeave())
        m_document.load(model::Project{}, QString());
}

QString FileFlow::folder() const
{
    if (!m_document.path().isEmpty())
        return QFileInfo(m_document.path()).absolutePath();
    const QStringList recent = recentFiles();
    return recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                            : QFileInfo(recent.front()).absolutePath();
}

void FileFlow::open()
{
    if (!mayLeave())
        return;
    QFileDialog dialog(m_window, tr("Open"), folder(),
                       tr("Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;"
                          "Scripts (*.sh);;All files (*)"));
    dialog.setObjectName(QStringLiteral("openDialog"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() == QDialog::Accepted)
        openPath(dialog.selectedFiles().constFirst());
}

void FileFlow::openFolder()
{
    if (!mayLeave())
        return;
    QFileDialog dialog(m_window, tr("Open Lab Folder"), folder());
    dialog.setObjectName(QStringLiteral("openFolderDialog"));
    dialog.setFileMode(QFileDialog::Directory);
    if (dialog.exec() == QDialog::Accepted)
        openPath(dialog.selectedFiles().constFirst());
}

bool FileFlow::openPath(const QString &path)
{
    auto read = readNetwork(path);
    if (!read) {
        complain(tr("“%1” cannot be opened.").arg(QFileInfo(path).fileName()), read.error());
        return false;
    }
    if (!take(std::move(*read), path))
        return false;
    remember(path);
    return true;
}

bool FileFlow::take(model::Imported read, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (!read.isWhole() && !acceptTroubles(name, read, m_window))
        return false;
    if (read.isWhole() && !read.notes.empty())
        emit message(tr("“%1” is drawn, with this to know: %2")
                         .arg(name, QString::fromStdString(model::describe(read.notes.front()))));
    openNetwork(m_document, std::move(read), path);
    return true;
}

void FileFlow::capture()
{
    if (!mayLeave())
        return;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    auto captured = model::capture();
    QGuiApplication::restoreOverrideCursor();
    if (!captured)
        complain(tr("This machine cannot be captured."), captured.error());
    else
        take(std::move(*captured), QSysInfo::machineHostName());
}

bool FileFlow::openExample(const QString &resource)
{
    if (const auto opened = views::openExample(m_document, resource); !opened) {
        complain(tr("The example cannot be opened."), opened.error());
        return false;
    }
    return true;
}

bool FileFlow::save()
{
    return m_document.path().isEmpty() ? saveAs() : saveTo(m_document.path());
}

bool FileFlow::saveAs()
{
    QFileDialog dialog(m_window, tr("Save As"), folder(), tr("Project files (*.netdraft)"));
    dialog.setObjectName(QStringLiteral("saveDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(projectSuffix));
    dialog.selectFile(m_document.name() + QLatin1Char('.') + QLatin1String(projectSuffix));
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().constFirst());
}

bool FileFlow::savePackets(const PacketTrace &trace)
{
    QFileDialog dialog(m_window, tr("Save Packets"), folder(), tr("Captures (*.pcapng)"));
    dialog.setObjectName(QStringLiteral("packetsDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("pcapng"));
    dialog.selectFile(m_document.name() + QStringLiteral(".pcapng"));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const QString path = dialog.selectedFiles().constFirst();
    const auto start = static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()) * 1000;
    const std::string file = model::pcapng(m_document.network(), trace.passages(), start);
    if (const auto written = model::writeFileAtomically(path.toStdString(), file); !written) {
        complain(tr("“%1” cannot be saved.").arg(QFileInfo(path).fileName()), written.error());
        return false;
    }
    emit message(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    return true;
}

bool FileFlow::saveTo(const QString &path)
{
    if (const auto saved = saveProject(m_document, path); !saved) {
        complain(tr("“%1” cannot be saved.").arg(QFileInfo(path).fileName()), saved.error());
        return false;
    }
    remember(path);
    emit message(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    return true;
}

void FileFlow::complain(const QString &text, const model::Error &error)
{
    QMessageBox box(QMessageBox::Critical, tr("Netdraft"), text, QMessageBox::Ok, m_window);
    box.setObjectName(QStringLiteral("fileError"));
    box.setInformativeText(QString::fromStdString(model::describe(error)));
    box.exec();
}

QStringList FileFlow::recentFiles()
{
    return QSettings().value(QLatin1String(recentKey)).toStringList();
}

void FileFlow::remember(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    QStringList recent = recentFiles();
    recent.removeAll(file);
    recent.prepend(file);
    QSettings().setValue(QLatin1String(recentKey), recent.mid(0, recentMost));
}

void FileFlow::fillRecent(QMenu *menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const QString &file : recentFiles()) {
            if (!QFileInfo::exists(file))
                continue;
            QString text = QFileInfo(file).fileName();
            text.replace(QLatin1Char('&'), QStringLiteral("&&"));
            QAction *action = menu->addAction(text, this, [this, file] {
                if (mayLeave())
                    openPath(file);
            });
            action->setStatusTip(QDir::toNativeSeparators(file));
        }
        if (menu->isEmpty())
            menu->addAction(tr("No files yet"))->setEnabled(false);
    });
}

void FileFlow::fillExamples(QMenu *menu)
{
    for (const Example &example : examples()) {
        QAction *action = menu->addAction(example.title, this, [this, resource = example.resource] {
            if (mayLeave())
                openExample(resource);
        });
        action->setStatusTip(example.teaches);
        action->setObjectName(QStringLiteral("example.") + QFileInfo(example.resource).completeBaseName());
    }
}

} // namespace netdraft::views

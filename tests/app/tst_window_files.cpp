#include "model/exchange/exchange.h"
#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/dialogs/export_dialog.h"
#include "views/dialogs/file_flow.h"
#include "views/document/recovery.h"
#include "views/document/shown_ping.h"

#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace netdraft;
using netdraft::tests::answer;
using netdraft::tests::press;

/// What a window does with files: new, open, save, recover, export, capture.
class TestWindowFiles : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_window_files"); }
    void init() { openLesson(); }
    void cleanup() { close(); }

    void titleTellsFileAndChanges();
    void unsavedChangesAreAskedFor_data();
    void unsavedChangesAreAskedFor();
    void saveAsksForAFileOnce();
    void brokenFileIsRefusedWithItsPlace();
    void recentFilesAreOffered();
    void exampleIsOpened();
    void aTemplateIsOpened();
    void aDroppedLabIsOpened();
    void folderIsAskedFor();
    void thisMachineIsCaptured();
    void everyFormatIsExported_data();
    void everyFormatIsExported();
    void packetsAreSaved();
    void lostWorkIsOffered();
    void lostWorkCanBeDiscarded();
};

namespace {

void enterFile(QFileDialog &dialog, const QString &file)
{
    auto *name = dialog.findChild<QLineEdit *>("fileNameEdit");
    name->setText(file);
    auto *buttons = dialog.findChild<QDialogButtonBox *>();
    const auto standard =
        dialog.acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save : QDialogButtonBox::Open;
    QTest::mouseClick(buttons->button(standard), Qt::LeftButton);
}

/// What a window that crashed leaves: the copy and the path of its project, without a lock.
void leaveCopy(const QString &folder, const model::Project &project)
{
    QDir().mkpath(folder);
    QVERIFY(model::writeFileAtomically((folder + "/lost.netdraft").toStdString(), model::writeProject(project)));
    QVERIFY(model::writeFileAtomically((folder + "/lost.path").toStdString(), "/nowhere/lab.netdraft"));
}

} // namespace

void TestWindowFiles::titleTellsFileAndChanges()
{
    QVERIFY(m_window->windowTitle().startsWith("routing"));
    QVERIFY(!m_window->isWindowModified());
    changeSomething();
    QVERIFY(m_window->isWindowModified());
    action("actionUndo")->trigger();
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(!action("actionUndo")->isEnabled());
    QVERIFY(action("actionRedo")->text().contains("Add route"));
}

void TestWindowFiles::unsavedChangesAreAskedFor_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("saved");

    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("save") << QMessageBox::Save << true << true;
}

void TestWindowFiles::unsavedChangesAreAskedFor()
{
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(bool, closed);
    QFETCH(bool, saved);

    const QString file = m_folder->filePath("lab.netdraft");
    QVERIFY(views::saveProject(document(), file));
    const auto before = model::readFile(file.toStdString());
    changeSomething();
    bool asked = false;
    answer<QMessageBox>("unsavedQuestion", asked, [&](QMessageBox &box) { press(box, button); });
    QCOMPARE(m_window->close(), closed);
    QVERIFY(asked);
    QCOMPARE(*model::readFile(file.toStdString()) != *before, saved);
    QCOMPARE(document().modified(), !saved);
    QVERIFY(!closed || QDir(m_folder->filePath("recovery")).isEmpty());
}

void TestWindowFiles::saveAsksForAFileOnce()
{
    const QString file = m_folder->filePath("mine.netdraft");
    changeSomething();
    bool asked = false;
    answer<QFileDialog>("saveDialog", asked, [&](QFileDialog &dialog) { enterFile(dialog, file); });
    action("actionSave")->trigger();
    QVERIFY(asked);
    QVERIFY(QFile::exists(file));
    QVERIFY(!document().modified());
    QVERIFY(m_window->windowTitle().startsWith("mine"));
    QVERIFY(document().perform("2", tests::solution()[1]));
    action("actionSave")->trigger();
    QVERIFY(!document().modified());
    QCOMPARE(*model::readFile(file.toStdString()), model::writeProject(document().project()));
}

void TestWindowFiles::brokenFileIsRefusedWithItsPlace()
{
    const QString file = m_folder->filePath("broken.netdraft");
    QVERIFY(model::writeFileAtomically(file.toStdString(), "{\n  \"version\": [,\n"));
    const model::Project before = document().project();
    bool told = false;
    QString text;
    answer<QMessageBox>("fileError", told, [&](QMessageBox &box) {
        text = box.informativeText();
        press(box, QMessageBox::Ok);
    });
    bool asked = false;
    answer<QFileDialog>("openDialog", asked, [&](QFileDialog &dialog) { enterFile(dialog, file); });
    action("actionOpen")->trigger();
    QVERIFY(asked);
    QVERIFY(told);
    QVERIFY2(text.startsWith(file + ":2:"), qPrintable(text));
    QVERIFY(document().project() == before);
}

void TestWindowFiles::recentFilesAreOffered()
{
    const QString file = m_folder->filePath("lab.netdraft");
    bool asked = false;
    answer<QFileDialog>("saveDialog", asked, [&](QFileDialog &dialog) { enterFile(dialog, file); });
    action("actionSaveAs")->trigger();
    QVERIFY(asked);
    action("actionNew")->trigger();
    QVERIFY(document().path().isEmpty());
    QCOMPARE(document().network().namespaces().size(), 1U);
    auto *menu = m_window->findChild<QMenu *>("menuRecent");
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    QCOMPARE(document().path(), file);
    QFile::remove(file);
    emit menu->aboutToShow();
    QVERIFY(!menu->actions().constFirst()->isEnabled());
}

void TestWindowFiles::exampleIsOpened()
{
    action("example.switching")->trigger();
    QCOMPARE(document().name(), "switching");
    QVERIFY(document().path().isEmpty());
}

void TestWindowFiles::aTemplateIsOpened()
{
    action("actionNewFromTemplate")->trigger();
    auto *dialog = m_window->findChild<QDialog *>("templateDialog");
    QVERIFY(dialog);
    auto *shapes = dialog->findChild<QListWidget *>("templateShapes");
    shapes->setCurrentRow(shapes->count() - 1);
    auto *picture = dialog->findChild<QLabel *>("templatePicture");
    QTRY_VERIFY(!picture->pixmap().isNull());
    QTest::mouseClick(dialog->findChild<QPushButton *>("templateOpen"), Qt::LeftButton);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Star[*]"));
    QCOMPARE(m_window->findChild<views::NetworkView *>("canvas")->networkScene().nodes().size(), std::size_t{6});
}

void TestWindowFiles::aDroppedLabIsOpened()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(NETDRAFT_SOURCE_DIR "/tests/data/labs/kathara-interfaces/lab")});
    QWidget *canvas = m_window->findChild<views::NetworkView *>("canvas")->viewport();
    QDragEnterEvent enter(QPoint(30, 30), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas, &enter);
    QVERIFY(enter.isAccepted());
    QString said;
    bool asked = false;
    answer<QDialog>("troubleQuestion", asked, [&](QDialog &dialog) {
        said = dialog.findChild<QPlainTextEdit *>("troubleList")->toPlainText();
        QTest::mouseClick(dialog.findChild<QPushButton *>("openTheRest"), Qt::LeftButton);
    });
    QDropEvent drop(QPoint(30, 30), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas, &drop);
    QVERIFY(drop.isAccepted());
    QTRY_VERIFY(asked);
    QVERIFY2(said.contains("gw/etc/network/interfaces:18:1: the method \"dhcp\""), qPrintable(said));
    QTRY_VERIFY(document().network().find("gw"));
    QCOMPARE(document().name(), "lab (incomplete)");
    QVERIFY(document().path().isEmpty()); // saving asks where
}

void TestWindowFiles::folderIsAskedFor()
{
    bool seen = false;
    answer<QFileDialog>("openFolderDialog", seen, [](QFileDialog &dialog) { dialog.reject(); });
    action("actionOpenFolder")->trigger();
    QVERIFY(seen);
    QCOMPARE(document().name(), QStringLiteral("routing"));
}

/// Whatever the machine is like on which this runs: its network comes, or the reason why not.
void TestWindowFiles::thisMachineIsCaptured()
{
    QString said;
    QTimer looks;
    connect(&looks, &QTimer::timeout, &looks, [&said] {
        if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
            said = dialog->objectName();
            dialog->reject();
        }
    });
    looks.start(5);
    QSignalSpy reset(&document(), &views::Document::reset);
    action("actionCapture")->trigger();
    QVERIFY2(said == "fileError" || said == "troubleQuestion" || reset.count() == 1, qPrintable(said));
}

void TestWindowFiles::everyFormatIsExported_data()
{
    QTest::addColumn<QString>("id");
    for (const model::ExportFormat &format : model::exportFormats()) {
        const QString id = QString::fromUtf8(format.id.data(), static_cast<qsizetype>(format.id.size()));
        QTest::addRow("%s", qPrintable(id)) << id;
    }
    for (const char *id : {"svg", "png", "pdf"})
        QTest::addRow("%s", id) << id;
}

void TestWindowFiles::everyFormatIsExported()
{
    QFETCH(const QString, id);
    action("actionExport")->trigger();
    auto *dialog = m_window->findChild<views::ExportDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->chosen(), "bash"); // at first
    dialog->choose(id);
    QCOMPARE(dialog->chosen(), id);
    const model::ExportFormat *format = model::exportFormat(id.toStdString());
    const auto *shown = dialog->findChild<QPlainTextEdit *>("exportText");
    auto *files = dialog->findChild<QListWidget *>("exportFiles");
    const QString path = m_folder->filePath("out");
    bool asked = false;
    answer<QFileDialog>("exportFileDialog", asked, [&](QFileDialog &file) { enterFile(file, path); });
    const auto made = format ? format->write(document().project(), {"routing"}) : model::Exported{};
    auto *save = dialog->findChild<QPushButton *>("exportSave");
    if (!made) { // the form says so, as where a network has no Docker
        QVERIFY(!save->isEnabled());
        QCOMPARE(dialog->findChild<QLabel *>("exportOmitted")->text(),
                 QString::fromStdString(model::describe(made.error())));
        return;
    }
    for (int row = 0; format && row < files->count(); ++row) {
        files->setCurrentRow(row);
        QCOMPARE(shown->toPlainText(), QString::fromStdString(made->files[static_cast<std::size_t>(row)].text));
    }
    QCOMPARE(save->isEnabled(), !format || !made->files.empty());
    if (!save->isEnabled())
        return;
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(asked);
    if (!format) {
        QVERIFY(QFileInfo(path + '.' + id).size() > 500);
    } else if (format->isFolder()) {
        for (const model::OutputFile &file : made->files)
            QCOMPARE(*model::readFile((path + '/').toStdString() + file.name), file.text);
    } else {
        const std::string suffix = '.' + std::string(format->extension);
        QCOMPARE(*model::readFile(path.toStdString() + suffix), made->file().text);
    }
}

void TestWindowFiles::packetsAreSaved()
{
    QAction *save = action("actionSavePackets");
    QVERIFY(!save->isEnabled());
    auto *shown = m_window->findChild<views::ShownPing *>();
    shown->show(tests::nodeNamed(document(), "A"), model::IpAddress::parse("192.168.1.6").value());
    QVERIFY(!save->isEnabled()); // nobody looks at them
    m_window->findChild<QDockWidget *>("dock.packets")->raise();
    QTRY_VERIFY(save->isEnabled());
    const QString file = m_folder->filePath("first.pcapng");
    bool asked = false;
    answer<QFileDialog>("packetsDialog", asked, [&](QFileDialog &dialog) { enterFile(dialog, file); });
    save->trigger();
    QVERIFY(asked);
    const auto written = model::readFile(file.toStdString());
    QVERIFY(written);
    QVERIFY(written->starts_with("\x0a\x0d\x0d\x0a"));
    QVERIFY(written->contains("A eth0"));
    shown->clear();
    QVERIFY(!save->isEnabled());
}

void TestWindowFiles::lostWorkIsOffered()
{
    changeSomething();
    const std::string lost = model::writeProject(document().project());
    const QString folder = m_folder->filePath("recovery");
    leaveCopy(folder, document().project());
    openWindow();
    bool asked = false;
    answer<QMessageBox>("recoveryQuestion", asked, [](QMessageBox &box) {
        QTest::mouseClick(box.findChild<QPushButton *>("recover"), Qt::LeftButton);
    });
    m_window->start({});
    QVERIFY(asked);
    QCOMPARE(model::writeProject(document().project()), lost);
    QCOMPARE(document().path(), "/nowhere/lab.netdraft");
    QVERIFY(m_window->isWindowModified());
    QVERIFY(!QFile::exists(folder + "/lost.netdraft"));
    // Its own copy stands in for the old one at once.
    QCOMPARE(QDir(folder).entryList({"*.netdraft"}).size(), 1);
}

void TestWindowFiles::lostWorkCanBeDiscarded()
{
    const QString folder = m_folder->filePath("recovery");
    leaveCopy(folder, document().project());
    openWindow();
    bool asked = false;
    answer<QMessageBox>("recoveryQuestion", asked, [](QMessageBox &box) {
        QTest::mouseClick(box.findChild<QPushButton *>("discard"), Qt::LeftButton);
    });
    m_window->start({});
    QVERIFY(asked);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(views::leftCopies(folder).empty());
}

NETDRAFT_TEST(TestWindowFiles)
#include "tst_window_files.moc"

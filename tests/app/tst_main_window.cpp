#include "app/main_window.h"
#include "model/exchange/exchange.h"
#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/actions/action_list.h"
#include "views/canvas/marks_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/dialogs/export_dialog.h"
#include "views/dialogs/file_flow.h"
#include "views/document/recovery.h"
#include "views/document/shown_ping.h"
#include "views/panels/panel_list.h"
#include "views/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace netdraft;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyPanelAndActionHasItsName();
    void noKeyHasTwoMeanings();
    void titleTellsFileAndChanges();
    void unsavedChangesAreAskedFor_data();
    void unsavedChangesAreAskedFor();
    void saveAsksForAFileOnce();
    void brokenFileIsRefusedWithItsPlace();
    void recentFilesAreOffered();
    void exampleIsOpened();
    void aDroppedLabIsOpened();
    void everyFormatIsExported_data();
    void everyFormatIsExported();
    void lostWorkIsOffered();
    void lostWorkCanBeDiscarded();
    void nodeIsFound();
    void actionIsFound();
    void nodesAreAddedAtTheMouse();
    void aTemplateIsOpened();
    void addressesAreGivenFromTheMenu();
    void nodesAreArranged_data();
    void nodesAreArranged();
    void packetsAreSaved();
    void weakPointsAreMarkedWhileTheirTabIsSeen();
    void changesAreMarked();
    void themeIsKept();
    void layoutIsResetAndKept();
    void everyActionHasATest();
    void pathIsHidden();
    void terminalIsOpened();
    void helpIsShown();
    void folderIsAskedFor();
    void screenIsFilled();
    void thisMachineIsCaptured();
    void quitClosesTheWindow();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::MainWindow> m_window;

    QAction *action(const char *id) const { return m_window->findChild<QAction *>(QLatin1String(id)); }
    views::Document &document() const { return m_window->document(); }
    void changeSomething() const { QVERIFY(document().perform("Add route", tests::solution()[0])); }
    void openWindow()
    {
        m_window = std::make_unique<app::MainWindow>(m_folder->filePath("recovery"));
        m_window->show();
    }
};

namespace {

constexpr int enough = 60'000; // milliseconds; a busy machine is slow

/// How many marks the canvas draws.
std::size_t marksOn(const app::MainWindow &window)
{
    std::size_t count = 0;
    for (const QGraphicsItem *item : window.findChild<views::NetworkView *>("canvas")->networkScene().items()) {
        if (const auto *marks = dynamic_cast<const views::MarksItem *>(item))
            count += marks->shown();
    }
    return count;
}

/// Does something with the next modal dialog of this name, once it is there; `seen` tells that it was.
template <typename D>
void answer(const char *name, bool &seen, const std::function<void(D &)> &with)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [=, &seen] {
        auto *dialog = qobject_cast<D *>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != QLatin1String(name))
            return;
        timer->deleteLater();
        timer->stop();
        seen = true;
        with(*dialog);
    });
    timer->start(5);
}

void press(QMessageBox &box, QMessageBox::StandardButton button)
{
    QTest::mouseClick(box.button(button), Qt::LeftButton);
}

void enterFile(QFileDialog &dialog, const QString &file)
{
    auto *name = dialog.findChild<QLineEdit *>("fileNameEdit");
    name->setText(file);
    auto *buttons = dialog.findChild<QDialogButtonBox *>();
    const auto standard =
        dialog.acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save : QDialogButtonBox::Open;
    QTest::mouseClick(buttons->button(standard), Qt::LeftButton);
}

} // namespace

void TestMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName("netdraft");
    QCoreApplication::setApplicationName("tst_main_window");
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath("settings"));
    openWindow();
    m_window->start({});
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    QSettings().clear();
}

void TestMainWindow::everyPanelAndActionHasItsName()
{
    for (const views::PanelEntry &entry : views::panelList()) {
        QVERIFY2(m_window->findChild<QWidget *>(QLatin1String(entry.id)), entry.id);
        QVERIFY2(m_window->findChild<QDockWidget *>(QStringLiteral("dock.") + QLatin1String(entry.id)), entry.id);
    }
    for (const views::ActionEntry &entry : views::actionList())
        QVERIFY2(action(entry.id), entry.id);
}

void TestMainWindow::noKeyHasTwoMeanings()
{
    std::map<QString, QString> owners;
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : one->shortcuts()) {
            const auto [owner, first] = owners.emplace(keys.toString(), one->objectName());
            QVERIFY2(first, qPrintable(keys.toString() + ": " + owner->second + " and " + one->objectName()));
        }
    }
}

void TestMainWindow::titleTellsFileAndChanges()
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

void TestMainWindow::unsavedChangesAreAskedFor_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("saved");

    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("save") << QMessageBox::Save << true << true;
}

void TestMainWindow::unsavedChangesAreAskedFor()
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

void TestMainWindow::saveAsksForAFileOnce()
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

void TestMainWindow::brokenFileIsRefusedWithItsPlace()
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

void TestMainWindow::recentFilesAreOffered()
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

void TestMainWindow::exampleIsOpened()
{
    action("example.two-devices")->trigger();
    QCOMPARE(document().name(), "two-devices");
    QVERIFY(document().path().isEmpty());
}

void TestMainWindow::aDroppedLabIsOpened()
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

void TestMainWindow::everyFormatIsExported_data()
{
    QTest::addColumn<QString>("id");
    for (const model::ExportFormat &format : model::exportFormats()) {
        const QString id = QString::fromUtf8(format.id.data(), static_cast<qsizetype>(format.id.size()));
        QTest::addRow("%s", qPrintable(id)) << id;
    }
    for (const char *id : {"svg", "png", "pdf"})
        QTest::addRow("%s", id) << id;
}

void TestMainWindow::everyFormatIsExported()
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
    QVERIFY(made);
    for (int row = 0; format && row < files->count(); ++row) {
        files->setCurrentRow(row);
        QCOMPARE(shown->toPlainText(), QString::fromStdString(made->files[static_cast<std::size_t>(row)].text));
    }
    auto *save = dialog->findChild<QPushButton *>("exportSave");
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

namespace {

/// What a window that crashed leaves: the copy and the path of its project, without a lock.
void leaveCopy(const QString &folder, const model::Project &project)
{
    QDir().mkpath(folder);
    QVERIFY(model::writeFileAtomically((folder + "/lost.netdraft").toStdString(), model::writeProject(project)));
    QVERIFY(model::writeFileAtomically((folder + "/lost.path").toStdString(), "/nowhere/lab.netdraft"));
}

} // namespace

void TestMainWindow::lostWorkIsOffered()
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

void TestMainWindow::lostWorkCanBeDiscarded()
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

void TestMainWindow::nodeIsFound()
{
    action("actionFind")->trigger();
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    QTest::keyClicks(line, "192.168.2.5");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(m_window->selection().singleNode(), tests::nodeNamed(document(), "C"));
}

/// A double-click, three letters, Enter.
void TestMainWindow::nodesAreAddedAtTheMouse()
{
    document().load({}, {});
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    const QPoint at(200, 120);
    const QPointF place = canvas->mapToScene(at);
    QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, at);
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    QTest::keyClicks(line, "rou");
    QTest::keyClick(line, Qt::Key_Return);
    const model::Netns *made = document().network().find("r1");
    QVERIFY(made);
    const model::Point stands = document().drawing().nodes.at(made->id).position;
    QVERIFY(std::abs(stands.x - place.x()) <= 10 && std::abs(stands.y - place.y()) <= 10);
    QTRY_VERIFY(!m_window->findChild<QDialog *>("quickList"));
    canvas->action("canvas.add")->trigger();
    QVERIFY(m_window->findChild<QDialog *>("quickList"));
}

void TestMainWindow::aTemplateIsOpened()
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

void TestMainWindow::addressesAreGivenFromTheMenu()
{
    QVERIFY(document().perform(
        "Remove address",
        {model::RemoveAddress{{"A", "eth0"}, model::InterfaceAddress::parse("192.168.1.5/24").value()}}));
    action("actionAddresses")->trigger();
    auto *dialog = m_window->findChild<QDialog *>("addressDialog");
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>("addressGive"), Qt::LeftButton);
    const model::Netns *a = document().network().find("A");
    QCOMPARE(a->find("eth0")->addresses4.front().local.toString(), std::string("192.168.1.1/24"));
    QCOMPARE(document().undoStack().undoText(), QStringLiteral("Give addresses"));
}

void TestMainWindow::nodesAreArranged_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QString>("text");
    QTest::newRow("row") << QByteArray("canvas.alignRow") << "Align nodes";
    QTest::newRow("column") << QByteArray("canvas.alignColumn") << "Align nodes";
    QTest::newRow("spread across") << QByteArray("canvas.spreadRow") << "Spread nodes";
    QTest::newRow("spread down") << QByteArray("canvas.spreadColumn") << "Spread nodes";
    QTest::newRow("by cables") << QByteArray("canvas.layOutWires") << "Lay out nodes";
    QTest::newRow("layers") << QByteArray("canvas.layOutLayers") << "Lay out nodes";
    QTest::newRow("circle") << QByteArray("canvas.layOutCircle") << "Lay out nodes";
    QTest::newRow("grid") << QByteArray("canvas.layOutGrid") << "Lay out nodes";
}

/// Each from a muddle, by one step that can be undone; without nodes to line up it says so.
void TestMainWindow::nodesAreArranged()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QString, text);
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    model::EditList muddle;
    double x = 0;
    for (const auto &[id, node] : document().drawing().nodes) {
        x = std::fmod(x * 3 + 70, 1000);
        muddle.add(model::PlaceNode{document().network().find(id)->name, {node.kind, {x, std::fmod(x * 5, 700)}}});
    }
    QVERIFY(document().perform("Muddle", muddle));
    const auto before = document().project();
    const int steps = document().undoStack().count();
    if (!action.startsWith("canvas.layOut")) {
        canvas->action(QString::fromLatin1(action))->trigger();
        QCOMPARE(document().undoStack().count(), steps);
        QVERIFY(m_window->statusBar()->currentMessage().startsWith("Select "));
    }
    canvas->selectAll();
    canvas->action(QString::fromLatin1(action))->trigger();
    QCOMPARE(document().undoStack().count(), steps + 1);
    QCOMPARE(document().undoStack().undoText(), text);
    QVERIFY(document().project().network == before.network);
    document().undoStack().undo();
    QVERIFY(document().project() == before);
}

void TestMainWindow::packetsAreSaved()
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

void TestMainWindow::weakPointsAreMarkedWhileTheirTabIsSeen()
{
    const auto marks = [this] { return marksOn(*m_window); };
    QCOMPARE(marks(), 0U);
    m_window->findChild<QDockWidget *>("dock.whatif")->raise();
    QTRY_COMPARE_WITH_TIMEOUT(marks(), 2U, enough); // both switches
    m_window->findChild<QDockWidget *>("dock.problems")->raise();
    QTRY_COMPARE_WITH_TIMEOUT(marks(), 0U, enough);
}

void TestMainWindow::changesAreMarked()
{
    QVERIFY(document().perform("step", tests::solution()[0]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 2U, enough); // A reaches B's other side
    QVERIFY(m_window->statusBar()->currentMessage().contains("healed: 1"));
    QVERIFY(document().perform("step", tests::solution()[1]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 0U, enough);
    QCOMPARE(m_window->statusBar()->currentMessage(), QString());
    QVERIFY(document().perform("step", tests::solution()[2]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 3U, enough); // A, B and C have won
    QVERIFY(m_window->statusBar()->currentMessage().contains("healed: 3"));
    document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->statusBar()->currentMessage().contains("broke: 3"), enough);
    QVERIFY(document().perform("step", tests::forwardingOn("C")));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 0U, enough);
}

void TestMainWindow::actionIsFound()
{
    action("actionCommandPalette")->trigger();
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    QTest::keyClicks(line, "two devices");
    QCOMPARE(list->findChild<QListWidget *>("quickEntries")->currentItem()->text(), "Two Devices on a Switch");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(document().name(), "two-devices");
}

void TestMainWindow::themeIsKept()
{
    action("actionThemeDark")->trigger();
    QVERIFY(views::themeOf(QApplication::palette()).dark);
    openWindow();
    QVERIFY(action("actionThemeDark")->isChecked());
    action("actionThemeLight")->trigger();
    QVERIFY(!views::themeOf(QApplication::palette()).dark);
}

void TestMainWindow::layoutIsResetAndKept()
{
    auto *dock = m_window->findChild<QDockWidget *>("dock.palette");
    QVERIFY(dock->isVisible());
    action("show.palette")->trigger();
    QVERIFY(!dock->isVisible());
    QVERIFY(m_window->close());
    openWindow();
    dock = m_window->findChild<QDockWidget *>("dock.palette");
    QVERIFY(!dock->isVisible());
    action("actionResetLayout")->trigger();
    QVERIFY(dock->isVisible());
}

/// Each action that the command palette finds is performed by some test, which calls it by its name.
void TestMainWindow::everyActionHasATest()
{
    QByteArray tests;
    QDirIterator files(NETDRAFT_SOURCE_DIR "/tests", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        tests += file.readAll();
    }
    std::size_t seen = 0;
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        const QString name = one->objectName();
        // Recent files, examples and panels are called by what they open, each by the same action.
        if (name.isEmpty() || name.startsWith("_q_") || name.startsWith("recent.") || name.startsWith("example.") ||
            name.startsWith("show."))
            continue;
        ++seen;
        QVERIFY2(tests.contains("\"" + name.toUtf8() + "\""), qPrintable(name));
    }
    QVERIFY(seen > 50);
}

void TestMainWindow::pathIsHidden()
{
    auto *shown = m_window->findChild<views::ShownPing *>();
    QVERIFY(!action("actionHidePath")->isEnabled());
    shown->show(tests::nodeNamed(document(), "A"), model::IpAddress::parse("192.168.1.6").value());
    QVERIFY(action("actionHidePath")->isEnabled());
    action("actionHidePath")->trigger();
    QVERIFY(!shown->ping());
    QVERIFY(!action("actionHidePath")->isEnabled());
}

void TestMainWindow::terminalIsOpened()
{
    auto *dock = m_window->findChild<QDockWidget *>("dock.terminal");
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    dock->hide();
    action("actionTerminal")->trigger();
    QVERIFY(dock->isVisible());
    QVERIFY(dock->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::helpIsShown()
{
    bool seen = false;
    answer<QMessageBox>("aboutDialog", seen, [](QMessageBox &box) { press(box, QMessageBox::Ok); });
    action("actionAbout")->trigger();
    QVERIFY(seen);
    action("actionShortcuts")->trigger();
    QVERIFY(m_window->findChild<QDialog *>("shortcutSheet")->isVisible());
}

void TestMainWindow::folderIsAskedFor()
{
    bool seen = false;
    answer<QFileDialog>("openFolderDialog", seen, [](QFileDialog &dialog) { dialog.reject(); });
    action("actionOpenFolder")->trigger();
    QVERIFY(seen);
    QCOMPARE(document().name(), QStringLiteral("routing"));
}

void TestMainWindow::screenIsFilled()
{
    action("actionFullScreen")->trigger();
    QVERIFY(m_window->isFullScreen());
    action("actionFullScreen")->trigger();
    QVERIFY(!m_window->isFullScreen());
    action("actionThemeSystem")->trigger();
    QVERIFY(action("actionThemeSystem")->isChecked());
}

/// Whatever the machine is like on which this runs: its network comes, or the reason why not.
void TestMainWindow::thisMachineIsCaptured()
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

void TestMainWindow::quitClosesTheWindow()
{
    action("actionQuit")->trigger();
    QVERIFY(!m_window->isVisible());
}

NETDRAFT_TEST(TestMainWindow)
#include "tst_main_window.moc"

#include "model/exchange/exchange.h"
#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/document/recovery.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace netdraft;

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void changeIsKeptSoon();
    void savedProjectNeedsNoCopy();
    void undoneChangesNeedNoCopy();
    void closedWindowLeavesNothing();
    void crashedProcessLeavesACopy();
    void runningProcessIsLeftAlone();
};

void TestRecovery::changeIsKeptSoon()
{
    const QTemporaryDir folder;
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const views::Autosave autosave(document, folder.filePath("recovery"), 10);
    QVERIFY(!QFile::exists(autosave.file()));
    QVERIFY(document.perform("step", tests::solution()[0]));
    QTRY_VERIFY(QFile::exists(autosave.file()));
    const auto text = model::readFile(autosave.file().toStdString());
    QVERIFY(text);
    QCOMPARE(*text, model::writeProject(document.project()));
}

void TestRecovery::savedProjectNeedsNoCopy()
{
    const QTemporaryDir folder;
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::Autosave autosave(document, folder.filePath("recovery"));
    QVERIFY(document.perform("step", tests::solution()[0]));
    autosave.write();
    QVERIFY(QFile::exists(autosave.file()));
    QVERIFY(views::saveProject(document, folder.filePath("lab.netdraft")));
    QVERIFY(!QFile::exists(autosave.file()));
}

void TestRecovery::undoneChangesNeedNoCopy()
{
    const QTemporaryDir folder;
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::Autosave autosave(document, folder.filePath("recovery"));
    QVERIFY(document.perform("step", tests::solution()[0]));
    autosave.write();
    document.undoStack().undo();
    QVERIFY(!QFile::exists(autosave.file()));
}

void TestRecovery::closedWindowLeavesNothing()
{
    const QTemporaryDir folder;
    views::Document document;
    QVERIFY(tests::openNamed(document));
    {
        views::Autosave autosave(document, folder.filePath("recovery"));
        QVERIFY(document.perform("step", tests::solution()[0]));
        autosave.write();
    }
    QVERIFY(QDir(folder.filePath("recovery")).isEmpty());
}

void TestRecovery::crashedProcessLeavesACopy()
{
    const QTemporaryDir folder;
    const QString where = folder.filePath("recovery");
    const pid_t child = fork();
    if (child == 0) {
        views::Document document;
        views::Autosave autosave(document, where);
        const bool done = tests::openNamed(document) && document.perform("step", tests::solution()[0]);
        autosave.write();
        _exit(done ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);

    const auto copies = views::leftCopies(where);
    QCOMPARE(copies.size(), 1U);
    QVERIFY(copies[0].originalPath.endsWith("resources/examples/routing.netdraft"));
    views::Document expected;
    QVERIFY(tests::openNamed(expected));
    QVERIFY(expected.perform("step", tests::solution()[0]));
    const auto text = model::readFile(copies[0].file.toStdString());
    QVERIFY(text);
    QCOMPARE(*text, model::writeProject(expected.project()));

    views::removeCopy(copies[0]);
    QVERIFY(views::leftCopies(where).empty());
}

void TestRecovery::runningProcessIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString where = folder.filePath("recovery");
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::Autosave autosave(document, where);
    QVERIFY(document.perform("step", tests::solution()[0]));
    autosave.write();
    QVERIFY(QFile::exists(autosave.file()));
    QVERIFY(views::leftCopies(where).empty());
}

NETDRAFT_TEST(TestRecovery)
#include "tst_recovery.moc"

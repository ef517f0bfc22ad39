#include "model/exchange/exchange.h"
#include "tests/registered.h"
#include "tests/views/lesson.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace netdraft;

class TestDocumentFile : public QObject
{
    Q_OBJECT

private slots:
    void savedFileIsReadBack();
    void brokenFileLeavesTheDocument();
    void scriptIsNeverSavedOver();
    void unwritableFileKeepsTheChanges();
};

void TestDocumentFile::savedFileIsReadBack()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("lab.netdraft");
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QVERIFY(document.perform("step", tests::solution()[0]));
    QVERIFY(views::saveProject(document, file));
    QVERIFY(!document.modified());
    QCOMPARE(document.path(), file);

    views::Document again;
    auto read = views::readNetwork(file);
    QVERIFY(read && read->isWhole());
    views::openNetwork(again, std::move(*read), file);
    QCOMPARE(model::writeProject(again.project()), model::writeProject(document.project()));
    QCOMPARE(again.name(), "lab");
    QVERIFY(!again.modified());
}

void TestDocumentFile::brokenFileLeavesTheDocument()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("broken.netdraft");
    QVERIFY(model::writeFileAtomically(file.toStdString(), "{\n  \"version\": 1,\n"));
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const model::Project before = document.project();
    const QString path = document.path();
    const auto read = views::readNetwork(file);
    QVERIFY(!read);
    QVERIFY(read.error().position.has_value());
    QCOMPARE(read.error().position->file, file.toStdString());
    QVERIFY(document.project() == before);
    QCOMPARE(document.path(), path);
}

void TestDocumentFile::scriptIsNeverSavedOver()
{
    const QTemporaryDir folder;
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const auto script = model::exportFormat("bash")->write(document.project(), {"lab"});
    QVERIFY(script);
    const QString file = folder.filePath("lab.sh");
    QVERIFY(model::writeFileAtomically(file.toStdString(), script->file().text));
    auto read = views::readNetwork(file);
    QVERIFY(read);
    views::openNetwork(document, std::move(*read), file);
    QVERIFY(document.path().isEmpty());
    QCOMPARE(document.name(), "lab");
}

void TestDocumentFile::unwritableFileKeepsTheChanges()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    const QString path = document.path();
    QVERIFY(document.perform("step", tests::solution()[0]));
    const auto saved = views::saveProject(document, "/nonexistent/lab.netdraft");
    QVERIFY(!saved);
    QVERIFY(document.modified());
    QCOMPARE(document.path(), path);
}

NETDRAFT_TEST(TestDocumentFile)
#include "tst_document_file.moc"

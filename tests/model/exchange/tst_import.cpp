#include "model/exchange/exchange.h"
#include "model/exchange/import.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

using namespace netdraft::model;

namespace {

const QString importCases = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/labs");

QString importedText(const QString &path)
{
    const auto text = readFile(path.toStdString());
    return text ? QString::fromStdString(*text) : QString();
}

/// The one entry of a case that is what is imported: `lab`, `lab.clab.yml`, …
QString labOf(const QString &folder)
{
    return QDir(folder).entryList({"lab", "lab.*"}).value(0);
}

ImportSource textSource(const QString &name, const QString &text)
{
    return {.path = name.toStdString(), .folder = false, .files = {{"", text.toStdString()}}};
}

} // namespace

/// Labs as people write them: tests/data/labs/CASE/{lab…,expected.netdraft,troubles.txt}. With
/// NETDRAFT_UPDATE_EXPECTED=1 what is expected is written instead, for review.
class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestImport::reads_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &name : QDir(importCases).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::addRow("%s", qPrintable(name)) << importCases + '/' + name;
}

void TestImport::reads()
{
    QFETCH(const QString, folder);
    const QString name = labOf(folder);
    auto source = loadSource((folder + '/' + name).toStdString());
    QVERIFY2(source, source ? "" : describe(source.error()).c_str());
    source->path = name.toStdString();
    const auto imported = import(*source);
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());

    std::string troubles;
    for (const Error &trouble : imported->troubles) {
        QVERIFY(trouble.position);
        troubles += describe(trouble);
        troubles += troubles.ends_with('\n') ? "" : "\n";
    }
    const std::string project = writeProject(imported->project);
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QVERIFY(writeFileAtomically((folder + "/expected.netdraft").toStdString(), project));
        if (!troubles.empty())
            QVERIFY(writeFileAtomically((folder + "/troubles.txt").toStdString(), troubles));
    }
    QCOMPARE(QString::fromStdString(troubles), importedText(folder + "/troubles.txt"));
    QCOMPARE(QString::fromStdString(project), importedText(folder + "/expected.netdraft"));
}

void TestImport::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");

    QTest::newRow("no YAML") << "x.clab.yml" << "name: [a\n" << "x.clab.yml:2:1: this is no YAML: ";
    QTest::newRow("nothing") << "x.clab.yml" << "" << "x.clab.yml:1:1: expected a key \"topology\"";
    QTest::newRow("no topology") << "x.clab.yml" << "name: x\n" << "x.clab.yml:1:1: expected a key \"topology\"";
    QTest::newRow("no nodes") << "x.clab.yml" << "topology:\n  links: []\n"
                              << "x.clab.yml:2:3: expected a key \"nodes\"";
    QTest::newRow("nodes in a list") << "x.clab.yml" << "topology:\n  nodes: [a, b]\n"
                                     << "x.clab.yml:2:10: expected a key \"nodes\" with a mapping";
    QTest::newRow("a key twice") << "x.clab.yml" << "topology:\n  nodes:\n    a: {}\n    a: {}\n"
                                 << "x.clab.yml:4:5: the key \"a\" stands twice here";
    QTest::newRow("aliases of aliases")
        << "x.clab.yml"
        << "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
           "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: "
           "[*e,*e,*e,*e,*e,*e,*e,*e]\n"
        << "x.clab.yml:1:12: this is too much";
    QTest::newRow("too deep") << "x.clab.yml" << "topology: " + QString(100, '[') + QString(100, ']')
                              << "x.clab.yml:1:75: this is too deep";
    QTest::newRow("a resource without a topology") << "x.yaml" << "kind: Topology\nspec: {}\n"
                                                   << "x.yaml:1:1: expected spec.definition.containerlab";
    QTest::newRow("a resource with a broken topology")
        << "x.yaml" << "kind: Topology\nspec:\n  definition:\n    containerlab: |\n      name: x\n      topology: 3\n"
        << "x.yaml:6:17: expected a key \"topology\" with nodes and links";
}

void TestImport::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    const auto imported = import(textSource(name, text));
    QVERIFY(!imported);
    const QString said = QString::fromStdString(describe(imported.error()));
    QVERIFY2(said.startsWith(message), qPrintable(said));
}

NETDRAFT_TEST(TestImport)
#include "tst_import.moc"

#include "model/exchange/exchange.h"
#include "named_network.h"
#include "tests/registered.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace netdraft;

namespace {

/// All networks of tests/kernel/networks, by their names.
const std::map<QString, model::Project> &simulatedLabs()
{
    static const std::map<QString, model::Project> labs = [] {
        std::map<QString, model::Project> projects;
        for (const Lab &lab : allLabs())
            projects[lab.name] = simulate(lab).project;
        return projects;
    }();
    return labs;
}

} // namespace

/// What is exported in the hands of the programs that read such files; and every form of every network of the tests,
/// once.
class TestExports : public QObject
{
    Q_OBJECT

private slots:
    void areRead_data();
    void areRead();
    void everyFormTakesEveryNetwork_data();
    void everyFormTakesEveryNetwork();
};

void TestExports::areRead_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("program"); ///< and its words, before the file's name
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("network");
    for (const QString network : {"example:routing-solved", "case:everything", "case:names", "campus"}) {
        QTest::addRow("dot: %s", qPrintable(network))
            << "dot" << QStringList{"dot", "-Tsvg", "-o", "/dev/null"} << "graphviz" << network;
        QTest::addRow("core: %s", qPrintable(network))
            << "core" << QStringList{"xmllint", "--noout"} << "libxml2-utils" << network;
        QTest::addRow("mininet: %s", qPrintable(network))
            << "mininet" << QStringList{"/usr/bin/python3", "-m", "py_compile"} << "python3" << network;
    }
}

void TestExports::areRead()
{
    QFETCH(const QString, format);
    QFETCH(const QStringList, program);
    QFETCH(const QString, package);
    QFETCH(const QString, network);
    if (QStandardPaths::findExecutable(program.front()).isEmpty())
        QSKIP(qPrintable(QString("%1 is not installed (apt install %2)").arg(program.front(), package)));
    const auto project = networkNamed(network);
    QVERIFY(project);
    const auto exported =
        model::exportFormat(format.toStdString())->write(*project, {"a\"b\\<%${x}&amp;`|]]>\n\x01 #1;"});
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    const QTemporaryDir folder;
    const QString file = folder.filePath("lab");
    QVERIFY(model::writeFileAtomically(file.toStdString(), exported->file().text));
    QProcess reader;
    reader.setProcessChannelMode(QProcess::MergedChannels);
    reader.start(program.front(), program.mid(1) + QStringList{file});
    QVERIFY(reader.waitForFinished(60000));
    const QByteArray said = reader.readAll();
    QVERIFY2(reader.exitCode() == 0 && said.isEmpty(), said.constData());
}

void TestExports::everyFormTakesEveryNetwork_data()
{
    QTest::addColumn<QString>("format");
    for (const model::ExportFormat &format : model::exportFormats())
        QTest::addRow("%s", std::string(format.id).c_str()) << QString::fromStdString(std::string(format.id));
}

/// Each form takes one in four of them, another one than its neighbours. Nothing of it is empty, nothing is said twice,
/// and what is left out names its node.
void TestExports::everyFormTakesEveryNetwork()
{
    QFETCH(const QString, format);
    const model::ExportFormat &form = *model::exportFormat(format.toStdString());
    auto turn = static_cast<std::size_t>(&form - model::exportFormats().data());
    for (const auto &[name, project] : simulatedLabs()) {
        if (turn++ % 4 != 0)
            continue;
        const auto exported = form.write(project, {"lab"});
        // Those of Docker and of names say what they miss.
        const bool misses = !exported && QStringList{"docker", "compose", "kubernetes", "names"}.contains(format);
        if (misses && describe(exported.error()).find("; expected ") != std::string::npos)
            continue;
        QVERIFY2(exported, qPrintable(name));
        std::set<std::string> names;
        for (const model::OutputFile &file : exported->files) {
            QVERIFY2(!file.text.empty(), qPrintable(name + ": " + QString::fromStdString(file.name)));
            QVERIFY2(names.insert(file.name).second, qPrintable(name + ": " + QString::fromStdString(file.name)));
        }
        for (const std::string &line : exported->omitted) {
            const std::string node = line.substr(0, line.find(':'));
            QVERIFY2(project.network.find(node), qPrintable(name + ": " + QString::fromStdString(line)));
        }
    }
}

NETDRAFT_TEST(TestExports)
#include "tst_exports.moc"

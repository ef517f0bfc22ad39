#include "model/exchange/commands_reader.h"
#include "model/exchange/exchange.h"
#include "model/exchange/lab_script.h"
#include "tests/kernel/lab.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>
#include <fmt/format.h>

using namespace netdraft;

namespace {

model::ImportSource sheet(std::string text)
{
    model::ImportSource source{.path = "sheet.txt", .folder = false, .files = {}};
    source.files.emplace("", std::move(text));
    return source;
}

/// Networks that commands cannot give back whole, since something of them only history explains; see
/// tst_conformance.cpp.
const QStringList historical{"ecmp-dead-hop", "link-moved", "multipath-ipv6-dead"};

/// Whether commands alone say the network, and not who was the first to have an address.
bool isPromised(const model::Project &project)
{
    const auto script = model::exportFormat("bash")->write(project, {"lab"});
    return !script || script->file().text.find(model::mark::chance) == std::string::npos;
}

QString troublesOf(const model::Imported &imported)
{
    QString text;
    for (const model::Error &trouble : imported.troubles)
        text += QString::fromStdString(describe(trouble)) + '\n';
    return text;
}

} // namespace

/// What the export `commands` writes is read back as the same network.
class TestCommandsReader : public QObject
{
    Q_OBJECT

private slots:
    void examplesComeBack_data();
    void examplesComeBack();
    void labsComeBack_data();
    void labsComeBack();
    void reads_data();
    void reads();

private:
    static void comesBack(const model::Project &project, bool whole = true);
};

void TestCommandsReader::comesBack(const model::Project &project, bool whole)
{
    const auto written = model::exportFormat("commands")->write(project, {"lab"});
    QVERIFY2(written, written ? "" : describe(written.error()).c_str());
    const model::ImportSource source = sheet(written->file().text);
    QVERIFY(model::isCommandSheet(source) || source.text().empty());
    auto imported = model::import(source, model::importFormat("commands"));
    QVERIFY(imported);
    QCOMPARE(troublesOf(*imported), QString());
    // Where nodes stand is not said, and what they are only of those that have a heading.
    for (const auto &[id, drawn] : imported->project.drawing->nodes) {
        const model::Netns *netns = imported->project.network.find(id);
        const model::Netns *before = project.network.find(std::string_view(netns->name));
        const auto known = project.drawing->nodes.find(before->id);
        if (known != project.drawing->nodes.end() &&
            written->file().text.find(fmt::format("# on {} {}\n", kindName(known->second.kind), netns->name)) !=
                std::string::npos)
            QVERIFY(known->second.kind == drawn.kind);
    }
    model::Project undrawn = project;
    undrawn.drawing = std::make_shared<const model::Drawing>();
    imported->project.drawing = undrawn.drawing;
    if (whole && written->omitted.empty())
        QCOMPARE(QString::fromStdString(tests::differenceBetween(undrawn, imported->project)), QString());
}

void TestCommandsReader::examplesComeBack_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(NETDRAFT_SOURCE_DIR "/resources/examples");
    for (const QFileInfo &entry : folder.entryInfoList({"*.netdraft"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(entry.completeBaseName())) << entry.filePath();
}

void TestCommandsReader::examplesComeBack()
{
    QFETCH(QString, path);
    const auto text = model::readFile(path.toStdString());
    QVERIFY(text);
    const auto project = model::readProject(*text, path.toStdString());
    QVERIFY(project);
    comesBack(*project);
}

void TestCommandsReader::labsComeBack_data()
{
    QTest::addColumn<QString>("name");
    for (const Lab &lab : allLabs())
        QTest::newRow(qPrintable(lab.name)) << lab.name;
}

void TestCommandsReader::labsComeBack()
{
    QFETCH(QString, name);
    const auto lab = readLab(NETDRAFT_SOURCE_DIR "/tests/kernel/networks/" + name + ".lab");
    QVERIFY(lab);
    const model::Project project = simulate(*lab).project;
    comesBack(project, isPromised(project) && !historical.contains(name));
}

void TestCommandsReader::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<QString>("troubles");
    QTest::newRow("headings") << "# on the machine: nodes\nip netns add A\n\n# on device A\nip link set lo up\n"
                              << 2 << "";
    QTest::newRow("line ends of Windows") << "# on the machine\r\nip netns add A\r\n# on A\r\nip link set lo up\r\n"
                                          << 2 << "";
    QTest::newRow("a node that is not there")
        << "# on device A\nip link set lo up\n"
        << 1 << "sheet.txt:1:6: there is no node \"A\" yet; expected the command that makes it before\n";
    QTest::newRow("a refusal") << "# on the machine\nip netns add A\n# on router A\n\nip link set eth0 up\n"
                               << 2 << "sheet.txt:5:1: this command is refused: Cannot find device \"eth0\"\n";
}

void TestCommandsReader::reads()
{
    QFETCH(QString, text);
    QFETCH(int, nodes);
    QFETCH(QString, troubles);
    const auto imported = model::readCommandSheet(sheet(text.toStdString()));
    QVERIFY(imported);
    QCOMPARE(static_cast<int>(imported->project.network.namespaces().size()), nodes);
    QCOMPARE(troublesOf(*imported), troubles);
}

NETDRAFT_TEST(TestCommandsReader)
#include "tst_commands_reader.moc"

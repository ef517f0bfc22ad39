#include "model/exchange/exchange.h"
#include "model/exchange/import.h"
#include "tests/kernel/lab.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

using namespace netdraft::model;
using netdraft::tests::asLab;
using netdraft::tests::differenceBetween;

namespace {

constexpr const char *forms[] = {"kathara", "containerlab", "clabernetes"};

/// What an import would have loaded of what an export wrote.
ImportSource sourceOf(const ExportFormat &format, const Exported &exported)
{
    ImportSource source{.path = "lab", .folder = format.isFolder(), .files = {}};
    for (const OutputFile &file : exported.files)
        source.files.emplace(format.isFolder() ? file.name : std::string(), file.text);
    return source;
}

} // namespace

/// A network that is exported as a lab and imported again is the same one, unless the export said what it left out.
class TestLabRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void givesTheSameNetwork_data();
    void givesTheSameNetwork();
    void comparesMost();

private:
    int m_compared = 0;
    int m_partly = 0;
};

void TestLabRoundTrip::givesTheSameNetwork_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("file");
    const QString examples = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples");
    const QString networks = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/kernel/networks");
    for (const char *form : forms) {
        for (const QString &name : QDir(examples).entryList({"*.netdraft"}))
            QTest::addRow("%s: example %s", form, qPrintable(name)) << QString(form) << examples + '/' + name;
        if (std::string_view(form) == "clabernetes") // which is containerlab's text in a block
            continue;
        for (const QString &name : QDir(networks).entryList({"*.lab"}))
            QTest::addRow("%s: %s", form, qPrintable(name)) << QString(form) << networks + '/' + name;
    }
}

void TestLabRoundTrip::givesTheSameNetwork()
{
    QFETCH(const QString, form);
    QFETCH(const QString, file);
    Project project;
    if (file.endsWith(".lab")) {
        project = simulate(*readLab(file)).project;
    } else {
        const auto text = readFile(file.toStdString());
        QVERIFY(text);
        project = *readProject(*text, file.toStdString());
    }

    const ExportFormat &format = *exportFormat(form.toStdString());
    const auto exported = format.write(project, {"lab"});
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    const auto imported =
        import(sourceOf(format, *exported), importFormat(form == "kathara" ? "kathara" : "containerlab"));
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());

    // What is left out is said with the name of its node.
    for (const std::string &line : exported->omitted)
        QVERIFY2(project.network.find(line.substr(0, line.find(':'))), line.c_str());
    if (!exported->omitted.empty()) {
        ++m_partly;
        return;
    }
    ++m_compared;
    std::string troubles;
    for (const Error &trouble : imported->troubles)
        troubles += describe(trouble) + '\n';
    QCOMPARE(QString::fromStdString(troubles), QString());
    QCOMPARE(QString::fromStdString(differenceBetween(asLab(project), asLab(imported->project))), QString());
}

/// The test would be worth nothing if most networks were only partly exported.
void TestLabRoundTrip::comparesMost()
{
    qInfo("%d networks compared, %d with something left out", m_compared, m_partly);
    QVERIFY(m_compared > 4 * m_partly);
}

NETDRAFT_TEST(TestLabRoundTrip)
#include "tst_lab_round_trip.moc"

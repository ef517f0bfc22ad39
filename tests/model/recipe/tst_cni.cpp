#include "model/command/command.h"
#include "model/recipe/cni/cni.h"
#include "model/recipe/sha2.h"
#include "tests/cni_snippet.h"
#include "tests/registered.h"

#include <QTest>

#include <set>

using namespace netdraft;

/// What calls of CNI plugins come to, as edits. That they do what the plugins do is tst_cni of tests/kernel's to say,
/// but for links that the tests' kernel does not have.
class TestCniRecipe : public QObject
{
    Q_OBJECT

private slots:
    void unfolds_data();
    void unfolds();
    void printsAsExpected_data();
    void printsAsExpected();
    void hashes_data();
    void hashes();
};

namespace {

QList<tests::CniSnippet> allCniSnippets()
{
    return tests::cniSnippets("cni") + tests::cniSnippets("cni/cnitool") + tests::cniSnippets("cni/unchecked");
}

} // namespace

void TestCniRecipe::unfolds_data()
{
    QTest::addColumn<QString>("script");
    for (const tests::CniSnippet &snippet : allCniSnippets())
        QTest::newRow(qPrintable(snippet.name)) << snippet.script;
}

/// Each edit as a command, typed one after the other, makes the same network; and taking all back at once, none.
void TestCniRecipe::unfolds()
{
    QFETCH(const QString, script);
    const tests::CniRun run = tests::simulated({{}, script});
    model::Project byHand;
    model::Session session = model::openSession("host");
    for (const model::Edit &edit : run.edits) {
        const std::string line = model::commandLine(edit, model::Prompt::Host);
        const model::TypedLine typed = model::typeLine(byHand, session, line);
        QVERIFY2(typed.status == 0, (line + ": " + typed.text()).c_str());
        QVERIFY2(model::apply(byHand, typed.edits).has_value(), line.c_str());
    }
    for (const auto &netns : run.project.network.namespaces())
        QVERIFY2(byHand.network.find(netns->name) && *byHand.network.find(netns->name) == *netns, netns->name.c_str());
    QVERIFY(byHand.network == run.project.network);

    model::Project undone;
    const auto done = model::apply(undone, run.edits);
    QVERIFY(done.has_value());
    QVERIFY(model::apply(undone, done->inverse).has_value());
    QVERIFY(undone.network == model::Network());
}

void TestCniRecipe::printsAsExpected_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("folder");
    for (const QString folder : {"cni/unchecked", "cni/cnitool"})
        for (const tests::CniSnippet &snippet : tests::cniSnippets(folder))
            QTest::newRow(qPrintable(snippet.name)) << snippet.script << folder;
}

/// As expected of the plugins' source, for the tests' kernel has no such links; and as cnitool 1.1.2 prints it, which
/// is no Debian package. `NETDRAFT_UPDATE_EXPECTED=1` writes what is printed now.
void TestCniRecipe::printsAsExpected()
{
    QFETCH(const QString, script);
    QFETCH(const QString, folder);
    QString name = QTest::currentDataTag();
    name.replace(QRegularExpression("[^a-zA-Z0-9]+"), "-");
    const QString path = QString(NETDRAFT_SOURCE_DIR "/tests/data/%1/%2.expected").arg(folder, name);
    const QString printed = tests::alike(tests::simulated({{}, script}).text);
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(printed.toUtf8());
    }
    QVERIFY(!printed.contains("not simulated"));
    QCOMPARE(printed, tests::textOfFile(path));
}

void TestCniRecipe::hashes_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("start");
    // Of so many times the letter a, by sha512sum.
    QTest::newRow("nothing") << 0 << "cf83e1357eefb8bdf1542850d66d8007";
    QTest::newRow("one byte") << 1 << "1f40fc92da241694750979ee6cf582f2";
    QTest::newRow("the most that fits one block") << 111 << "fa9121c7b32b9e01733d034cfc78cbf6";
    QTest::newRow("the least that needs two") << 112 << "c01d080efd492776a1c43bd23dd99d0a";
    QTest::newRow("one short of a block") << 127 << "828613968b501dc00a97e08c73b118aa";
    QTest::newRow("a whole block") << 128 << "b73d1929aa615934e61a871596b3f3b3";
    QTest::newRow("two blocks") << 239 << "52c853cb8d907f3d4d6b889beb027985";
    QTest::newRow("three blocks") << 240 << "4c296d90c61052a62ffb1dd196f1b7b0";
}

void TestCniRecipe::hashes()
{
    QFETCH(const int, length);
    QFETCH(const QString, start);
    const std::string digits = model::sha512(std::string(static_cast<std::size_t>(length), 'a'));
    QCOMPARE(digits.size(), std::size_t{128});
    QCOMPARE(QString::fromStdString(digits).left(32), start);
}

NETDRAFT_TEST(TestCniRecipe)
#include "tst_cni.moc"

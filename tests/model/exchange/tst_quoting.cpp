#include "model/exchange/quoting/labels.h"
#include "model/exchange/quoting/mako.h"
#include "model/exchange/quoting/python.h"
#include "model/exchange/quoting/yaml.h"
#include "model/utf8.h"
#include "tests/registered.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace netdraft;

namespace {

/// The Python of the system, for which Debian's packages are.
const QString python = QStringLiteral("/usr/bin/python3");

/// What a program of Python prints, which is given `input`.
QByteArray runPython(const QString &program, const std::string &input)
{
    QProcess process;
    process.start(python, {"-c", program});
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

void addHostileTexts()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a name") << QByteArray("eth0.10");
    QTest::newRow("quotes") << QByteArray("a\"b'c`d\"\"\"e'''");
    QTest::newRow("backslash at the end") << QByteArray("a\\");
    QTest::newRow("backslash before a line's end") << QByteArray("a\\\nb");
    QTest::newRow("several lines") << QByteArray("a\nb\n\nc\n");
    QTest::newRow("control characters") << QByteArray("a\x01\x1b[2J\x7f\rb");
    QTest::newRow("an expression of Mako") << QByteArray("${__import__('os').system('id')} $ {x}");
    QTest::newRow("a control line of Mako") << QByteArray("x\n  % for i in 1:\n%% y\n## z\n # w");
    QTest::newRow("a tag of Mako") << QByteArray("<% x %> <%text> </%text> <%! y %>");
    QTest::newRow("the end of a program") << QByteArray("\"]); __import__('os').system('id'); ([\"");
    QTest::newRow("letters of the world") << QByteArray("Zürich 東京 🖧");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3(\xed\xa0\x80z");
}

} // namespace

class TestQuoting : public QObject
{
    Q_OBJECT

private slots:
    void pythonReadsTheSameBytes_data() { addHostileTexts(); }
    void pythonReadsTheSameBytes();
    void makoRendersTheSameText_data() { addHostileTexts(); }
    void makoRendersTheSameText();
    void quotes_data();
    void quotes();
    void countsUtf8_data();
    void countsUtf8();
    void fencesAreLongerThanWhatTheyHold();
};

void TestQuoting::pythonReadsTheSameBytes()
{
    QFETCH(const QByteArray, text);
    if (!QFile::exists(python))
        QSKIP("there is no /usr/bin/python3 here");
    const std::string literal = model::pythonQuoted({text.data(), static_cast<std::size_t>(text.size())});
    QVERIFY(literal.find('\n') == std::string::npos);
    QCOMPARE(runPython("import ast, os, sys\n"
                       "source = sys.stdin.buffer.read().decode('utf-8')\n"
                       "sys.stdout.buffer.write(ast.literal_eval(source).encode('utf-8', 'surrogateescape'))",
                       literal),
             text);
}

void TestQuoting::makoRendersTheSameText()
{
    QFETCH(const QByteArray, text);
    if (runPython("import mako", {}) != "")
        QSKIP("python3-mako is not installed (apt install python3-mako)");
    const std::string clean = model::printableText({text.data(), static_cast<std::size_t>(text.size())});
    QCOMPARE(runPython("import sys\n"
                       "from mako.template import Template\n"
                       "text = sys.stdin.buffer.read().decode('utf-8')\n"
                       "sys.stdout.buffer.write(Template(text).render_unicode().encode('utf-8'))",
                       model::makoQuoted(clean)),
             QByteArray::fromStdString(clean));
}

void TestQuoting::quotes_data()
{
    QTest::addColumn<QString>("quoted");
    QTest::addColumn<QString>("expected");
    const auto text = [](const std::string &quoted) { return QString::fromStdString(quoted); };

    QTest::newRow("yaml: a name is plain") << text(model::yamlScalar("eth0")) << "eth0";
    QTest::newRow("yaml: a point needs quotes") << text(model::yamlScalar("eth0.10")) << "\"eth0.10\"";
    QTest::newRow("yaml: what reads as a switch") << text(model::yamlScalar("ON")) << "\"ON\"";
    QTest::newRow("yaml: what reads as a switch in old YAML") << text(model::yamlScalar("y")) << "\"y\"";
    QTest::newRow("yaml: what reads as a number") << text(model::yamlScalar("1e3")) << "\"1e3\"";
    QTest::newRow("yaml: nothing") << text(model::yamlScalar("")) << "\"\"";
    QTest::newRow("yaml: quotes, backslash, line") << text(model::yamlScalar("a\"\\\n")) << R"("a\"\\\n")";
    QTest::newRow("yaml: a list") << text(model::yamlList({"a", "1"})) << "[a, \"1\"]";
    QTest::newRow("dot: quotes and backslash") << text(model::dotQuoted("a\"b\\")) << R"("a\"b\\")";
    QTest::newRow("dot: lines and entities") << text(model::dotQuoted("a\nb&lt;")) << R"("a\nb&amp;lt;")";
    QTest::newRow("mermaid: what ends a label") << text(model::mermaidQuoted("a\"]b")) << "\"a#34;#93;b\"";
    QTest::newRow("mermaid: markup") << text(model::mermaidQuoted("<b>#1;")) << "\"#60;b#62;#35;1#59;\"";
    QTest::newRow("markdown: a table's bar") << text(model::markdownText("a|b*c_d`<")) << R"(a\|b\*c\_d\`\<)";
    QTest::newRow("markdown: a line's end") << text(model::markdownText("a\n# b")) << R"(a \# b)";
}

void TestQuoting::quotes()
{
    QFETCH(const QString, quoted);
    QFETCH(const QString, expected);
    QCOMPARE(quoted, expected);
}

void TestQuoting::countsUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("length");
    QTest::newRow("ASCII") << QByteArray("a") << 1;
    QTest::newRow("two bytes") << QByteArray("\xc3\xa4") << 2;
    QTest::newRow("three bytes") << QByteArray("\xe6\x9d\xb1x") << 3;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x96\xa7") << 4;
    QTest::newRow("cut off") << QByteArray("\xe6\x9d") << 0;
    QTest::newRow("too long a form") << QByteArray("\xc0\x80") << 0;
    QTest::newRow("too long a form of three") << QByteArray("\xe0\x80\x80") << 0;
    QTest::newRow("half of a surrogate pair") << QByteArray("\xed\xa0\x80") << 0;
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << 0;
    QTest::newRow("a byte that goes on") << QByteArray("\x80") << 0;
}

void TestQuoting::countsUtf8()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, length);
    QCOMPARE(static_cast<int>(model::utf8Length({text.data(), static_cast<std::size_t>(text.size())})), length);
}

void TestQuoting::fencesAreLongerThanWhatTheyHold()
{
    QCOMPARE(model::markdownFenced("sh", "ls"), "```sh\nls\n```\n");
    QCOMPARE(model::markdownFenced("sh", "a\n````\nb\n"), "`````sh\na\n````\nb\n`````\n");
}

NETDRAFT_TEST(TestQuoting)
#include "tst_quoting.moc"

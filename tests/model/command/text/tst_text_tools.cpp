#include "model/command/text/escapes.h"
#include "model/command/text/options.h"
#include "model/command/text/pattern.h"
#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QElapsedTimer>
#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

Project project()
{
    return *tests::lab(R"(
ip netns add A
ip netns add B
ip link add eth0 netns A type veth peer name eth0 netns B
ip -n A link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
printf 'a 1\nb 2\n' > /etc/netns/A/hosts
printf 'web.example\n' > /etc/netns/B/hostname
)");
}

Reply reply(std::string_view at, const QString &command, const QString &input)
{
    const Project given = project();
    const auto words = splitWords(command.toStdString());
    if (!words)
        return {2, {}, describe(words.error())};
    const std::string piped = input.toStdString();
    return run(given, given.network.find(at)->id, *words, input.isNull() ? std::string_view() : piped).reply;
}

} // namespace

/// What the real tools print is in tests/data/transcripts/text.txt; here is what they cannot be asked, or would not
/// end.
class TestTextTools : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfTheHost_data();
    void tellsOfTheHost();
    void waitsForNobody_data();
    void waitsForNobody();
    void staysSmall_data();
    void staysSmall();
    void saysWhatIsNotSimulated_data();
    void saysWhatIsNotSimulated();
    void readsOptions_data();
    void readsOptions();
    void unescapes_data();
    void unescapes();
    void matches_data();
    void matches();
};

void TestTextTools::tellsOfTheHost_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("out");

    const auto row = [](const QString &at, const QString &command, const QString &out) {
        QTest::newRow(qPrintable(at + "# " + command)) << at << command << out;
    };
    row("A", "hostname", "A\n");
    row("B", "hostname", "web.example\n");
    row("B", "hostname -s", "web\n");
    row("host", "hostname", "host\n");
    row("A", "hostname -I", "192.0.2.1 \n");
    row("host", "ip netns exec A hostname", "A\n");
    row("A", "uname", "Linux\n");
    row("A", "uname -n", "A\n");
    row("B", "uname -sn", "Linux web.example\n");
    row("A", "uname -r", "6.1.0-netdraft\n");
    row("A", "uname -a", "Linux A 6.1.0-netdraft #1 SMP PREEMPT_DYNAMIC Debian x86_64 GNU/Linux\n");
    row("A", "ls /etc/iproute2", "");
    row("A", "which ip grep", "/usr/sbin/ip\n/usr/bin/grep\n");
    row("A", "which echo", "/usr/bin/echo\n");
    row("A", "type echo ip", "echo is a shell builtin\nip is /usr/sbin/ip\n");
    row("A", "sudo cat /etc/hosts", "a 1\nb 2\n");
    row("A", "sudo -u root -E cat /etc/hosts", "a 1\nb 2\n");
    row("host", "sudo ip netns exec A cat /etc/hosts", "a 1\nb 2\n");
    row("host", "cat /etc/netns/A/hosts", "a 1\nb 2\n");
    row("host", "ls /etc/netns/A", "hosts\n");
    row("A", "man sort", "sort - sort lines of text files\nSimulated: -n -r -u -f -b -s -c -t -k, by bytes.\n");
    row("A", "sort --help", "sort - sort lines of text files\nSimulated: -n -r -u -f -b -s -c -t -k, by bytes.\n");
    row("A", "cat <(echo 'x y')", "x y\n");
}

void TestTextTools::tellsOfTheHost()
{
    QFETCH(QString, at);
    QFETCH(QString, command);
    QFETCH(QString, out);
    const Reply said = reply(at.toStdString(), command, {});
    QCOMPARE(QString::fromStdString(said.err), QString());
    QCOMPARE(QString::fromStdString(said.out), out);
    QCOMPARE(said.status, 0);
}

void TestTextTools::waitsForNobody_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"cat", "cat -", "grep x", "wc", "sort", "awk 1", "sed p", "head", "tail", "tr a b",
                                "tee /etc/hosts", "cut -f 1", "uniq", "column -t"})
        QTest::newRow(command) << command;
}

/// From the terminal nothing comes; an empty pipe is an empty text.
void TestTextTools::waitsForNobody()
{
    QFETCH(QString, command);
    const Reply alone = reply("A", command, {});
    QCOMPARE(alone.status, 127);
    QVERIFY2(alone.err.ends_with("of what is typed until Ctrl-D is not simulated\n"), alone.err.c_str());
    const Reply piped = reply("A", command, "");
    QVERIFY2(piped.status < 2, piped.err.c_str());
    QVERIFY2(piped.err.empty(), piped.err.c_str());
}

void TestTextTools::staysSmall_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("input");
    const auto row = [](const QString &command, const QString &input = "x\n") {
        QTest::newRow(qPrintable(command.left(60))) << command << input;
    };
    row("awk 'BEGIN {while (1) i++}'");
    row("awk 'BEGIN {for (;;) print \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}'");
    row("awk 'BEGIN {x = \"ab\"; while (1) x = x x}'");
    row("awk 'BEGIN {while (1) a[i++] = 1}'");
    row("awk '{$1000000 = 1; print NF}'");
    row("awk '{NF = 1e12; print NF}'");
    row("awk 'BEGIN {printf \"%999999999d\", 1}'");
    row("printf '%999999999d\\n' 1");
    row("seq 1000000000");
    row("seq 1 -9223372036854775808");
    row("grep 'a\\{1000\\}\\{1000\\}\\{1000\\}'");
    row("grep -E '((a{1,100}){1,100}){1,100}'");
    row("grep -E '(a*)*(a*)*(a*)*b'", QString(5000, 'a') + "\n");
    row("grep " + QString(5000, '('));
    row("awk 'BEGIN {print " + QString(5000, '(') + "1" + QString(5000, ')') + "}'");
    row("awk 'BEGIN {" + QString(5000, '{') + "}'");
    row("awk 'BEGIN {print " + QString(5000, '-') + "1}'");
    row("sed '" + QString("s/x/&&&&&&&&&&/g;").repeated(30) + "'");
    row("sed '" + QString(3000, '{') + "'");
    row("awk '" + QString("!").repeated(20000) + "1'");
}

/// None of these fills the memory, or takes for ever.
void TestTextTools::staysSmall()
{
    QFETCH(QString, command);
    QFETCH(QString, input);
    QElapsedTimer timer;
    timer.start();
    const Reply said = reply("A", command, input);
    QVERIFY2(timer.elapsed() < 20000, "it took too long");
    QVERIFY(said.out.size() < (64U << 20U));
}

void TestTextTools::saysWhatIsNotSimulated_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"tail -f /etc/hosts",
                                "grep -P x /etc/hosts",
                                "grep 'a\\(b\\)\\1' /etc/hosts",
                                "sort -V /etc/hosts",
                                "awk '{print > \"x\"}' /etc/hosts",
                                "awk '{getline; print}' /etc/hosts",
                                "awk 'function f() {}'",
                                "awk '{for (k in a) print k}' /etc/hosts",
                                "sed 'N;P;D' /etc/hosts",
                                "sed -i.bak s/a/b/ /etc/hosts",
                                "column /etc/hosts",
                                "hostname new",
                                "cat /etc/passwd",
                                "cat /etc/resolv.conf",
                                "cat /proc/cpuinfo",
                                "rm /etc/passwd",
                                "mkdir /tmp/x",
                                "echo x > /tmp/x",
                                "ls -l /etc",
                                "id nobody",
                                "sudo -i",
                                "sudo",
                                "awk 'BEGIN {print 1/0}'",
                                "awk '/a\\1/' /etc/hosts"})
        QTest::newRow(command) << command;
}

void TestTextTools::saysWhatIsNotSimulated()
{
    QFETCH(QString, command);
    const Reply said = reply("A", command, {});
    QCOMPARE(said.status, 127);
    QVERIFY2(said.err.starts_with("netdraft: ") && said.err.ends_with(" is not simulated\n"), said.err.c_str());
}

void TestTextTools::readsOptions_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("given"); ///< letters with their values, then operands, or the trouble
    const auto row = [](const char *name, const QStringList &words, const QString &given) {
        QTest::newRow(name) << words << given;
    };
    row("none", {}, "");
    row("letters apart", {"-a", "-b"}, "a b");
    row("letters together", {"-ab"}, "a b");
    row("a value apart", {"-v", "x"}, "v=x");
    row("a value joined", {"-avx"}, "a v=x");
    row("operands between", {"x", "-a", "y"}, "a | x y");
    row("behind two dashes", {"-a", "--", "-b"}, "a | -b");
    row("one dash", {"-"}, "| -");
    row("a long one", {"--all"}, "a");
    row("a long one cut short", {"--al"}, "a");
    row("with a value", {"--value=x"}, "v=x");
    row("with the next word", {"--value", "x"}, "v=x");
    row("of several", {"--a"}, "option '--a' is ambiguous; possibilities: '--all' '--apart'");
    row("unknown letter", {"-az"}, "invalid option -- 'z'");
    row("unknown name", {"--zed=1"}, "unrecognized option '--zed=1'");
    row("no value", {"-v"}, "option requires an argument -- 'v'");
    row("no value of a long one", {"--value"}, "option '--value' requires an argument");
    row("a value too many", {"--all=1"}, "option '--all' doesn't allow an argument");
}

void TestTextTools::readsOptions()
{
    QFETCH(QStringList, words);
    QFETCH(QString, given);
    static constexpr command::LongOption longs[] = {
        {"all", 'a'}, {"apart", 'b'}, {"value", 'v', command::LongOption::Value::Required}};
    std::vector<std::string> plain;
    for (const QString &word : words)
        plain.push_back(word.toStdString());
    const auto read = command::readOptions(plain, {"abv:", longs});
    QStringList parts;
    for (const auto &option : read.options)
        parts << QChar(option.letter) + (option.hasValue ? "=" + QString::fromStdString(option.value) : QString());
    if (!read.operands.empty())
        parts << "|";
    for (const std::string &operand : read.operands)
        parts << QString::fromStdString(operand);
    QCOMPARE(read.trouble.empty() ? parts.join(' ') : QString::fromStdString(read.trouble), given);
}

void TestTextTools::unescapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("plain"); ///< octal numbers without a zero before them
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing to do") << QByteArray("a b") << true << QByteArray("a b");
    QTest::newRow("a feed") << QByteArray("a\\nb") << true << QByteArray("a\nb");
    QTest::newRow("a backslash at the end") << QByteArray("a\\") << true << QByteArray("a\\");
    QTest::newRow("unknown") << QByteArray("\\q") << true << QByteArray("\\q");
    QTest::newRow("octal") << QByteArray("\\1011") << true << QByteArray("A1");
    QTest::newRow("octal behind a zero") << QByteArray("\\0101") << false << QByteArray("A");
    QTest::newRow("no octal without it") << QByteArray("\\101") << false << QByteArray("\\101");
    QTest::newRow("hexadecimal") << QByteArray("\\x41\\x4") << true << QByteArray("A\x04");
    QTest::newRow("hexadecimal without digits") << QByteArray("\\xg") << true << QByteArray("\\xg");
    QTest::newRow("unicode") << QByteArray("\\u00e9\\u2192\\U1f642") << true << QByteArray("é→🙂");
    QTest::newRow("the end") << QByteArray("a\\cb") << false << QByteArray("a");
}

void TestTextTools::unescapes()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, plain);
    QFETCH(QByteArray, expected);
    const auto got = command::unescaped(text.toStdString(), plain ? command::Octal::Plain : command::Octal::AfterZero);
    QCOMPARE(QByteArray::fromStdString(got.text), expected);
}

void TestTextTools::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< START+LENGTH of the match and its groups, or what is wrong
    QTest::newRow("in the middle") << "b+" << "abbc" << "1+2";
    QTest::newRow("the longest of the leftmost") << "a|ab" << "xabab" << "1+2";
    QTest::newRow("groups") << "(a)(x)?(b)" << "ab" << "0+2 0+1 - 1+1";
    QTest::newRow("nothing") << "z" << "abc" << "";
    QTest::newRow("empty") << "x*" << "abc" << "0+0";
    QTest::newRow("wrong") << "(" << "" << "Unmatched ( or \\(";
    QTest::newRow("a reference back") << "(a)\\1" << "" << "not simulated";
    QTest::newRow("many repetitions") << "a{500}{500}" << "" << "not simulated";
}

void TestTextTools::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    using command::Pattern;
    Pattern::Trouble trouble;
    const auto compiled = Pattern::of(pattern.toStdString(), Pattern::Syntax::Extended, Pattern::Case::Kept, trouble);
    if (!compiled) {
        QCOMPARE(trouble.notSimulated ? QString("not simulated") : QString::fromStdString(trouble.text), expected);
        return;
    }
    QStringList parts;
    for (const Pattern::Part &part : compiled->match(text.toStdString()))
        parts << (part.matched ? QString("%1+%2").arg(part.start).arg(part.length) : QString("-"));
    while (!parts.isEmpty() && parts.last() == "-")
        parts.removeLast();
    QCOMPARE(parts.join(' '), expected);
}

NETDRAFT_TEST(TestTextTools)
#include "tst_text_tools.moc"

#include "tests/model/shell/plain_world.h"
#include "tests/registered.h"

#include <QTest>

#include <ctime>

using namespace netdraft::model;
using netdraft::tests::PlainWorld;

namespace {

QString joined(const std::vector<std::string> &lines)
{
    return QString::fromStdString(fmt::format("{}", fmt::join(lines, "\n")));
}

int run(PlainWorld &world, const std::string &script)
{
    return shell::Interpreter(world, shell::freshState("here")).runScript(script, "script");
}

/// No script takes longer, in milliseconds of the processor and without optimisation, whatever it tries.
constexpr qint64 longest = 5000;

} // namespace

/// What the shell asks of its world, and what it says of scripts that it does not follow; that it agrees with bash is
/// tst_bash's to show.
class TestInterpreter : public QObject
{
    Q_OBJECT

private slots:
    void commands_data();
    void commands();
    void diagnoses_data();
    void diagnoses();
    void isBounded_data();
    void isBounded();
    void typedLinesKeepState();
    void endBeginsBeforeTheTrap();
};

void TestInterpreter::commands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("out");
    QTest::newRow("words") << "say a 'b c' $((1+1))" << "here: a|b c|2\n";
    QTest::newRow("another place") << "there r1 say a" << "r1: a\n";
    QTest::newRow("places within each other") << "there r1 there r2 say a; say b" << "r2: a\nhere: b\n";
    QTest::newRow("before a program of the shell's own") << "there r1 echo a" << "a\n";
    QTest::newRow("a shell there") << "x=1; there r1 bash -c 'say \"[$x]\"; say $0 $1' n a" << "r1: []\nr1: n|a\n";
    QTest::newRow("a shell there that reads")
        << "there r1 sh <<EOF\nsay a\nsay b\nEOF\nsay c" << "r1: a\nr1: b\nhere: c\n";
    QTest::newRow("sudo") << "sudo say a; sudo bash -c 'say b'" << "here: a\nhere: b\n";
    QTest::newRow("sudo there") << "sudo there r1 sudo say a" << "r1: a\n";
    QTest::newRow("functions are not run elsewhere") << "f() { say in; }; there r1 f" << "";
    QTest::newRow("input") << "echo abc | upper; upper <<< x" << "ABC\nX\n";
    QTest::newRow("a tool that reads nothing leaves a loop its lines")
        << "while read x; do say $x; done <<< $'a\\nb'" << "here: a\nhere: b\n";
    QTest::newRow("output caught") << "x=$(say a); echo \"$x\"" << "here: a\n";
    QTest::newRow("a shell at a terminal opens") << "there r1 bash; say b" << "here: b\n";
    QTest::newRow("command -v") << "command -v say; command -v nothing || echo no" << "/usr/sbin/say\nno\n";
    QTest::newRow("root") << "id -u; whoami; echo $EUID $USER" << "0\nroot\n0 root\n";
    QTest::newRow("a script that was written") << "echo 'say $1' > f; bash f x; sh ./f y; there r1 bash f z"
                                               << "here: x\nhere: y\nr1: z\n";
    QTest::newRow("ends where it would wait for ever") << "trap 'say bye' EXIT; say a; hang; say b" << "here: a\n";
    QTest::newRow("file of the world") << "echo 1 > /tmp/x; cat /tmp/x; [ -d /tmp ] && say dir" << "1\nhere: dir\n";
}

void TestInterpreter::commands()
{
    QFETCH(QString, script);
    QFETCH(QString, out);
    PlainWorld world;
    run(world, script.toStdString());
    QCOMPARE(QString::fromStdString(world.out), out);
    if (!script.contains("r1 f"))
        QCOMPARE(joined(world.diagnoses), QString());
}

void TestInterpreter::diagnoses_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("diagnoses");
    QTest::addColumn<QString>("out");
    const QString refused = "this command is refused: refused";
    QTest::newRow("a refusal, and the rest goes on")
        << "say a\n  refuse x\nsay b" << "2:3: " + refused << "here: a\nhere: b\n";
    QTest::newRow("handled by or") << "refuse || true; refuse 2>/dev/null; say b" << "" << "here: b\n";
    QTest::newRow("handled by if") << "if refuse; then say a; fi; ! refuse; say b" << "" << "here: b\n";
    QTest::newRow("handled by and") << "refuse && say a; say b" << "" << "here: b\n";
    QTest::newRow("looked at afterwards") << "refuse\nif [ $? -ne 0 ]; then say b; fi" << "" << "here: b\n";
    QTest::newRow("looked at in a variable") << "refuse; rc=$?; say $rc" << "" << "here: 1\n";
    QTest::newRow("looked at behind a substitution") << "x=$(refuse)\nif [ $? = 1 ]; then say b; fi"
                                                     << ""
                                                     << "here: b\n";
    QTest::newRow("handled where a function is called") << "f() { refuse; }; f || say b" << "" << "here: b\n";
    QTest::newRow("not handled in a function") << "f() {\nrefuse\nsay in\n}\nf" << "2:1: " + refused << "here: in\n";
    QTest::newRow("told once of a loop") << "for i in 1 2 3; do refuse; done" << "1:20: " + refused << "";
    QTest::newRow("set -e") << "set -e\nrefuse\nsay b"
                            << "2:1: " + refused + ", and the script ends here, for set -e is on" << "";
    QTest::newRow("set -e and no error") << "set -e\nno\nsay b"
                                         << "2:1: this command ends with status 1, and so does the script, for set -e "
                                            "is on; expected one that succeeds, "
                                            "or \"|| true\" behind it"
                                         << "";
    QTest::newRow("no error, no trouble") << "no; say b" << "" << "here: b\n";
    QTest::newRow("unknown command") << "what 1\nsay b" << "1:1: what is not simulated" << "here: b\n";
    QTest::newRow("unknown, even if handled") << "what || true" << "1:1: what is not simulated" << "";
    QTest::newRow("unset variable") << "set -u\necho $x\nsay b" << "2:1: the script ends here: x: unbound variable"
                                    << "";
    QTest::newRow("another file") << ". /etc/lab.conf\nsay b"
                                  << "1:1: the file \"/etc/lab.conf\" is not read, for it is not part of this script; "
                                     "expected its commands here"
                                  << "here: b\n";
    QTest::newRow("a file that cannot be written")
        << "echo 1 > /none/x; say b"
        << "1:1: this file cannot be written: /none/x: No such file or directory"
        << "here: b\n";
    QTest::newRow("a value that is refused") << "echo 5 > /proc/x; say b"
                                             << "1:1: what this writes is refused: Invalid argument" << "here: b\n";
    QTest::newRow("inside a shell within") << "there r1 bash -c 'refuse'\nthere r1 bash <<EOF\nsay a\nrefuse\nEOF"
                                           << "1:1: " + refused + "\n4:1: " + refused << "r1: a\n";
    QTest::newRow("a quote") << "say a\nsay 'b\nsay c"
                             << "2:5: a quote ' is not closed; expected another ' behind it" << "here: a\n";
    QTest::newRow("a double quote") << "say \"b" << "1:5: a quote \" is not closed; expected another \" behind it"
                                    << "";
    QTest::newRow("a substitution") << "say $(say b" << "1:5: a $( is not closed; expected a ) behind its commands"
                                    << "";
    QTest::newRow("braces") << "say ${x" << "1:5: a ${ is not closed; expected a } behind it" << "";
    QTest::newRow("a quote in an index") << "a[b'c]=d" << "1:4: a quote ' is not closed; expected another ' behind it"
                                         << "";
    QTest::newRow("an index that a quote leads on")
        << "a[b'c]=d'e" << "1:1: an index in [ is not closed; expected ] behind it" << "";
    QTest::newRow("an if") << "say a\nif true; then say b" << "2:1: \"if\" is not closed; expected \"fi\" behind it"
                           << "here: a\n";
    QTest::newRow("a loop") << "for i in 1 2; do say b" << "1:1: \"for\" is not closed; expected \"done\" behind it"
                            << "";
    QTest::newRow("a group") << "{ say b" << "1:1: \"{\" is not closed; expected \"}\" behind it" << "";
    QTest::newRow("a function") << "f() {\nsay b" << "1:5: \"{\" is not closed; expected \"}\" behind it" << "";
    QTest::newRow("a text") << "upper <<EOF\na"
                            << "1:7: the text that begins here is not closed; expected a line \"EOF\" behind it" << "";
    QTest::newRow("a closing word alone")
        << "say a\nfi" << "2:1: \"fi\" is unexpected; expected a command" << "here: a\n";
    QTest::newRow("an operator alone") << "say a\n&& say b" << "2:1: \"&&\" is unexpected; expected a command"
                                       << "here: a\n";
    QTest::newRow("nothing behind an exit is read") << "say a; exit\n'" << "" << "here: a\n";
    QTest::newRow("select") << "select x in a b; do say $x; done"
                            << "1:1: \"select\" is not simulated; expected a loop or a command that ends by itself"
                            << "";
    QTest::newRow("output into a process") << "say a > >(upper)"
                                           << "1:9: a >( ) is not simulated; expected a file or a pipe" << "";
}

void TestInterpreter::diagnoses()
{
    QFETCH(QString, script);
    QFETCH(QString, diagnoses);
    QFETCH(QString, out);
    PlainWorld world;
    run(world, script.toStdString());
    QCOMPARE(joined(world.diagnoses), diagnoses);
    QCOMPARE(QString::fromStdString(world.out), out);
}

void TestInterpreter::isBounded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("diagnosis");
    const QString endless = "this never ends";
    const QString tooMuch = "the script does too much";
    const QString deep = "too deep";
    const QString text = "too much text";
    const auto repeated = [](const char *part, int times) { return QString(part).repeated(times); };
    QTest::newRow("while true") << "while true; do :; done" << endless;
    QTest::newRow("while true that waits") << "while :; do say x; sleep 1; done" << endless;
    QTest::newRow("until") << "until no; do sleep 1; done" << endless;
    QTest::newRow("for without an end") << "for ((;;)); do :; done" << endless;
    QTest::newRow("a counter") << "while [ 1 = 1 ]; do i=$((i+1)); done" << tooMuch;
    QTest::newRow("a counter without an end") << "while true; do i=$((i+1)); done" << endless;
    QTest::newRow("a world that grows") << "while [ 1 = 1 ]; do grow; done" << tooMuch;
    QTest::newRow("a world that grows without an end") << "until false; do grow; done" << endless;
    QTest::newRow("no condition") << "for ((;;)); do grow; done" << endless;
    QTest::newRow("a terminal that is read") << "while read x; do say $x; done" << endless;
    QTest::newRow("fork bomb") << ":(){ :|:& };:" << deep;
    QTest::newRow("recursion") << "f() { f; }; f" << "deep";
    QTest::newRow("recursion of two") << "f() { g || true; }; g() { f || true; }; f" << "deep";
    QTest::newRow("eval of itself") << "x='eval \"$x\"'; eval \"$x\"" << deep;
    QTest::newRow("shells within shells") << "export x='bash -c \"$x\"'; bash -c \"$x\"" << deep;
    QTest::newRow("substitutions within") << "f() { echo $(f); }; f" << deep;
    QTest::newRow("a value that doubles") << "x=a; while true; do x=$x$x; done" << "too long";
    QTest::newRow("a file that doubles") << "echo a > f; while true; do cat f f > g; cat g > f; done" << text;
    QTest::newRow("braces that multiply") << "echo {a,b,c,d,e,f,g,h}{1..99}{1..99}{1..99}" << "too many words";
    QTest::newRow("a long sequence") << "for i in {1..1000000000}; do :; done" << "too many words";
    QTest::newRow("seq") << "seq 1 1000000000" << "seq counts too far";
    QTest::newRow("many words") << "x=$(seq 1 60000); say $x" << "too many words";
    QTest::newRow("an array that doubles") << "a=(x); while true; do a+=(\"${a[@]}\"); done" << "too many words";
    QTest::newRow("brackets") << repeated("(", 5000) << deep;
    QTest::newRow("closed brackets") << repeated("( ", 500) + "true" + repeated(" )", 500) << deep;
    QTest::newRow("substitutions") << "say " + repeated("$(", 5000) << deep;
    QTest::newRow("parameters") << "say " + repeated("${x:-", 5000) << deep;
    QTest::newRow("quotes in substitutions") << "say " + repeated("\"$(say ", 3000) << deep;
    QTest::newRow("arithmetic") << "echo $((" + repeated("(", 3000) + "1" + repeated(")", 3000) + "))" << "";
    QTest::newRow("signs") << "echo $((" + repeated("-", 20000) + "1))" << "";
    QTest::newRow("ifs") << repeated("if true; then ", 3000) << deep;
    QTest::newRow("here-documents") << repeated("cat <<A\n$(", 2000) << "";
    QTest::newRow("conditions") << "[[ " + repeated("( ", 3000) << deep;
    QTest::newRow("negations") << "[[ " + repeated("! ", 30000) + "a ]]" << deep;
    QTest::newRow("long line") << "say " + repeated("a", 3'000'000) << "";
    QTest::newRow("longer script") << repeated("say a\n", 1'000'000) << "this script is too long";
    QTest::newRow("stars") << "x=" + repeated("a", 5000) + "; [[ $x == " + repeated("*a", 2000) + "b ]]" << "";
    QTest::newRow("replacing stars") << "x=$(printf '%05000d' 1); while true; do y=${x//*1*2/}; z=$((z+1)); done"
                                     << "too much text";
    QTest::newRow("printf width") << "printf '%099999999d' 1 > f" << "";
    QTest::newRow("a regular expression") << "x=aaaaaaaaaaaaaaaaaaaaaaaa; [[ $x =~ ((a{1,255}){1,255}){1,255}b ]]"
                                          << "regular expression is not simulated";
    QTest::newRow("a variable of itself in arithmetic") << "x=x; echo $((x))" << "";
    QTest::newRow("many variables and subshells")
        << "i=0; while ((i<20000)); do eval \"v$i=1\"; i=$((i+1)); x=$(:); done" << tooMuch;
    QTest::newRow("traps") << "trap 'exit 1' EXIT ERR; false; while true; do false; done" << "";
}

void TestInterpreter::isBounded()
{
    QFETCH(QString, script);
    QFETCH(QString, diagnosis);
    PlainWorld world;
    const std::clock_t start = std::clock();
    run(world, script.toStdString());
    const qint64 took = static_cast<qint64>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    qInfo("%lld ms: %s", took, qPrintable(joined(world.diagnoses).left(200)));
    QVERIFY2(took < longest, "it took too long");
    QVERIFY2(joined(world.diagnoses).contains(diagnosis), qPrintable(joined(world.diagnoses)));
    QVERIFY(diagnosis.isEmpty() || !world.diagnoses.empty());
    QVERIFY(world.diagnoses.size() < 4);
}

void TestInterpreter::typedLinesKeepState()
{
    PlainWorld world;
    shell::State state = shell::freshState("here");
    for (const char *line :
         {"x=1; f() { echo f$x; }", "f; y=$((x+1))", "echo $y; false", "echo $?", "say 'x", "echo on"}) {
        shell::Interpreter interpreter(world, state);
        interpreter.runTyped(line);
        state = interpreter.state();
    }
    QCOMPARE(QString::fromStdString(world.out), QString("f1\n2\n1\non\n"));
    QVERIFY(world.err.find("syntax error") != std::string::npos);
}

void TestInterpreter::endBeginsBeforeTheTrap()
{
    PlainWorld world;
    run(world, "trap 'say bye' EXIT; say hi");
    QCOMPARE(world.ends, 1);
    QCOMPARE(QString::fromStdString(world.out), QString("here: hi\nhere: bye\n"));
}

NETDRAFT_TEST(TestInterpreter)
#include "tst_interpreter.moc"

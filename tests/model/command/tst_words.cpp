#include "model/command/command.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void refuses_data();
    void refuses();
    void quotes_data();
    void quotes();
};

void TestWords::splits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");

    QTest::newRow("plain words") << "ip  addr\tshow" << QStringList{"ip", "addr", "show"};
    QTest::newRow("nothing") << "   " << QStringList{};
    QTest::newRow("single quotes") << "echo 'a $b `c`'" << QStringList{"echo", "a $b `c`"};
    QTest::newRow("double quotes with escapes") << R"(echo "a \"b\" \c")" << QStringList{"echo", R"(a "b" \c)"};
    QTest::newRow("quotes inside a word") << "a'b c'd" << QStringList{"ab cd"};
    QTest::newRow("an empty word") << "echo ''" << QStringList{"echo", ""};
    QTest::newRow("a backslash") << R"(a\ b \;)" << QStringList{"a b", ";"};
    QTest::newRow("a redirection") << "echo 1 > /proc/sys/net/ipv4/ip_forward"
                                   << QStringList{"echo", "1", ">", "/proc/sys/net/ipv4/ip_forward"};
    QTest::newRow("a redirection without spaces") << "echo 1 >/x" << QStringList{"echo", "1", ">", "/x"};
    QTest::newRow("a redirection that appends") << "echo 1>>/x" << QStringList{"echo", ">>", "/x"};
    QTest::newRow("a comment") << "ip a # addresses" << QStringList{"ip", "a"};
    QTest::newRow("the background") << "nc -lk 80 & " << QStringList{"nc", "-lk", "80"};
    QTest::newRow("the background without a space") << "nc -lk 80&" << QStringList{"nc", "-lk", "80"};
    QTest::newRow("what echo writes") << "radvd -C <(echo 'a { b; };')" << QStringList{"radvd", "-C", "<(a { b; };\n)"};
    QTest::newRow("what printf writes") << "x <(printf 'a\\nb') y" << QStringList{"x", "<(a\nb)", "y"};
    QTest::newRow("what printf writes of a word") << "x <(printf %s 'a)b%c')" << QStringList{"x", "<(a)b%c)"};
    QTest::newRow("a quoted ampersand") << "echo '&'" << QStringList{"echo", "&"};
    QTest::newRow("a hash inside a word") << "a#b" << QStringList{"a#b"};
    QTest::newRow("an IPv6 prefix") << "ip -6 r add 2001:db8::/32 dev e0"
                                    << QStringList{"ip", "-6", "r", "add", "2001:db8::/32", "dev", "e0"};
}

void TestWords::splits()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    const auto split = splitWords(line.toStdString());
    QVERIFY(split);
    QStringList got;
    for (const std::string &word : *split)
        got << QString::fromStdString(word);
    QCOMPARE(got, words);
}

void TestWords::refuses_data()
{
    QTest::addColumn<QString>("line");

    QTest::newRow("an open single quote") << "echo 'a";
    QTest::newRow("an open double quote") << "echo \"a";
    QTest::newRow("a second command") << "ip a; touch /tmp/owned";
    QTest::newRow("a pipe") << "ip a | grep x";
    QTest::newRow("the background") << "ping 192.0.2.1 & ls";
    QTest::newRow("the background of nothing") << " &";
    QTest::newRow("a substitution") << "echo $(id)";
    QTest::newRow("a substitution in quotes") << "echo \"$(id)\"";
    QTest::newRow("back-quotes") << "echo `id`";
    QTest::newRow("a variable") << "echo $HOME";
    QTest::newRow("input") << "cat < /etc/passwd";
    QTest::newRow("a command in a file") << "radvd -C <(cat /etc/passwd)";
    QTest::newRow("two commands in a file") << "radvd -C <(echo a; id)";
    QTest::newRow("a substitution in a file") << "radvd -C <(echo \"$(id)\")";
    QTest::newRow("a file that is not closed") << "radvd -C <(echo 'a)'";
    QTest::newRow("a format with arguments") << "radvd -C <(printf '%d')";
    QTest::newRow("a backslash at the end") << "ip a \\";
    QTest::newRow("a pattern") << "echo *";
}

void TestWords::refuses()
{
    QFETCH(QString, line);
    const auto split = splitWords(line.toStdString());
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::Input);
}

void TestWords::quotes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("line");

    QTest::newRow("plain") << QStringList{"ip", "-n", "A", "addr", "add", "192.0.2.1/24", "dev", "eth0"}
                           << "ip -n A addr add 192.0.2.1/24 dev eth0";
    QTest::newRow("a space") << QStringList{"a b"} << "'a b'";
    QTest::newRow("an empty word") << QStringList{""} << "''";
    QTest::newRow("a quote") << QStringList{"it's"} << R"('it'\''s')";
    QTest::newRow("a second command") << QStringList{"x; touch /tmp/owned"} << "'x; touch /tmp/owned'";
    QTest::newRow("a redirection") << QStringList{"echo", "1", ">", "/x"} << "echo 1 > /x";
}

void TestWords::quotes()
{
    QFETCH(QStringList, words);
    QFETCH(QString, line);
    std::vector<std::string> list;
    for (const QString &word : words)
        list.push_back(word.toStdString());
    QCOMPARE(QString::fromStdString(shellLine(list)), line);
    const auto back = splitWords(line.toStdString());
    QVERIFY(back);
    QCOMPARE(*back, list);
}

NETDRAFT_TEST(TestWords)
#include "tst_words.moc"

#include "model/network/netns_file.h"
#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// A has a file, B none; both edits of a row are done to them.
Project project()
{
    return *tests::lab("ip netns add A\nip netns add B\necho old > /etc/netns/A/hosts\n");
}

QString textOf(const Project &project, std::string_view netns, std::string_view path)
{
    const auto &files = project.network.find(netns)->files;
    const auto found = files.find(path);
    return found == files.end() ? "none" : QString::fromStdString(found->second);
}

} // namespace

class TestFileEdits : public QObject
{
    Q_OBJECT

private slots:
    void writesAndUndoes_data();
    void writesAndUndoes();
    void refuses_data();
    void refuses();
    void keepsNoMoreThanSoMany();
    void goesWithItsNamespace();
};

void TestFileEdits::writesAndUndoes_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("input"); ///< of a pipe
    QTest::addColumn<QString>("ofA");
    QTest::addColumn<QString>("ofB");

    QTest::newRow("printf in the node") << "B" << "printf 'a\\nb\\n' > /etc/hosts" << "" << "old\n" << "a\nb\n";
    QTest::newRow("echo replaces") << "A" << "echo new > /etc/hosts" << "" << "new\n" << "none";
    QTest::newRow("echo appends") << "A" << "echo new >> /etc/hosts" << "" << "old\nnew\n" << "none";
    QTest::newRow("appends to nothing") << "B" << "echo new >> /etc/hosts" << "" << "old\n" << "new\n";
    QTest::newRow("on the machine") << "host" << "printf x > /etc/netns/B/hosts" << "" << "old\n" << "x";
    QTest::newRow("from another node") << "B" << "printf x > /etc/netns/A/hosts" << "" << "x" << "none";
    QTest::newRow("tee") << "B" << "tee /etc/hosts" << "1\n2\n" << "old\n" << "1\n2\n";
    QTest::newRow("tee appends") << "A" << "tee -a /etc/hosts" << "1\n" << "old\n1\n" << "none";
    QTest::newRow("tee of two") << "A" << "tee /etc/hosts /etc/netns/B/hosts" << "1\n" << "1\n" << "1\n";
    QTest::newRow("tee into a namespace") << "host" << "ip netns exec B tee /etc/hosts" << "1\n" << "old\n" << "1\n";
    QTest::newRow("rm") << "A" << "rm /etc/hosts" << "" << "none" << "none";
    QTest::newRow("rm on the machine") << "host" << "rm -f /etc/netns/A/hosts" << "" << "none" << "none";
}

void TestFileEdits::writesAndUndoes()
{
    QFETCH(QString, at);
    QFETCH(QString, command);
    QFETCH(QString, input);
    QFETCH(QString, ofA);
    QFETCH(QString, ofB);
    Project now = project();
    const Project before = now;
    const auto words = splitWords(command.toStdString());
    QVERIFY(words);
    const std::string piped = input.toStdString();
    const Outcome outcome = run(now, now.network.find(at.toStdString())->id, *words, piped);
    QCOMPARE(QString::fromStdString(outcome.reply.err), QString());
    QCOMPARE(outcome.reply.status, 0);
    const auto applied = apply(now, outcome.edits);
    QVERIFY(applied);
    QCOMPARE(textOf(now, "A", "/etc/hosts"), ofA);
    QCOMPARE(textOf(now, "B", "/etc/hosts"), ofB);

    const Project after = now;
    const auto undone = apply(now, applied->inverse);
    QVERIFY(undone);
    QVERIFY(now == before);
    QVERIFY(apply(now, undone->inverse));
    QVERIFY(now == after);
}

void TestFileEdits::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("refusal");

    const QString absent = "B has no file /etc/hosts of its own";
    const auto row = [](const char *name, const QString &path, const QString &text, const QString &refusal) {
        QTest::newRow(name) << path << text << refusal;
    };
    row("no file to remove", "/etc/hosts", QString(), absent);
    row("elsewhere", "/boot/x", "",
        "\"/boot/x\" is no file that a namespace can have; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("the directory itself", "/etc/", "",
        "\"/etc/\" is no file that a namespace can have; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("climbing", "/etc/../x", "",
        "\"/etc/../x\" is no file that a namespace can have; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("signs of the shell", "/etc/a;b", "",
        "\"/etc/a;b\" is no file that a namespace can have; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("the files of all", "/etc/netns/A/hosts", "",
        "\"/etc/netns/A/hosts\" is where the files of all are kept; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("a long path", "/etc/" + QString(300, 'a'), "", "a path of 305 bytes; expected at most 200");
    row("a long text", "/etc/hosts", QString(70000, 'a'), "a file of 70000 bytes; expected at most 65536");
    row("a NUL", "/etc/hosts", QString(QChar(u'\0')), "a file that is no text in UTF-8; expected one that is");
}

void TestFileEdits::refuses()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, refusal);
    Project now = project();
    const Project before = now;
    const auto wanted = text.isNull() ? std::nullopt : std::optional(text.toStdString());
    const auto applied = apply(now, {WriteFile{"B", path.toStdString(), wanted}});
    QVERIFY(!applied);
    QCOMPARE(QString::fromStdString(describe(applied.error())), refusal);
    QVERIFY(now == before);
    // Half a character.
    QVERIFY(!apply(now, {WriteFile{"B", "/etc/hosts", "\xc3"}}));
    QVERIFY(!apply(now, {WriteFile{"B", "/etc/hosts", "\xed\xa0\x80"}}));
    QVERIFY(apply(now, {WriteFile{"B", "/etc/hosts", "\xc3\xa4\xe2\x86\x92\xf0\x9f\x99\x82"}}));
}

void TestFileEdits::keepsNoMoreThanSoMany()
{
    Project now = project();
    for (std::size_t i = 0; i < mostNetnsFiles; ++i)
        QVERIFY(apply(now, {WriteFile{"B", "/etc/file" + std::to_string(i), ""}}));
    QVERIFY(!apply(now, {WriteFile{"B", "/etc/one-more", ""}}));
    QVERIFY(apply(now, {WriteFile{"B", "/etc/file0", "again"}}));
    QVERIFY(apply(now, {WriteFile{"B", "/etc/file0", std::nullopt}}));
    QVERIFY(apply(now, {WriteFile{"B", "/etc/one-more", ""}}));
}

void TestFileEdits::goesWithItsNamespace()
{
    Project now = project();
    QVERIFY(apply(now, {RenameNetns{"A", "C"}}));
    QCOMPARE(textOf(now, "C", "/etc/hosts"), QString("old\n"));
    QVERIFY(apply(now, {RemoveNetns{"C"}}));
    QVERIFY(apply(now, {AddNetns{"C"}}));
    QCOMPARE(textOf(now, "C", "/etc/hosts"), QString("none"));
}

NETDRAFT_TEST(TestFileEdits)
#include "tst_file_edits.moc"

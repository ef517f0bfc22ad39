#include "model/exchange/bash_script_reader.h"
#include "model/exchange/exchange.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;

namespace {

const QString head = "#!/usr/bin/env bash\n# netdraft: lab script 1\n# netdraft: network begins\nbuild() {\n";
const QString foot = "}\n# netdraft: network ends\n";

} // namespace

class TestBashScriptReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsWrittenByHand_data();
    void readsWhatIsWrittenByHand();
    void refuses_data();
    void refuses();
    void isReadAsAProject();
};

void TestBashScriptReader::readsWhatIsWrittenByHand_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("nodes");

    QTest::newRow("nothing") << "    :\n" << QStringList{"host"};
    QTest::newRow("another node") << "    ip netns add A\n    ip netns add D\n" << QStringList{"host", "A", "D"};
    QTest::newRow("an abbreviated command") << "ip netn a A\n" << QStringList{"host", "A"};
    QTest::newRow("comment after a command") << "    ip netns add A # the first\n" << QStringList{"host", "A"};
    QTest::newRow("quoted words") << "    ip netns add 'A'\n    ip netns add \"B\"\n" << QStringList{"host", "A", "B"};
    QTest::newRow("tabs and DOS line ends") << "\tip\tnetns add A\r\n\r\n" << QStringList{"host", "A"};
    QTest::newRow("the script's own functions") << "    ip netns add A\n    settle_nodes A \\\n        B\n    on_down "
                                                   "ip netns del A\n    restore_on_down net/ipv4/x\n"
                                                << QStringList{"host", "A"};
}

void TestBashScriptReader::readsWhatIsWrittenByHand()
{
    QFETCH(const QString, lines);
    QFETCH(const QStringList, nodes);
    const auto project = model::readScript((head + lines + foot).toStdString(), "lab.sh");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    QStringList found;
    for (const auto &netns : project->network.namespaces())
        found << QString::fromStdString(netns->name);
    QCOMPARE(found, nodes);
}

void TestBashScriptReader::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, const QString &lines, const QString &error) {
        QTest::newRow(name) << head + lines + foot << error;
    };
    QTest::newRow("another script") << "#!/bin/bash\nrm -rf /\n" << "lab.sh:1:1: this is not a lab script";
    QTest::newRow("no network in it") << "#!/bin/bash\n# netdraft: lab script 1\n"
                                      << "lab.sh:1:1: this is not a lab script";
    QTest::newRow("another version") << "#!/bin/bash\n# netdraft: lab script 2\n"
                                     << "lab.sh:2:24: this lab script has the version \"2\"; expected 1";
    QTest::newRow("cut off") << head + "    ip netns add A\n" << "lab.sh:5:1: the file ends inside the network";
    row("another program", "    touch /tmp/owned\n", "lab.sh:5:5: this command is refused: ");
    row("another program in a node", "    ip netns add A\n    ip netns exec A touch /tmp/owned\n",
        "lab.sh:6:5: this command is refused: ");
    row("two commands in a line", "    ip netns add A; touch /tmp/owned\n", "lab.sh:5:");
    row("command substitution", "    ip netns add $(touch /tmp/owned)\n", "lab.sh:5:");
    row("back-quotes", "    ip netns add `touch /tmp/owned`\n", "lab.sh:5:");
    row("a variable", "    ip netns add $A\n", "lab.sh:5:");
    row("a pipe", "    ip netns add A | sh\n", "lab.sh:5:");
    row("a file", "    ip netns add A > /tmp/owned\n", "lab.sh:5:");
    row("an open quote", "    ip netns add 'A\n", "lab.sh:5:");
    row("a hostile name", "    ip netns add 'x; touch /tmp/owned'\n", "lab.sh:5:5: ");
    row("nothing to start", "    in_background\n", "lab.sh:5:5: there is no command here");
    row("a question", "    ip link\n", "lab.sh:5:5: this command changes nothing");
    row("a ping", "    ping -c1 127.0.0.1\n", "lab.sh:5:5: this command ");
    row("what the kernel refuses", "    ip netns add A\n\n    ip -n A route add 192.0.2.0/24 via 198.51.100.1\n",
        "lab.sh:7:5: this command is refused: Error: Nexthop has invalid gateway.");
    row("a link that is not there", "    ip link set eth7 up\n",
        "lab.sh:5:5: this command is refused: Cannot find device \"eth7\"");
    row("placing nobody", "    # netdraft: place A device 1 2\n", "lab.sh:5:23: there is no node \"A\"");
    row("placing as something unknown", "    # netdraft: place host cloud 1 2\n",
        "lab.sh:5:28: \"cloud\" is not a kind of node");
    row("placing nowhere", "    # netdraft: place host machine 1 nan\n", "lab.sh:5:38: \"nan\" is not a place");
    row("placing far away", "    # netdraft: place host machine 1e300 2\n", "lab.sh:5:36: \"1e300\" is not a place");
    row("inside of nobody", "    # netdraft: place host machine 1 2\n    # netdraft: inside host box\n",
        "lab.sh:6:24: ");
    row("inside of what", "    # netdraft: inside a b c\n", "lab.sh:5:5: expected ");
    row("folding what is not placed", "    # netdraft: folded host\n", "lab.sh:5:24: host is not placed yet");
    row("placing without a place", "    # netdraft: place host machine 1\n",
        "lab.sh:5:5: expected \"# netdraft: place NODE KIND X Y\"");
}

void TestBashScriptReader::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    const auto project = model::readScript(text.toStdString(), "lab.sh");
    QVERIFY(!project);
    const QString said = QString::fromStdString(describe(project.error()));
    QVERIFY2(said.startsWith(error), qPrintable(said));
}

void TestBashScriptReader::isReadAsAProject()
{
    const std::string text = (head + "    ip netns add A\n" + foot).toStdString();
    const auto project = model::readProject(text, "lab.sh");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    QVERIFY(project->network.find("A"));
}

NETDRAFT_TEST(TestBashScriptReader)
#include "tst_bash_script_reader.moc"

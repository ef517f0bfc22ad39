#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/command_line.h"
#include "views/panels/terminal_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace netdraft;

/// The terminals of the nodes: their tabs, and the keys of their line.
class TestTerminalPanel : public QObject
{
    Q_OBJECT

private slots:
    void usedTerminalsKeepTheirTabs();
    void tabsAreClosed();
    void aRemovedNodeTakesItsTab();
    void eachNodeHasItsOwnLines();
    void pastedLinesAreEntered();
    void linesAreAShells();
    void commandsAreCompleted();
    void aSlipGetsAHint();
    void aPingIsShownOnItsWay();
    void keysOfAShell();
    void candidatesAreOffered_data();
    void candidatesAreOffered();
    void oneOfSeveralIsChosen();
    void tcpdumpListensUntilItIsInterrupted();
    void monitorTellsOfWhatIsDrawn();
};

namespace {

QStringList tabsOf(const QWidget &panel)
{
    const auto *bar = tests::part<QTabBar>(panel, "terminalTabs");
    QStringList names;
    for (int tab = 0; tab < bar->count(); ++tab)
        names << bar->tabText(tab);
    return names;
}

views::CommandLine *lineOf(const QWidget &panel)
{
    return tests::part<views::CommandLine>(panel, "terminalLine");
}

QString outputOf(const QWidget &panel)
{
    return tests::part<QPlainTextEdit>(panel, "terminalOutput")->toPlainText();
}

void typeInTerminal(const QWidget &panel, const QString &line)
{
    QTest::keyClicks(lineOf(panel), line);
    QTest::keyClick(lineOf(panel), Qt::Key_Return);
}

} // namespace

void TestTerminalPanel::usedTerminalsKeepTheirTabs()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    QCOMPARE(tabsOf(*panel), {"A"});
    fixture.select("B");
    QCOMPARE(tabsOf(*panel), {"B"}); // nothing was typed on A
    typeInTerminal(*panel, "hostname -x");
    fixture.select("C");
    QCOMPARE(tabsOf(*panel), (QStringList{"B", "C"}));
    fixture.select("B");
    QCOMPARE(tests::part<QTabBar>(*panel, "terminalTabs")->currentIndex(), 0);
    QVERIFY(outputOf(*panel).startsWith("B# hostname -x"));
}

void TestTerminalPanel::tabsAreClosed()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    for (const char *node : {"A", "B"}) {
        fixture.select(node);
        typeInTerminal(*panel, "ip route");
    }
    emit tests::part<QTabBar>(*panel, "terminalTabs")->tabCloseRequested(0);
    QCOMPARE(tabsOf(*panel), {"B"});
    QVERIFY(outputOf(*panel).startsWith("B#"));
}

void TestTerminalPanel::aRemovedNodeTakesItsTab()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    typeInTerminal(*panel, "ip route");
    fixture.select("B");
    typeInTerminal(*panel, "ip route");
    QVERIFY(fixture.document.perform("remove", {model::RemoveNetns{"A"}}));
    QCOMPARE(tabsOf(*panel), {"B"});
}

void TestTerminalPanel::eachNodeHasItsOwnLines()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    typeInTerminal(*panel, "ip route");
    fixture.select("B");
    typeInTerminal(*panel, "ip addr");
    QTest::keyClick(lineOf(*panel), Qt::Key_Up);
    QCOMPARE(lineOf(*panel)->text(), "ip addr");
    QTest::keyClick(lineOf(*panel), Qt::Key_Up);
    QCOMPARE(lineOf(*panel)->text(), "ip addr");
    fixture.select("A");
    QTest::keyClick(lineOf(*panel), Qt::Key_Up);
    QCOMPARE(lineOf(*panel)->text(), "ip route");
}

void TestTerminalPanel::pastedLinesAreEntered()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("B");
    QApplication::clipboard()->setText("ip addr add 10.1.1.1/24 dev eth0\nip addr add 10.1.2.1/24 dev eth0\nip addr");
    QTest::keySequence(lineOf(*panel), QKeySequence::Paste);
    QCOMPARE(fixture.document.undoStack().count(), 2);
    QCOMPARE(lineOf(*panel)->text(), "ip addr");
}

void TestTerminalPanel::linesAreAShells()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("B");
    typeInTerminal(*panel, "for i in 1 2; do");
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), ">");
    QCOMPARE(fixture.document.undoStack().count(), 0);
    typeInTerminal(*panel, "ip addr add 10.$i.0.1/24 dev eth0");
    typeInTerminal(*panel, "done");
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), "B#");
    QCOMPARE(fixture.document.undoStack().count(), 1); // one step takes all of it back
    typeInTerminal(*panel, "x=10.9.9.9");
    typeInTerminal(*panel, "echo $x && ip addr add $x/32 dev eth0");
    QVERIFY(outputOf(*panel).endsWith("\n10.9.9.9"));
    QCOMPARE(fixture.document.undoStack().count(), 2);
    typeInTerminal(*panel, "cat <<EOF");
    QTest::keyClicks(lineOf(*panel), "never");
    QTest::keyClick(lineOf(*panel), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), "B#");
    fixture.document.undoStack().undo();
    fixture.document.undoStack().undo();
    typeInTerminal(*panel, "ip -br addr show dev eth0");
    QVERIFY(!outputOf(*panel).section('\n', -1).contains("10."));
}

void TestTerminalPanel::commandsAreCompleted()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("B");
    QTest::keyClicks(lineOf(*panel), "ip addr show dev et");
    QTest::keyClick(lineOf(*panel), Qt::Key_Tab);
    QCOMPARE(lineOf(*panel)->text(), "ip addr show dev eth");
    QTest::keyClick(lineOf(*panel), Qt::Key_1);
    QTest::keyClick(lineOf(*panel), Qt::Key_Tab);
    QCOMPARE(lineOf(*panel)->text(), "ip addr show dev eth1 ");
}

void TestTerminalPanel::aSlipGetsAHint()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    typeInTerminal(*panel, "ip route add 192.168.2.5/24 via 192.168.1.6");
    QVERIFY2(outputOf(*panel).section('\n', -1).contains("192.168.2.0/24"), qPrintable(outputOf(*panel)));
    QCOMPARE(fixture.document.undoStack().count(), 0);
}

void TestTerminalPanel::aPingIsShownOnItsWay()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    typeInTerminal(*panel, "ip route get 192.168.1.6");
    QVERIFY(!fixture.shown.ping());
    typeInTerminal(*panel, "ping -c 1 192.168.1.6");
    QVERIFY(fixture.shown.ping() && fixture.shown.ping()->reachable);
    QVERIFY(!fixture.shown.links().empty());
}

void TestTerminalPanel::keysOfAShell()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    QTest::keyClicks(lineOf(*panel), "ip rout");
    QTest::keyClick(lineOf(*panel), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(lineOf(*panel)->text(), QString());
    QCOMPARE(outputOf(*panel), "A# ip rout^C");
    QTest::keyClicks(lineOf(*panel), "ip rout");
    QTest::keyClick(lineOf(*panel), Qt::Key_Left);
    QTest::keyClick(lineOf(*panel), Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(lineOf(*panel)->text(), "t");
    QTest::keyClick(lineOf(*panel), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(outputOf(*panel), QString());
    QCOMPARE(lineOf(*panel)->text(), "t");
}

void TestTerminalPanel::candidatesAreOffered_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("from");
    QTest::addColumn<QStringList>("candidates");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("listed");

    QTest::newRow("none") << "ip x" << 3 << QStringList{} << "ip x" << false;
    QTest::newRow("one") << "ip ro" << 3 << QStringList{"route"} << "ip route " << false;
    QTest::newRow("one that goes on") << "cat /e" << 4 << QStringList{"/etc/"} << "cat /etc/" << false;
    QTest::newRow("several with more in common")
        << "ip n" << 3 << QStringList{"neigh", "neighbour"} << "ip neigh" << false;
    QTest::newRow("several") << "ip n" << 3 << QStringList{"neigh", "netns"} << "ip ne" << false;
    QTest::newRow("several without more in common") << "ip ne" << 3 << QStringList{"neigh", "netns"} << "ip ne" << true;
}

void TestTerminalPanel::candidatesAreOffered()
{
    QFETCH(const QString, typed);
    QFETCH(const int, from);
    QFETCH(const QStringList, candidates);
    QFETCH(const QString, text);
    QFETCH(const bool, listed);
    views::CommandLine line;
    line.show();
    QTest::keyClicks(&line, typed);
    QString asked;
    connect(&line, &views::CommandLine::completionWanted, &line, [&](const QString &typedNow) {
        asked = typedNow;
        line.offer(from, candidates);
    });
    QTest::keyClick(&line, Qt::Key_Tab);
    QCOMPARE(asked, typed);
    QCOMPARE(line.text(), text);
    QCOMPARE(line.findChild<QCompleter *>()->popup()->isVisible(), listed);
}

void TestTerminalPanel::oneOfSeveralIsChosen()
{
    views::CommandLine line;
    line.show();
    QTest::keyClicks(&line, "ip ne show");
    line.setCursorPosition(5);
    line.offer(3, {"neigh", "netns"});
    QWidget *list = line.findChild<QCompleter *>()->popup();
    QVERIFY(list->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(line.text(), "ip netns show");
    QCOMPARE(line.cursorPosition(), 9);
}

void TestTerminalPanel::tcpdumpListensUntilItIsInterrupted()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("B");
    typeInTerminal(*panel, "tcpdump -ni eth0 icmp");
    QVERIFY(outputOf(*panel).contains("listening on eth0"));
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), QString());
    typeInTerminal(*panel, "hostname"); // nobody reads it
    QVERIFY(!outputOf(*panel).contains("hostname"));
    fixture.select("A");
    typeInTerminal(*panel, "ping -c1 192.168.1.6");
    fixture.select("B");
    const QString output = outputOf(*panel);
    QVERIFY2(output.contains("IP 192.168.1.5 > 192.168.1.6: ICMP echo request, id 1, seq 1, length 64"),
             qPrintable(output));
    QTest::keyClick(lineOf(*panel), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(outputOf(*panel).contains("^C\n2 packets captured"), qPrintable(outputOf(*panel)));
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), QString("B#"));
    QCOMPARE(lineOf(*panel)->text(), QString());
}

void TestTerminalPanel::monitorTellsOfWhatIsDrawn()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    typeInTerminal(*panel, "ip monitor route");
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), QString());
    QVERIFY(fixture.document.perform("a route", tests::solution()[0]));
    QVERIFY2(outputOf(*panel).endsWith("\n192.168.2.0/24 via 192.168.1.6 dev eth0 "), qPrintable(outputOf(*panel)));
    fixture.document.undoStack().undo();
    QVERIFY2(outputOf(*panel).endsWith("\nDeleted 192.168.2.0/24 via 192.168.1.6 dev eth0 "),
             qPrintable(outputOf(*panel)));
    QTest::keyClick(lineOf(*panel), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(outputOf(*panel).endsWith("^C"));
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), QString("A#"));
}

NETDRAFT_TEST(TestTerminalPanel)
#include "tst_terminal_panel.moc"

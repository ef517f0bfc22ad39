#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/commands_panel.h"
#include "views/panels/terminal_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace netdraft;

/// The two panels of commands: what was done as commands, and the terminal in which they are typed.
class TestCommandPanels : public QObject
{
    Q_OBJECT

private slots:
    void sessionIsPrinted();
    void undoTakesACommandAway();
    void wholeNetworkIsPrinted();
    void oneNodeIsPrinted();
    void textIsCopied();
    void terminalPerformsCommands();
    void terminalAnswersQuestions();
    void terminalRefusesAsTheToolsDo_data();
    void terminalRefusesAsTheToolsDo();
    void terminalRemembersLines();
    void terminalFollowsTheSelection();
};

namespace {

QString textOf(const QWidget &panel, const char *name)
{
    return tests::part<QPlainTextEdit>(panel, name)->toPlainText();
}

void type(const QWidget &panel, const QString &line)
{
    auto *edit = tests::part<QLineEdit>(panel, "terminalLine");
    QTest::keyClicks(edit, line);
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

void TestCommandPanels::sessionIsPrinted()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::CommandsPanel>();
    QVERIFY(textOf(*panel, "commandsText").isEmpty());
    QVERIFY(fixture.solve());
    const QString text = textOf(*panel, "commandsText");
    QVERIFY2(text.startsWith("# on device A\nip route add 192.168.2.0/24 via 192.168.1.6\n"), qPrintable(text));
    QVERIFY(text.contains("# on device C\nip route add 192.168.1.0/24 via 192.168.2.6\n"));
}

void TestCommandPanels::undoTakesACommandAway()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::CommandsPanel>();
    QVERIFY(fixture.solve());
    fixture.document.undoStack().undo();
    QVERIFY(!textOf(*panel, "commandsText").contains("device C"));
    fixture.document.undoStack().redo();
    QVERIFY(textOf(*panel, "commandsText").contains("device C"));
}

void TestCommandPanels::wholeNetworkIsPrinted()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::CommandsPanel>();
    tests::part<QComboBox>(*panel, "commandsWhat")->setCurrentIndex(1);
    const QString text = textOf(*panel, "commandsText");
    QVERIFY2(text.contains("ip netns add A"), qPrintable(text));
    QVERIFY2(text.contains("192.168.1.5/24"), qPrintable(text));
}

void TestCommandPanels::oneNodeIsPrinted()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::CommandsPanel>();
    QVERIFY(fixture.solve());
    auto *nodes = tests::part<QComboBox>(*panel, "commandsNode");
    nodes->setCurrentIndex(nodes->findText("C"));
    QCOMPARE(textOf(*panel, "commandsText"), "# on device C\nip route add 192.168.1.0/24 via 192.168.2.6\n");
}

void TestCommandPanels::textIsCopied()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::CommandsPanel>();
    QVERIFY(fixture.solve(1));
    QTest::mouseClick(tests::part<QToolButton>(*panel, "copyCommands"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), textOf(*panel, "commandsText"));
}

void TestCommandPanels::terminalPerformsCommands()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), "A#");
    type(*panel, "ip route add 192.168.2.0/24 via 192.168.1.6");
    QCOMPARE(fixture.document.history(), std::vector{tests::solution()[0]});
    QCOMPARE(fixture.document.undoStack().undoText(), "ip route add 192.168.2.0/24 via 192.168.1.6");
    QCOMPARE(textOf(*panel, "terminalOutput"), "A# ip route add 192.168.2.0/24 via 192.168.1.6");
}

void TestCommandPanels::terminalAnswersQuestions()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    type(*panel, "ip route");
    QVERIFY2(
        textOf(*panel, "terminalOutput").contains("192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.5"),
        qPrintable(textOf(*panel, "terminalOutput")));
    QCOMPARE(fixture.document.undoStack().count(), 0);
    type(*panel, "clear");
    QVERIFY(textOf(*panel, "terminalOutput").isEmpty());
}

void TestCommandPanels::terminalRefusesAsTheToolsDo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");

    QTest::newRow("kernel's message") << "ip route add 192.0.2.0/24 via 203.0.113.1"
                                      << "Error: Nexthop has invalid gateway.";
    QTest::newRow("no such device") << "ip link set eth9 up" << "Cannot find device \"eth9\"";
    QTest::newRow("a bracket that closes nothing") << "ip route )" << "\")\" is unexpected";
}

void TestCommandPanels::terminalRefusesAsTheToolsDo()
{
    QFETCH(QString, line);
    QFETCH(QString, said);

    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    type(*panel, line);
    QVERIFY2(textOf(*panel, "terminalOutput").contains(said), qPrintable(textOf(*panel, "terminalOutput")));
    QCOMPARE(fixture.document.undoStack().count(), 0);
}

void TestCommandPanels::terminalRemembersLines()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    type(*panel, "ip addr");
    type(*panel, "ip route");
    auto *edit = tests::part<QLineEdit>(*panel, "terminalLine");
    QTest::keyClicks(edit, "ip li");
    QTest::keyClick(edit, Qt::Key_Up);
    QCOMPARE(edit->text(), "ip route");
    QTest::keyClick(edit, Qt::Key_Up);
    QTest::keyClick(edit, Qt::Key_Up);
    QCOMPARE(edit->text(), "ip addr");
    QTest::keyClick(edit, Qt::Key_Down);
    QTest::keyClick(edit, Qt::Key_Down);
    QCOMPARE(edit->text(), "ip li");
}

void TestCommandPanels::terminalFollowsTheSelection()
{
    tests::PanelFixture fixture;
    const auto panel = fixture.show<views::TerminalPanel>();
    fixture.select("A");
    fixture.select("C");
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), "C#");
    fixture.selection.clear();
    QCOMPARE(tests::part<QLabel>(*panel, "terminalPrompt")->text(), "C#");
}

NETDRAFT_TEST(TestCommandPanels)
#include "tst_command_panels.moc"

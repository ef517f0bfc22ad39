#include "model/exchange/exchange.h"
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
#include <QTreeWidget>

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
    void stepsUnfold();
    void stepsAreCopied();
    void stepsAreOfOneNode();
    void stepsAreGoneThrough();
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

/// A route and a dockerd that were typed on A, in the panel's steps.
struct StepsShown {
    std::unique_ptr<views::CommandsPanel> panel;
    QTreeWidget *tree = nullptr;

    explicit StepsShown(tests::PanelFixture &fixture)
    {
        const auto terminal = fixture.show<views::TerminalPanel>();
        fixture.select("A");
        type(*terminal, "ip route add 192.168.2.0/24 via 192.168.1.6");
        type(*terminal, "dockerd");
        panel = fixture.show<views::CommandsPanel>();
        auto *what = tests::part<QComboBox>(*panel, "commandsWhat");
        what->setFocus();
        QTest::keyClick(what, Qt::Key_End);
        tree = tests::part<QTreeWidget>(*panel, "commandsSteps");
    }
};

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

void TestCommandPanels::stepsUnfold()
{
    tests::PanelFixture fixture;
    const StepsShown shown(fixture);
    QCOMPARE(shown.tree->topLevelItemCount(), 2);
    QTreeWidgetItem *route = shown.tree->topLevelItem(0);
    QCOMPARE(route->text(0), "ip route add 192.168.2.0/24 via 192.168.1.6");
    QCOMPARE(route->text(1), "A");
    QCOMPARE(route->childCount(), 0);
    QTreeWidgetItem *docker = shown.tree->topLevelItem(1);
    QCOMPARE(docker->text(0), "dockerd");
    QVERIFY(docker->childCount() > 20);
    QVERIFY(!docker->isExpanded());
    QTest::mouseClick(shown.tree->viewport(), Qt::LeftButton, {}, shown.tree->visualItemRect(docker).center());
    QTest::keyClick(shown.tree, Qt::Key_Right);
    QVERIFY(docker->isExpanded());
    QCOMPARE(docker->child(0)->text(0), "perl -e '$0 = shift; sleep' dockerd &");
    // Something that is done meanwhile leaves it so.
    QVERIFY(fixture.document.perform("another", tests::solution()[2]));
    QCOMPARE(shown.tree->topLevelItemCount(), 3);
    QVERIFY(shown.tree->topLevelItem(1)->isExpanded());
    QTest::keyClick(shown.tree, Qt::Key_Left);
    QVERIFY(!docker->isExpanded());
    fixture.document.undoStack().undo();
    fixture.document.undoStack().undo();
    QCOMPARE(shown.tree->topLevelItemCount(), 1);
}

void TestCommandPanels::stepsAreCopied()
{
    tests::PanelFixture fixture;
    const StepsShown shown(fixture);
    QTreeWidgetItem *docker = shown.tree->topLevelItem(1);
    QTest::mouseClick(shown.tree->viewport(), Qt::LeftButton, {}, shown.tree->visualItemRect(docker).center());
    QTest::keyClick(shown.tree, Qt::Key_C, Qt::ControlModifier);
    const QString whole = QApplication::clipboard()->text();
    QVERIFY2(whole.startsWith("# dockerd\n# on A\nperl -e '$0 = shift; sleep' dockerd &\n"), qPrintable(whole));
    QCOMPARE(whole.count('\n'), docker->childCount() + 2);
    QVERIFY(!whole.contains("ip route add 192.168.2.0/24"));
    QTest::keyClick(shown.tree, Qt::Key_Right);
    QTest::keyClick(shown.tree, Qt::Key_Down);
    QTest::mouseClick(tests::part<QToolButton>(*shown.panel, "copyCommands"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), docker->child(0)->text(0));
}

void TestCommandPanels::stepsAreOfOneNode()
{
    tests::PanelFixture fixture;
    const StepsShown shown(fixture);
    auto *nodes = tests::part<QComboBox>(*shown.panel, "commandsNode");
    nodes->setCurrentIndex(nodes->findText("C"));
    QCOMPARE(shown.tree->topLevelItemCount(), 0);
    nodes->setCurrentIndex(nodes->findText("A"));
    QCOMPARE(shown.tree->topLevelItemCount(), 2);
}

void TestCommandPanels::stepsAreGoneThrough()
{
    tests::PanelFixture fixture;
    const StepsShown shown(fixture);
    const std::string after = model::writeProject(fixture.document.project());
    auto *next = tests::part<QToolButton>(*shown.panel, "stepCommands");
    QVERIFY(next->isEnabled());
    QTest::mouseClick(next, Qt::LeftButton);
    QVERIFY(fixture.document.network().find("A")->processes.empty());
    QTreeWidgetItem *docker = shown.tree->topLevelItem(1);
    QVERIFY(docker && docker->isExpanded());
    QCOMPARE(shown.tree->currentItem(), docker->child(0));
    QCOMPARE(shown.panel->focusWidget(), next);
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(fixture.document.network().find("A")->processes.size(), std::size_t{1});
    QCOMPARE(shown.tree->currentItem(), docker->child(1));
    QCOMPARE(shown.tree->topLevelItemCount(), 2);
    const int commands = docker->childCount();
    for (int i = 1; i < commands; ++i)
        QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(QString::fromStdString(model::writeProject(fixture.document.project())), QString::fromStdString(after));
    QCOMPARE(fixture.document.undoStack().count(), 2);
    QCOMPARE(fixture.document.undoStack().undoText(), "dockerd");
    fixture.document.undoStack().undo();
    QVERIFY(!next->isEnabled());
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

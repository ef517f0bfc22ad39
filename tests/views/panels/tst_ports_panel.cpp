#include "model/recipe/workbench.h"
#include "tests/registered.h"
#include "tests/views/enough.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/ports_model.h"
#include "views/panels/ports_panel.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

using namespace netdraft;
using tests::PanelFixture;

/// The ports of a cluster, and what is in their way.
class TestPortsPanel : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatIsOpen();
    void namesTheRuleAndMends();
    void mendsFromTheMenu();
    void whatDoesNotListenHasNoMend();
    void worksOnlyWhileItIsSeen();
    void aClickSelects();
    void saysThatThereIsNoCluster_data();
    void saysThatThereIsNoCluster();
};

namespace {

constexpr int rowsOfExample = 13;

using Column = views::PortsModel;

/// The panel over the example of clusters, wide as it is in the window.
struct PortsFixture : PanelFixture {
    std::unique_ptr<views::PortsPanel> panel;
    QTableView *table = nullptr;

    explicit PortsFixture(const char *example = "cluster-ports") : PanelFixture(example)
    {
        panel = show<views::PortsPanel>();
        panel->resize(900, 300);
        table = panel->findChild<QTableView *>("portsTable");
        panel->setSeen(true);
    }

    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    template <typename W>
    W *part(const char *name) const
    {
        return panel->template findChild<W *>(QLatin1String(name));
    }
    QString summary() const { return part<QLabel>("portsSummary")->text(); }
    /// A command that is typed at a node, as one step.
    bool type(const char *node, const char *command)
    {
        model::Workbench bench(document.project());
        return bench.run(node, command) && document.perform(QString::fromLatin1(command), bench.edits());
    }
    bool endProcess(const char *node, const char *name)
    {
        const auto &processes = document.network().find(node)->processes;
        const auto process = std::ranges::find(processes, name, &model::Process::name);
        return process != processes.end() &&
               document.perform(QStringLiteral("kill"), {model::EndProcess{node, process->pid}});
    }
};

constexpr auto dropApiServer = "iptables -I INPUT -i eth0 -p tcp --dport 6443 -j DROP";

} // namespace

void TestPortsPanel::listsWhatIsOpen()
{
    const PortsFixture fixture;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table->model()->rowCount(), rowsOfExample, tests::enough);
    QCOMPARE(fixture.summary(), "All 13 ways to the ports of the cluster are open");
    for (int row = 0; row < rowsOfExample; ++row) {
        QCOMPARE(fixture.cell(row, Column::State), "Open");
        QVERIFY(!fixture.table->model()->index(row, Column::State).data(Qt::DecorationRole).isNull());
        QCOMPARE(fixture.cell(row, Column::Reason), QString());
    }
    QCOMPARE(fixture.cell(1, Column::Node), "controlplane");
    QCOMPARE(fixture.cell(1, Column::Port), "tcp/6443 kube-apiserver");
    QCOMPARE(fixture.cell(0, Column::From), "itself");
    QCOMPARE(fixture.cell(1, Column::From), "node01");
    // Nothing to say of several clusters, and nothing to mend.
    QVERIFY(!fixture.part<QLabel>("portsReason")->isVisible());
    QVERIFY(fixture.table->isColumnHidden(Column::Cluster));
    QVERIFY(!fixture.part<QPushButton>("portsMend")->isVisible());
}

void TestPortsPanel::namesTheRuleAndMends()
{
    PortsFixture fixture;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table->model()->rowCount(), rowsOfExample, tests::enough);
    QVERIFY(fixture.type("controlplane", dropApiServer));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.summary(), "12 of 13 ways to the ports of the cluster are open", tests::enough);
    // What is wrong comes first.
    QCOMPARE(fixture.cell(0, Column::State), "Not reached");
    QCOMPARE(fixture.cell(0, Column::Port), "tcp/6443 kube-apiserver");
    QCOMPARE(fixture.cell(0, Column::From), "node01");
    QVERIFY2(fixture.cell(0, Column::Reason)
                 .startsWith("rule 1 of chain INPUT in table filter of controlplane drops the packet"),
             qPrintable(fixture.cell(0, Column::Reason)));
    QCOMPARE(fixture.part<QLabel>("portsReason")->text(), fixture.cell(0, Column::Reason));
    auto *mend = fixture.part<QPushButton>("portsMend");
    QVERIFY(mend->isVisible() && mend->isEnabled());
    QVERIFY2(mend->text().contains("rule 1 of chain INPUT"), qPrintable(mend->text()));
    QTest::mouseClick(mend, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.summary(), "All 13 ways to the ports of the cluster are open", tests::enough);
    QCOMPARE(fixture.document.undoStack().count(), 2);
    QVERIFY(!mend->isVisible());
    fixture.document.undoStack().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Not reached", tests::enough);
}

void TestPortsPanel::mendsFromTheMenu()
{
    PortsFixture fixture;
    QVERIFY(fixture.type("controlplane", dropApiServer));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Not reached", tests::enough);
    const QPoint at = fixture.table->visualRect(fixture.table->model()->index(0, Column::Node)).center();
    QStringList offered;
    QTimer::singleShot(0, fixture.panel.get(), [&] {
        auto *menu = fixture.panel->findChild<QMenu *>("portsMenu");
        for (const QAction *action : menu->actions())
            offered << action->text();
        menu->actions().constLast()->trigger();
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, fixture.table->viewport()->mapToGlobal(at));
    QApplication::sendEvent(fixture.table->viewport(), &event);
    QCOMPARE(offered.value(0), "Show on the canvas");
    QVERIFY2(offered.size() > 2, qPrintable(offered.join('|')));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Open", tests::enough);
}

void TestPortsPanel::whatDoesNotListenHasNoMend()
{
    PortsFixture fixture;
    QVERIFY(fixture.endProcess("controlplane", "kube-scheduler"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Not listening", tests::enough);
    QCOMPARE(fixture.cell(0, Column::Port), "tcp/10259 kube-scheduler");
    QCOMPARE(fixture.cell(0, Column::Reason), "nobody listens on tcp/10259 at controlplane");
    QVERIFY(fixture.part<QLabel>("portsReason")->isVisible());
    QVERIFY(!fixture.part<QPushButton>("portsMend")->isVisible());
}

void TestPortsPanel::worksOnlyWhileItIsSeen()
{
    PortsFixture fixture;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Open", tests::enough);
    fixture.panel->setSeen(false);
    QVERIFY(fixture.type("controlplane", dropApiServer));
    QCoreApplication::processEvents();
    QCOMPARE(fixture.cell(0, Column::State), "Open");
    fixture.panel->setSeen(true);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, Column::State), "Not reached", tests::enough);
    // What is only drawn otherwise is no reason to try anything again.
    QVERIFY(fixture.document.perform(
        "move",
        {model::PlaceNode{"router", model::NodeDrawing{.kind = model::NodeKind::Router, .position = {10, 10}}}}));
    QVERIFY(fixture.summary().startsWith("12 of 13 ways"));
}

void TestPortsPanel::aClickSelects()
{
    PortsFixture fixture;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table->model()->rowCount(), rowsOfExample, tests::enough);
    tests::clickCell(fixture.table, fixture.table->model()->index(0, Column::Node));
    QCOMPARE(fixture.selection.singleNode(), tests::nodeNamed(fixture.document, "controlplane"));
    tests::clickCell(fixture.table, fixture.table->model()->index(rowsOfExample - 1, Column::State));
    QCOMPARE(fixture.selection.singleNode(), tests::nodeNamed(fixture.document, "node01"));
    QTest::keyClick(fixture.table, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(fixture.table, Qt::Key_Return);
    QCOMPARE(fixture.selection.singleNode(), tests::nodeNamed(fixture.document, "controlplane"));
}

void TestPortsPanel::saysThatThereIsNoCluster_data()
{
    QTest::addColumn<bool>("after"); ///< a network with one was open
    QTest::newRow("from the beginning") << false;
    QTest::newRow("after a cluster") << true;
}

void TestPortsPanel::saysThatThereIsNoCluster()
{
    QFETCH(const bool, after);
    PortsFixture fixture(after ? "cluster-ports" : "routing");
    if (after) {
        QTRY_COMPARE_WITH_TIMEOUT(fixture.table->model()->rowCount(), rowsOfExample, tests::enough);
        QVERIFY(tests::openNamed(fixture.document, "routing"));
    }
    const auto *words = fixture.panel->findChild<QLabel *>("portsWords");
    QVERIFY(words->isVisible());
    QVERIFY2(words->text().startsWith("There is no cluster in this network."), qPrintable(words->text()));
    QVERIFY(words->text().contains("kubeadm init"));
    QVERIFY(!fixture.table->isVisible());
    QVERIFY(tests::openNamed(fixture.document, "cluster-ports"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.table->isVisible() && !words->isVisible(), tests::enough);
}

NETDRAFT_TEST(TestPortsPanel)
#include "tst_ports_panel.moc"

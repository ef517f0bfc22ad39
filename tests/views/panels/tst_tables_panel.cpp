#include "model/terminal/terminal.h"
#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/document/packet_trace.h"
#include "views/panels/tables/rules_view.h"
#include "views/panels/tables/tables_panel.h"

#include <QLabel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace netdraft;
using tests::PanelFixture;

/// What the kernel keeps of the selected node beside its routes.
class TestTablesPanel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDo();
    void saysThatNothingIsFiltered();
    void rulesStandInTheKernelsOrder();
    void countersMoveAndNothingCloses();
    void aHookBringsItsChain();
    void marksTheRulesThatThePacketPassed();
    void tablesAreThoseOfTheTools_data();
    void tablesAreThoseOfTheTools();
};

namespace {

/// Types a command at a node; false where the tool refuses it.
bool type(PanelFixture &fixture, const char *node, const char *command)
{
    const auto words = model::splitWords(command);
    if (!words)
        return false;
    const model::Outcome outcome =
        model::run(fixture.document.project(), tests::nodeNamed(fixture.document, node), *words);
    return outcome.reply.status == 0 && fixture.document.perform(command, outcome.edits).has_value();
}

/// B of the solved routing lesson filters what it forwards.
bool filter(PanelFixture &fixture)
{
    return fixture.solve() && type(fixture, "B", "iptables -N SEEN") &&
           type(fixture, "B", "iptables -A SEEN -p icmp -j RETURN") &&
           type(fixture, "B", "iptables -A FORWARD -i eth0 -j SEEN") &&
           type(fixture, "B", "iptables -P FORWARD DROP") && type(fixture, "B", "iptables -A FORWARD -j ACCEPT") &&
           type(fixture, "B", "iptables -t nat -A POSTROUTING -o eth9 -j MASQUERADE") &&
           type(fixture, "B", "iptables -t mangle -A FORWARD -d 192.0.2.1");
}

/// Each row of the tree, with two spaces for each level: `words|packets|bytes`.
QStringList linesOf(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex first = model.index(row, 0, parent);
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << first.siblingAtColumn(column).data().toString();
        lines << QString(depth * 2, ' ') + cells.join('|');
        lines << linesOf(model, first, depth + 1);
    }
    return lines;
}

const QStringList filtered{"mangle FORWARD, policy ACCEPT||",  "  -d 192.0.2.1/32|0|0",
                           "filter FORWARD, policy DROP|0|0",  "  -i eth0 → SEEN|0|0",
                           "    -p icmp → RETURN|0|0",         "  every packet → ACCEPT|0|0",
                           "nat POSTROUTING, policy ACCEPT||", "  -o eth9 → MASQUERADE|0|0"};

} // namespace

void TestTablesPanel::saysWhatToDo()
{
    PanelFixture fixture;
    QVERIFY(fixture.solve());
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    QVERIFY(!panel->findChild<QTabBar *>("tablesTabs")->isVisible());
    fixture.select("A");
    QVERIFY(panel->findChild<QTabBar *>("tablesTabs")->isVisible());
    QCOMPARE(panel->findChild<QLabel *>("tablesTitle")->text(), QString("A"));
    fixture.selection.set({tests::nodeNamed(fixture.document, "A"), tests::nodeNamed(fixture.document, "B")});
    QVERIFY(!panel->findChild<QTabBar *>("tablesTabs")->isVisible());
}

void TestTablesPanel::saysThatNothingIsFiltered()
{
    PanelFixture fixture;
    QVERIFY(fixture.solve());
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("A");
    QVERIFY(!panel->findChild<QTreeView *>("rulesView")->isVisible());
    QVERIFY(type(fixture, "A", "iptables -A INPUT -j ACCEPT"));
    QVERIFY(panel->findChild<QTreeView *>("rulesView")->isVisible());
}

void TestTablesPanel::rulesStandInTheKernelsOrder()
{
    PanelFixture fixture;
    QVERIFY(filter(fixture));
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("B");
    QCOMPARE(linesOf(*panel->findChild<QTreeView *>("rulesView")->model()), filtered);
    QCOMPARE(panel->findChild<QTabBar *>("tablesTabs")->tabText(0), QString("Rules (5)"));
    QCOMPARE(panel->findChild<QToolButton *>("hookFORWARD")->text(), QString("FORWARD\nRules: 4, else DROP"));
    QVERIFY(!panel->findChild<QToolButton *>("hookINPUT")->isEnabled());
    // One of nft comes before the table filter by its priority, and one of the same priority that is newer, too.
    QVERIFY(type(fixture, "B", "nft add table inet own"));
    QVERIFY(type(fixture, "B", "nft add chain inet own first '{ type filter hook forward priority 0 ; }'"));
    QVERIFY(type(fixture, "B", "nft add rule inet own first counter accept"));
    QStringList lines = filtered;
    lines.insert(2, "inet own first (nft), policy ACCEPT||");
    lines.insert(3, "  counter accept|0|0");
    QCOMPARE(linesOf(*panel->findChild<QTreeView *>("rulesView")->model()), lines);
}

void TestTablesPanel::countersMoveAndNothingCloses()
{
    PanelFixture fixture;
    QVERIFY(filter(fixture));
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("B");
    auto *tree = panel->findChild<QTreeView *>("rulesView");
    const QModelIndex chain = tree->model()->index(0, 0);
    tree->collapse(chain);
    QVERIFY(type(fixture, "A", "ping -c 3 192.168.2.5"));
    QStringList lines = filtered;
    lines[3] = "  -i eth0 → SEEN|3|252";
    lines[4] = "    -p icmp → RETURN|3|252";
    lines[5] = "  every packet → ACCEPT|6|504";
    QCOMPARE(linesOf(*tree->model()), lines);
    QVERIFY(!tree->isExpanded(chain));
    QVERIFY(tree->isExpanded(tree->model()->index(1, 0)));
}

void TestTablesPanel::aHookBringsItsChain()
{
    PanelFixture fixture;
    QVERIFY(filter(fixture));
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("B");
    QTest::mouseClick(panel->findChild<QToolButton *>("hookPOSTROUTING"), Qt::LeftButton);
    QCOMPARE(panel->findChild<QTreeView *>("rulesView")->currentIndex().data().toString(),
             QString("nat POSTROUTING, policy ACCEPT"));
}

void TestTablesPanel::marksTheRulesThatThePacketPassed()
{
    PanelFixture fixture;
    QVERIFY(filter(fixture));
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("B");
    fixture.shown.show(tests::nodeNamed(fixture.document, "A"), *model::IpAddress::parse("192.168.2.5"));
    const auto marked = [&] {
        const QAbstractItemModel &model = *panel->findChild<QTreeView *>("rulesView")->model();
        QStringList texts;
        for (const QModelIndex &index :
             model.match(model.index(0, 0), Qt::DisplayRole, "*", -1, Qt::MatchWildcard | Qt::MatchRecursive)) {
            if (!index.data(Qt::DecorationRole).value<QIcon>().isNull())
                texts << index.data().toString();
        }
        return texts;
    };
    QCOMPARE(marked(), QStringList());
    bool request = false;
    bool reply = false;
    for (std::size_t i = 0; i < fixture.trace.passages().size(); ++i) {
        fixture.trace.setCurrent(i);
        request =
            request || marked() == QStringList{"mangle FORWARD, policy ACCEPT", "-i eth0 → SEEN", "-p icmp → RETURN",
                                               "every packet → ACCEPT", "nat POSTROUTING, policy ACCEPT"};
        // A connection that is known is not translated anew.
        reply = reply || marked() == QStringList{"mangle FORWARD, policy ACCEPT", "every packet → ACCEPT"};
    }
    QVERIFY(request);
    QVERIFY(reply);
}

void TestTablesPanel::tablesAreThoseOfTheTools_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QStringList>("row");
    QTest::newRow("neighbours") << 1 << "ip neigh add 192.168.1.9 lladdr 02:00:00:00:00:09 dev eth0" << "ip neigh"
                                << QStringList{"192.168.1.9", "eth0", "02:00:00:00:00:09", "PERMANENT"};
    QTest::newRow("forwarding table") << 2 << "ip link add br0 type bridge" << "bridge fdb"
                                      << QStringList{"33:33:00:00:00:01", "br0", "", "", "", "self", "permanent"};
    QTest::newRow("VLANs") << 3 << "ip link add br0 type bridge" << "bridge -c vlan"
                           << QStringList{"br0", "1", "PVID Egress Untagged"};
    QTest::newRow("policy rules") << 4 << "ip rule add from 192.0.2.0/24 lookup 7" << "ip rule"
                                  << QStringList{"32765", "from 192.0.2.0/24 lookup 7"};
    QTest::newRow("sockets") << 5 << "nc -lk 80" << "ss -tuanp"
                             << QStringList{"tcp", "LISTEN", "0.0.0.0:80", "0.0.0.0:*"};
}

void TestTablesPanel::tablesAreThoseOfTheTools()
{
    QFETCH(const int, tab);
    QFETCH(const QString, command);
    QFETCH(const QString, tool);
    QFETCH(const QStringList, row);
    PanelFixture fixture;
    QVERIFY(fixture.solve());
    auto panel = fixture.show<views::TablesPanel>();
    panel->setSeen(true);
    fixture.select("A");
    panel->findChild<QTabBar *>("tablesTabs")->setCurrentIndex(tab);
    QVERIFY(type(fixture, "A", qPrintable(command)));
    QCOMPARE(panel->findChild<QLabel *>("tablesCommand")->text(), tool);
    const auto *table = panel->findChild<QTableView *>("tablesTable");
    QVERIFY(table->isVisible());
    QList<QStringList> rows;
    for (int at = 0; at < table->model()->rowCount(); ++at) {
        QStringList cells;
        for (int column = 0; column < row.size(); ++column)
            cells << table->model()->index(at, column).data().toString();
        rows << cells;
    }
    QVERIFY2(rows.contains(row), qPrintable([&] {
                 QStringList all;
                 for (const QStringList &cells : rows)
                     all << cells.join('|');
                 return all.join('\n');
             }()));
}

NETDRAFT_TEST(TestTablesPanel)
#include "tst_tables_panel.moc"

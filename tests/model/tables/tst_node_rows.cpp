#include "model/tables/node_rows.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

using RowsOf = tables::Rows (*)(const Project &, NetnsId);
Q_DECLARE_METATYPE(RowsOf)

/// What the tools print, in rows.
class TestNodeRows : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
};

void TestNodeRows::rows_data()
{
    QTest::addColumn<RowsOf>("rowsOf");
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QStringList>("rows"); ///< cells between `|`
    const auto row = [](const char *name, RowsOf rowsOf, const char *commands, const QStringList &rows) {
        QTest::newRow(name) << rowsOf << commands << rows;
    };
    constexpr auto link = "ip link add v0 type veth peer name v1\nip link set v0 up\n";
    row("no neighbours", &tables::neighbourRows, "", {});
    row("neighbours", &tables::neighbourRows,
        "ip link add v0 type veth peer name v1\nip link set v0 up\n"
        "ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev v0\nip neigh add 192.0.2.8 lladdr 02:00:00:00:00:08 dev "
        "v0",
        {"192.0.2.9|v0|02:00:00:00:00:09|PERMANENT", "192.0.2.8|v0|02:00:00:00:00:08|PERMANENT"});
    row("no bridge", &tables::forwardingRows, link,
        {"33:33:00:00:00:01|v1||||self|permanent", "33:33:00:00:00:01|v0||||self|permanent",
         "01:00:5e:00:00:01|v0||||self|permanent"});
    row("no VLANs", &tables::vlanRows, "", {});
    row("VLANs, one and a range", &tables::vlanRows,
        "ip link add br0 type bridge vlan_filtering 1\nip link add v0 type veth peer name v1\n"
        "ip link set v0 master br0\nbridge vlan add dev v0 vid 20-25\nbridge vlan add dev v0 vid 26 untagged",
        {"br0|1|PVID Egress Untagged", "v0|1|PVID Egress Untagged", "v0|20-25|", "v0|26|Egress Untagged"});
    row("policy rules of a fresh namespace", &tables::policyRows, "",
        {"0|from all lookup local", "32766|from all lookup main", "32767|from all lookup default"});
    row("one more policy rule", &tables::policyRows, "ip rule add not from 192.0.2.0/24 iif lo lookup 7 prio 9",
        {"0|from all lookup local", "9|not from 192.0.2.0/24 iif lo lookup 7", "32766|from all lookup main",
         "32767|from all lookup default"});
    row("no sockets", &tables::socketRows, "", {});
    row("sockets", &tables::socketRows, "nc -lk 80\nnc -6 -u -lk 53",
        {R"(udp|UNCONN|*:53|*:*|users:(("nc",pid=1002,fd=3)))",
         R"(tcp|LISTEN|0.0.0.0:80|0.0.0.0:*|users:(("nc",pid=1001,fd=3)))"});
}

void TestNodeRows::rows()
{
    QFETCH(const RowsOf, rowsOf);
    QFETCH(const QString, commands);
    const auto project = netdraft::tests::lab(commands.toStdString());
    QVERIFY2(project, project ? "" : qPrintable(QString::fromStdString(describe(project.error()))));
    QStringList found;
    for (const auto &row : rowsOf(*project, hostNetns)) {
        QStringList cells;
        for (const std::string &cell : row)
            cells << QString::fromStdString(cell);
        found << cells.join('|');
    }
    QTEST(found, "rows");
}

NETDRAFT_TEST(TestNodeRows)
#include "tst_node_rows.moc"

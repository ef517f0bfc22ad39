#include "model/edit/apply.h"
#include "model/exchange/clipboard.h"
#include "model/exchange/exchange.h"
#include "model/reachability/reachability.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;
using netdraft::tests::differenceBetween;

namespace {

/// A network of tests/data/networks, or an example.
Project example(const char *name)
{
    auto text = readFile(std::string(NETDRAFT_SOURCE_DIR "/tests/data/networks/") + name + ".netdraft");
    if (!text)
        text = readFile(std::string(NETDRAFT_SOURCE_DIR "/resources/examples/") + name + ".netdraft");
    auto project = readProject(*text, name);
    if (!project)
        qFatal("%s", describe(project.error()).c_str());
    return *project;
}

std::set<NetnsId> nodesOf(const Project &project, const QStringList &names)
{
    std::set<NetnsId> nodes;
    for (const QString &name : names)
        nodes.insert(project.network.find(name.toStdString())->id);
    return nodes;
}

void paste(Project &into, const std::string &text, Point middle = {})
{
    const auto pasted = pasteNodes(into, text, middle);
    if (!pasted)
        qFatal("%s", describe(pasted.error()).c_str());
    if (const auto applied = apply(into, pasted->edits); !applied)
        qFatal("%s", describe(applied.error()).c_str());
}

QStringList namesIn(const Project &project)
{
    QStringList names;
    for (const auto &netns : project.network.namespaces()) {
        if (netns->id != hostNetns)
            names << QString::fromStdString(netns->name);
    }
    names.sort();
    return names;
}

Point middleOf(const Project &project)
{
    Point least = project.drawing->nodes.begin()->second.position;
    Point most = least;
    for (const auto &[id, node] : project.drawing->nodes) {
        least = {std::min(least.x, node.position.x), std::min(least.y, node.position.y)};
        most = {std::max(most.x, node.position.x), std::max(most.y, node.position.y)};
    }
    return {(least.x + most.x) / 2, (least.y + most.y) / 2};
}

std::string addressOf(const Project &project, const char *netns, const char *link)
{
    const auto &addresses = project.network.find(netns)->find(link)->addresses4;
    return addresses.empty() ? std::string() : addresses.front().local.toString();
}

} // namespace

class TestClipboard : public QObject
{
    Q_OBJECT

private slots:
    void everythingIntoNothing_data();
    void everythingIntoNothing();
    void besideTheOriginal();
    void aPartTakesItsOwnCables();
    void anotherPasteAddressesKept();
    void theMachineStays();
    void comeWhereTheyArePut();
    void otherTextIsRefused();
};

void TestClipboard::everythingIntoNothing_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"two-devices", "routing", "routing-solved", "default-gateway", "ipv6"})
        QTest::newRow(name) << name;
}

/// Copied whole and put at the same place into an empty project it is the same network.
void TestClipboard::everythingIntoNothing()
{
    QFETCH(const QString, name);
    const Project project = example(qPrintable(name));
    Project into;
    paste(into, copiedNodes(project, nodesOf(project, namesIn(project))), middleOf(project));
    QCOMPARE(differenceBetween(into, project), std::string());
}

/// With other names and addresses, so that both work on.
void TestClipboard::besideTheOriginal()
{
    Project project = example("routing-solved");
    paste(project, copiedNodes(project, nodesOf(project, namesIn(project))));
    QCOMPARE(namesIn(project), (QStringList{"A", "A2", "B", "B2", "C", "C2", "sw1", "sw2", "sw3", "sw4"}));
    QCOMPARE(addressOf(project, "A", "eth0"), std::string("192.168.1.5/24"));
    std::set<IpAddress> all;
    for (const char *node : {"A", "B", "C", "A2", "B2", "C2"}) {
        for (const Link &link : project.network.find(node)->links) {
            for (const LinkAddress &address : link.addresses4) {
                if (!link.isLoopback())
                    QVERIFY2(all.insert(address.local.address).second, address.local.toString().c_str());
            }
        }
    }
    QCOMPARE(all.size(), std::size_t{8});
    // Each half reaches itself: 8 pairs as before, and what cannot be reached is in the other half.
    QCOMPARE(Reachability::of(project.network)->totals().reachable, std::size_t{16});
}

void TestClipboard::aPartTakesItsOwnCables()
{
    const Project project = example("routing");
    Project into;
    paste(into, copiedNodes(project, nodesOf(project, {"A", "sw1", "C"})));
    QCOMPARE(namesIn(into), (QStringList{"A", "C", "sw1"}));
    const Link *link = into.network.find("A")->find("eth0");
    QVERIFY(link && link->veth());
    QCOMPARE(link->veth()->peer.netns, into.network.find("sw1")->id);
    QVERIFY(!into.network.find("C")->find("eth0")); // its cable led to a switch that was not copied
}

void TestClipboard::anotherPasteAddressesKept()
{
    const Project project = example("two-devices");
    const std::string text = copiedNodes(project, nodesOf(project, namesIn(project)));
    Project into = example("ipv6");
    const std::string before = addressOf(project, "A", "eth0");
    const bool has = into.network.find("A");
    paste(into, text);
    // Nobody there has the address: it is kept, whatever the node is called now.
    QCOMPARE(addressOf(into, has ? "A2" : "A", "eth0"), before);
}

void TestClipboard::theMachineStays()
{
    Project project = example("namespaces");
    const std::string text = copiedNodes(project, nodesOf(project, {"red", "host"}));
    const auto links = project.network.find(hostNetns)->links.size();
    paste(project, text);
    QCOMPARE(namesIn(project), (QStringList{"blue", "red", "red2"}));
    QCOMPARE(project.network.find(hostNetns)->links.size(), links);
}

void TestClipboard::comeWhereTheyArePut()
{
    Project project = example("routing");
    const auto placeOf = [&](const char *name) {
        return project.drawing->nodes.at(project.network.find(name)->id).position;
    };
    paste(project, copiedNodes(project, nodesOf(project, {"A", "B"})), {407, -555});
    const Point a = placeOf("A2");
    const Point b = placeOf("B2");
    QCOMPARE(b.x - a.x, placeOf("B").x - placeOf("A").x);
    QVERIFY(std::abs((a.x + b.x) / 2 - 407) <= 10);
    QVERIFY(std::abs((a.y + b.y) / 2 + 555) <= 10);
}

void TestClipboard::otherTextIsRefused()
{
    for (const char *text : {"", "hello", "{\"format\": \"other\"}", "#!/bin/sh\nrm -rf /\n"}) {
        const auto pasted = pasteNodes({}, text, {});
        QVERIFY2(!pasted, text);
        QVERIFY2(describe(pasted.error()).starts_with("the clipboard:"), describe(pasted.error()).c_str());
    }
    const auto nothing = pasteNodes({}, writeProject({}), {});
    QVERIFY(!nothing);
    QCOMPARE(describe(nothing.error()), std::string("there are no nodes in the clipboard"));
}

NETDRAFT_TEST(TestClipboard)
#include "tst_clipboard.moc"

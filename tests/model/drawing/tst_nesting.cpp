#include "model/drawing/nesting.h"
#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/recipe/node_recipes.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;

namespace {

void perform(Project &project, const EditList &edits)
{
    if (const auto applied = apply(project, edits); !applied)
        qFatal("%s", describe(applied.error()).c_str());
}

/// A machine m1, a namespace ns1, a device pc1; with `host` the machine itself has an interface and is drawn.
Project threeNodes(bool host)
{
    Project project;
    perform(project, newNode("m1", NodeKind::Machine, {0, 0}));
    perform(project, newNode("ns1", NodeKind::Namespace, {200, 0}));
    perform(project, newNode("pc1", NodeKind::Device, {400, 0}));
    if (host)
        perform(project, {AddBridge{.link = {"host", "br0"}, .mac = std::nullopt}});
    return project;
}

const Netns &node(const Project &project, const char *name)
{
    return *project.network.find(name);
}

std::string outerOf(const Project &project, const char *name)
{
    const Netns *outer = project.network.find(insideOf(project, node(project, name)));
    return outer ? outer->name : std::string();
}

} // namespace

class TestNesting : public QObject
{
    Q_OBJECT

private slots:
    void whatNobodySaid_data();
    void whatNobodySaid();
    void whatSomebodySaid();
    void refuses_data();
    void refuses();
    void removedOuterLetsGo();
    void undoGivesBack();
    void isKeptInFilesAndScripts();
    void copiesStayInside();
};

void TestNesting::whatNobodySaid_data()
{
    QTest::addColumn<bool>("host");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outer");
    QTest::newRow("a namespace is in the machine") << true << "ns1" << "host";
    QTest::newRow("unless that is not drawn") << false << "ns1" << "";
    QTest::newRow("a device stands on its own") << true << "pc1" << "";
    QTest::newRow("another machine as well") << true << "m1" << "";
    QTest::newRow("the machine itself") << true << "host" << "";
}

void TestNesting::whatNobodySaid()
{
    QFETCH(const bool, host);
    QFETCH(const QString, name);
    QFETCH(const QString, outer);
    QCOMPARE(outerOf(threeNodes(host), qPrintable(name)), outer.toStdString());
}

void TestNesting::whatSomebodySaid()
{
    Project project = threeNodes(true);
    perform(project, {NestNode{"ns1", "m1"}, NestNode{"pc1", "m1"}, NestNode{"m1", "host"}});
    QCOMPARE(outerOf(project, "ns1"), std::string("m1"));
    const auto all = nesting(project);
    QCOMPARE(all.size(), std::size_t{3});
    QVERIFY(isWithin(all, node(project, "ns1").id, hostNetns));
    QVERIFY(!isWithin(all, hostNetns, node(project, "ns1").id));
    perform(project, {NestNode{"ns1", ""}});
    QCOMPARE(outerOf(project, "ns1"), std::string());
    QVERIFY(!isWithin(nesting(project), node(project, "ns1").id, hostNetns));
}

void TestNesting::refuses_data()
{
    QTest::addColumn<QString>("inner");
    QTest::addColumn<QString>("outer");
    QTest::addColumn<QString>("error");
    QTest::newRow("itself") << "m1" << "m1" << "m1 is inside of m1";
    QTest::newRow("a circle") << "m1" << "pc1" << "pc1 is inside of m1";
    QTest::newRow("a circle of three") << "m1" << "ns1" << "ns1 is inside of m1";
    QTest::newRow("not placed") << "host" << "m1" << "host is not placed yet";
}

void TestNesting::refuses()
{
    QFETCH(const QString, inner);
    QFETCH(const QString, outer);
    QFETCH(const QString, error);
    Project project = threeNodes(true);
    perform(project, {NestNode{"pc1", "m1"}, NestNode{"ns1", "pc1"}});
    const Project before = project;
    const auto applied = apply(project, {NestNode{inner.toStdString(), outer.toStdString()}});
    QVERIFY(!applied);
    QCOMPARE(QString::fromStdString(describe(applied.error())), error);
    QVERIFY(project == before);
}

void TestNesting::removedOuterLetsGo()
{
    Project project = threeNodes(true);
    perform(project, {NestNode{"ns1", "m1"}, FoldNode{"m1", true}});
    perform(project, {RemoveNetns{"m1"}});
    QCOMPARE(outerOf(project, "ns1"), std::string()); // and not in the machine, where nobody has put it
    QVERIFY(project.drawing->folded.empty());
}

void TestNesting::undoGivesBack()
{
    Project project = threeNodes(false);
    const Project before = project;
    const auto applied = apply(project, {NestNode{"ns1", "m1"}, FoldNode{"m1", true}});
    QVERIFY(applied);
    QVERIFY(applied->changes.drawing);
    QVERIFY(applied->changes.namespaces.empty());
    QVERIFY(!(project == before));
    perform(project, applied->inverse);
    QVERIFY(project == before);
}

void TestNesting::isKeptInFilesAndScripts()
{
    Project project = threeNodes(true);
    perform(project, {PlaceNode{"host", {NodeKind::Machine, {0, 300}}}, NestNode{"pc1", "m1"}, NestNode{"ns1", ""},
                      NestNode{"m1", "host"}, FoldNode{"m1", true}});
    const std::string file = writeProject(project);
    QVERIFY(file.contains(R"("m1": {"kind": "machine", "x": 0, "y": 0, "inside": "host", "folded": true})"));
    QVERIFY(file.contains(R"("ns1": {"kind": "namespace", "x": 200, "y": 0, "inside": ""})"));
    const auto read = readProject(file, "nested.netdraft");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QCOMPARE(writeProject(*read), file);
    QCOMPARE(outerOf(*read, "pc1"), std::string("m1"));
    QVERIFY(read->drawing->folded.contains(node(*read, "m1").id));

    const auto script = exportFormat("bash")->write(project, {"lab"});
    QVERIFY2(script, script ? "" : describe(script.error()).c_str());
    const auto again = readProject(script->file().text, "lab.sh");
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    for (const char *name : {"pc1", "ns1", "m1", "host"})
        QCOMPARE(outerOf(*again, name), outerOf(project, name));
    QVERIFY(again->drawing->folded.contains(node(*again, "m1").id));
}

void TestNesting::copiesStayInside()
{
    Project project = threeNodes(false);
    perform(project, {NestNode{"pc1", "m1"}});
    perform(project, duplicate(project, {node(project, "pc1").id}, {0, 100}));
    QCOMPARE(outerOf(project, "pc2"), std::string("m1"));
    perform(project, duplicate(project, {node(project, "m1").id, node(project, "pc1").id}, {0, 300}));
    QCOMPARE(outerOf(project, "pc3"), std::string("m2")); // the box was copied as well
}

NETDRAFT_TEST(TestNesting)
#include "tst_nesting.moc"

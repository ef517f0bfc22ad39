#include "model/names/story.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// C asks S, whose dnsmasq knows little and asks U for the rest.
Project storyProject(const QString &more = {})
{
    const auto made =
        netdraft::tests::lab("ip netns add C\nip netns add S\nip netns add U\n"
                             "ip link add eth0 netns C type veth peer name c netns S\n"
                             "ip link add eth0 netns U type veth peer name u netns S\n"
                             "ip -n C link set eth0 up\nip -n U link set eth0 up\n"
                             "ip -n S link set c up\nip -n S link set u up\n"
                             "ip -n C addr add 192.0.2.1/24 dev eth0\nip -n S addr add 192.0.2.53/24 dev c\n"
                             "ip -n U addr add 198.51.100.54/24 dev eth0\n"
                             "ip -n S addr add 198.51.100.53/24 dev u\n" +
                             more.toStdString());
    Q_ASSERT(made);
    Project project = *made;
    const auto files = [&](const char *node) -> auto & {
        return project.network.change(project.network.find(node)->id).files;
    };
    files("C")["/etc/hosts"] = "192.0.2.99 own\n";
    files("C")["/etc/resolv.conf"] = "nameserver 192.0.2.53\nsearch lab\n";
    files("S")["/etc/hosts"] = "192.0.2.80 web.lab\n";
    files("S")["/etc/resolv.conf"] = "nameserver 198.51.100.54\n";
    files("S")["/etc/dnsmasq.conf"] = "local=/lab/\ncname=www.lab,web.lab\n";
    files("U")["/etc/hosts"] = "192.0.2.7 far.example\n";
    files("U")["/etc/resolv.conf"] = "\n";
    const std::vector<ListeningSocket> sockets{{Transport::Udp, Ipv4Address(), 53, false},
                                               {Transport::Tcp, Ipv4Address(), 53, false}};
    const auto started =
        apply(project, {StartProcess{"S", "dnsmasq", sockets, 0}, StartProcess{"U", "dnsmasq", sockets, 0}});
    Q_ASSERT(started);
    return project;
}

names::Story storyAt(const Project &project, const std::string &name)
{
    const DataPlane plane(project.network);
    const NetnsId client = project.network.find("C")->id;
    return names::storyOf(plane, client, name, names::resolve(plane, client, name, Family::Ipv4));
}

QStringList textsOf(const names::Story &story)
{
    QStringList texts;
    for (const auto &step : story.steps)
        texts << QString::fromStdString(step.text);
    return texts << QString::fromStdString(story.end);
}

} // namespace

/// How a name is found, told to people.
class TestStory : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void mends();
};

void TestStory::tells_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("texts");
    const QString fromFile = "C does not find %1 in /etc/hosts";
    QTest::newRow("of the file") << QString() << "own"
                                 << QStringList{"C finds own in /etc/hosts: 192.0.2.99", "own is 192.0.2.99"};
    QTest::newRow("of a server") << QString() << "web.lab"
                                 << QStringList{fromFile.arg("web.lab"), "C asks 192.0.2.53 for web.lab (A)",
                                                "dnsmasq at S answers: 192.0.2.80", "web.lab is 192.0.2.80"};
    QTest::newRow("another name, searched")
        << QString() << "www"
        << QStringList{fromFile.arg("www"), "C asks 192.0.2.53 for www.lab (A)",
                       "dnsmasq at S knows www.lab as another name of web.lab", "dnsmasq at S answers: 192.0.2.80",
                       "www is web.lab, and that is 192.0.2.80"};
    QTest::newRow("forwarded") << QString() << "far.example"
                               << QStringList{fromFile.arg("far.example"), "C asks 192.0.2.53 for far.example (A)",
                                              "dnsmasq at S asks 198.51.100.54, which answers",
                                              "dnsmasq at S answers: 192.0.2.7", "far.example is 192.0.2.7"};
    QTest::newRow("no such name") << QString() << "nope.lab."
                                  << QStringList{fromFile.arg("nope.lab."), "C asks 192.0.2.53 for nope.lab (A)",
                                                 "dnsmasq at S knows no name nope.lab",
                                                 "there is no such name as nope.lab."};
    QTest::newRow("refused") << QString() << "x.example."
                             << QStringList{fromFile.arg("x.example."), "C asks 192.0.2.53 for x.example (A)",
                                            "dnsmasq at S asks 198.51.100.54, which answers",
                                            "dnsmasq at S answers with the error REFUSED",
                                            "nobody could tell what x.example. is"};
    QTest::newRow("the server beyond is gone") << "ip -n U link set eth0 down\n"
                                               << "far.example."
                                               << QStringList{fromFile.arg("far.example."),
                                                              "C asks 192.0.2.53 for far.example (A)",
                                                              "dnsmasq at S asks 198.51.100.54, which does not answer",
                                                              "dnsmasq at S does not answer",
                                                              "C asks 192.0.2.53 for far.example (A)",
                                                              "dnsmasq at S asks 198.51.100.54, which does not answer",
                                                              "dnsmasq at S does not answer",
                                                              "nobody could tell what far.example. is"};
}

void TestStory::tells()
{
    QFETCH(QString, more);
    QFETCH(QString, name);
    QFETCH(QStringList, texts);
    const names::Story story = storyAt(storyProject(more), name.toStdString());
    QCOMPARE(textsOf(story), texts);
    QCOMPARE(story.found, texts.last().contains(" is 1") || texts.last().contains("that is"));
    QVERIFY(story.mends.empty());
}

/// What stops a question is named, and what is offered lets it through.
void TestStory::mends()
{
    Project project = storyProject("ip netns exec S iptables -A INPUT -p udp --dport 53 -j DROP\n");
    names::Story story = storyAt(project, "web.lab");
    QVERIFY(!story.found);
    const QString why = QString::fromStdString(story.steps.at(2).text);
    QVERIFY2(why.startsWith("no answer comes: ") && why.contains("INPUT"), qPrintable(why));
    QVERIFY(!story.mends.empty());
    QVERIFY(apply(project, story.mends.front().edits));
    story = storyAt(project, "web.lab");
    QVERIFY2(story.found, story.end.c_str());
}

NETDRAFT_TEST(TestStory)
#include "tst_story.moc"

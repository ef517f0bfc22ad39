#include "model/command/nft/nft.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// What the machine lists after commands that are typed on it, a line each.
QString listed(const Project &project, const char *words)
{
    const std::vector<std::string> split = *splitWords(words);
    const auto answer = understand(project.network, hostNetns, split);
    const auto *reply = std::get_if<Reply>(&answer);
    return reply ? QString::fromStdString(reply->out + reply->err) : QString("edits");
}

constexpr std::string_view ruleset = R"(table inet filter {
	chain input {
		type filter hook input priority filter; policy drop;
		ct state established,related accept
		iif "lo" accept
		iifname { "lo", "eth0" } tcp dport { 22, 79-81 } accept comment "two words"
		ip saddr { 10.0.0.0/8, 192.168.0.1 } icmp type echo-request limit rate 5/second accept
		jump own
	}

	chain own {
		meta mark & 0x000000ff != 0x00000001 log prefix "own: " level info
		ct mark set meta mark
		meta l4proto tcp reject with tcp reset
		reject with icmpx admin-prohibited
	}
}
table ip nat {
	chain pre {
		type nat hook prerouting priority dstnat + 5; policy accept;
		tcp dport 8080 dnat to 192.0.2.2:80
		udp dport 53 redirect to :5353
	}

	chain post {
		type nat hook postrouting priority srcnat; policy accept;
		oifname "eth1" masquerade random,persistent
	}
}
)";

} // namespace

/// nft beside the transcript, which is compared with the real one: files, and edits as words.
class TestNft : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItLists();
    void refusesAsAWhole();
    void saysWhereInAFile();
    void speaks_data();
    void speaks();
    void keepsHandlesOfLines();
    void keepsAwayFromIptables();
    void iptablesKeepsAway();
};

void TestNft::readsWhatItLists()
{
    Project project;
    const auto read = command::nftables(*project.network.find(hostNetns), std::vector<std::string>{"-f", "-"}, ruleset);
    QCOMPARE(QString::fromStdString(read.reply.err), QString());
    QVERIFY(apply(project, read.edits));
    QCOMPARE(listed(project, "nft list ruleset"), QString::fromUtf8(ruleset.data(), qsizetype(ruleset.size())));
}

void TestNft::refusesAsAWhole()
{
    const Project project;
    const std::string_view text = "add table t\nadd chain t c\nadd rule t c jump nowhere\n";
    const auto read = command::nftables(*project.network.find(hostNetns), std::vector<std::string>{"-f", "-"}, text);
    QVERIFY(read.edits.empty());
    QCOMPARE(read.reply.status, 1);
}

void TestNft::saysWhereInAFile()
{
    const Project project;
    const std::string_view text = "table inet q {\n chain r {\n  tcp dport 99999 accept\n }\n}\n";
    const auto read = command::nftables(*project.network.find(hostNetns), std::vector<std::string>{"-f", "-"}, text);
    QCOMPARE(QString::fromStdString(read.reply.err), QString("/dev/stdin:3:13-17: Error: Service out of range\n"
                                                             "  tcp dport 99999 accept\n"
                                                             "            ^^^^^\n"));
}

void TestNft::speaks_data()
{
    QTest::addColumn<QString>("command");

    const auto row = [](const char *name, const char *command) { QTest::newRow(name) << command; };
    row("a table", "nft add table inet t");
    row("a new table", "nft create table ip6 t");
    row("a chain", "nft add chain ip t c");
    row("a base chain", "nft add chain ip t c '{ type nat hook postrouting priority srcnat - 5; }'");
    row("a base chain with a policy",
        "nft add chain ip t c '{ type filter hook input priority filter; policy drop; }'");
    row("a policy", "nft add chain ip t base '{ policy drop; }'");
    row("another name", "nft rename chain ip t own other");
    row("a chain goes", "nft delete chain ip t own");
    row("its rules go", "nft flush chain ip t own");
    row("a table goes", "nft delete table ip t");
    row("the rules of a table go", "nft flush table ip t");
    row("all goes", "nft flush ruleset");
    row("all of a family goes", "nft flush ruleset ip6");
    row("a rule", "nft add rule ip t own tcp dport 22 accept");
    row("a rule with a set", "nft add rule ip t own tcp dport '{ 22, 80, 1000-2000 }' accept");
    row("a rule with a link", "nft add rule ip t own iif lo oifname eth1 drop");
    row("a rule with a link called as a word of nft", "nft insert rule ip t own iifname '\"ip\"' drop");
    row("a rule with a set of links", "nft add rule ip t own iifname '{ \"eth0\", \"eth1\" }' drop");
    row("a rule beside another", "nft insert rule ip t own handle 3 drop comment '\"two words\"'");
    row("a rule at a place", "nft add rule ip t own index 0 counter packets 0 bytes 0");
    row("a rule instead", "nft replace rule ip t own handle 3 return");
    row("a rule goes", "nft delete rule ip t own handle 3");
    row("an inverted comparison", "nft add rule ip t own ip saddr '!=' 10.0.0.0/8 jump other");
    row("bits of a mark", "nft add rule ip t own meta mark '&' 0x000000ff == 0x00000001 meta mark set ct mark");
}

void TestNft::speaks()
{
    QFETCH(QString, command);
    auto project =
        tests::lab("nft add table ip t\nnft add chain ip t own\nnft add chain ip t other\n"
                   "nft add rule ip t own accept\n"
                   "nft add chain ip t base '{ type filter hook forward priority 0; }'\nnft add table ip6 t6\n");
    QVERIFY(project);
    if (command.contains("another name") || command.endsWith("own other"))
        QVERIFY(apply(*project,
                      {Edit(nft::ChangeRuleset{"host", nft::RemoveChain{{{nft::TableFamily::Ip, "t"}, "other"}}})}));
    if (command.startsWith("nft delete chain"))
        QVERIFY(
            apply(*project, {Edit(nft::ChangeRuleset{"host", nft::FlushChain{{{nft::TableFamily::Ip, "t"}, "own"}}})}));
    const auto words = splitWords(command.toStdString());
    QVERIFY(words);
    const auto answer = understand(project->network, hostNetns, *words);
    const auto *edits = std::get_if<EditList>(&answer);
    QVERIFY2(edits, qPrintable(edits ? QString() : QString::fromStdString(std::get<Reply>(answer).err)));
    QCOMPARE(edits->edits.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(commandLine(edits->edits.front(), Prompt::Node)), command);

    // And back.
    const Project before = *project;
    const auto done = apply(*project, *edits);
    QVERIFY2(done, qPrintable(done ? QString() : QString::fromStdString(describe(done.error()))));
    QVERIFY(apply(*project, done->inverse));
    QVERIFY(project->network == before.network);
}

void TestNft::keepsHandlesOfLines()
{
    Project project;
    for (const char *line : {"add table ip t # handle 7", "add chain ip t c # handle 3",
                             "add rule ip t c tcp dport { 22, 80 } accept # handle 9"}) {
        const auto edits = command::editsOfNftLine("host", line);
        QVERIFY(edits);
        QCOMPARE(QString::fromStdString(command::nftLine(std::get<nft::ChangeRuleset>(edits->edits[0].kind).change)),
                 QString(line));
        QVERIFY(apply(project, *edits));
    }
    QCOMPARE(listed(project, "nft -a list ruleset"), QString("table ip t { # handle 7\n"
                                                             "\tchain c { # handle 3\n"
                                                             "\t\ttcp dport { 22, 80 } accept # handle 9\n"
                                                             "\t}\n"
                                                             "}\n"));
    QVERIFY(!command::editsOfNftLine("host", "add rule ip t c tcp dport 99999 accept"));
    QVERIFY(!command::editsOfNftLine("host", "list ruleset"));
}

void TestNft::keepsAwayFromIptables()
{
    const auto project = tests::lab("iptables -A INPUT -j DROP\nnft add table inet filter\n");
    QVERIFY(project);
    QVERIFY(listed(*project, "nft list ruleset").endsWith("is not simulated\n"));
    QVERIFY(listed(*project, "nft add chain ip filter own").endsWith("is not simulated\n"));
    QCOMPARE(listed(*project, "nft list table inet filter"), QString("table inet filter {\n}\n"));
    QCOMPARE(listed(*project, "nft list ruleset ip6"), QString());
}

void TestNft::iptablesKeepsAway()
{
    const auto project = tests::lab("nft add table ip nat\n");
    QVERIFY(project);
    QVERIFY(listed(*project, "iptables -S").endsWith("is not simulated\n"));
    QVERIFY(!listed(*project, "ip6tables -S").contains("not simulated"));
}

NETDRAFT_TEST(TestNft)
#include "tst_nft.moc"

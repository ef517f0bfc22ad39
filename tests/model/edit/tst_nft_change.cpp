#include "model/edit/nft_change.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;
using nft::Refusal;

namespace {

constexpr nft::TableFamily inet = nft::TableFamily::Inet;
const nft::TableName filterTable{inet, "t"};
const nft::ChainName regular{filterTable, "c"};
const nft::ChainName base{filterTable, "b"};
const nft::ChainName natChain{filterTable, "n"};

/// A table with a chain that others go to, one at the input hook, and one of NAT.
constexpr const char *rules = "nft add table inet t\n"
                              "nft add chain inet t c\n"
                              "nft add chain inet t b '{ type filter hook input priority 0; }'\n"
                              "nft add chain inet t n '{ type nat hook postrouting priority 100; }'\n"
                              "nft add rule inet t b jump c\n";

nft::Rule rule(nft::Statement statement)
{
    return {{std::move(statement)}, {}};
}

} // namespace

Q_DECLARE_METATYPE(nft::Change)
Q_DECLARE_METATYPE(Refusal::Part)

/// What the kernel refuses; its words are compared with the real ones in the transcript nft.txt.
class TestNftChange : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void numbersRules();
    void looksLinksUp();
    void flushesIptablesToo();
};

void TestNftChange::refuses_data()
{
    using Part = Refusal::Part;
    QTest::addColumn<nft::Change>("change");
    QTest::addColumn<QString>("why");
    QTest::addColumn<Part>("part");

    const auto row = [](const char *name, nft::Change change, const char *why, Part part) {
        QTest::newRow(name) << std::move(change) << why << part;
    };
    const char *missing = "No such file or directory";
    const char *unsupported = "Operation not supported";
    row("a table twice", nft::AddTable{filterTable, true}, "File exists", Part::Table);
    row("a table that is not there", nft::RemoveTable{{inet, "u"}}, missing, Part::Table);
    row("a chain of no table", nft::AddChain{{{inet, "u"}, "c"}}, missing, Part::Table);
    row("a chain twice", nft::AddChain{regular, {}, {}, true}, "File exists", Part::Chain);
    row("a policy of no base chain", nft::AddChain{regular, {}, true}, unsupported, Part::Policy);
    row("another priority", nft::AddChain{base, netfilter::BaseChain{}, {}, true}, "File exists", Part::Chain);
    row("NAT that forwards",
        nft::AddChain{{filterTable, "x"},
                      netfilter::BaseChain{netfilter::BaseChain::Type::Nat, netfilter::Hook::Forward, 0}},
        unsupported, Part::Command);
    row("a chain that is jumped to", nft::RemoveChain{regular}, "Device or resource busy", Part::Chain);
    row("a name that is taken", nft::RenameChain{regular, "b"}, "File exists", Part::Command);
    row("a jump to nowhere", nft::AddRule{regular, rule(netfilter::Jump{"x"})}, missing, Part::Jump);
    row("a jump to a base chain", nft::AddRule{regular, rule(netfilter::Jump{"b"})}, unsupported, Part::Jump);
    row("a loop", nft::AddRule{regular, rule(netfilter::Jump{"c"})}, "Too many links", Part::Command);
    row("masquerading of what comes in", nft::AddRule{regular, rule(netfilter::Masquerade{})}, unsupported,
        Part::Command);
    row("redirecting of what leaves", nft::AddRule{natChain, rule(netfilter::Redirect{})}, unsupported, Part::Command);
    row("rejecting of what leaves", nft::AddRule{natChain, rule(nft::Reject{})}, unsupported, Part::Command);
    row("beside no rule", nft::AddRule{base, rule(netfilter::Drop{}), false, nft::Beside{false, 77}}, missing,
        Part::Handle);
    row("at no place", nft::AddRule{base, rule(netfilter::Drop{}), false, nft::Beside{true, 7}}, missing, Part::Index);
    row("no rule goes", nft::RemoveRule{base, 77}, missing, Part::Handle);
    row("instead of none", nft::ReplaceRule{base, 77, rule(netfilter::Drop{})}, missing, Part::Handle);
    row("a link that is not there",
        nft::AddRule{base, rule(nft::Comparison{nft::Key::InIndex, false, false, 0xffffffff, {}, {"eth7"}})},
        "Interface does not exist", Part::Interface);
}

void TestNftChange::refuses()
{
    QFETCH(nft::Change, change);
    QFETCH(QString, why);
    QFETCH(Refusal::Part, part);

    auto project = tests::lab(rules);
    QVERIFY(project);
    Netns netns = *project->network.find(hostNetns);
    const auto changed = nft::change(netns, change);
    QVERIFY(!changed);
    QCOMPARE(QString::fromUtf8(changed.error().why.data(), qsizetype(changed.error().why.size())), why);
    QCOMPARE(changed.error().part, part);

    const Project before = *project;
    QVERIFY(!apply(*project, {Edit(nft::ChangeRuleset{"host", change})}));
    QVERIFY(project->network == before.network);
}

void TestNftChange::numbersRules()
{
    const auto project =
        tests::lab("nft add table t\nnft add chain t c\nnft add rule t c tcp dport '{ 22, 80 }' accept\n"
                   "nft insert rule t c drop\n");
    QVERIFY(project);
    const nft::Table &made = project->network.find(hostNetns)->ruleset.nft.front();
    QCOMPARE(made.chains[0].handle.number, 1U);
    QCOMPARE(made.chains[0].rules[0].handle.number, 4U);
    QCOMPARE(made.chains[0].rules[1].handle.number, 3U);
}

void TestNftChange::looksLinksUp()
{
    const auto project = tests::lab("ip link add eth7 type bridge\nnft add table t\nnft add chain t c\n"
                                    "nft add rule t c iif eth7 drop\nip link set eth7 name lan\n");
    QVERIFY(project);
    const Netns &netns = *project->network.find(hostNetns);
    const auto &asked = std::get<nft::Comparison>(netns.ruleset.nft[0].chains[0].rules[0].statements[0]);
    QVERIFY(asked.names.empty());
    QCOMPARE(asked.ranges[0].first.low, static_cast<std::uint64_t>(netns.find(std::string_view("lan"))->index));
}

void TestNftChange::flushesIptablesToo()
{
    auto project = tests::lab("iptables -A INPUT -j DROP\nip6tables -A INPUT -j DROP\nnft add table inet t\n");
    QVERIFY(project);
    QVERIFY(apply(*project, {Edit(nft::ChangeRuleset{"host", nft::FlushRuleset{nft::TableFamily::Ip}})}));
    QCOMPARE(project->network.find(hostNetns)->ruleset.tables.size(), std::size_t{1});
    QCOMPARE(project->network.find(hostNetns)->ruleset.nft.size(), std::size_t{1});
    QVERIFY(apply(*project, {Edit(nft::ChangeRuleset{"host", nft::FlushRuleset{}})}));
    QVERIFY(project->network.find(hostNetns)->ruleset.empty());
}

NETDRAFT_TEST(TestNftChange)
#include "tst_nft_change.moc"

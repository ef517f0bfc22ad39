#include "model/network/ruleset.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;

class TestRuleset : public QObject
{
    Q_OBJECT

private slots:
    void makesChainsInOrder();
    void keepsTheOrderOfTables();
    void knowsNoOtherTable();
    void comparesByContent();
    void tellsCountsApart();
    void countsGoOnWhereARuleIsStillThere();
};

void TestRuleset::makesChainsInOrder()
{
    Ruleset ruleset;
    Table *nat = ruleset.make(Family::Ipv4, "nat");
    QVERIFY(nat && nat->chains.empty());
    nat->chains.push_back({"mine", {}, false, {}});
    for (const char *chain : {"POSTROUTING", "PREROUTING", "OUTPUT"}) {
        QVERIFY(nat->make(chain));
        QVERIFY(nat->make(chain)->base->type == BaseChain::Type::Nat);
    }
    QVERIFY(nat->make("mine"));
    QVERIFY(!nat->make("FORWARD"));
    QStringList names;
    for (const Chain &chain : nat->chains)
        names << QString::fromStdString(chain.name);
    QCOMPARE(names, QStringList({"PREROUTING", "OUTPUT", "POSTROUTING", "mine"}));
}

void TestRuleset::keepsTheOrderOfTables()
{
    Ruleset ruleset;
    for (const char *table : {"nat", "filter", "mangle", "raw"}) {
        QVERIFY(ruleset.make(Family::Ipv6, table));
        QVERIFY(ruleset.make(Family::Ipv4, table));
    }
    QStringList order;
    for (const Table &table : ruleset.tables)
        order << (table.family == Family::Ipv4 ? "4 " : "6 ") + QString::fromStdString(table.name);
    QCOMPARE(order, QStringList({"4 mangle", "4 raw", "4 filter", "4 nat", "6 mangle", "6 raw", "6 filter", "6 nat"}));
}

void TestRuleset::knowsNoOtherTable()
{
    Ruleset ruleset;
    QVERIFY(!ruleset.make(Family::Ipv4, "broute"));
    QVERIFY(ruleset.empty());
    QVERIFY(!ruleset.find(Family::Ipv4, "filter"));
}

void TestRuleset::comparesByContent()
{
    Ruleset a;
    Ruleset b;
    netfilter::Rule drop;
    drop.target = Drop{};
    a.make(Family::Ipv4, "filter")->make("INPUT")->rules.push_back(drop);
    QVERIFY(a != b);
    b.make(Family::Ipv4, "filter")->make("INPUT")->rules.push_back(drop);
    QVERIFY(a == b);
}

void TestRuleset::tellsCountsApart()
{
    Ruleset a;
    a.make(Family::Ipv4, "filter")->make("INPUT")->rules.emplace_back();
    nft::Rule counting;
    counting.statements.emplace_back(nft::Counter{});
    nft::Chain inward;
    inward.rules.push_back(counting);
    a.nft.emplace_back().chains.push_back(inward);
    Ruleset b = a;
    QVERIFY(sameCounts(a, b));
    b.tables.front().chains.front().rules.front().counted = {1, 84};
    QVERIFY(a == b && !sameCounts(a, b));
    b = a;
    b.tables.front().chains.front().counted = {{0, 0}, true};
    QVERIFY(a == b && !sameCounts(a, b));
    b = a;
    std::get<nft::Counter>(b.nft.front().chains.front().rules.front().statements.front()).counted = {1, 84};
    QVERIFY(a == b && !sameCounts(a, b));
}

void TestRuleset::countsGoOnWhereARuleIsStillThere()
{
    const auto named = [](const char *chain) {
        netfilter::Rule rule;
        rule.target = Jump{chain};
        return rule;
    };
    Ruleset now;
    Chain &chain = *now.make(Family::Ipv4, "filter")->make("INPUT");
    chain.rules = {named("ONE"), named("TWO"), named("ONE")};
    for (std::uint64_t i = 0; i < chain.rules.size(); ++i)
        chain.rules[i].counted = {i + 1, 84 * (i + 1)};
    chain.counted = {{9, 900}, true};
    nft::Rule counting;
    counting.statements.emplace_back(nft::Counter{0, 0, {7, 700}});
    nft::Chain inward;
    inward.rules.push_back(counting);
    now.nft.emplace_back().chains.push_back(inward);

    Ruleset was = now;
    Chain &before = *was.find(Family::Ipv4, "filter")->find("INPUT");
    before.rules = {named("NONE"), named("TWO"), named("ONE")};
    before.rules[0].counted = {50, 5000};
    before.counted = {{}, true};
    std::get<nft::Counter>(was.nft[0].chains[0].rules[0].statements[0]).counted = {};
    takeCounts(now, was);
    QCOMPARE(before.rules[0].counted.packets, std::uint64_t(50)); // which is nowhere now
    QCOMPARE(before.rules[1].counted.packets, std::uint64_t(2));
    QCOMPARE(before.rules[2].counted.packets, std::uint64_t(3)); // the one behind it, not the first that is alike
    QCOMPARE(before.counted.packets, std::uint64_t(9));
    QCOMPARE(std::get<nft::Counter>(was.nft[0].chains[0].rules[0].statements[0]).counted.bytes, std::uint64_t(700));
    // A policy that nobody had set counts nothing.
    before.counted = {};
    takeCounts(now, was);
    QVERIFY(!before.counted.on);
}

NETDRAFT_TEST(TestRuleset)
#include "tst_ruleset.moc"

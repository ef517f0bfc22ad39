#include "model/network/hooked_chain.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;

/// In which order the chains of both tools run.
class TestHookedChain : public QObject
{
    Q_OBJECT

private slots:
    void runByPriorityThenTheLaterFirst();
    void inetSeesBothFamilies();
};

namespace {

nft::Chain chainOf(const char *name, Hook hook, int priority)
{
    nft::Chain chain;
    chain.name = name;
    chain.base = BaseChain{BaseChain::Type::Filter, hook, priority};
    return chain;
}

QStringList namesOf(const Ruleset &ruleset)
{
    QStringList names;
    for (const HookedChain &hooked : hookedChains(ruleset))
        names << QString::fromStdString(hooked.chain ? hooked.chain->name : hooked.nftChain->name);
    return names;
}

} // namespace

void TestHookedChain::runByPriorityThenTheLaterFirst()
{
    Ruleset ruleset;
    ruleset.make(Family::Ipv4, "filter")->make("FORWARD");
    ruleset.make(Family::Ipv4, "filter")->chains.push_back({"user", {}, false, {}});
    ruleset.registerChains();
    ruleset.nft.push_back({{nft::TableFamily::Ip, "t"}, {}, {chainOf("same", Hook::Forward, 0)}, {}});
    ruleset.registerChains();
    ruleset.nft.front().chains.push_back(chainOf("before", Hook::Forward, -1));
    ruleset.nft.front().chains.push_back(chainOf("after", Hook::Forward, 1));
    ruleset.registerChains();
    QCOMPARE(namesOf(ruleset), QStringList({"before", "same", "FORWARD", "after"}));
}

void TestHookedChain::inetSeesBothFamilies()
{
    Ruleset ruleset;
    ruleset.make(Family::Ipv6, "filter")->make("INPUT");
    ruleset.nft.push_back({{nft::TableFamily::Inet, "t"}, {}, {chainOf("both", Hook::Input, 5)}, {}});
    ruleset.registerChains();
    const std::vector<HookedChain> chains = hookedChains(ruleset);
    QCOMPARE(chains.size(), std::size_t(2));
    QVERIFY(chains[0].sees(Family::Ipv6) && !chains[0].sees(Family::Ipv4));
    QVERIFY(chains[1].sees(Family::Ipv6) && chains[1].sees(Family::Ipv4));
}

NETDRAFT_TEST(TestHookedChain)
#include "tst_hooked_chain.moc"

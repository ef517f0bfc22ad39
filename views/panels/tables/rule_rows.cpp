#include "views/panels/tables/rule_rows.h"

#include "model/command/netfilter/print_rule.h"
#include "model/command/nft/listing.h"
#include "model/network/hooked_chain.h"

#include <QCoreApplication>

#include <algorithm>

namespace netdraft::views {

namespace {

using namespace model::netfilter;
namespace nft = model::nft;

constexpr int deepest = 16; ///< the kernel follows no more jumps

class Rows
{
public:
    explicit Rows(const model::Netns &netns) : m_netns(netns) {}

    void add(const HookedChain &hooked)
    {
        m_hook = hooked.base.hook;
        if (hooked.chain)
            addBase(*hooked.table, *hooked.chain);
        else
            addBase(*hooked.nftTable, *hooked.nftChain);
    }
    std::vector<RuleRow> take() { return std::move(m_rows); }

private:
    static QString policy(bool drops)
    {
        return QCoreApplication::translate("RuleRows", "policy %1")
            .arg(drops ? QStringLiteral("DROP") : QStringLiteral("ACCEPT"));
    }

    void addBase(const Table &table, const Chain &chain)
    {
        RuleRow row{0,
                    m_hook,
                    QString::fromStdString(table.name + ' ' + chain.name),
                    policy(chain.drops),
                    chain.drops,
                    {},
                    {table.family, table.name, chain.name, 0}};
        if (table.family == model::Family::Ipv6)
            row.what += QStringLiteral(" (ip6tables)");
        if (chain.counted.on)
            row.counted = chain.counted;
        m_rows.push_back(std::move(row));
        addRules(table, chain, 1);
    }

    void addBase(const nft::Table &table, const nft::Chain &chain)
    {
        const std::string family(nft::familyName(table.name.family));
        m_rows.push_back(
            {0,
             m_hook,
             QString::fromStdString(family + ' ' + table.name.table + ' ' + chain.name) + QStringLiteral(" (nft)"),
             policy(chain.drops),
             chain.drops,
             {},
             {model::Family::Ipv4, table.name.table, chain.name, 0, table.name.family}});
        addRules(table, chain, 1);
    }

    void addRules(const Table &table, const Chain &chain, int depth)
    {
        for (std::size_t i = 0; i < chain.rules.size(); ++i) {
            const Rule &rule = chain.rules[i];
            const auto words = model::command::ruleWords(table.family, rule);
            const auto target =
                std::ranges::find_if(words, [](const auto &word) { return word.text == "-j" || word.text == "-g"; });
            QString what = QString::fromStdString(model::command::savedLine({words.begin(), target})).trimmed();
            if (what.isEmpty())
                what = QCoreApplication::translate("RuleRows", "every packet");
            const auto first = target == words.end() ? target : target + 1;
            m_rows.push_back({depth,
                              m_hook,
                              std::move(what),
                              QString::fromStdString(model::command::savedLine({first, words.end()})).trimmed(),
                              false,
                              rule.counted,
                              {table.family, table.name, chain.name, static_cast<int>(i) + 1}});
            const auto *jump = std::get_if<Jump>(&rule.target);
            const Chain *next = jump ? table.find(jump->chain) : nullptr;
            if (next && depth < deepest)
                addRules(table, *next, depth + 1);
        }
    }

    void addRules(const nft::Table &table, const nft::Chain &chain, int depth)
    {
        for (std::size_t i = 0; i < chain.rules.size(); ++i) {
            const nft::Rule &rule = chain.rules[i];
            m_rows.push_back(
                {depth,
                 m_hook,
                 QString::fromStdString(
                     model::command::nfttool::ruleText(table.name.family, rule, &m_netns, {false, true})),
                 {},
                 false,
                 countedOf(rule),
                 {model::Family::Ipv4, table.name.table, chain.name, static_cast<int>(i) + 1, table.name.family}});
            for (const nft::Statement &statement : rule.statements) {
                const auto *jump = std::get_if<Jump>(&statement);
                const nft::Chain *next = jump ? table.find(jump->chain) : nullptr;
                if (next && depth < deepest)
                    addRules(table, *next, depth + 1);
            }
        }
    }

    /// By the first counter that the rule has, if it has one.
    static std::optional<Counted> countedOf(const nft::Rule &rule)
    {
        for (const nft::Statement &statement : rule.statements) {
            if (const auto *counter = std::get_if<nft::Counter>(&statement)) {
                Counted counted{counter->packets, counter->bytes};
                counted.add(counter->counted);
                return counted;
            }
        }
        return std::nullopt;
    }

    const model::Netns &m_netns;
    Hook m_hook = Hook::Prerouting;
    std::vector<RuleRow> m_rows;
};

} // namespace

bool RuleRow::isSameBut(const RuleRow &other) const
{
    return depth == other.depth && hook == other.hook && what == other.what && does == other.does &&
           place == other.place && counted.has_value() == other.counted.has_value();
}

std::vector<RuleRow> ruleRows(const model::Netns &netns)
{
    Rows rows(netns);
    const std::vector<HookedChain> chains = hookedChains(netns.ruleset);
    for (const Hook hook : {Hook::Prerouting, Hook::Input, Hook::Forward, Hook::Output, Hook::Postrouting}) {
        for (const HookedChain &chain : chains) {
            if (chain.base.hook == hook)
                rows.add(chain);
        }
    }
    return rows.take();
}

QString hookName(Hook hook)
{
    switch (hook) {
    case Hook::Prerouting: return QStringLiteral("PREROUTING");
    case Hook::Input: return QStringLiteral("INPUT");
    case Hook::Forward: return QStringLiteral("FORWARD");
    case Hook::Output: return QStringLiteral("OUTPUT");
    case Hook::Postrouting: return QStringLiteral("POSTROUTING");
    }
    return {};
}

} // namespace netdraft::views

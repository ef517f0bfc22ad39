#include "model/network/nft_ruleset.h"

#include <algorithm>

namespace netdraft::model::nft {

const Chain *Table::find(std::string_view chain) const
{
    const auto found = std::ranges::find(chains, chain, &Chain::name);
    return found == chains.end() ? nullptr : &*found;
}

Chain *Table::find(std::string_view chain)
{
    return const_cast<Chain *>(std::as_const(*this).find(chain));
}

std::uint64_t handlesOf(const Rule &rule)
{
    const auto sets = std::ranges::count_if(rule.statements, [](const Statement &statement) {
        const auto *comparison = std::get_if<Comparison>(&statement);
        return comparison && comparison->set;
    });
    return static_cast<std::uint64_t>(sets) + 1;
}

std::string_view familyName(TableFamily family)
{
    switch (family) {
    case TableFamily::Ip: return "ip";
    case TableFamily::Ip6: return "ip6";
    case TableFamily::Inet: return "inet";
    }
    return "ip";
}

} // namespace netdraft::model::nft

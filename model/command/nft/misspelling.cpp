#include "model/command/nft/misspelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace netdraft::model::command::nfttool {

namespace {

/// How many changes make one name the other, as nft counts them: it compares each character with the one behind, and
/// keeps rows that are one too short.
unsigned distanceBetween(std::string_view a, std::string_view b)
{
    const std::size_t rows = a.size();
    const std::size_t columns = b.size();
    std::vector<unsigned> cells((rows + 1) * (columns + 1));
    const auto cell = [&](std::size_t i, std::size_t j) -> unsigned & { return cells[i * columns + j]; };
    const auto at = [](std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    for (std::size_t i = 0; i <= rows; ++i)
        cell(i, 0) = static_cast<unsigned>(i);
    for (std::size_t j = 0; j <= columns; ++j)
        cell(0, j) = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= rows; ++i) {
        for (std::size_t j = 1; j <= columns; ++j) {
            const unsigned cost = at(a, i) == at(b, j) ? 0 : 1;
            const unsigned least = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + cost});
            cell(i, j) = least;
            if (i > 1 && j > 1 && at(a, i) == at(b, j - 1) && at(a, i - 1) == at(b, j))
                cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + cost);
        }
    }
    return cell(rows, columns);
}

/// The name that is the most like the wanted one; of several, the first (string_misspell_update).
class Closest
{
public:
    explicit Closest(std::string_view wanted) : m_wanted(wanted) {}

    bool isCloser(std::string_view name)
    {
        const std::size_t most = std::max(name.size(), m_wanted.size());
        const std::size_t least = std::min(name.size(), m_wanted.size());
        if (most <= 1)
            return false;
        const std::size_t allowed = most - least <= 1 ? std::max<std::size_t>((most + 2) / 3, 1) : (most + 4) / 3;
        const unsigned distance = distanceBetween(name, m_wanted);
        if (distance > allowed || distance >= m_distance)
            return false;
        m_distance = distance;
        return true;
    }

private:
    std::string_view m_wanted;
    unsigned m_distance = std::numeric_limits<unsigned>::max();
};

std::string tableText(const nft::Table &table)
{
    return fmt::format("; did you mean table ‘{}’ in family {}?", table.name.table, nft::familyName(table.name.family));
}

std::string likeTable(const netfilter::Ruleset &ruleset, const nft::TableName &wanted)
{
    Closest closest(wanted.table);
    const nft::Table *found = nullptr;
    for (const nft::Table &table : ruleset.nft) {
        if (closest.isCloser(table.name.table))
            found = &table;
    }
    return found ? tableText(*found) : std::string();
}

/// `isOfRule`: it is the chain of a rule that is not there.
std::string likeChain(const netfilter::Ruleset &ruleset, const nft::ChainName &wanted, bool isOfRule)
{
    Closest closest(wanted.chain);
    const nft::Table *table = nullptr;
    const nft::Chain *chain = nullptr;
    for (const nft::Table &each : ruleset.nft) {
        for (const nft::Chain &candidate : each.chains) {
            if (!closest.isCloser(candidate.name))
                continue;
            table = &each;
            chain = &candidate;
        }
    }
    if (!table)
        return {};
    if (!ruleset.find(wanted.table))
        return tableText(*table);
    if (isOfRule && chain->name == wanted.chain)
        return {};
    return fmt::format("; did you mean chain ‘{}’ in table {} ‘{}’?", chain->name, nft::familyName(table->name.family),
                       table->name.table);
}

} // namespace

std::string suggestionFor(const netfilter::Ruleset &ruleset, const nft::Change &change)
{
    // These look for their table before the kernel is asked.
    if (const auto *renamed = std::get_if<nft::RenameChain>(&change); renamed && !ruleset.find(renamed->chain.table))
        return likeTable(ruleset, renamed->chain.table);
    if (const auto *removed = std::get_if<nft::RemoveTable>(&change))
        return likeTable(ruleset, removed->table);
    if (const auto *added = std::get_if<nft::AddChain>(&change))
        return likeTable(ruleset, added->chain.table);
    return std::visit(
        [&]<typename Edit>(const Edit &edit) -> std::string {
            if constexpr (requires { edit.chain; })
                return likeChain(ruleset, edit.chain,
                                 !std::is_same_v<Edit, nft::RemoveChain> && !std::is_same_v<Edit, nft::RenameChain>);
            else
                return {};
        },
        change);
}

} // namespace netdraft::model::command::nfttool

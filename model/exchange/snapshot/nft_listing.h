#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::snapshot {

/// A command that makes a part of what `nft list ruleset` shows, and where that part stands.
struct NftCommand {
    std::string words; ///< without `nft`: `add rule ip nat post masquerade`
    std::string chain; ///< that it makes, or whose rule; empty: it makes the table
    std::size_t offset = 0;
};

struct NftTable {
    std::string family; ///< `ip`, `inet` …
    std::string name;
    std::size_t offset = 0;
    /// The table, its chains, then its rules, which may jump to any of them.
    std::vector<NftCommand> commands;
    /// Where it has what is no chain: sets, maps, flow tables, counters.
    std::vector<std::size_t> others;
};

/// The tables of such a list in a part of a text.
std::vector<NftTable> nftTables(std::string_view text, std::size_t begin, std::size_t end);

} // namespace netdraft::model::snapshot

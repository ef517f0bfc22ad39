#pragma once

#include "model/command/nft/rule_reader.h"
#include "model/edit/nft_change.h"

namespace netdraft::model::command::nfttool {

/// `list …`
struct Listing {
    enum class What : std::uint8_t { Ruleset, Tables, Table, Chains, Chain };
    What what = What::Ruleset;
    std::optional<nft::TableFamily> family; ///< of Ruleset, Tables and Chains: of those alone
    nft::ChainName name;                    ///< of Table and Chain
};

/// One command of nft, and where its parts are written.
struct Command {
    std::variant<nft::Change, Listing> what;
    Span whole;
    Span table;
    Span chain;
    Span place; ///< the handle or the index that it names
    Span policy;
    Span jump;
    std::vector<NamedLink> links;
    std::vector<Span> sets; ///< without names, in the order of the text
    bool flush = false;     ///< nft looks for no names like those it does not find
};

/// The commands of a text: those of a command line, or of a file with whole tables in it. Handles behind `#`, as
/// `nft -a list` prints them, are comments.
std::vector<Command> readCommands(Reading &reading);

} // namespace netdraft::model::command::nfttool

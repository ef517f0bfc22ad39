#pragma once

#include "model/command/nft/keys.h"

namespace netdraft::model::command::nfttool {

// The statements of a rule that do something. The word that begins them is taken already.

nft::Limit readLimit(Reading &reading);
netfilter::Log readLog(Reading &reading);
nft::Counter readCounter(Reading &reading);

/// `mark set …`, of a packet or of its connection.
nft::Statement readMarkSetting(Reading &reading, bool ofConnection);

/// A target of NAT, and where its ports are written.
struct ReadNat {
    nft::Statement statement;
    std::optional<Span> ports;
};
/// `family` is what the addresses are of, where that is known.
ReadNat readNat(Reading &reading, std::string_view word, std::optional<Family> family);

} // namespace netdraft::model::command::nfttool

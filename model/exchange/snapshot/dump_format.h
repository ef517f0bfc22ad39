#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

// What somebody copied from terminals: `ip addr`, `ip route`, `bridge vlan`, `iptables-save` and others, one after the
// other, with the prompts or without.

/// A text with a prompt before one of those commands, or with lines that only they print.
bool claimsDump(const ImportSource &source);
Result<Imported> readDump(const ImportSource &source);

} // namespace netdraft::model

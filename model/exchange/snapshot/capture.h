#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

/// What the tools of this machine said, in files as docs/capture.md has them, and what could not be asked.
struct MachineAnswers {
    ImportSource source;
    std::vector<std::string> unanswered; ///< a line each: `host: iptables-save: Permission denied`
};

/// Asks this machine, as far as the user's rights go, and changes nothing: of its own namespace, of those in
/// /run/netns, and of those of its processes. Fails where not even `ip` answers.
Result<MachineAnswers> askMachine();

/// What they say, as a network; what could not be asked is a trouble without a place.
Result<Imported> readMachine(const MachineAnswers &answers);

/// Both: a picture of this machine, for a menu.
Result<Imported> capture();

} // namespace netdraft::model

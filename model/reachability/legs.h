#pragma once

#include "model/reachability/ping.h"
#include "model/simulation/journal.h"

namespace netdraft::model {

/// How an exchange went, as far as that decides.
struct ExchangeEnd {
    /// Where the packet ended that tells how it went: the request, its reply if that set out, or, where a neighbour was
    /// asked for in vain, the question for it or the answer. Null where nothing that is modelled tells.
    const simulation::Ending *decisive = nullptr;
    bool answered = false; ///< a reply set out
};

/// Reads what became of a request of `from`, sent with the address `sender`, and of all that came of it; with `record`,
/// writes their ways down, each with one hop at least.
ExchangeEnd readExchange(const DataPlane &plane, const simulation::Journal &journal, simulation::JourneyId request,
                         NodeIndex from, const IpAddress &sender, Exchange *record);

} // namespace netdraft::model

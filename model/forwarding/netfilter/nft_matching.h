#pragma once

#include "model/forwarding/netfilter/matching.h"
#include "model/network/nft_statement.h"

namespace netdraft::model::netfilter {

/// Whether a packet agrees with a comparison of nft. What the packet does not have, it does not agree with, not even
/// inverted (NFT_BREAK).
bool agrees(const Sight &sight, const nft::Comparison &comparison);

/// What a `reject` of nft answers a packet of a protocol with; none where the packet is of a family or a protocol that
/// it is not about (nft_reject_inet_eval).
std::optional<RejectWith> answerOf(const nft::Reject &reject, const Packet &packet);

} // namespace netdraft::model::netfilter

#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// Duplicate address detection of IPv6 (RFC 4862, 5.4; net/ipv6/addrconf.c, ndisc.c), without its time: it is over when
// the edit is that started it, and who had the address before keeps it.

/// Addresses of a link wait to be checked: they are once the edit is done, in the order in which links are named here.
void detectDuplicates(Draft &draft, LinkPlace place);

/// An address has passed, or has failed, whoever else has it.
void knowDetection(Draft &draft, LinkPlace place, const IpAddress &address, Detection detection);

/// Checks what waits: an address that somebody on the segment answers for has failed, and stays tentative; one of a
/// link without carrier waits on (addrconf_dad_begin, addrconf_dad_work).
void settleDetection(Draft &draft);

} // namespace netdraft::model

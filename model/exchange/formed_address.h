#pragma once

#include "model/address/ip_address.h"

namespace netdraft::model {

/// Whether a link-local address was formed from a MAC (RFC 4291, appendix A).
inline bool isFormedFromMac(const IpAddress &address)
{
    return !address.isV4() && address.isLinkLocal() && ((address.low() >> 24) & 0xffff) == 0xfffe;
}

} // namespace netdraft::model

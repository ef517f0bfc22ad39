#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// Edits that build a network, taken one after the other. A namespace may have been given the address of its own
/// gateway after the route by it; IPv6 takes such a route only while it is not there ("Gateway can not be a local
/// address", ip6_route_check_nh). IPv4 takes it, and asks the link for the target itself if it was there; but not where
/// the gateway is said to be on the link (fib_check_nh).
class OwnGateways
{
public:
    /// What does the edit: it alone, or between edits that take addresses away and give them again.
    std::vector<Edit> around(const Edit &edit);

private:
    std::vector<AddAddress> m_given;
};

/// The whole list, so.
EditList aroundOwnGateways(const EditList &edits);

} // namespace netdraft::model

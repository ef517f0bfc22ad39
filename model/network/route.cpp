#include "model/network/route.h"

#include <tuple>

namespace netdraft::model {

namespace {

/// Tables stand in 256 hash lists (FIB_TABLE_HASHSZ, FIB6_TABLE_HASHSZ), which are printed one after the
/// other.
std::pair<std::uint32_t, std::uint32_t> tableOrder(const Route &route)
{
    return {route.table & 255U, route.table};
}

std::weak_ordering compareDestinations(const Prefix &a, const Prefix &b)
{
    const auto byPlace = a.family() == Family::Ipv4 ? a.address() <=> b.address() : a.last() <=> b.last();
    return byPlace != 0 ? byPlace : b.length() <=> a.length();
}

} // namespace

std::weak_ordering compare(const Route &a, const Route &b)
{
    if (const auto order = a.family() <=> b.family(); order != 0)
        return order;
    if (const auto order = tableOrder(a) <=> tableOrder(b); order != 0)
        return order;
    if (const auto order = compareDestinations(a.destination, b.destination); order != 0)
        return order;
    return a.metric <=> b.metric;
}

} // namespace netdraft::model

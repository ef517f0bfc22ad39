#pragma once

#include "model/recipe/cni/result.h"

namespace netdraft::model::cni {

// The ranges that host-local gives addresses of.

IpAddress nextAddress(const IpAddress &address);

struct Range {
    std::optional<IpAddress> start;
    std::optional<IpAddress> end;
    std::optional<InterfaceAddress> subnet;
    std::optional<IpAddress> gateway;

    explicit Range(const GoFields &fields);
    /// Fills in what is not given, and refuses what does not fit together.
    Expected<void> complete();
    bool contains(const IpAddress &address) const;
    bool overlaps(const Range &other) const;
    /// `FIRST-LAST`
    std::string toString() const;
};

using RangeSet = std::vector<Range>;
std::string toString(const RangeSet &set);
Expected<void> complete(RangeSet &set);
/// Null where the address is in none.
const Range *rangeFor(const RangeSet &set, const IpAddress &address);
bool overlap(const RangeSet &a, const RangeSet &b);

} // namespace netdraft::model::cni

#include "model/recipe/cni/ranges.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

/// The last address that may be given: of IPv4 the one before the broadcast address.
IpAddress lastGiven(const InterfaceAddress &subnet)
{
    const IpAddress last = subnet.prefix().last();
    return last.isV4() ? IpAddress(Ipv4Address(last.v4().bits() - 1)) : last;
}

} // namespace

IpAddress nextAddress(const IpAddress &address)
{
    if (address.isV4())
        return Ipv4Address(address.v4().bits() + 1);
    const std::uint64_t low = address.low() + 1;
    return Ipv6Address(address.high() + (low == 0 ? 1 : 0), low);
}

Range::Range(const GoFields &fields)
    : start(readAddress(fields, "rangeStart")), end(readAddress(fields, "rangeEnd")),
      subnet(readCidr(fields, "subnet")), gateway(readAddress(fields, "gateway"))
{
}

Expected<void> Range::complete()
{
    if (!subnet)
        return failed("IP <nil> not v4 nor v6");
    const IpAddress network = subnet->prefix().address();
    if (subnet->length > addressBits(network.family()) - 2)
        return failed(fmt::format("Network {} too small to allocate from", subnet->toString()));
    if (network != subnet->address)
        return failed(fmt::format("Network has host bits set. For a subnet mask of length {} the network address is {}",
                                  subnet->length, network.toString()));
    if (!gateway)
        gateway = nextAddress(network);
    if (!start)
        start = nextAddress(network);
    else if (const auto given = std::exchange(start, std::nullopt); !contains(*given))
        return failed(fmt::format("RangeStart {} not in network {}", given->toString(), subnet->toString()));
    else
        start = given;
    if (!end)
        end = lastGiven(*subnet);
    else if (const auto given = std::exchange(end, std::nullopt); !contains(*given))
        return failed(fmt::format("RangeEnd {} not in network {}", given->toString(), subnet->toString()));
    else
        end = given;
    return {};
}

bool Range::contains(const IpAddress &address) const
{
    return subnet->prefix().contains(address) && (!start || address >= *start) && (!end || address <= *end);
}

bool Range::overlaps(const Range &other) const
{
    if (start->family() != other.start->family())
        return false;
    return contains(*other.start) || contains(*other.end) || other.contains(*start) || other.contains(*end);
}

std::string Range::toString() const
{
    return start->toString() + '-' + end->toString();
}

std::string toString(const RangeSet &set)
{
    std::string text;
    for (const Range &range : set)
        text += (text.empty() ? "" : ",") + range.toString();
    return text;
}

Expected<void> complete(RangeSet &set)
{
    if (set.empty())
        return failed("empty range set");
    for (Range &range : set) {
        if (auto done = range.complete(); !done)
            return done;
        if (range.start->family() != set.front().start->family())
            return failed("mixed address families");
    }
    for (std::size_t i = 0; i < set.size(); ++i)
        for (std::size_t j = i + 1; j < set.size(); ++j)
            if (set[i].overlaps(set[j]))
                return failed(fmt::format("subnets {} and {} overlap", set[i].toString(), set[j].toString()));
    return {};
}

const Range *rangeFor(const RangeSet &set, const IpAddress &address)
{
    const auto found = std::ranges::find_if(set, [&](const Range &range) { return range.contains(address); });
    return found == set.end() ? nullptr : &*found;
}

bool overlap(const RangeSet &a, const RangeSet &b)
{
    return std::ranges::any_of(a, [&](const Range &one) {
        return std::ranges::any_of(b, [&](const Range &other) { return one.overlaps(other); });
    });
}

} // namespace netdraft::model::cni

#include "model/command/route_words.h"
#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

const Link *deviceOf(const Values &values, const Json &json, const Netns &netns)
{
    const std::string name = values.text(json, "dev");
    const Link *link = netns.find(std::string_view(name));
    if (!link && !name.empty())
        values.trouble(
            *json.find("dev"),
            fmt::format("{} has no link \"{}\"; expected one of those that `ip link` showed", netns.name, name));
    return link;
}

/// Whether somebody made an entry for good, rather than ARP, or the kernel for a multicast address.
std::optional<NudState> lastingState(const Values &values, const Json &json, const Link &dev, const IpAddress &address)
{
    if (values.lists(json, "state", "PERMANENT"))
        return NudState::Permanent;
    const bool own = address.isMulticast() || address.isLimitedBroadcast() || dev.asksNobody() || dev.isLoopback() ||
                     !json.find("lladdr");
    if (values.lists(json, "state", "NOARP") && !own)
        return NudState::Noarp;
    return std::nullopt;
}

} // namespace

void readNeighbours(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    if (const Output *output = seen.answers->find(Question::Neighbours)) {
        const Values values(*output, troubles);
        for (const Json *json : values.objects()) {
            const auto address = values.address(*json, "dst");
            const Link *dev = address ? deviceOf(values, *json, netns) : nullptr;
            if (!dev)
                continue;
            const auto state = lastingState(values, *json, *dev, *address);
            const auto lladdr = values.mac(*json, "lladdr");
            if (state && !netns.neighbour(dev->id, *address))
                netns.neighbours.push_back({*address, dev->id, lladdr.value_or(MacAddress()), *state});
        }
    }
    if (const Output *output = seen.answers->find(Question::Proxies)) {
        const Values values(*output, troubles);
        for (const Json *json : values.objects()) {
            const auto address = values.address(*json, "dst");
            const Link *dev = deviceOf(values, *json, netns);
            if (address && (dev || !json->find("dev")))
                netns.proxies.push_back({*address, dev ? dev->id : LinkId{}});
        }
    }
}

void readNexthops(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    const Output *output = seen.answers->find(Question::Nexthops);
    if (!output)
        return;
    const Values values(*output, troubles);
    for (const Json *json : values.objects()) {
        NexthopObject object;
        object.id = static_cast<std::uint32_t>(values.number(*json, "id", 1, 0xffffffff).value_or(0));
        if (object.id == 0 || netns.nexthop(object.id)) {
            values.trouble(*json, "a next hop without a number of its own; expected \"id\"");
            continue;
        }
        const std::string type = values.text(*json, "type");
        if (json->find("encap") || json->find("fdb") || (!type.empty() && type != "mpath")) {
            values.trouble(*json,
                           "a next hop with an encapsulation, for an FDB, or a resilient group is not simulated; "
                           "it is left out");
            continue;
        }
        if (const std::string protocol = values.text(*json, "protocol"); !protocol.empty())
            object.protocol = command::readProtocol(protocol).value_or(protocol::unspecified);
        object.blackhole = json->find("blackhole") != nullptr;
        object.hop.via = values.address(*json, "gateway");
        object.hop.onlink = values.lists(*json, "flags", "onlink");
        if (const Link *dev = deviceOf(values, *json, netns))
            object.hop.dev = dev->id;
        if (object.hop.via)
            object.family = object.hop.via->family();
        for (const Json *member : values.objects(*json, "group")) {
            object.group.push_back({static_cast<std::uint32_t>(values.number(*member, "id", 1, 0xffffffff).value_or(0)),
                                    static_cast<int>(values.number(*member, "weight", 1, 256).value_or(1))});
        }
        netns.nexthops.push_back(std::move(object));
    }
    std::ranges::sort(netns.nexthops, {}, &NexthopObject::id);
}

} // namespace netdraft::model::snapshot

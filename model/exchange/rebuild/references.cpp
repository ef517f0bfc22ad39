#include "model/exchange/rebuild/references.h"

#include <algorithm>

namespace netdraft::model::rebuilding {

namespace {

/// Whether a link-local address was formed from a MAC (RFC 4291, appendix A).
bool isFormedFromMac(const IpAddress &address)
{
    return !address.isV4() && address.isLinkLocal() && ((address.low() >> 24) & 0xffff) == 0xfffe;
}

} // namespace

References::References(const Network &network)
{
    std::set<MacAddress> macs;
    for (const auto &netns : network.namespaces()) {
        for (const Neighbour &neighbour : netns->neighbours) {
            macs.insert(neighbour.lladdr);
            m_addresses.insert(neighbour.address);
        }
        for (const Link &link : netns->links) {
            for (const FdbEntry &entry : link.bridge() ? link.bridge()->fdb : std::vector<FdbEntry>())
                macs.insert(entry.mac);
            for (const VxlanFdbEntry &entry : link.as<Vxlan>() ? link.as<Vxlan>()->fdb : std::vector<VxlanFdbEntry>())
                macs.insert(entry.mac);
        }
        for (const Route &route : netns->routes) {
            for (const NextHop &hop : route.hops) {
                if (hop.via)
                    m_addresses.insert(*hop.via);
            }
        }
        for (const NexthopObject &object : netns->nexthops) {
            if (object.hop.via)
                m_addresses.insert(*object.hop.via);
        }
    }
    std::set<IpAddress> seen;
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkAddress &address : link.addresses6) {
                // Of what the kernel forms a bridge has the same as its port.
                const bool first = address.kernelMade || seen.insert(address.local.address).second;
                if (address.dadFailed || !first)
                    m_contested.insert(address.local.address);
            }
            const bool drawn = !link.macSet && !link.isLoopback();
            // Of a MAC the addresses that were formed of what routers advertise.
            m_namesMacs = m_namesMacs || (drawn && std::ranges::find(link.addresses6, true, &LinkAddress::dynamic) !=
                                                       link.addresses6.end());
            m_namesMacs =
                m_namesMacs || (drawn && (macs.contains(link.mac) || m_addresses.contains(linkLocalOf(link.mac))));
            // Of an earlier MAC the address that was formed from it is the only trace.
            m_namesMacs =
                m_namesMacs || std::ranges::any_of(link.addresses6, [&](const LinkAddress &address) {
                    return isFormedFromMac(address.local.address) && address.local.address != linkLocalOf(link.mac);
                });
        }
    }
}

} // namespace netdraft::model::rebuilding

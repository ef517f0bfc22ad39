#include "model/forwarding/netfilter/nat_targets.h"

namespace netdraft::model::netfilter {

namespace {

NatAddresses only(const IpAddress &address)
{
    return {address, address};
}

/// The first address of the link that a redirected packet came in by (nf_nat_redirect_ipv4, nf_nat_redirect_ipv6).
std::optional<IpAddress> addressForRedirect(const HookState &state, const Packet &packet)
{
    const bool v4 = packet.family() == Family::Ipv4;
    if (state.hook == Hook::Output)
        return v4 ? IpAddress(Ipv4Address(127, 0, 0, 1)) : IpAddress(Ipv6Address(0, 1));
    if (!state.in)
        return std::nullopt;
    for (const LinkAddress &address : state.in->addresses(packet.family())) {
        const IpAddress &own = address.local.address;
        if (v4 || (!address.tentative && own.isLinkLocal() == packet.destination.isLinkLocal()))
            return own;
    }
    return std::nullopt;
}

} // namespace

/// nf_nat_masquerade_ipv4, nf_nat_masquerade_ipv6
std::optional<NatRange> natRange(const Masquerade &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings)
{
    if (!state.out)
        return std::nullopt;
    const bool byGateway = packet.family() == Family::Ipv4 && state.gateway && state.gateway->isV4();
    const auto address = surroundings.sourceAddress(*state.out, byGateway ? *state.gateway : packet.destination);
    if (!address)
        return std::nullopt;
    return NatRange{only(*address), target.ports, target.flags};
}

std::optional<NatRange> natRange(const Redirect &target, const HookState &state, const Packet &packet,
                                 Surroundings & /*surroundings*/)
{
    const auto address = addressForRedirect(state, packet);
    if (!address)
        return std::nullopt;
    return NatRange{only(*address), target.ports, target.flags};
}

std::optional<NatRange> natRange(const Snat &target, const HookState & /*state*/, const Packet & /*packet*/,
                                 Surroundings & /*surroundings*/)
{
    return NatRange{target.addresses, target.ports, target.flags};
}

std::optional<NatRange> natRange(const Dnat &target, const HookState & /*state*/, const Packet & /*packet*/,
                                 Surroundings & /*surroundings*/)
{
    return NatRange{target.addresses, target.ports, target.flags};
}

/// netmap_tg4, netmap_tg6
std::optional<NatRange> natRange(const Netmap &target, const HookState &state, const Packet &packet,
                                 Surroundings & /*surroundings*/)
{
    const IpAddress &old = manipOf(state.hook) == Manip::Source ? packet.source : packet.destination;
    const IpAddress network = masked(old, target.to.length());
    const IpAddress mapped =
        IpAddress::fromBits(old.family(), target.to.address().high() | (old.high() ^ network.high()),
                            target.to.address().low() | (old.low() ^ network.low()));
    return NatRange{only(mapped), std::nullopt, {}};
}

} // namespace netdraft::model::netfilter

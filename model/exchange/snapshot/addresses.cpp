#include "model/exchange/address_label.h"
#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

/// 127.0.0.1/8 and ::1/128, which `lo` has once it was set up.
LinkAddress ownLoopback(Family family)
{
    LinkAddress address;
    address.local = family == Family::Ipv4 ? InterfaceAddress{Ipv4Address(127, 0, 0, 1), 8}
                                           : InterfaceAddress{Ipv6Address(0, 1), 128};
    address.scope = Scope::Host;
    address.kernelMade = true;
    return address;
}

/// Whether the kernel forms this address on the link by itself.
bool isFormed(const Link &link, const LinkAddress &address)
{
    const IpAddress &own = address.local.address;
    if (link.isLoopback())
        return address.local ==
               (own.isV4() ? InterfaceAddress{Ipv4Address(127, 0, 0, 1), 8} : InterfaceAddress{Ipv6Address(0, 1), 128});
    const bool linkLocal = !own.isV4() && own.isLinkLocal() && address.local.length == 64;
    return linkLocal && (!link.hasMac() || own == IpAddress(linkLocalOf(link.mac)));
}

class AddressReader
{
public:
    AddressReader(const Output &output, std::vector<Error> &troubles) : m_values(output, troubles) {}

    void read(const Json &json, const SeenLink &seen, Link &link) const
    {
        auto address = readOne(json, seen, link);
        if (!address)
            return;
        auto &list = link.addresses(address->local.address.family());
        const bool twice = std::ranges::any_of(list, [&](const LinkAddress &other) {
            return other.local == address->local && other.peer == address->peer;
        });
        if (twice)
            m_values.trouble(json, fmt::format("{} a second time on {}; expected each address once",
                                               address->local.toString(), link.name));
        else
            list.push_back(std::move(*address));
    }

private:
    std::optional<LinkAddress> readOne(const Json &json, const SeenLink &seen, const Link &link) const
    {
        const auto local = m_values.address(json, "local");
        if (!local) {
            if (!json.find("local"))
                m_values.trouble(json, fmt::format("an address of {} without \"local\"; expected one", link.name));
            return std::nullopt;
        }
        const int bits = addressBits(local->family());
        const auto length = m_values.number(json, "prefixlen", 0, bits);
        if (json.find("prefixlen") && !length)
            return std::nullopt;
        LinkAddress address;
        address.local = {*local, static_cast<std::uint8_t>(length.value_or(bits))};
        if (const auto peer = m_values.address(json, "address"); peer && peer->family() == local->family()) {
            address.peer = InterfaceAddress{*peer, address.local.length};
            address.local.length = static_cast<std::uint8_t>(bits);
        }
        if (const auto broadcast = m_values.address(json, "broadcast"); broadcast && broadcast->isV4() && local->isV4())
            address.broadcast = broadcast;
        const auto scope = m_values.word(json, "scope", scopeWords(), 255);
        address.scope = scope ? static_cast<Scope>(*scope) : impliedScope(*local);
        address.secondary = local->isV4() && m_values.flag(json, "secondary");
        address.noDad = m_values.flag(json, "nodad");
        address.dadFailed = m_values.flag(json, "dadfailed");
        // One that is tentative with a carrier has it in a second or two.
        address.tentative = address.dadFailed || (m_values.flag(json, "tentative") && !seen.carrier);
        address.noPrefixRoute = m_values.flag(json, "noprefixroute");
        if (m_values.flag(json, "deprecated") && !local->isV4()) {
            address.deprecated = true;
            address.preferredSeconds = 0;
        }
        address.metric = static_cast<std::uint32_t>(m_values.number(json, "metric", 0, 0xffffffff).value_or(0));
        const std::string label = m_values.text(json, "label");
        if (local->isV4() && label != link.name && isAddressLabel(label))
            address.label = label;
        address.kernelMade = isFormed(link, address);
        return address;
    }

    Values m_values;
};

} // namespace

void readAddresses(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    const Output *output = seen.answers->find(Question::Addresses);
    if (!output) // somebody may have said `ip addr` where links are asked for
        output = seen.answers->find(Question::Links);
    bool says4 = false;
    bool says6 = false;
    if (output) {
        const Values values(*output, troubles);
        const AddressReader reader(*output, troubles);
        for (const Json *json : values.objects()) {
            const auto at = seen.find(values.text(*json, "ifname"));
            Link *link = at ? netns.find(std::string_view(seen.links[*at].name)) : nullptr;
            if (!link)
                continue;
            for (const Json *address : values.objects(*json, "addr_info"))
                reader.read(*address, seen.links[*at], *link);
            link->ready6 = link->up && (seen.links[*at].carrier || !link->addresses6.empty());
            says4 = says4 || !link->addresses4.empty();
            says6 = says6 || !link->addresses6.empty();
        }
    }
    // Of a family that nobody asked for, each link has what the kernel alone gives it.
    for (Link &link : netns.links) {
        if (link.isLoopback() && !says4 && link.up)
            link.addresses4.push_back(ownLoopback(Family::Ipv4));
        if (!says6 && link.ready6 && link.conf[DeviceSysctl::Ipv6DisableIpv6] == 0)
            link.addresses6.push_back(link.isLoopback() ? ownLoopback(Family::Ipv6) : formedLinkLocal(link));
    }
}

} // namespace netdraft::model::snapshot

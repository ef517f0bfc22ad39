#include "model/terminal/name_lookup.h"

#include "model/command/netfilter/values.h"
#include "model/forwarding/stages.h"
#include "model/network/hosts_file.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

bool isNamed(const HostsLine &line, std::string_view word)
{
    return std::ranges::any_of(line.names,
                               [&](const std::string &name) { return command::equalsIgnoringCase(name, word); });
}

/// RFC 6724's rules 1 and 6, which decide between a name's families: what can be reached with a source address comes
/// first, then IPv6.
void sortFamilies(const Network &network, NetnsId at, std::vector<IpAddress> &addresses)
{
    const auto isOf4 = [](const IpAddress &address) { return address.isV4(); };
    if (std::ranges::all_of(addresses, isOf4) || std::ranges::none_of(addresses, isOf4))
        return;
    const DataPlane plane(network);
    const NodeIndex node = plane.index(at);
    const auto isUsable = [&](const IpAddress &address) {
        const Choice choice = chooseRoute(plane, node, address);
        return choice.action != Action::Fail && chooseSource(plane, node, choice, address).has_value();
    };
    std::ranges::stable_sort(addresses, {},
                             [&](const IpAddress &address) { return std::pair(!isUsable(address), address.isV4()); });
}

} // namespace

Lookup lookUp(const Network &network, NetnsId at, const std::string &word, std::optional<Family> family)
{
    Lookup found;
    found.name = word;
    const auto take = [&](const IpAddress &address) {
        if (!family || address.family() == *family)
            found.addresses.push_back(address);
        else
            found.isOtherFamily = true;
    };
    if (const auto address = IpAddress::parse(word)) {
        found.isAddress = true;
        take(*address);
        return found;
    }
    for (const HostsLine &line : hostsOf(network, *network.find(at))) {
        if (!isNamed(line, word))
            continue;
        if (found.addresses.empty())
            found.name = line.names.front();
        take(line.address);
    }
    found.isOtherFamily = found.isOtherFamily && found.addresses.empty();
    sortFamilies(network, at, found.addresses);
    return found;
}

Names::Names(const Network &network, NetnsId at)
{
    for (const HostsLine &line : hostsOf(network, *network.find(at)))
        m_names.try_emplace(line.address, line.names.front());
}

std::string Names::of(const IpAddress &address) const
{
    const auto found = m_names.find(address);
    return found == m_names.end() ? std::string() : found->second;
}

std::string Names::both(const IpAddress &address) const
{
    const std::string name = of(address);
    return name.empty() ? address.toString() : fmt::format("{} ({})", name, address.toString());
}

Reply getent(const Network &network, NetnsId at, std::span<const std::string> words)
{
    if (words.empty() || words.front() != "hosts")
        return notSimulated("getent of anything but hosts");
    const auto lines = hostsOf(network, *network.find(at));
    Reply reply;
    const auto print = [&](const HostsLine &line) {
        reply.out += fmt::format("{:<15} {}\n", line.address.toString(), fmt::join(line.names, " "));
    };
    // All of them are IPv4's; of IPv6 its own host is taken for that of IPv4 (gethostent's HOSTS_FILE).
    for (const HostsLine &line : words.size() == 1 ? std::span(lines) : std::span<const HostsLine>()) {
        if (line.address.isV4())
            print(line);
        else if (line.address == IpAddress(Ipv6Address(0, 1)))
            print({Ipv4Address(127, 0, 0, 1), line.names});
    }
    for (const std::string &word : words.subspan(1)) {
        const std::size_t before = reply.out.size();
        const auto address = IpAddress::parse(word);
        // By name, IPv6 addresses are asked for first, and others only where there are none (getent's hosts_keys).
        for (const Family family : {Family::Ipv6, Family::Ipv4}) {
            for (const HostsLine &line : lines) {
                if (line.address.family() != family || (address && reply.out.size() > before))
                    continue;
                if (address ? line.address == *address : isNamed(line, word))
                    print(line);
            }
            if (reply.out.size() > before)
                break;
        }
        if (reply.out.size() == before)
            reply.status = 2;
    }
    return reply;
}

} // namespace netdraft::model::terminal

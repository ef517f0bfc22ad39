#include "model/terminal/name_lookup.h"

#include "model/forwarding/stages.h"
#include "model/network/hosts_file.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

constexpr std::string_view otherFamily = "Address family for hostname not supported"; // EAI_ADDRFAMILY

/// Whether a name stands in the file, for addresses of the other family.
bool hasOtherFamily(const Network &network, NetnsId at, std::string_view word, Family family)
{
    return std::ranges::any_of(hostsOf(network, *network.find(at)), [&](const HostsLine &line) {
        return line.address.family() != family &&
               std::ranges::any_of(line.names, [&](const std::string &name) { return names::isSameName(name, word); });
    });
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

Lookup lookUp(const Network &network, NetnsId at, const std::string &word, std::optional<Family> family,
              simulation::Recording *recording)
{
    Lookup found;
    found.name = word;
    const auto take = [&](const IpAddress &address) {
        if (!family || address.family() == *family)
            found.addresses.push_back(address);
        else
            found.isOtherFamily = true;
        if (found.isOtherFamily)
            found.error = otherFamily;
    };
    if (const auto address = IpAddress::parse(word)) {
        found.isAddress = true;
        take(*address);
        return found;
    }
    const DataPlane plane(network);
    names::Resolution resolution = names::resolve(plane, at, word, family, recording);
    if (!resolution.canonical.empty())
        found.name = std::move(resolution.canonical);
    found.addresses = std::move(resolution.addresses);
    if (found.addresses.empty()) {
        found.isOtherFamily = family && hasOtherFamily(network, at, word, *family);
        const bool ofOtherFamily =
            found.isOtherFamily || (family && resolution.status == names::Resolution::Status::NoAddress);
        found.error = ofOtherFamily ? otherFamily : names::resolutionError(resolution.status);
    }
    sortFamilies(network, at, found.addresses);
    return found;
}

std::string Names::of(const IpAddress &address) const
{
    if (!m_network)
        return {};
    const auto [known, isNew] = m_names.try_emplace(address);
    if (isNew)
        known->second = names::resolveAddress(DataPlane(*m_network), m_at, address).canonical;
    return known->second;
}

std::string Names::both(const IpAddress &address) const
{
    const std::string name = of(address);
    return name.empty() ? address.toString() : fmt::format("{} ({})", name, address.toString());
}

namespace {

std::string hostsRow(const IpAddress &address, const std::vector<std::string> &names)
{
    return fmt::format("{:<15} {}\n", address.toString(), fmt::join(names, " "));
}

/// All lines of the file; all of them are IPv4's; of IPv6 its own host is taken for that of IPv4 (gethostent's
/// HOSTS_FILE).
std::string allHosts(const Network &network, NetnsId at)
{
    std::string text;
    for (const HostsLine &line : hostsOf(network, *network.find(at))) {
        if (line.address.isV4())
            text += hostsRow(line.address, line.names);
        else if (line.address == IpAddress(Ipv6Address(0, 1)))
            text += hostsRow(Ipv4Address(127, 0, 0, 1), line.names);
    }
    return text;
}

/// A name or an address, as gethostbyname2(3) and gethostbyaddr(3) find it. IPv6 addresses are asked for first, and
/// others only where there are none (getent's hosts_keys).
std::string hostsRows(const DataPlane &plane, NetnsId at, const std::string &word)
{
    std::string text;
    if (const auto address = IpAddress::parse(word)) {
        const auto found = names::resolveAddress(plane, at, *address);
        if (found.status != names::Resolution::Status::Found)
            return text;
        std::vector<std::string> all{found.canonical};
        all.insert(all.end(), found.aliases.begin(), found.aliases.end());
        return hostsRow(*address, all);
    }
    for (const Family family : {Family::Ipv6, Family::Ipv4}) {
        const auto found = names::resolve(plane, at, word, family);
        const bool ofFile = found.steps.size() == 1 && found.steps.front().isFile;
        for (const IpAddress &address : found.addresses) {
            std::vector<std::string> all{found.canonical};
            all.insert(all.end(), found.aliases.begin(), found.aliases.end());
            if (ofFile) {
                for (const HostsLine &line : hostsOf(plane.network(), *plane.network().find(at))) {
                    const bool isNamed = std::ranges::any_of(
                        line.names, [&](const std::string &name) { return names::isSameName(name, word); });
                    if (isNamed && line.address == address)
                        all = line.names;
                }
            }
            text += hostsRow(address, all);
        }
        if (!text.empty())
            return text;
    }
    return text;
}

} // namespace

Reply getent(const Network &network, NetnsId at, std::span<const std::string> words)
{
    const std::string_view database = words.empty() ? std::string_view() : std::string_view(words.front());
    if (database != "hosts" && database != "ahosts" && database != "ahostsv4")
        return notSimulated("getent of anything but hosts");
    if (words.size() == 1)
        return {0, allHosts(network, at), {}};
    Reply reply;
    const DataPlane plane(network);
    for (const std::string &word : words.subspan(1)) {
        const std::size_t before = reply.out.size();
        if (database == "hosts") {
            reply.out += hostsRows(plane, at, word);
        } else {
            const auto family = database == "ahosts" ? std::nullopt : std::optional(Family::Ipv4);
            const Lookup found = lookUp(network, at, word, family);
            std::string name = ' ' + found.name;
            for (const IpAddress &address : found.addresses) {
                const std::string text = address.toString();
                reply.out += fmt::format("{:<15} STREAM{}\n{:<15} DGRAM  \n{:<15} RAW    \n", text, name, text, text);
                name = " ";
            }
        }
        if (reply.out.size() == before)
            reply.status = 2;
    }
    return reply;
}

} // namespace netdraft::model::terminal

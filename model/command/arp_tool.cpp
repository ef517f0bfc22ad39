#include "model/command/ip.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

struct ArpWords {
    bool bsdStyle = false; ///< -a
    std::string dev;
    std::vector<std::string> rest;
    char action = 's'; ///< show, or `+` of -s, `-` of -d
};

Reply show(const Netns &netns, const ArpWords &words)
{
    std::string out;
    for (const Neighbour &neighbour : netns.neighbours) {
        const Link &dev = *netns.find(neighbour.dev);
        const std::string address = neighbour.address.toString();
        if (!neighbour.address.isV4() || neighbour.state == NudState::Noarp ||
            (!words.dev.empty() && words.dev != dev.name) || (!words.rest.empty() && words.rest[0] != address))
            continue;
        const bool permanent = neighbour.state == NudState::Permanent;
        if (words.bsdStyle) {
            out += fmt::format("? ({}) at {} [ether] {}on {}\n", address, neighbour.lladdr.toString(),
                               permanent ? "PERM " : "", dev.name);
            continue;
        }
        if (out.empty())
            out = "Address                  HWtype  HWaddress           Flags Mask            Iface\n";
        out += fmt::format("{:<23}  {:<6}  {:<18}  {:<20}  {}\n", address, "ether", neighbour.lladdr.toString(),
                           permanent ? "CM" : "C", dev.name);
    }
    if (out.empty() && !words.rest.empty())
        return {1, fmt::format("{} ({}) -- no entry\n", words.rest[0], words.rest[0]), {}};
    return {0, std::move(out), {}};
}

} // namespace

Response arpTool(const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    ArpWords read;
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (!word.starts_with('-')) {
            read.rest.push_back(word);
        } else if (word == "-i") {
            read.dev = arguments.next();
        } else if (word == "-V" || word == "-f" || word == "-D" || word == "-A" || word == "-H") {
            return notSimulated("arp " + word);
        } else {
            for (const char letter : std::string_view(word).substr(1)) {
                if (letter == 'a')
                    read.bsdStyle = true;
                else if (letter == 's')
                    read.action = '+';
                else if (letter == 'd')
                    read.action = '-';
                else if (letter != 'n' && letter != 'e' && letter != 'v')
                    return usage("arp");
            }
        }
    }
    if (read.action == 's')
        return show(netns, read);
    const auto address = read.rest.empty() ? std::nullopt : readAddress(read.rest[0], Family::Ipv4);
    if (!address)
        return complaint(255, read.rest.empty() ? "arp: need host name" : read.rest[0] + ": Unknown host");
    if (read.action == '-') {
        for (const Neighbour &neighbour : netns.neighbours)
            if (neighbour.address == *address)
                return Edit(RemoveNeighbour{{netns.name, netns.find(neighbour.dev)->name}, *address});
        return complaint(255, fmt::format("No ARP entry for {}", read.rest[0]));
    }
    if (read.dev.empty())
        return notSimulated("arp -s without -i DEVICE");
    const auto mac = read.rest.size() > 1 ? MacAddress::parse(read.rest[1]) : fail(ErrorCode::Input);
    if (!mac)
        return complaint(255, "arp: need hardware address");
    return Edit(AddNeighbour{{netns.name, read.dev}, *address, *mac, NudState::Permanent, AddMode::Replace});
}

} // namespace netdraft::model::command

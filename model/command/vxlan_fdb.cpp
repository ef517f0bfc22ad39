#include "model/command/vxlan_fdb.h"

#include "model/command/links/link_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model::command {

bool takeRemote(const IpCall &call, Arguments &arguments, RemoteWords &words)
{
    if (arguments.is("dst")) {
        words.dst = arguments.address(std::nullopt);
    } else if (arguments.is("port")) {
        const std::string word = arguments.next();
        const auto port = readNumber(word);
        if (!port || *port > 65535)
            arguments.wrong(word, "invalid port\n");
        words.port = static_cast<std::uint16_t>(port.value_or(0));
    } else if (arguments.is("vni")) {
        const std::string word = arguments.next();
        words.vni = readNumber(word);
        if (!words.vni || *words.vni >= 1U << 24)
            arguments.wrong(word, "invalid VNI\n");
    } else if (arguments.is("via")) {
        words.via = arguments.next();
        if (!arguments.refused() && !call.netns.find(std::string_view(words.via)))
            arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", words.via)));
    } else {
        return false;
    }
    return true;
}

std::vector<VxlanFdbEntry> inKernelOrder(const std::vector<VxlanFdbEntry> &fdb)
{
    std::vector<MacAddress> macs;
    for (const VxlanFdbEntry &entry : fdb) {
        if (std::ranges::find(macs, entry.mac) == macs.end())
            macs.push_back(entry.mac);
    }
    std::vector<VxlanFdbEntry> ordered;
    for (const MacAddress mac : std::views::reverse(macs))
        std::ranges::copy_if(fdb, std::back_inserter(ordered), [&](const auto &entry) { return entry.mac == mac; });
    return ordered;
}

void printRemote(Printer &printer, const IpCall &call, const Vxlan &vxlan, const VxlanFdbEntry &entry)
{
    printer.string("dst", entry.remote.toString(), "dst {} ");
    if (entry.port != 0)
        printer.number("port", entry.port, "port {} ");
    if (entry.vni)
        printer.number("vni", *entry.vni, "vni {} ");
    const Link *via = entry.via ? call.network.find({vxlan.underlay, entry.via}) : nullptr;
    if (via && vxlan.underlay != call.netns.id)
        printer.number("viaIfIndex", via->index, "via ifindex {} ");
    else if (via)
        printer.string("viaIf", nameByIndex(call, via->index), "via {} ");
    const auto nsid = call.netns.nsids.find(vxlan.underlay);
    if (vxlan.underlay != call.netns.id && nsid != call.netns.nsids.end())
        printer.number("linkNetNsId", nsid->second, "link-netnsid {} ");
}

} // namespace netdraft::model::command

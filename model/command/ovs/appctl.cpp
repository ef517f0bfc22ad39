#include "model/command/arguments.h"
#include "model/command/ovs/vsctl.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

Reply refused(std::string_view text)
{
    return complaint(2, fmt::format("{}\novs-appctl: ovs-vswitchd: server returned an error", text));
}

} // namespace

Response ovsAppctl(const Network &, const Netns &netns, std::span<const std::string> words)
{
    if (words.empty())
        return complaint(1, "ovs-appctl: at least one non-option argument is required (use --help for help)");
    if (words.front() != "fdb/show")
        return notSimulated(fmt::format("ovs-appctl {}", words.front()));
    if (words.size() == 1)
        return refused("\"fdb/show\" command requires at least 1 arguments");
    if (words.size() > 2)
        return refused("\"fdb/show\" command takes at most 1 arguments");
    if (std::ranges::find(netns.ovs, words[1], &OvsBridge::name) == netns.ovs.end())
        return refused("no such bridge");
    // What was learned from earlier traffic is not kept.
    return Reply{0, " port  VLAN  MAC                Age\n", {}};
}

} // namespace netdraft::model::command

#include "model/address/name.h"
#include "model/exchange/project_fields.h"
#include "model/exchange/snapshot/seen.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

namespace netdraft::model::snapshot {

namespace {

constexpr int largestIndex = 1'000'000'000;

/// Devices that modules make by themselves: for packets of tunnels that nobody set up, and for shaping.
constexpr std::string_view fallbackDevices[] = {"tunl0",   "gre0",    "gretap0",  "erspan0", "sit0", "ip6tnl0",
                                                "ip6gre0", "ip_vti0", "ip6_vti0", "ifb0",    "ifb1"};

std::optional<SeenLink> readLink(const Values &values, const Json &json)
{
    SeenLink link;
    link.json = &json;
    link.output = &values.output();
    link.name = values.text(json, "ifname");
    if (link.name.empty()) {
        values.trouble(json, "a link without a name; expected \"ifname\"");
        return std::nullopt;
    }
    if (auto checked = checkLinkName(link.name); !checked) {
        values.trouble(json, describe(checked.error()));
        return std::nullopt;
    }
    link.index = static_cast<int>(values.number(json, "ifindex", 1, largestIndex).value_or(0));
    link.loopback = values.lists(json, "flags", "LOOPBACK") || link.name == "lo";
    link.up = values.lists(json, "flags", "UP");
    link.carrier = values.lists(json, "flags", "LOWER_UP");
    link.noArp = values.lists(json, "flags", "NOARP");
    link.onceUp = link.up || (json.find("qdisc") && values.text(json, "qdisc") != "noop");
    link.mtu = values.number(json, "mtu", 0, std::numeric_limits<int>::max());
    if (values.text(json, "link_type") == "ether")
        link.mac = values.mac(json, "address");
    link.master = values.text(json, "master");
    link.lowerName = values.text(json, "link");
    link.lowerIndex = static_cast<int>(values.number(json, "link_index", 0, largestIndex).value_or(0));
    link.netnsName = values.text(json, "link_netns");
    link.netnsid = values.number(json, "link_netnsid", 0, largestIndex);
    if (const Json *info = json.find("linkinfo"); info && info->kind == Json::Kind::Object)
        link.kind = values.text(*info, "info_kind");
    return link;
}

bool isIdleFallback(const SeenLink &link)
{
    return !link.up && std::ranges::find(fallbackDevices, link.name) != std::end(fallbackDevices);
}

} // namespace

const Json *SeenLink::details(std::string_view key) const
{
    const Json *info = json->find("linkinfo");
    const Json *found = info ? info->find(key) : nullptr;
    return found && found->kind == Json::Kind::Object ? found : nullptr;
}

std::optional<std::size_t> SeenNetns::find(std::string_view name) const
{
    const auto found = std::ranges::find(links, name, &SeenLink::name);
    return found == links.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - links.begin()));
}

std::optional<std::size_t> SeenNetns::find(int index) const
{
    const auto found = std::ranges::find(links, index, &SeenLink::index);
    return found == links.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - links.begin()));
}

void readLinks(SeenNetns &netns, std::vector<Error> &troubles, std::vector<Error> &notes)
{
    const Output *links = netns.answers->find(Question::Links);
    const Output *addresses = netns.answers->find(Question::Addresses);
    const Output *output = !links || (addresses && addresses->detailed && !links->detailed) ? addresses : links;
    if (!output)
        return;
    const Values values(*output, troubles);
    std::set<std::string> names;
    std::set<int> indexes;
    for (const Json *json : values.objects()) {
        auto link = readLink(values, *json);
        if (!link || isIdleFallback(*link))
            continue;
        if (!names.insert(link->name).second) {
            values.trouble(*json, fmt::format("a second link \"{}\"; expected each name once", link->name));
            continue;
        }
        if (link->index == 0 && link->loopback)
            link->index = 1;
        // Where none is said, or one twice, the first that is free will do.
        for (int free = 2; link->index == 0 || !indexes.insert(link->index).second; ++free)
            link->index = free;
        netns.links.push_back(std::move(*link));
    }
    std::ranges::sort(netns.links, [](const SeenLink &a, const SeenLink &b) {
        return std::pair(!a.loopback, a.index) < std::pair(!b.loopback, b.index);
    });
    if (!output->detailed)
        guessKinds(netns, troubles, notes);
}

} // namespace netdraft::model::snapshot

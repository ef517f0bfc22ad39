#include "model/exchange/node_parts.h"

#include "model/command/command.h"
#include "model/edit/apply.h"
#include "model/exchange/command_sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

NodePart &partOf(NodeParts &parts, const std::string &name)
{
    const auto found = std::ranges::find(parts.nodes, name, &NodePart::name);
    if (found != parts.nodes.end())
        return *found;
    // The machine was there before all others.
    const auto at = name == "host" ? parts.nodes.begin() : parts.nodes.end();
    return *parts.nodes.insert(at, NodePart{name, {}, {}});
}

/// The ends that an outside edit puts into nodes.
void plug(NodeParts &parts, const Edit &edit)
{
    const auto put = [&](const LinkName &end, const std::optional<MacAddress> &mac, const std::optional<int> &mtu) {
        partOf(parts, end.netns).cards.push_back({end.link, mac, mtu});
    };
    if (const auto *veth = std::get_if<AddVeth>(&edit.kind)) {
        put(veth->link, veth->mac, veth->mtu);
        put(veth->peer, veth->peerMac, std::nullopt);
    } else if (const auto *link = std::get_if<AddLink>(&edit.kind)) {
        put(link->link, link->mac, link->mtu);
    } else if (const auto *moved = std::get_if<MoveLink>(&edit.kind)) {
        put({moved->netns, moved->link.link}, std::nullopt, std::nullopt);
    } else if (const auto *renamed = std::get_if<RenameLink>(&edit.kind)) {
        for (Card &card : partOf(parts, renamed->link.netns).cards) {
            if (card.link == renamed->link.link)
                card.link = renamed->newName;
        }
    } else if (const auto *netns = std::get_if<AddNetns>(&edit.kind)) {
        partOf(parts, netns->name);
    }
}

} // namespace

bool isOutside(const Edit &edit)
{
    if (const auto *veth = std::get_if<AddVeth>(&edit.kind))
        return veth->link.netns != veth->peer.netns;
    if (const auto *link = std::get_if<AddLink>(&edit.kind))
        return link->origin() != link->link.netns;
    return std::holds_alternative<AddNetns>(edit.kind) || std::holds_alternative<MoveLink>(edit.kind) ||
           std::holds_alternative<RenameLink>(edit.kind);
}

NodeParts nodeParts(const Project &project)
{
    NodeParts parts;
    for (const CommandSection &section : commandSections(project)) {
        for (const Edit &edit : section.edits) {
            if (isOutside(edit)) {
                plug(parts, edit);
                parts.outside.add(edit);
                continue;
            }
            const auto *veth = std::get_if<AddVeth>(&edit.kind); // whose command is the machine's
            partOf(parts, veth ? veth->link.netns : netnsOf(edit)).edits.add(edit);
        }
    }
    return parts;
}

std::optional<Project> built(const EditList &edits)
{
    Project project;
    if (!apply(project, edits))
        return std::nullopt;
    return project;
}

bool isContested(const Network &network, const Edit &edit)
{
    const auto *added = std::get_if<AddAddress>(&edit.kind);
    const Netns *netns = added ? network.find(added->link.netns) : nullptr;
    const Link *link = netns ? netns->find(std::string_view(added->link.link)) : nullptr;
    if (!link)
        return false;
    return added->detection != Detection::Runs || std::ranges::any_of(link->addresses6, [&](const LinkAddress &own) {
               return own.dadFailed && own.local == added->address.local;
           });
}

void omitContested(const Project &project, const NodeParts &parts, std::vector<std::string> &omitted)
{
    for (const NodePart &node : parts.nodes) {
        for (const Edit &edit : node.edits) {
            if (isContested(project.network, edit))
                omitted.push_back(omission(edit, "others have the address, and who of them gets it is chance"));
        }
    }
}

AddRoute withDevices(AddRoute edit, const Netns &netns)
{
    RouteWords &words = edit.route;
    const auto same = [&](const Route &route) {
        const std::size_t hops = words.nexthops.empty() ? 1 : words.nexthops.size();
        return route.destination == words.destination && route.type == words.type &&
               (!words.table || route.table == *words.table) && (!words.metric || route.metric == *words.metric) &&
               route.nexthopId == words.nhid.value_or(0) && route.hops.size() == hops;
    };
    const auto name = [&](NamedHop &hop, const Route &route) {
        for (const NextHop &made : route.hops) {
            if (hop.dev.empty() && hop.via && made.via == hop.via) {
                const Link *dev = netns.find(made.dev);
                hop.dev = dev ? dev->name : std::string();
            }
        }
    };
    for (const Route &route : netns.routes) {
        if (!same(route))
            continue;
        name(words.hop, route);
        for (NamedHop &hop : words.nexthops)
            name(hop, route);
    }
    return edit;
}

bool arePlain(std::span<const std::string> words)
{
    static constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:/,=@%+-";
    return std::ranges::all_of(words, [](const std::string &word) {
        return !word.empty() && word.find_first_not_of(plain) == std::string::npos;
    });
}

std::string omission(const Edit &edit, std::string_view why)
{
    const auto *veth = std::get_if<AddVeth>(&edit.kind);
    return fmt::format("{}: `{}`: {}", veth ? veth->link.netns : netnsOf(edit),
                       shellLine(wordsOf(edit, isOutside(edit) ? Prompt::Host : Prompt::Node)), why);
}

} // namespace netdraft::model

#include "model/exchange/command_sections.h"

#include "model/address/name.h"
#include "model/command/command.h"
#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/own_gateways.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Topic = CommandSection::Topic;

Topic topicOf(const Edit &edit)
{
    if (std::holds_alternative<AddNetns>(edit.kind))
        return Topic::Nodes;
    if (std::holds_alternative<AddVeth>(edit.kind) || std::holds_alternative<AddBridge>(edit.kind) ||
        std::holds_alternative<AddLink>(edit.kind))
        return Topic::Links;
    // Where Open vSwitch makes links, and what such a link needs before it is where it belongs.
    const auto *port = std::get_if<AddOvsPort>(&edit.kind);
    if (std::holds_alternative<AddOvsBridge>(edit.kind) || (port && port->port.internal) ||
        std::holds_alternative<MoveLink>(edit.kind) || std::holds_alternative<RenameLink>(edit.kind))
        return Topic::Links;
    return Topic::Node;
}

/// Cuts a list where its heading changes.
std::vector<CommandSection> cut(const EditList &edits)
{
    std::vector<CommandSection> sections;
    for (const Edit &edit : edits) {
        const Topic topic = topicOf(edit);
        const std::string netns = netnsOf(edit);
        if (netns.empty())
            continue;
        const std::string where = topic == Topic::Node ? netns : std::string();
        if (sections.empty() || sections.back().topic != topic || sections.back().netns != where)
            sections.push_back({topic, where, {}});
        sections.back().edits.add(edit);
    }
    return sections;
}

/// First all namespaces, then all links, then what is done in each namespace, one after the other, the machine first;
/// then in each the radvds, then the programs that listen, whose IPv6 addresses can be used once the whole network
/// stands.
EditList gathered(const EditList &edits)
{
    std::vector<std::string> order{"host"};
    for (const Edit &edit : edits) {
        if (const auto *added = std::get_if<AddNetns>(&edit.kind))
            order.push_back(added->name);
    }
    std::vector<std::pair<std::size_t, const Edit *>> ranked;
    for (const Edit &edit : edits) {
        std::size_t rank = 0;
        if (const Topic topic = topicOf(edit); topic != Topic::Nodes)
            rank = topic == Topic::Links
                       ? 1
                       : 2 + static_cast<std::size_t>(std::ranges::find(order, netnsOf(edit)) - order.begin());
        if (std::holds_alternative<AddRadvd>(edit.kind))
            rank += order.size();
        if (neverEnds(edit))
            rank += 2 * order.size();
        ranked.emplace_back(rank, &edit);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, const Edit *>::first);
    EditList list;
    for (const auto &[rank, edit] : ranked)
        list.add(*edit);
    return list;
}

/// Whether it matters in which order addresses are checked for duplicates: then all links are up before the first is.
bool hasContestedAddress(const Network &network, const EditList &edits)
{
    const auto failed = [](const Link &link) {
        return std::ranges::find(link.addresses6, true, &LinkAddress::dadFailed) != link.addresses6.end();
    };
    return std::ranges::any_of(network.namespaces(),
                               [&](const auto &netns) { return std::ranges::any_of(netns->links, failed); }) ||
           std::ranges::any_of(edits, [](const Edit &edit) {
               const auto *added = std::get_if<AddAddress>(&edit.kind);
               return added && added->detection != Detection::Runs;
           });
}

std::vector<CommandSection> sectionsOf(const Project &project)
{
    const EditList edits = aroundOwnGateways(rebuild(project));
    if (hasContestedAddress(project.network, edits))
        return cut(edits);
    const EditList byNode = gathered(edits);
    const auto inOrder = built(edits);
    const auto regrouped = built(byNode);
    return cut(inOrder && regrouped && *inOrder == *regrouped ? byNode : edits);
}

} // namespace

EditList standIns(const StartProcess &start)
{
    EditList sockets;
    for (const ListeningSocket &socket : start.sockets)
        sockets.add(
            AddSocket{start.netns, socket.transport, socket.address, socket.v6only, socket.port, {}, Program::Socat});
    return sockets;
}

std::vector<CommandSection> commandSections(const Project &project, Programs programs)
{
    std::vector<CommandSection> sections = sectionsOf(project);
    for (CommandSection &section : sections) {
        const auto isStart = [](const Edit &edit) { return std::holds_alternative<StartProcess>(edit.kind); };
        if (programs == Programs::Themselves || std::ranges::none_of(section.edits, isStart))
            continue;
        EditList edits;
        for (const Edit &edit : section.edits) {
            if (const auto *start = std::get_if<StartProcess>(&edit.kind))
                edits.add(standIns(*start));
            else
                edits.add(edit);
        }
        section.edits = std::move(edits);
    }
    std::erase_if(sections, [](const CommandSection &section) { return section.edits.empty(); });
    return sections;
}

std::string headingOf(const Project &project, std::string_view netns)
{
    if (netns == "host")
        return "the machine";
    const Netns *found = project.network.find(netns);
    const auto drawn = found ? project.drawing->nodes.find(found->id) : project.drawing->nodes.end();
    if (drawn == project.drawing->nodes.end())
        return std::string(netns);
    return fmt::format("{} {}", kindName(drawn->second.kind), netns);
}

Result<void> checkNames(const Network &network)
{
    for (const auto &netns : network.namespaces()) {
        if (auto sound = checkNetnsName(netns->name); !sound)
            return sound;
        for (const Link &link : netns->links) {
            if (auto sound = checkLinkName(link.name); !sound)
                return sound;
        }
    }
    return {};
}

} // namespace netdraft::model

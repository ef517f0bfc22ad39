#include "model/exchange/clipboard.h"

#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/recipe/addressing.h"

#include <algorithm>
#include <ranges>

namespace netdraft::model {

namespace {

/// The project without what is wired to the machine itself and without its settings.
void leaveMachineOut(Project &project)
{
    EditList edits;
    std::set<LinkId> gone;
    for (const Link &link : project.network.find(hostNetns)->links) {
        if (link.isLoopback() || gone.contains(link.id))
            continue;
        if (const Veth *veth = link.veth())
            gone.insert(veth->peer.link);
        edits.add(RemoveLink{{project.network.find(hostNetns)->name, link.name}});
    }
    // One by one: a link may take others with it.
    for (const Edit &edit : edits) [[maybe_unused]]
        const auto removed = apply(project, {edit});
    project.network.put(hostNetns, Project().network.share(hostNetns));
}

/// The name, or the first free one with a number behind it.
std::string freeName(const std::string &name, const std::set<std::string> &taken)
{
    if (!taken.contains(name))
        return name;
    const std::string stem = name.substr(0, name.find_last_not_of("0123456789") + 1);
    for (int number = 2;; ++number) {
        std::string free = stem + std::to_string(number);
        if (!taken.contains(free))
            return free;
    }
}

std::set<std::string> namesOf(const Network &network)
{
    std::set<std::string> names;
    for (const auto &netns : network.namespaces())
        names.insert(netns->name);
    return names;
}

bool isGiven(const LinkAddress &address)
{
    return address.scope == Scope::Global && !address.kernelMade && !address.dynamic;
}

std::vector<std::pair<LinkName, InterfaceAddress>> givenAddresses(const Network &network)
{
    std::vector<std::pair<LinkName, InterfaceAddress>> all;
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const Family family : {Family::Ipv4, Family::Ipv6}) {
                for (const LinkAddress &address : link.addresses(family)) {
                    if (isGiven(address))
                        all.emplace_back(LinkName{netns->name, link.name}, address.local);
                }
            }
        }
    }
    return all;
}

/// The block of private addresses that an address is of (RFC 1918, RFC 4193).
Prefix blockOf(const IpAddress &address)
{
    if (!address.isV4())
        return Prefix::of(address, 48);
    for (const auto &block :
         {Prefix::of(Ipv4Address(192, 168, 0, 0), 16), Prefix::of(Ipv4Address(172, 16, 0, 0), 12)}) {
        if (block.contains(address))
            return block;
    }
    return Prefix::of(Ipv4Address(10, 0, 0, 0), 8);
}

/// Takes the addresses of the family away, and gives back the first of them.
std::optional<InterfaceAddress> strip(Project &project, Family family)
{
    std::optional<InterfaceAddress> first;
    for (const auto &[link, address] : givenAddresses(project.network)) {
        if (address.address.family() != family)
            continue;
        if (!first)
            first = address;
        [[maybe_unused]] const auto removed = apply(project, {RemoveAddress{link, address}});
    }
    return first;
}

/// How far to move the nodes of a project.
Point shiftTo(const Project &project, Point middle)
{
    std::vector<Point> points;
    for (const auto &[id, node] : project.drawing->nodes)
        points.push_back(node.position);
    for (const auto &[id, annotation] : project.drawing->annotations)
        points.insert(points.end(), {annotation.from, annotation.to});
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points | std::views::transform(&Point::x));
    const auto [top, bottom] = std::ranges::minmax(points | std::views::transform(&Point::y));
    return {onGrid(middle.x - (left + right) / 2), onGrid(middle.y - (top + bottom) / 2)};
}

} // namespace

std::string copiedNodes(const Project &project, const std::set<NetnsId> &nodes,
                        const std::set<AnnotationId> &annotations)
{
    Project copy = project;
    leaveMachineOut(copy);
    for (const auto &netns : project.network.namespaces()) {
        if (netns->id != hostNetns && !nodes.contains(netns->id)) [[maybe_unused]]
            const auto removed = apply(copy, {RemoveNetns{netns->name}});
    }
    for (const auto &[id, annotation] : project.drawing->annotations) {
        if (!annotations.contains(id)) [[maybe_unused]]
            const auto removed = apply(copy, {RemoveAnnotation{id}});
    }
    return writeProject(copy);
}

Result<Pasted> pasteNodes(const Project &project, std::string_view text, Point middle)
{
    auto clip = readProject(text, "the clipboard");
    if (!clip)
        return fail(clip.error());
    leaveMachineOut(*clip);

    Pasted pasted;
    const std::set<std::string> present = namesOf(project.network);
    std::set<std::string> taken = namesOf(clip->network);
    taken.insert(present.begin(), present.end());
    EditList renames;
    for (const auto &netns : clip->network.namespaces()) {
        if (netns->id == hostNetns)
            continue;
        const std::string name = present.contains(netns->name) ? freeName(netns->name, taken) : netns->name;
        taken.insert(name);
        if (name != netns->name)
            renames.add(RenameNetns{netns->name, name});
        pasted.names.push_back(name);
    }
    if (pasted.names.empty() && clip->drawing->annotations.empty())
        return fail(ErrorCode::Input, "there are no nodes in the clipboard");
    if (auto renamed = apply(*clip, renames); !renamed)
        return fail(renamed.error());

    std::set<IpAddress> inUse;
    for (const auto &[link, address] : givenAddresses(project.network))
        inUse.insert(address.address);
    const bool fresh = std::ranges::any_of(givenAddresses(clip->network),
                                           [&](const auto &given) { return inUse.contains(given.second.address); });
    std::vector<InterfaceAddress> wanted;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        if (const auto first = fresh ? strip(*clip, family) : std::nullopt)
            wanted.push_back(*first);
    }
    const Point shift = shiftTo(*clip, middle);
    const std::uint32_t before = freeAnnotation(*project.drawing).value - 1;
    for (Edit edit : rebuild(*clip)) {
        if (auto *place = std::get_if<PlaceNode>(&edit.kind))
            place->drawing.position = {place->drawing.position.x + shift.x, place->drawing.position.y + shift.y};
        if (auto *put = std::get_if<PutAnnotation>(&edit.kind)) {
            put->id.value += before;
            put->annotation = shifted(std::move(put->annotation), shift);
            pasted.annotations.insert(put->id);
        }
        pasted.edits.add(std::move(edit));
    }
    Project with = project;
    if (auto applied = apply(with, pasted.edits); !applied)
        return fail(applied.error());
    for (const InterfaceAddress &like : wanted) {
        AddressWishes wishes;
        wishes.pool = blockOf(like.address);
        wishes.length = std::max<int>(like.length, wishes.pool.length());
        for (const std::string &name : pasted.names)
            wishes.nodes.insert(with.network.find(name)->id);
        // Where the block has no room for them, they come without.
        if (const auto plan = planAddresses(with, wishes); plan && apply(with, plan->edits))
            pasted.edits.add(plan->edits);
    }
    return pasted;
}

} // namespace netdraft::model

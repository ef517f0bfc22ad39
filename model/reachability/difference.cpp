#include "model/reachability/difference.h"

#include <algorithm>
#include <string_view>

namespace netdraft::model {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// The numbers of nodes and targets in another network; `none` where it has no such.
struct Numbers {
    std::vector<std::size_t> nodes;
    std::vector<std::size_t> targets;
};

Numbers numbersIn(const Reachability &own, const Reachability &other)
{
    std::unordered_map<std::string_view, std::size_t> nodeOf;
    for (std::size_t i = 0; i < other.nodes().size(); ++i)
        nodeOf.emplace(other.nameOf(other.nodes()[i]), i);
    std::unordered_map<IpAddress, std::vector<std::size_t>, AddressHash> targetsOf;
    for (std::size_t i = 0; i < other.targets().size(); ++i)
        targetsOf[other.targets()[i].address].push_back(i);

    Numbers numbers;
    for (const NetnsId node : own.nodes()) {
        const auto found = nodeOf.find(own.nameOf(node));
        numbers.nodes.push_back(found == nodeOf.end() ? none : found->second);
    }
    for (const Target &target : own.targets()) {
        const auto node = nodeOf.find(own.nameOf(target.node));
        const auto sameAddress = targetsOf.find(target.address);
        numbers.targets.push_back(none);
        if (node == nodeOf.end() || sameAddress == targetsOf.end())
            continue;
        const auto found = std::ranges::find_if(
            sameAddress->second, [&](std::size_t i) { return other.targets()[i].node == other.nodes()[node->second]; });
        if (found != sameAddress->second.end())
            numbers.targets.back() = *found;
    }
    return numbers;
}

/// The addresses that the other network's node does not have.
std::vector<Target> missing(const Reachability &own, const Numbers &numbers, std::span<const NetnsId> missingNodes)
{
    std::vector<Target> found;
    for (std::size_t i = 0; i < own.targets().size(); ++i) {
        const bool nodeThere = std::ranges::find(missingNodes, own.targets()[i].node) == missingNodes.end();
        if (numbers.targets[i] == none && nodeThere)
            found.push_back(own.targets()[i]);
    }
    return found;
}

std::vector<NetnsId> missingNodes(const Reachability &own, const Numbers &numbers)
{
    std::vector<NetnsId> found;
    for (std::size_t i = 0; i < own.nodes().size(); ++i) {
        if (numbers.nodes[i] == none)
            found.push_back(own.nodes()[i]);
    }
    return found;
}

/// Whether two answers say the same of networks whose nodes have other ids.
bool alike(const Reachability &before, const Answer &was, const Reachability &after, const Answer &is)
{
    if (was.reachable != is.reachable || was.certain != is.certain)
        return false;
    return is.reachable ||
           (was.cause == is.cause && was.onReply == is.onReply && before.nameOf(was.where) == after.nameOf(is.where));
}

} // namespace

Difference difference(const Reachability &before, const Reachability &after)
{
    return difference(before, after, Effort());
}

Difference difference(const Reachability &before, const Reachability &after, const Effort &effort)
{
    const Numbers later = numbersIn(before, after);
    const Numbers earlier = numbersIn(after, before);
    Difference found;
    found.goneNodes = missingNodes(before, later);
    found.newNodes = missingNodes(after, earlier);
    found.goneAddresses = missing(before, later, found.goneNodes);
    found.newAddresses = missing(after, earlier, found.newNodes);
    for (std::size_t from = 0; from < before.nodes().size(); ++from) {
        const std::size_t fromNow = later.nodes[from];
        if (fromNow == none || before.isSwitch(from) || after.isSwitch(fromNow))
            continue;
        for (std::size_t to = 0; to < before.targets().size() && !effort.isCancelled(); ++to) {
            const std::size_t toNow = later.targets[to];
            if (toNow == none || before.targets()[to].node == before.nodes()[from])
                continue;
            const PairChange change{
                {from, to}, {fromNow, toNow}, before.answer(from, to), after.answer(fromNow, toNow)};
            if (alike(before, change.was, after, change.is))
                continue;
            auto &list = change.was.reachable == change.is.reachable ? found.altered
                         : change.is.reachable                       ? found.healed
                                                                     : found.broken;
            list.push_back(change);
        }
    }
    return found;
}

} // namespace netdraft::model

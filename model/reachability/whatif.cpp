#include "model/reachability/whatif.h"

#include "model/edit/apply.h"

#include <algorithm>

namespace netdraft::model {

namespace {

Edit down(const Netns &netns, const Link &link)
{
    return Edit(SetLinkUp{{netns.name, link.name}, false});
}

/// Each veth pair that is up at both ends, once.
std::vector<SingleFailure> cables(const Network &network)
{
    std::vector<SingleFailure> found;
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            if (!link.veth() || !link.up)
                continue;
            const LinkPlace here{netns->id, link.id};
            const LinkPlace there = link.veth()->peer;
            const Link *peer = network.find(there);
            if (!peer || !peer->up || std::pair(there.netns, there.link) < std::pair(here.netns, here.link))
                continue;
            SingleFailure failure;
            const bool pulledThere = peer->master && !link.master;
            failure.link = pulledThere ? there : here;
            failure.otherEnd = pulledThere ? here : there;
            failure.node = failure.link.netns;
            failure.edits = {down(*network.find(failure.node), *network.find(failure.link))};
            found.push_back(std::move(failure));
        }
    }
    return found;
}

/// Each node that has a link which is up.
std::vector<SingleFailure> nodes(const Reachability &now)
{
    std::vector<SingleFailure> found;
    for (const NetnsId node : now.nodes()) {
        SingleFailure failure;
        failure.node = node;
        const Netns &netns = *now.network().find(node);
        for (const Link &link : netns.links) {
            if (!link.isLoopback() && link.up)
                failure.edits.add(down(netns, link));
        }
        if (!failure.edits.empty())
            found.push_back(std::move(failure));
    }
    return found;
}

/// The pairs that are reachable now, without those from and to a node.
std::size_t reachableWithout(const Reachability &now, NetnsId node, const Effort &effort)
{
    std::size_t count = 0;
    for (std::size_t from = 0; from < now.nodes().size(); ++from) {
        for (std::size_t to = 0; to < now.targets().size() && !now.isSwitch(from) && !effort.isCancelled(); ++to) {
            const NetnsId sender = now.nodes()[from];
            const NetnsId receiver = now.targets()[to].node;
            const bool counts = sender != receiver && sender != node && receiver != node;
            count += counts && now.answer(from, to).reachable ? 1 : 0;
        }
    }
    return count;
}

bool isInAll(const Reachability &now, const std::vector<PairChange> &broken, NetnsId node)
{
    return std::ranges::all_of(broken, [&](const PairChange &change) {
        return now.nodes()[change.before.from] == node || now.targets()[change.before.to].node == node;
    });
}

} // namespace

std::vector<SingleFailure> singleFailures(const std::shared_ptr<const Reachability> &now, Failing what)
{
    Effort effort;
    return singleFailures(now, what, effort);
}

std::vector<SingleFailure> singleFailures(const std::shared_ptr<const Reachability> &now, Failing what, Effort &effort)
{
    std::vector<SingleFailure> failures;
    if (what != Failing::Node)
        failures = cables(now->network());
    if (what != Failing::Cable)
        std::ranges::move(nodes(*now), std::back_inserter(failures));
    std::vector<SingleFailure> found;
    effort.begin(failures.size());
    for (SingleFailure &failure : failures) {
        effort.advance();
        Project project;
        project.network = now->network();
        if (!apply(project, failure.edits))
            continue;
        Effort part(&effort);
        const auto after =
            Reachability::of(std::make_shared<const DataPlane>(project.network, &now->plane()), now.get(), part);
        if (!after)
            break;
        failure.broken = difference(*now, *after, effort).broken;
        failure.pairs = now->totals().reachable;
        for (const NetnsId end : {failure.node, failure.otherEnd.netns}) {
            if (failure.link.link && !failure.broken.empty() && isInAll(*now, failure.broken, end))
                failure.cutsOff = end;
        }
        if (!failure.link.link) {
            failure.pairs = reachableWithout(*now, failure.node, effort);
            std::erase_if(failure.broken, [&](const PairChange &change) {
                return now->nodes()[change.before.from] == failure.node ||
                       now->targets()[change.before.to].node == failure.node;
            });
        }
        if (effort.isCancelled())
            break;
        found.push_back(std::move(failure));
    }
    std::ranges::stable_sort(found, std::greater(), [](const SingleFailure &failure) { return failure.broken.size(); });
    return found;
}

} // namespace netdraft::model

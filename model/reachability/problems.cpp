#include "model/reachability/problems.h"

#include "model/phrase.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

Problem blocked(const Reachability &all, const Reachability::Failure &failure)
{
    const NetnsId from = all.nodes()[failure.from];
    const Target &to = all.targets()[failure.to];
    const Ping failed = ping(all.plane(), from, to.address);
    Problem problem;
    problem.text = ProblemWords::phrase("{} cannot reach {} ({}): {}", all.nameOf(from), all.nameOf(to.node),
                                        to.address.toString(), reason(all.network(), failed));
    problem.node = failure.where;
    const Hop &last = failed.decisive().hops.back();
    problem.link = last.out ? last.out : last.in;
    problem.pairs = failure.pairs;
    problem.mends = mends(all.plane(), failed);
    problem.from = failure.from;
    problem.to = failure.to;
    return problem;
}

Problem unwise(NetnsId node, LinkId link, std::string text)
{
    Problem problem;
    problem.severity = Severity::Warning;
    problem.node = node;
    problem.link = link;
    problem.text = std::move(text);
    return problem;
}

/// On one segment: addresses that two nodes have, and subnets that are written with different lengths.
void checkSegment(const Reachability &all, const Segment &segment, std::vector<Problem> &problems)
{
    const DataPlane &plane = all.plane();
    const auto nodeOf = [&](LinkIndex link) { return plane.nodes()[plane.links()[link].node].netns; };
    if (segment.loop && !segment.members.empty()) {
        const LinkIndex first = segment.members.front();
        problems.push_back(
            unwise(nodeOf(first)->id, plane.links()[first].link->id,
                   ProblemWords::phrase("The switches at {} form a loop: every broadcast circles in it for ever",
                                        nodeOf(first)->name)));
    }
    std::map<IpAddress, LinkIndex> firstWith;
    std::map<IpAddress, LinkIndex> subnetWith; // by network address
    std::map<IpAddress, int> lengthOf;
    for (const LinkIndex member : segment.members) {
        const Link &link = *plane.links()[member].link;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const LinkAddress &address : link.addresses(family)) {
                const auto [first, fresh] = firstWith.try_emplace(address.local.address, member);
                if (!fresh && plane.links()[first->second].node != plane.links()[member].node)
                    problems.push_back(unwise(nodeOf(member)->id, link.id,
                                              ProblemWords::phrase("{} and {} have the same address {} on one segment",
                                                                   nodeOf(first->second)->name, nodeOf(member)->name,
                                                                   address.local.address.toString())));
                const IpAddress network = address.local.prefix().address();
                const auto [known, newSubnet] = lengthOf.try_emplace(network, address.local.length);
                if (newSubnet)
                    subnetWith[network] = member;
                else if (known->second != address.local.length && !address.peer &&
                         address.local.length != addressBits(family))
                    problems.push_back(
                        unwise(nodeOf(member)->id, link.id,
                               ProblemWords::phrase(
                                   "{} writes its subnet {} with another length than {} on the same segment (/{})",
                                   nodeOf(member)->name, address.local.prefix().toString(),
                                   nodeOf(subnetWith[network])->name, known->second)));
            }
        }
    }
}

void checkCables(const Reachability &all, std::vector<Problem> &problems)
{
    const DataPlane &plane = all.plane();
    for (const PlaneLink &link : plane.links()) {
        if (link.peer == nowhere || link.link->up)
            continue;
        const PlaneLink &peer = plane.links()[link.peer];
        if (!peer.link->up)
            continue;
        const Netns &node = *plane.nodes()[link.node].netns;
        Problem problem =
            unwise(node.id, link.link->id,
                   ProblemWords::phrase("{} of {} is down, so its cable to {} carries nothing", link.link->name,
                                        node.name, plane.nodes()[peer.node].netns->name));
        problem.mends.push_back({MendWords::phrase("Set {} of {} up", link.link->name, node.name),
                                 {Edit(SetLinkUp{{node.name, link.link->name}, true})}});
        problems.push_back(std::move(problem));
    }
}

} // namespace

std::vector<Problem> problems(const Reachability &reachability)
{
    return problems(reachability, Effort());
}

std::vector<Problem> problems(const Reachability &reachability, const Effort &effort)
{
    // Nobody reads more, and each is explained by a walk of its own.
    constexpr std::size_t most = 200;
    std::vector<Problem> found;
    for (const Reachability::Failure &failure : reachability.failures()) {
        if (found.size() == most || effort.isCancelled())
            break;
        found.push_back(blocked(reachability, failure));
    }
    for (const Segment &segment : reachability.plane().segments())
        checkSegment(reachability, segment, found);
    checkCables(reachability, found);
    return found;
}

} // namespace netdraft::model

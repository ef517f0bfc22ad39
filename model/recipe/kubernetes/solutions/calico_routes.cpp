#include "model/recipe/kubernetes/solutions/calico.h"

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes::calico {

namespace {

constexpr std::uint8_t birdProtocol = 12;
constexpr std::uint8_t felixProtocol = 80;

/// Another node, and what this one knows of it.
struct PeerBlocks {
    const NodePlace *node = nullptr;
    std::vector<Prefix> blocks;
    std::optional<IpAddress> tunnel; ///< the address of its tunnel
};

std::vector<PeerBlocks> knownPeers(const AgentRun &run, const cni::Host &host, const Config &config)
{
    std::vector<PeerBlocks> peers;
    const DataPlane plane(host.network());
    for (const NodePlace &node : run.all) {
        const Netns *other = host.network().find(std::string_view(node.netns));
        const auto ipam = node.name == run.node.name || !other ? std::nullopt : cni::readCalico(*other);
        if (!ipam || (config.bgp && !areConnected(plane, run.node, node, bgpPort)))
            continue;
        peers.push_back({&node, ipam->blocks(), ipam->addressOf(tunnelHandle(config, node.name))});
    }
    return peers;
}

bool carries(Encapsulation encapsulation, bool sameSubnet)
{
    return encapsulation == Encapsulation::Always || (encapsulation == Encapsulation::CrossSubnet && !sameSubnet);
}

/// The way to a block of another node; none: nobody knows one.
std::optional<RouteWords> wayTo(const AgentRun &run, const cni::Host &host, const Config &config,
                                const PeerBlocks &peer, const Prefix &block)
{
    const auto via = firstHopTo(host, peer.node->address);
    const bool sameSubnet = via == peer.node->address;
    RouteWords words;
    words.destination = block;
    words.protocol = config.bgp ? birdProtocol : felixProtocol;
    if (carries(config.vxlan, sameSubnet)) {
        if (!peer.tunnel)
            return std::nullopt;
        words.protocol = felixProtocol;
        words.hop = {.via = peer.tunnel, .dev = vxlanDevice, .onlink = true};
    } else if (carries(config.ipip, sameSubnet)) {
        words.hop = {.via = peer.node->address, .dev = ipipDevice, .onlink = true};
    } else {
        if (!via)
            return std::nullopt;
        words.hop = {.via = via, .dev = run.node.device};
    }
    return words;
}

cni::Expected<void> ensureVtep(cni::Host &host, const std::vector<PeerBlocks> &peers)
{
    const Link *link = host.own().find(vxlanDevice);
    const LinkName name{host.name(), vxlanDevice};
    const std::vector<Neighbour> neighbours(host.own().neighbours.begin(), host.own().neighbours.end());
    const std::vector<VxlanFdbEntry> fdb = link->as<Vxlan>()->fdb;
    for (const Neighbour &one : neighbours)
        if (one.dev == link->id && std::ranges::none_of(peers, [&](const PeerBlocks &peer) {
                return peer.tunnel == one.address && vtepMac(peer.node->name) == one.lladdr;
            }))
            if (auto gone = host.perform(RemoveNeighbour{name, one.address}); !gone)
                return gone;
    for (const VxlanFdbEntry &one : fdb)
        if (std::ranges::none_of(peers, [&](const PeerBlocks &peer) {
                return peer.node->address == one.remote && vtepMac(peer.node->name) == one.mac;
            }))
            if (auto gone = host.perform(RemoveVxlanFdb{name, one.mac, one.remote}); !gone)
                return gone;
    for (const PeerBlocks &peer : peers) {
        if (!peer.tunnel)
            continue;
        const MacAddress mac = vtepMac(peer.node->name);
        if (std::ranges::none_of(neighbours, [&](const Neighbour &one) {
                return one.dev == link->id && one.address == *peer.tunnel && one.lladdr == mac;
            }))
            if (auto added = host.perform(AddNeighbour{name, *peer.tunnel, mac, NudState::Permanent, AddMode::Replace});
                !added)
                return added;
        if (std::ranges::none_of(
                fdb, [&](const VxlanFdbEntry &one) { return one.mac == mac && one.remote == peer.node->address; }))
            if (auto added = host.perform(AddVxlanFdb{name, mac, peer.node->address, AddMode::Replace}); !added)
                return added;
    }
    return {};
}

} // namespace

cni::Expected<void> ensureBlockRoutes(const AgentRun &run, cni::Host &host, const Config &config)
{
    const std::vector<PeerBlocks> peers = knownPeers(run, host, config);
    std::vector<RouteWords> routes;
    if (const auto own = cni::readCalico(host.own()))
        for (const Prefix &block : own->blocks()) {
            RouteWords words;
            words.destination = block;
            words.type = RouteType::Blackhole;
            words.typeGiven = true;
            words.protocol = config.bgp ? birdProtocol : felixProtocol;
            routes.push_back(words);
        }
    for (const PeerBlocks &peer : peers)
        for (const Prefix &block : peer.blocks)
            if (const auto words = wayTo(run, host, config, peer, block))
                routes.push_back(*words);
    if (auto gone = removeRoutes(host,
                                 [&](const Route &route) {
                                     return (route.protocol == birdProtocol || route.protocol == felixProtocol) &&
                                            std::ranges::find(routes, route.destination, &RouteWords::destination) ==
                                                routes.end();
                                 });
        !gone)
        return gone;
    if (config.hasVxlan())
        if (auto made = ensureVtep(host, peers); !made)
            return made;
    for (const RouteWords &words : routes)
        if (auto made = ensureRoute(host, words); !made)
            return made;
    return {};
}

} // namespace netdraft::model::kubernetes::calico

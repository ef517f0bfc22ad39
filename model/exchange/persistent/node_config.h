#pragma once

#include "model/exchange/node_parts.h"

namespace netdraft::model {

/// What files say of one link, gathered from the edits about it.
struct LinkConfig {
    std::string name;
    std::optional<Edit> made; ///< what makes it; none: a card, or `lo`
    std::string peer;         ///< of a veth within the node: its other end, made with it
    std::optional<MacAddress> mac;
    std::optional<int> mtu;
    bool arpOff = false;
    bool up = false;
    std::string master;
    std::vector<ChangeLink> changes;
    std::vector<SetPort> port;
    std::vector<AddBridgeVlan> vlans;
    std::vector<AddAddress> addresses;
    std::vector<AddRoute> routes; ///< on `lo` also those that name no link
    std::vector<AddNeighbour> neighbours;
    std::vector<AddProxyNeighbour> proxies;
    std::vector<AddFdb> fdb;
    std::vector<AddVxlanFdb> remotes;

    /// Whether files have anything to say of it.
    bool isConfigured() const;
};

/// What files say of one node.
struct NodeConfig {
    std::string name;
    std::vector<LinkConfig> links; ///< `lo` first
    std::vector<AddNexthop> nexthops;
    std::vector<AddIpRule> rules;
    EditList settings; ///< sysctls
    EditList rest;     ///< what none of these fields has

    const LinkConfig *find(std::string_view link) const;
};

/// `netns` is the node as it is to be.
NodeConfig nodeConfig(const NodePart &node, const Netns &netns);

/// What becomes of edits that no field of NodeConfig has: rules of iptables have files of their own, all else is named
/// in `omitted`.
void omitRest(const NodeConfig &config, std::vector<std::string> &omitted);

} // namespace netdraft::model

#include "views/panels/matrix_groups.h"

#include "model/drawing/node_kind.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/style/icon.h"

#include <QCoreApplication>

#include <map>

namespace netdraft::views {

namespace {

/// The prefix of the subnet that an address of a node is in.
QString subnetOf(const model::Netns &netns, const model::IpAddress &address)
{
    for (const model::Link &link : netns.links) {
        for (const model::LinkAddress &own : link.addresses(address.family())) {
            if (own.local.address == address)
                return QString::fromStdString(own.local.prefix().toString());
        }
    }
    return {};
}

/// What the only cable of a node leads to; the node itself where it has several, or none.
QString machineOf(const model::Network &network, const model::Netns &netns)
{
    const model::Netns *machine = &netns;
    int cables = 0;
    for (const model::Link &link : netns.links) {
        const model::Veth *veth = link.veth();
        const model::Netns *peer = veth ? network.find(veth->peer.netns) : nullptr;
        if (!peer || peer == &netns)
            continue;
        ++cables;
        machine = peer;
    }
    return nodeName(network, cables == 1 ? machine->id : netns.id);
}

} // namespace

MatrixGroups groupMatrix(const Document &document, const model::Reachability &reachability, MatrixGrouping grouping)
{
    MatrixGroups groups;
    std::map<QString, std::size_t> known;
    const auto number = [&](const QString &name) {
        const auto found = known.try_emplace(name, static_cast<std::size_t>(groups.names.size()));
        if (found.second)
            groups.names.append(name);
        return found.first->second;
    };
    const model::Network &network = reachability.network();
    const auto nameOf = [&](const model::Netns &netns, const model::IpAddress *address) {
        switch (grouping) {
        case MatrixGrouping::None: break;
        case MatrixGrouping::Subnet:
            return address ? subnetOf(netns, *address) : QCoreApplication::translate("MatrixGroups", "no address");
        case MatrixGrouping::Machine: return machineOf(network, netns);
        case MatrixGrouping::Kind: return kindTitle(model::kindOf(document.project(), netns));
        }
        return QString();
    };
    std::size_t target = 0;
    for (const model::NetnsId node : reachability.nodes()) {
        const model::Netns &netns = *network.find(node);
        const auto targets = reachability.targets();
        const bool has = target < targets.size() && targets[target].node == node;
        groups.ofNode.push_back(number(nameOf(netns, has ? &targets[target].address : nullptr)));
        for (; target < targets.size() && targets[target].node == node; ++target)
            groups.ofTarget.push_back(number(nameOf(netns, &targets[target].address)));
    }
    return groups;
}

} // namespace netdraft::views

#include "views/document/node_words.h"

namespace netdraft::views {

QString nodeName(const model::Network &network, model::NetnsId node)
{
    const model::Netns *netns = network.find(node);
    return netns ? QString::fromStdString(netns->name) : QString();
}

QString linkTitle(const model::Network &network, model::LinkPlace place)
{
    const model::Link *link = network.find(place);
    return link ? QStringLiteral("%1 %2").arg(nodeName(network, place.netns), QString::fromStdString(link->name))
                : QString();
}

} // namespace netdraft::views

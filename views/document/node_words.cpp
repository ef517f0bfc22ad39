#include "views/document/node_words.h"

#include <QCoreApplication>

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

QString portCount(const model::Bridge &bridge)
{
    if (bridge.ports.empty())
        return QCoreApplication::translate("NodeWords", "no port");
    return bridge.ports.size() == 1 ? QCoreApplication::translate("NodeWords", "1 port")
                                    : QCoreApplication::translate("NodeWords", "%1 ports").arg(bridge.ports.size());
}

} // namespace netdraft::views

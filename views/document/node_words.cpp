#include "views/document/node_words.h"

#include "model/command/tc/qdisc_words.h"

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

QString qdiscWords(const model::Link &link)
{
    if (!link.qdisc)
        return {};
    model::Qdisc qdisc = *link.qdisc;
    qdisc.handle = 0;
    const QString line = QString::fromStdString(model::command::qdiscLine(qdisc));
    const QLatin1String netem("netem");
    return line.startsWith(netem) ? line.sliced(netem.size()).trimmed() : line;
}

} // namespace netdraft::views

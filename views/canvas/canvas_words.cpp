#include "views/canvas/canvas_words.h"

#include "model/drawing/node_kind.h"
#include "views/document/node_words.h"
#include "views/style/icon.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

/// More addresses, interfaces or nodes than these nobody listens to.
constexpr qsizetype mostInName = 4;
constexpr qsizetype mostInSentence = 24;

struct CanvasWords {
    Q_DECLARE_TR_FUNCTIONS(CanvasWords)
};

/// The first of them, and how many there are beyond.
QString listed(QStringList all, qsizetype most)
{
    const qsizetype more = all.size() - most;
    if (more > 1) {
        all.erase(all.begin() + most, all.end());
        all += CanvasWords::tr("%L1 more").arg(more);
    }
    return all.join(QStringLiteral(", "));
}

QStringList ownAddresses(const model::Link &link)
{
    QStringList all;
    for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
        for (const model::LinkAddress &address : link.addresses(family)) {
            if (!address.kernelMade)
                all += QString::fromStdString(address.local.toString());
        }
    }
    return all;
}

QString kindAndName(const model::Project &project, const model::Netns &netns)
{
    return CanvasWords::tr("%1 %2").arg(kindTitle(model::kindOf(project, netns)), QString::fromStdString(netns.name));
}

/// `A eth0: up, 192.168.1.5/24`.
QString linkSentence(const model::Network &network, const model::Netns &netns, const model::Link &link,
                     const QString &title)
{
    QStringList parts{linkState(network, netns, link)};
    parts += ownAddresses(link);
    return CanvasWords::tr("%1: %2.").arg(title, listed(parts, mostInName + 1));
}

} // namespace

QString linkState(const model::Network &network, const model::Netns &netns, const model::Link &link)
{
    if (!link.up)
        return CanvasWords::tr("down");
    return model::hasCarrier(network, netns, link) ? CanvasWords::tr("up") : CanvasWords::tr("up, no carrier");
}

QString forwardingSentence(const model::Project &project, const model::Netns &netns)
{
    const bool v4 = netns.forwards(model::Family::Ipv4);
    const bool v6 = netns.forwards(model::Family::Ipv6);
    if (v4 && v6)
        return CanvasWords::tr("Forwards IPv4 and IPv6.");
    if (v4 || v6)
        return v4 ? CanvasWords::tr("Forwards IPv4.") : CanvasWords::tr("Forwards IPv6.");
    return model::kindOf(project, netns) == model::NodeKind::Router ? CanvasWords::tr("Does not forward.") : QString();
}

QString nodeTitle(const model::Project &project, model::NetnsId node)
{
    const model::Netns *netns = project.network.find(node);
    if (!netns)
        return {};
    QStringList addresses;
    for (const model::Link &link : netns->links)
        addresses += ownAddresses(link);
    const QString name = kindAndName(project, *netns);
    return addresses.isEmpty() ? name : CanvasWords::tr("%1, %2").arg(name, listed(addresses, mostInName));
}

QString nodeDetails(const model::Project &project, model::NetnsId node, model::NetnsId outer)
{
    const model::Network &network = project.network;
    const model::Netns *netns = network.find(node);
    if (!netns)
        return {};
    QStringList sentences;
    if (const QString forwarding = forwardingSentence(project, *netns); !forwarding.isEmpty())
        sentences += forwarding;
    if (const model::Netns *around = network.find(outer))
        sentences += CanvasWords::tr("Inside of %1.").arg(kindAndName(project, *around));
    qsizetype left = mostInSentence;
    for (const model::Link &link : netns->links) {
        if (left-- == 0)
            break;
        const model::Veth *veth = link.veth();
        const QString name = QString::fromStdString(link.name);
        const QString peer = veth ? linkTitle(network, veth->peer) : QString();
        sentences += linkSentence(network, *netns, link,
                                  peer.isEmpty() ? name : CanvasWords::tr("%1, connected to %2").arg(name, peer));
    }
    return sentences.join(QLatin1Char(' '));
}

QString boxTitle(const model::Project &project, model::NetnsId node, int inside)
{
    const model::Netns *netns = project.network.find(node);
    return netns ? CanvasWords::tr("Box of %1, inside: %L2").arg(kindAndName(project, *netns)).arg(inside) : QString();
}

QString boxDetails(const model::Project &project, const NodeIds &inside)
{
    QStringList names;
    for (const model::NetnsId id : inside) {
        if (const model::Netns *netns = project.network.find(id))
            names += kindAndName(project, *netns);
    }
    return names.isEmpty() ? QString() : CanvasWords::tr("Holds %1.").arg(listed(names, mostInSentence));
}

QString cableTitle(const model::Network &network, model::LinkPlace end)
{
    const model::Link *link = network.find(end);
    const model::Veth *veth = link ? link->veth() : nullptr;
    return veth ? CanvasWords::tr("Cable from %1 to %2").arg(linkTitle(network, end), linkTitle(network, veth->peer))
                : QString();
}

QString cableDetails(const model::Network &network, model::LinkPlace end)
{
    const model::Link *link = network.find(end);
    const model::Veth *veth = link ? link->veth() : nullptr;
    if (!veth)
        return {};
    QStringList sentences;
    for (const model::LinkPlace place : {end, veth->peer}) {
        const model::Netns *netns = network.find(place.netns);
        if (const model::Link *at = netns ? netns->find(place.link) : nullptr)
            sentences += linkSentence(network, *netns, *at, linkTitle(network, place));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace netdraft::views

#include "views/canvas/canvas_tips.h"

#include "model/drawing/node_kind.h"
#include "views/canvas/canvas_words.h"
#include "views/document/node_words.h"
#include "views/style/icon.h"

namespace netdraft::views {

namespace {

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString addressText(const model::Link &link)
{
    QStringList list;
    for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
        for (const model::LinkAddress &address : link.addresses(family))
            list += escaped(address.local.toString());
    }
    return list.join(QStringLiteral(", "));
}

} // namespace

QString nodeTip(const model::Project &project, model::NetnsId node)
{
    const model::Netns *netns = project.network.find(node);
    if (!netns)
        return {};
    QString tip = QStringLiteral("<b>%1</b> — %2")
                      .arg(escaped(netns->name), kindTitle(model::kindOf(project, *netns)).toHtmlEscaped());
    if (const QString forwarding = forwardingSentence(project, *netns); !forwarding.isEmpty())
        tip += QStringLiteral("<br>") + forwarding;
    tip += QStringLiteral("<table cellspacing='4'>");
    for (const model::Link &link : netns->links) {
        tip += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>")
                   .arg(escaped(link.name), linkState(project.network, *netns, link), addressText(link));
    }
    return tip + QStringLiteral("</table>");
}

QString cableTip(const model::Network &network, model::LinkPlace end)
{
    const model::Link *first = network.find(end);
    const model::Veth *veth = first ? first->veth() : nullptr;
    if (!veth)
        return {};
    QString tip = QStringLiteral("<table cellspacing='4'>");
    for (const model::LinkPlace place : {end, veth->peer}) {
        const model::Netns *netns = network.find(place.netns);
        const model::Link *link = netns ? netns->find(place.link) : nullptr;
        if (!link)
            continue;
        tip +=
            QStringLiteral("<tr><td><b>%1 %2</b></td><td>%3</td><td>%4</td><td>%5</td><td>MTU %6</td><td>%7</td></tr>")
                .arg(escaped(netns->name), escaped(link->name), linkState(network, *netns, *link), addressText(*link),
                     escaped(link->mac.toString()))
                .arg(link->mtu)
                .arg(qdiscWords(*link).toHtmlEscaped());
    }
    return tip + QStringLiteral("</table>");
}

} // namespace netdraft::views

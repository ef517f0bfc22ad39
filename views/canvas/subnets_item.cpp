#include "views/canvas/subnets_item.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <map>
#include <set>

namespace netdraft::views {

namespace {

/// How far the colour reaches to either side of a cable.
constexpr qreal reach = 22;
/// So many prefixes of one domain are told; there is hardly ever more than one of each family.
constexpr std::size_t mostPrefixes = 3;

/// The prefixes of the addresses that the interfaces of a domain have, link-local ones apart, a line each.
QString prefixesOf(const model::DataPlane &plane, const model::Segment &segment)
{
    std::set<model::Prefix> prefixes;
    for (const model::LinkIndex member : segment.members) {
        for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
            for (const model::LinkAddress &own : plane.links()[member].link->addresses(family)) {
                if (own.local.length < model::addressBits(family) && !own.local.address.isLinkLocal())
                    prefixes.insert(own.local.prefix());
            }
        }
    }
    QStringList lines;
    for (const model::Prefix &prefix : prefixes) {
        if (std::size_t(lines.size()) == mostPrefixes) {
            lines << QStringLiteral("…");
            break;
        }
        lines << QString::fromStdString(prefix.toString());
    }
    return lines.join(QLatin1Char('\n'));
}

/// Neighbours in the list are far apart on the wheel.
QColor shade(int number, bool dark)
{
    constexpr double golden = 137.508;
    QColor colour = QColor::fromHsvF(float(std::fmod(210 + number * golden, 360) / 360), 0.65F, dark ? 0.9F : 0.85F);
    colour.setAlphaF(dark ? 0.28F : 0.22F);
    return colour;
}

} // namespace

SubnetsItem::SubnetsItem(const NetworkScene &scene) : m_scene(scene)
{
    setZValue(layer::subnets);
    setAcceptedMouseButtons(Qt::NoButton);
}

void SubnetsItem::read(const model::DataPlane &plane)
{
    std::map<model::SegmentIndex, std::size_t> regionOf;
    m_regions.clear();
    for (model::LinkIndex i = 0; i < plane.links().size(); ++i) {
        const model::PlaneLink &link = plane.links()[i];
        // Each cable by the first of its ends that is there.
        if (link.peer == model::nowhere || link.peer < i || link.through == model::nowhere)
            continue;
        const auto [found, fresh] = regionOf.try_emplace(link.through, m_regions.size());
        if (fresh)
            m_regions.push_back({prefixesOf(plane, plane.segments()[link.through]), {}, {}, {}, 0});
        m_regions[found->second].cables.push_back(plane.place(i));
    }
    std::erase_if(m_regions, [](const Region &region) { return region.prefixes.isEmpty(); });
    int number = 0;
    for (Region &region : m_regions)
        region.colour = number++;
    follow();
}

void SubnetsItem::follow()
{
    prepareGeometryChange();
    m_bounds = {};
    for (Region &region : m_regions) {
        region.course = {};
        qreal longest = -1;
        for (const model::LinkPlace place : region.cables) {
            const CableItem *cable = m_scene.cable(place);
            if (!cable || !cable->isVisible())
                continue;
            const auto points = cable->course().points();
            if (points.empty())
                continue;
            region.course.moveTo(points.front());
            for (const QPointF point : points.subspan(1))
                region.course.lineTo(point);
            if (cable->course().length() > longest) {
                longest = cable->course().length();
                region.middle = cable->course().at(0, longest / 2);
            }
            // Through a switch the domain goes on.
            for (const int end : {0, 1}) {
                const NodeItem *node = cable->end(end).node;
                if (node->kind() != model::NodeKind::Switch)
                    continue;
                region.course.moveTo(node->pos());
                region.course.lineTo(cable->course().at(end, 0));
            }
        }
        if (longest >= 0)
            m_bounds |= region.course.boundingRect();
    }
    if (!m_bounds.isNull()) {
        const qreal text = QFontMetricsF(m_scene.look().strongDetailFont).horizontalAdvance(QLatin1Char('0')) * 40;
        m_bounds.adjust(-reach - text, -reach - text, reach + text, reach + text);
    }
    update();
}

void SubnetsItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = *m_scene.look().theme;
    for (const Region &region : m_regions) {
        if (!region.course.isEmpty())
            painter->strokePath(region.course, QPen(shade(region.colour, theme.dark), reach * 2, Qt::SolidLine,
                                                    Qt::RoundCap, Qt::RoundJoin));
    }
    const QFontMetricsF metrics(m_scene.look().strongDetailFont);
    painter->setFont(m_scene.look().strongDetailFont);
    painter->setPen(theme.text);
    for (const Region &region : m_regions) {
        if (region.course.isEmpty())
            continue;
        // Outside of the colour, where cables seldom have labels: below their middle.
        const QSizeF size = metrics.size(0, region.prefixes);
        const QRectF place(region.middle + QPointF(-size.width() / 2, reach + 2), size);
        painter->drawText(place, Qt::AlignHCenter, region.prefixes);
    }
}

} // namespace netdraft::views

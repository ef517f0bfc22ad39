#include "views/canvas/gliding.h"

#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <utility>

namespace netdraft::views {

namespace {

constexpr int milliseconds = 240;

} // namespace

Gliding::Gliding(NetworkScene &scene) : m_scene(scene)
{
    m_clock.setStartValue(0.0);
    m_clock.setEndValue(1.0);
    m_clock.setDuration(milliseconds);
    m_clock.setEasingCurve(QEasingCurve::InOutCubic);
    QObject::connect(&m_clock, &QVariantAnimation::valueChanged, &m_clock,
                     [this](const QVariant &share) { show(share.toReal()); });
    QObject::connect(&m_clock, &QVariantAnimation::finished, &m_clock, [this] { arrived(); });
}

void Gliding::start(const model::NodePlaces &before)
{
    m_ways.clear();
    for (const auto &[id, place] : before) {
        const NodeItem *item = m_scene.node(id);
        if (const QPointF from(place.x, place.y); item && item->pos() != from)
            m_ways[id] = {from, item->pos()};
    }
    if (m_ways.empty())
        return;
    show(0);
    m_clock.start();
}

void Gliding::finish()
{
    if (m_clock.state() != QAbstractAnimation::Running)
        return;
    m_clock.stop();
    show(1);
    arrived();
}

void Gliding::afterwards(std::function<void()> then)
{
    m_then = std::move(then);
    if (m_clock.state() != QAbstractAnimation::Running)
        arrived();
}

void Gliding::arrived()
{
    if (const auto then = std::exchange(m_then, nullptr))
        then();
}

void Gliding::stop()
{
    m_clock.stop();
    m_ways.clear();
    m_then = nullptr;
}

void Gliding::show(qreal share)
{
    std::vector<std::pair<NodeItem *, QPointF>> places;
    for (const auto &[id, way] : m_ways) {
        if (NodeItem *item = m_scene.node(id))
            places.emplace_back(item, way.from + (way.to - way.from) * share);
    }
    m_scene.moveNodes(places);
}

} // namespace netdraft::views

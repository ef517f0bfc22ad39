#pragma once

#include "model/drawing/arrangement.h"

#include <QPointF>
#include <QVariantAnimation>

#include <functional>
#include <map>

namespace netdraft::views {

class NetworkScene;

/// Lets the pictures of nodes glide to where a layout, an alignment or an undo has put them.
class Gliding
{
public:
    explicit Gliding(NetworkScene &scene);

    /// From these places to where they stand now; what stands there already, as after a drag, stays.
    void start(const model::NodePlaces &before);
    /// Those that are under way are where they belong.
    void finish();
    /// Forgets them.
    void stop();
    /// Calls this when they have arrived; at once where none is under way.
    void afterwards(std::function<void()> then);

private:
    struct Way {
        QPointF from;
        QPointF to;
    };
    NetworkScene &m_scene;
    QVariantAnimation m_clock;
    std::map<model::NetnsId, Way> m_ways;
    std::function<void()> m_then;

    void show(qreal share);
    void arrived();
};

} // namespace netdraft::views

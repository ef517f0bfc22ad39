#include "model/drawing/arrangement.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "model/drawing/wires.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace netdraft::model {

namespace {

/// From one node to the next one beside it, so that names and addresses of cables do not touch.
constexpr double layoutColumn = 200;
constexpr double layoutRow = 180;
/// How often the nodes of a layer are ordered by those above and below: it settles after a few.
constexpr int sweeps = 8;

struct Bounds {
    Point least;
    Point most;
};

Bounds boundsOf(const NodePlaces &nodes)
{
    Bounds bounds{nodes.begin()->second, nodes.begin()->second};
    for (const auto &[id, place] : nodes) {
        bounds.least = {std::min(bounds.least.x, place.x), std::min(bounds.least.y, place.y)};
        bounds.most = {std::max(bounds.most.x, place.x), std::max(bounds.most.y, place.y)};
    }
    return bounds;
}

/// The places, moved so that their middle is that of others.
NodePlaces centredOn(const NodePlaces &others, NodePlaces places)
{
    const Bounds now = boundsOf(places);
    const Bounds before = boundsOf(others);
    const double dx = (before.least.x + before.most.x - now.least.x - now.most.x) / 2;
    const double dy = (before.least.y + before.most.y - now.least.y - now.most.y) / 2;
    for (auto &[id, place] : places)
        place = {onGrid(place.x + dx), onGrid(place.y + dy)};
    return places;
}

bool isHost(const Project &project, NetnsId id)
{
    const Netns *netns = project.network.find(id);
    if (!netns)
        return true;
    const NodeKind kind = kindOf(project, *netns);
    return kind != NodeKind::Switch && kind != NodeKind::Router && kind != NodeKind::Machine;
}

/// The nodes by how many cables they are from the nearest host; those that no host hangs on stand with the farthest.
std::vector<std::vector<NetnsId>> layersOf(const Project &project, const NodePlaces &nodes, const Wires &wires)
{
    std::map<NetnsId, std::size_t> layer;
    std::queue<NetnsId> reached;
    for (const auto &[id, place] : nodes) {
        if (isHost(project, id)) {
            layer[id] = 0;
            reached.push(id);
        }
    }
    std::size_t highest = 0;
    for (; !reached.empty(); reached.pop()) {
        const NetnsId here = reached.front();
        highest = std::max(highest, layer[here]);
        const auto around = wires.find(here);
        if (around == wires.end())
            continue;
        for (const NetnsId there : around->second) {
            if (nodes.contains(there) && layer.try_emplace(there, layer[here] + 1).second)
                reached.push(there);
        }
    }
    std::vector<std::vector<NetnsId>> layers(highest + 1);
    for (const auto &[id, place] : nodes) {
        const auto known = layer.find(id);
        layers[known == layer.end() ? highest : known->second].push_back(id);
    }
    return layers;
}

/// Orders each layer by the mean place of what its nodes are wired to, to and fro, so that few cables cross (the
/// barycentre method, Sugiyama, Tagawa and Toda 1981).
NodePlaces inLayers(const Project &project, const NodePlaces &nodes)
{
    const Wires wires = wiresOf(project.network);
    std::vector<std::vector<NetnsId>> layers = layersOf(project, nodes, wires);
    std::size_t widest = 0;
    for (const auto &layer : layers)
        widest = std::max(widest, layer.size());
    NodePlaces places;
    // All as wide as the widest, so that what is above stands over the middle of what is below.
    const auto spread = [&](std::size_t layer) {
        const double step = static_cast<double>(widest) * layoutColumn / static_cast<double>(layers[layer].size());
        for (std::size_t i = 0; i < layers[layer].size(); ++i)
            places[layers[layer][i]] = {(static_cast<double>(i) + 0.5) * step, -static_cast<double>(layer) * layoutRow};
    };
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        std::ranges::stable_sort(layers[layer], {}, [&](NetnsId id) { return nodes.at(id).x; });
        spread(layer);
    }
    const auto order = [&](std::size_t layer) {
        std::map<NetnsId, double> wish;
        for (const NetnsId id : layers[layer]) {
            double sum = 0;
            std::size_t count = 0;
            if (const auto around = wires.find(id); around != wires.end()) {
                for (const NetnsId other : around->second) {
                    if (const auto place = places.find(other); place != places.end()) {
                        sum += place->second.x;
                        ++count;
                    }
                }
            }
            wish[id] = count == 0 ? places[id].x : sum / static_cast<double>(count);
        }
        std::ranges::stable_sort(layers[layer], {}, [&](NetnsId id) { return wish[id]; });
        spread(layer);
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t i = 0; i < layers.size(); ++i)
            order(sweep % 2 == 0 ? i : layers.size() - 1 - i);
    }
    return places;
}

NodePlaces byWires(const Project &project, const NodePlaces &nodes)
{
    std::set<NetnsId> ids;
    for (const auto &[id, place] : nodes)
        ids.insert(id);
    return placesAlone(project, ids);
}

/// Left to right and top to bottom, as one reads them.
std::vector<NetnsId> inReadingOrder(const NodePlaces &nodes)
{
    std::vector<NetnsId> order;
    for (const auto &[id, place] : nodes)
        order.push_back(id);
    std::ranges::stable_sort(
        order, {}, [&](NetnsId id) { return std::pair(std::floor(nodes.at(id).y / layoutRow), nodes.at(id).x); });
    return order;
}

NodePlaces onAGrid(const NodePlaces &nodes)
{
    const std::vector<NetnsId> order = inReadingOrder(nodes);
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(order.size()))));
    NodePlaces places;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t row = i / columns;
        places[order[i]] = {static_cast<double>(i % columns) * layoutColumn, static_cast<double>(row) * layoutRow};
    }
    return places;
}

/// In the order in which they stand around their middle now.
NodePlaces inACircle(const NodePlaces &nodes)
{
    const Bounds bounds = boundsOf(nodes);
    const Point middle{(bounds.least.x + bounds.most.x) / 2, (bounds.least.y + bounds.most.y) / 2};
    std::vector<NetnsId> order = inReadingOrder(nodes);
    std::ranges::stable_sort(order, {}, [&](NetnsId id) {
        const Point &place = nodes.at(id);
        return std::atan2(place.y - middle.y, place.x - middle.x);
    });
    const auto count = static_cast<double>(order.size());
    const double radius = std::max(layoutColumn, count * layoutColumn / (2 * std::numbers::pi));
    NodePlaces places;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double angle = -std::numbers::pi + 2 * std::numbers::pi * static_cast<double>(i) / count;
        places[order[i]] = {radius * std::cos(angle), radius * std::sin(angle)};
    }
    return places;
}

} // namespace

NodePlaces aligned(const NodePlaces &nodes, Alignment alignment)
{
    if (nodes.size() < 2)
        return nodes;
    const Bounds bounds = boundsOf(nodes);
    NodePlaces places = nodes;
    const bool row = alignment == Alignment::Row || alignment == Alignment::SpreadRow;
    if (alignment == Alignment::Row || alignment == Alignment::Column) {
        for (auto &[id, place] : places) {
            if (row)
                place.y = onGrid((bounds.least.y + bounds.most.y) / 2);
            else
                place.x = onGrid((bounds.least.x + bounds.most.x) / 2);
        }
        return places;
    }
    std::vector<NetnsId> order;
    for (const auto &[id, place] : nodes)
        order.push_back(id);
    std::ranges::stable_sort(order, {}, [&](NetnsId id) { return row ? nodes.at(id).x : nodes.at(id).y; });
    const double from = row ? bounds.least.x : bounds.least.y;
    const double gap = ((row ? bounds.most.x : bounds.most.y) - from) / static_cast<double>(order.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i)
        (row ? places[order[i]].x : places[order[i]].y) = from + gap * static_cast<double>(i);
    return places;
}

NodePlaces laidOut(const Project &project, const NodePlaces &nodes, Layout layout)
{
    if (nodes.empty())
        return {};
    switch (layout) {
    case Layout::Wires: return centredOn(nodes, byWires(project, nodes));
    case Layout::Layers: return centredOn(nodes, inLayers(project, nodes));
    case Layout::Circle: return centredOn(nodes, inACircle(nodes));
    case Layout::Grid: return centredOn(nodes, onAGrid(nodes));
    }
    return nodes;
}

} // namespace netdraft::model

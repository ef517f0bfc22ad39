#include "model/drawing/places.h"

#include "model/drawing/disc_layout.h"
#include "model/drawing/node_kind.h"
#include "model/drawing/stress_layout.h"
#include "model/drawing/wires.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace netdraft::model {

namespace {

/// How far two nodes stand apart at least, so that their names do not touch.
constexpr double clearanceX = 120;
constexpr double clearanceY = 110;
constexpr double cableLength = 180;
/// Two nodes this far apart are clear of each other in every direction.
constexpr double clearance = 150;
/// In a component of more nodes than these each part gets room of its own; fewer stand together closely.
constexpr std::size_t fewNodes = 100;

/// Places by cell of the size of the clearance: what may stand too near is in the nine cells around.
class Occupancy
{
public:
    void add(const Point &place) { m_cells[cellOf(place)].push_back(place); }

    bool isClear(const Point &place) const
    {
        const auto [column, row] = cellOf(place);
        for (int x = column - 1; x <= column + 1; ++x) {
            for (int y = row - 1; y <= row + 1; ++y) {
                const auto cell = m_cells.find({x, y});
                if (cell == m_cells.end())
                    continue;
                for (const Point &other : cell->second) {
                    if (std::abs(other.x - place.x) < clearanceX && std::abs(other.y - place.y) < clearanceY)
                        return false;
                }
            }
        }
        return true;
    }

    /// The nearest clear point of the grid, searched in growing squares around the wish.
    Point nearest(const Point &wish) const
    {
        const Point start{onGrid(wish.x), onGrid(wish.y)};
        if (isClear(start))
            return start;
        for (int ring = 1;; ++ring) {
            std::optional<Point> best;
            double bestDistance = 0;
            const auto consider = [&](int dx, int dy) {
                const Point place{start.x + dx * gridStep, start.y + dy * gridStep};
                const double distance = std::hypot(place.x - wish.x, place.y - wish.y);
                if ((!best || distance < bestDistance) && isClear(place)) {
                    best = place;
                    bestDistance = distance;
                }
            };
            for (int i = -ring; i <= ring; ++i) {
                consider(i, -ring);
                consider(i, ring);
                consider(-ring, i);
                consider(ring, i);
            }
            if (best)
                return *best;
        }
    }

private:
    using Cell = std::pair<int, int>;
    std::map<Cell, std::vector<Point>> m_cells;

    static Cell cellOf(const Point &place)
    {
        return {static_cast<int>(std::floor(place.x / clearanceX)), static_cast<int>(std::floor(place.y / clearanceY))};
    }
};

/// The nodes of `among` that hang together with `start`, in the order of a breadth-first walk.
std::vector<NetnsId> component(const Wires &wires, const std::set<NetnsId> &among, NetnsId start)
{
    std::vector<NetnsId> found{start};
    std::set<NetnsId> seen{start};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto wired = wires.find(found[i]);
        if (wired == wires.end())
            continue;
        for (const NetnsId next : wired->second) {
            if (among.contains(next) && seen.insert(next).second)
                found.push_back(next);
        }
    }
    return found;
}

/// A component on its own, its left upper corner somewhere.
std::vector<Point> arrange(const std::vector<NetnsId> &nodes, const Wires &wires)
{
    std::map<NetnsId, std::size_t> position;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        position[nodes[i]] = i;
    std::vector<std::vector<std::size_t>> neighbours(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (const auto wired = wires.find(nodes[i]); wired != wires.end()) {
            for (const NetnsId other : wired->second) {
                if (const auto known = position.find(other); known != position.end())
                    neighbours[i].push_back(known->second);
            }
        }
    }
    std::vector<Point> places = nodes.size() > fewNodes ? discLayout(neighbours, cableLength, clearance)
                                                        : stressLayout(neighbours, cableLength);
    Occupancy occupancy;
    for (Point &place : places) {
        place = occupancy.nearest(place);
        occupancy.add(place);
    }
    return places;
}

/// Puts nodes that are wired to placed ones beside these, walking outwards. Returns those that it reached.
void placeBesideNeighbours(const Wires &wires, std::set<NetnsId> &missing, std::map<NetnsId, Point> &all,
                           Occupancy &occupancy, std::map<NetnsId, Point> &given)
{
    bool reached = true;
    while (reached) {
        reached = false;
        for (auto node = missing.begin(); node != missing.end();) {
            Point sum;
            int count = 0;
            if (const auto wired = wires.find(*node); wired != wires.end()) {
                for (const NetnsId other : wired->second) {
                    if (const auto placed = all.find(other); placed != all.end()) {
                        sum.x += placed->second.x;
                        sum.y += placed->second.y;
                        ++count;
                    }
                }
            }
            if (count == 0) {
                ++node;
                continue;
            }
            // One neighbour: below it. Several: between them.
            const Point wish{sum.x / count, sum.y / count + (count == 1 ? cableLength : 0)};
            const Point place = occupancy.nearest(wish);
            occupancy.add(place);
            all[*node] = place;
            given[*node] = place;
            node = missing.erase(node);
            reached = true;
        }
    }
}

/// What hangs together stands together, one group after the other from left to right, in rows from `start` on.
void placeInRows(const Wires &wires, std::set<NetnsId> missing, Point start, std::map<NetnsId, Point> &given)
{
    constexpr double rowWidth = 1600;
    double left = start.x;
    double top = start.y;
    double bottom = top;
    while (!missing.empty()) {
        const std::vector<NetnsId> nodes = component(wires, missing, *missing.begin());
        const std::vector<Point> places = arrange(nodes, wires);
        Point least = places.front();
        Point most = places.front();
        for (const Point &place : places) {
            least = {std::min(least.x, place.x), std::min(least.y, place.y)};
            most = {std::max(most.x, place.x), std::max(most.y, place.y)};
        }
        if (left > 0 && left + most.x - least.x > rowWidth) {
            left = 0;
            top = bottom + cableLength;
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            given[nodes[i]] = {onGrid(left + places[i].x - least.x), onGrid(top + places[i].y - least.y)};
            missing.erase(nodes[i]);
        }
        bottom = std::max(bottom, top + most.y - least.y);
        left += most.x - least.x + cableLength;
    }
}

/// Where the next node goes that nobody has placed: after the last row if nobody has placed that either, or below all.
Point rowAfter(const Project &project, const std::map<NetnsId, Point> &all)
{
    if (all.empty())
        return {};
    double lowest = -cableLength;
    for (const auto &[node, place] : all)
        lowest = std::max(lowest, place.y);
    std::optional<double> right;
    for (const auto &[node, place] : all) {
        if (place.y <= lowest - clearanceY)
            continue;
        if (project.drawing->nodes.contains(node))
            return {0, lowest + cableLength};
        right = std::max(right.value_or(place.x), place.x);
    }
    return right ? Point{onGrid(*right + cableLength), lowest} : Point{0, lowest + cableLength};
}

} // namespace

double onGrid(double value)
{
    return std::round(value / gridStep) * gridStep;
}

std::map<NetnsId, Point> placesAlone(const Project &project, const std::set<NetnsId> &nodes)
{
    std::map<NetnsId, Point> given;
    placeInRows(wiresOf(project.network), nodes, {}, given);
    return given;
}

std::map<NetnsId, Point> freePlaces(const Project &project, const std::map<NetnsId, Point> &known)
{
    std::map<NetnsId, Point> all;
    std::set<NetnsId> missing;
    Occupancy occupancy;
    for (const Network::NetnsPtr &netns : project.network.namespaces()) {
        if (!isDrawn(*netns))
            continue;
        const auto drawn = project.drawing->nodes.find(netns->id);
        const auto earlier = known.find(netns->id);
        if (drawn != project.drawing->nodes.end())
            all[netns->id] = drawn->second.position;
        else if (earlier != known.end())
            all[netns->id] = earlier->second;
        else
            missing.insert(netns->id);
    }
    for (const auto &[node, place] : all)
        occupancy.add(place);
    std::map<NetnsId, Point> given;
    if (missing.empty())
        return given;
    const Wires wires = wiresOf(project.network);
    placeBesideNeighbours(wires, missing, all, occupancy, given);

    placeInRows(wires, std::move(missing), rowAfter(project, all), given);
    return given;
}

Point placeInside(const Drawing &drawing, NetnsId host)
{
    constexpr int columns = 3;
    constexpr double apart = 200; // names of pods are long, and each cable has two labels
    constexpr double below = 160;
    constexpr double rowHeight = 140;
    Occupancy occupancy;
    for (const auto &[id, node] : drawing.nodes)
        occupancy.add(node.position);
    const Point first = drawing.nodes.at(host).position;
    for (int i = 0;; ++i) {
        const Point place{first.x + apart * (i % columns), first.y + below + rowHeight * (i / columns)};
        if (occupancy.isClear(place))
            return place;
    }
}

Point clearPlace(const std::map<NetnsId, Point> &taken, Point wish)
{
    Occupancy occupancy;
    for (const auto &[node, place] : taken)
        occupancy.add(place);
    return occupancy.nearest(wish);
}

} // namespace netdraft::model

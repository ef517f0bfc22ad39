#include "model/drawing/disc_layout.h"

#include "model/drawing/stress_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <span>

namespace netdraft::model {

namespace {

using Neighbours = std::vector<std::vector<std::size_t>>;

struct Disc {
    Point centre;
    double radius = 0;
};

/// A node with all that hangs on it, as seen from the node: what it hangs on itself lies to the left.
struct Branch {
    std::vector<std::size_t> children;
    Disc disc;            ///< around all of it
    double direction = 0; ///< in which its own node looks, as seen from the one that it hangs on
    Point place;          ///< of its node, likewise
};

/// The graph taken apart from its leaves inwards.
struct Peeled {
    std::vector<Branch> branches;
    std::vector<std::size_t> order; ///< those that hang on another one, each before that one
    std::vector<std::size_t> core;  ///< what is left: where cables form loops, or the middle of a tree
};

Peeled peel(const Neighbours &neighbours)
{
    const std::size_t count = neighbours.size();
    Peeled peeled;
    peeled.branches.resize(count);
    std::vector<std::size_t> left(count);
    std::vector<bool> gone(count);
    for (std::size_t node = 0; node < count; ++node) {
        left[node] = neighbours[node].size();
        if (left[node] == 1)
            peeled.order.push_back(node);
    }
    std::size_t taken = 0;
    while (taken < peeled.order.size()) {
        const std::size_t node = peeled.order[taken];
        if (left[node] == 0) {
            // The last of a tree: nothing is left that it could hang on.
            peeled.order.pop_back();
            break;
        }
        ++taken;
        gone[node] = true;
        for (const std::size_t other : neighbours[node]) {
            if (gone[other])
                continue;
            peeled.branches[other].children.push_back(node);
            if (--left[other] == 1)
                peeled.order.push_back(other);
        }
    }
    for (std::size_t node = 0; node < count; ++node) {
        if (!gone[node])
            peeled.core.push_back(node);
    }
    return peeled;
}

Point turned(const Point &point, double angle)
{
    return {point.x * std::cos(angle) - point.y * std::sin(angle),
            point.x * std::sin(angle) + point.y * std::cos(angle)};
}

/// The smallest disc around discs, nearly: it starts anywhere and goes towards the farthest in ever smaller steps
/// (Badoiu and Clarkson 2003).
Disc around(const std::vector<Disc> &discs)
{
    Disc whole = discs.front();
    const auto reach = [&whole](const Disc &disc) {
        return std::hypot(disc.centre.x - whole.centre.x, disc.centre.y - whole.centre.y) + disc.radius;
    };
    constexpr int rounds = 60;
    for (int round = 1; round <= rounds; ++round) {
        const Disc &far = *std::ranges::max_element(discs, {}, reach);
        const double distance = reach(far) - far.radius;
        if (distance <= 0)
            break;
        // The far end of that disc, seen from here.
        const double stretch = reach(far) / distance;
        whole.centre.x += (far.centre.x - whole.centre.x) * stretch / (round + 1);
        whole.centre.y += (far.centre.y - whole.centre.y) * stretch / (round + 1);
    }
    whole.radius = reach(*std::ranges::max_element(discs, {}, reach));
    return whole;
}

/// Sets what hangs on nodes in rings around these.
class Rings
{
public:
    Rings(std::vector<Branch> &branches, double length, double clearance)
        : m_branches(branches), m_length(length), m_own(clearance / 2)
    {
    }

    /// The branches of its children are known. `hangs`: there is something to its left to keep clear of.
    void arrange(Branch &branch, bool hangs)
    {
        std::ranges::stable_sort(branch.children, {}, [this](std::size_t child) { return radius(child); });
        std::vector<Disc> discs{{{}, m_own}};
        std::span<const std::size_t> rest = branch.children;
        Ring ring{m_length - m_own, 1, hangs};
        while (!rest.empty()) {
            const std::size_t count = widen(ring, rest);
            set(ring, rest.first(count), discs);
            ring.inner = ring.distance(radius(rest[count - 1])) + radius(rest[count - 1]);
            rest = rest.subspan(count);
        }
        branch.disc = around(discs);
    }

private:
    std::vector<Branch> &m_branches;
    double m_length;
    double m_own; ///< radius of a single node's disc

    /// Discs side by side, each as near as its size and the ring allow.
    struct Ring {
        double inner;       ///< no disc reaches further in
        double stretch = 1; ///< how many times further out they are than they could be one by one
        bool hangs;

        double distance(double radius) const { return (inner + radius) * stretch; }
        double angle(double radius) const { return 2 * std::asin(std::min(1.0, radius / distance(radius))); }
    };

    double radius(std::size_t node) const { return m_branches[node].disc.radius; }

    /// Makes a ring wide enough for some twenty of these, or for all if they are fewer; returns how many it holds.
    std::size_t widen(Ring &ring, std::span<const std::size_t> children) const
    {
        constexpr std::size_t enough = 20;
        constexpr double step = 1.02;
        ring.stretch = 1;
        std::size_t count = std::min(enough, children.size());
        while (taken(ring, children.first(count)) > 2 * std::numbers::pi)
            ring.stretch *= step;
        while (count < children.size() && taken(ring, children.first(count + 1)) <= 2 * std::numbers::pi)
            ++count;
        return count;
    }

    double taken(const Ring &ring, std::span<const std::size_t> children) const
    {
        double sum = ring.hangs ? ring.angle(m_own) : 0;
        for (const std::size_t child : children)
            sum += ring.angle(radius(child));
        return sum;
    }

    void set(const Ring &ring, std::span<const std::size_t> children, std::vector<Disc> &discs)
    {
        const double gaps = static_cast<double>(children.size() + (ring.hangs ? 1 : 0));
        const double gap = (2 * std::numbers::pi - taken(ring, children)) / gaps;
        double direction = std::numbers::pi + (ring.hangs ? ring.angle(m_own) / 2 + gap : 0);
        for (const std::size_t node : children) {
            Branch &child = m_branches[node];
            const double angle = ring.angle(child.disc.radius);
            child.direction = direction + angle / 2;
            const Point centre = turned({ring.distance(child.disc.radius), 0}, child.direction);
            const Point inside = turned(child.disc.centre, child.direction);
            child.place = {centre.x - inside.x, centre.y - inside.y};
            discs.push_back({centre, child.disc.radius});
            direction += angle + gap;
        }
    }
};

/// The core, with wires as long as the discs at both ends need.
std::vector<Point> placeCore(const Neighbours &neighbours, const Peeled &peeled, double length)
{
    std::vector<std::optional<std::size_t>> number(neighbours.size());
    for (std::size_t i = 0; i < peeled.core.size(); ++i)
        number[peeled.core[i]] = i;
    const auto reach = [&peeled](std::size_t node) {
        const Disc &disc = peeled.branches[node].disc;
        return std::hypot(disc.centre.x, disc.centre.y) + disc.radius;
    };
    Graph graph(peeled.core.size());
    for (const std::size_t node : peeled.core) {
        for (const std::size_t other : neighbours[node]) {
            if (number[other])
                graph[*number[node]].push_back({*number[other], std::max(length, reach(node) + reach(other))});
        }
    }
    return stressLayout(graph);
}

} // namespace

std::vector<Point> discLayout(const Neighbours &neighbours, double length, double clearance)
{
    Peeled peeled = peel(neighbours);
    std::vector<Branch> &branches = peeled.branches;
    Rings rings(branches, length, clearance);
    for (const std::size_t node : peeled.order)
        rings.arrange(branches[node], true);
    for (const std::size_t node : peeled.core)
        rings.arrange(branches[node], false);
    const std::vector<Point> core = placeCore(neighbours, peeled, length);
    std::vector<Point> places(neighbours.size());
    std::vector<double> directions(neighbours.size());
    const auto placeChildren = [&](std::size_t node) {
        for (const std::size_t child : branches[node].children) {
            const Point way = turned(branches[child].place, directions[node]);
            places[child] = {places[node].x + way.x, places[node].y + way.y};
            directions[child] = directions[node] + branches[child].direction;
        }
    };
    for (std::size_t i = 0; i < core.size(); ++i) {
        places[peeled.core[i]] = core[i];
        placeChildren(peeled.core[i]);
    }
    for (std::size_t i = peeled.order.size(); i-- > 0;)
        placeChildren(peeled.order[i]);
    layFlat(places);
    return places;
}

} // namespace netdraft::model

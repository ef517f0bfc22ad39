#pragma once

#include "model/edit/edit.h"

#include <QString>

#include <array>
#include <vector>

namespace netdraft::views {

/// The columns of the routing table, in order.
enum class RouteColumn : std::uint8_t { Destination, Via, Device, Metric, Type };
inline constexpr int routeColumnCount = 5;

/// A route as text in the fields of a row: what a user has typed so far.
struct RouteDraft {
    std::array<QString, routeColumnCount> fields;
    QString &operator[](RouteColumn column) { return fields[static_cast<std::size_t>(column)]; }
    const QString &operator[](RouteColumn column) const { return fields[static_cast<std::size_t>(column)]; }
    bool empty() const;
    friend bool operator==(const RouteDraft &, const RouteDraft &) = default;
};

/// What one field lacks, in the user's language; empty when it is well formed (an empty field is, but for
/// Destination, and there only the whole row tells).
QString fieldProblem(RouteColumn column, const QString &text);

/// The words of the route that a draft spells; every field must be well formed and a destination given.
model::RouteWords wordsOf(const RouteDraft &draft);

/// A route of the table as fields.
RouteDraft draftOf(const model::Netns &netns, const model::Route &route);

/// The words with which `ip route del` removes exactly this route.
model::RouteWords removalOf(const model::Netns &netns, const model::Route &route);

/// The edits that make one route into another: what the draft does not show (source, MTU, table) stays.
model::EditList changeOf(const model::Netns &netns, const model::Route &route, const RouteDraft &draft);

/// The routes that the panel shows: those of the main table, both families, in the kernel's order; with the
/// local table after them if asked.
std::vector<model::Route> shownRoutes(const model::Netns &netns, bool local);

/// The route types that a user can choose, as iproute2 spells them.
std::vector<QString> routeTypeWords();

} // namespace netdraft::views

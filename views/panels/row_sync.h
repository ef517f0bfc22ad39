#pragma once

#include <algorithm>
#include <vector>

namespace netdraft::views {

/// Makes the rows of a model equal to `wanted`, touching only what differs: rows in the middle are inserted
/// or removed, and changed ones announced, so that selection, editors and the scroll position stay where they
/// are. The three callables announce `(first, last)`: what is inserted or removed between begin… and end…,
/// which the model passes as one callable that runs the given change.
template <typename Row, typename Insert, typename Remove, typename Changed>
void syncRows(std::vector<Row> &rows, std::vector<Row> wanted, Insert insert, Remove remove, Changed changed)
{
    const std::size_t least = std::min(rows.size(), wanted.size());
    std::size_t front = 0;
    while (front < least && rows[front] == wanted[front])
        ++front;
    std::size_t back = 0;
    while (back < least - front && rows[rows.size() - 1 - back] == wanted[wanted.size() - 1 - back])
        ++back;

    const auto at = static_cast<int>(front);
    const auto had = static_cast<int>(rows.size() - front - back);
    const auto wants = static_cast<int>(wanted.size() - front - back);
    const int kept = std::min(had, wants);
    if (had > wants)
        remove(at + kept, at + had - 1, [&] { rows.erase(rows.begin() + at + kept, rows.begin() + at + had); });
    if (wants > had)
        insert(at + kept, at + wants - 1,
               [&] { rows.insert(rows.begin() + at + kept, wanted.begin() + at + kept, wanted.begin() + at + wants); });
    std::copy_n(wanted.begin() + at, kept, rows.begin() + at);
    if (kept > 0)
        changed(at, at + kept - 1);
}

} // namespace netdraft::views

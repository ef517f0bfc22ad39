#pragma once

#include "model/drawing/annotation.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>
#include <vector>

namespace netdraft::views {

/// A set in one piece of memory, ordered: to make, to copy and to drop one of a hundred thousand takes a fraction of
/// what a tree takes. To put one into the middle moves all that is behind it.
template <typename T>
class SortedSet
{
public:
    using value_type = T;
    using const_iterator = typename std::vector<T>::const_iterator;
    using iterator = const_iterator;

    SortedSet() = default;
    SortedSet(std::initializer_list<T> values) : SortedSet(std::vector<T>(values)) {}
    explicit SortedSet(std::vector<T> values) : m_values(std::move(values))
    {
        if (!std::ranges::is_sorted(m_values))
            std::ranges::sort(m_values);
        const auto rest = std::ranges::unique(m_values);
        m_values.erase(rest.begin(), rest.end());
    }
    explicit SortedSet(const std::set<T> &values) : m_values(values.begin(), values.end()) {}
    template <typename Iterator>
    SortedSet(Iterator first, Iterator last) : SortedSet(std::vector<T>(first, last))
    {
    }

    const_iterator begin() const { return m_values.begin(); }
    const_iterator end() const { return m_values.end(); }
    std::size_t size() const { return m_values.size(); }
    bool empty() const { return m_values.empty(); }
    bool contains(const T &value) const { return std::ranges::binary_search(m_values, value); }

    /// Whether it was not there before.
    bool insert(const T &value)
    {
        const auto at = std::ranges::lower_bound(m_values, value);
        if (at != m_values.end() && *at == value)
            return false;
        m_values.insert(at, value);
        return true;
    }
    template <typename Iterator>
    void insert(Iterator first, Iterator last)
    {
        std::vector<T> all = std::move(m_values);
        all.insert(all.end(), first, last);
        *this = SortedSet(std::move(all));
    }
    void merge(const SortedSet &others) { insert(others.begin(), others.end()); }
    /// Whether it was there.
    bool erase(const T &value)
    {
        const auto at = std::ranges::lower_bound(m_values, value);
        if (at == m_values.end() || *at != value)
            return false;
        m_values.erase(at);
        return true;
    }
    /// As the model takes them.
    std::set<T> asSet() const { return {m_values.begin(), m_values.end()}; }
    void clear() { m_values.clear(); }

    friend bool operator==(const SortedSet &, const SortedSet &) = default;

private:
    std::vector<T> m_values;
};

using NodeIds = SortedSet<model::NetnsId>;
using LinkPlaces = SortedSet<model::LinkPlace>;
using AnnotationIds = SortedSet<model::AnnotationId>;

} // namespace netdraft::views

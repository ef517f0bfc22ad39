#pragma once

#include <QRectF>

#include <algorithm>
#include <vector>

namespace netdraft::views {

/// Items in the order in which they are painted, each with a rectangle that holds all that it paints. The rectangles
/// lie one after the other in memory: so to look at tens of thousands takes less than any tree would that has to be
/// kept up to date. An item has its `slot`.
template <typename Item>
class Boxes
{
public:
    const std::vector<Item *> &items() const { return m_items; }
    void reserve(std::size_t count)
    {
        m_items.reserve(count);
        m_boxes.reserve(count);
    }
    void clear()
    {
        m_items.clear();
        m_boxes.clear();
    }
    /// Puts an item, which nothing is known to paint yet, where it belongs by its `key`.
    template <typename Key>
    void insert(Item *item, Key key)
    {
        const auto at = m_items.empty() || key(m_items.back()) < key(item)
                            ? m_items.end()
                            : std::ranges::lower_bound(m_items, key(item), {}, key);
        const auto from = static_cast<std::size_t>(at - m_items.begin());
        m_items.insert(at, item);
        m_boxes.insert(m_boxes.begin() + static_cast<std::ptrdiff_t>(from), Box());
        renumber(from);
    }
    template <typename IsGone>
    void eraseIf(IsGone isGone)
    {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (isGone(m_items[i]))
                continue;
            m_items[kept] = m_items[i];
            m_boxes[kept] = m_boxes[i];
            ++kept;
        }
        m_items.resize(kept);
        m_boxes.resize(kept);
        renumber(0);
    }
    /// Null: it paints nothing.
    void setBox(const Item &item, const QRectF &box)
    {
        m_boxes[item.slot()] = box.isNull() ? Box()
                                            : Box{static_cast<float>(box.left()), static_cast<float>(box.top()),
                                                  static_cast<float>(box.right()), static_cast<float>(box.bottom())};
    }
    /// In their order.
    std::vector<Item *> in(const QRectF &area) const
    {
        std::vector<Item *> found;
        const auto left = static_cast<float>(area.left());
        const auto top = static_cast<float>(area.top());
        const auto right = static_cast<float>(area.right());
        const auto bottom = static_cast<float>(area.bottom());
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const Box &box = m_boxes[i];
            if (box.left <= right && box.right >= left && box.top <= bottom && box.bottom >= top)
                found.push_back(m_items[i]);
        }
        return found;
    }

private:
    struct Box {
        float left = 1;
        float top = 1;
        float right = -1e30F;
        float bottom = -1e30F;
    };

    std::vector<Item *> m_items;
    std::vector<Box> m_boxes;

    void renumber(std::size_t from)
    {
        for (; from < m_items.size(); ++from)
            m_items[from]->setSlot(from);
    }
};

} // namespace netdraft::views

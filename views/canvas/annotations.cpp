#include "views/canvas/annotations.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/network_scene.h"

#include <ranges>

namespace netdraft::views {

namespace {

bool isBox(const AnnotationItem &item)
{
    return item.shown().kind == model::AnnotationKind::Box;
}

} // namespace

Annotations::Annotations(NetworkScene &scene) : m_scene(scene) {}

Annotations::~Annotations() = default;

void Annotations::sync(const model::Drawing &drawing)
{
    std::erase_if(m_items, [&](const auto &item) { return !drawing.annotations.contains(item.first); });
    for (const auto &[id, annotation] : drawing.annotations) {
        auto &item = m_items[id];
        if (!item) {
            // The later ones over the earlier ones.
            item = std::make_unique<AnnotationItem>(m_scene.look(), id.value / (id.value + 1000.0));
            m_scene.addItem(item.get());
        }
        item->show(annotation);
    }
}

void Annotations::clear()
{
    m_items.clear();
}

void Annotations::lookChanged()
{
    for (const auto &[id, item] : m_items)
        item->lookChanged();
}

void Annotations::showSelection(const AnnotationIds &selected, bool alone)
{
    using Selected = AnnotationItem::Selected;
    for (const auto &[id, item] : m_items) {
        item->setSelected(!selected.contains(id)          ? Selected::No
                          : alone && selected.size() == 1 ? Selected::Alone
                                                          : Selected::Yes);
    }
}

std::vector<QRectF> Annotations::papers() const
{
    std::vector<QRectF> all;
    for (const auto &[id, item] : m_items) {
        if (item->shown().kind == model::AnnotationKind::Text)
            all.push_back(item->outline());
    }
    return all;
}

AnnotationItem *Annotations::item(model::AnnotationId id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() ? nullptr : found->second.get();
}

model::AnnotationId Annotations::topmost(QPointF point, bool box) const
{
    for (const auto &[id, item] : m_items | std::views::reverse) {
        if (isBox(*item) == box && item->covers(point))
            return id;
    }
    return {};
}

model::AnnotationId Annotations::over(QPointF point) const
{
    return topmost(point, false);
}

model::AnnotationId Annotations::below(QPointF point) const
{
    return topmost(point, true);
}

AnnotationIds Annotations::within(const QRectF &area) const
{
    AnnotationIds found;
    for (const auto &[id, item] : m_items) {
        // The rectangle around an upright arrow is empty, which no rectangle contains for Qt.
        if (area.contains(item->outline().topLeft()) && area.contains(item->outline().bottomRight()))
            found.insert(id);
    }
    return found;
}

QRectF Annotations::bounds() const
{
    QRectF all;
    for (const auto &[id, item] : m_items)
        all |= item->drawn();
    return all;
}

} // namespace netdraft::views

#pragma once

#include "model/drawing/project.h"
#include "views/document/sorted_set.h"

#include <QPointF>
#include <QRectF>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace netdraft::views {

class AnnotationItem;
class NetworkScene;

/// The notes, boxes and arrows of a scene.
class Annotations
{
public:
    explicit Annotations(NetworkScene &scene);
    ~Annotations();
    Annotations(const Annotations &) = delete;
    Annotations &operator=(const Annotations &) = delete;

    /// Shows those of this drawing, as it says.
    void sync(const model::Drawing &drawing);
    void clear();
    void lookChanged();
    /// `alone`: nothing else is selected.
    void showSelection(const AnnotationIds &selected, bool alone);

    AnnotationItem *item(model::AnnotationId id) const;
    /// Ordered, as they are painted: the last one is on top.
    const std::map<model::AnnotationId, std::unique_ptr<AnnotationItem>> &items() const { return m_items; }
    /// The note or arrow that takes the mouse there; 0: none.
    model::AnnotationId over(QPointF point) const;
    /// The box that does, by its title or edge.
    model::AnnotationId below(QPointF point) const;
    /// Those that lie in there whole.
    AnnotationIds within(const QRectF &area) const;
    QRectF bounds() const;
    /// The papers of the notes.
    std::vector<QRectF> papers() const;

private:
    NetworkScene &m_scene;
    std::map<model::AnnotationId, std::unique_ptr<AnnotationItem>> m_items;

    model::AnnotationId topmost(QPointF point, bool box) const;
};

} // namespace netdraft::views

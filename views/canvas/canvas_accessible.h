#pragma once

#include "model/edit/apply.h"
#include "views/canvas/canvas_part_accessible.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>
#include <optional>
#include <vector>

namespace netdraft::views {

class CanvasAnnouncer;
class Document;
class NetworkScene;
class NetworkView;
class Selection;

/// The canvas for assistive technology: a list of its nodes, boxes, cables and annotations, in this order and by their
/// ids. What nobody asks for is not made, and only what was made costs anything later.
class CanvasAccessible : public QAccessibleWidget
{
public:
    /// Makes one for every NetworkView that has a CanvasAnnouncer, when somebody asks.
    static void install();

    CanvasAccessible(NetworkView &view, CanvasAnnouncer &announcer);
    ~CanvasAccessible() override;
    CanvasAccessible(const CanvasAccessible &) = delete;
    CanvasAccessible &operator=(const CanvasAccessible &) = delete;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;
    QString text(QAccessible::Text text) const override;
    QAccessible::State state() const override;

    NetworkView &view() const;
    /// Null when the canvas is being taken down.
    NetworkScene *scene() const { return m_scene; }
    Document &document() const;
    Selection &selection() const;

    /// The interface of a part that is there; made when first asked for.
    CanvasPartAccessible *interfaceOf(const CanvasPart &part) const;
    /// The same if somebody has asked for it before, else null.
    CanvasPartAccessible *madeFor(const CanvasPart &part) const;
    /// Which of the parts a point of the scene shows; the topmost.
    std::optional<CanvasPart> partAt(QPointF place) const;
    bool isSelected(const CanvasPart &part) const;
    /// The part that is selected alone.
    std::optional<CanvasPart> current() const;
    std::vector<CanvasPart> selected() const;

    /// Takes over what came and went, tells of it while somebody listens, and drops the interfaces of what is gone.
    void sync();
    /// The same after everything has been replaced.
    void reset();
    /// Tells of names, states and places that are no longer as they were.
    void announceChanges(const model::ChangeSet &changes);
    void announceMoves();

private:
    QPointer<NetworkScene> m_scene;
    QPointer<CanvasAnnouncer> m_announcer;
    mutable std::map<CanvasPart, QAccessible::Id> m_made;
    mutable std::vector<CanvasPart> m_parts;
    mutable bool m_listed = false;

    const std::vector<CanvasPart> &parts() const;
    std::vector<CanvasPart> present() const;
    std::vector<CanvasPartAccessible *> made() const;
    void tell(QAccessibleInterface *about, QAccessible::Event what) const;
    void forget(const CanvasPart &part);
};

} // namespace netdraft::views

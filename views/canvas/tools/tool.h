#pragma once

#include "model/drawing/arrangement.h"
#include "model/edit/edit.h"

#include <QCursor>
#include <QPointF>
#include <QString>

#include <functional>

namespace netdraft::views {

class Document;
class NetworkScene;
class Selection;

/// All that a tool may ask of the rest of the program.
struct ToolContext {
    Document &document;
    Selection &selection;
    NetworkScene &scene;
    /// Shows a line in the status bar.
    std::function<void(const QString &)> say;
    /// The tool has done what it was for; the canvas goes back to selecting.
    std::function<void()> finished;
    /// Offers the kinds of nodes at a place and calls back with the chosen one, if any is.
    std::function<void(QPointF place, std::function<void(model::NodeKind)> chosen)> askForKind;
    /// Lets the user write on an annotation that is there, or on a new one, which is drawn once there are words (0).
    std::function<void(const model::Annotation &annotation, model::AnnotationId id)> write;

    /// Performs a gesture's edits; a refusal goes to the status bar. Returns whether it was done.
    bool perform(const QString &text, const model::EditList &edits) const;
    /// Where the nodes stand by the project, which their pictures may only be on the way to.
    model::NodePlaces places() const;
    /// Edits that fix the nodes which the drawing does not place where they are shown now. Part of every gesture
    /// that places another node, since free places depend on those of others.
    model::EditList pins() const;
};

/// Where the mouse is, for a tool.
struct Pointer {
    QPointF place;                   ///< in the scene
    Qt::KeyboardModifiers modifiers; ///< Shift and Ctrl extend, Alt suspends snapping
    qreal pixel = 1;                 ///< one pixel of the screen in scene units
    bool snaps = true;               ///< the grid is on

    /// On the grid, if it is on and not suspended.
    QPointF snapped(QPointF point) const;
};

/// What the left mouse button does. Shows feedback by items of its own, which it takes away again; changes nothing
/// before the gesture ends, and then by one edit list.
class Tool
{
public:
    explicit Tool(ToolContext &context) : m_context(context) {}
    virtual ~Tool() = default;
    Tool(const Tool &) = delete;
    Tool &operator=(const Tool &) = delete;

    virtual void press(const Pointer &pointer) = 0;
    /// With the button down or up.
    virtual void move(const Pointer &pointer) = 0;
    virtual void release(const Pointer &pointer) = 0;
    /// Drops what has begun and its feedback. Returns whether there was something to drop.
    virtual bool cancel() = 0;
    /// Enter: what a click would do at the selected node, or here. Returns whether that was anything.
    virtual bool enter(const Pointer & /*middle*/) { return false; }
    /// The mouse has left the canvas.
    virtual void leave() {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// What to do next, for the status bar.
    virtual QString hint() const { return {}; }

protected:
    ToolContext &context() const { return m_context; }

private:
    ToolContext &m_context;
};

} // namespace netdraft::views

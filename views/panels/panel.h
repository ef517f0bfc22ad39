#pragma once

#include "model/drawing/drawing.h"
#include "views/style/theme.h"

#include <QWidget>

#include <functional>

namespace netdraft::views {

class Document;
class PacketTrace;
class Selection;
class ShownPing;
class WeakPoints;

/// What a panel may use. It knows nothing else: neither the window, nor the canvas, nor another panel.
struct PanelContext {
    Document &document;
    Selection &selection;
    ShownPing &shown;
    PacketTrace &trace;
    WeakPoints &weak;
    /// Lets the user put a new node of this kind on the canvas with the next click.
    std::function<void(model::NodeKind)> place;
    /// The same for an annotation.
    std::function<void(model::AnnotationKind)> annotate{};
};

/// The theme of the present application palette, for models and delegates, which are no widgets.
const Theme &currentTheme();

/// A panel does no work while it is hidden: what changes meanwhile it catches up with, once, when it is
/// shown.
class Panel : public QWidget
{
    Q_OBJECT

public:
    Panel(const PanelContext &context, QWidget *parent);

    /// Whether it can be seen: of tabs, all are visible to Qt, and one is seen.
    virtual void setSeen(bool /*seen*/) {}
    /// Whether it holds what would be lost with it: it then outlives the window's other parts when these are made anew
    /// in another language, and says its words anew itself.
    virtual bool isAtWork() const { return false; }

protected:
    Document &document() const { return m_context.document; }
    Selection &selection() const { return m_context.selection; }
    ShownPing &shown() const { return m_context.shown; }
    PacketTrace &trace() const { return m_context.trace; }
    WeakPoints &weak() const { return m_context.weak; }
    const PanelContext &context() const { return m_context; }

    /// Shows the present state; may be called twice.
    virtual void sync() = 0;
    /// Calls sync() now, or when the panel is next shown.
    void invalidate();
    /// Calls invalidate() after every change of the network and after another project was loaded.
    void followDocument();
    /// Calls invalidate() when something else is selected.
    void followSelection();

    void showEvent(QShowEvent *event) override;

private:
    PanelContext m_context;
    bool m_stale = true;
};

} // namespace netdraft::views

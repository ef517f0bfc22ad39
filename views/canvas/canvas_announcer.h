#pragma once

#include "views/canvas/canvas_part.h"

#include <QAccessible>
#include <QObject>
#include <QTimer>

#include <vector>

namespace netdraft::views {

class CanvasAccessible;
class Document;
class NetworkView;
class Selection;

/// Tells assistive technology what happens on the canvas: what comes, goes, is renamed, moved or selected. Does nothing
/// while none listens.
class CanvasAnnouncer : public QObject, private QAccessible::ActivationObserver
{
    Q_OBJECT

public:
    /// A child of the view; reads all three as long as it lives.
    CanvasAnnouncer(NetworkView &view, Document &document, Selection &selection);
    ~CanvasAnnouncer() override;

    /// Whether assistive technology listens.
    bool isHeard() const { return m_heard; }
    Document &document() const { return m_document; }
    Selection &selection() const { return m_selection; }
    /// What somebody has asked for, or null when it goes.
    void setAccessible(CanvasAccessible *accessible) { m_accessible = accessible; }

    /// Tells one thing, if anybody listens.
    void announce(QAccessibleInterface *about, QAccessible::Event what);
    /// That these states are other ones now.
    void announceState(QAccessibleInterface *about, QAccessible::State changed);

signals:
    void announced(QAccessible::Event what, QAccessibleInterface *about);

private:
    NetworkView &m_view;
    Document &m_document;
    Selection &m_selection;
    CanvasAccessible *m_accessible = nullptr;
    bool m_heard = false;
    std::vector<CanvasPart> m_selected; ///< ordered; as it was last told
    QTimer m_moved;

    void accessibilityActiveChanged(bool active) override { m_heard = active; }
    /// Null while nobody listens.
    CanvasAccessible *listener() const;
    void announceSelection();
    void announceSelected(QAccessibleInterface *part, QAccessible::Event what);
    void announceFocus();
};

} // namespace netdraft::views

#include "views/canvas/canvas_announcer.h"

#include "views/canvas/canvas_accessible.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QApplication>

#include <algorithm>
#include <iterator>

namespace netdraft::views {

namespace {

/// A drag moves nodes many times a second.
constexpr int restMs = 200;
/// When more than these are selected or left at once, only the canvas is told to have another selection.
constexpr std::size_t mostSelected = 50;

} // namespace

CanvasAnnouncer::CanvasAnnouncer(NetworkView &view, Document &document, Selection &selection)
    : QObject(&view), m_view(view), m_document(document), m_selection(selection), m_heard(QAccessible::isActive())
{
    QAccessible::installActivationObserver(this);
    CanvasAccessible::install();
    m_moved.setSingleShot(true);
    m_moved.setInterval(restMs);
    connect(&document, &Document::changed, this, [this](const model::ChangeSet &changes) {
        // What is gone loses its interface also when nobody listens any more.
        if (m_accessible)
            m_accessible->sync();
        if (CanvasAccessible *accessible = listener())
            accessible->announceChanges(changes);
    });
    connect(&document, &Document::reset, this, [this] {
        m_selected.clear();
        if (m_accessible)
            m_accessible->reset();
    });
    connect(&selection, &Selection::changed, this, &CanvasAnnouncer::announceSelection);
    connect(&view.networkScene(), &NetworkScene::arranged, this, [this] {
        if (m_accessible && m_heard)
            m_moved.start();
    });
    connect(&m_moved, &QTimer::timeout, this, [this] {
        if (CanvasAccessible *accessible = listener())
            accessible->announceMoves();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now == &m_view)
            announceFocus();
    });
}

CanvasAnnouncer::~CanvasAnnouncer()
{
    QAccessible::removeActivationObserver(this);
}

CanvasAccessible *CanvasAnnouncer::listener() const
{
    if (!m_heard)
        return nullptr;
    // Asking for it makes it, which sets m_accessible.
    QAccessible::queryAccessibleInterface(&m_view);
    return m_accessible;
}

void CanvasAnnouncer::announce(QAccessibleInterface *about, QAccessible::Event what)
{
    if (!m_heard)
        return;
    QAccessibleEvent event(about, what);
    QAccessible::updateAccessibility(&event);
    emit announced(what, about);
}

void CanvasAnnouncer::announceState(QAccessibleInterface *about, QAccessible::State changed)
{
    if (!m_heard)
        return;
    QAccessibleStateChangeEvent event(about, changed);
    QAccessible::updateAccessibility(&event);
    emit announced(QAccessible::StateChanged, about);
}

void CanvasAnnouncer::announceSelected(QAccessibleInterface *part, QAccessible::Event what)
{
    announce(part, what);
    QAccessible::State changed;
    changed.selected = true;
    announceState(part, changed);
}

void CanvasAnnouncer::announceSelection()
{
    const CanvasAccessible *accessible = listener();
    if (!accessible) {
        m_selected.clear();
        return;
    }
    const std::vector<CanvasPart> now = accessible->selected();
    std::vector<CanvasPart> left;
    std::ranges::set_difference(m_selected, now, std::back_inserter(left));
    std::vector<CanvasPart> taken;
    std::ranges::set_difference(now, m_selected, std::back_inserter(taken));
    m_selected = now;
    if (left.size() + taken.size() > mostSelected) {
        announce(QAccessible::queryAccessibleInterface(&m_view), QAccessible::SelectionWithin);
    } else {
        for (const CanvasPart &part : left) {
            if (CanvasPartAccessible *there = accessible->madeFor(part))
                announceSelected(there, QAccessible::SelectionRemove);
        }
        for (const CanvasPart &part : taken)
            announceSelected(accessible->interfaceOf(part), QAccessible::SelectionAdd);
    }
    if (m_view.hasFocus())
        announceFocus();
}

void CanvasAnnouncer::announceFocus()
{
    const CanvasAccessible *accessible = listener();
    if (!accessible)
        return;
    if (const auto part = accessible->current())
        announce(accessible->interfaceOf(*part), QAccessible::Focus);
}

} // namespace netdraft::views

#include "app/focus_order.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace netdraft::app {

namespace {

QDockWidget *dockOf(QWidget *widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (auto *dock = qobject_cast<QDockWidget *>(widget))
            return dock;
    }
    return nullptr;
}

/// Of tabs, Qt holds all to be visible; those behind another have no place.
bool isInSight(const QDockWidget *dock)
{
    return !dock || (dock->isVisible() && !dock->visibleRegion().isEmpty());
}

bool takesTab(QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() && widget->isVisible() &&
           widget->isEnabled() && isInSight(dockOf(widget));
}

/// What in a part gets the keyboard: where it was, or what comes first.
QWidget *entryOf(QWidget &part)
{
    if (takesTab(&part))
        return &part;
    if (QWidget *last = part.focusWidget(); last && takesTab(last))
        return last;
    for (QWidget *widget = part.nextInFocusChain(); widget != &part; widget = widget->nextInFocusChain()) {
        if (part.isAncestorOf(widget) && takesTab(widget))
            return widget;
    }
    return nullptr;
}

} // namespace

bool focusNext(QWidget &window, bool next)
{
    QWidget *start = window.focusWidget() ? window.focusWidget() : &window;
    const auto after = [next](const QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *widget = after(start); widget != start; widget = after(widget)) {
        if (widget->window() != &window || !takesTab(widget))
            continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

void focusNextPart(QMainWindow &window, QWidget &canvas, bool next)
{
    QList<QWidget *> parts{&canvas};
    for (QDockWidget *dock : window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (isInSight(dock))
            parts += dock;
    }
    QWidget *now = QApplication::focusWidget();
    QWidget *dock = dockOf(now);
    const qsizetype at = std::max<qsizetype>(0, parts.indexOf(dock));
    const qsizetype count = parts.size();
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *part = parts[(at + (next ? step : count - step)) % count];
        if (QWidget *entry = entryOf(*part)) {
            entry->window()->activateWindow(); // A panel may float.
            entry->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace netdraft::app

#pragma once

#include "model/recipe/node_recipes.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QtTest>

namespace netdraft::tests {

/// A shown canvas over a document, with what tests do to it all the time.
struct Canvas {
    views::Document document;
    views::Selection selection;
    views::NetworkView view{document, selection};
    QStringList said;

    Canvas()
    {
        QObject::connect(&view, &views::NetworkView::message, &view, [this](const QString &text) { said += text; });
        view.resize(900, 600);
        view.show();
        // Shortcuts reach only a window that is active.
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not become active");
        view.setFocus();
    }

    model::NetnsId add(const char *name, model::NodeKind kind, double x, double y)
    {
        perform(model::newNode(name, kind, {x, y}));
        return id(name);
    }
    void wire(const char *from, const char *to) { perform(*model::newCable(document.project(), id(from), id(to))); }
    void perform(const model::EditList &edits)
    {
        const auto done = document.perform(QStringLiteral("test"), edits);
        if (!done)
            qFatal("%s", model::describe(done.error()).c_str());
    }

    model::NetnsId id(const char *name) const
    {
        const model::Netns *netns = document.network().find(name);
        return netns ? netns->id : model::NetnsId{};
    }
    const model::Link *link(const char *node, const char *name) const
    {
        const model::Netns *netns = document.network().find(node);
        return netns ? netns->find(name) : nullptr;
    }
    model::Point placeOf(const char *name) const { return document.drawing().nodes.at(id(name)).position; }
    views::NodeItem *item(const char *name) const { return view.networkScene().node(id(name)); }

    QWidget *viewport() const { return view.viewport(); }
    QPoint seen(QPointF place) const { return view.mapFromScene(place); }
    QPoint seen(const char *name) const { return seen(item(name)->pos()); }

    void click(QPoint point, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(viewport(), Qt::LeftButton, modifiers, point);
    }
    void press(QPoint point, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(viewport(), button, modifiers, point);
    }
    /// QTest::mouseMove cannot carry buttons and modifiers.
    void move(QPoint point, Qt::MouseButtons buttons = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(point), QPointF(viewport()->mapToGlobal(point)), Qt::NoButton,
                          buttons, modifiers);
        QCoreApplication::sendEvent(viewport(), &event);
    }
    void release(QPoint point, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(viewport(), button, modifiers, point);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, Qt::LeftButton, modifiers);
        move((from + to) / 2, Qt::LeftButton, modifiers);
        move(to, Qt::LeftButton, modifiers);
        release(to, Qt::LeftButton, modifiers);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
};

} // namespace netdraft::tests

#pragma once

#include "views/canvas/canvas_part.h"

#include <QAccessible>
#include <QRectF>

namespace netdraft::views {

class CanvasAccessible;
class CanvasAnnouncer;

/// A node, a box, a cable or an annotation for assistive technology: an item of the list that the canvas is. It is such
/// an item, and no graphic, since those can be chosen, say which of how many they are, and are what every platform lets
/// one select. The canvas makes it when somebody asks for it.
class CanvasPartAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CanvasPartAccessible(const CanvasAccessible &canvas, const CanvasPart &part);

    const CanvasPart &part() const { return m_part; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    QString localizedActionName(const QString &name) const override;
    QString localizedActionDescription(const QString &name) const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

    /// Opens a terminal on a node.
    static QString openAction() { return QStringLiteral("open"); }

    /// Edits the words of an annotation.
    static QString writeAction() { return QStringLiteral("write"); }

    /// Tells of what is no longer as it was when somebody asked.
    void announceChanges(CanvasAnnouncer &announcer);
    void announceMove(CanvasAnnouncer &announcer);

private:
    const CanvasAccessible &m_canvas;
    CanvasPart m_part;
    mutable QString m_saidName;
    mutable QString m_saidDescription;
    mutable QRectF m_saidPlace; ///< in the scene
    mutable bool m_saidInvisible = false;

    QString name() const;
    model::Annotation annotation() const;
    QString description() const;
    bool isShown() const;
};

} // namespace netdraft::views

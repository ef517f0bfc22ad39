#pragma once

#include "model/drawing/drawing.h"

#include <QIcon>
#include <QPixmap>

namespace netdraft::views {

/// One of our own drawings, by its file name in resources/icons without the suffix. It takes the colour of the
/// application's text at the moment it is painted, so it follows a change between light and dark by itself.
/// An unknown name gives a null icon.
QIcon icon(const QString &name);
/// The same in one fixed colour, for a state.
QIcon icon(const QString &name, const QColor &colour);

/// Takes an icon's place where others of a list have one, so that all words begin at the same line.
QIcon blankIcon();

/// The drawing in one colour, `size` logical pixels wide and high, sharp on a screen of this device pixel ratio.
QPixmap iconPixmap(const QString &name, const QColor &colour, qreal size, qreal devicePixelRatio = 1);
/// Paints the drawing itself, as lines that stay sharp at any scale and in vector files.
void paintIcon(QPainter &painter, const QString &name, const QColor &colour, const QRectF &bounds);

/// The icon's name for a kind of node.
QString iconName(model::NodeKind kind);
QString iconName(model::AnnotationKind kind);
/// The kind in words for people, translated: `Device`.
QString kindTitle(model::NodeKind kind);
/// `Note`, `Box`, `Arrow`.
QString kindTitle(model::AnnotationKind kind);
/// `Yellow`.
QString colourTitle(model::AnnotationColour colour);

} // namespace netdraft::views

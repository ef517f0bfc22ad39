#pragma once

#include "views/style/theme.h"

#include <QFont>
#include <QRectF>

namespace netdraft::views {

/// How the items of one scene are painted; the scene owns it, the items read it.
struct CanvasLook {
    const Theme *theme = &lightTheme();
    QFont nameFont;   ///< sizes in scene units
    QFont detailFont; ///< addresses, interface names
    QFont strongDetailFont;
    QFont noteFont; ///< what people write on the drawing
    bool interfaceNames = true;
    bool addresses = true;
    /// Paint icons as lines, for files; a screen gets prepared pixmaps.
    bool vector = false;

    CanvasLook();
    /// Names and labels so many times as large as usual.
    void setTextScale(qreal scale);
};

/// How large the canvas's text is beside that font, for people who need large type: as usual up to its usual size.
qreal textScaleOf(const QFont &font);

/// From which zoom on something is worth painting.
namespace detail {
inline constexpr qreal glyphs = 0.22;
inline constexpr qreal names = 0.42;
inline constexpr qreal labels = 0.55;
/// Labels, and the marks of cables, where many are in sight.
inline constexpr qreal labelsOfMany = 0.8;
} // namespace detail

/// Draws above others when higher.
namespace layer {
inline constexpr qreal boxes = -3; ///< half a unit is for their order, as of notes
inline constexpr qreal frames = -2;
inline constexpr qreal subnets = -1;
inline constexpr qreal cables = 0;
inline constexpr qreal notes = 0.25;
inline constexpr qreal path = 1;
inline constexpr qreal nodes = 2;
inline constexpr qreal feedback = 3;
inline constexpr qreal verdict = 4;
/// Larger than any drawing.
inline constexpr QRectF everywhere(-1e7, -1e7, 2e7, 2e7);
} // namespace layer

} // namespace netdraft::views

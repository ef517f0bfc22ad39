#pragma once

#include "model/drawing/drawing.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace netdraft::views {

/// What the user chose; System follows the desktop.
enum class Appearance { System, Light, Dark };

/// The colours of a node of one kind.
struct NodeColours {
    QColor fill;
    QColor border;
    QColor glyph;
};

/// Every colour that means something. Text and states have a contrast of at least 4.5:1 against `base`, `window`
/// and `canvas`; no state is told by its colour alone.
struct Theme {
    bool dark = false;
    QColor window; ///< behind panels
    QColor base;   ///< behind text that can be edited, and tables
    QColor canvas; ///< behind the drawing
    QColor grid;   ///< dots of the canvas
    QColor border; ///< fine lines between parts
    QColor text;
    QColor mutedText;
    QColor accent;     ///< actions, links, focus
    QColor accentText; ///< on accent
    QColor selection;  ///< outline of what is selected on the canvas
    QColor ok;         ///< reachable, valid
    QColor okFill;     ///< behind text in such a cell
    QColor bad;        ///< unreachable, refused
    QColor badFill;
    QColor uncertain; ///< the kernel may decide either way; warnings
    QColor uncertainFill;
    QColor linkUp;
    QColor linkDown;
    QColor note; ///< behind explanations that lie on the canvas

    const NodeColours &node(model::NodeKind kind) const;
    /// Apart for the colour-blind as well; `glyph` is for words.
    const NodeColours &annotation(model::AnnotationColour colour) const;

    std::array<NodeColours, 5> nodes;       ///< by NodeKind
    std::array<NodeColours, 6> annotations; ///< by AnnotationColour
};

const Theme &lightTheme();
const Theme &darkTheme();
/// The theme that goes with a palette: widgets call it with their own, again on QEvent::PaletteChange.
const Theme &themeOf(const QPalette &palette);
/// The palette of a theme.
QPalette paletteOf(const Theme &theme);

/// Gives the whole application the style and palette; every widget gets QEvent::PaletteChange.
void setAppearance(Appearance appearance);

/// Distances between and inside parts, in pixels of a 96 dpi screen.
namespace spacing {
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 16;
} // namespace spacing

/// For commands, addresses and tables of them, as large as the application's font.
QFont fixedFont();

} // namespace netdraft::views

#include "views/style/theme.h"

#include "views/style/outlined_style.h"

#include <QApplication>
#include <QFontDatabase>

namespace netdraft::views {

namespace {

/// What the desktop gave before setAppearance() put another palette in place.
const QPalette &desktopPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

Theme makeLight()
{
    Theme theme;
    theme.dark = false;
    theme.window = QColor(0xf3f5f8);
    theme.base = QColor(0xffffff);
    theme.canvas = QColor(0xfbfcfe);
    theme.grid = QColor(0xb9c2cf);
    theme.border = QColor(0xcdd4de);
    theme.text = QColor(0x1b2430);
    theme.mutedText = QColor(0x566172);
    theme.accent = QColor(0x1f5fd1);
    theme.accentText = QColor(0xffffff);
    theme.selection = QColor(0x1f5fd1);
    theme.ok = QColor(0x17692f);
    theme.okFill = QColor(0xddf3e3);
    theme.bad = QColor(0xb3211a);
    theme.badFill = QColor(0xfde3e1);
    theme.uncertain = QColor(0x7d5200);
    theme.uncertainFill = QColor(0xfdf0cf);
    theme.linkUp = QColor(0x3f4c5e);
    theme.linkDown = QColor(0xb3211a);
    theme.note = QColor(0xffffff);
    theme.nodes = {{
        {QColor(0xe4eefe), QColor(0x2f6fde), QColor(0x1b4da6)},
        {QColor(0xdcf4ef), QColor(0x15826f), QColor(0x0c5a4c)},
        {QColor(0xfdecdc), QColor(0xc4650f), QColor(0x8c4506)},
        {QColor(0xf0e8fc), QColor(0x8250df), QColor(0x5a2eae)},
        {QColor(0xe9edf2), QColor(0x5f6b7a), QColor(0x3b4551)},
    }};
    theme.annotations = {{
        {QColor(0xe9edf2), QColor(0x5f6b7a), QColor(0x2f3944)},
        {QColor(0xdcebff), QColor(0x2f6fde), QColor(0x163f8a)},
        {QColor(0xd6f3e6), QColor(0x15826f), QColor(0x0b4a3e)},
        {QColor(0xfff3bf), QColor(0x8f7100), QColor(0x4f3e00)},
        {QColor(0xffe5d0), QColor(0xc2570c), QColor(0x7a3604)},
        {QColor(0xf1e3fb), QColor(0x8a3fc4), QColor(0x562085)},
    }};
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x20262d);
    theme.base = QColor(0x181d23);
    theme.canvas = QColor(0x14181d);
    theme.grid = QColor(0x434d5a);
    theme.border = QColor(0x3a434e);
    theme.text = QColor(0xe6e9ee);
    theme.mutedText = QColor(0xa5afbc);
    theme.accent = QColor(0x6ea8fe);
    theme.accentText = QColor(0x0d1624);
    theme.selection = QColor(0x6ea8fe);
    theme.ok = QColor(0x5fd07e);
    theme.okFill = QColor(0x173a22);
    theme.bad = QColor(0xff8f86);
    theme.badFill = QColor(0x4a1f1d);
    theme.uncertain = QColor(0xe8bd4a);
    theme.uncertainFill = QColor(0x43350f);
    theme.linkUp = QColor(0xb4bfcc);
    theme.linkDown = QColor(0xff8f86);
    theme.note = QColor(0x262d36);
    theme.nodes = {{
        {QColor(0x1b2f4f), QColor(0x5b95f5), QColor(0xa9caff)},
        {QColor(0x143a34), QColor(0x3fb69f), QColor(0x9be3d4)},
        {QColor(0x45290f), QColor(0xe8914a), QColor(0xffc898)},
        {QColor(0x33235a), QColor(0xa983f0), QColor(0xd6c2ff)},
        {QColor(0x2c333b), QColor(0x8b97a6), QColor(0xd5dbe3)},
    }};
    theme.annotations = {{
        {QColor(0x2c333b), QColor(0x8b97a6), QColor(0xe1e6ed)},
        {QColor(0x1b2f4f), QColor(0x5b95f5), QColor(0xbcd5ff)},
        {QColor(0x143a34), QColor(0x3fb69f), QColor(0xa9ead9)},
        {QColor(0x40370f), QColor(0xd6b73a), QColor(0xf6e59b)},
        {QColor(0x4a2a10), QColor(0xe8914a), QColor(0xffd2a8)},
        {QColor(0x3b1f52), QColor(0xbb86e8), QColor(0xe3c8fb)},
    }};
    return theme;
}

} // namespace

const NodeColours &Theme::annotation(model::AnnotationColour colour) const
{
    return annotations[static_cast<std::size_t>(colour)];
}

const NodeColours &Theme::node(model::NodeKind kind) const
{
    return nodes[static_cast<std::size_t>(kind)];
}

const Theme &lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.dark ? theme.window.lighter(125) : theme.base);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::ToolTipBase, theme.note);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.dark ? theme.border.lighter(120) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, theme.border);
    palette.setColor(QPalette::Mid, theme.border.darker(115));
    palette.setColor(QPalette::Dark, theme.dark ? theme.base.darker(130) : theme.border.darker(150));
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(Qt::black) : theme.mutedText);
    QColor disabled = theme.mutedText;
    disabled.setAlphaF(0.6F);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.mutedText);
    return palette;
}

void setAppearance(Appearance appearance)
{
    const QPalette &desktop = desktopPalette();
    if (!dynamic_cast<OutlinedStyle *>(QApplication::style()))
        QApplication::setStyle(new OutlinedStyle);
    const Theme &theme = appearance == Appearance::System ? themeOf(desktop)
                         : appearance == Appearance::Dark ? darkTheme()
                                                          : lightTheme();
    QApplication::setPalette(paletteOf(theme));
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

} // namespace netdraft::views

#pragma once

#include <QtGlobal>

namespace netdraft::views {

/// A form of picture: the ending of its file's name, and what dialogs and lists call it, in English.
struct PictureFormat {
    const char *id;
    const char *title;
};

inline constexpr PictureFormat pictureFormats[] = {
    {"svg", QT_TRANSLATE_NOOP("Export", "Picture (SVG)")},
    {"png", QT_TRANSLATE_NOOP("Export", "Picture (PNG)")},
    {"pdf", QT_TRANSLATE_NOOP("Export", "Picture (PDF)")},
};

} // namespace netdraft::views

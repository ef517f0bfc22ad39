#pragma once

namespace netdraft::views {

/// A form of picture: the ending of its file's name, and what dialogs and lists call it.
struct PictureFormat {
    const char *id;
    const char *title;
};

inline constexpr PictureFormat pictureFormats[] = {
    {"svg", "Picture (SVG)"},
    {"png", "Picture (PNG)"},
    {"pdf", "Picture (PDF)"},
};

} // namespace netdraft::views

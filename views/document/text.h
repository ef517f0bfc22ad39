#pragma once

#include <QString>

#include <string_view>

namespace netdraft::views {

/// What the model says, for a widget.
inline QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace netdraft::views

#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace netdraft::views {

/// What the model says, for a widget.
inline QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// The same in the language of the window, for what the model marks by term().
inline QString translated(const char *context, std::string_view term)
{
    return QCoreApplication::translate(context, std::string(term).c_str());
}

} // namespace netdraft::views

#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// How many bytes the character has that a text starts with, which must not be empty; 0 where that is no UTF-8
/// (RFC 3629).
std::size_t utf8Length(std::string_view text);

/// A text in which each byte that is no UTF-8 is U+FFFD, as Go reads and writes it.
std::string validUtf8(std::string_view text);

/// A text for readers that refuse what is no UTF-8 or no character to be seen: each such byte, and each control
/// character but the line feed and the tab, becomes U+FFFD.
std::string printableText(std::string_view text);

/// Whether such a reader takes the text, and it is one line without tabs.
bool isPrintableLine(std::string_view text);

} // namespace netdraft::model

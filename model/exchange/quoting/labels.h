#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// A text as a quoted string of Graphviz's language, which shows as that text.
std::string dotQuoted(std::string_view text);

/// A text as a quoted label of Mermaid, which shows as that text: every character that could mean something is its
/// number.
std::string mermaidQuoted(std::string_view text);

/// A text within a line of Markdown, also in a table, which shows as that text.
std::string markdownText(std::string_view text);

/// Lines as they are, between fences that are longer than any in them. `language` is a word.
std::string markdownFenced(std::string_view language, std::string_view text);

} // namespace netdraft::model

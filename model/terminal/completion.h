#pragma once

#include "model/drawing/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// What the last word of a line could become.
struct Completion {
    std::size_t start = 0; ///< where that word begins in the line, in bytes; the end of the line for a new word
    std::vector<std::string> candidates; ///< whole words, sorted; those of directories end with `/`
};

/// The candidates for the word that is being typed in the namespace `at`: tools, the words of their grammar
/// (model/terminal/grammar.h), names of links and namespaces, addresses, settings, files. `line` is the line up to the
/// cursor; the words before are taken as they are, quotes and pipes included: behind a `|`, `;` or `&&` a command
/// begins.
Completion complete(const Project &project, NetnsId at, std::string_view line);

} // namespace netdraft::model

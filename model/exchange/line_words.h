#pragma once

#include <string_view>
#include <vector>

namespace netdraft::model {

/// A word of a line, and where it starts in it, from 1.
struct Word {
    std::string_view text;
    int column = 1;
};

/// A line without the blanks at its ends.
std::string_view trimmed(std::string_view line);

/// What stands between the blanks of a line.
std::vector<Word> wordsIn(std::string_view line);

} // namespace netdraft::model

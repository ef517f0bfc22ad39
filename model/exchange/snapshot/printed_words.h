#pragma once

#include "model/exchange/json_tree.h"

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace netdraft::model::snapshot {

/// A word of a text, and where it stands.
struct Word {
    std::string_view text;
    std::size_t offset = 0;
};

/// A line of a text, and its words; `indented` where white space is before the first.
struct PrintedLine {
    std::vector<Word> words;
    bool indented = false;
    std::size_t offset = 0;

    bool startsWith(std::string_view word) const { return !words.empty() && words.front().text == word; }
};

/// Whether a word is one of a list.
bool isAmong(std::span<const std::string_view> words, std::string_view word);

/// The lines of a part of a text that are not empty.
std::vector<PrintedLine> printedLines(std::string_view text, std::size_t begin, std::size_t end);

// Values as the tools would have written them with -j; numbers stay words, which Values reads as well.

Json emptyObject(std::size_t offset);
Json emptyList(std::size_t offset);
void put(Json &object, std::string_view key, const Word &word);
void put(Json &object, std::string_view key, const Word &where, bool value);
void put(Json &object, std::string_view key, Json value);
/// A word at the end of the list in a field, which is made when it is not there.
void append(Json &object, std::string_view key, const Word &word);

/// A key that a tool prints before a value, and the field that it is with -j.
struct PrintedKey {
    std::string_view word;
    std::string_view field;
};

/// Puts the values behind known keys into the object, from the word at `at` on; words that are no keys go to `other`.
void putPairs(Json &object, const std::vector<Word> &words, std::size_t at, std::span<const PrintedKey> keys,
              void (*other)(Json &object, const Word &word));

} // namespace netdraft::model::snapshot

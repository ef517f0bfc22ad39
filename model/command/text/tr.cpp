#include "model/command/arguments.h"
#include "model/command/text/escapes.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cctype>

namespace netdraft::model::command {

namespace {

struct CharacterClass {
    std::string_view name;
    int (*contains)(int);
};
constexpr CharacterClass classes[] = {
    {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
    {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
    {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit},
};

/// A set of tr with its characters in order, or what is wrong with it.
struct CharacterList {
    std::string characters;
    std::string trouble;
};

/// One character from the front, an escape counted as one.
char takeCharacter(std::string_view &text)
{
    std::size_t length = 1;
    if (text[0] == '\\' && text.size() > 1) {
        length = 2;
        while (length < 4 && length < text.size() && text[1] >= '0' && text[1] <= '7' && text[length] >= '0' &&
               text[length] <= '7')
            ++length;
    }
    std::string one = unescaped(text.substr(0, length), Octal::Plain).text;
    // What is no escape is the character itself.
    const char c = one.size() > 1 ? one.back() : one.front();
    text.remove_prefix(length);
    return c;
}

CharacterList expanded(std::string_view text)
{
    CharacterList list;
    while (!text.empty()) {
        const std::size_t close = text.starts_with("[:") ? text.find(":]", 2) : std::string_view::npos;
        if (close != std::string_view::npos) {
            const std::string_view name = text.substr(2, close - 2);
            const auto *known = std::ranges::find(classes, name, &CharacterClass::name);
            if (known == std::end(classes))
                return {{}, fmt::format("invalid character class '{}'", name)};
            for (int c = 0; c < 256; ++c)
                if (known->contains(c) != 0)
                    list.characters += static_cast<char>(c);
            text.remove_prefix(close + 2);
            continue;
        }
        const std::string_view whole = text;
        const char first = takeCharacter(text);
        if (text.size() > 1 && text.front() == '-') {
            text.remove_prefix(1);
            const char last = takeCharacter(text);
            const auto from = static_cast<unsigned char>(first);
            const auto to = static_cast<unsigned char>(last);
            if (from > to)
                return {{},
                        fmt::format("range-endpoints of '{}' are in reverse collating sequence order",
                                    whole.substr(0, whole.size() - text.size()))};
            for (int c = from; c <= to; ++c)
                list.characters += static_cast<char>(c);
            continue;
        }
        list.characters += first;
    }
    return list;
}

std::string complementOf(std::string_view characters)
{
    std::string rest;
    for (int c = 0; c < 256; ++c)
        if (characters.find(static_cast<char>(c)) == std::string_view::npos)
            rest += static_cast<char>(c);
    return rest;
}

std::bitset<256> setOf(std::string_view characters)
{
    std::bitset<256> set;
    for (const char c : characters)
        set.set(static_cast<unsigned char>(c));
    return set;
}

} // namespace

Response tr(const TextCall &call)
{
    static constexpr LongOption longs[] = {
        {"complement", 'c'}, {"delete", 'd'}, {"squeeze-repeats", 's'}, {"truncate-set1", 't'}};
    const GivenOptions given = readOptions(call.words, {"cCdst", longs}, Permute::No);
    if (!given.trouble.empty())
        return complaintOfOptions("tr", given.trouble);
    const auto has = [&](char letter) {
        return std::ranges::find(given.options, letter, &GivenOption::letter) != given.options.end();
    };
    const bool deletes = has('d');
    const bool squeezes = has('s');
    const auto &sets = given.operands;
    const std::size_t least = deletes == squeezes ? 2 : 1;
    const std::size_t most = deletes && !squeezes ? 1 : 2;
    if (sets.empty())
        return complaintOfOptions("tr", "missing operand");
    if (sets.size() < least)
        return complaintOfOptions(
            "tr", fmt::format("missing operand after '{}'\n{}", sets.back(),
                              deletes ? "Two strings must be given when both deleting and squeezing repeats."
                                      : "Two strings must be given when translating."));
    if (sets.size() > most)
        return complaintOfOptions(
            "tr",
            fmt::format("extra operand '{}'{}", sets[most],
                        most == 1 ? "\nOnly one string may be given when deleting without squeezing repeats." : ""));
    CharacterList first = expanded(sets[0]);
    CharacterList second = sets.size() > 1 ? expanded(sets[1]) : CharacterList{};
    for (const CharacterList *list : {&first, &second})
        if (!list->trouble.empty())
            return complaint(1, "tr: " + list->trouble);
    if (has('c') || has('C'))
        first.characters = complementOf(first.characters);
    const bool translates = !deletes && sets.size() > 1;
    if (translates && second.characters.empty() && !first.characters.empty())
        return complaint(1, "tr: when not truncating set1, string2 must be non-empty");
    if (call.input.data() == nullptr)
        return notSimulated("tr of what is typed until Ctrl-D");

    std::array<char, 256> map{};
    for (std::size_t c = 0; c < map.size(); ++c)
        map[c] = static_cast<char>(c);
    if (translates) {
        for (std::size_t i = 0; i < first.characters.size(); ++i) {
            // The last character of the second set is repeated for what it lacks.
            if (i >= second.characters.size() && has('t'))
                break;
            map[static_cast<unsigned char>(first.characters[i])] =
                second.characters[std::min(i, second.characters.size() - 1)];
        }
    }
    const std::bitset<256> gone = deletes ? setOf(first.characters) : std::bitset<256>();
    const std::bitset<256> single =
        squeezes ? setOf(sets.size() > 1 ? second.characters : first.characters) : std::bitset<256>();
    Reply reply;
    for (const char c : call.input) {
        if (gone[static_cast<unsigned char>(c)])
            continue;
        const char put = map[static_cast<unsigned char>(c)];
        if (single[static_cast<unsigned char>(put)] && reply.out.ends_with(put))
            continue;
        reply.out += put;
    }
    return reply;
}

} // namespace netdraft::model::command

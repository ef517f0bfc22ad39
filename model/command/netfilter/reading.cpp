#include "model/command/netfilter/reading.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

enum class Needs : std::uint8_t { Nothing, Argument, Optional };

struct LetterRow {
    std::string_view name;
    char letter;
    Needs needs;
};

constexpr LetterRow letters[] = {
    {"append", 'A', Needs::Argument},        {"delete", 'D', Needs::Argument},
    {"check", 'C', Needs::Argument},         {"insert", 'I', Needs::Argument},
    {"replace", 'R', Needs::Argument},       {"list", 'L', Needs::Optional},
    {"list-rules", 'S', Needs::Optional},    {"flush", 'F', Needs::Optional},
    {"zero", 'Z', Needs::Optional},          {"new-chain", 'N', Needs::Argument},
    {"delete-chain", 'X', Needs::Optional},  {"rename-chain", 'E', Needs::Argument},
    {"policy", 'P', Needs::Argument},        {"source", 's', Needs::Argument},
    {"destination", 'd', Needs::Argument},   {"src", 's', Needs::Argument},
    {"dst", 'd', Needs::Argument},           {"protocol", 'p', Needs::Argument},
    {"in-interface", 'i', Needs::Argument},  {"jump", 'j', Needs::Argument},
    {"table", 't', Needs::Argument},         {"match", 'm', Needs::Argument},
    {"numeric", 'n', Needs::Nothing},        {"out-interface", 'o', Needs::Argument},
    {"verbose", 'v', Needs::Nothing},        {"wait", 'w', Needs::Optional},
    {"wait-interval", 'W', Needs::Optional}, {"exact", 'x', Needs::Nothing},
    {"fragments", 'f', Needs::Nothing},      {"version", 'V', Needs::Nothing},
    {"help", 'h', Needs::Optional},          {"line-numbers", '0', Needs::Nothing},
    {"modprobe", 'M', Needs::Argument},      {"set-counters", 'c', Needs::Argument},
    {"goto", 'g', Needs::Argument},          {"ipv4", '4', Needs::Nothing},
    {"ipv6", '6', Needs::Nothing},
};

const LetterRow *rowOf(char letter)
{
    const auto *found = std::ranges::find(letters, letter, &LetterRow::letter);
    // `--line-numbers` has no letter of its own.
    return found == std::end(letters) || letter == '0' ? nullptr : found;
}

} // namespace

std::string Reading::help() const
{
    return fmt::format("Try `{0} -h' or '{0} --help' for more information.\n", tool());
}

void Reading::refuse(std::string_view message)
{
    if (!refused())
        refusal = Reply{2, {}, fmt::format("{} v1.8.9 (nf_tables): {}\n{}", tool(), message, help())};
}

void Reading::refuseOtherwise(std::string_view message, int status)
{
    if (!refused())
        refusal = Reply{status, {}, fmt::format("{} v1.8.9 (nf_tables): {}\n", tool(), message)};
}

void Reading::refuseBadly(std::string_view message)
{
    if (!refused())
        refusal = Reply{2, {}, fmt::format("{}\n{}", message, help())};
}

bool OptionReader::hasArgument() const
{
    return more() && (m_words[m_at].empty() || (m_words[m_at][0] != '-' && m_words[m_at][0] != '!'));
}

OptionReader::Item OptionReader::next(std::span<const std::span<const OptionRow>> lists)
{
    // An argument that was taken may have been the rest of these letters, or more.
    if (m_inWord != 0 && more() && m_inWord < m_words[m_at].size())
        return shortOption();
    m_inWord = 0;
    if (!more())
        return {};
    const std::string &word = m_words[m_at];
    if (word.starts_with("--") && word.size() > 2)
        return longOption(lists);
    if (word.size() > 1 && word[0] == '-') {
        m_inWord = 1;
        return shortOption();
    }
    ++m_at;
    return {Kind::Plain, 0, 0, nullptr, word, word};
}

OptionReader::Item OptionReader::shortOption()
{
    const std::string &word = m_words[m_at];
    const char letter = word[m_inWord++];
    const std::string rest = word.substr(m_inWord);
    const LetterRow *row = rowOf(letter);
    const bool whole = rest.empty() || (row && row->needs != Needs::Nothing);
    if (whole) {
        ++m_at;
        m_inWord = 0;
    }
    if (!row)
        return {Kind::Unknown, letter, 0, nullptr, std::nullopt, word};
    Item item{Kind::Letter, letter, 0, nullptr, std::nullopt, word};
    if (row->needs == Needs::Nothing)
        return item;
    if (!rest.empty())
        item.argument = rest;
    else if (row->needs == Needs::Argument && more())
        item.argument = take();
    else if (row->needs == Needs::Argument)
        item.kind = Kind::NoArgument;
    return item;
}

OptionReader::Item OptionReader::longOption(std::span<const std::span<const OptionRow>> lists)
{
    const std::string &word = m_words[m_at++];
    const std::size_t equals = word.find('=');
    const std::string_view name = std::string_view(word).substr(2, equals == word.npos ? word.npos : equals - 2);

    // An exact name, or an abbreviation of one option alone.
    const LetterRow *base = nullptr;
    Item found{Kind::Extension, 0, 0, nullptr, std::nullopt, word};
    int abbreviated = 0;
    bool exact = false;
    const auto consider = [&](std::string_view option, const LetterRow *letter, std::size_t list,
                              const OptionRow *row) {
        if (exact || !option.starts_with(name))
            return;
        exact = option == name;
        const bool same = (base && letter && base->letter == letter->letter) ||
                          (found.row && row && found.list == list && found.row->id == row->id);
        if (!exact && abbreviated > 0 && same)
            return;
        if (exact || abbreviated == 0) {
            base = letter;
            found.list = list;
            found.row = row;
        }
        ++abbreviated;
    };
    for (const LetterRow &letter : letters)
        consider(letter.name, &letter, 0, nullptr);
    for (std::size_t i = 0; i < lists.size(); ++i)
        for (const OptionRow &row : lists[i])
            consider(row.name, nullptr, i, &row);
    if (!exact && abbreviated != 1)
        return {Kind::Unknown, 0, 0, nullptr, std::nullopt, word};

    Needs needs = found.row && found.row->argument ? Needs::Argument : Needs::Nothing;
    if (base) {
        found.kind = Kind::Letter;
        found.letter = base->letter;
        needs = base->needs;
    }
    if (equals != word.npos) {
        if (needs == Needs::Nothing)
            return {Kind::Unknown, 0, 0, nullptr, std::nullopt, word};
        found.argument = word.substr(equals + 1);
    } else if (needs == Needs::Argument && more()) {
        found.argument = take();
    } else if (needs == Needs::Argument) {
        found.kind = Kind::NoArgument;
    }
    return found;
}

} // namespace netdraft::model::command

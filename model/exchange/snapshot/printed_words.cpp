#include "model/exchange/snapshot/printed_words.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

constexpr std::string_view blanks = " \t\r";

} // namespace

bool isAmong(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::vector<PrintedLine> printedLines(std::string_view text, std::size_t begin, std::size_t end)
{
    std::vector<PrintedLine> lines;
    while (begin < end) {
        const std::size_t stop = std::min(text.find('\n', begin), end);
        PrintedLine line{{}, false, begin};
        line.indented = blanks.find(text[begin]) != std::string_view::npos;
        for (std::size_t at = begin; at < stop;) {
            at = std::min(text.find_first_not_of(blanks, at), stop);
            const std::size_t after = std::min(text.find_first_of(" \t\r\n", at), stop);
            if (after > at)
                line.words.push_back({text.substr(at, after - at), at});
            at = after;
        }
        if (!line.words.empty())
            lines.push_back(std::move(line));
        begin = stop + 1;
    }
    return lines;
}

Json emptyObject(std::size_t offset)
{
    Json json;
    json.kind = Json::Kind::Object;
    json.offset = offset;
    return json;
}

Json emptyList(std::size_t offset)
{
    Json json;
    json.kind = Json::Kind::Array;
    json.offset = offset;
    return json;
}

void put(Json &object, std::string_view key, Json value)
{
    const std::size_t offset = value.offset;
    object.members.push_back({std::string(key), offset, std::move(value)});
}

void put(Json &object, std::string_view key, const Word &word)
{
    Json json;
    json.kind = Json::Kind::String;
    json.offset = word.offset;
    json.string = word.text;
    put(object, key, std::move(json));
}

void put(Json &object, std::string_view key, const Word &where, bool value)
{
    Json json;
    json.kind = Json::Kind::Boolean;
    json.offset = where.offset;
    json.boolean = value;
    put(object, key, std::move(json));
}

void append(Json &object, std::string_view key, const Word &word)
{
    auto found = std::ranges::find(object.members, key, &JsonMember::key);
    if (found == object.members.end()) {
        put(object, key, emptyList(word.offset));
        found = object.members.end() - 1;
    }
    Json json;
    json.kind = Json::Kind::String;
    json.offset = word.offset;
    json.string = word.text;
    found->value.items.push_back(std::move(json));
}

void putPairs(Json &object, const std::vector<Word> &words, std::size_t at, std::span<const PrintedKey> keys,
              void (*other)(Json &object, const Word &word))
{
    for (; at < words.size(); ++at) {
        const auto known = std::ranges::find(keys, words[at].text, &PrintedKey::word);
        if (known == keys.end())
            other(object, words[at]);
        else if (at + 1 < words.size())
            put(object, known->field, words[++at]);
    }
}

} // namespace netdraft::model::snapshot

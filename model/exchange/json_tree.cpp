#include "model/exchange/json_tree.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace netdraft::model {

namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t mostValues = 500'000;

/// The offset of the first byte that begins no sound UTF-8 sequence, or npos.
std::size_t firstUnsound(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned lead = at(i);
        const std::size_t more = lead < 0x80                   ? 0
                                 : lead >= 0xc2 && lead < 0xe0 ? 1
                                 : lead >= 0xe0 && lead < 0xf0 ? 2
                                 : lead >= 0xf0 && lead < 0xf5 ? 3
                                                               : text.size();
        if (more >= text.size() - i)
            return i;
        for (std::size_t k = 1; k <= more; ++k) {
            if ((at(i + k) & 0xc0U) != 0x80)
                return i;
        }
        if ((lead == 0xe0 && at(i + 1) < 0xa0) || (lead == 0xed && at(i + 1) >= 0xa0) ||
            (lead == 0xf0 && at(i + 1) < 0x90) || (lead == 0xf4 && at(i + 1) >= 0x90))
            return i;
        i += more + 1;
    }
    return std::string_view::npos;
}

/// Builds the tree from the parser's events. It walks along the text itself to know where each token stands:
/// up to the event at hand the text is sound, so a token starts at the first byte that is no space, comma or
/// colon.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(std::string_view text, const std::string &file, KeysTwice twice)
        : m_text(text), m_file(file), m_twice(twice)
    {
    }

    bool null() override { return scalar(Json::Kind::Null); }
    bool boolean(bool value) override
    {
        m_made.boolean = value;
        return scalar(Json::Kind::Boolean);
    }
    bool number_integer(number_integer_t value) override { return integer(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return integer(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t &) override
    {
        m_made.number = value;
        return scalar(Json::Kind::Number);
    }
    bool string(string_t &value) override
    {
        m_made.string = std::move(value);
        return scalar(Json::Kind::String);
    }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json::Kind::Object); }
    bool start_array(std::size_t) override { return open(Json::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &value) override
    {
        const std::size_t offset = takeToken(Json::Kind::String);
        if (!m_keys.back().insert(value).second && m_twice == KeysTwice::Refused)
            return refuse(offset, fmt::format("\"{}\" stands twice in one object; expected each field once", value));
        m_open.back()->members.push_back({std::move(value), offset, {}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &raised) override
    {
        std::string_view words = raised.what();
        for (const std::string_view before : {"] ", "column ", ": ", " - "}) {
            const auto at = words.find(before);
            if (at != std::string_view::npos)
                words.remove_prefix(at + before.size());
        }
        if (words.starts_with("unexpected end of input") || position > m_text.size())
            return refuse(m_text.size(), fmt::format("the JSON text ends too early: {}", words));
        // The parser has read up to the last byte of what it could not use.
        const std::size_t last = position == 0 ? 0 : position - 1;
        const std::size_t offset = m_text[last] == ',' || m_text[last] == ':' ? last : nextToken();
        const bool helps = words.find("expected ") != std::string_view::npos;
        return refuse(offset, fmt::format("not JSON: {}{}", words, helps ? "" : "; expected a JSON value"));
    }

    Json tree;
    std::optional<Error> error;

private:
    bool refuse(std::size_t offset, std::string subject)
    {
        error = Error{ErrorCode::Input, std::move(subject), positionIn(m_text, offset, m_file)};
        return false;
    }

    std::size_t nextToken() const { return std::min(m_text.find_first_not_of(" \t\r\n,:", m_at), m_text.size()); }

    /// The offset of the token at hand; the walk goes on behind it.
    std::size_t takeToken(Json::Kind kind)
    {
        const std::size_t start = nextToken();
        if (kind == Json::Kind::String) {
            m_at = start + 1;
            while (m_at < m_text.size() && m_text[m_at] != '"')
                m_at += m_text[m_at] == '\\' ? 2 : 1;
            ++m_at;
        } else if (kind == Json::Kind::Array || kind == Json::Kind::Object) {
            m_at = start + 1;
        } else {
            m_at = m_text.find_first_of(" \t\r\n,:]}", start);
        }
        m_at = std::min(m_at, m_text.size());
        return start;
    }

    Json *place()
    {
        if (m_open.empty()) {
            tree = std::move(m_made);
            return &tree;
        }
        Json &parent = *m_open.back();
        if (parent.kind == Json::Kind::Object) {
            parent.members.back().value = std::move(m_made);
            return &parent.members.back().value;
        }
        parent.items.push_back(std::move(m_made));
        return &parent.items.back();
    }

    Json *add(Json::Kind kind)
    {
        m_made.kind = kind;
        m_made.offset = takeToken(kind);
        if (++m_values > mostValues) {
            refuse(m_made.offset, fmt::format("more than {} values; expected a project file", mostValues));
            return nullptr;
        }
        Json *placed = place();
        m_made = {};
        return placed;
    }

    bool scalar(Json::Kind kind) { return add(kind) != nullptr; }

    bool integer(double value)
    {
        m_made.number = value;
        m_made.integral = std::abs(value) <= 9007199254740992.0;
        return scalar(Json::Kind::Number);
    }

    bool open(Json::Kind kind)
    {
        if (m_open.size() == deepest)
            return refuse(nextToken(), fmt::format("nested deeper than {} levels; expected a project file", deepest));
        Json *placed = add(kind);
        if (!placed)
            return false;
        m_open.push_back(placed);
        m_keys.emplace_back();
        return true;
    }

    bool close()
    {
        takeToken(Json::Kind::Object);
        m_open.pop_back();
        m_keys.pop_back();
        return true;
    }

    std::string_view m_text;
    const std::string &m_file;
    KeysTwice m_twice;
    std::size_t m_at = 0;
    std::size_t m_values = 0;
    Json m_made;
    /// The arrays and objects around the next value. Only the innermost one grows, so these stay valid.
    std::vector<Json *> m_open;
    std::vector<std::set<std::string, std::less<>>> m_keys;
};

} // namespace

const Json *Json::find(std::string_view key) const
{
    const auto found = std::ranges::find(members, key, &JsonMember::key);
    return found == members.end() ? nullptr : &found->value;
}

std::string_view kindWord(Json::Kind kind)
{
    switch (kind) {
    case Json::Kind::Null: return "null";
    case Json::Kind::Boolean: return "true or false";
    case Json::Kind::Number: return "a number";
    case Json::Kind::String: return "a string";
    case Json::Kind::Array: return "an array";
    case Json::Kind::Object: return "an object";
    }
    return "a value";
}

Position positionIn(std::string_view text, std::size_t offset, const std::string &file)
{
    const std::string_view before = text.substr(0, offset);
    const auto lines = std::ranges::count(before, '\n');
    const auto lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return {file, static_cast<int>(lines) + 1, static_cast<int>(offset - lineStart) + 1};
}

Result<Json> parseJson(std::string_view text, const std::string &file, KeysTwice twice)
{
    if (const std::size_t unsound = firstUnsound(text); unsound != std::string_view::npos)
        return failAt(positionIn(text, unsound, file), "not UTF-8; expected a text in UTF-8");
    if (text.starts_with("\xef\xbb\xbf"))
        return failAt({file, 1, 1}, "a byte order mark; expected the file to start with {");
    TreeBuilder builder(text, file, twice);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return fail(std::move(*builder.error));
    return std::move(builder.tree);
}

} // namespace netdraft::model

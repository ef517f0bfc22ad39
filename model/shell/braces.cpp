#include "model/shell/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::shell {

namespace {

/// One character that is not quoted, or a part that braces do not look into.
using Piece = std::variant<char, WordPart>;
using Pieces = std::vector<Piece>;

bool is(const Piece &piece, char c)
{
    const char *plain = std::get_if<char>(&piece);
    return plain && *plain == c;
}

Pieces piecesOf(const Word &word)
{
    Pieces pieces;
    for (const WordPart &part : word.parts) {
        const auto *literal = std::get_if<Literal>(&part);
        if (literal && !literal->quoted)
            pieces.insert(pieces.end(), literal->text.begin(), literal->text.end());
        else
            pieces.emplace_back(part);
    }
    return pieces;
}

Word wordOf(const Pieces &pieces, Place place)
{
    Word word;
    word.place = place;
    for (const Piece &piece : pieces) {
        const char *plain = std::get_if<char>(&piece);
        if (!plain) {
            word.parts.push_back(std::get<WordPart>(piece));
            continue;
        }
        auto *last = word.parts.empty() ? nullptr : std::get_if<Literal>(&word.parts.back());
        if (last && !last->quoted)
            last->text += *plain;
        else
            word.parts.emplace_back(Literal{std::string(1, *plain), false});
    }
    return word;
}

std::optional<std::string> textOf(std::span<const Piece> pieces)
{
    std::string text;
    for (const Piece &piece : pieces) {
        const char *plain = std::get_if<char>(&piece);
        if (!plain)
            return std::nullopt;
        text += *plain;
    }
    return text;
}

std::optional<long> numberOf(std::string_view text)
{
    long number = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr long most = 1'000'000'000;
    if (error != std::errc{} || end != text.data() + text.size() || number > most || number < -most)
        return std::nullopt;
    return number;
}

bool isPadded(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return text.size() > 1 && text.front() == '0';
}

/// `1..9`, `01..10..2`, `a..e`; none of any other text.
std::optional<std::vector<std::string>> sequence(std::string_view text, std::size_t most)
{
    const auto dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    const std::string_view first = text.substr(0, dots);
    std::string_view last = text.substr(dots + 2);
    long step = 1;
    if (const auto more = last.find(".."); more != std::string_view::npos) {
        const auto given = numberOf(last.substr(more + 2));
        if (!given)
            return std::nullopt;
        step = std::max(1L, std::abs(*given));
        last = last.substr(0, more);
    }
    const auto from = numberOf(first);
    const auto to = numberOf(last);
    const auto isLetter = [](std::string_view one) {
        return one.size() == 1 && ((one[0] >= 'a' && one[0] <= 'z') || (one[0] >= 'A' && one[0] <= 'Z'));
    };
    const bool letters = isLetter(first) && isLetter(last);
    if (!letters && (!from || !to))
        return std::nullopt;
    const long begin = letters ? first[0] : *from;
    const long end = letters ? last[0] : *to;
    const std::size_t width = !letters && (isPadded(first) || isPadded(last)) ? std::max(first.size(), last.size()) : 0;
    std::vector<std::string> words;
    for (long at = begin; begin <= end ? at <= end : at >= end; at += begin <= end ? step : -step) {
        words.push_back(letters ? std::string(1, static_cast<char>(at)) : fmt::format("{:0{}}", at, width));
        if (words.size() > most)
            break;
    }
    return words;
}

class Unfolder
{
public:
    explicit Unfolder(std::size_t most) : m_most(most) {}

    std::vector<Pieces> unfold(std::span<const Piece> pieces, int depth)
    {
        for (std::size_t open = 0; open < pieces.size() && depth < deepest && !m_tooMany; ++open) {
            if (!is(pieces[open], '{'))
                continue;
            std::vector<Pieces> middle;
            const auto end = inside(pieces, open, middle, depth);
            if (!end)
                continue;
            const Pieces before(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(open));
            const auto after = unfold(pieces.subspan(*end + 1), depth + 1);
            std::vector<Pieces> result;
            if (middle.size() * after.size() > m_most) {
                m_tooMany = true;
                return {};
            }
            for (const Pieces &one : middle) {
                for (const Pieces &rest : after) {
                    Pieces whole = before;
                    whole.insert(whole.end(), one.begin(), one.end());
                    whole.insert(whole.end(), rest.begin(), rest.end());
                    result.push_back(std::move(whole));
                }
            }
            return result;
        }
        return {Pieces(pieces.begin(), pieces.end())};
    }
    bool isTooMany() const { return m_tooMany; }

private:
    static constexpr int deepest = 50;
    static constexpr std::size_t mostLooked = 1'000'000;

    /// What the braces that open there unfold to, and where they close; none where they are no such braces.
    std::optional<std::size_t> inside(std::span<const Piece> pieces, std::size_t open, std::vector<Pieces> &words,
                                      int depth)
    {
        std::vector<std::size_t> commas{open};
        int level = 0;
        std::size_t at = open + 1;
        for (; at < pieces.size(); ++at) {
            if (++m_looked > mostLooked) {
                m_tooMany = true;
                return std::nullopt;
            }
            if (is(pieces[at], '{'))
                ++level;
            else if (is(pieces[at], '}') && level-- == 0)
                break;
            else if (is(pieces[at], ',') && level == 0)
                commas.push_back(at);
        }
        if (at >= pieces.size())
            return std::nullopt;
        if (commas.size() == 1) {
            const auto text = textOf(pieces.subspan(open + 1, at - open - 1));
            const auto numbers = text ? sequence(*text, m_most) : std::nullopt;
            if (!numbers)
                return std::nullopt;
            m_tooMany = m_tooMany || numbers->size() > m_most;
            for (const std::string &number : *numbers)
                words.emplace_back(number.begin(), number.end());
            return at;
        }
        commas.push_back(at);
        for (std::size_t i = 0; i + 1 < commas.size(); ++i) {
            auto more = unfold(pieces.subspan(commas[i] + 1, commas[i + 1] - commas[i] - 1), depth + 1);
            words.insert(words.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
            m_tooMany = m_tooMany || words.size() > m_most;
        }
        return at;
    }

    std::size_t m_most;
    std::size_t m_looked = 0;
    bool m_tooMany = false;
};

} // namespace

bool hasBraces(const Word &word)
{
    return std::ranges::any_of(word.parts, [](const WordPart &part) {
        const auto *literal = std::get_if<Literal>(&part);
        return literal && !literal->quoted && literal->text.find('{') != std::string::npos;
    });
}

std::optional<std::vector<Word>> unfoldBraces(const Word &word, std::size_t most)
{
    Unfolder unfolder(most);
    const Pieces pieces = piecesOf(word);
    if (pieces.size() > most)
        return std::nullopt;
    std::vector<Word> words;
    for (const Pieces &one : unfolder.unfold(pieces, 0))
        words.push_back(wordOf(one, word.place));
    if (unfolder.isTooMany())
        return std::nullopt;
    return words;
}

} // namespace netdraft::model::shell

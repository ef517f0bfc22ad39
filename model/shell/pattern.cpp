#include "model/shell/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <regex.h>

namespace netdraft::model::shell {

namespace {

bool isInClass(std::string_view name, unsigned char c)
{
    const bool lower = c >= 'a' && c <= 'z';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    const bool graph = c > ' ' && c < 0x7f;
    if (name == "alpha")
        return lower || upper;
    if (name == "digit")
        return digit;
    if (name == "alnum")
        return lower || upper || digit;
    if (name == "upper")
        return upper;
    if (name == "lower")
        return lower;
    if (name == "space")
        return space;
    if (name == "blank")
        return c == ' ' || c == '\t';
    if (name == "punct")
        return graph && !lower && !upper && !digit;
    if (name == "xdigit")
        return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return false;
}

/// Whether `c` is one of a set that starts behind the `[` at `at`; moves `at` behind its `]`. None where there is no
/// `]`.
std::optional<bool> isInSet(std::string_view pattern, std::size_t &at, char c)
{
    std::size_t i = at;
    const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    i += negated ? 1 : 0;
    bool found = false;
    for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
        if (pattern.substr(i).starts_with("[:")) {
            const std::size_t end = pattern.find(":]", i + 2);
            if (end == std::string_view::npos)
                return std::nullopt;
            found = found || isInClass(pattern.substr(i + 2, end - i - 2), static_cast<unsigned char>(c));
            i = end + 2;
            continue;
        }
        i += pattern[i] == '\\' && i + 1 < pattern.size() ? 1 : 0;
        const char low = pattern[i++];
        char high = low;
        if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
            i += pattern[i + 1] == '\\' && i + 2 < pattern.size() ? 2 : 1;
            high = pattern[i++];
        }
        found = found || (c >= low && c <= high);
    }
    if (i >= pattern.size())
        return std::nullopt;
    at = i + 1;
    return found != negated;
}

/// Whether the pattern's next piece, which is no `*`, takes `c`; moves `at` behind it.
bool takesOne(std::string_view pattern, std::size_t &at, char c)
{
    const char piece = pattern[at++];
    if (piece == '?')
        return true;
    if (piece == '\\' && at < pattern.size())
        return pattern[at++] == c;
    if (piece == '[') {
        if (const auto found = isInSet(pattern, at, c))
            return *found;
    }
    return piece == c;
}

/// How often bounds `{m,n}` repeat what stands before them, all together.
std::size_t repetitions(std::string_view pattern)
{
    std::size_t product = 1;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
        std::size_t most = 1;
        for (std::size_t i = at + 1; i < pattern.size() && pattern[i] != '}'; ++i) {
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(pattern.data() + i, pattern.data() + pattern.size(), number);
            if (error == std::errc{}) {
                most = std::max(most, number);
                i = static_cast<std::size_t>(end - pattern.data()) - 1;
            }
        }
        product *= std::min<std::size_t>(most, 1000);
        if (product > 100'000)
            break;
    }
    return product;
}

} // namespace

bool fitsPattern(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t retryAt = std::string_view::npos; // behind the last `*`
    std::size_t retryIn = 0;
    while (in < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            retryAt = ++at;
            retryIn = in;
            continue;
        }
        if (at < pattern.size() && takesOne(pattern, at, text[in])) {
            ++in;
            continue;
        }
        if (retryAt == std::string_view::npos)
            return false;
        at = retryAt;
        in = ++retryIn;
    }
    while (at < pattern.size() && pattern[at] == '*')
        ++at;
    return at == pattern.size();
}

bool fitsPath(std::string_view path, std::string_view pattern)
{
    for (;;) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::size_t patternEnd = std::min(pattern.find('/'), pattern.size());
        const std::string_view part = path.substr(0, end);
        const std::string_view piece = pattern.substr(0, patternEnd);
        if ((part.starts_with('.') && !piece.starts_with('.')) || !fitsPattern(part, piece))
            return false;
        if (end == path.size() || patternEnd == pattern.size())
            return end == path.size() && patternEnd == pattern.size();
        path.remove_prefix(end + 1);
        pattern.remove_prefix(patternEnd + 1);
    }
}

std::string normalPath(std::string_view path)
{
    if (path.starts_with("<(") || path == "-" || path == ".")
        return std::string(path);
    std::string result;
    while (path.starts_with("./"))
        path.remove_prefix(2);
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '/' && result.ends_with('/'))
            continue;
        if (path[i] == '.' && result.ends_with('/') && path.substr(i + 1).starts_with('/'))
            continue;
        result += path[i];
    }
    return result;
}

std::optional<std::vector<std::string>> matchRegex(const std::string &text, const std::string &pattern,
                                                   std::string &error)
{
    constexpr std::size_t longest = 2'000;
    constexpr std::size_t mostRepetitions = 10'000;
    constexpr std::size_t mostGroups = 32;
    if (pattern.size() > longest || text.size() > longest * 10 || repetitions(pattern) > mostRepetitions ||
        pattern.find("\\1") != std::string::npos) {
        error = "this regular expression is not simulated; expected a short one without back-references";
        return std::nullopt;
    }
    regex_t compiled;
    if (::regcomp(&compiled, pattern.c_str(), REG_EXTENDED) != 0) {
        error = "this is no regular expression; expected an extended one of POSIX";
        return std::nullopt;
    }
    const std::unique_ptr<regex_t, decltype(&::regfree)> guard(&compiled, &::regfree);
    std::array<regmatch_t, mostGroups> found{};
    if (::regexec(&compiled, text.c_str(), found.size(), found.data(), 0) != 0)
        return std::nullopt;
    std::vector<std::string> groups;
    for (std::size_t i = 0; i <= compiled.re_nsub && i < mostGroups; ++i) {
        const regmatch_t &group = found[i];
        groups.push_back(group.rm_so < 0 ? std::string()
                                         : text.substr(static_cast<std::size_t>(group.rm_so),
                                                       static_cast<std::size_t>(group.rm_eo - group.rm_so)));
    }
    return groups;
}

} // namespace netdraft::model::shell

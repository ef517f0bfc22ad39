#include "model/shell/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace netdraft::model::shell {

namespace {

std::optional<std::int64_t> whole(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string baseOf(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path == "/" ? path : path.substr(path.rfind('/') + 1);
}

/// expr(1): words as an expression, each operator binding as its table has it.
class Expression
{
public:
    explicit Expression(std::span<const std::string> words) : m_words(words) {}

    std::optional<std::string> value()
    {
        std::string result = orValue();
        if (m_failed || m_at < m_words.size())
            return std::nullopt;
        return result;
    }

private:
    bool take(std::string_view word)
    {
        if (m_at >= m_words.size() || m_words[m_at] != word)
            return false;
        ++m_at;
        return true;
    }
    static bool isNull(const std::string &value) { return value.empty() || value == "0"; }

    std::string orValue()
    {
        std::string left = andValue();
        while (take("|")) {
            const std::string right = andValue();
            left = isNull(left) ? (isNull(right) ? "0" : right) : left;
        }
        return left;
    }

    std::string andValue()
    {
        std::string left = comparison();
        while (take("&")) {
            const std::string right = comparison();
            left = isNull(left) || isNull(right) ? "0" : left;
        }
        return left;
    }

    std::string comparison()
    {
        std::string left = sum();
        for (;;) {
            static constexpr std::string_view operators[] = {"<", "<=", "=", "==", "!=", ">=", ">"};
            const auto found =
                m_at < m_words.size() ? std::ranges::find(operators, m_words[m_at]) : std::end(operators);
            if (found == std::end(operators))
                return left;
            ++m_at;
            const std::string right = sum();
            const auto a = whole(left);
            const auto b = whole(right);
            const auto order = a && b ? *a <=> *b : left <=> right;
            const std::string_view op = *found;
            const bool yes = op == "<"    ? order < 0
                             : op == "<=" ? order <= 0
                             : op == "!=" ? order != 0
                             : op == ">=" ? order >= 0
                             : op == ">"  ? order > 0
                                          : order == 0;
            left = yes ? "1" : "0";
        }
    }

    std::string sum()
    {
        std::string left = product();
        for (;;) {
            const bool plus = take("+");
            if (!plus && !take("-"))
                return left;
            left = calculated(left, plus ? '+' : '-', product());
        }
    }

    std::string product()
    {
        std::string left = primary();
        for (;;) {
            const char op = take("*") ? '*' : take("/") ? '/' : take("%") ? '%' : '\0';
            if (op == '\0')
                return left;
            left = calculated(left, op, primary());
        }
    }

    std::string calculated(const std::string &left, char op, const std::string &right)
    {
        const auto a = whole(left);
        const auto b = whole(right);
        if (!a || !b || ((op == '/' || op == '%') && (*b == 0 || *b == -1))) {
            m_failed = true;
            return {};
        }
        const auto x = static_cast<std::uint64_t>(*a);
        const auto y = static_cast<std::uint64_t>(*b);
        const auto result = op == '+'   ? static_cast<std::int64_t>(x + y)
                            : op == '-' ? static_cast<std::int64_t>(x - y)
                            : op == '*' ? static_cast<std::int64_t>(x * y)
                            : op == '/' ? *a / *b
                                        : *a % *b;
        return std::to_string(result);
    }

    std::string primary()
    {
        if (m_at >= m_words.size() || ++m_depth > 50) {
            m_failed = true;
            return {};
        }
        std::string value;
        if (take("(")) {
            value = orValue();
            m_failed = m_failed || !take(")");
        } else if (take("length") && m_at < m_words.size()) {
            value = std::to_string(m_words[m_at++].size());
        } else {
            value = m_words[m_at++];
        }
        --m_depth;
        return value;
    }

    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_failed = false;
};

} // namespace

int seq(Machine &machine, std::span<const std::string> words)
{
    std::vector<std::string> numbers;
    std::string between = "\n";
    std::string format;
    bool wide = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "-w")
            wide = true;
        else if (words[i] == "-s" && i + 1 < words.size())
            between = words[++i];
        else if (words[i].starts_with("-s") && words[i].size() > 2)
            between = words[i].substr(2);
        else if (words[i] == "-f" && i + 1 < words.size())
            format = words[++i];
        else
            numbers.push_back(words[i]);
    }
    if (numbers.empty() || numbers.size() > 3) {
        machine.err("seq: missing operand\nTry 'seq --help' for more information.\n");
        return 1;
    }
    const auto first = numbers.size() > 1 ? whole(numbers.front()) : std::optional<std::int64_t>(1);
    const auto step = numbers.size() > 2 ? whole(numbers[1]) : std::optional<std::int64_t>(1);
    const auto last = whole(numbers.back());
    if (!first || !step || !last || *step == 0) {
        machine.err("seq: invalid argument\nTry 'seq --help' for more information.\n");
        machine.diagnose("these numbers are not simulated in seq; expected whole ones, and a step that is not 0");
        return 1;
    }
    constexpr std::int64_t most = 100'000;
    if (std::abs(static_cast<double>(*last) - static_cast<double>(*first)) / std::abs(static_cast<double>(*step)) >
        static_cast<double>(most)) {
        machine.stop("seq counts too far; expected at most 100000 numbers");
        return 1;
    }
    const std::size_t width = wide ? std::max(std::to_string(*first).size(), std::to_string(*last).size()) : 0;
    std::string text;
    int status = 0;
    for (std::int64_t at = *first; *step > 0 ? at <= *last : at >= *last; at += *step) {
        text += text.empty() ? "" : between;
        if (format.empty()) {
            text += fmt::format("{:0{}}", at, width);
        } else {
            const std::string number = std::to_string(at);
            text += formatPrintf(format, std::span(&number, 1), status, machine.limits().text);
        }
    }
    machine.out(text.empty() ? text : text + '\n');
    return 0;
}

int basename(Machine &machine, std::span<const std::string> words)
{
    if (words.size() < 2) {
        machine.err("basename: missing operand\n");
        return 1;
    }
    std::string name = baseOf(words[1]);
    if (words.size() > 2 && name.size() > words[2].size() && name.ends_with(words[2]))
        name.erase(name.size() - words[2].size());
    machine.out(name + '\n');
    return 0;
}

int dirname(Machine &machine, std::span<const std::string> words)
{
    if (words.size() < 2) {
        machine.err("dirname: missing operand\n");
        return 1;
    }
    std::string path = words[1];
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    const auto slash = path.rfind('/');
    machine.out((slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash)) + '\n');
    return 0;
}

int expr(Machine &machine, std::span<const std::string> words)
{
    const auto value = Expression(words.subspan(1)).value();
    if (!value) {
        machine.err("expr: syntax error\n");
        return 2;
    }
    machine.out(*value + '\n');
    return value->empty() || *value == "0" ? 1 : 0;
}

int id(Machine &machine, std::span<const std::string> words)
{
    const std::string_view option = words.size() > 1 ? std::string_view(words[1]) : std::string_view();
    if (words[0] == "whoami" || option == "-un" || option == "-gn")
        machine.out("root\n");
    else if (option == "-u" || option == "-g")
        machine.out("0\n");
    else
        machine.out("uid=0(root) gid=0(root) groups=0(root)\n");
    return 0;
}

int cat(Machine &machine, std::span<const std::string> words)
{
    const bool plain = std::ranges::none_of(
        words.subspan(1), [](const std::string &word) { return word.size() > 1 && word.starts_with('-'); });
    if (!plain)
        return machine.runOutside(words);
    const std::vector<std::string> input{"-"};
    std::string all;
    for (const std::string &path : words.size() > 1 ? words.subspan(1) : std::span<const std::string>(input)) {
        const auto text = machine.readFile(path);
        if (!text)
            return machine.runOutside(words);
        all += *text;
        machine.charge(text->size());
        if (!machine.goesOn())
            return 1;
    }
    machine.out(all);
    return 0;
}

} // namespace netdraft::model::shell

#include "model/shell/arithmetic.h"

#include "model/shell/reader.h"

#include <fmt/format.h>

#include <limits>

namespace netdraft::model::shell {

namespace {

constexpr int deepest = 64;

std::int64_t wrapped(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

std::uint64_t bits(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

struct BinaryRow {
    std::string_view spelling;
    int strength;
};

/// Longer spellings before those that they start with.
constexpr BinaryRow binaries[] = {
    {"**", 11}, {"<<", 8}, {">>", 8}, {"<=", 7}, {">=", 7}, {"==", 6}, {"!=", 6}, {"&&", 2}, {"||", 1}, {"*", 10},
    {"/", 10},  {"%", 10}, {"+", 9},  {"-", 9},  {"<", 7},  {">", 7},  {"&", 5},  {"^", 4},  {"|", 3},
};

class Calculation
{
public:
    Calculation(Variables &variables, std::string_view text, int depth)
        : m_variables(variables), m_text(text), m_depth(depth)
    {
    }

    std::expected<std::int64_t, std::string> whole()
    {
        skip();
        if (m_text.size() == m_at)
            return 0;
        const std::int64_t value = comma();
        skip();
        if (m_error.empty() && m_at < m_text.size())
            wrong(fmt::format("\"{}\" is unexpected", m_text.substr(m_at, 20)));
        if (!m_error.empty())
            return std::unexpected(m_error);
        return value;
    }

private:
    struct Target {
        std::string name;
        std::string index;
    };

    void wrong(std::string what)
    {
        if (m_error.empty())
            m_error = std::move(what);
        m_at = m_text.size();
    }
    void skip()
    {
        while (m_at < m_text.size() && std::string_view(" \t\n\r").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }
    bool looksAt(std::string_view what)
    {
        skip();
        return m_text.substr(m_at).starts_with(what);
    }
    bool take(std::string_view what)
    {
        if (!looksAt(what))
            return false;
        m_at += what.size();
        return true;
    }
    char after(std::size_t ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    std::int64_t comma()
    {
        std::int64_t value = assignment();
        while (take(","))
            value = assignment();
        return value;
    }

    std::int64_t assignment()
    {
        if (++m_depth > deepest) {
            wrong("this expression nests too deep");
            return 0;
        }
        const std::size_t start = m_at;
        std::int64_t value = 0;
        if (!assigns(value)) {
            m_at = m_error.empty() ? start : m_at;
            value = conditional();
        }
        --m_depth;
        return value;
    }

    /// `NAME = …`, `NAME += …`
    bool assigns(std::int64_t &value)
    {
        static constexpr std::string_view operators[] = {
            "<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "^=", "|=", "="};
        skip();
        const auto target = name();
        if (!target || looksAt("=="))
            return false;
        for (const std::string_view op : operators) {
            if (!take(op))
                continue;
            const std::int64_t right = assignment();
            value = op == "=" ? right : apply(op.substr(0, op.size() - 1), valueOf(*target), right);
            set(*target, value);
            return true;
        }
        return false;
    }

    std::int64_t conditional()
    {
        const std::int64_t condition = binary(1);
        if (!take("?"))
            return condition;
        const bool chosen = condition != 0;
        m_idle += chosen ? 0 : 1;
        const std::int64_t first = assignment();
        m_idle -= chosen ? 0 : 1;
        if (!take(":"))
            wrong("a ? has no \":\" behind it");
        m_idle += chosen ? 1 : 0;
        const std::int64_t second = assignment();
        m_idle -= chosen ? 1 : 0;
        return chosen ? first : second;
    }

    const BinaryRow *binaryHere()
    {
        for (const BinaryRow &row : binaries)
            if (looksAt(row.spelling))
                return &row;
        return nullptr;
    }

    std::int64_t binary(int weakest)
    {
        std::int64_t left = unary();
        for (;;) {
            const BinaryRow *row = m_error.empty() ? binaryHere() : nullptr;
            if (!row || row->strength < weakest)
                return left;
            // An assignment to what is none, such as `1 += 2`, is found by its `=`.
            m_at += row->spelling.size();
            const bool decided = (row->spelling == "&&" && left == 0) || (row->spelling == "||" && left != 0);
            m_idle += decided ? 1 : 0;
            const bool fromRight = row->spelling == "**";
            const std::int64_t right = binary(fromRight ? row->strength : row->strength + 1);
            m_idle -= decided ? 1 : 0;
            left = apply(row->spelling, left, right);
        }
    }

    std::int64_t unary()
    {
        skip();
        if (++m_depth > deepest) {
            wrong("this expression nests too deep");
            return 0;
        }
        const std::int64_t value = signedValue();
        --m_depth;
        return value;
    }

    std::int64_t signedValue()
    {
        for (const std::string_view twice : {"++", "--"}) {
            if (looksAt(twice) && (isNameStart(after(2)) || after(2) == ' ')) {
                m_at += 2;
                skip();
                const auto target = name();
                if (!target) {
                    wrong("a name is missing");
                    return 0;
                }
                const std::int64_t value = apply(twice.substr(0, 1), valueOf(*target), 1);
                set(*target, value);
                return value;
            }
        }
        if (take("!"))
            return unary() == 0 ? 1 : 0;
        if (take("~"))
            return ~unary();
        if (take("-"))
            return wrapped(0 - bits(unary()));
        if (take("+"))
            return unary();
        return primary();
    }

    std::int64_t primary()
    {
        if (take("(")) {
            const std::int64_t value = comma();
            if (!take(")"))
                wrong("a ( is not closed");
            return value;
        }
        skip();
        if (after(0) >= '0' && after(0) <= '9')
            return number();
        const auto target = name();
        if (!target) {
            wrong(m_at < m_text.size() ? fmt::format("\"{}\" is no number", m_text.substr(m_at, 20))
                                       : std::string("an operand is missing"));
            return 0;
        }
        for (const std::string_view twice : {"++", "--"}) {
            if (take(twice)) {
                const std::int64_t value = valueOf(*target);
                set(*target, apply(twice.substr(0, 1), value, 1));
                return value;
            }
        }
        return valueOf(*target);
    }

    std::optional<Target> name()
    {
        if (!isNameStart(after(0)))
            return std::nullopt;
        Target target;
        while (isNameCharacter(after(0)))
            target.name += m_text[m_at++];
        if (after(0) != '[')
            return target;
        int open = 0;
        for (std::size_t end = m_at; end < m_text.size(); ++end) {
            open += m_text[end] == '[' ? 1 : m_text[end] == ']' ? -1 : 0;
            if (open == 0) {
                target.index = m_text.substr(m_at + 1, end - m_at - 1);
                m_at = end + 1;
                return target;
            }
        }
        wrong("an index is not closed");
        return target;
    }

    std::int64_t number()
    {
        std::string digits;
        while (isNameCharacter(after(0)) || after(0) == '#' || after(0) == '@')
            digits += m_text[m_at++];
        std::uint64_t base = 10;
        std::string_view rest = digits;
        if (const auto hash = rest.find('#'); hash != std::string_view::npos) {
            base = 0;
            for (const char c : rest.substr(0, hash))
                base = c >= '0' && c <= '9' && base < 100 ? base * 10 + static_cast<std::uint64_t>(c - '0') : 100;
            rest.remove_prefix(hash + 1);
        } else if (rest.starts_with("0x") || rest.starts_with("0X")) {
            base = 16;
            rest.remove_prefix(2);
        } else if (rest.starts_with('0') && rest.size() > 1) {
            base = 8;
        }
        if (base < 2 || base > 64) {
            wrong(fmt::format("{}: invalid arithmetic base", digits));
            return 0;
        }
        std::uint64_t value = 0;
        for (const char c : rest) {
            const auto digit = static_cast<std::uint64_t>(c >= '0' && c <= '9'   ? c - '0'
                                                          : c >= 'a' && c <= 'z' ? c - 'a' + 10
                                                          : c >= 'A' && c <= 'Z' ? c - 'A' + (base > 36 ? 36 : 10)
                                                          : c == '@'             ? 62
                                                                                 : 63);
            if (digit >= base) {
                wrong(fmt::format("{}: value too great for base (error token is \"{}\")", digits, digits));
                return 0;
            }
            value = value * base + digit;
        }
        return wrapped(value);
    }

    std::int64_t valueOf(const Target &target)
    {
        const std::string text = m_variables.valueForArithmetic(target.name, target.index);
        if (text.empty())
            return 0;
        if (m_depth > deepest) {
            wrong("this expression nests too deep");
            return 0;
        }
        const auto value = Calculation(m_variables, text, m_depth + 1).whole();
        if (!value)
            wrong(value.error());
        return value.value_or(0);
    }

    void set(const Target &target, std::int64_t value)
    {
        if (m_idle == 0 && m_error.empty())
            m_variables.setByArithmetic(target.name, target.index, value);
    }

    std::int64_t apply(std::string_view op, std::int64_t left, std::int64_t right)
    {
        const auto is = [&](std::string_view spelling) { return op == spelling; };
        if (is("/") || is("%")) {
            if (right == 0) {
                if (m_idle == 0)
                    wrong("division by 0");
                return 0;
            }
            if (right == -1)
                return is("/") ? wrapped(0 - bits(left)) : 0;
            return is("/") ? left / right : left % right;
        }
        if (is("**")) {
            if (right < 0) {
                wrong("exponent less than 0");
                return 0;
            }
            std::uint64_t power = 1;
            for (std::uint64_t base = bits(left), exponent = bits(right); exponent != 0; exponent >>= 1U, base *= base)
                power *= (exponent & 1U) != 0 ? base : 1;
            return wrapped(power);
        }
        if (is("<<"))
            return wrapped(bits(left) << (bits(right) & 63U));
        if (is(">>"))
            return left >> (bits(right) & 63U);
        return is("*")    ? wrapped(bits(left) * bits(right))
               : is("+")  ? wrapped(bits(left) + bits(right))
               : is("-")  ? wrapped(bits(left) - bits(right))
               : is("<=") ? left <= right
               : is(">=") ? left >= right
               : is("==") ? left == right
               : is("!=") ? left != right
               : is("<")  ? left < right
               : is(">")  ? left > right
               : is("&&") ? left != 0 && right != 0
               : is("||") ? left != 0 || right != 0
               : is("&")  ? left & right
               : is("^")  ? left ^ right
                          : left | right;
    }

    Variables &m_variables;
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_idle = 0; ///< in a part that is read and not evaluated
    std::string m_error;
};

} // namespace

std::expected<std::int64_t, std::string> calculate(Variables &variables, std::string_view expression)
{
    return Calculation(variables, expression, 0).whole();
}

} // namespace netdraft::model::shell

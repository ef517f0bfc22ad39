#include "model/shell/machine.h"
#include "model/shell/reader.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::shell {

namespace {

/// A whole number as `test` takes it, with blanks around it.
std::optional<std::int64_t> integerOf(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.remove_suffix(1);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool isNumberOperator(std::string_view op)
{
    return op == "-eq" || op == "-ne" || op == "-lt" || op == "-le" || op == "-gt" || op == "-ge";
}

bool compared(std::int64_t left, std::string_view op, std::int64_t right)
{
    return op == "-eq"   ? left == right
           : op == "-ne" ? left != right
           : op == "-lt" ? left < right
           : op == "-le" ? left <= right
           : op == "-gt" ? left > right
                         : left >= right;
}

bool isBinaryOperator(std::string_view op)
{
    return isNumberOperator(op) || op == "=" || op == "==" || op == "!=" || op == "<" || op == ">" || op == "-nt" ||
           op == "-ot" || op == "-ef";
}

/// `test` with any number of words.
class Test
{
public:
    Test(Machine &machine, std::span<const std::string> words) : m_machine(machine), m_words(words) {}

    int run()
    {
        if (m_words.empty())
            return 1;
        const bool yes = anyOf();
        if (m_error.empty() && m_at < m_words.size())
            m_error = m_words.size() == 2 ? fmt::format("{}: unary operator expected", m_words[0])
                                          : fmt::format("{}: binary operator expected",
                                                        m_words[std::min<std::size_t>(1, m_words.size() - 1)]);
        if (!m_error.empty()) {
            m_machine.complain("[: " + m_error);
            return 2;
        }
        return yes ? 0 : 1;
    }

private:
    bool more(std::size_t ahead = 0) const { return m_at + ahead < m_words.size(); }

    bool anyOf()
    {
        bool yes = allOf();
        while (more() && m_words[m_at] == "-o") {
            ++m_at;
            const bool other = allOf();
            yes = yes || other;
        }
        return yes;
    }

    bool allOf()
    {
        bool yes = oneOf();
        while (more() && m_words[m_at] == "-a") {
            ++m_at;
            const bool other = oneOf();
            yes = yes && other;
        }
        return yes;
    }

    bool oneOf()
    {
        bool negated = false;
        while (more(1) && m_words[m_at] == "!" && !(more(2) && isBinaryOperator(m_words[m_at + 1]))) {
            negated = !negated;
            ++m_at;
        }
        return primary() != negated;
    }

    bool primary()
    {
        if (!more()) {
            m_error = "argument expected";
            return false;
        }
        if (more(2) && isBinaryOperator(m_words[m_at + 1])) {
            const std::string &left = m_words[m_at];
            const std::string &op = m_words[m_at + 1];
            const std::string &right = m_words[m_at + 2];
            m_at += 3;
            if (isNumberOperator(op)) {
                for (const std::string *side : {&left, &right})
                    if (!integerOf(*side) && m_error.empty())
                        m_error = fmt::format("{}: integer expression expected", *side);
                return m_error.empty() && compared(*integerOf(left), op, *integerOf(right));
            }
            return binaryTest(m_machine, left, op, right).value_or(false);
        }
        const std::string &word = m_words[m_at];
        if (word == "(" && more(2)) {
            ++m_at;
            const bool yes = anyOf();
            if (!more() || m_words[m_at] != ")")
                m_error = "`)' expected";
            else
                ++m_at;
            return yes;
        }
        if (more(1) && word.size() == 2 && word[0] == '-' && m_words[m_at + 1] != "-a" && m_words[m_at + 1] != "-o") {
            if (const auto answer = unaryTest(m_machine, word, m_words[m_at + 1])) {
                m_at += 2;
                return *answer;
            }
        }
        ++m_at;
        return !word.empty();
    }

    Machine &m_machine;
    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    std::string m_error;
};

} // namespace

std::optional<bool> unaryTest(Machine &machine, std::string_view op, const std::string &operand)
{
    if (op.size() != 2)
        return std::nullopt;
    const auto file = [&] { return operand.empty() ? std::nullopt : machine.readFile(operand); };
    const auto directory = [&] {
        return !operand.empty() && machine.world().isDirectory(operand, machine.state().where);
    };
    switch (op[1]) {
    case 'n': return !operand.empty();
    case 'z': return operand.empty();
    case 'f': return file().has_value() && operand != "/dev/null";
    case 'e':
    case 'r':
    case 'a':
    case 'w': return directory() || file().has_value();
    case 's': return file().value_or("") != "";
    case 'd': return directory();
    case 'x': {
        const bool program = operand.find('/') != std::string::npos &&
                             machine.world().knows(operand.substr(operand.rfind('/') + 1)) &&
                             (operand.starts_with("/bin/") || operand.starts_with("/sbin/") ||
                              operand.starts_with("/usr/bin/") || operand.starts_with("/usr/sbin/"));
        return directory() || program || file().has_value();
    }
    case 'v': return machine.value(operand).has_value();
    case 't':
    case 'p':
    case 'S':
    case 'b':
    case 'c':
    case 'g':
    case 'h':
    case 'k':
    case 'L':
    case 'N':
    case 'u': return false;
    case 'O':
    case 'G': return directory() || file().has_value();
    case 'o': return operand == "errexit" && machine.state().errexit;
    default: return std::nullopt;
    }
}

std::optional<bool> binaryTest(Machine &machine, const std::string &left, std::string_view op, const std::string &right)
{
    if (op == "=" || op == "==")
        return left == right;
    if (op == "!=")
        return left != right;
    if (op == "<")
        return left < right;
    if (op == ">")
        return left > right;
    if (op == "-ef")
        return left == right;
    if (op == "-nt" || op == "-ot")
        return machine.readFile(op == "-nt" ? left : right) && !machine.readFile(op == "-nt" ? right : left);
    return std::nullopt;
}

int evaluateTest(Machine &machine, std::span<const std::string> words)
{
    return Test(machine, words).run();
}

bool Machine::holds(const Condition &condition)
{
    using Kind = Condition::Kind;
    switch (condition.kind) {
    case Kind::Not: return !holds(*condition.parts.front());
    case Kind::And: return holds(*condition.parts.front()) && holds(*condition.parts.back());
    case Kind::Or: return holds(*condition.parts.front()) || holds(*condition.parts.back());
    case Kind::Word: return !expandToText(condition.operands.front()).empty();
    case Kind::Unary: return unaryTest(*this, condition.op, expandToText(condition.operands.front())).value_or(false);
    case Kind::Binary: break;
    }
    const std::string left = expandToText(condition.operands.front());
    const Word &right = condition.operands.back();
    if (m_expansionFailed || !goesOn())
        return false;
    if (isNumberOperator(condition.op)) {
        const auto a = calculate(left);
        const auto b = a ? calculate(right) : std::nullopt;
        return a && b && compared(*a, condition.op, *b);
    }
    if (condition.op == "==" || condition.op == "=" || condition.op == "!=") {
        const std::string pattern = expandToPattern(right);
        return fits(left, pattern) == (condition.op != "!=");
    }
    if (condition.op == "=~") {
        std::string error;
        const auto groups = matchRegex(left, expandToRegex(right), error);
        if (!error.empty()) {
            complain(error);
            diagnose(right.place, error);
        }
        Variable &variable = change("BASH_REMATCH");
        variable = {};
        variable.kind = Variable::Kind::Indexed;
        for (std::size_t i = 0; groups && i < groups->size(); ++i)
            variable.elements[static_cast<std::int64_t>(i)] = (*groups)[i];
        return groups.has_value();
    }
    return binaryTest(*this, left, condition.op, expandToText(right)).value_or(false);
}

} // namespace netdraft::model::shell

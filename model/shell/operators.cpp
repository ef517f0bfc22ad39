#include "model/shell/operators.h"

#include <algorithm>

namespace netdraft::model::shell {

namespace {

class Operation
{
public:
    explicit Operation(Machine &machine) : m_machine(machine) {}

    void change(Held &held, const Parameter &parameter)
    {
        if (parameter.op == Operator::Substring)
            return takePart(held, parameter);
        const std::string pattern =
            parameter.operands.empty() ? std::string() : m_machine.expandToPattern(parameter.operands.front());
        const bool replaces = parameter.op >= Operator::ReplaceFirst && parameter.op <= Operator::ReplaceSuffix;
        const std::string with =
            replaces && parameter.operands.size() > 1 ? m_machine.expandToText(parameter.operands[1]) : std::string();
        for (std::string &item : held.items) {
            if (!m_machine.step())
                return;
            if (replaces)
                item = replaced(item, pattern, with, parameter.op);
            else if (parameter.op >= Operator::UpperFirst)
                item = changedCase(std::move(item), pattern, parameter.op);
            else
                item = cut(item, pattern, parameter.op);
        }
    }

private:
    std::string cut(const std::string &text, const std::string &pattern, Operator op)
    {
        const bool prefix = op == Operator::CutShortestPrefix || op == Operator::CutLongestPrefix;
        const bool longest = op == Operator::CutLongestPrefix || op == Operator::CutLongestSuffix;
        const std::string_view view = text;
        for (std::size_t i = 0; i <= text.size() && m_machine.goesOn(); ++i) {
            const std::size_t length = longest ? text.size() - i : i;
            if (prefix && m_machine.fits(view.substr(0, length), pattern))
                return text.substr(length);
            if (!prefix && m_machine.fits(view.substr(text.size() - length), pattern))
                return text.substr(0, text.size() - length);
        }
        return text;
    }

    std::string changedCase(std::string text, const std::string &pattern, Operator op)
    {
        const bool upper = op == Operator::UpperAll || op == Operator::UpperFirst;
        const bool all = op == Operator::UpperAll || op == Operator::LowerAll;
        for (std::size_t i = 0; i < text.size() && (all || i == 0); ++i) {
            char &c = text[i];
            if (!pattern.empty() && !m_machine.fits(std::string_view(&c, 1), pattern))
                continue;
            if (upper && c >= 'a' && c <= 'z')
                c = static_cast<char>(c - 'a' + 'A');
            else if (!upper && c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        }
        return text;
    }

    std::string replaced(const std::string &text, const std::string &pattern, const std::string &with, Operator op)
    {
        if (pattern.empty())
            return op == Operator::ReplacePrefix ? with + text : op == Operator::ReplaceSuffix ? text + with : text;
        const std::string_view view = text;
        std::string result;
        std::size_t at = 0;
        bool done = false;
        // Without a star a match has some length of a few.
        const bool anyLength = pattern.find('*') != std::string::npos;
        const std::size_t most = anyLength ? text.size() : pattern.size();
        while (at < text.size() && !done && m_machine.goesOn()) {
            std::size_t length = 0;
            for (std::size_t n = std::min(most, text.size() - at); n > 0; --n) {
                if (op == Operator::ReplaceSuffix && at + n != text.size())
                    break;
                if (m_machine.fits(view.substr(at, n), pattern)) {
                    length = n;
                    break;
                }
            }
            if (length > 0) {
                result += with;
                at += length;
                done = op != Operator::ReplaceAll;
            } else if (op == Operator::ReplacePrefix) {
                break;
            } else {
                result += text[at++];
            }
            if (result.size() > m_machine.limits().text) {
                m_machine.stop("a text is too long; expected at most a million bytes");
                return {};
            }
        }
        return result + text.substr(at);
    }

    void takePart(Held &held, const Parameter &parameter)
    {
        const auto offset = m_machine.calculate(parameter.operands.front());
        const auto length = parameter.operands.size() > 1 ? m_machine.calculate(parameter.operands[1]) : std::nullopt;
        if (!offset || m_machine.failed())
            return;
        if (held.isList && (parameter.name == "@" || parameter.name == "*"))
            held.items.insert(held.items.begin(), m_machine.state().name);
        const auto size = static_cast<std::int64_t>(held.isList    ? held.items.size()
                                                    : held.isSet() ? held.items.front().size()
                                                                   : 0);
        const std::int64_t from = *offset < 0 ? size + *offset : *offset;
        std::int64_t to = !length ? size : *length < 0 ? size + *length : from + std::min(*length, size);
        to = std::min(to, size);
        const bool nothing = from < 0 || from >= size || to <= from;
        if (held.isList) {
            if (nothing)
                held.items.clear();
            else
                held.items = {held.items.begin() + from, held.items.begin() + to};
        } else if (held.isSet()) {
            held.items.front() = nothing ? std::string()
                                         : held.items.front().substr(static_cast<std::size_t>(from),
                                                                     static_cast<std::size_t>(to - from));
        }
    }

    Machine &m_machine;
};

} // namespace

void applyOperator(Machine &machine, Held &held, const Parameter &parameter)
{
    Operation(machine).change(held, parameter);
}

} // namespace netdraft::model::shell

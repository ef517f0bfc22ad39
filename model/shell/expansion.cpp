#include "model/shell/operators.h"
#include "model/shell/reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::shell {

namespace {

constexpr std::string_view patternCharacters = "*?[";

std::string escapedForPattern(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view("*?[]\\!^-").find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

std::string escapedForRegex(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view(".[]{}()*+?|^$\\").find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

} // namespace

/// Expands one word into fields.
class Expander
{
public:
    enum class Mode : std::uint8_t { Fields, Text, Pattern, Regex };

    Expander(Machine &machine, Mode mode) : m_machine(machine), m_mode(mode)
    {
        m_separators = machine.value("IFS").value_or(" \t\n");
    }

    void add(const Word &word)
    {
        for (std::size_t i = 0; i < word.parts.size() && !m_machine.m_expansionFailed && m_machine.goesOn(); ++i)
            add(word.parts[i], i == 0);
    }

    /// One field for all that was added, whether or not it is empty.
    std::string text() { return std::move(m_current.text); }
    std::string pattern() { return std::move(m_current.pattern); }

    void finishWord(std::vector<std::string> &words)
    {
        endField(false);
        for (Field &field : m_fields) {
            std::vector<std::string> found;
            if (field.isPattern)
                found = m_machine.m_world.matches(field.pattern, m_machine.m_state.where);
            if (found.empty())
                words.push_back(std::move(field.text));
            else
                words.insert(words.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        }
        m_fields.clear();
    }

private:
    struct Field {
        std::string text;
        std::string pattern;
        bool present = false;   ///< something was put in, if only quotes
        bool emptyList = false; ///< a quoted list without elements
        bool isPattern = false;
    };

    void put(std::string_view text, bool quoted)
    {
        m_current.text += text;
        if (m_mode == Mode::Text)
            return;
        m_current.pattern += !quoted                 ? std::string(text)
                             : m_mode == Mode::Regex ? escapedForRegex(text)
                                                     : escapedForPattern(text);
        m_current.isPattern =
            m_current.isPattern || (!quoted && text.find_first_of(patternCharacters) != std::string_view::npos);
        m_current.present = m_current.present || !text.empty();
    }

    void endField(bool mayBeEmpty)
    {
        const bool quotes = m_quotes && !m_current.emptyList;
        if (m_current.present || quotes || mayBeEmpty)
            m_fields.push_back(std::move(m_current));
        m_current = {};
        m_quotes = false;
        if (m_fields.size() > m_machine.m_limits.words)
            m_machine.stop(fmt::format("too many words come of this; expected at most {}", m_machine.m_limits.words));
    }

    bool isSeparator(char c) const { return m_separators.find(c) != std::string::npos; }
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

    /// The result of an expansion, which separators split where it is not quoted.
    void putExpanded(std::string_view text, bool quoted)
    {
        m_machine.charge(text.size());
        if (quoted) {
            m_quotes = true;
            return put(text, true);
        }
        if (m_mode != Mode::Fields)
            return put(text, false);
        for (std::size_t at = 0; at < text.size() && m_machine.goesOn();) {
            if (!isSeparator(text[at])) {
                std::size_t end = at;
                while (end < text.size() && !isSeparator(text[end]))
                    ++end;
                put(text.substr(at, end - at), false);
                at = end;
                continue;
            }
            // Blanks around another separator belong to it.
            bool another = false;
            while (at < text.size() && isSeparator(text[at]) && (isBlank(text[at]) || !another)) {
                another = another || !isBlank(text[at]);
                ++at;
            }
            endField(another);
        }
    }

    void putList(const std::vector<std::string> &items, bool star, bool quoted)
    {
        if (m_mode != Mode::Fields || (quoted && star)) {
            std::string joined;
            const std::string between = star ? m_separators.substr(0, 1) : " ";
            for (std::size_t i = 0; i < items.size(); ++i)
                joined += (i == 0 ? "" : between) + items[i];
            return putExpanded(joined, quoted);
        }
        if (items.empty() && quoted)
            m_current.emptyList = true;
        for (std::size_t i = 0; i < items.size() && m_machine.goesOn(); ++i) {
            if (i > 0)
                endField(false);
            putExpanded(items[i], quoted);
        }
    }

    void add(const WordPart &part, bool isFirst)
    {
        if (const auto *literal = std::get_if<Literal>(&part))
            return addLiteral(*literal, isFirst);
        if (const auto *parameter = std::get_if<Parameter>(&part))
            return addParameter(*parameter);
        if (const auto *substitution = std::get_if<CommandSubstitution>(&part)) {
            std::string text = m_machine.substitute(*substitution->body);
            while (text.ends_with('\n'))
                text.pop_back();
            std::erase(text, '\0');
            return putExpanded(text, substitution->quoted);
        }
        if (const auto *arithmetic = std::get_if<ArithmeticExpansion>(&part)) {
            if (const auto value = m_machine.calculate(*arithmetic->expression))
                putExpanded(std::to_string(*value), arithmetic->quoted);
            return;
        }
        const std::string text = m_machine.substitute(*std::get<ProcessSubstitution>(part).body);
        put("<(" + text + ")", true);
    }

    void addLiteral(const Literal &literal, bool isFirst)
    {
        if (literal.quoted) {
            m_quotes = true;
            return put(literal.text, true);
        }
        std::string_view text = literal.text;
        if (isFirst && text.starts_with('~') && (text.size() == 1 || text[1] == '/')) {
            put(m_machine.value("HOME").value_or("/root"), true);
            text.remove_prefix(1);
        }
        put(text, false);
    }

    Held heldBy(const Parameter &parameter)
    {
        Held held;
        std::string name = parameter.name;
        if (name == "@" || name == "*") {
            m_machine.m_state.usedArguments = true;
            return {m_machine.m_state.arguments, true, name == "*"};
        }
        const auto index = parameter.index ? m_machine.expandToText(*parameter.index) : std::string();
        const bool all = index == "@" || index == "*";
        if (parameter.indirect && !all) {
            name = heldByName(name, index).value_or("");
            if (name == "@" || name == "*")
                return {m_machine.m_state.arguments, true, name == "*"};
            std::string elementIndex;
            if (const auto open = name.find('['); open != std::string::npos && name.ends_with(']')) {
                elementIndex = name.substr(open + 1, name.size() - open - 2);
                name.erase(open);
                if (elementIndex == "@" || elementIndex == "*")
                    return {elementsOf(name, false), true, elementIndex == "*"};
            }
            if (auto value = heldByName(name, elementIndex))
                held.items.push_back(std::move(*value));
            return held;
        }
        if (all)
            return {elementsOf(name, parameter.indirect), true, index == "*"};
        if (auto value = heldByName(name, index))
            held.items.push_back(std::move(*value));
        return held;
    }

    std::vector<std::string> elementsOf(const std::string &name, bool keys)
    {
        std::vector<std::string> items;
        if (name == "PIPESTATUS") {
            m_machine.m_trouble.reset();
            for (const int status : m_machine.m_state.pipeStatus)
                items.push_back(std::to_string(status));
            return items;
        }
        const Variable *variable = m_machine.find(name);
        if (!variable)
            return items;
        if (variable->kind == Variable::Kind::Scalar && variable->set)
            items.push_back(keys ? "0" : variable->value);
        for (const auto &[number, text] : variable->elements)
            items.push_back(keys ? std::to_string(number) : text);
        for (const auto &[key, text] : variable->entries)
            items.push_back(keys ? key.text : text);
        m_machine.step(items.size() / 16);
        return items;
    }

    std::optional<std::string> heldByName(const std::string &name, const std::string &index)
    {
        if (index.empty())
            return m_machine.special(name);
        if (name == "PIPESTATUS") {
            const auto all = elementsOf(name, false);
            const auto number = m_machine.calculate(index).value_or(0);
            const auto at = static_cast<std::size_t>(number);
            return number >= 0 && at < all.size() ? std::optional(all[at]) : std::nullopt;
        }
        const Variable *variable = m_machine.find(name);
        if (!variable)
            return std::nullopt;
        if (variable->kind == Variable::Kind::Associative) {
            const auto found = variable->entries.find(ArrayKey(index));
            return found == variable->entries.end() ? std::nullopt : std::optional(found->second);
        }
        auto number = m_machine.calculate(index);
        if (!number)
            return std::nullopt;
        if (variable->kind == Variable::Kind::Scalar)
            return *number == 0 ? m_machine.value(name) : std::nullopt;
        if (*number < 0 && !variable->elements.empty())
            *number += variable->elements.rbegin()->first + 1;
        const auto found = variable->elements.find(*number);
        return found == variable->elements.end() ? std::nullopt : std::optional(found->second);
    }

    void addParameter(const Parameter &parameter)
    {
        Held held = heldBy(parameter);
        if (m_machine.m_expansionFailed)
            return;
        if (parameter.length) {
            const std::size_t size = held.isList ? held.items.size() : held.isSet() ? lengthOf(held.items.front()) : 0;
            if (!held.isList && !held.isSet() && !mayBeUnset(parameter))
                return;
            return putExpanded(std::to_string(size), parameter.quoted);
        }
        const bool empty = std::ranges::all_of(held.items, &std::string::empty) && held.items.size() < 2;
        const bool missing = parameter.emptyCounts ? empty : !held.isSet();
        switch (parameter.op) {
        case Operator::Default:
            if (missing)
                return addOperand(parameter);
            break;
        case Operator::Alternative:
            if (missing)
                return held.isList && parameter.quoted ? putList({}, held.star, true)
                                                       : putExpanded("", parameter.quoted);
            return addOperand(parameter);
        case Operator::Assign:
            if (missing) {
                std::string text = m_machine.expandToText(parameter.operands.front());
                if (m_machine.assign(parameter.name, text))
                    putExpanded(text, parameter.quoted);
                return;
            }
            break;
        case Operator::Demand:
            if (missing) {
                const std::string text = m_machine.expandToText(parameter.operands.front());
                return demand(parameter, text.empty() ? "parameter null or not set" : text);
            }
            break;
        default:
            if (!held.isSet() && !held.isList && !mayBeUnset(parameter))
                return;
            if (parameter.op != Operator::None)
                applyOperator(m_machine, held, parameter);
        }
        if (m_machine.m_expansionFailed)
            return;
        if (held.isList)
            putList(held.items, held.star, parameter.quoted);
        else
            putExpanded(held.isSet() ? held.items.front() : "", parameter.quoted);
    }

    static std::size_t lengthOf(const std::string &text)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
    }

    /// The word behind `:-` or `:+`: as if it stood here itself.
    void addOperand(const Parameter &parameter)
    {
        const Word &word = parameter.operands.front();
        if (parameter.quoted) {
            m_quotes = true;
            return putExpanded(m_machine.expandToText(word), true);
        }
        if (m_mode != Mode::Fields)
            return add(word);
        for (const WordPart &part : word.parts) {
            const auto *literal = std::get_if<Literal>(&part);
            if (literal && !literal->quoted)
                putExpanded(literal->text, false);
            else
                add(part, false);
        }
    }

    bool mayBeUnset(const Parameter &parameter)
    {
        if (!m_machine.m_state.nounset)
            return true;
        demand(parameter, "unbound variable");
        return false;
    }

    void demand(const Parameter &parameter, const std::string &what)
    {
        m_machine.complain(fmt::format("{}: {}", parameter.name, what));
        m_machine.diagnose(fmt::format("the script ends here: {}: {}", parameter.name, what));
        m_machine.failExpansion(1);
        m_machine.leaveByMistake(1);
    }

    Machine &m_machine;
    Mode m_mode;
    std::string m_separators;
    std::vector<Field> m_fields;
    Field m_current;
    bool m_quotes = false; ///< the field has quotes, and so is there even if it is empty
};

std::vector<std::string> Machine::expand(std::span<const Word> words)
{
    std::vector<std::string> result;
    for (const Word &word : words) {
        if (!hasBraces(word)) {
            if (!expand(word, result))
                return {};
            continue;
        }
        const auto unfolded = unfoldBraces(word, m_limits.words);
        if (!unfolded) {
            stop(fmt::format("too many words come of these braces; expected at most {}", m_limits.words));
            return {};
        }
        step(unfolded->size() / 4);
        for (const Word &one : *unfolded)
            if (!expand(one, result))
                return {};
    }
    return result;
}

bool Machine::expand(const Word &word, std::vector<std::string> &result)
{
    Expander expander(*this, Expander::Mode::Fields);
    expander.add(word);
    if (m_expansionFailed || !step())
        return false;
    expander.finishWord(result);
    if (result.size() > m_limits.words)
        stop(fmt::format("a command has too many words; expected at most {}", m_limits.words));
    return goesOn();
}

std::string Machine::expandToText(const Word &word)
{
    Expander expander(*this, Expander::Mode::Text);
    expander.add(word);
    return expander.text();
}

std::string Machine::expandToPattern(const Word &word)
{
    Expander expander(*this, Expander::Mode::Pattern);
    expander.add(word);
    return expander.pattern();
}

std::string Machine::expandToRegex(const Word &word)
{
    Expander expander(*this, Expander::Mode::Regex);
    expander.add(word);
    return expander.pattern();
}

void Machine::failExpansion(int status)
{
    m_expansionFailed = true;
    m_state.status = status;
}

} // namespace netdraft::model::shell

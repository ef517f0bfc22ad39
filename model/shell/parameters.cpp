#include "model/shell/arithmetic.h"
#include "model/shell/machine.h"
#include "model/shell/reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace netdraft::model::shell {

namespace {

std::optional<std::int64_t> plainNumber(std::string_view text)
{
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// Lets arithmetic see a machine's variables.
class MachineVariables : public Variables
{
public:
    explicit MachineVariables(Machine &machine) : m_machine(machine) {}
    std::string valueForArithmetic(const std::string &name, const std::string &index) override
    {
        // An expression of variables that are expressions can grow beyond all bounds.
        if (!m_machine.step())
            return {};
        if (index.empty())
            return m_machine.value(name).value_or("");
        const Variable *variable = m_machine.find(name);
        if (!variable)
            return {};
        if (variable->kind == Variable::Kind::Associative) {
            const auto found = variable->entries.find(ArrayKey(index));
            return found == variable->entries.end() ? std::string() : found->second;
        }
        const auto number = calculate(*this, index);
        const auto found = variable->elements.find(number.value_or(0));
        return found == variable->elements.end() ? std::string() : found->second;
    }
    void setByArithmetic(const std::string &name, const std::string &index, std::int64_t value) override
    {
        if (index.empty())
            m_machine.assign(name, std::to_string(value));
        else
            m_machine.assignElement(name, index, std::to_string(value));
    }

private:
    Machine &m_machine;
};

} // namespace

const Variable *Machine::find(std::string_view name) const
{
    const auto found = m_state.variables.find(name);
    return found == m_state.variables.end() ? nullptr : &found->second;
}

std::optional<std::string> Machine::value(std::string_view name) const
{
    const Variable *variable = find(name);
    if (!variable)
        return std::nullopt;
    if (variable->kind == Variable::Kind::Scalar)
        return variable->set ? std::optional(variable->value) : std::nullopt;
    if (variable->kind == Variable::Kind::Indexed) {
        const auto first = variable->elements.find(0);
        return first == variable->elements.end() ? std::nullopt : std::optional(first->second);
    }
    const auto first = variable->entries.find(ArrayKey("0"));
    return first == variable->entries.end() ? std::nullopt : std::optional(first->second);
}

std::optional<std::string> Machine::special(std::string_view name)
{
    if (name == "?") {
        m_trouble.reset(); // the script looks at it itself
        return std::to_string(m_state.status);
    }
    if (name == "#") {
        m_state.usedArguments = true;
        return std::to_string(m_state.arguments.size());
    }
    if (name == "$" || name == "BASHPID")
        return "4242";
    if (name == "!")
        return m_state.background == 0 ? std::nullopt : std::optional(std::to_string(m_state.background));
    if (name == "-")
        return fmt::format("{}hB{}", m_state.errexit ? "e" : "", m_state.nounset ? "u" : "");
    if (name == "0")
        return m_state.name;
    if (name == "RANDOM") {
        m_random = m_random * 1'103'515'245U + 12'345U;
        noteChange();
        return std::to_string((m_random >> 16U) & 0x7fffU);
    }
    if (name == "SECONDS")
        return "0";
    if (name == "LINENO")
        return std::to_string(m_place.line);
    if (const auto number = plainNumber(name)) {
        m_state.usedArguments = true;
        const auto index = static_cast<std::size_t>(*number) - 1;
        return index < m_state.arguments.size() ? std::optional(m_state.arguments[index]) : std::nullopt;
    }
    return value(name);
}

Variable &Machine::change(const std::string &name)
{
    noteChange();
    return m_state.variables[name];
}

bool Machine::assign(const std::string &name, std::string text, bool append)
{
    const auto [found, isNew] = m_state.variables.try_emplace(name);
    Variable &variable = found->second;
    if (variable.readonly) {
        complain(fmt::format("{}: readonly variable", name));
        return false;
    }
    if (variable.integer) {
        const auto number = calculate(append ? fmt::format("({})+({})", variable.value, text) : text);
        if (!number)
            return false;
        text = std::to_string(*number);
    } else if (append) {
        text.insert(0, value(name).value_or(""));
    }
    charge(text.size());
    m_held += text.size();
    if (text.size() > m_limits.text)
        stop("a variable's value is too long; expected at most a million bytes");
    if (!goesOn())
        return false;
    if (variable.kind == Variable::Kind::Indexed) {
        noteChange();
        variable.elements[0] = std::move(text);
    } else if (variable.kind == Variable::Kind::Associative) {
        noteChange();
        variable.entries[ArrayKey("0")] = std::move(text);
    } else if (!variable.set || variable.value != text) {
        noteChange();
        m_held -= std::min(m_held, variable.value.size());
        variable.value = std::move(text);
        variable.set = true;
    }
    return true;
}

bool Machine::assignElement(const std::string &name, const std::string &index, std::string text, bool append)
{
    Variable &variable = m_state.variables[name];
    if (variable.readonly) {
        complain(fmt::format("{}: readonly variable", name));
        return false;
    }
    charge(text.size() + index.size() + 64);
    m_held += text.size() + index.size();
    if (!goesOn())
        return false;
    noteChange();
    if (variable.kind == Variable::Kind::Associative) {
        std::string &entry = variable.entries[ArrayKey(index)];
        entry = append ? entry + text : std::move(text);
        return true;
    }
    auto number = calculate(index);
    if (!number)
        return false;
    if (variable.kind == Variable::Kind::Scalar) {
        variable.kind = Variable::Kind::Indexed;
        if (variable.set)
            variable.elements[0] = std::move(variable.value);
        variable.value.clear();
    }
    if (*number < 0 && !variable.elements.empty())
        *number += variable.elements.rbegin()->first + 1;
    if (*number < 0) {
        complain(fmt::format("{}[{}]: bad array subscript", name, index));
        return false;
    }
    std::string &element = variable.elements[*number];
    element = append ? element + text : std::move(text);
    return true;
}

void Machine::unset(const std::string &name)
{
    const auto found = m_state.variables.find(name);
    if (found == m_state.variables.end())
        return;
    m_held -= std::min(m_held, found->second.value.size());
    m_state.variables.erase(found);
    noteChange();
}

void Machine::unsetElement(const std::string &name, const std::string &index)
{
    const auto found = m_state.variables.find(name);
    if (found == m_state.variables.end())
        return;
    noteChange();
    if (found->second.kind == Variable::Kind::Associative)
        found->second.entries.erase(ArrayKey(index));
    else if (const auto number = calculate(index))
        found->second.elements.erase(*number);
}

void Machine::makeLocal(const std::string &name)
{
    auto &saved = m_frames.back().saved;
    if (saved.contains(name))
        return;
    const auto found = m_state.variables.find(name);
    saved.emplace(name, found == m_state.variables.end() ? std::nullopt : std::optional(found->second));
    m_state.variables.erase(name);
}

bool Machine::assign(const Assignment &assignment)
{
    if (!assignment.value.array) {
        std::string text = expandToText(assignment.value);
        if (m_expansionFailed)
            return false;
        if (assignment.index)
            return assignElement(assignment.name, expandToText(*assignment.index), std::move(text), assignment.append);
        return assign(assignment.name, std::move(text), assignment.append);
    }
    const Variable *known = find(assignment.name);
    if (known && known->readonly) {
        complain(fmt::format("{}: readonly variable", assignment.name));
        return false;
    }
    // The words may speak of the array that they become.
    std::vector<std::pair<std::string, std::string>> keyed;
    std::vector<std::string> plain;
    for (const Word &word : *assignment.value.array) {
        const auto *first = word.parts.empty() ? nullptr : std::get_if<Literal>(&word.parts.front());
        const bool isKeyed = first && !first->quoted && first->text.starts_with('[');
        const std::string text = isKeyed ? expandToText(word) : std::string();
        const auto end = text.find("]=");
        if (isKeyed && end != std::string::npos)
            keyed.emplace_back(text.substr(1, end - 1), text.substr(end + 2));
        else
            for (std::string &one : expand(std::span(&word, 1)))
                plain.push_back(std::move(one));
    }
    if (m_expansionFailed)
        return false;
    Variable &variable = change(assignment.name);
    if (!assignment.append) {
        variable.elements.clear();
        variable.entries.clear();
    } else if (variable.kind == Variable::Kind::Scalar && variable.set) {
        variable.elements[0] = variable.value;
    }
    if (variable.kind == Variable::Kind::Scalar)
        variable.kind = Variable::Kind::Indexed;
    std::int64_t next = variable.elements.empty() ? 0 : variable.elements.rbegin()->first + 1;
    for (std::string &text : plain) {
        charge(text.size() + 64);
        m_held += text.size();
        variable.elements[next++] = std::move(text);
    }
    for (auto &[key, text] : keyed)
        if (!assignElement(assignment.name, key, std::move(text)))
            return false;
    return goesOn();
}

bool Machine::declare(const Word &word, const std::string &flags)
{
    // The name, and whether a value follows, can be seen before anything is expanded.
    Assignment assignment;
    assignment.place = word.place;
    std::string name;
    bool hasValue = false;
    const auto *first = word.parts.empty() ? nullptr : std::get_if<Literal>(&word.parts.front());
    const std::size_t length = first && !first->quoted ? assignmentLength(first->text) : 0;
    if (length > 0) {
        hasValue = true;
        assignment.append = first->text[length - 2] == '+';
        name = first->text.substr(0, length - (assignment.append ? 2 : 1));
        assignment.value = word;
        std::get<Literal>(assignment.value.parts.front()).text.erase(0, length);
        // What was no literal alone may still begin with a tilde.
        if (std::get<Literal>(assignment.value.parts.front()).text.empty())
            assignment.value.parts.erase(assignment.value.parts.begin());
    } else {
        name = expandToText(word);
        if (const auto equals = name.find('='); equals != std::string::npos) {
            hasValue = true;
            assignment.value = {{Literal{name.substr(equals + 1), true}}, word.place, nullptr};
            name.erase(equals);
        }
    }
    if (!isName(name)) {
        complain(fmt::format("declare: `{}': not a valid identifier", name));
        return false;
    }
    assignment.name = name;
    const auto has = [&](char flag) { return flags.find(flag) != std::string::npos; };
    // The value of `local x=$x` is that of before.
    std::optional<Word> before;
    if (hasValue && !assignment.value.array) {
        before = Word{{Literal{expandToText(assignment.value), true}}, word.place, nullptr};
        assignment.value = *before;
    }
    if (has('L') && inFunction())
        makeLocal(name);
    Variable &variable = m_state.variables[name];
    if (has('A') && variable.kind != Variable::Kind::Associative) {
        variable.kind = Variable::Kind::Associative;
        noteChange();
    } else if (has('a') && variable.kind == Variable::Kind::Scalar) {
        variable.kind = Variable::Kind::Indexed;
        noteChange();
    }
    variable.integer = variable.integer || has('i');
    variable.exported = variable.exported || has('x');
    bool done = true;
    if (hasValue)
        done = assign(assignment);
    if (has('r'))
        m_state.variables[name].readonly = true;
    return done;
}

std::optional<std::int64_t> Machine::calculate(const std::string &expression)
{
    MachineVariables variables(*this);
    charge(expression.size());
    const auto value = shell::calculate(variables, expression);
    if (value)
        return *value;
    complain(fmt::format("{}: {}", expression.substr(0, 100), value.error()));
    failExpansion(1);
    return std::nullopt;
}

std::optional<std::int64_t> Machine::calculate(const Word &expression)
{
    const std::string text = expandToText(expression);
    if (m_expansionFailed)
        return std::nullopt;
    return calculate(text);
}

} // namespace netdraft::model::shell

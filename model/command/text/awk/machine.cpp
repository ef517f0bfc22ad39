#include "model/command/text/awk/machine.h"

#include "model/command/response.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace netdraft::model::command::awk_program {

namespace {

constexpr std::size_t mostSteps = 2'000'000;
constexpr std::size_t mostOutput = 4U << 20U;
constexpr std::size_t mostElements = 100'000;

} // namespace

Machine::Machine(const Program &program) : m_program(program)
{
    for (const auto &[name, text] : {std::pair{"FS", " "}, {"OFS", " "}, {"ORS", "\n"}, {"SUBSEP", "\034"}})
        m_variables[name] = Value::of(std::string(text));
}

bool Machine::readsRecords() const
{
    return std::ranges::any_of(m_program.rules, [](const Rule &rule) { return rule.when != Rule::When::Begin; });
}

void Machine::assign(const std::string &name, Value value)
{
    if (name == "RS" || name == "CONVFMT" || name == "OFMT" || name == "NR" || name == "FNR" || name == "FILENAME")
        return notSimulated(fmt::format("setting {} in awk", name));
    if (name == "NF") {
        const double count = value.asNumber();
        if (count < 0)
            return fail("negative value for NF");
        return m_record.setCount(static_cast<std::size_t>(std::min<double>(count, mostFields)),
                                 variable("OFS").asText());
    }
    m_variables[name] = std::move(value);
}

Value Machine::variable(const std::string &name) const
{
    if (name == "NF")
        return Value::of(static_cast<double>(m_record.count()));
    if (name == "NR")
        return Value::of(m_number);
    if (name == "FNR")
        return Value::of(m_numberInFile);
    if (name == "FILENAME")
        return Value::of(m_file);
    const auto found = m_variables.find(name);
    return found == m_variables.end() ? Value() : found->second;
}

void Machine::begin()
{
    for (const Rule &rule : m_program.rules)
        if (rule.when == Rule::When::Begin && !ended())
            run(rule);
}

void Machine::record(std::string_view line, std::string_view file, bool newFile)
{
    m_file = file;
    m_numberInFile = newFile ? 1 : m_numberInFile + 1;
    ++m_number;
    std::string text(line);
    auto fields = split(text, variable("FS").asText(), [this](const std::string &e) { return compiled(e); });
    m_record.set(std::move(text), std::move(fields));
    for (const Rule &rule : m_program.rules) {
        if (rule.when != Rule::When::Record)
            continue;
        run(rule);
        if (m_flow == Flow::Next || ended())
            break;
    }
    if (!ended())
        m_flow = Flow::On;
}

void Machine::end()
{
    // What `exit` ended still comes to its end, but an error does not.
    if (m_reply.status == 127 || !m_reply.err.empty())
        return;
    m_flow = Flow::On;
    for (const Rule &rule : m_program.rules)
        if (rule.when == Rule::When::End && !ended())
            run(rule);
}

void Machine::run(const Rule &rule)
{
    if (rule.until) {
        bool &inside = m_inRange[&rule];
        if (!inside && !evaluate(*rule.pattern).isTrue())
            return;
        inside = !evaluate(*rule.until).isTrue();
    } else if (rule.pattern && !evaluate(*rule.pattern).isTrue()) {
        return;
    }
    if (ended())
        return;
    if (rule.action)
        run(*rule.action);
    else
        print(m_record.text() + variable("ORS").asText());
}

void Machine::run(const Statement &statement)
{
    using Kind = Statement::Kind;
    if (m_flow != Flow::On || !step())
        return;
    switch (statement.kind) {
    case Kind::Block:
        for (const StatementPtr &each : statement.statements)
            if (m_flow == Flow::On)
                run(*each);
        return;
    case Kind::Print:
    case Kind::Printf: return print(statement);
    case Kind::Evaluate: evaluate(*statement.expressions[0]); return;
    case Kind::If:
        if (evaluate(*statement.expressions[0]).isTrue())
            run(*statement.statements[0]);
        else if (statement.statements.size() > 1)
            run(*statement.statements[1]);
        return;
    case Kind::While:
    case Kind::For: return runLoop(statement);
    case Kind::Next: m_flow = Flow::Next; return;
    case Kind::Break: m_flow = Flow::Break; return;
    case Kind::Continue: m_flow = Flow::Continue; return;
    case Kind::Exit:
        if (!statement.expressions.empty())
            m_reply.status = static_cast<int>(evaluate(*statement.expressions[0]).asNumber()) & 0xff;
        m_flow = Flow::Exit;
        return;
    case Kind::Delete: {
        const Expression &what = *statement.expressions[0];
        if (what.kind == Expression::Kind::Element)
            m_arrays[what.text].erase(evaluate(*what.parts[0]).asText());
        else if (what.kind == Expression::Kind::Variable)
            m_arrays.erase(what.text);
        return;
    }
    }
}

void Machine::runLoop(const Statement &statement)
{
    const bool counts = statement.kind == Statement::Kind::For;
    if (counts)
        run(*statement.statements[0]);
    const ExpressionPtr &condition = statement.expressions[0];
    while (m_flow == Flow::On && step() && (!condition || evaluate(*condition).isTrue())) {
        run(*statement.statements.back());
        if (m_flow == Flow::Continue)
            m_flow = Flow::On;
        if (counts)
            run(*statement.statements[1]);
    }
    if (m_flow == Flow::Break)
        m_flow = Flow::On;
}

void Machine::print(const Statement &statement)
{
    if (statement.kind == Statement::Kind::Printf) {
        const std::string text = format(statement.expressions);
        if (!ended())
            print(text);
        return;
    }
    std::string line;
    const std::string joint = variable("OFS").asText();
    for (std::size_t i = 0; i < statement.expressions.size(); ++i)
        line += (i == 0 ? std::string() : joint) + evaluate(*statement.expressions[i]).asText();
    if (statement.expressions.empty())
        line = m_record.text();
    if (!ended())
        print(line + variable("ORS").asText());
}

void Machine::print(std::string_view text)
{
    m_reply.out += text;
    if (m_reply.out.size() > mostOutput)
        notSimulated("awk that prints so much");
}

std::size_t Machine::fieldNumber(const Expression &expression)
{
    const double number = evaluate(*expression.parts[0]).asNumber();
    if (number < 0) {
        fail(fmt::format("negative field index ${}", static_cast<int>(number)));
        return 0;
    }
    return static_cast<std::size_t>(std::min<double>(number, mostFields));
}

void Machine::store(const Expression &place, const Value &value)
{
    switch (place.kind) {
    case Expression::Kind::Variable: return assign(place.text, value);
    case Expression::Kind::Element: {
        auto &array = m_arrays[place.text];
        if (array.size() >= mostElements)
            return notSimulated("so large an array of awk");
        array[evaluate(*place.parts[0]).asText()] = value;
        return;
    }
    default: break;
    }
    const std::size_t number = fieldNumber(place);
    if (ended())
        return;
    if (number > 0)
        return m_record.setField(number, value.asText(), variable("OFS").asText());
    std::string text = value.asText();
    auto fields = split(text, variable("FS").asText(), [this](const std::string &e) { return compiled(e); });
    m_record.set(std::move(text), std::move(fields));
}

Value Machine::calculate(const std::string &sign, double left, double right)
{
    switch (sign[0]) {
    case '+': return Value::of(left + right);
    case '-': return Value::of(left - right);
    case '*': return sign.size() > 1 ? Value::of(std::pow(left, right)) : Value::of(left * right);
    case '^': return Value::of(std::pow(left, right));
    case '/':
    case '%':
        if (right == 0) {
            notSimulated("a division by zero of awk");
            return {};
        }
        return Value::of(sign[0] == '/' ? left / right : std::fmod(left, right));
    default: return {};
    }
}

Value Machine::evaluate(const Expression &expression)
{
    using Kind = Expression::Kind;
    if (ended() || !step())
        return {};
    const auto part = [&](std::size_t i) { return evaluate(*expression.parts[i]); };
    switch (expression.kind) {
    case Kind::Number: return Value::of(expression.number);
    case Kind::Text: return Value::of(expression.text);
    case Kind::Regex: return Value::of(isMatch(m_record.text(), expression) ? 1.0 : 0.0);
    case Kind::Variable: return variable(expression.text);
    case Kind::Field: {
        const std::size_t number = fieldNumber(expression);
        return ended() ? Value() : m_record.field(number);
    }
    case Kind::Element: {
        auto &array = m_arrays[expression.text];
        if (array.size() >= mostElements) {
            notSimulated("so large an array of awk");
            return {};
        }
        return array[part(0).asText()]; // asking for it makes it
    }
    case Kind::In: return Value::of(m_arrays[expression.text].contains(part(0).asText()) ? 1.0 : 0.0);
    case Kind::Assign: {
        const Expression &place = *expression.parts[0];
        Value value = part(1);
        if (!expression.text.empty())
            value = calculate(expression.text, evaluate(place).asNumber(), value.asNumber());
        store(place, value);
        return value;
    }
    case Kind::Increase:
    case Kind::IncreaseAfter: {
        const double before = part(0).asNumber();
        store(*expression.parts[0], Value::of(before + expression.number));
        return Value::of(expression.kind == Kind::Increase ? before + expression.number : before);
    }
    case Kind::Conditional: return part(part(0).isTrue() ? 1 : 2);
    case Kind::Or: return Value::of(part(0).isTrue() || part(1).isTrue() ? 1.0 : 0.0);
    case Kind::And: return Value::of(part(0).isTrue() && part(1).isTrue() ? 1.0 : 0.0);
    case Kind::Not: return Value::of(part(0).isTrue() ? 0.0 : 1.0);
    case Kind::Negative: return Value::of(-part(0).asNumber());
    case Kind::Positive: return Value::of(part(0).asNumber());
    case Kind::Match: return Value::of(isMatch(part(0).asText(), *expression.parts[1]) ? 1.0 : 0.0);
    case Kind::MatchNot: return Value::of(isMatch(part(0).asText(), *expression.parts[1]) ? 0.0 : 1.0);
    case Kind::Compare: {
        const int order = compare(part(0), part(1));
        const std::string &sign = expression.text;
        const bool holds = sign == "=="   ? order == 0
                           : sign == "!=" ? order != 0
                           : sign == "<"  ? order < 0
                           : sign == "<=" ? order <= 0
                           : sign == ">"  ? order > 0
                                          : order >= 0;
        return Value::of(holds ? 1.0 : 0.0);
    }
    case Kind::Join: {
        std::string left = part(0).asText();
        left += part(1).asText();
        if (left.size() > mostOutput)
            notSimulated("so long a text of awk");
        return Value::of(std::move(left));
    }
    case Kind::Calculate: {
        const double left = part(0).asNumber();
        return calculate(expression.text, left, part(1).asNumber());
    }
    case Kind::Call: return evaluateCall(expression);
    }
    return {};
}

bool Machine::isMatch(const std::string &text, const Expression &pattern)
{
    const Pattern *found = patternOf(pattern);
    return found && found->matches(text);
}

const Pattern *Machine::patternOf(const Expression &expression)
{
    return compiled(expression.kind == Expression::Kind::Regex ? expression.text : evaluate(expression).asText());
}

const Pattern *Machine::compiled(const std::string &expression)
{
    const auto known = m_patterns.find(expression);
    if (known != m_patterns.end())
        return known->second ? &*known->second : nullptr;
    // mawk 1.3.4 of Debian 12 knows no repetition in braces.
    std::string plain;
    bool inBrackets = false;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char c = expression[i];
        if (c == '\\' && i + 1 < expression.size()) {
            plain += {c, expression[++i]};
            continue;
        }
        inBrackets = inBrackets ? c != ']' : c == '[';
        if ((c == '{' || c == '}') && !inBrackets)
            plain += '\\';
        plain += c;
    }
    Pattern::Trouble trouble;
    auto pattern = Pattern::of(plain, Pattern::Syntax::Extended, Pattern::Case::Kept, trouble);
    if (!pattern)
        notSimulated(trouble.notSimulated ? trouble.text : fmt::format("the regular expression {} of awk", expression));
    auto &kept = m_patterns[expression] = std::move(pattern);
    return kept ? &*kept : nullptr;
}

void Machine::fail(std::string_view what)
{
    if (ended())
        return;
    m_reply.err += fmt::format("awk: run time error: {}\n\tFILENAME=\"{}\" FNR={} NR={}\n", what, m_file,
                               m_numberInFile, m_number);
    m_reply.status = 2;
    m_flow = Flow::Exit;
}

void Machine::notSimulated(std::string_view what)
{
    if (ended())
        return;
    m_reply = model::notSimulated(what);
    m_flow = Flow::Exit;
}

bool Machine::step()
{
    if (++m_steps > mostSteps)
        notSimulated("awk that takes so many steps");
    return !ended();
}

} // namespace netdraft::model::command::awk_program

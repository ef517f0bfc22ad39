#pragma once

#include "model/command/command.h"
#include "model/command/text/awk/program.h"
#include "model/command/text/awk/record.h"

#include <map>

namespace netdraft::model::command::awk_program {

/// A program at work. Bounded in its steps and in what it prints.
class Machine
{
public:
    explicit Machine(const Program &program);

    void assign(const std::string &name, Value value);
    void begin();
    void record(std::string_view line, std::string_view file, bool newFile);
    void end();
    /// Whether an `exit`, an error or a limit ended it.
    bool ended() const { return m_flow == Flow::Exit; }
    bool readsRecords() const;
    Reply take() { return std::move(m_reply); }

private:
    enum class Flow : std::uint8_t { On, Break, Continue, Next, Exit };

    void run(const Rule &rule);
    void run(const Statement &statement);
    void runLoop(const Statement &statement);
    void print(const Statement &statement);
    void print(std::string_view text);

    Value evaluate(const Expression &expression);
    Value evaluateCall(const Expression &expression);
    Value calculate(const std::string &sign, double left, double right);
    Value variable(const std::string &name) const;
    void store(const Expression &place, const Value &value);
    std::size_t fieldNumber(const Expression &expression);
    bool isMatch(const std::string &text, const Expression &pattern);
    /// The pattern that an expression is: a regular expression's own text, or what another says.
    const Pattern *patternOf(const Expression &expression);
    const Pattern *compiled(const std::string &expression);
    std::string format(std::span<const ExpressionPtr> arguments);
    double substitute(const Expression &call, bool all);
    double splitInto(const Expression &call);

    /// Ends it with a run time error, or with what is not simulated.
    void fail(std::string_view what);
    void notSimulated(std::string_view what);
    bool step();

    const Program &m_program;
    std::map<std::string, Value> m_variables;
    std::map<std::string, std::map<std::string, Value>> m_arrays;
    std::map<std::string, std::optional<Pattern>> m_patterns;
    std::map<const Rule *, bool> m_inRange;
    Record m_record;
    std::string m_file;
    double m_number = 0;       ///< NR
    double m_numberInFile = 0; ///< FNR
    Flow m_flow = Flow::On;
    std::size_t m_steps = 0;
    Reply m_reply;
};

} // namespace netdraft::model::command::awk_program

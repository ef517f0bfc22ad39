#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::command::awk_program {

// A program of awk as a tree: the part of the language that people type on a command line.

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

struct Expression {
    enum class Kind : std::uint8_t {
        Number,
        Text,
        Regex, ///< alone: whether the record matches
        Variable,
        Field,
        Element,  ///< of an array
        In,       ///< whether an array has it
        Assign,   ///< with an operator: `text` is it without the `=`
        Increase, ///< ++ and --: `number` is what is added
        IncreaseAfter,
        Conditional,
        Or,
        And,
        Not,
        Negative,
        Positive,
        Match,
        MatchNot,
        Compare, ///< `text` is the operator
        Join,
        Calculate, ///< `text` is the operator
        Call,
    };
    Kind kind = Kind::Number;
    double number = 0;
    std::string text; ///< a name, a text, an operator
    std::vector<ExpressionPtr> parts;
};

struct Statement;
using StatementPtr = std::unique_ptr<Statement>;

struct Statement {
    enum class Kind : std::uint8_t {
        Block,
        Print,
        Printf,
        Evaluate,
        If,
        While,
        For,
        Next,
        Exit,
        Break,
        Continue,
        Delete
    };
    Kind kind = Kind::Block;
    std::vector<ExpressionPtr> expressions; ///< a missing one is null
    std::vector<StatementPtr> statements;   ///< of `for` the first step, the next steps and what is repeated
};

struct Rule {
    enum class When : std::uint8_t { Begin, End, Record };
    When when = When::Record;
    ExpressionPtr pattern; ///< null: each record
    ExpressionPtr until;   ///< of a range
    StatementPtr action;   ///< null: the record is printed
};

/// What mawk refuses, without `awk: `; or what is not simulated.
struct Trouble {
    std::string text;
    bool notSimulated = false;
};

struct Program {
    std::vector<Rule> rules;
};

/// Reads a program. Bounded in its depth.
std::optional<Trouble> read(std::string_view text, Program &program);

} // namespace netdraft::model::command::awk_program

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace netdraft::model::shell {

/// Where something stands: the text that it is of, by its number among those that an interpreter has read, and the line
/// and column there, both from 1, the column in bytes.
struct Place {
    int source = 0;
    int line = 1;
    int column = 1;
    friend bool operator==(const Place &, const Place &) = default;
};

struct Word;
struct List;
using ListPtr = std::shared_ptr<const List>;

/// Characters that stand for themselves; what is not quoted may yet be a pattern, a brace or a tilde.
struct Literal {
    std::string text;
    bool quoted = false;
};

/// What `${…}` does with a parameter.
enum class Operator : std::uint8_t {
    None,
    Default,           ///< `-`
    Assign,            ///< `=`
    Alternative,       ///< `+`
    Demand,            ///< `?`
    CutShortestPrefix, ///< `#`
    CutLongestPrefix,  ///< `##`
    CutShortestSuffix, ///< `%`
    CutLongestSuffix,  ///< `%%`
    ReplaceFirst,      ///< `/`
    ReplaceAll,        ///< `//`
    ReplacePrefix,     ///< `/#`
    ReplaceSuffix,     ///< `/%`
    Substring,         ///< `:OFFSET:LENGTH`
    UpperFirst,        ///< `^`
    UpperAll,          ///< `^^`
    LowerFirst,        ///< `,`
    LowerAll,          ///< `,,`
};

/// `$name`, `${name[index] OPERATOR operands}`, `${#name}`, `${!name}`.
struct Parameter {
    std::string name; ///< a name, a number, or one of `@*#?$!-`
    std::shared_ptr<const Word> index;
    Operator op = Operator::None;
    bool emptyCounts = false; ///< a colon stands before the operator
    bool length = false;
    bool indirect = false; ///< of an array with the index `@`, its keys
    std::vector<Word> operands;
    bool quoted = false;
};

struct CommandSubstitution {
    ListPtr body;
    bool quoted = false;
};

struct ArithmeticExpansion {
    std::shared_ptr<const Word> expression;
    bool quoted = false;
};

/// `<(…)`
struct ProcessSubstitution {
    ListPtr body;
};

using WordPart = std::variant<Literal, Parameter, CommandSubstitution, ArithmeticExpansion, ProcessSubstitution>;

struct Word {
    std::vector<WordPart> parts;
    Place place;
    std::shared_ptr<const std::vector<Word>> array; ///< the elements, where the word is `name=(…)`

    /// The text of a word without quotes and expansions; none of any other.
    std::optional<std::string> plain() const;
};

/// `name=value`, `name[index]+=value`, `name=(…)`
struct Assignment {
    std::string name;
    std::shared_ptr<const Word> index;
    bool append = false;
    Word value;
    Place place;
};

struct Redirect {
    enum class Kind : std::uint8_t {
        In,         ///< `<`
        Out,        ///< `>`, `>|`, `<>`
        Append,     ///< `>>`
        Both,       ///< `&>`
        BothAppend, ///< `&>>`
        Copy,       ///< `>&` and `<&`: of a number, or `-`
        Text,       ///< `<<` and `<<<`: the target is the text
    };
    Kind kind = Kind::Out;
    int fd = 1;
    std::shared_ptr<const Word> target;
    bool endsLine = false; ///< `<<<`: a line feed is added
    Place place;
};

struct Command;
using CommandPtr = std::shared_ptr<const Command>;

/// Assignments, then words: either may be missing.
struct SimpleCommand {
    std::vector<Assignment> assignments;
    std::vector<Word> words;
};

struct Pipeline {
    std::vector<CommandPtr> commands;
    bool negated = false;
    /// Of each command but the last: `|&`.
    std::vector<bool> withErrors;
};

struct AndOr {
    enum class Joint : std::uint8_t { First, And, Or };
    std::vector<std::pair<Joint, Pipeline>> pipelines;
    bool background = false;
};

struct List {
    std::vector<AndOr> items;
};

struct Group {
    ListPtr body;
};
struct Subshell {
    ListPtr body;
};
struct If {
    std::vector<std::pair<ListPtr, ListPtr>> branches; ///< condition, body
    ListPtr otherwise;
};
struct For {
    std::string name;
    bool overArguments = false; ///< without `in`
    std::vector<Word> words;
    ListPtr body;
};
struct ArithmeticFor {
    Word start, condition, step;
    ListPtr body;
};
struct While {
    bool until = false;
    ListPtr condition;
    ListPtr body;
};
struct Case {
    enum class End : std::uint8_t { Break, FallThrough, TestNext };
    struct Branch {
        std::vector<Word> patterns;
        ListPtr body;
        End end = End::Break;
    };
    Word word;
    std::vector<Branch> branches;
};
struct Function {
    std::string name;
    CommandPtr body;
};
struct ArithmeticCommand {
    Word expression;
};

/// What stands between `[[` and `]]`.
struct Condition {
    enum class Kind : std::uint8_t { Word, Unary, Binary, Not, And, Or };
    Kind kind = Kind::Word;
    std::string op;
    std::vector<Word> operands;
    std::vector<std::shared_ptr<const Condition>> parts;
};
struct ConditionalCommand {
    std::shared_ptr<const Condition> condition;
};

struct Command {
    std::variant<SimpleCommand, Group, Subshell, If, For, ArithmeticFor, While, Case, Function, ArithmeticCommand,
                 ConditionalCommand>
        kind;
    std::vector<Redirect> redirects;
    Place place;
};

} // namespace netdraft::model::shell

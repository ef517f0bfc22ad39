#pragma once

#include "model/shell/interpreter.h"
#include "model/shell/pattern.h"
#include "model/shell/streams.h"

#include <set>

namespace netdraft::model::shell {

/// A run of the interpreter: control flow, expansions, builtins. Its functions stand in execution.cpp, expansion.cpp,
/// parameters.cpp, simple_command.cpp and builtins*.cpp.
class Machine
{
public:
    Machine(World &world, State state, const Limits &limits);

    int runScript(std::string_view text, const std::string &file, Place start);
    int runTyped(std::string_view text);
    bool waits() const { return m_waits; }
    /// `eval`, a trap, a shell within: in this state.
    int runText(std::string_view text, Place start);

    State &state() { return m_state; }
    World &world() { return m_world; }
    const Limits &limits() const { return m_limits; }
    bool exited() const { return m_flow == Flow::Exit; }

    // What builtins use.
    enum class Flow : std::uint8_t { None, Break, Continue, Return, Exit, Stopped };
    void leave(Flow flow, int status, int levels = 1);
    void leaveByMistake(int status);
    bool goesOn() const { return m_flow == Flow::None; }
    int loops() const { return m_loops; }
    bool inFunction() const { return !m_frames.empty(); }
    void out(std::string_view text);
    void err(std::string_view text);
    /// `bash: line N: …`
    void complain(std::string_view text);
    Source &input(int fd = 0);
    bool hasInput(int fd) const { return m_streams.ins.contains(fd); }
    void diagnose(const std::string &what) { diagnose(m_place, what); }
    void diagnose(const Place &place, const std::string &what);
    /// Ends the whole run: a limit is reached.
    void stop(const std::string &what);
    void charge(std::size_t bytes);
    bool step(std::size_t steps = 1);
    /// Counts characters that are looked at, in patterns and copies.
    bool work(std::size_t characters);
    bool fits(std::string_view text, std::string_view pattern);
    void noteChange() { ++m_changes; }
    const Place &place() const { return m_place; }
    int addSource(std::string name);
    void keepRedirects() { m_keepRedirects = true; }

    // Variables (parameters.cpp). `index` of a scalar is empty.
    const Variable *find(std::string_view name) const;
    std::optional<std::string> value(std::string_view name) const;
    /// False, with a message, where it is read-only.
    bool assign(const std::string &name, std::string text, bool append = false);
    bool assignElement(const std::string &name, const std::string &index, std::string text, bool append = false);
    Variable &change(const std::string &name);
    void unset(const std::string &name);
    void unsetElement(const std::string &name, const std::string &index);
    void makeLocal(const std::string &name);
    bool assign(const Assignment &assignment);
    /// An assignment in the word of a declaration: `name=(…)`, `name=value`, or a name alone.
    bool declare(const Word &word, const std::string &flags);

    // Expansions (expansion.cpp).
    std::vector<std::string> expand(std::span<const Word> words);
    std::string expandToText(const Word &word);
    /// As a pattern, where what was quoted is escaped.
    std::string expandToPattern(const Word &word);
    std::string expandToRegex(const Word &word);
    std::optional<std::int64_t> calculate(const std::string &expression);
    std::optional<std::int64_t> calculate(const Word &expression);
    /// An expansion failed: the command is not run.
    void failExpansion(int status);
    bool failed() const { return m_expansionFailed; }

    // Commands.
    int runWords(std::vector<std::string> words, const Place &place);
    int runOutside(std::span<const std::string> words);
    int runShell(std::span<const std::string> words, const std::string &where);
    int runList(const List &list);
    bool holds(const Condition &condition);
    bool isFunction(std::string_view name) const { return m_state.functions.contains(name); }
    /// Of the world, or what stands for one: `/dev/null`, `<(…)`.
    std::optional<std::string> readFile(const std::string &path);
    /// Something was refused that was to change something; diagnosed unless the script looks at it itself.
    void noteRefusal(std::string what);

private:
    friend class Expander;
    static constexpr int deepestCommand = 400;

    struct Trouble {
        Place place;
        std::string what;
        std::size_t number; ///< of the refusal
    };
    struct Frame {
        std::map<std::string, std::optional<Variable>> saved; ///< what `local` hides
    };

    bool expand(const Word &word, std::vector<std::string> &result);
    int runAndOr(const AndOr &andOr);
    int runPipeline(const Pipeline &pipeline);
    int runPipes(const Pipeline &pipeline);
    int runCommand(const Command &command);
    int runKind(const Command &command);
    int run(const SimpleCommand &command, const Command &whole);
    int run(const Group &group) { return runList(*group.body); }
    int run(const Subshell &subshell);
    int run(const If &command);
    int run(const For &command);
    int run(const ArithmeticFor &command);
    int run(const While &command);
    int run(const Case &command);
    int run(const Function &function);
    int run(const ArithmeticCommand &command);
    int run(const ConditionalCommand &command);

    int callFunction(const CommandPtr &body, std::vector<std::string> words);
    int subshell(const std::function<int()> &body);
    std::string substitute(const List &body);
    /// Whether a loop goes on after a `break` or `continue`.
    bool nextTurn();
    /// What decides whether another turn of a loop could differ from the last.
    std::uint64_t progress() const { return m_changes + m_world.changes(); }
    bool redirect(std::span<const Redirect> redirects);
    bool redirect(const Redirect &one);
    bool redirectToFile(const Redirect &one, const std::string &path);
    int runDeclaration(const std::string &name, std::span<const Word> words);
    void endless();
    void flushOlder(std::size_t refusals);
    Environment environment(std::span<const std::string> before) const;
    void report(const Ran &ran, std::span<const std::string> words);
    void flushTrouble();
    void runTrap(const std::string &name);
    std::optional<std::string> special(std::string_view name);

    World &m_world;
    State m_state;
    Limits m_limits;
    Streams m_streams;
    std::vector<std::string> m_sources;
    std::set<std::pair<int, std::pair<int, int>>> m_diagnosed;
    std::vector<Frame> m_frames;
    std::optional<Trouble> m_trouble; ///< a refusal that the next command may still look at
    Place m_place;
    Flow m_flow = Flow::None;
    bool m_waits = false; ///< stopped, for a command that never ends
    int m_levels = 0;     ///< loops that a `break` or `continue` still leaves
    int m_loops = 0;
    int m_calls = 0;
    int m_unwatched = 0; ///< in so many places where `set -e` looks away
    int m_handled = 0;   ///< and where the script looks at a status itself
    int m_lastSubstitution = 0;
    bool m_expansionFailed = false;
    bool m_keepRedirects = false;
    bool m_inTrap = false;
    bool m_typed = false;
    bool m_endsLine = false;  ///< a mistake that ends a script, and of what is typed no more than the line
    bool m_saidEnd = false;   ///< that `set -e` ends the script
    std::string m_writeError; ///< of what a builtin printed
    int m_nesting = 0;
    std::size_t m_refusals = 0;
    std::size_t m_steps = 0;
    std::size_t m_work = 0;
    std::size_t m_held = 0; ///< bytes in variables, about
    std::size_t m_bytes = 0;
    std::uint64_t m_changes = 0;
    std::uint32_t m_random = 1;
};

/// A command of the shell itself; the words begin with its name.
using Builtin = int (*)(Machine &machine, std::span<const std::string> words);
struct BuiltinRow {
    std::string_view name;
    Builtin run;
    bool isProgram; ///< there is also a program of that name, which `ip netns exec` and the like can run
};
const BuiltinRow *builtinNamed(std::string_view name);
/// `test` without its name and, for `[`, without the `]`.
int evaluateTest(Machine &machine, std::span<const std::string> words);
/// What a unary operator of `test` and `[[` says; none for one that is not there.
std::optional<bool> unaryTest(Machine &machine, std::string_view op, const std::string &operand);
std::optional<bool> binaryTest(Machine &machine, const std::string &left, std::string_view op,
                               const std::string &right);

/// What printf(1) makes of a format and its arguments; sets `status` where one is no number.
std::string formatPrintf(std::string_view format, std::span<const std::string> arguments, int &status,
                         std::size_t most);
/// The text with `\n` and the like replaced (echo -e); `stops` is set at a `\c`.
std::string unescaped(std::string_view text, bool *stops = nullptr);

bool hasBraces(const Word &word);
/// The words that the braces of a word unfold to; none where there are more than `most`.
std::optional<std::vector<Word>> unfoldBraces(const Word &word, std::size_t most);

/// The matches of a POSIX extended regular expression, the whole first; none where it does not fit or, with `error`
/// set, is not understood.
std::optional<std::vector<std::string>> matchRegex(const std::string &text, const std::string &pattern,
                                                   std::string &error);

} // namespace netdraft::model::shell

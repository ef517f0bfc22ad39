#include "model/shell/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::shell {

namespace {

bool isDeclaration(std::string_view name)
{
    return name == "declare" || name == "typeset" || name == "local" || name == "export" || name == "readonly";
}

/// The commands that a shell is, by the name that a word calls it by.
bool isShell(std::string_view word)
{
    const std::string_view name = word.substr(word.rfind('/') + 1);
    return name == "bash" || name == "sh" || name == "dash";
}

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text;
}

} // namespace

int Machine::run(const SimpleCommand &command, const Command &whole)
{
    const std::size_t refusals = m_refusals;
    m_lastSubstitution = 0;
    const auto name = command.words.empty() ? std::nullopt : command.words.front().plain();
    std::vector<std::string> words;
    if (name && isDeclaration(*name)) {
        words.push_back(*name);
    } else {
        words = expand(command.words);
        if (std::exchange(m_expansionFailed, false) || !goesOn())
            return m_state.status == 0 ? 1 : m_state.status;
    }
    m_place = whole.place;
    const bool redirects = !whole.redirects.empty();
    const Streams streams = redirects ? m_streams : Streams();
    const auto restore = [&] {
        if (redirects)
            m_streams = streams;
    };
    if (!redirect(whole.redirects)) {
        flushOlder(refusals);
        restore();
        return 1;
    }
    if (words.empty()) {
        bool done = true;
        for (const Assignment &assignment : command.assignments)
            done = done && assign(assignment);
        restore();
        flushOlder(refusals);
        const bool failed = std::exchange(m_expansionFailed, false);
        return done && !failed ? m_lastSubstitution : 1;
    }
    // What stands before a command is set for it alone.
    std::vector<std::pair<std::string, std::optional<Variable>>> hidden;
    for (const Assignment &assignment : command.assignments) {
        const Variable *before = find(assignment.name);
        hidden.emplace_back(assignment.name, before ? std::optional(*before) : std::nullopt);
        if (assign(assignment))
            m_state.variables[assignment.name].exported = true;
    }
    flushOlder(refusals);
    m_keepRedirects = false;
    const int status =
        name && isDeclaration(*name) ? runDeclaration(*name, command.words) : runWords(std::move(words), whole.place);
    if (!std::exchange(m_keepRedirects, false))
        restore();
    std::ranges::reverse(hidden);
    for (auto &[variable, before] : hidden) {
        if (before)
            m_state.variables[variable] = std::move(*before);
        else
            m_state.variables.erase(variable);
    }
    return status;
}

/// Tells of an earlier command's refusal, which nobody looked at.
void Machine::flushOlder(std::size_t refusals)
{
    if (m_trouble && m_trouble->number <= refusals)
        flushTrouble();
}

int Machine::runDeclaration(const std::string &name, std::span<const Word> words)
{
    std::string flags = name == "export" ? "x" : name == "readonly" ? "r" : name == "local" ? "L" : "";
    if (name == "local" && !inFunction()) {
        complain("local: can only be used in a function");
        return 1;
    }
    // In a function `declare` makes a local variable, too.
    if ((name == "declare" || name == "typeset") && inFunction())
        flags += 'L';
    bool done = true;
    m_lastSubstitution = 0;
    for (const Word &word : words.subspan(1)) {
        const auto plain = word.plain();
        if (plain && plain->starts_with('-') && plain->size() > 1) {
            flags += plain->substr(1);
            if (plain->find('g') != std::string::npos)
                std::erase(flags, 'L');
            continue;
        }
        if (flags.find_first_of("pfFn") != std::string::npos)
            continue;
        // Words that no assignment is visible in may become several.
        const bool literalStart =
            !word.parts.empty() && std::holds_alternative<Literal>(word.parts.front()) && !word.parts.empty();
        if (literalStart) {
            done = declare(word, flags) && done;
            continue;
        }
        for (const std::string &one : expand(std::span(&word, 1)))
            done = declare({{Literal{one, true}}, word.place, nullptr}, flags) && done;
    }
    if (std::exchange(m_expansionFailed, false))
        return 1;
    return done ? 0 : 1;
}

int Machine::runWords(std::vector<std::string> words, const Place &place)
{
    if (words.empty())
        return 0;
    if (const auto found = m_state.functions.find(words.front()); found != m_state.functions.end()) {
        const CommandPtr body = found->second;
        return callFunction(body, std::move(words));
    }
    if (const BuiltinRow *builtin = builtinNamed(words.front())) {
        m_writeError.clear();
        const int status = builtin->run(*this, words);
        if (!m_writeError.empty() && goesOn()) {
            m_place = place;
            complain(fmt::format("{}: write error: {}", words.front(), m_writeError));
            noteRefusal(fmt::format("what this writes is refused: {}", m_writeError));
            return 1;
        }
        return status;
    }
    return runOutside(words);
}

int Machine::callFunction(const CommandPtr &body, std::vector<std::string> words)
{
    if (++m_calls > m_limits.calls) {
        --m_calls;
        stop(fmt::format("functions call each other too deep; expected at most {} levels", m_limits.calls));
        return 1;
    }
    words.erase(words.begin());
    std::vector<std::string> arguments = std::exchange(m_state.arguments, std::move(words));
    const int loops = std::exchange(m_loops, 0);
    m_frames.emplace_back();
    int status = runCommand(*body);
    if (m_flow == Flow::Return) {
        m_flow = Flow::None;
        status = m_state.status;
    }
    for (auto &[name, before] : m_frames.back().saved) {
        if (before)
            m_state.variables[name] = std::move(*before);
        else
            m_state.variables.erase(name);
    }
    m_frames.pop_back();
    m_loops = loops;
    m_state.arguments = std::move(arguments);
    --m_calls;
    return status;
}

int Machine::runOutside(std::span<const std::string> words)
{
    constexpr std::size_t stepsOfWorld = 10;
    if (!step(stepsOfWorld))
        return 1;
    const std::string where = m_state.where;
    std::string there = where;
    std::span<const std::string> rest = words;
    for (auto entered = m_world.enters(rest, there); entered && entered->words > 0;
         entered = rest.empty() ? std::nullopt : m_world.enters(rest, there)) {
        rest = rest.subspan(std::min(entered->words, rest.size()));
        there = entered->where;
    }
    if (rest.empty())
        return 0;
    m_state.where = there;
    int status = 0;
    const BuiltinRow *builtin = rest.size() < words.size() ? builtinNamed(rest.front()) : nullptr;
    if (isShell(rest.front())) {
        status = runShell(rest, there);
    } else if (builtin && builtin->isProgram) {
        status = builtin->run(*this, rest);
    } else {
        Source &source = input();
        const std::uint64_t before = m_world.changes();
        if (m_world.readsEnvironment(rest.front()))
            m_world.setEnvironment(environment(words.first(words.size() - rest.size())));
        const Ran ran = m_world.run(rest, source.terminal ? std::string_view() : source.rest(), there);
        constexpr std::size_t stepsOfChange = 60;
        if (m_world.changes() != before)
            step(stepsOfChange);
        if (ran.consumed)
            source.at = source.text.size();
        out(ran.out);
        err(ran.err);
        report(ran, rest);
        status = ran.status;
    }
    m_state.where = where;
    return status;
}

/// The variables that are exported, and those that stand before a command behind `env` or `sudo`.
Environment Machine::environment(std::span<const std::string> before) const
{
    Environment environment;
    for (const auto &[name, variable] : m_state.variables)
        if (variable.exported && variable.kind == Variable::Kind::Scalar)
            environment[name] = variable.value;
    for (const std::string &word : before)
        if (const auto equals = word.find('='); equals != std::string::npos && equals > 0 && word[0] != '-')
            environment[word.substr(0, equals)] = word.substr(equals + 1);
    return environment;
}

void Machine::report(const Ran &ran, std::span<const std::string> words)
{
    if (ran.unknown) {
        const std::string said = trimmed(ran.err);
        diagnose(said.empty() ? fmt::format("{} is not simulated", words.front().substr(0, 60)) : said);
    } else if (ran.endless) {
        m_waits = m_waits || m_flow != Flow::Stopped;
        m_flow = Flow::Stopped;
    } else if (ran.refused) {
        noteRefusal(fmt::format("this command is refused: {}", trimmed(ran.err)));
    }
}

void Machine::noteRefusal(std::string what)
{
    if (m_handled > 0 || m_streams.outs[2]->isNull())
        return;
    flushTrouble();
    m_trouble = Trouble{m_place, std::move(what), ++m_refusals};
}

int Machine::runShell(std::span<const std::string> words, const std::string &where)
{
    std::size_t at = 1;
    bool command = false;
    bool fromInput = false;
    State inner = freshState(where);
    for (; at < words.size() && words[at].size() > 1 && (words[at][0] == '-' || words[at][0] == '+'); ++at) {
        const std::string &option = words[at];
        if (option == "--" || option == "-") {
            ++at;
            break;
        }
        if (option.starts_with("--"))
            continue;
        fromInput = fromInput || option.find('s') != std::string::npos;
        inner.errexit = inner.errexit || option.find('e') != std::string::npos;
        inner.nounset = inner.nounset || option.find('u') != std::string::npos;
        if (option.find('o') != std::string::npos && at + 1 < words.size()) {
            ++at;
            inner.pipefail = inner.pipefail || words[at] == "pipefail";
        }
        if (option.find('c') != std::string::npos) {
            command = true;
            ++at;
            break;
        }
    }
    for (const auto &[name, variable] : m_state.variables)
        if (variable.exported)
            inner.variables[name] = variable;
    std::string text;
    Place start = m_place;
    if (command) {
        if (at >= words.size()) {
            complain("-c: option requires an argument");
            return 2;
        }
        text = words[at++];
        if (at < words.size())
            inner.name = words[at++];
    } else if (at < words.size() && !fromInput) {
        const auto script = readFile(words[at]);
        if (!script) {
            complain(fmt::format("{}: No such file or directory", words[at]));
            noteRefusal(fmt::format("there is no script \"{}\" here; expected one that this script has written",
                                    words[at].substr(0, 200)));
            return 127;
        }
        text = *script;
        start = {addSource(words[at]), 1, 1};
        inner.name = words[at++];
    } else {
        Source &source = input();
        if (source.terminal) {
            m_world.openShell(where);
            return 0;
        }
        if (source.place && source.at == 0)
            start = *source.place;
        text = source.rest();
        source.at = source.text.size();
    }
    inner.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(std::min(at, words.size())), words.end());
    return subshell([&] {
        m_state = std::move(inner);
        m_frames.clear();
        const int unwatched = std::exchange(m_unwatched, 0);
        const int status = runText(text, start);
        m_unwatched = unwatched;
        return status;
    });
}

std::optional<std::string> Machine::readFile(const std::string &given)
{
    const std::string path = normalPath(given);
    if (path.starts_with("<(") && path.ends_with(')'))
        return path.substr(2, path.size() - 3);
    if (path == "/dev/null")
        return std::string();
    if (path == "/dev/stdin" || path == "-") {
        Source &source = input();
        std::string text(source.rest());
        source.at = source.text.size();
        return text;
    }
    return m_world.readFile(path, m_state.where);
}

bool Machine::redirect(std::span<const Redirect> redirects)
{
    return std::ranges::all_of(redirects, [&](const Redirect &one) { return redirect(one); });
}

bool Machine::redirect(const Redirect &one)
{
    std::string target = expandToText(*one.target);
    if (std::exchange(m_expansionFailed, false) || !goesOn())
        return false;
    if (one.kind == Redirect::Kind::Text) {
        if (one.endsLine)
            target += '\n';
        charge(target.size());
        m_streams.ins[one.fd] = std::make_shared<Source>(Source{std::move(target), 0, false, one.target->place});
        return goesOn();
    }
    if (one.kind != Redirect::Kind::Copy)
        return redirectToFile(one, target);
    int from = -1;
    std::from_chars(target.data(), target.data() + target.size(), from);
    if (target == "-") {
        m_streams.ins.erase(one.fd);
        m_streams.outs[one.fd] = std::make_shared<NullSink>();
        return true;
    }
    if (const auto sink = m_streams.outs.find(from); sink != m_streams.outs.end()) {
        m_streams.outs[one.fd] = std::shared_ptr<Sink>(sink->second);
        return true;
    }
    if (const auto source = m_streams.ins.find(from); source != m_streams.ins.end()) {
        m_streams.ins[one.fd] = std::shared_ptr<Source>(source->second);
        return true;
    }
    complain(fmt::format("{}: Bad file descriptor", target));
    return false;
}

bool Machine::redirectToFile(const Redirect &one, const std::string &given)
{
    const std::string path = normalPath(given);
    using Kind = Redirect::Kind;
    if (one.kind == Kind::In) {
        if (path == "/dev/stdin" || path == "/dev/tty")
            return true;
        auto text = readFile(path);
        if (!text) {
            complain(fmt::format("{}: No such file or directory", path));
            noteRefusal(fmt::format("there is no file \"{}\" here; expected one that the script has written",
                                    path.substr(0, 200)));
            return false;
        }
        charge(text->size());
        m_streams.ins[one.fd] = std::make_shared<Source>(Source{std::move(*text), 0, false});
        return true;
    }
    std::shared_ptr<Sink> sink;
    if (path == "/dev/null") {
        sink = std::make_shared<NullSink>();
    } else if (path == "/dev/stdout" || path == "/dev/stderr" || path == "/dev/tty") {
        sink = m_streams.outs[path == "/dev/stderr" ? 2 : 1];
    } else {
        const bool behind = one.kind == Kind::Append || one.kind == Kind::BothAppend;
        const auto opened =
            m_world.writeFile(path, {}, behind ? World::Writing::Behind : World::Writing::Anew, m_state.where);
        if (!opened) {
            const std::string why = describe(opened.error());
            complain(fmt::format("{}: {}", path, why));
            if (opened.error().code == ErrorCode::Input)
                diagnose(one.place, fmt::format("{}: {}", path.substr(0, 200), why));
            else
                noteRefusal(fmt::format("this file cannot be written: {}: {}", path.substr(0, 200), why));
            return false;
        }
        sink = std::make_shared<FileSink>(m_world, path, m_state.where);
    }
    m_streams.outs[one.fd] = sink;
    if (one.kind == Kind::Both || one.kind == Kind::BothAppend)
        m_streams.outs[2] = sink;
    return true;
}

} // namespace netdraft::model::shell

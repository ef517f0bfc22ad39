#include "model/shell/machine.h"
#include "model/shell/parser.h"

#include <fmt/format.h>

namespace netdraft::model::shell {

namespace {

/// Adds to a counter for as long as it lives.
class Counted
{
public:
    explicit Counted(int &counter, int by = 1) : m_counter(counter), m_by(by) { m_counter += m_by; }
    ~Counted() { m_counter -= m_by; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    int &m_counter;
    int m_by;
};

/// Whether `set -e` looks at how this command ended, rather than at those in it.
bool isLookedAt(const Pipeline &pipeline)
{
    const auto &kind = pipeline.commands.front()->kind;
    return pipeline.commands.size() > 1 || std::holds_alternative<SimpleCommand>(kind) ||
           std::holds_alternative<Subshell>(kind) || std::holds_alternative<ArithmeticCommand>(kind) ||
           std::holds_alternative<ConditionalCommand>(kind);
}

} // namespace

Machine::Machine(World &world, State state, const Limits &limits)
    : m_world(world), m_state(std::move(state)), m_limits(limits)
{
    m_streams.outs[1] = std::make_shared<PrintSink>(world, World::Stream::Out);
    m_streams.outs[2] = std::make_shared<PrintSink>(world, World::Stream::Err);
    m_streams.ins[0] = std::make_shared<Source>(Source{{}, 0, true});
}

int Machine::addSource(std::string name)
{
    m_sources.push_back(std::move(name));
    return static_cast<int>(m_sources.size()) - 1;
}

void Machine::diagnose(const Place &place, const std::string &what)
{
    const auto source = static_cast<std::size_t>(place.source);
    if (m_diagnosed.insert({place.source, {place.line, place.column}}).second)
        m_world.diagnose({source < m_sources.size() ? m_sources[source] : std::string(), place.line, place.column},
                         what);
}

void Machine::stop(const std::string &what)
{
    if (m_flow == Flow::Stopped)
        return;
    m_trouble.reset();
    m_diagnosed.erase({m_place.source, {m_place.line, m_place.column}});
    diagnose(what);
    m_world.print(World::Stream::Err, fmt::format("{}: {}\n", m_state.name, what));
    m_flow = Flow::Stopped;
    m_state.status = 1;
}

bool Machine::step(std::size_t steps)
{
    m_steps += steps;
    if (m_steps > m_limits.steps)
        stop(fmt::format("the script does too much; expected one that ends within {} steps", m_limits.steps));
    return goesOn();
}

bool Machine::work(std::size_t characters)
{
    m_work += characters;
    if (m_work > m_limits.work)
        stop("the script looks through too much text; expected shorter texts and patterns");
    return goesOn();
}

bool Machine::fits(std::string_view text, std::string_view pattern)
{
    const bool retries = pattern.find('*') != std::string_view::npos;
    const std::size_t most = retries ? (1 + text.size()) * pattern.size() : std::min(text.size(), pattern.size());
    return work(1 + most) && fitsPattern(text, pattern);
}

void Machine::charge(std::size_t bytes)
{
    m_bytes += bytes;
    if (m_bytes > m_limits.bytes)
        stop(fmt::format("the script makes too much text; expected at most {} MB", m_limits.bytes / 1'000'000));
}

void Machine::leave(Flow flow, int status, int levels)
{
    if (m_flow == Flow::Stopped)
        return;
    m_flow = flow;
    m_levels = levels;
    m_state.status = status;
}

void Machine::leaveByMistake(int status)
{
    m_endsLine = true;
    leave(Flow::Exit, status);
}

void Machine::out(std::string_view text)
{
    charge(text.size());
    if (const auto done = m_streams.outs[1]->write(text); !done)
        m_writeError = describe(done.error());
}

void Machine::err(std::string_view text)
{
    charge(text.size());
    (void)m_streams.outs[2]->write(text);
}

void Machine::complain(std::string_view text)
{
    err(m_typed ? fmt::format("{}: {}\n", m_state.name, text)
                : fmt::format("{}: line {}: {}\n", m_state.name, m_place.line, text));
}

Source &Machine::input(int fd)
{
    auto &source = m_streams.ins[fd];
    if (!source)
        source = std::make_shared<Source>();
    return *source;
}

int Machine::runScript(std::string_view text, const std::string &file, Place start)
{
    start.source = addSource(file);
    m_place = start;
    int status = runText(text, start);
    flushTrouble();
    if (m_flow != Flow::Stopped) {
        status = m_flow == Flow::None ? status : m_state.status;
        m_flow = Flow::None;
        m_state.status = status;
        m_world.beginEnd();
        runTrap("EXIT");
        flushTrouble();
    }
    return m_flow == Flow::Exit ? m_state.status : status;
}

int Machine::runTyped(std::string_view text)
{
    const Place start{addSource(m_state.name), 1, 1};
    m_typed = true;
    const int status = runText(text, start);
    m_trouble.reset();
    m_state.status = status;
    if (m_endsLine)
        m_flow = Flow::None; // a shell at a terminal goes on
    return status;
}

int Machine::runText(std::string_view text, Place start)
{
    const Counted call(m_calls);
    if (m_calls > m_limits.calls)
        stop(fmt::format("shells, functions and subshells nest too deep; expected at most {} levels", m_limits.calls));
    charge(text.size());
    if (text.size() > m_limits.script) {
        m_place = start;
        stop(fmt::format("this script is too long; expected at most {} MB", m_limits.script / 1'000'000));
    }
    int status = 0;
    Parser parser(text, start);
    while (goesOn()) {
        const auto commands = parser.next();
        if (!commands) {
            flushTrouble();
            m_place = commands.error().place;
            complain("syntax error: " + commands.error().what);
            diagnose(commands.error().what);
            leaveByMistake(2);
            return 2;
        }
        if (!*commands)
            break;
        status = runList(**commands);
    }
    return m_flow == Flow::Exit ? m_state.status : status;
}

int Machine::runList(const List &list)
{
    int status = m_state.status;
    for (const AndOr &andOr : list.items) {
        status = runAndOr(andOr);
        if (!goesOn())
            break;
    }
    return status;
}

int Machine::runAndOr(const AndOr &andOr)
{
    if (andOr.background) {
        AndOr inFront = andOr;
        inFront.background = false;
        const Counted unwatched(m_unwatched);
        subshell([&] { return runAndOr(inFront); });
        m_state.background = m_state.background == 0 ? 5001 : m_state.background + 1;
        noteChange();
        return m_state.status = 0;
    }
    int status = 0;
    for (std::size_t i = 0; i < andOr.pipelines.size(); ++i) {
        const auto &[joint, pipeline] = andOr.pipelines[i];
        if ((joint == AndOr::Joint::And && status != 0) || (joint == AndOr::Joint::Or && status == 0))
            continue;
        const int looked = i + 1 < andOr.pipelines.size() ? 1 : 0;
        const Counted unwatched(m_unwatched, looked);
        const Counted handled(m_handled, looked);
        status = runPipeline(pipeline);
        if (!goesOn())
            break;
    }
    return m_state.status = status;
}

int Machine::runPipeline(const Pipeline &pipeline)
{
    const Place place = pipeline.commands.front()->place;
    int status = 0;
    {
        const Counted unwatched(m_unwatched, pipeline.negated ? 1 : 0);
        const Counted handled(m_handled, pipeline.negated ? 1 : 0);
        status = pipeline.commands.size() == 1 ? runCommand(*pipeline.commands.front()) : runPipes(pipeline);
    }
    if (pipeline.commands.size() == 1)
        m_state.pipeStatus = {status};
    m_state.status = status;
    if (!goesOn())
        return status;
    if (pipeline.negated)
        return m_state.status = status == 0 ? 1 : 0;
    if (status == 0 || m_unwatched > 0 || !isLookedAt(pipeline))
        return status;
    if (m_state.traps.contains("ERR") && !inFunction())
        runTrap("ERR");
    if (m_state.errexit && goesOn()) {
        if (m_trouble)
            m_trouble->what += ", and the script ends here, for set -e is on";
        else if (!m_saidEnd)
            m_trouble =
                Trouble{place, fmt::format("this command ends with status {}, and so does the script, for set -e "
                                           "is on; expected one that succeeds, or \"|| true\" behind it",
                                           status)};
        m_saidEnd = true;
        flushTrouble();
        leave(Flow::Exit, status);
    }
    return status;
}

int Machine::runPipes(const Pipeline &pipeline)
{
    std::vector<int> statuses;
    auto source = m_streams.ins[0];
    for (std::size_t i = 0; i < pipeline.commands.size() && goesOn(); ++i) {
        const bool last = i + 1 == pipeline.commands.size();
        const auto pipe = last ? nullptr : std::make_shared<BufferSink>(m_limits.text);
        const Counted unwatched(m_unwatched, last ? 0 : 1);
        statuses.push_back(subshell([&] {
            m_streams.ins[0] = source;
            if (pipe) {
                m_streams.outs[1] = pipe;
                if (pipeline.withErrors[i])
                    m_streams.outs[2] = pipe;
            }
            return runCommand(*pipeline.commands[i]);
        }));
        if (pipe) {
            if (pipe->isFull())
                stop("a command prints too much into a pipe; expected at most a million bytes");
            source = std::make_shared<Source>(Source{pipe->take(), 0, false});
        }
    }
    if (statuses.empty())
        return 1;
    m_state.pipeStatus = statuses;
    int status = statuses.back();
    if (m_state.pipefail) {
        for (const int one : statuses)
            status = one != 0 ? one : status;
    }
    return status;
}

int Machine::subshell(const std::function<int()> &body)
{
    const Counted call(m_calls);
    if (m_calls > m_limits.calls) {
        stop(fmt::format("shells, functions and subshells nest too deep; expected at most {} levels", m_limits.calls));
        return 1;
    }
    step(1 + m_state.variables.size() / 8 + m_state.functions.size() / 16);
    work(m_held);
    const std::size_t held = m_held;
    State saved = m_state;
    Streams streams = m_streams;
    std::vector<Frame> frames = m_frames;
    const int loops = std::exchange(m_loops, 0);
    m_state.traps.clear();
    int status = goesOn() ? body() : 1;
    if (m_flow != Flow::Stopped) {
        status = m_flow == Flow::None ? status : m_state.status;
        m_flow = Flow::None;
        m_state.status = status;
        runTrap("EXIT");
        if (m_flow == Flow::Exit)
            status = m_state.status;
        if (m_flow != Flow::Stopped)
            m_flow = Flow::None;
    }
    saved.usedArguments = saved.usedArguments || m_state.usedArguments;
    m_state = std::move(saved);
    m_streams = std::move(streams);
    m_frames = std::move(frames);
    m_loops = loops;
    m_held = held;
    m_state.status = status;
    return status;
}

std::string Machine::substitute(const List &body)
{
    const auto sink = std::make_shared<BufferSink>(m_limits.text);
    m_lastSubstitution = subshell([&] {
        m_state.errexit = false;
        m_streams.outs[1] = sink;
        return runList(body);
    });
    if (sink->isFull())
        stop("a command prints too much into a $( ); expected at most a million bytes");
    return sink->take();
}

int Machine::runCommand(const Command &command)
{
    const Counted level(m_nesting);
    if (m_nesting > deepestCommand)
        stop("commands nest too deep; expected fewer functions and brackets within each other");
    if (!step())
        return m_state.status;
    m_place = command.place;
    if (std::holds_alternative<SimpleCommand>(command.kind) || command.redirects.empty())
        return m_state.status = runKind(command);
    const Streams streams = m_streams;
    const int status = redirect(command.redirects) ? runKind(command) : 1;
    m_streams = streams;
    return m_state.status = status;
}

int Machine::runKind(const Command &command)
{
    if (const auto *simple = std::get_if<SimpleCommand>(&command.kind))
        return run(*simple, command);
    return std::visit(
        [&](const auto &kind) {
            if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, SimpleCommand>)
                return 0;
            else
                return run(kind);
        },
        command.kind);
}

int Machine::run(const Subshell &command)
{
    return subshell([&] { return runList(*command.body); });
}

int Machine::run(const If &command)
{
    for (const auto &[condition, body] : command.branches) {
        int status = 0;
        {
            const Counted unwatched(m_unwatched);
            const Counted handled(m_handled);
            status = runList(*condition);
        }
        if (!goesOn())
            return status;
        if (status == 0)
            return runList(*body);
    }
    return command.otherwise ? runList(*command.otherwise) : 0;
}

bool Machine::nextTurn()
{
    if ((m_flow == Flow::Break || m_flow == Flow::Continue) && --m_levels == 0) {
        const bool again = m_flow == Flow::Continue;
        m_flow = Flow::None;
        return again;
    }
    return step();
}

int Machine::run(const For &command)
{
    if (command.overArguments)
        m_state.usedArguments = true;
    const std::vector<std::string> words = command.overArguments ? m_state.arguments : expand(command.words);
    if (std::exchange(m_expansionFailed, false))
        return 1;
    const Counted loop(m_loops);
    int status = 0;
    for (const std::string &word : words) {
        if (!assign(command.name, word))
            return 1;
        status = runList(*command.body);
        if (!nextTurn())
            break;
    }
    return m_flow == Flow::None ? status : m_state.status;
}

int Machine::run(const ArithmeticFor &command)
{
    const Counted loop(m_loops);
    int status = 0;
    const auto value = [&](const Word &expression) { return calculate(expression); };
    const auto fails = [&] { return std::exchange(m_expansionFailed, false); };
    value(command.start);
    while (!fails() && goesOn()) {
        const std::uint64_t before = progress();
        const auto holds = command.condition.parts.empty() ? std::optional<std::int64_t>(1) : value(command.condition);
        if (fails())
            return 1;
        if (*holds == 0)
            break;
        status = runList(*command.body);
        if (!nextTurn())
            break;
        value(command.step);
        if (goesOn() && progress() == before)
            endless();
    }
    return m_flow == Flow::None ? status : m_state.status;
}

void Machine::endless()
{
    stop("this never ends, for nothing changes from one turn to the next; the network stays as it is here");
}

int Machine::run(const While &command)
{
    const Place place = m_place;
    const Counted loop(m_loops);
    int status = 0;
    while (goesOn()) {
        const std::uint64_t before = progress();
        const int statusBefore = m_state.status;
        int condition = 0;
        {
            const Counted unwatched(m_unwatched);
            const Counted handled(m_handled);
            condition = runList(*command.condition);
        }
        if (!goesOn() && !nextTurn())
            break;
        if ((condition == 0) == command.until)
            break;
        status = runList(*command.body);
        if (!nextTurn())
            break;
        if (progress() == before && m_state.status == statusBefore) {
            m_place = place;
            endless();
        }
    }
    return m_flow == Flow::None ? status : m_state.status;
}

int Machine::run(const Case &command)
{
    const std::string text = expandToText(command.word);
    bool fallsThrough = false;
    int status = 0;
    for (const Case::Branch &branch : command.branches) {
        bool chosen = fallsThrough;
        for (std::size_t i = 0; i < branch.patterns.size() && !chosen && !m_expansionFailed && goesOn(); ++i) {
            const std::string pattern = expandToPattern(branch.patterns[i]);
            chosen = fits(text, pattern);
        }
        if (std::exchange(m_expansionFailed, false))
            return 1;
        if (!goesOn())
            break;
        if (!chosen)
            continue;
        status = runList(*branch.body);
        fallsThrough = branch.end == Case::End::FallThrough;
        if (branch.end == Case::End::Break || !goesOn())
            break;
    }
    return m_flow == Flow::None ? status : m_state.status;
}

int Machine::run(const Function &function)
{
    noteChange();
    m_state.functions[function.name] = function.body;
    return 0;
}

int Machine::run(const ArithmeticCommand &command)
{
    const auto value = calculate(command.expression);
    if (std::exchange(m_expansionFailed, false) || !value)
        return 1;
    return *value != 0 ? 0 : 1;
}

int Machine::run(const ConditionalCommand &command)
{
    const bool yes = holds(*command.condition);
    if (std::exchange(m_expansionFailed, false))
        return 2;
    return yes ? 0 : 1;
}

void Machine::flushTrouble()
{
    if (auto trouble = std::exchange(m_trouble, std::nullopt))
        diagnose(trouble->place, trouble->what);
}

void Machine::runTrap(const std::string &name)
{
    const auto found = m_state.traps.find(name);
    if (found == m_state.traps.end() || m_inTrap || found->second.empty())
        return;
    const std::string commands = found->second;
    if (name == "EXIT")
        m_state.traps.erase(found);
    const int status = m_state.status;
    m_inTrap = true;
    runText(commands, m_place);
    m_inTrap = false;
    if (goesOn())
        m_state.status = status;
}

Interpreter::Interpreter(World &world, State state, const Limits &limits)
    : m_machine(std::make_unique<Machine>(world, std::move(state), limits))
{
}

Interpreter::~Interpreter() = default;

int Interpreter::runScript(std::string_view text, const std::string &file, int line)
{
    return m_machine->runScript(text, file, {0, line, 1});
}

int Interpreter::runTyped(std::string_view text)
{
    return m_machine->runTyped(text);
}

const State &Interpreter::state() const
{
    return m_machine->state();
}

bool Interpreter::exited() const
{
    return m_machine->exited();
}

} // namespace netdraft::model::shell

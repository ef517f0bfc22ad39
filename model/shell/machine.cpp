#include "model/shell/machine.h"

#include "model/shell/counted.h"
#include "model/shell/parser.h"

#include <fmt/format.h>

namespace netdraft::model::shell {

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

bool Interpreter::waits() const
{
    return m_machine->waits();
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

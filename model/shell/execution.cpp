#include "model/shell/counted.h"
#include "model/shell/machine.h"

#include <fmt/format.h>

namespace netdraft::model::shell {

namespace {

/// Whether `set -e` looks at how this command ended, rather than at those in it.
bool isLookedAt(const Pipeline &pipeline)
{
    const auto &kind = pipeline.commands.front()->kind;
    return pipeline.commands.size() > 1 || std::holds_alternative<SimpleCommand>(kind) ||
           std::holds_alternative<Subshell>(kind) || std::holds_alternative<ArithmeticCommand>(kind) ||
           std::holds_alternative<ConditionalCommand>(kind);
}

} // namespace

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
        if (std::exchange(m_waits, false)) // it goes on, but nobody waits for it
            m_flow = Flow::None;
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
            m_trouble = Trouble{place,
                                fmt::format("this command ends with status {}, and so does the script, for set -e "
                                            "is on; expected one that succeeds, or \"|| true\" behind it",
                                            status),
                                m_refusals};
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
            if (pipe->overflowed())
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
    if (sink->overflowed())
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

} // namespace netdraft::model::shell

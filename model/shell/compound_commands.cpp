#include "model/shell/counted.h"
#include "model/shell/machine.h"

#include <fmt/format.h>

namespace netdraft::model::shell {

namespace {

/// Turns of a loop that nothing but its own body can end. One that waits for something ends much sooner.
constexpr int mostBlindTurns = 200;

/// Whether a loop's condition is always met: `true`, `:`, and `false` of an `until`.
bool holdsForever(const While &loop)
{
    const auto &items = loop.condition->items;
    if (items.size() != 1 || items.front().pipelines.size() != 1)
        return false;
    const Pipeline &pipeline = items.front().pipelines.front().second;
    const auto *simple = pipeline.commands.size() == 1 && !pipeline.negated
                             ? std::get_if<SimpleCommand>(&pipeline.commands.front()->kind)
                             : nullptr;
    if (!simple || simple->words.size() != 1)
        return false;
    const auto word = simple->words.front().plain();
    return loop.until ? word == "false" : word == "true" || word == ":";
}

} // namespace

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
    int turns = 0;
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
        const bool blind = command.condition.parts.empty() && ++turns > mostBlindTurns;
        if (goesOn() && (blind || progress() == before))
            endless();
    }
    return m_flow == Flow::None ? status : m_state.status;
}

void Machine::endless()
{
    stop("this never ends, as far as one can see; the network stays as it is here");
}

int Machine::run(const While &command)
{
    const Place place = m_place;
    const Counted loop(m_loops);
    const bool forever = holdsForever(command);
    int turns = 0;
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
        const bool blind = forever && ++turns > mostBlindTurns;
        if (blind || (progress() == before && m_state.status == statusBefore)) {
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

} // namespace netdraft::model::shell

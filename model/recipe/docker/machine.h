#pragma once

#include "model/recipe/docker/docker.h"
#include "model/recipe/docker/state.h"
#include "model/recipe/workbench.h"

namespace netdraft::model::docker {

/// What Docker says of something that it does not do.
template <typename T>
using Expected = std::expected<T, std::string>;

/// The machine that the daemon runs on: what it sees and changes of it, and what it remembers.
class Machine
{
public:
    Machine(const Project &project, std::string netns)
        : m_bench(project), m_name(std::move(netns)), m_state(readState(own()))
    {
    }

    const Network &network() const { return m_bench.network(); }
    const Project &project() const { return m_bench.project(); }
    const Netns &own() const { return *m_bench.find(m_name); }
    const std::string &name() const { return m_name; }
    State &state() { return m_state; }
    const State &state() const { return m_state; }

    /// As of Workbench, each command on this machine.
    Expected<void> perform(Edit edit) { return m_bench.perform(std::move(edit)); }
    Expected<void> run(std::string_view command) { return m_bench.run(m_name, command); }
    void attempt(Edit edit) { m_bench.attempt(std::move(edit)); }
    void attemptCommand(std::string_view command) { m_bench.attemptCommand(m_name, command); }
    void draw(const std::string &netns) { m_bench.draw(netns, m_name); }
    /// Whether a rule is there: `iptables -C …` with these words.
    bool has(std::string_view table, std::string_view rule) const;

    /// What was done up to now, to go back to.
    struct Mark {
        Workbench bench;
        State state;
    };
    Mark mark() const { return {m_bench, m_state}; }
    void goBack(Mark mark);

    /// The edits, with those of the files that say what is remembered now.
    EditList finished();
    /// The edits, with those that take all of its files away.
    EditList forgotten();

private:
    Workbench m_bench;
    std::string m_name;
    State m_state;
};

} // namespace netdraft::model::docker

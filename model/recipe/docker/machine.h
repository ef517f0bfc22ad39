#pragma once

#include "model/edit/apply.h"
#include "model/recipe/docker/docker.h"
#include "model/recipe/docker/state.h"

#include <expected>

namespace netdraft::model::docker {

/// What Docker says of something that it does not do.
template <typename T>
using Expected = std::expected<T, std::string>;

/// The machine that the daemon runs on: what it sees and changes of it, and what it remembers. The edits are done to a
/// copy at once and kept in their order.
class Machine
{
public:
    Machine(const Project &project, std::string netns)
        : m_project(project), m_name(std::move(netns)), m_state(readState(own()))
    {
    }

    const Network &network() const { return m_project.network; }
    const Project &project() const { return m_project; }
    const Netns &own() const { return *network().find(std::string_view(m_name)); }
    const std::string &name() const { return m_name; }
    State &state() { return m_state; }
    const State &state() const { return m_state; }

    /// Does an edit; says why not where it is refused.
    Expected<void> perform(Edit edit);
    /// Runs a command of words with one space between them, such as `ip link add …`, and does what it asks for.
    Expected<void> run(std::string_view command);
    /// The same of what may be refused without harm, such as the removal of what somebody has removed.
    void attempt(Edit edit);
    void attemptCommand(std::string_view command);
    /// Whether a rule is there: `iptables -C …` with these words.
    bool has(std::string_view table, std::string_view rule) const;

    /// What was done up to now, to go back to.
    struct Mark {
        Project project;
        State state;
        std::size_t edits = 0;
    };
    Mark mark() const { return {m_project, m_state, m_edits.edits.size()}; }
    void goBack(Mark mark);

    /// The edits, with those of the files that say what is remembered now.
    EditList finished();
    /// The edits, with those that take all of its files away.
    EditList forgotten();

private:
    Project m_project;
    std::string m_name;
    State m_state;
    EditList m_edits;
};

} // namespace netdraft::model::docker

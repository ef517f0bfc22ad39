#pragma once

#include "model/terminal/terminal.h"

namespace netdraft::model::terminal {

/// What a command of a recipe came to: its answer, with what its edits make of the project.
template <typename Answer>
Outcome recipeOutcome(const Project &project, Answer answer)
{
    Outcome outcome{Reply{answer.status, std::move(answer.out), std::move(answer.err)}, std::move(answer.edits)};
    if (outcome.edits.empty())
        return outcome;
    Project edited = project;
    if (const auto applied = apply(edited, outcome.edits); !applied)
        return {Reply{1, {}, describe(applied.error()) + '\n'}, {}};
    outcome.edited = std::move(edited);
    return outcome;
}

} // namespace netdraft::model::terminal

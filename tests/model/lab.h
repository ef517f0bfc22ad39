#pragma once

#include "model/command/command.h"

#include <string>
#include <string_view>

namespace netdraft::tests {

/// The project that a list of commands makes, typed one by one on the machine, a line each; `#` begins a comment.
/// A command that is not understood, or refused, is the error.
inline model::Result<model::Project> lab(std::string_view commands)
{
    model::Project project;
    while (!commands.empty()) {
        const auto end = commands.find('\n');
        const std::string_view line = commands.substr(0, end);
        commands.remove_prefix(end == std::string_view::npos ? commands.size() : end + 1);
        const auto first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || line[first] == '#')
            continue;
        const auto words = model::splitWords(line);
        if (!words)
            return model::fail(words.error());
        const auto understood = model::understand(project.network, model::hostNetns, *words);
        if (const auto *reply = std::get_if<model::Reply>(&understood)) {
            if (reply->status != 0)
                return model::fail(model::ErrorCode::Input, std::string(line) + ": " + reply->err);
            continue;
        }
        const auto applied = model::apply(project, std::get<model::EditList>(understood));
        if (!applied)
            return model::fail(model::ErrorCode::Input, std::string(line) + ": " + describe(applied.error()));
    }
    return project;
}

} // namespace netdraft::tests

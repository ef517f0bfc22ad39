#pragma once

#include "model/names/resolver.h"
#include "model/reachability/ping.h"

namespace netdraft::model::names {

/// How a name was looked for, for people: a sentence for each look at a file and each question to a server.
struct Story {
    enum class Sense : std::uint8_t {
        Neutral, ///< a question, or an answer that only leads on
        Good,    ///< it has led to what was looked for
        Bad,     ///< nobody answers, or with an error
    };
    struct Step {
        std::string text;
        NetnsId node; ///< where it happens: who looks or asks
        Sense sense = Sense::Neutral;
    };
    std::vector<Step> steps;
    std::string end; ///< what came of it all
    bool found = false;
    std::vector<Mend> mends; ///< edits, best first, that let the first question through that nobody heard
};

/// Tells of a resolution of a name by a program in a namespace.
Story storyOf(const DataPlane &plane, NetnsId at, const std::string &name, const Resolution &resolution);

} // namespace netdraft::model::names

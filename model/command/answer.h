#pragma once

#include "model/command/command.h"

namespace netdraft::model {

/// A command with both its halves: the edits it asks for, and what its tool prints when they succeed (`sysctl -w`
/// repeats the setting, `ip addr del` may warn). A command refused by its tool has no edits and a status above 0.
struct Answer {
    Reply reply;
    EditList edits;

    Answer() = default;
    Answer(Reply said) : reply(std::move(said)) {}
    Answer(EditList wanted) : edits(std::move(wanted)) {}
    Answer(Edit edit) : edits{std::move(edit)} {}
};

/// understand(), with what the tool prints beside its edits.
Answer answer(const Network &network, NetnsId at, std::span<const std::string> words);

/// Whether answer() knows the tool that the first word names.
bool isKnownTool(std::string_view tool);

/// What a tool, or a part of one, that is not modelled says: `netdraft: WHAT is not simulated`, status 127.
Reply notSimulated(std::string_view what);

} // namespace netdraft::model

#pragma once

#include "model/command/command.h"

namespace netdraft::model {

/// A command with both its halves: the edits it asks for, and what its tool prints when they succeed (`sysctl -w`
/// repeats the setting, `ip addr del` may warn). A command refused by its tool has no edits and a status above 0.
struct Response {
    Reply reply;
    EditList edits;

    Response() = default;
    Response(Reply said) : reply(std::move(said)) {}
    Response(EditList wanted) : edits(std::move(wanted)) {}
    Response(Edit edit) : edits{std::move(edit)} {}
};

/// understand(), with what the tool prints beside its edits. `input` is what is piped into the tool, or a
/// here-document; without data it comes from the terminal, where nobody types.
Response respond(const Network &network, NetnsId at, std::span<const std::string> words, std::string_view input = {});

/// Whether respond() knows the tool that the first word names.
bool isKnownTool(std::string_view tool);

/// What a tool, or a part of one, that is not modelled says: `netdraft: WHAT is not simulated`, status 127.
Reply notSimulated(std::string_view what);

} // namespace netdraft::model

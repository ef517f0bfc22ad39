#pragma once

#include "model/edit/nft_edit.h"
#include "model/network/netns.h"

namespace netdraft::model::nft {

/// Why the kernel, or nft by what it knows of the kernel, does not do something.
struct Refusal {
    /// Which part of the command nft points at.
    enum class Part : std::uint8_t { Command, Table, Chain, Jump, Policy, Handle, Index, Interface };
    Part part = Part::Command;
    std::string_view why;    ///< strerror(3), or nft's own words
    bool byKernel = true;    ///< nft says `Could not process rule: …`
    std::string interface{}; ///< of Part::Interface: which
};

/// Changes the rules of a namespace. Where that is refused, they are left in disorder.
std::expected<void, Refusal> change(Netns &netns, const Change &change);

} // namespace netdraft::model::nft

#pragma once

#include "model/simulation/recording.h"
#include "model/terminal/tcpdump/packet_filter.h"
#include "model/terminal/tcpdump/packet_text.h"

namespace netdraft::model::terminal {

/// A tcpdump that listens, until it has captured as much as it was to, or is interrupted. A value.
struct Listener {
    NetnsId netns;
    std::optional<LinkId> link; ///< none: at all (`-i any`)
    PacketText how;
    bool times = true; ///< no -t
    PacketFilter filter;
    std::optional<std::uint32_t> most; ///< -c
    std::uint32_t captured = 0;
    bool waitedFor = false; ///< the terminal takes no line until it has ended

    bool isOver() const { return most && captured >= *most; }
};

/// What it says when it begins, which goes to the standard error.
struct Listening {
    Listener listener;
    std::string says;
};
/// Begins a tcpdump in a namespace; the reply, where its words are not to be followed.
std::variant<Listening, Reply> listen(const Network &network, NetnsId at, std::span<const std::string> words);

/// What a listener prints of frames, whose times are microseconds since midnight.
std::string hear(Listener &listener, const Network &network, std::span<const simulation::SeenFrame> frames);

/// What it says when it ends: `2 packets captured`, to the standard error.
std::string ended(const Listener &listener);

} // namespace netdraft::model::terminal

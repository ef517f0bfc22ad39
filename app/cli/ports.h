#pragma once

#include "model/reachability/probe.h"

#include <memory>

namespace CLI {
class App;
}

namespace netdraft::app {

/// The port that `--tcp PORT` or `--udp PORT` names.
struct PortOption {
    int tcp = 0; ///< 0: not given
    int udp = 0;

    explicit operator bool() const { return tcp != 0 || udp != 0; }
    model::Transport transport() const { return udp != 0 ? model::Transport::Udp : model::Transport::Tcp; }
    std::uint16_t number() const { return static_cast<std::uint16_t>(udp != 0 ? udp : tcp); }
};

/// Adds the two options to a verb, of which one may be given.
void addPortOption(CLI::App &verb, PortOption &option);

} // namespace netdraft::app

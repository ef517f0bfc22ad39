#pragma once

#include "model/command/ip.h"

namespace netdraft::model::terminal {

/// What `ip monitor` is to tell of.
struct Watched {
    bool links = false;
    bool addresses = false;
    bool routes = false;
    bool neighbours = false;
    bool rules = false;
    bool nexthops = false;
    bool settings = false;      ///< netconf
    bool labels = false;        ///< `[ROUTE]` before each message
    std::optional<LinkId> dev;  ///< only of this link, which is then not named
    command::IpOptions options; ///< the family, -d, -o
};

/// What the kernel's messages (rtnetlink(7)) are printed as when a namespace that was as in `before` has become as in
/// `after`: the objects that came, changed or went. In the order of the kernel as far as one step brought it about.
std::string messages(const Watched &watched, const Network &before, const Network &after, NetnsId netns);

} // namespace netdraft::model::terminal

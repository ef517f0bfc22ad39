#pragma once

#include "model/reachability/probe.h"

namespace netdraft::app {

/// The request's way, and the reply's, one node a line, and how it ended.
std::string traceText(const model::Network &network, const model::Ping &ping);
std::string traceText(const model::Network &network, const model::Probe &probe);

/// The same as JSON on one line; `hops` is the request's way, `reply` the way back where there was one.
std::string traceJson(const model::Network &network, const model::Ping &ping);
std::string traceJson(const model::Network &network, const model::Probe &probe);

} // namespace netdraft::app

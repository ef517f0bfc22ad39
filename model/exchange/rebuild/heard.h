#pragma once

#include "model/exchange/rebuild/rebuilding.h"

namespace netdraft::model::rebuilding {

/// Whether an address comes by itself once the radvds run, and none after it: lists give the newest first.
bool isHeardAgain(const Rebuilding &building, const Netns &netns, const Link &link, const LinkAddress &address);

/// The namespace without the routes that come by themselves once the radvds run.
Netns withoutHeard(const Rebuilding &building, const Netns &netns);

} // namespace netdraft::model::rebuilding

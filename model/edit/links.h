#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

/// Puts a link into a namespace at the ifindex that it asks for, if that is free, or else at the next free
/// one (dev_index_reserve), among the others by ifindex.
void enterNetns(Draft &draft, NetnsId netns, Link link);

/// Takes a link out of its namespace with all that hangs on it there, and without its peer
/// (unregister_netdevice).
void removeLinkAlone(Draft &draft, LinkPlace place);

} // namespace netdraft::model

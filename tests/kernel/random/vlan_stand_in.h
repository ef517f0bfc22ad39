#pragma once

#include "tests/kernel/agreement.h"

namespace netdraft::tests {

/// The same network without what some kernels lack: each bridge that filters VLANs, and each link with VLANs on it,
/// is a bridge of Open vSwitch with access ports and trunks, and each VLAN link an internal port with its tag. Nothing
/// where there is neither, or where it cannot be said so: several VLANs that leave a port without a tag, settings of
/// ports, a spanning tree, addresses on the link below VLANs.
std::optional<netdraft::model::Project> withOpenVswitch(const netdraft::model::Project &drawn);

/// A lab as it is simulated, and the sandbox in which withOpenVswitch() of it is built and pinged: nothing where there
/// is none.
std::optional<Trial> standIn(const Lab &lab);

} // namespace netdraft::tests

#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

/// Whether a file is called `*.clab.yml` or `*.clab.yaml`, or is YAML with a topology of containerlab, or a resource
/// around one. An ImportFormat::claims.
bool isContainerlabTopology(const ImportSource &source);

/// A topology file of containerlab, or the resource `Topology` of clabernetes around one. The network for management is
/// there while commands run, and then taken away with all that hangs on it. An ImportFormat::read.
Result<Imported> readContainerlab(const ImportSource &source);

} // namespace netdraft::model

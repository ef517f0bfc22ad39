#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The choices of containerlabText(): the image of the containers.
std::span<const ExportOption> containerlabOptions();

/// A topology file of containerlab, `NAME.clab.yml`: every node is a container of the kind `linux`, in which commands
/// build what is no cable. An ExportFormat::write.
Result<Exported> writeContainerlab(const Project &project, const ExportRequest &request);

/// A name that the whole lab can have there, and as an object of Kubernetes: letters in lower case, digits and `-`.
std::string containerlabName(std::string_view name);

} // namespace netdraft::model

#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The drawing in Graphviz's language: nodes where they stand, cables with the interfaces and addresses at their ends.
/// `neato -n` keeps the places, `dot` finds others. An ExportFormat::write.
Result<Exported> writeDot(const Project &project, const ExportRequest &request);

} // namespace netdraft::model

#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The plain commands as lesson notes give them: first those for the machine, then `# on device A` and what is typed
/// there. An ExportFormat::write.
Result<Exported> writeCommands(const Project &project, const ExportRequest &request);

} // namespace netdraft::model

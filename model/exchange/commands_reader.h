#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

/// Whether a text is a sheet of commands with headings that say where they are typed, as writeCommands() has it.
bool isCommandSheet(const ImportSource &source);

/// The network that such a sheet builds: what stands below `# on device A` is run in A, as a shell there would run it.
/// An ImportFormat::read.
Result<Imported> readCommandSheet(const ImportSource &source);

} // namespace netdraft::model

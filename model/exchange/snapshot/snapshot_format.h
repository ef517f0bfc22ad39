#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

// What the tools of a real machine print, in files: docs/capture.md has their names.

/// A folder with the folder `machine`, or a file that is the JSON of `ip -j link` or `ip -j addr`.
bool claimsSnapshot(const ImportSource &source);
Result<Imported> readSnapshot(const ImportSource &source);

} // namespace netdraft::model

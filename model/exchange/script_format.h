#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

/// Whether a text looks like a shell script: by its first line, or by commands that make networks.
bool looksLikeScript(const ImportSource &source);

/// What a shell script builds on a machine that has no network yet, each node at a place of its own. An
/// ImportFormat::read.
Result<Imported> readShellScript(const ImportSource &source);

/// Gives a place to each node that the drawing does not show, as what it looks like.
void placeNodes(Project &project);

} // namespace netdraft::model

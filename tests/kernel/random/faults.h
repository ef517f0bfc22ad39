#pragma once

#include "draw.h"

#include <QStringList>

namespace netdraft::tests {

/// Spoils a few commands of a finished list as a hasty hand does: one comes too early, twice or not at all, or a word
/// of it is wrong. Says in `faults` what was done.
QStringList withHastyCommands(QStringList commands, Draw &draw, QStringList &faults);

} // namespace netdraft::tests

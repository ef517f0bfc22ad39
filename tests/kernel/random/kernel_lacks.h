#pragma once

#include "families.h"

#include <QList>

namespace netdraft::tests {

/// Which features the kernel and the tools of this machine lack: asked in a sandbox.
QList<Feature> missingFeatures();

} // namespace netdraft::tests

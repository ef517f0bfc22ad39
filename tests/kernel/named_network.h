#pragma once

#include "lab.h"

/// A network that tests name: `example:routing` of resources/examples, `network:two-devices` of tests/data/networks,
/// `case:everything` of the exports' case folders, else one of tests/kernel/networks. Nothing where it cannot be read.
std::optional<netdraft::model::Project> networkNamed(const QString &name);

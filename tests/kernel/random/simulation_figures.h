#pragma once

#include "campaign.h"

class QTextStream;

namespace netdraft::tests {

/// Simulates the labs of a plan without the kernel, so also those that it could not check, and prints for each family
/// how many commands were refused, which are not simulated, how many pairs are reachable, and how long that took.
void printSimulationFigures(QTextStream &out, const CampaignPlan &plan);

} // namespace netdraft::tests

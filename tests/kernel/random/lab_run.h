#pragma once

#include "tests/kernel/agreement.h"

namespace netdraft::tests {

/// What of a network is compared; its commands always are.
struct Extent {
    bool tables = true;
    bool pings = true;
    bool traces = true; ///< of some of the pings
    QString onlyPing;   ///< `NETNS ADDRESS`: no ping but this one
    QString onlyTrace;  ///< `NETNS COMMAND`: no traceroute but this one
};

/// What came of one lab, built in the simulation and by the kernel.
struct LabResult {
    Figures figures;
    Disagreements disagreements;
    int askedAgain = 0;      ///< answers that were asked for again before they counted as disagreements
    bool isSimulated = true; ///< false: something in it is not simulated, so nothing was compared
};

/// Builds a lab in the simulation and in a sandbox and compares them. Where they disagree the sandbox is built anew, up
/// to twice, for the kernel lets chance decide some things; pings are then asked alone, since what others have taught
/// may have mattered.
LabResult runLab(const Lab &lab, const Extent &extent = {});

/// Runs some labs at once and returns what came of each, in their order.
std::vector<LabResult> runLabs(const QList<Lab> &labs, const Extent &extent, int atOnce);

/// Whether a lab, run as far as needed, shows this disagreement: the same question answered differently.
bool shows(const Lab &lab, const Disagreement &wanted);

} // namespace netdraft::tests

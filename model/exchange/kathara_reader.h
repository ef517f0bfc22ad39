#pragma once

#include "model/exchange/import.h"

namespace netdraft::model {

/// Whether a folder has a `lab.conf`. An ImportFormat::claims.
bool isKatharaLab(const ImportSource &source);

/// The folder of a lab for Kathará or Netkit. A collision domain of two interfaces is a cable, another a switch.
/// Devices start one after the other, in the order of lab.dep and lab.conf. An ImportFormat::read.
Result<Imported> readKathara(const ImportSource &source);

} // namespace netdraft::model

#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// One line of `ip neigh`, or one object (print_neigh).
void printNeighbour(Printer &printer, const IpCall &call, const Neighbour &neighbour, bool withDev);

} // namespace netdraft::model::command

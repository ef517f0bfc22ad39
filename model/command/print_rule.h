#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// One line of `ip rule`, or one object (print_rule).
void printRule(Printer &printer, const IpCall &call, const Rule &rule);

} // namespace netdraft::model::command

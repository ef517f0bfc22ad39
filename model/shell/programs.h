#pragma once

#include "model/shell/machine.h"

namespace netdraft::model::shell {

// The words begin with the command's name.

/// `read`: a line of the input, cut into variables.
int readLine(Machine &machine, std::span<const std::string> words);
/// `mapfile`: all lines, as an array.
int readLines(Machine &machine, std::span<const std::string> words);
int seq(Machine &machine, std::span<const std::string> words);
int basename(Machine &machine, std::span<const std::string> words);
int dirname(Machine &machine, std::span<const std::string> words);
int expr(Machine &machine, std::span<const std::string> words);
/// `id` and `whoami`: everybody here is root.
int id(Machine &machine, std::span<const std::string> words);
/// `cat` of files and of its input; one with options, or of a file that is not there, is the world's.
int cat(Machine &machine, std::span<const std::string> words);

} // namespace netdraft::model::shell

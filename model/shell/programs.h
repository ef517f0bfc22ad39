#pragma once

#include "model/shell/machine.h"

namespace netdraft::model::shell {

// The words begin with the command's name.

/// `read`: a line of the input, cut into variables.
int readLine(Machine &machine, std::span<const std::string> words);
/// `mapfile`: all lines, as an array.
int readLines(Machine &machine, std::span<const std::string> words);
/// What a shell remembers: `set`, `unset`, `shift`, `trap`, `getopts`.
int setOptions(Machine &machine, std::span<const std::string> words);
int unset(Machine &machine, std::span<const std::string> words);
int shift(Machine &machine, std::span<const std::string> words);
int trap(Machine &machine, std::span<const std::string> words);
int getopts(Machine &machine, std::span<const std::string> words);
int seq(Machine &machine, std::span<const std::string> words);
int basename(Machine &machine, std::span<const std::string> words);
int dirname(Machine &machine, std::span<const std::string> words);
int expr(Machine &machine, std::span<const std::string> words);
/// `id` and `whoami`: everybody here is root.
int id(Machine &machine, std::span<const std::string> words);
/// `cat` of files and of its input; one with options, or of a file that is not there, is the world's.
int cat(Machine &machine, std::span<const std::string> words);

/// A whole number that is a status, a count or the like; none of any other text.
std::optional<int> smallNumber(std::string_view text);

} // namespace netdraft::model::shell

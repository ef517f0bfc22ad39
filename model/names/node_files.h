#pragma once

#include "model/network/network.h"

#include <functional>

namespace netdraft::model::names {

/// What a program in a namespace finds at a path: its own file, below /etc else the machine's; none where there is
/// none.
std::optional<std::string> fileOf(const Network &network, const Netns &netns, std::string_view path);

/// Words between blanks of a line, which `#` and what follows end.
std::vector<std::string_view> wordsOfLine(std::string_view line);

/// The parts of a text between those characters: one more than there are of them.
std::vector<std::string> splitAt(std::string_view text, char separator);

/// Gives each line of a text, without its line feed, and its number from 1.
void eachLine(std::string_view text, const std::function<void(std::string_view line, int number)> &take);

} // namespace netdraft::model::names

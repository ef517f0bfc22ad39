#pragma once

#include "model/command/arguments.h"

namespace netdraft::model::command {

// radvd 2.19, as Debian has it, and what ends it.

/// A configuration as radvd reads it; the reply that ends it, where it is not to be followed. `file` is its name.
std::variant<std::vector<AdvertisingInterface>, Reply> readRadvdConfiguration(std::string_view text,
                                                                              std::string_view file);

/// The same as one line of text, without what radvd does by itself.
std::string radvdConfiguration(std::span<const AdvertisingInterface> interfaces);

/// `radvd -C <(echo '…')`
Response radvd(const Network &network, const Netns &netns, std::span<const std::string> words);
/// Ends the one with that pid file, or with an empty one all, wherever they run: processes are the machine's.
Response endRadvds(const Network &network, std::string_view pidFile);

/// The words after the program's name that start it.
std::vector<std::string> radvdWords(const Radvd &radvd);

} // namespace netdraft::model::command

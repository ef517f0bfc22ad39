#pragma once

#include "model/names/dnsmasq.h"

namespace netdraft::model::names {

// The options of dnsmasq(8), by their long names without the dashes: the same in its configuration and on its command
// line.

/// Whether it is an option without a value.
bool isDnsmasqFlag(std::string_view option);
/// Whether it is one that may have a value.
bool takesDnsmasqValue(std::string_view option);
/// Whether that must be there.
bool needsDnsmasqValue(std::string_view option);

/// Options in their order, with the values of those that have one.
using DnsmasqOptions = std::vector<std::pair<std::string, std::optional<std::string>>>;
/// Those of the words after the program's name, short ones by their long names. Whether there are such options, nobody
/// has asked.
std::expected<DnsmasqOptions, DnsmasqError> dnsmasqOptions(std::span<const std::string> words);

/// Puts an option into the settings, but those that name other files, and `user`. What is wrong with it, as dnsmasq
/// says it, is returned, empty where that is no more than `error`; none where it is taken.
std::optional<std::string> takeDnsmasqOption(DnsmasqSettings &settings, const std::string &option,
                                             const std::optional<std::string> &value);

} // namespace netdraft::model::names

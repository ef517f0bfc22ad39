#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace netdraft::model::command {

// Units as tc(8) of iproute2 6.1 reads and prints them (lib/utils.c, lib/utils_math.c, lib/json_print.c).

/// A time in microseconds, of a number of them or one with `s`, `ms`, `us`; none for other words.
std::optional<std::uint32_t> readTime(std::string_view word);
/// A rate in bytes per second, of a number of bits per second or one with `kbit`, `mbit`, `kbps` …
std::optional<std::uint64_t> readRate(std::string_view word);
/// A number of bytes, of one or one with `b`, `k`, `kb`, `m`, `mb`, `kbit` …
std::optional<std::uint32_t> readSize(std::string_view word);
/// A share of 2^32 - 1, of a number of percent with or without `%`.
std::optional<std::uint32_t> readPercent(std::string_view word);

std::string timeText(std::uint32_t microseconds);
std::string rateText(std::uint64_t bytesPerSecond);
std::string sizeText(std::uint32_t bytes);
std::string percentText(std::uint32_t share);

} // namespace netdraft::model::command

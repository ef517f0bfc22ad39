#pragma once

#include <cstddef>
#include <cstdint>

/// libFuzzer's interface: tries one input. Returns 0, or does not return where something is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

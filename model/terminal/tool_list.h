#pragma once

#include <span>
#include <string_view>

namespace netdraft::model {

/// A tool that the terminals of nodes know.
struct ToolDescription {
    std::string_view name;
    std::string_view path;      ///< where Debian 12 has it; empty: it is bash's own
    std::string_view purpose;   ///< what it is for, as the head of its manual page says it
    std::string_view simulated; ///< what of it is simulated, a sentence or two
    bool ownHelp = false;       ///< `--help` is the real tool's, or says what it takes
};

/// All of them, ordered by name.
std::span<const ToolDescription> toolList();
/// Null when there is none.
const ToolDescription *toolDescribed(std::string_view name);

} // namespace netdraft::model

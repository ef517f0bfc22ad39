#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// The lines that a reader of lab scripts looks for, and their writer prints; they start with `# netdraft: `. One more
/// says what a script cannot promise.
namespace mark {
inline constexpr std::string_view version = "# netdraft: lab script ";
inline constexpr std::string_view begin = "# netdraft: network begins";
inline constexpr std::string_view end = "# netdraft: network ends";
inline constexpr std::string_view chance =
    "# Several have one IPv6 address here: who of them may use it may come out otherwise than it is drawn.";
inline constexpr std::string_view place = "# netdraft: place ";
inline constexpr std::string_view inside = "# netdraft: inside ";
inline constexpr std::string_view folded = "# netdraft: folded ";
inline constexpr std::string_view annotation = "# netdraft: annotation ";
/// Before the stand-ins of a program's sockets: its node, its number, how many they are, and its command line.
inline constexpr std::string_view process = "# netdraft: process ";
} // namespace mark

inline constexpr int labScriptVersion = 1;

/// The script's own functions that build() calls between its commands. They change nothing that is simulated.
inline constexpr std::string_view labScriptFunctions[] = {
    "settle_nodes", "settle_links", "on_down", "restore_on_down", "wait_for_addresses", "wait_until_heard", "own_file"};

/// The function before the command of a program that listens.
inline constexpr std::string_view backgroundFunction = "in_background";
/// And before that of a radvd.
inline constexpr std::string_view radvdFunction = "start_radvd";

/// The parts of a script that differ from lab to lab.
struct LabScriptParts {
    std::string lab;          ///< its name: letters, digits and `_ . - +` only
    std::string nodes;        ///< the assignment `readonly nodes=(…)`
    std::string machineLinks; ///< the assignment `readonly machine_links=(…)`
    std::string build;        ///< the function build(), between the marks
    std::string predicted;    ///< predictionTable()
    bool usesOvs = false;     ///< whether build() makes bridges of Open vSwitch
    bool usesRadvd = false;   ///< whether build() starts a radvd
    bool usesFiles = false;   ///< whether it writes files of nodes
    bool usesQdiscs = false;  ///< whether it gives links qdiscs
};

/// The whole script: the constant text with its parts put in.
std::string labScript(const LabScriptParts &parts);

} // namespace netdraft::model

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::kubernetes {

/// What a flag takes.
enum class FlagValue { Nothing, Text, Texts, Number, Duration, Perhaps };

/// A flag as kubectl knows it.
struct FlagEntry {
    char letter; ///< 0: none
    std::string_view name;
    FlagValue takes;
    bool isSimulated; ///< something comes of it here, or nothing would be otherwise
};

/// The subcommand that the words ask for, as `create deployment` for `-n x create deploy web`: the words that name it,
/// by its own names; none where there are no words but flags.
struct Subcommand {
    std::string path;
    bool known = false; ///< kubectl has it
    bool reads = false; ///< its flags are known here
};
Subcommand subcommandOf(std::span<const std::string> words);

/// A flag of a subcommand or of all of them; none where kubectl does not have it there.
std::optional<FlagEntry> flagNamed(std::string_view path, std::string_view name);
std::optional<FlagEntry> flagLettered(std::string_view path, char letter);

/// `error: unknown command "gett" for "kubectl"`, and what was perhaps meant.
std::string unknownSubcommand(std::span<const std::string> words);

/// What kubectl prints of itself, or of those that have subcommands, where none is named; none of others.
std::optional<std::string_view> helpOf(std::string_view path);

} // namespace netdraft::model::kubernetes

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::kubernetes {

/// The words of kubectl, read.
struct Flags {
    std::string path;                                                   ///< `get`, `create deployment`
    std::vector<std::string> words;                                     ///< those that are no flags
    std::map<std::string, std::vector<std::string>, std::less<>> given; ///< by the long name
    std::vector<std::string> command;                                   ///< what stands after `--`
    bool hasCommand = false;
    bool asksForHelp = false;
    std::string unknown;     ///< what kubectl says of a flag that it does not take
    std::string unsimulated; ///< a flag that it takes, and with which nothing is done here: `--raw`

    /// Whether it is given, and not as `--watch=false`.
    bool has(std::string_view name) const;
    std::string value(std::string_view name, std::string_view otherwise = {}) const;
    /// The words from the one at `first` on, with a blank between.
    std::string joined(std::size_t first) const;
    /// All that are given, each up to the next comma.
    std::vector<std::string> list(std::string_view name) const;
};
/// Reads the words by what kubectl's subcommand of that path takes.
Flags readFlags(std::span<const std::string> words, std::string_view path);

} // namespace netdraft::model::kubernetes

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::kubernetes {

/// The words of kubectl, read.
struct Flags {
    std::vector<std::string> words;                                     ///< those that are no flags
    std::map<std::string, std::vector<std::string>, std::less<>> given; ///< by the long name
    std::vector<std::string> command;                                   ///< what stands after `--`
    bool hasCommand = false;
    std::string unknown; ///< what kubectl says of a flag that it does not know

    bool has(std::string_view name) const { return given.contains(name); }
    std::string value(std::string_view name, std::string_view otherwise = {}) const;
};
Flags readFlags(std::span<const std::string> words);

} // namespace netdraft::model::kubernetes

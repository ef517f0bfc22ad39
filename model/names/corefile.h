#pragma once

#include "model/names/node_files.h"

#include <expected>

namespace netdraft::model::names {

/// A directive of a server block: a plugin with its arguments, and the lines of its own block, each with its words.
struct CorefileDirective {
    std::string name;
    std::vector<std::string> arguments;
    std::vector<std::vector<std::string>> block;
    std::string file; ///< that it stands in
    int line = 0;
};

/// `example.org:1053 . { … }`
struct CorefileBlock {
    std::vector<std::string> keys; ///< as they are written, at least one
    std::vector<CorefileDirective> directives;
};

/// Reads a Corefile (coredns-corefile(5)) with snippets, `import` and environment variables, which are all empty; the
/// error is the text with which coredns ends.
std::expected<std::vector<CorefileBlock>, std::string> readCorefile(const Network &network, const Netns &netns,
                                                                    std::string_view path, std::string_view text);

} // namespace netdraft::model::names

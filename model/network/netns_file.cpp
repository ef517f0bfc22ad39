#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace netdraft::model {

namespace {

constexpr std::size_t longestPath = 200;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_.-+@:").find(c) != std::string_view::npos;
}

bool isFileName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && std::ranges::all_of(name, isNameCharacter);
}

/// How many bytes the character at the start of `text` has in UTF-8; 0 where it is none.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xc2 ? 0 : byte(0) < 0xe0 ? 2 : byte(0) < 0xf0 ? 3 : 4;
    if (length == 0 || byte(0) > 0xf4 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80)
            return 0;
    }
    // Longer than needed, a half of a surrogate pair, or past the last character.
    const bool unsound = length > 2 && ((byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xed && byte(1) > 0x9f) ||
                                        (byte(0) == 0xf0 && byte(1) < 0x90) || (byte(0) == 0xf4 && byte(1) > 0x8f));
    return unsound ? 0 : length;
}

} // namespace

Result<void> checkNetnsFilePath(std::string_view path)
{
    constexpr std::string_view expected =
        "expected a path below /etc, /home, /opt, /root, /run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as "
        "/etc/hosts";
    if (path.size() > longestPath)
        return fail(ErrorCode::Input, fmt::format("a path of {} bytes; expected at most {}", path.size(), longestPath));
    const auto root =
        std::ranges::find_if(netnsFileRoots, [&](std::string_view each) { return path.starts_with(each); });
    if (root == netnsFileRoots.end())
        return fail(ErrorCode::Input, fmt::format("\"{}\" is no file that a namespace can have; {}", path, expected));
    std::string_view rest = path.substr(root->size());
    if (isOfNetnsExec(path) && (rest == "netns" || rest.starts_with("netns/")))
        return fail(ErrorCode::Input, fmt::format("\"{}\" is where the files of all are kept; {}", path, expected));
    while (true) {
        const std::size_t slash = rest.find('/');
        if (!isFileName(rest.substr(0, slash)))
            return fail(ErrorCode::Input,
                        fmt::format("\"{}\" is no file that a namespace can have; {}", path, expected));
        if (slash == std::string_view::npos)
            return {};
        rest.remove_prefix(slash + 1);
    }
}

Result<void> checkNetnsFileText(std::string_view text)
{
    if (text.size() > largestNetnsFile)
        return fail(ErrorCode::Input,
                    fmt::format("a file of {} bytes; expected at most {}", text.size(), largestNetnsFile));
    while (!text.empty()) {
        const std::size_t length = text.front() == '\0' ? 0 : characterLength(text);
        if (length == 0)
            return fail(ErrorCode::Input, "a file that is no text in UTF-8; expected one that is");
        text.remove_prefix(length);
    }
    return {};
}

} // namespace netdraft::model

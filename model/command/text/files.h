#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

// The files that commands in a namespace can read and write: its own (model/network/netns_file.h), and the kernel's
// below /proc/sys/net. Of others nothing is known but that a Debian has them, or that nobody has.

/// A file that a namespace has, or may have, for itself.
struct NetnsFile {
    std::string netns;
    std::string path; ///< see model/network/netns_file.h
};

/// The file that a path typed in `netns` leads to: /etc/hosts is the namespace's own, /etc/netns/NAME/hosts is that of
/// NAME (`host` for the machine), wherever it is typed. None where that cannot be.
std::optional<NetnsFile> netnsFileAt(const Network &network, const Netns &netns, std::string_view path);
/// The path by which the machine knows a file of a namespace: /etc/netns/NAME/hosts; for one that is not below /etc the
/// path itself, which namespaces of a real machine share.
std::string machinePath(const NetnsFile &file);

inline constexpr std::string_view noSuchFile = "No such file or directory";
inline constexpr std::string_view isDirectory = "Is a directory";

/// What is read from a path: its text, or what strerror(3) says. `unknown`: a machine has such a file, and what is in
/// it is not simulated.
struct FileText {
    std::string text;
    std::string_view error = {};
    bool unknown = false;
    bool good() const { return error.empty() && !unknown; }
};
FileText readFile(const Network &network, const Netns &netns, std::string_view path);

/// The names in a directory, sorted; none where it is no directory that is known. A file is no directory.
std::optional<std::vector<std::string>> namesIn(const Network &network, const Netns &netns, std::string_view path);

enum class WriteMode : bool { Replace, Append };
/// Writes a file as `tool` would, whose name begins the error: `bash` for a redirection. A namespace's own file begins
/// empty, whatever the machine has in its own.
Response writeFile(const Network &network, const Netns &netns, std::string_view tool, std::string_view path,
                   std::string_view text, WriteMode mode);

/// `rm [-f] PATH…` of files that a namespace has for itself, and `mkdir [-p] DIRECTORY…`, which are there when a file
/// is.
Response rm(const Network &network, const Netns &netns, std::span<const std::string> words);
Response mkdir(const Network &network, const Netns &netns, std::span<const std::string> words);

/// The words after `printf` that write a text to a file: a format and its arguments, `>`, the path.
std::vector<std::string> writingWords(std::string_view text, std::string_view path);

} // namespace netdraft::model::command

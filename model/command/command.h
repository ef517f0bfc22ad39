#pragma once

#include "model/edit/apply.h"

#include <span>
#include <variant>

namespace netdraft::model {

/// What a tool printed and how it ended.
struct Reply {
    int status = 0; ///< exit status, as the real tool's
    std::string out;
    std::string err;
    friend bool operator==(const Reply &, const Reply &) = default;
};

/// A command is understood as edits, which the caller applies, or as a question, whose answer is here at once.
using Understood = std::variant<EditList, Reply>;

/// The words of one command (no shell syntax: see splitWords), as typed in the namespace `at`: `ip`, `bridge`,
/// `sysctl`, `route`, `arp` …, as the tools of Debian 12 (iproute2 6.1) take and print them, with their
/// abbreviations, messages and exit statuses. Reads the network alone; tools that send packets or look up routes
/// are in model/terminal.
Understood understand(const Network &network, NetnsId at, std::span<const std::string> words);

/// What the tool that asked for `edits` prints when the kernel, or the tool itself, refuses with this error.
Reply refusal(const Error &error);

/// Where a printed command is meant to be typed.
enum class Prompt : std::uint8_t {
    Node, ///< in the namespace that it is about: `ip addr add 192.0.2.1/24 dev eth0`
    Host, ///< on the machine: `ip -n A addr add 192.0.2.1/24 dev eth0`
};

/// The command that does the same as an edit, as words, unquoted; `ip -n` or `ip netns exec` name the namespace
/// where the prompt is the host's. Empty for what no command does (placing a node, renaming a namespace, undoing).
/// understand() of the words gives the edit back, but for programs that run, which model/terminal starts.
std::vector<std::string> wordsOf(const Edit &edit, Prompt prompt);

/// The namespace in whose terminal the command of this edit belongs; `host` for what makes namespaces and cables.
/// Empty for an edit without a command.
std::string netnsOf(const Edit &edit);

/// The word of a command that stands for the file which bash makes of `<(echo 'TEXT')`.
std::string substitution(std::string_view text);
/// The text of such a word; none of any other.
std::optional<std::string_view> substitutedText(std::string_view word);

/// Words as one line for a POSIX shell: a word is quoted unless it is plainly safe.
std::string shellLine(std::span<const std::string> words);

/// Whether the command of an edit is a program that runs until it is ended, and is started in the background.
bool neverEnds(const Edit &edit);

/// The command of an edit as a line to type: shellLine() of its words, with `&` behind a program that would not end.
std::string commandLine(const Edit &edit, Prompt prompt);

/// Splits one line as a POSIX shell would, with quotes and backslashes; an unclosed quote, and any operator or
/// expansion of the shell (`;`, `|`, `&`, `$`, a back-quote), is an error, but for a `&` at the end, which is left out.
/// `>` and `>>` are words of their own, and `<(echo 'TEXT')` or `<(printf 'TEXT')` is a substitution().
Result<std::vector<std::string>> splitWords(std::string_view line);

} // namespace netdraft::model

#include "model/command/processes.h"

#include "model/command/radvd.h"
#include "model/command/sockets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

struct Running {
    int pid = 0;
    std::string name;
    std::string command;
    std::optional<Edit> end; ///< what ends it; none of what has no edit
};

std::string joined(std::string_view program, std::span<const std::string> words)
{
    std::string text(program);
    for (const std::string &word : words)
        text += ' ' + word;
    return text;
}

/// All of them, by their numbers.
std::vector<Running> runningIn(const Netns &netns)
{
    std::vector<Running> all;
    for (const Process &process : netns.processes)
        if (!process.isElsewhere())
            all.push_back(
                {process.pid, std::string(process.name()), process.command, EndProcess{netns.name, process.pid}});
    for (std::size_t at = 0; at < netns.sockets.size(); ++at) {
        const Socket &socket = netns.sockets[at];
        if (socket.pid != 0)
            continue;
        const Link *dev = netns.find(socket.dev);
        const AddSocket start{netns.name,  socket.transport,     socket.address, socket.v6only,
                              socket.port, dev ? dev->name : "", socket.program};
        const std::string name(programName(socket.program));
        all.push_back({processOf(netns, at), name, joined(name, socketWords(start)),
                       RemoveSocket{netns.name, socket.transport, socket.port}});
    }
    std::ranges::sort(all, {}, &Running::pid);
    return all;
}

std::optional<int> pidOf(std::string_view text)
{
    int pid = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pid);
    return error == std::errc() && end == text.data() + text.size() && pid > 0 ? std::optional(pid) : std::nullopt;
}

/// Adds an edit, but not twice: programs that share a port end together.
void addOnce(EditList &edits, const Edit &edit)
{
    if (std::ranges::find(edits.edits, edit) == edits.edits.end())
        edits.add(edit);
}

/// Whether a word names a signal that ends a process that does not mind it.
bool isEnding(std::string_view word)
{
    constexpr std::string_view signals[] = {"-9",       "-15", "-KILL", "-TERM",  "-SIGKILL",
                                            "-SIGTERM", "-2",  "-INT",  "-SIGINT"};
    return std::ranges::find(signals, word) != std::end(signals);
}

bool isRereading(std::string_view word)
{
    return word == "-1" || word == "-HUP" || word == "-SIGHUP" || word == "-USR1" || word == "-SIGUSR1";
}

} // namespace

Response ps(const Network &, const Netns &netns, std::span<const std::string> words)
{
    enum class Form : std::uint8_t { Short, User, Full };
    Form form = Form::Short;
    for (const std::string &word : words) {
        const std::string_view letters =
            word.starts_with('-') ? std::string_view(word).substr(1) : std::string_view(word);
        if (letters.empty() || letters.find_first_not_of("auxefAwf") != std::string_view::npos)
            return notSimulated("ps " + word);
        if (word.find('u') != std::string::npos)
            form = Form::User;
        else if (word.starts_with('-') && word.find('f') != std::string::npos)
            form = Form::Full;
    }
    std::string out = form == Form::User
                          ? "USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n"
                      : form == Form::Full ? "UID          PID    PPID  C STIME TTY          TIME CMD\n"
                                           : "    PID TTY          TIME CMD\n";
    for (const Running &each : runningIn(netns)) {
        switch (form) {
        case Form::User:
            out += fmt::format("root     {:>7}  0.0  0.0      0     0 ?        Ss   00:00   0:00 {}\n", each.pid,
                               each.command);
            break;
        case Form::Full:
            out += fmt::format("root     {:>7}       1  0 00:00 ?        00:00:00 {}\n", each.pid, each.command);
            break;
        case Form::Short:
            if (!words.empty())
                out += fmt::format("{:>7} ?        00:00:00 {}\n", each.pid, each.name);
            break;
        }
    }
    return Reply{0, std::move(out), {}};
}

Response kill(const Network &, const Netns &netns, std::span<const std::string> words)
{
    Response response;
    const auto all = runningIn(netns);
    bool ends = true;
    for (const std::string &word : words) {
        if (isRereading(word)) {
            ends = false;
            continue;
        }
        if (isEnding(word) || word == "--")
            continue;
        if (word.starts_with('-'))
            return notSimulated("kill " + word);
        const auto pid = pidOf(word);
        const auto found = pid ? std::ranges::find(all, *pid, &Running::pid) : all.end();
        if (!pid)
            response.reply = {1, {}, fmt::format("bash: kill: {}: arguments must be process or job IDs\n", word)};
        else if (found == all.end())
            response.reply = {1, {}, fmt::format("bash: kill: ({}) - No such process\n", *pid)};
        else if (ends)
            addOnce(response.edits, *found->end);
    }
    if (words.empty())
        response.reply = {
            2, {}, "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n"};
    return response;
}

Response pkill(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    if (words.empty())
        return complaint(2, "pkill: no matching criteria specified\nTry `pkill --help' for more information.");
    if (words.size() == 2 && (words[0] == "-F" || words[0] == "--pidfile")) {
        Response response = endRadvds(network, words[1]);
        return response.edits.empty()
                   ? complaint(1, "pkill: pidfile not valid\nTry `pkill --help' for more information.")
                   : response;
    }
    bool whole = false;
    bool exact = false;
    bool ends = true;
    std::string pattern;
    for (const std::string &word : words) {
        if (word == "-f" || word == "--full")
            whole = true;
        else if (word == "-x" || word == "--exact")
            exact = true;
        else if (isRereading(word))
            ends = false;
        else if (word.starts_with('-') && !isEnding(word))
            return notSimulated("pkill " + word);
        else if (!word.starts_with('-'))
            pattern = word;
    }
    if (pattern.find_first_of(".*[]^$|()+?\\{}") != std::string::npos)
        return notSimulated("pkill with a regular expression");
    // Processes are the machine's, whatever namespace they are in; those of other nodes are taken to be out of sight.
    Response response = pattern == "radvd" ? endRadvds(network, {}) : Response();
    bool any = !response.edits.empty();
    for (const Running &each : runningIn(netns)) {
        const std::string &text = whole ? each.command : each.name;
        if (exact ? text != pattern : text.find(pattern) == std::string::npos)
            continue;
        any = true;
        if (ends)
            addOnce(response.edits, *each.end);
    }
    if (!any)
        response.reply.status = 1;
    return response;
}

Response killall(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Response response;
    bool ends = true;
    for (const std::string &word : words) {
        if (isRereading(word)) {
            ends = false;
        } else if (word.starts_with('-') && !isEnding(word) && word != "-q") {
            return notSimulated("killall " + word);
        } else if (!word.starts_with('-')) {
            Response one = word == "radvd" ? endRadvds(network, {}) : Response();
            bool any = !one.edits.empty();
            for (const Running &each : runningIn(netns)) {
                if (each.name != word)
                    continue;
                any = true;
                if (ends)
                    addOnce(one.edits, *each.end);
            }
            response.edits.add(std::move(one.edits));
            if (!any) {
                response.reply.err += fmt::format("{}: no process found\n", word);
                response.reply.status = 1;
            }
        }
    }
    return response;
}

} // namespace netdraft::model::command

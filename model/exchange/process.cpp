#include "model/exchange/process.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace netdraft::model {

namespace {

/// Both ends of a stream between this program and the other one; closed in any case.
class Stream
{
public:
    /// A socket rather than a pipe, since writing to a program that has ended must not end this one (SIGPIPE).
    Stream() { m_open = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends.data()) == 0; }
    ~Stream()
    {
        closeOurs();
        closeTheirs();
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    bool open() const { return m_open; }
    int ours() const { return m_ends[0]; }
    int theirs() const { return m_ends[1]; }
    void closeOurs() { close(m_ends[0]); }
    void closeTheirs() { close(m_ends[1]); }

private:
    static void close(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }

    std::array<int, 2> m_ends{-1, -1};
    bool m_open = false;
};

/// Reads what is there; false at the end of the stream.
bool readSome(int fd, std::string &text)
{
    std::array<char, 65536> chunk;
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got > 0)
        text.append(chunk.data(), static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && errno == EINTR);
}

/// Writes what fits; false when there is nothing more to write, or nobody to read it.
bool writeSome(int fd, std::string_view &text)
{
    const ssize_t sent = ::send(fd, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0)
        return errno == EINTR || errno == EAGAIN;
    text.remove_prefix(static_cast<std::size_t>(sent));
    return !text.empty();
}

void exchange(Stream &in, Stream &out, Stream &err, std::string_view input, ProcessOutcome &outcome)
{
    if (input.empty())
        in.closeOurs();
    while (out.ours() >= 0 || err.ours() >= 0) {
        std::array<pollfd, 3> waiting{{{in.ours(), POLLOUT, 0}, {out.ours(), POLLIN, 0}, {err.ours(), POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
            return;
        if (waiting[0].revents != 0 && !writeSome(in.ours(), input))
            in.closeOurs();
        if (waiting[1].revents != 0 && !readSome(out.ours(), outcome.out))
            out.closeOurs();
        if (waiting[2].revents != 0 && !readSome(err.ours(), outcome.err))
            err.closeOurs();
    }
}

} // namespace

Result<ProcessOutcome> runProcess(const std::vector<std::string> &words, std::string_view input)
{
    Stream in;
    Stream out;
    Stream err;
    if (!in.open() || !out.open() || !err.open())
        return fail(ErrorCode::Io, fmt::format("cannot run {}: {}", words.front(), std::strerror(errno)));

    std::vector<char *> arguments;
    for (const std::string &word : words)
        arguments.push_back(const_cast<char *>(word.c_str())); // posix_spawnp does not write to them
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in.theirs(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out.theirs(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.theirs(), STDERR_FILENO);
    pid_t child = 0;
    const int refused = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (refused != 0)
        return fail(ErrorCode::Io, fmt::format("cannot run {}: {}", words.front(), std::strerror(refused)));
    in.closeTheirs();
    out.closeTheirs();
    err.closeTheirs();

    ProcessOutcome outcome;
    exchange(in, out, err, input, outcome);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

} // namespace netdraft::model

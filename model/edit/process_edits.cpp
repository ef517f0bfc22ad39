#include "model/edit/binding.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

Result<void> checkCommandLine(std::string_view command)
{
    if (command.empty() || command.size() > longestCommand)
        return fail(ErrorCode::Input,
                    fmt::format("a command line of {} bytes; expected 1 to {}", command.size(), longestCommand));
    const bool sound =
        std::ranges::none_of(command, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; });
    if (!sound || command.starts_with(' ') || command.ends_with(' ') || command.find("  ") != std::string_view::npos)
        return fail(ErrorCode::Input, "a command line has one space between its words, and no control characters");
    return {};
}

/// The number that the next process gets.
int freePid(const Netns &netns)
{
    int pid = firstPid;
    for (const Process &process : netns.processes)
        pid = std::max(pid, process.pid + 1);
    return pid;
}

} // namespace

Result<void> perform(Draft &draft, const StartProcess &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkCommandLine(edit.command); !sound)
        return sound;
    const Netns &before = *draft.network.find(*id);
    const int pid = edit.pid != 0 ? edit.pid : freePid(before);
    if (pid < 1 || pid > 4'194'304)
        return fail(ErrorCode::Input, fmt::format("{} is no number of a process; expected 1 to 4194304", pid));
    if (before.process(pid))
        return fail(ErrorCode::Input, fmt::format("{} has a process {} already", edit.netns, pid));
    if (before.processes.size() >= mostProcesses)
        return fail(ErrorCode::Input,
                    fmt::format("{} has {} processes, and no more are kept", edit.netns, mostProcesses));
    const Process process{pid, edit.command};
    draft.network.change(*id).processes.push_back(process);
    for (const ListeningSocket &listening : edit.sockets) {
        if (listening.port == 0)
            return fail(ErrorCode::Input, "a socket that listens has a port from 1 to 65535");
        const Socket socket{
            listening.transport, listening.address, listening.v6only, listening.port, {}, Program::Daemon, pid};
        if (const auto bound = bindSocket(draft, *id, socket); !bound)
            return fail(ErrorCode::ToolOther,
                        fmt::format("{}: {}:{}/{}: {}", process.name(), listening.address.toString(), listening.port,
                                    transportName(listening.transport), bound.error()));
    }
    return {};
}

Result<void> perform(Draft &draft, const EndProcess &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (!draft.network.find(*id)->process(edit.pid))
        return fail(ErrorCode::Input, fmt::format("{} has no process {}", edit.netns, edit.pid));
    Netns &netns = draft.network.change(*id);
    std::erase_if(netns.sockets, [&](const Socket &socket) { return socket.pid == edit.pid; });
    std::erase_if(netns.processes, [&](const Process &process) { return process.pid == edit.pid; });
    return {};
}

} // namespace netdraft::model

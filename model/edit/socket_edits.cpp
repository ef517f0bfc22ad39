#include "model/edit/binding.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

/// What the program says of an error of bind(2) as it ends with status 1. socat puts the time and its process number
/// before it, which no two runs have alike.
std::unexpected<Error> bindError(Program program, std::string_view error)
{
    return fail(ErrorCode::ToolOther, fmt::format("{}: {}", programName(program), error));
}

/// What a program cannot be told.
Result<void> checkProgram(const AddSocket &edit)
{
    if (edit.port == 0)
        return fail(ErrorCode::Input, "a socket that listens has a port from 1 to 65535");
    if (edit.v6only && edit.address.isV4())
        return fail(ErrorCode::Input, "only a socket of IPv6 can be for IPv6 alone");
    if (edit.program == Program::Daemon)
        return fail(ErrorCode::Input, "the sockets of a process are opened as it starts");
    if (edit.program == Program::Netcat && (edit.v6only || !edit.dev.empty()))
        return fail(ErrorCode::Input, "nc can neither be bound to a link nor be for IPv6 alone; socat can");
    return {};
}

} // namespace

Result<void> perform(Draft &draft, const AddSocket &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkProgram(edit); !sound)
        return sound;
    const Netns &before = *draft.network.find(*id);
    Socket socket{edit.transport, edit.address, edit.v6only, edit.port, {}, edit.program};
    if (!edit.dev.empty()) {
        const Link *dev = before.find(std::string_view(edit.dev));
        if (!dev)
            return bindError(edit.program, "No such device");
        socket.dev = dev->id;
    }
    if (const auto bound = bindSocket(draft, *id, socket); !bound)
        return bindError(edit.program, bound.error());
    return {};
}

Result<void> perform(Draft &draft, const RemoveSocket &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const auto isMeant = [&](const Socket &socket) {
        return socket.transport == edit.transport && socket.port == edit.port;
    };
    if (std::ranges::none_of(draft.network.find(*id)->sockets, isMeant))
        return fail(ErrorCode::Input,
                    fmt::format("nobody listens on {}/{} of {}", edit.port, transportName(edit.transport), edit.netns));
    Netns &netns = draft.network.change(*id);
    std::set<int> ended;
    for (const Socket &socket : netns.sockets) {
        if (isMeant(socket) && socket.pid != 0)
            ended.insert(socket.pid);
    }
    std::erase_if(netns.sockets, [&](const Socket &socket) { return isMeant(socket) || ended.contains(socket.pid); });
    std::erase_if(netns.processes, [&](const Process &process) { return ended.contains(process.pid); });
    return {};
}

} // namespace netdraft::model

#include "model/exchange/rebuild/steps.h"

namespace netdraft::model::rebuilding {

namespace {

StartProcess startOf(const Netns &netns, const Process &process)
{
    StartProcess start{netns.name, process.command, {}, process.pid};
    for (const Socket &socket : netns.sockets) {
        if (socket.pid == process.pid)
            start.sockets.push_back({socket.transport, socket.address, socket.port, socket.v6only});
    }
    return start;
}

} // namespace

void addFiles(Rebuilding &building)
{
    for (const auto &netns : building.namespaces()) {
        for (const auto &[path, text] : netns->files)
            building.keep(EditList{WriteFile{netns->name, path, text}});
    }
}

void addRadvds(Rebuilding &building)
{
    for (const auto &netns : building.namespaces()) {
        for (const Radvd &radvd : netns->radvds)
            building.keep(EditList{AddRadvd{netns->name, radvd}});
    }
}

void addSockets(Rebuilding &building)
{
    Project silent = building.wanted();
    for (const auto &netns : building.namespaces()) {
        if (netns->sockets.empty() && netns->processes.empty())
            continue;
        Netns &quiet = silent.network.change(netns->id);
        quiet.sockets.clear();
        quiet.processes.clear();
        for (const Socket &socket : netns->sockets) {
            if (socket.pid != 0)
                continue;
            const Link *dev = netns->find(socket.dev);
            EditList one{AddSocket{netns->name, socket.transport, socket.address, socket.v6only, socket.port,
                                   dev ? dev->name : std::string(), socket.program}};
            if (apply(silent, one))
                building.keep(std::move(one));
        }
        for (const Process &process : netns->processes) {
            EditList one{startOf(*netns, process)};
            if (apply(silent, one))
                building.keep(std::move(one));
        }
    }
}

} // namespace netdraft::model::rebuilding

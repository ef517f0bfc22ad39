#include "model/exchange/rebuild/steps.h"

namespace netdraft::model::rebuilding {

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
        if (netns->sockets.empty())
            continue;
        silent.network.change(netns->id).sockets.clear();
        for (const Socket &socket : netns->sockets) {
            const Link *dev = netns->find(socket.dev);
            EditList one{AddSocket{netns->name, socket.transport, socket.address, socket.v6only, socket.port,
                                   dev ? dev->name : std::string(), socket.program}};
            if (apply(silent, one))
                building.keep(std::move(one));
        }
    }
}

} // namespace netdraft::model::rebuilding

#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// The words of `bridge fdb add|append|replace|del` that a VXLAN takes.
struct RemoteWords {
    std::optional<IpAddress> dst;
    std::optional<std::uint16_t> port;
    std::optional<std::uint32_t> vni;
    std::string via;
};
/// Takes one of them; false if the next word is none.
bool takeRemote(const IpCall &call, Arguments &arguments, RemoteWords &words);

/// The entries of a VXLAN that somebody added: those of one MAC together, the newest MAC first.
std::vector<VxlanFdbEntry> inKernelOrder(const std::vector<VxlanFdbEntry> &fdb);
/// What stands between the MAC and the flags.
void printRemote(Printer &printer, const IpCall &call, const Vxlan &vxlan, const VxlanFdbEntry &entry);

} // namespace netdraft::model::command

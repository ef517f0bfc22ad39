#pragma once

#include "model/recipe/cni/plugin.h"

namespace netdraft::model::cni {

// What plugins do with interfaces (pkg/ip and pkg/ipam of the plugins).

/// A cable from the host into a namespace.
struct Cable {
    Interface host;
    Interface container;
};
/// Makes the cable, sets the host's end up and does not listen to routers there.
Expected<Cable> addCable(Call &call, const std::string &sandbox, const std::string &path, const std::string &ifName,
                         int mtu, const std::string &mac);
/// `veth` and eight digits, which in truth chance draws; `attempt` counts those that were taken.
std::string randomName(const Call &call, int attempt);

/// Gives an interface the addresses and routes of a result.
Expected<void> configureInterface(Host &host, const std::string &netns, const std::string &ifName,
                                  const Result100 &result);
/// The gateways that ways without one lead by: of the first address of each family that has one.
Expected<void> setUp(Host &host, const std::string &netns, const std::string &ifName, bool up = true);
/// Writes a setting that is simulated, where it has another value.
void setSysctl(Host &host, const std::string &netns, const std::string &device, DeviceSysctl sysctl, int value);
/// Lets the host forward for the families of these addresses.
void forwardFor(Host &host, std::span<const IpConfig> ips);
/// Adds an address as the library netlink does, with the broadcast address that its length says.
Expected<void> addAddress(Host &host, const LinkName &link, const InterfaceAddress &address);

/// Removes an interface, and says which addresses it had; nothing where there is none.
Expected<std::vector<InterfaceAddress>> removeInterface(Host &host, const std::string &netns,
                                                        const std::string &ifName);

/// The namespace of the call; else what ADD and CHECK say.
Expected<std::string> openSandbox(const Call &call);

/// What CHECK of a plugin goes by: the namespace, and the result of the ADD before.
struct Checked {
    std::string sandbox;
    Result100 result;
};
/// Whether a configuration may do without a plugin for addresses; whoever must not, asks one without a name.
enum class Addressing : bool { Optional, Required };
/// Opens the namespace, has the plugin for addresses check its own, and reads the result before, whose absence is said
/// with `prefix` before it.
Expected<Checked> beginCheck(Call &call, const NetConf &net, Addressing addressing, std::string_view prefix = {});
/// The link of the result before, of the kind, with its MAC.
Expected<const Link *> checkedLink(const Call &call, const Netns &netns, const Result100 &result,
                                   bool (*isOfKind)(const Link &), std::string_view kind, std::string_view prefix = {});
/// Whether the addresses and routes of the result are still there.
Expected<void> endCheck(const Call &call, const Checked &checked);

/// The interface of that name which the result before has in the namespace of this call; fails where there is none.
Expected<Interface> containerInterface(const Call &call, const Result100 &result);
/// Whether addresses and routes of a result are still there.
Expected<void> checkAddresses(const Netns &netns, const std::string &ifName, const Result100 &result);
Expected<void> checkRoutes(const Netns &netns, const Result100 &result);

/// Whether an address may be that of one interface alone: none of multicast, loopback, link-local or broadcast.
bool isGlobalUnicast(const IpAddress &address);
/// `10.1.2.3/16` as %v prints an address of a result.
std::string printedAddress(const IpConfig &ip);
/// A MAC as net.ParseMAC() reads it.
Expected<MacAddress> parseMac(const std::string &text);

} // namespace netdraft::model::cni

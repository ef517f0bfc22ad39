#pragma once

#include "model/network/netns.h"

#include <map>
#include <string>
#include <vector>

namespace netdraft::model::docker {

/// A network of Docker's.
struct DockerNetwork {
    std::string name;
    std::string id;
    std::string driver; ///< bridge, host or null
    std::string subnet; ///< 172.18.0.0/16; empty: none
    std::string gateway;
    std::string range;                          ///< what addresses are given from, where it is not the subnet
    bool userSubnet = false;                    ///< somebody asked for the subnet
    bool internal = false;                      ///< nothing leaves it
    bool icc = true;                            ///< containers may talk to each other
    bool masquerade = true;                     ///< what leaves has the machine's address
    std::string bridge;                         ///< the link
    std::string hostBinding;                    ///< where ports are published; empty: everywhere
    int mtu = 0;                                ///< 0: the default
    std::map<std::string, std::string> options; ///< as they were given
};

/// A port that is published: as it was asked for, or as it is.
struct Port {
    std::string address; ///< of the machine; empty: all
    int hostPort = 0;    ///< 0: Docker chooses
    int containerPort = 0;
    std::string protocol; ///< tcp, udp or sctp
};

/// A container's place in a network.
struct Endpoint {
    std::string network;
    std::string wanted; ///< the address that somebody asked for
    std::vector<std::string> aliases;
    // While the container runs:
    std::string id;
    std::string address;
    std::string mac;
    std::string link;     ///< in the container
    std::string hostLink; ///< the other end of the cable
};

enum class Status : std::uint8_t { Created, Running, Exited };

/// Whom the name server of a container asks what it does not know itself.
struct NameServer {
    std::string address;
    bool isOfMachine = false; ///< it is asked from the machine, by whose loopback address it is known
};

struct Container {
    std::string name;
    bool isAnonymous = false; ///< the name was drawn, and no network knows it
    std::string id;
    std::string image;
    std::string hostname;
    std::vector<std::string> command;
    std::string mode; ///< of its network: a name, none, host or container:ID
    Status status = Status::Created;
    int exitCode = 0;
    std::vector<Port> ports; ///< as they were asked for
    std::vector<Port> exposed;
    std::vector<Endpoint> endpoints;
    std::vector<std::string> dns; ///< --dns, --dns-search, --dns-option, --add-host
    std::vector<std::string> dnsSearch;
    std::vector<std::string> dnsOptions;
    std::vector<std::string> extraHosts; ///< NAME:ADDRESS
    // While it runs:
    std::string netns;
    std::vector<int> processes; ///< in that namespace
    std::vector<Port> bound;
    std::vector<int> proxies; ///< processes of the machine
    std::string gatewayNetwork;
    std::vector<NameServer> servers;
    bool ndotsSet = false; ///< names without a dot are not asked of others
    int nextLink = 0;      ///< the number in the name of its next interface

    bool runs() const { return status == Status::Running; }
    Endpoint *endpoint(std::string_view network);
    const Endpoint *endpoint(std::string_view network) const;
};

/// All that the daemon remembers.
struct State {
    std::vector<DockerNetwork> networks;
    std::vector<Container> containers; ///< in the order in which they were made
    int drawn = 0;                     ///< how many numbers were drawn, so that no two are the same
    int nextPool = 0;                  ///< of the pools for networks without a subnet
    int nextPort = 0;                  ///< of those that Docker chooses
    bool letForward = false;           ///< the machine did not forward before

    DockerNetwork *network(std::string_view nameOrId);
    const DockerNetwork *network(std::string_view nameOrId) const;
    Container *container(std::string_view nameOrId);
    const Container *container(std::string_view nameOrId) const;
};

/// What the files of a namespace say; nothing where there are none or they are broken.
State readState(const Netns &netns);
/// The files that say it: their paths and texts.
std::map<std::string, std::string> filesOf(const State &state);
/// Where they are, beside others of it.
inline constexpr std::string_view dockerFolder = "/var/lib/docker/";
inline constexpr std::string_view networksFile = "/var/lib/docker/network/files/networks.json";
inline constexpr std::string_view containersFolder = "/var/lib/docker/containers/";

/// 64 hexadecimal digits, which chance draws in truth.
std::string drawId(State &state, std::string_view what);

} // namespace netdraft::model::docker

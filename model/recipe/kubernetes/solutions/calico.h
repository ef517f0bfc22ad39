#pragma once

#include "model/recipe/cni/calico_ipam.h"
#include "model/recipe/kubernetes/solutions/solution.h"

namespace netdraft::model::kubernetes::calico {

// calico/node of Calico 3.29: Felix, and BIRD where it is asked for.

/// When packets between nodes are put into others.
enum class Encapsulation : std::uint8_t { Never, CrossSubnet, Always };

struct Config {
    Prefix pool;
    int blockSize = 26;
    Encapsulation ipip = Encapsulation::Never;
    Encapsulation vxlan = Encapsulation::Never;
    bool natOutgoing = true;
    bool bgp = true; ///< the backend is bird

    bool hasIpip() const { return ipip != Encapsulation::Never; }
    bool hasVxlan() const { return vxlan != Encapsulation::Never; }
};

inline constexpr const char *ipipDevice = "tunl0";
inline constexpr const char *vxlanDevice = "vxlan.calico";
inline constexpr std::uint16_t bgpPort = 179;

/// The MAC of a node's VXLAN link.
MacAddress vtepMac(std::string_view node);
/// Who has the address of a node's tunnel.
std::string tunnelHandle(const Config &config, std::string_view node);

/// Routes to other nodes' blocks, with what a tunnel needs for them, and one for this node's that goes nowhere.
cni::Expected<void> ensureBlockRoutes(const AgentRun &run, cni::Host &host, const Config &config);

} // namespace netdraft::model::kubernetes::calico

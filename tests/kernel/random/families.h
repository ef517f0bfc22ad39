#pragma once

#include "lab_writer.h"

#include <span>

namespace netdraft::tests {

/// What a kernel may lack and a family is about.
enum class Feature : std::uint8_t {
    None,
    Vlan,
    VlanFiltering,
    Vxlan,
    Macvlan,
    Ipvlan,
    Dummy,
    Bond,
    Tunnel,
    Vrf,
    Multipath,
    NexthopObjects,
    Rules,
    Iptables,
    Ip6tables,
    BridgeNetfilter,
    Radvd,
    Nft,
    OpenVswitch,
};

/// Labs about one area.
struct Family {
    const char *name;
    const char *says; ///< what its labs show, for the comment line of a file
    Feature needs;
    void (*write)(LabWriter &writer);
};

/// All of them, in the order in which they are drawn from.
std::span<const Family> allFamilies();
/// Null if there is none of this name.
const Family *familyNamed(const QString &name);

// By area, each in a file of its own.
std::span<const Family> lanFamilies();
std::span<const Family> routingFamilies();
std::span<const Family> fabricFamilies();
std::span<const Family> routeFamilies();
std::span<const Family> policyFamilies();
std::span<const Family> ipv6Families();
std::span<const Family> hostFamilies();
std::span<const Family> bridgeFamilies();
std::span<const Family> overlayFamilies();
std::span<const Family> linkKindFamilies();
std::span<const Family> ovsFamilies();
std::span<const Family> filterFamilies();
std::span<const Family> natFamilies();
std::span<const Family> nftFamilies();
std::span<const Family> containerFamilies();
std::span<const Family> historyFamilies();

} // namespace netdraft::tests

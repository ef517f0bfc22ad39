#pragma once

#include "model/network/id.h"
#include "model/network/links/bridge.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// Column `vlan_mode` of the table Port (ovs-vswitchd.conf.db(5)).
enum class OvsVlanMode : std::uint8_t { Access, NativeTagged, NativeUntagged, Trunk };
inline constexpr std::string_view ovsVlanModes[] = {"access", "native-tagged", "native-untagged", "trunk"};

/// A port in the database of a namespace's Open vSwitch, with its one interface of the same name.
struct OvsPort {
    std::string name;
    bool internal = false; ///< its link is made by Open vSwitch (`type=internal`)
    std::optional<VlanId> tag;
    std::vector<VlanId> trunks; ///< ordered; empty: every VLAN
    std::optional<OvsVlanMode> mode;

    /// A tag alone makes an access port, which its trunks then mean nothing to (port_configure in bridge.c).
    OvsVlanMode effectiveMode() const { return mode.value_or(tag ? OvsVlanMode::Access : OvsVlanMode::Trunk); }
    /// The VLAN of frames without a tag, 0 unless said.
    VlanId nativeVlan() const { return effectiveMode() == OvsVlanMode::Trunk ? VlanId{0} : tag.value_or(0); }
    /// Whether frames of a VLAN may come and go by it (xbundle_includes_vlan).
    bool carries(VlanId vlan) const;

    friend bool operator==(const OvsPort &, const OvsPort &) = default;
};

/// A bridge in that database. The first port is the local one, which has its name; the others are ordered by name, for
/// the database keeps no order.
struct OvsBridge {
    std::string name;
    std::vector<OvsPort> ports;

    const OvsPort &local() const { return ports.front(); }
    const OvsPort *find(std::string_view port) const;
    OvsPort *find(std::string_view port);

    friend bool operator==(const OvsBridge &, const OvsBridge &) = default;
};

/// A link that the kernel's datapath makes: `ovs-system`, or that of an internal port, wherever that was moved to.
struct OvsDevice {
    NetnsId owner;    ///< whose Open vSwitch it belongs to
    std::string port; ///< the port's name there; empty: of `ovs-system`
    friend bool operator==(const OvsDevice &, const OvsDevice &) = default;
};

/// The kernel datapath's own device, whose slaves the other ports are.
inline constexpr std::string_view ovsSystemName = "ovs-system";

/// A port of a bridge that belongs to a link; both null where it is none.
struct OvsAttachment {
    const OvsBridge *bridge = nullptr;
    const OvsPort *port = nullptr;
    explicit operator bool() const { return port != nullptr; }
};

} // namespace netdraft::model

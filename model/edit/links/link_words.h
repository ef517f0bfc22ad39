#pragma once

#include "model/network/link.h"

namespace netdraft::model {

// What a command says of a new link of each kind, and of changes to one. Other links are named; the parent of a link,
// and the device by which its packets leave, are in the namespace where the request is made.

struct DummyWords {
    friend bool operator==(const DummyWords &, const DummyWords &) = default;
};
struct VlanWords {
    std::string parent;
    VlanId id = 1;
    VlanProtocol protocol = VlanProtocol::Dot1Q;
    friend bool operator==(const VlanWords &, const VlanWords &) = default;
};
struct VxlanWords {
    std::uint32_t vni = 0;
    std::string dev;
    std::optional<IpAddress> local;
    std::optional<IpAddress> remote; ///< `remote`, or `group` if it is a multicast address
    std::uint16_t port = 8472;
    bool learning = true;
    int ttl = 0;
    int ageing = 300;
    friend bool operator==(const VxlanWords &, const VxlanWords &) = default;
};
struct MacvlanWords {
    std::string parent;
    MacvlanMode mode = MacvlanMode::Vepa;
    friend bool operator==(const MacvlanWords &, const MacvlanWords &) = default;
};
struct IpvlanWords {
    std::string parent;
    IpvlanMode mode = IpvlanMode::L3;
    IpvlanFlag flag = IpvlanFlag::Bridge;
    friend bool operator==(const IpvlanWords &, const IpvlanWords &) = default;
};
struct BondWords {
    BondMode mode = BondMode::BalanceRr;
    int miimon = 0;
    friend bool operator==(const BondWords &, const BondWords &) = default;
};
struct TunnelWords {
    TunnelType type = TunnelType::Ipip;
    std::string dev;
    std::optional<Ipv4Address> local;
    std::optional<Ipv4Address> remote;
    std::optional<std::uint32_t> key;
    int ttl = 0;
    bool pmtudisc = true;
    friend bool operator==(const TunnelWords &, const TunnelWords &) = default;
};
struct VrfWords {
    std::uint32_t table = 0;
    friend bool operator==(const VrfWords &, const VrfWords &) = default;
};
using NewLink =
    std::variant<DummyWords, VlanWords, VxlanWords, MacvlanWords, IpvlanWords, BondWords, TunnelWords, VrfWords>;

// What is not given stays.

struct VxlanChange {
    std::optional<IpAddress> local;
    std::optional<IpAddress> remote;
    std::optional<bool> learning;
    std::optional<int> ttl;
    std::optional<int> ageing;
    friend bool operator==(const VxlanChange &, const VxlanChange &) = default;
};
struct MacvlanChange {
    MacvlanMode mode = MacvlanMode::Vepa;
    friend bool operator==(const MacvlanChange &, const MacvlanChange &) = default;
};
struct IpvlanChange {
    std::optional<IpvlanMode> mode;
    std::optional<IpvlanFlag> flag;
    friend bool operator==(const IpvlanChange &, const IpvlanChange &) = default;
};
struct BondChange {
    std::optional<BondMode> mode;
    std::optional<int> miimon;
    std::optional<std::string> primary; ///< empty: none
    std::optional<std::string> active;
    friend bool operator==(const BondChange &, const BondChange &) = default;
};
/// Times in hundredths of a second.
struct BridgeChange {
    std::optional<bool> stp;
    std::optional<int> priority;
    std::optional<int> forwardDelay;
    std::optional<int> helloTime;
    std::optional<int> maxAge;
    std::optional<int> ageingTime;
    std::optional<bool> vlanFiltering;
    std::optional<VlanId> defaultPvid;
    std::optional<VlanProtocol> vlanProtocol;
    std::optional<int> groupFwdMask;
    std::optional<bool> mcastSnooping;
    friend bool operator==(const BridgeChange &, const BridgeChange &) = default;
};
using LinkChange = std::variant<VxlanChange, MacvlanChange, IpvlanChange, BondChange, BridgeChange>;

/// A change of a port of a bridge.
struct PortChange {
    std::optional<int> cost;
    std::optional<int> priority;
    std::optional<PortState> state;
    std::optional<bool> hairpin;
    std::optional<bool> guard;
    std::optional<bool> rootBlock;
    std::optional<bool> learning;
    std::optional<bool> flood;
    std::optional<bool> mcastFlood;
    std::optional<bool> bcastFlood;
    std::optional<bool> neighSuppress;
    std::optional<bool> isolated;
    std::optional<bool> locked;
    friend bool operator==(const PortChange &, const PortChange &) = default;
};

/// A change of a port of Open vSwitch: an empty tag, list or mode is taken away.
struct OvsPortChange {
    std::optional<std::optional<VlanId>> tag;
    std::optional<std::vector<VlanId>> trunks;
    std::optional<std::optional<OvsVlanMode>> mode;
    friend bool operator==(const OvsPortChange &, const OvsPortChange &) = default;
};

} // namespace netdraft::model

#pragma once

#include "model/forwarding/choices.h"
#include "model/forwarding/netfilter/conntrack.h"
#include "model/network/hooked_chain.h"
#include "model/network/netns.h"

#include <array>

namespace netdraft::model::netfilter {

/// A packet on its way through one namespace, and what the kernel keeps beside it (struct sk_buff). Of what is beside
/// it, nothing follows the packet through a cable into another namespace; the tracking follows it over `lo`.
struct Skb {
    Packet packet;
    std::uint32_t mark = 0;
    Tracking tracking;
    std::optional<MacAddress> sourceMac; ///< of the frame that it came in
    PacketType type = PacketType::Host;
};

/// Where the packet is (struct nf_hook_state, struct nf_bridge_info).
struct HookState {
    Hook hook = Hook::Prerouting;
    const Link *in = nullptr;  ///< none in OUTPUT, and in POSTROUTING of a packet of this namespace's own
    const Link *out = nullptr; ///< none in PREROUTING and INPUT
    /// The ports of a bridge, for a packet that came in by one while bridge-nf-call-iptables is on; `in` is then the
    /// bridge. `physicalOut` only in FORWARD and POSTROUTING of one that is bridged, not routed.
    const Link *physicalIn = nullptr;
    const Link *physicalOut = nullptr;
    std::optional<IpAddress> gateway; ///< of the route, in POSTROUTING
    Time now{};
};

class HookLog;

/// What the hooks ask of routing and of the clock's chance.
class Surroundings
{
public:
    virtual ~Surroundings() = default;
    /// The address that a packet to `target` gets where it leaves by `out`: inet_select_addr with universe scope,
    /// where `target` is the gateway if there is one; ipv6_dev_get_saddr, where it is the destination.
    virtual std::optional<IpAddress> sourceAddress(const Link &out, const IpAddress &target) = 0;
    virtual Choices &choices() = 0;
    /// Who is told of every rule that is asked; null: nobody.
    virtual HookLog *log() { return nullptr; }
    /// Where it is written what rules and policies count; null: nobody wants to know.
    virtual CountedPackets *counted() { return nullptr; }
};

/// The rule, or the policy, that decided.
struct RulePlace {
    Family family = Family::Ipv4;
    std::string table;
    std::string chain;
    int number = 0; ///< counted from 1; 0 is the policy
    /// Of a rule of nft: the family of its table, and its handle.
    std::optional<nft::TableFamily> nft = std::nullopt;
    std::uint64_t handle = 0;
    std::optional<RejectWith> rejectWith = std::nullopt; ///< of one that rejected
    friend bool operator==(const RulePlace &, const RulePlace &) = default;
};

struct Verdict {
    enum class Kind : std::uint8_t { Accept, Drop, Reject };
    Kind kind = Kind::Accept;
    RejectWith with = RejectWith::PortUnreachable; ///< of Reject
    /// Of Drop and Reject; none where connection tracking or NAT dropped it by itself.
    std::optional<RulePlace> by;
    /// Of OUTPUT: the mark, the destination or its port is another now, and the route is to be looked up again,
    /// with this source (ip_route_me_harder).
    bool reroute = false;

    bool accepted() const { return kind == Kind::Accept; }
};

/// Whether any packet of the namespace passes a hook.
inline bool needsNetfilter(const Netns &netns)
{
    return !netns.ruleset.empty();
}

/// The rules of one namespace, prepared for packets; the namespace must outlive them.
class Hooks
{
public:
    explicit Hooks(const Netns &netns);

    /// Runs all that is registered at the hook, in the order of priority: raw, connection tracking, mangle, nat,
    /// filter, and the confirmation of what has passed (nf_hook_slow). Changes the packet, its mark and its tracking.
    Verdict run(const HookState &state, Skb &skb, Conntrack &conntrack, Surroundings &surroundings) const;

    /// Whether connection tracking is on, which some rule must ask for (nf_ct_netns_get).
    bool tracks(Family family) const { return at(family).tracks; }

private:
    struct FamilyHooks {
        std::array<std::vector<HookedChain>, hookCount> filter; ///< by priority; all but those of the type nat
        std::array<std::vector<HookedChain>, hookCount> nat;
        bool tracks = false;
        bool nats = false; ///< there is a chain of the type nat, so NAT is done at all hooks
    };

    FamilyHooks &at(Family family) { return m_families[static_cast<std::size_t>(family)]; }
    static void add(FamilyHooks &hooks, const HookedChain &station);

    const FamilyHooks &at(Family family) const { return m_families[static_cast<std::size_t>(family)]; }

    const Netns &m_netns;
    std::array<FamilyHooks, 2> m_families;
};

/// The ICMP error that REJECT sends; none for a TCP reset. Whether an error may be sent at all is the caller's to ask.
std::optional<Icmp> icmpOf(RejectWith with);

} // namespace netdraft::model::netfilter

#include "model/forwarding/netfilter/hooks.h"

#include "model/forwarding/netfilter/hook_log.h"
#include "model/forwarding/netfilter/matching.h"
#include "model/forwarding/netfilter/nat_targets.h"
#include "model/forwarding/netfilter/nft_matching.h"

#include <limits>

namespace netdraft::model::netfilter {

namespace {

constexpr int conntrackPriority = -200; ///< NF_IP_PRI_CONNTRACK
constexpr int confirmPriority = std::numeric_limits<int>::max();

constexpr int natPriority(Hook hook)
{
    return manipOf(hook) == Manip::Source ? 100 : -100;
}

/// What became of a packet in a chain.
enum class Passed : std::uint8_t { Through, Accepted, Dropped, Rejected };

/// One packet at one hook.
class Passage
{
public:
    Passage(const Netns &netns, const HookState &state, Skb &skb, Conntrack &conntrack, Surroundings &surroundings)
        : m_netns(netns), m_state(state), m_skb(skb), m_conntrack(conntrack), m_surroundings(surroundings),
          m_log(surroundings.log()), m_counted(surroundings.counted())
    {
    }

    /// False when the packet goes no further; the verdict then says why.
    template <typename Station>
    bool run(const Station &station)
    {
        m_table = station.table;
        m_nftTable = station.nftTable;
        return station.chain ? runChain(*station.chain) : runChain(*station.nftChain);
    }
    template <typename AnyChain>
    bool runChain(const AnyChain &chain)
    {
        const std::uint32_t mark = m_skb.mark;
        Passed passed = traverse(chain, 0);
        if (passed == Passed::Through) {
            (void)note(chain, 0, true);
            count(chain, 0);
        }
        if (passed == Passed::Through && chain.drops) {
            decide(chain, 0);
            passed = Passed::Dropped;
        }
        if (chain.base->type == BaseChain::Type::Route && mark != m_skb.mark)
            verdict.reroute = true;
        if (passed == Passed::Dropped)
            verdict.kind = Verdict::Kind::Drop;
        else if (passed == Passed::Rejected)
            verdict.kind = Verdict::Kind::Reject;
        return verdict.accepted();
    }

    void track() { m_conntrack.track(m_skb.packet, m_skb.tracking, m_state.now); }

    /// nf_nat_inet_fn and what its callers do around it.
    template <typename Stations>
    bool nat(const Stations &stations)
    {
        const auto connection = m_skb.tracking.connection;
        if (!connection)
            return true;
        const Manip manip = manipOf(m_state.hook);
        const bool error = m_skb.tracking.info == CtInfo::Related && m_skb.packet.icmp();
        if (!error && m_skb.tracking.info == CtInfo::New && !isSetUp(*connection, manip)) {
            for (const auto &station : stations) {
                if (!run(station))
                    return false;
                if (isSetUp(*connection, manip))
                    break;
            }
            if (!isSetUp(*connection, manip))
                setUpNullBinding(*connection, manip, m_conntrack);
        } else if (leavesElsewhere(*connection)) {
            m_conntrack.kill(*connection);
            verdict.kind = Verdict::Kind::Drop;
            return false;
        }
        const Packet before = m_skb.packet;
        if (!translate(m_skb.packet, m_skb.tracking, manip)) {
            verdict.kind = Verdict::Kind::Drop;
            return false;
        }
        if (m_state.hook == Hook::Output && isAnotherWay(before, m_skb.packet))
            verdict.reroute = true;
        return true;
    }

    bool confirm()
    {
        if (m_conntrack.confirm(m_skb.tracking))
            return true;
        verdict.kind = Verdict::Kind::Drop;
        return false;
    }

    Verdict verdict;

private:
    RulePlace placeOf(const Chain &chain, int number) const
    {
        return {m_table->family, m_table->name, chain.name, number};
    }
    RulePlace placeOf(const nft::Chain &chain, int number) const
    {
        const std::uint64_t handle = number == 0 ? 0 : chain.rules[static_cast<std::size_t>(number) - 1].handle.number;
        return {m_skb.packet.family(), m_nftTable->name.table, chain.name, number, m_nftTable->name.family, handle};
    }
    void decide(const auto &chain, int number) { verdict.by = placeOf(chain, number); }

    /// Writes down that a rule was asked; where, is for correct().
    std::size_t note(const auto &chain, int number, bool matched) const
    {
        return m_log ? m_log->note(placeOf(chain, number), matched) : 0;
    }
    void correct(std::size_t at, bool matched) const
    {
        if (m_log)
            m_log->setMatched(at, matched);
    }

    void count(const Chain &chain, int number)
    {
        if (m_counted)
            count({m_table->family, m_table->name, chain.name, number});
    }
    /// Nothing of the policy: the kernel counts it only where the chain has a counter, which nft gives none.
    static void count(const nft::Chain &, int) {}
    void count(const CountingPlace &place)
    {
        (*m_counted)[place].add({1, static_cast<std::uint64_t>(m_skb.packet.size)});
    }

    /// A masqueraded connection that now leaves by another link is no good any more (nf_nat_oif_changed).
    bool leavesElsewhere(const Connection &connection) const
    {
        return m_state.hook == Hook::Postrouting && m_skb.tracking.direction == CtDirection::Original &&
               connection.masqueradedBy && m_state.out && m_state.out->id != connection.masqueradedBy;
    }

    static bool isAnotherWay(const Packet &before, const Packet &after)
    {
        const auto port = [](const Packet &packet) {
            const Tcp *tcp = packet.tcp();
            const Udp *udp = packet.udp();
            return tcp ? tcp->destinationPort : udp ? udp->destinationPort : 0;
        };
        return before.destination != after.destination || port(before) != port(after);
    }

    Passed traverse(const Chain &chain, int depth)
    {
        for (std::size_t i = 0; i < chain.rules.size(); ++i) {
            const Rule &rule = chain.rules[i];
            const bool matched = matches({m_netns, m_state, m_skb, m_surroundings.choices()}, rule);
            (void)note(chain, static_cast<int>(i) + 1, matched);
            if (!matched)
                continue;
            count(chain, static_cast<int>(i) + 1);
            if (std::holds_alternative<Return>(rule.target))
                return Passed::Through;
            if (const auto *jump = std::get_if<Jump>(&rule.target)) {
                const Chain *next = m_table->find(jump->chain);
                const Passed passed = next && depth < jumpStackSize ? traverse(*next, depth + 1) : Passed::Through;
                if (passed != Passed::Through || jump->isGoto)
                    return passed;
                continue;
            }
            const Passed passed = std::visit([&](const auto &target) { return act(target); }, rule.target);
            if (passed == Passed::Through)
                continue;
            if (passed != Passed::Accepted)
                decide(chain, static_cast<int>(i) + 1);
            return passed;
        }
        return Passed::Through;
    }

    /// nft_do_chain
    Passed traverse(const nft::Chain &chain, int depth)
    {
        for (std::size_t i = 0; i < chain.rules.size(); ++i) {
            const std::size_t noted = note(chain, static_cast<int>(i) + 1, true);
            bool agreed = true;
            const auto passed = follow(chain, i, depth, agreed);
            correct(noted, agreed);
            if (!passed)
                continue;
            if ((*passed == Passed::Dropped || *passed == Passed::Rejected) && !verdict.by)
                decide(chain, static_cast<int>(i) + 1);
            if (*passed == Passed::Rejected)
                verdict.by->rejectWith = verdict.with;
            return *passed;
        }
        return Passed::Through;
    }

    /// What the rule says of the packet; none where the next rule is to be asked. `agreed` becomes false where a
    /// comparison of the rule is why.
    std::optional<Passed> follow(const nft::Chain &chain, std::size_t at, int depth, bool &agreed)
    {
        const std::vector<nft::Statement> &statements = chain.rules[at].statements;
        for (const nft::Statement &statement : statements) {
            if (m_counted && std::holds_alternative<nft::Counter>(statement)) {
                count({m_skb.packet.family(), m_nftTable->name.table, chain.name, static_cast<int>(at) + 1,
                       m_nftTable->name.family, static_cast<std::size_t>(&statement - statements.data())});
                continue;
            }
            if (const auto *comparison = std::get_if<nft::Comparison>(&statement)) {
                agreed = agrees({m_netns, m_state, m_skb, m_surroundings.choices()}, *comparison);
                if (!agreed)
                    return std::nullopt;
                continue;
            }
            // The first packet is always within the burst.
            if (const auto *limit = std::get_if<nft::Limit>(&statement); limit && limit->over) {
                agreed = false;
                return std::nullopt;
            }
            if (const auto *jump = std::get_if<Jump>(&statement)) {
                const nft::Chain *next = m_nftTable->find(jump->chain);
                const Passed passed = next && depth < jumpStackSize ? traverse(*next, depth + 1) : Passed::Through;
                return passed != Passed::Through || jump->isGoto ? std::optional(passed) : std::nullopt;
            }
            if (std::holds_alternative<Return>(statement))
                return Passed::Through;
            if (const auto *reject = std::get_if<nft::Reject>(&statement)) {
                const auto answer = answerOf(*reject, m_skb.packet);
                return answer ? std::optional(act(Reject{*answer})) : std::nullopt;
            }
            const Passed passed = std::visit([&](const auto &each) { return act(each); }, statement);
            if (passed != Passed::Through)
                return passed;
        }
        return std::nullopt;
    }

    static Passed act(const nft::Comparison &) { return Passed::Through; }
    static Passed act(const nft::Counter &) { return Passed::Through; }
    static Passed act(const nft::Limit &) { return Passed::Through; }
    static Passed act(const nft::Reject &) { return Passed::Through; }
    static Passed act(const Continue &) { return Passed::Through; }
    static Passed act(const Accept &) { return Passed::Accepted; }
    static Passed act(const Drop &) { return Passed::Dropped; }
    static Passed act(const Return &) { return Passed::Through; }
    static Passed act(const Jump &) { return Passed::Through; }
    static Passed act(const Log &) { return Passed::Through; }
    static Passed act(const Tcpmss &) { return Passed::Through; }
    Passed act(const Reject &target)
    {
        verdict.with = target.with;
        return Passed::Rejected;
    }
    Passed act(const SetMark &target)
    {
        m_skb.mark = (m_skb.mark & ~target.mask) ^ target.value;
        return Passed::Through;
    }
    Passed act(const SetConnmark &target)
    {
        using Mode = SetConnmark::Mode;
        Connection *connection = m_skb.tracking.connection.get();
        if (!connection)
            return Passed::Through;
        switch (target.mode) {
        case Mode::Set: connection->mark = (connection->mark & ~target.ctMask) ^ target.value; break;
        case Mode::Save: connection->mark = (connection->mark & ~target.ctMask) ^ (m_skb.mark & target.nfMask); break;
        case Mode::Restore: m_skb.mark = (m_skb.mark & ~target.nfMask) ^ (connection->mark & target.ctMask); break;
        }
        return Passed::Through;
    }
    Passed act(const Notrack &)
    {
        if (!m_skb.tracking.connection)
            m_skb.tracking.info = CtInfo::Untracked;
        return Passed::Through;
    }
    /// The targets of NAT decide about a new connection once.
    template <typename NatTarget>
    Passed act(const NatTarget &target)
    {
        Connection *connection = m_skb.tracking.connection.get();
        if (!isAbout(target, m_skb.packet.family()))
            return Passed::Through;
        if (!connection || connection->confirmed)
            return Passed::Accepted;
        const auto range = natRange(target, m_state, m_skb.packet, m_surroundings);
        if (!range)
            return Passed::Dropped;
        if constexpr (std::is_same_v<NatTarget, Masquerade>)
            connection->masqueradedBy = m_state.out->id;
        setUpNat(*connection, *range, manipOf(m_state.hook), m_conntrack);
        return Passed::Accepted;
    }

    /// In a table of the family inet, addresses of the other family are left alone (nft_nat_inet_eval).
    template <typename NatTarget>
    static bool isAbout(const NatTarget &target, Family family)
    {
        if constexpr (requires { target.addresses; })
            return !target.addresses || target.addresses->first.family() == family;
        else
            return true;
    }

    const Netns &m_netns;
    const HookState &m_state;
    Skb &m_skb;
    Conntrack &m_conntrack;
    Surroundings &m_surroundings;
    HookLog *m_log;
    CountedPackets *m_counted;
    const Table *m_table = nullptr;         ///< of iptables, while one of its chains runs
    const nft::Table *m_nftTable = nullptr; ///< of nft
};

} // namespace

Verdict Hooks::run(const HookState &state, Skb &skb, Conntrack &conntrack, Surroundings &surroundings) const
{
    const FamilyHooks &hooks = at(skb.packet.family());
    const auto index = static_cast<std::size_t>(state.hook);
    Passage passage(m_netns, state, skb, conntrack, surroundings);
    const bool begins = state.hook == Hook::Prerouting || state.hook == Hook::Output;
    const bool ends = state.hook == Hook::Input || state.hook == Hook::Postrouting;

    auto station = hooks.filter[index].begin();
    const auto runUpTo = [&](int priority) {
        for (; station != hooks.filter[index].end() && station->base.priority <= priority; ++station) {
            if (!passage.run(*station))
                return false;
        }
        return true;
    };
    if (!runUpTo(conntrackPriority - 1))
        return passage.verdict;
    if (begins && hooks.tracks)
        passage.track();
    if (!runUpTo(natPriority(state.hook) - 1))
        return passage.verdict;
    if (hooks.tracks && hooks.nats && state.hook != Hook::Forward && !passage.nat(hooks.nat[index]))
        return passage.verdict;
    if (!runUpTo(confirmPriority))
        return passage.verdict;
    if (ends && hooks.tracks)
        passage.confirm();
    return passage.verdict;
}

std::optional<Icmp> icmpOf(RejectWith with)
{
    const auto error = [](std::uint8_t type, std::uint8_t code) {
        Icmp icmp;
        icmp.type = type;
        icmp.code = code;
        return icmp;
    };
    switch (with) {
    case RejectWith::NetUnreachable: return error(icmp::unreachable, 0);
    case RejectWith::HostUnreachable: return error(icmp::unreachable, 1);
    case RejectWith::ProtoUnreachable: return error(icmp::unreachable, 2);
    case RejectWith::PortUnreachable: return error(icmp::unreachable, 3);
    case RejectWith::NetProhibited: return error(icmp::unreachable, 9);
    case RejectWith::HostProhibited: return error(icmp::unreachable, 10);
    case RejectWith::AdminProhibited: return error(icmp::unreachable, 13);
    case RejectWith::TcpReset: return std::nullopt;
    case RejectWith::NoRoute6: return error(icmp6::unreachable, 0);
    case RejectWith::AdminProhibited6: return error(icmp6::unreachable, 1);
    case RejectWith::AddressUnreachable6: return error(icmp6::unreachable, 3);
    case RejectWith::PortUnreachable6: return error(icmp6::unreachable, 4);
    case RejectWith::PolicyFail6: return error(icmp6::unreachable, 5);
    case RejectWith::RejectRoute6: return error(icmp6::unreachable, 6);
    }
    return std::nullopt;
}

} // namespace netdraft::model::netfilter

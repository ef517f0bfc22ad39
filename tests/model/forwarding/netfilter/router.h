#pragma once

#include "model/forwarding/netfilter/hooks.h"
#include "tests/model/lab.h"

#include <QString>

namespace netdraft::tests {

inline model::IpAddress ip(const char *text)
{
    return *model::IpAddress::parse(text);
}

/// An echo request, or with the type of a reply its answer.
inline model::Packet ping(const char *from, const char *to, std::uint16_t id = 7)
{
    model::Packet packet;
    packet.source = ip(from);
    packet.destination = ip(to);
    packet.ttl = 63;
    model::Icmp icmp;
    icmp.type = packet.source.isV4() ? model::icmp::echoRequest : model::icmp6::echoRequest;
    icmp.id = id;
    packet.payload = icmp;
    return packet;
}

inline model::Packet udp(const char *from, std::uint16_t fromPort, const char *to, std::uint16_t toPort)
{
    model::Packet packet = ping(from, to);
    packet.payload = model::Udp{fromPort, toPort, 0, nullptr, nullptr};
    return packet;
}

inline model::Packet syn(const char *from, std::uint16_t fromPort, const char *to, std::uint16_t toPort)
{
    model::Packet packet = ping(from, to);
    model::Tcp tcp;
    tcp.sourcePort = fromPort;
    tcp.destinationPort = toPort;
    tcp.syn = true;
    packet.payload = tcp;
    return packet;
}

/// The packet that answers this one: echo reply, or the same ports the other way (a SYN and ACK).
inline model::Packet answer(const model::Packet &packet)
{
    model::Packet reply = packet;
    std::swap(reply.source, reply.destination);
    if (auto *icmp = std::get_if<model::Icmp>(&reply.payload))
        icmp->type = reply.source.isV4() ? model::icmp::echoReply : model::icmp6::echoReply;
    if (auto *udp = std::get_if<model::Udp>(&reply.payload))
        std::swap(udp->sourcePort, udp->destinationPort);
    if (auto *tcp = std::get_if<model::Tcp>(&reply.payload)) {
        std::swap(tcp->sourcePort, tcp->destinationPort);
        tcp->ack = true;
    }
    return reply;
}

/// An error of `from` about a packet, to its sender.
inline model::Packet unreachable(const char *from, const model::Packet &about)
{
    model::Packet error = ping(from, about.source.toString().c_str());
    model::Icmp icmp;
    icmp.type = about.source.isV4() ? model::icmp::unreachable : model::icmp6::unreachable;
    icmp.code = 1;
    icmp.quoted = std::make_shared<const model::Packet>(about);
    error.payload = icmp;
    return error;
}

/// A machine between a network 10.0.0.0/24 at `lan` and one 203.0.113.0/24 at `wan`, where it is .1, with the rules
/// that the lines make.
class Router : public model::netfilter::Surroundings
{
public:
    explicit Router(std::string_view rules)
    {
        const std::string build = "ip link add lan type veth peer name p0\n"
                                  "ip link add wan type veth peer name p1\n"
                                  "ip link set lo up\n"
                                  "ip link set lan up\n"
                                  "ip link set wan up\n"
                                  "ip link set p0 up\n"
                                  "ip link set p1 up\n"
                                  "ip addr add 10.0.0.1/24 dev lan\n"
                                  "ip addr add 203.0.113.1/24 dev wan\n"
                                  "ip addr add 2001:db8:a::1/64 dev lan nodad\n"
                                  "ip addr add 2001:db8:b::1/64 dev wan nodad\n";
        auto made = lab(build + std::string(rules));
        if (!made) {
            trouble = describe(made.error());
            return;
        }
        m_project = std::move(*made);
        netns = m_project.network.find(model::hostNetns);
        m_hooks.emplace(*netns);
    }

    std::string trouble; ///< why the rules could not be made
    const model::Netns *netns = nullptr;
    model::netfilter::Conntrack conntrack;
    model::netfilter::Time now{};

    const model::Link *link(std::string_view name) const { return netns->find(name); }
    const model::netfilter::Hooks &hooks() const { return *m_hooks; }

    model::netfilter::Verdict run(model::netfilter::HookState state, model::netfilter::Skb &skb)
    {
        state.now = now;
        return m_hooks->run(state, skb, conntrack, *this);
    }
    model::netfilter::Verdict at(model::netfilter::Hook hook, model::netfilter::Skb &skb, std::string_view in,
                                 std::string_view out)
    {
        model::netfilter::HookState state;
        state.hook = hook;
        state.in = in.empty() ? nullptr : link(in);
        state.out = out.empty() ? nullptr : link(out);
        return run(state, skb);
    }

    /// What a packet is like when it has been forwarded; nothing if it was dropped.
    std::optional<model::Packet> forward(const model::Packet &packet, std::string_view in, std::string_view out)
    {
        using model::netfilter::Hook;
        model::netfilter::Skb skb;
        skb.packet = packet;
        verdict = at(Hook::Prerouting, skb, in, "");
        if (verdict.accepted())
            verdict = at(Hook::Forward, skb, in, out);
        if (verdict.accepted())
            verdict = at(Hook::Postrouting, skb, in, out);
        return verdict.accepted() ? std::optional(skb.packet) : std::nullopt;
    }
    /// … when it has reached the machine itself.
    std::optional<model::Packet> receive(const model::Packet &packet, std::string_view in)
    {
        using model::netfilter::Hook;
        model::netfilter::Skb skb;
        skb.packet = packet;
        verdict = at(Hook::Prerouting, skb, in, "");
        if (verdict.accepted())
            verdict = at(Hook::Input, skb, in, "");
        return verdict.accepted() ? std::optional(skb.packet) : std::nullopt;
    }
    /// … when the machine has sent it.
    std::optional<model::Packet> send(const model::Packet &packet, std::string_view out)
    {
        using model::netfilter::Hook;
        model::netfilter::Skb skb;
        skb.packet = packet;
        verdict = at(Hook::Output, skb, "", out);
        rerouted = verdict.reroute;
        if (verdict.accepted())
            verdict = at(Hook::Postrouting, skb, "", out);
        return verdict.accepted() ? std::optional(skb.packet) : std::nullopt;
    }
    model::netfilter::Verdict verdict; ///< of the last hook
    bool rerouted = false;             ///< the last packet that was sent is to be routed again

    std::optional<model::IpAddress> sourceAddress(const model::Link &out, const model::IpAddress &target) override
    {
        const auto &own = out.addresses(target.family());
        return own.empty() ? std::nullopt : std::optional(own.front().local.address);
    }
    model::Choices &choices() override { return chance; }
    model::Choices chance;

private:
    model::Project m_project;
    std::optional<model::netfilter::Hooks> m_hooks;
};

/// The packets that the rows of tests name.
inline model::Packet packetNamed(const QString &name)
{
    if (name == "ping")
        return ping("10.0.0.2", "203.0.113.9");
    if (name == "pong")
        return answer(ping("203.0.113.9", "10.0.0.2"));
    if (name == "unreachable")
        return unreachable("10.0.0.2", ping("203.0.113.9", "10.0.0.7"));
    if (name == "dns")
        return udp("10.0.0.2", 40000, "203.0.113.9", 53);
    if (name == "http")
        return syn("10.0.0.2", 40000, "203.0.113.9", 80);
    if (name == "http answer")
        return answer(syn("203.0.113.9", 40000, "10.0.0.2", 80));
    if (name == "to me")
        return ping("10.0.0.2", "203.0.113.1");
    if (name == "broadcast")
        return ping("10.0.0.2", "10.0.0.255");
    if (name == "ping6")
        return ping("2001:db8:a::2", "2001:db8:b::9");
    if (name == "http6")
        return syn("2001:db8:a::2", 40000, "2001:db8:b::9", 80);
    model::Packet tunnelled = ping("10.0.0.2", "203.0.113.9");
    tunnelled.payload = model::Tunnelled{model::IpProtocol::Gre, std::nullopt, nullptr};
    return tunnelled;
}

} // namespace netdraft::tests

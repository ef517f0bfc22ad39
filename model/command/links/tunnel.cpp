#include "model/command/links/kind_usage.h"
#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

std::optional<Ipv4Address> readEnd(Arguments &arguments)
{
    const IpAddress address = arguments.address(Family::Ipv4);
    if (arguments.refused() || address.isUnspecified())
        return std::nullopt;
    return address.v4();
}

/// Words that are options, but have no effect here.
constexpr std::string_view unmodelledOfTunnels[] = {"seq",
                                                    "iseq",
                                                    "oseq",
                                                    "noseq",
                                                    "noiseq",
                                                    "nooseq",
                                                    "nokey",
                                                    "noikey",
                                                    "nookey",
                                                    "csum",
                                                    "icsum",
                                                    "ocsum",
                                                    "nocsum",
                                                    "noicsum",
                                                    "noocsum",
                                                    "tos",
                                                    "tclass",
                                                    "dsfield",
                                                    "ignore-df",
                                                    "noignore-df",
                                                    "fwmark",
                                                    "external",
                                                    "noencap",
                                                    "encap",
                                                    "encap-sport",
                                                    "encap-dport",
                                                    "encap-csum",
                                                    "noencap-csum",
                                                    "encap-udp6-csum",
                                                    "noencap-udp6-csum",
                                                    "encap-remcsum",
                                                    "noencap-remcsum",
                                                    "6rd-prefix",
                                                    "6rd-relay_prefix",
                                                    "6rd-reset",
                                                    "mode",
                                                    "isatap"};

TunnelWords readTunnelWords(KindCall &words, TunnelType type)
{
    TunnelWords tunnel;
    tunnel.type = type;
    Arguments &arguments = words.arguments;
    const bool gre = type == TunnelType::Gre || type == TunnelType::Gretap;
    while (arguments.more()) {
        if (arguments.matches("remote")) {
            tunnel.remote = readEnd(arguments);
        } else if (arguments.matches("local")) {
            tunnel.local = readEnd(arguments);
        } else if (gre && arguments.matches("key")) {
            const std::string word = arguments.next();
            auto key = readNumber(word);
            if (const auto dotted = Ipv4Address::parse(word); !key && dotted)
                key = dotted->bits();
            if (!key)
                arguments.refuse(complaint(
                    255, fmt::format("invalid value for \"key\": \"{}\"; it should be an unsigned integer", word)));
            tunnel.key = key;
        } else if (arguments.matches("dev")) {
            const std::string word = arguments.next();
            if (!arguments.refused() && !words.call.netns.find(std::string_view(word)))
                arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", word)));
            tunnel.dev = word;
        } else if (arguments.matches("ttl", "hoplimit")) {
            const std::string word = arguments.next();
            const auto ttl = readNumber(word);
            if (word != "inherit" && (!ttl || *ttl > 255))
                arguments.wrong(word, "invalid TTL\n");
            tunnel.ttl = static_cast<int>(ttl.value_or(0));
        } else if (arguments.is("pmtudisc")) {
            tunnel.pmtudisc = true;
        } else if (arguments.is("nopmtudisc")) {
            tunnel.pmtudisc = false;
        } else {
            const std::string word = arguments.next();
            if (std::ranges::find(unmodelledOfTunnels, word) != std::end(unmodelledOfTunnels))
                arguments.refuse(notSimulated(fmt::format("{} {}", wordOf(tunnelTypes, type), word)));
            arguments.refuse(complaint(1, tunnelUsage(type)));
        }
    }
    return tunnel;
}

} // namespace

template <TunnelType Type>
NewLink readTunnel(KindCall &words)
{
    return readTunnelWords(words, Type);
}
template NewLink readTunnel<TunnelType::Ipip>(KindCall &);
template NewLink readTunnel<TunnelType::Gre>(KindCall &);
template NewLink readTunnel<TunnelType::Gretap>(KindCall &);
template NewLink readTunnel<TunnelType::Sit>(KindCall &);

void printKind(Printer &printer, const IpCall &call, const Link &link, const Tunnel &tunnel)
{
    const auto end = [](const std::optional<Ipv4Address> &address) {
        return address ? address->toString() : std::string("any");
    };
    if (tunnel.type == TunnelType::Ipip)
        printer.string("proto", "ipip", "{} ");
    else if (tunnel.type == TunnelType::Sit)
        printer.string("proto", "ip6ip", "{} ");
    printer.string("remote", end(tunnel.remote), "remote {} ");
    printer.string("local", end(tunnel.local), "local {} ");
    if (const Link *dev = call.network.find(link.outerDevice()))
        printer.string("link", nameByIndex(call, dev->index), "dev {} ");
    printer.raw("ttl", fmt::format("{}", tunnel.ttl),
                tunnel.ttl == 0 ? "ttl inherit " : fmt::format("ttl {} ", tunnel.ttl));
    printer.raw("pmtudisc", tunnel.pmtudisc ? "true" : "false", tunnel.pmtudisc ? "" : "nopmtudisc ");
    if (tunnel.key) {
        const std::string key = Ipv4Address(*tunnel.key).toString();
        printer.string("ikey", key, "ikey {} ");
        printer.string("okey", key, "okey {} ");
    }
    if (tunnel.type == TunnelType::Sit)
        printer.string("prefix", "2002::", "6rd-prefix {}/16 ");
}

} // namespace netdraft::model::command

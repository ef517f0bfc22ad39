#include "model/command/netfilter/call_checks.h"

#include "model/command/netfilter/extension.h"
#include "model/command/response.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

void checkOptions(Reading &reading, const RuleCall &call, std::string_view letters)
{
    const std::string_view allowed = call.isAboutRule() && !call.byNumber
                                         ? (call.command == 'D' || call.command == 'C' ? "sdpjviof" : "sdpjviocf")
                                     : call.command == 'L' ? "nvx0"
                                     : call.command == 'P' ? "vc"
                                                           : "v";
    // In the order in which iptables looks at them.
    for (const char letter : std::string_view("nsdpjvxio0cf")) {
        if (letters.contains(letter) && allowed.find(letter) == allowed.npos)
            reading.refuse(fmt::format("Illegal option `-{}' with this command", letter));
    }
}

void checkDirections(Reading &reading, const RuleCall &call, std::string_view letters)
{
    if (!call.isAboutRule())
        return;
    const auto check = [&](char letter, std::string_view one, std::string_view other) {
        if (letters.contains(letter) && (call.chain == one || call.chain == other))
            reading.refuse(fmt::format("Can't use -{} with {}\n", letter, call.chain));
    };
    check('o', "PREROUTING", "INPUT");
    check('i', "POSTROUTING", "OUTPUT");
}

void checkTable(Reading &reading, const std::string &table)
{
    if (builtinTable(table) || reading.refused())
        return;
    if (table == "security")
        reading.refusal = notSimulated(fmt::format("{} -t security", reading.tool()));
    else
        reading.refuseOtherwise(fmt::format("table '{}' does not exist\nPerhaps {} or your kernel needs to be "
                                            "upgraded.",
                                            table, reading.tool()),
                                3);
}

void checkProtocol(Reading &reading, const netfilter::Rule &rule, const Match &match)
{
    constexpr std::uint8_t tcpNumber = 6;
    constexpr std::uint8_t udpNumber = 17;
    const std::uint8_t number = rule.protocol ? rule.protocol->number : 0;
    const auto *tcp = std::get_if<TcpMatch>(&match);
    const auto *udp = std::get_if<UdpMatch>(&match);
    const bool withOption = tcp && (tcp->option != 0 || tcp->optionInverted);
    if (tcp && *tcp != TcpMatch{} && !withOption && number != tcpNumber)
        reading.refuse("TCP match requires '-p tcp'");
    if (udp && *udp != UdpMatch{} && number != udpNumber)
        reading.refuse("UDP match requires '-p udp'");
}

void checkChainLength(Reading &reading, std::string_view chain)
{
    if (chain.size() >= longestName)
        reading.refuse(fmt::format("chain name `{}' too long (must be under {} chars)", chain, longestName));
}

void checkChainName(Reading &reading, std::string_view name)
{
    checkChainLength(reading, name);
    if (name.starts_with('-') || name.starts_with('!'))
        reading.refuse(fmt::format("chain name not allowed to start with `{}'", name[0]));
    if (targetExtension(reading.family, name) || isUnsimulatedTarget(name))
        reading.refuse("chain name may not clash with target name");
    if (std::ranges::any_of(name, isSpace))
        reading.refuse(fmt::format("Invalid chain name `{}'", name));
}

} // namespace netdraft::model::command

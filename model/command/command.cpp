#include "model/command/ip.h"
#include "model/command/netfilter/iptables.h"
#include "model/command/nft/nft.h"
#include "model/command/ovs/vsctl.h"
#include "model/command/radvd.h"
#include "model/command/sockets.h"
#include "model/command/sysctl_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Tool = Response (*)(const Network &, const Netns &, std::span<const std::string>);

Response cat(const Netns &netns, std::span<const std::string> words)
{
    if (words.empty())
        return notSimulated("cat without a file");
    Response all;
    for (const std::string &path : words) {
        const Response one = command::readProcFile(netns, path);
        all.reply.out += one.reply.out;
        all.reply.err += one.reply.err;
        all.reply.status = std::max(all.reply.status, one.reply.status);
    }
    return all;
}

/// `echo WORDS`, and `echo WORDS > /proc/sys/…`.
Response echo(const Netns &netns, std::span<const std::string> words)
{
    std::string text;
    std::string file;
    bool newLine = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == ">" || words[i] == ">>") {
            if (i + 1 == words.size())
                return command::complaint(2, "bash: syntax error near unexpected token `newline'");
            file = words[++i];
        } else if (i == 0 && words[i] == "-n") {
            newLine = false;
        } else {
            text += (text.empty() ? "" : " ") + words[i];
        }
    }
    if (newLine)
        text += '\n';
    return file.empty() ? Response(Reply{0, text, {}}) : command::writeProcFile(netns, file, text);
}

struct ToolRow {
    std::string_view name;
    Tool run;
};

/// A tool that looks at its own namespace alone.
template <Response (*Run)(const Netns &, std::span<const std::string>)>
Response inside(const Network &, const Netns &netns, std::span<const std::string> words)
{
    return Run(netns, words);
}

/// Whether nft has made a table that iptables would take for its own.
bool hasNftTableOfIptables(const Netns &netns, Family family)
{
    return std::ranges::any_of(netns.ruleset.nft, [&](const nft::Table &table) {
        return table.name.family != nft::TableFamily::Inet && nft::sees(table.name.family, family) &&
               netfilter::builtinTable(table.name.table);
    });
}

/// iptables or one of its companions, of one family.
template <Family family, Response (*Run)(Family, const Netns &, std::span<const std::string>)>
Response ofFamily(const Network &, const Netns &netns, std::span<const std::string> words)
{
    if (hasNftTableOfIptables(netns, family))
        return notSimulated("iptables beside a table of nft that is called like one of its own");
    return Run(family, netns, words);
}

/// Nothing is piped into a tool here, so it restores nothing.
Response restore(Family family, const Netns &netns, std::span<const std::string> words)
{
    return command::iptablesRestore(family, netns, words, {});
}

/// Nor does nft read anything from there.
Response nftTool(const Netns &netns, std::span<const std::string> words)
{
    return command::nftables(netns, words);
}

constexpr ToolRow tools[] = {
    {"ip", command::ip},
    {"bridge", command::bridge},
    {"sysctl", inside<command::sysctl>},
    {"cat", inside<cat>},
    {"echo", inside<echo>},
    {"route", inside<command::routeTool>},
    {"arp", inside<command::arpTool>},
    {"brctl", inside<command::brctl>},
    {"nc", inside<command::netcat>},
    {"socat", inside<command::socat>},
    {"fuser", inside<command::fuser>},
    {"ss", command::ss},
    {"radvd", command::radvd},
    {"pkill", command::pkill},
    {"iptables", ofFamily<Family::Ipv4, command::iptables>},
    {"ip6tables", ofFamily<Family::Ipv6, command::iptables>},
    {"iptables-save", ofFamily<Family::Ipv4, command::iptablesSave>},
    {"ip6tables-save", ofFamily<Family::Ipv6, command::iptablesSave>},
    {"iptables-restore", ofFamily<Family::Ipv4, restore>},
    {"ip6tables-restore", ofFamily<Family::Ipv6, restore>},
    {"nft", inside<nftTool>},
    {"ovs-vsctl", command::ovsVsctl},
    {"ovs-appctl", command::ovsAppctl},
    {"true", [](const Network &, const Netns &, std::span<const std::string>) { return Response(); }},
    {"false", [](const Network &, const Netns &, std::span<const std::string>) { return Response(Reply{1, {}, {}}); }},
};

const ToolRow *toolNamed(std::string_view name)
{
    // `/sbin/ip` is `ip`.
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    for (const ToolRow &row : tools)
        if (row.name == name)
            return &row;
    return nullptr;
}

} // namespace

Reply notSimulated(std::string_view what)
{
    return {127, {}, fmt::format("netdraft: {} is not simulated\n", what)};
}

bool isKnownTool(std::string_view tool)
{
    return toolNamed(tool) != nullptr;
}

Response respond(const Network &network, NetnsId at, std::span<const std::string> words)
{
    const Netns *netns = network.find(at);
    if (!netns || words.empty())
        return {};
    const ToolRow *tool = toolNamed(words.front());
    return tool ? tool->run(network, *netns, words.subspan(1)) : notSimulated(words.front());
}

Understood understand(const Network &network, NetnsId at, std::span<const std::string> words)
{
    Response said = respond(network, at, words);
    if (said.edits.empty())
        return said.reply;
    return std::move(said.edits);
}

Reply refusal(const Error &error)
{
    // The tool could not even ask: its own words, status 1, or 255 where it could not enter the namespace.
    const ErrorSource by = source(error.code);
    const int status = error.code == ErrorCode::CannotOpenNetns ? 255
                       : by == ErrorSource::Tool                ? 1
                       : by == ErrorSource::RulesetKernel       ? 4
                                                                : 2;
    return {status, {}, describe(error) + '\n'};
}

} // namespace netdraft::model

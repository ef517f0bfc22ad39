#include "model/command/ip.h"
#include "model/command/net_tools/net_tools.h"
#include "model/command/netfilter/iptables.h"
#include "model/command/nft/nft.h"
#include "model/command/ovs/vsctl.h"
#include "model/command/processes.h"
#include "model/command/radvd.h"
#include "model/command/sockets.h"
#include "model/command/stand_in.h"
#include "model/command/sysctl_key.h"
#include "model/command/tc/tc.h"
#include "model/command/text/files.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Tool = Response (*)(const Network &, const Netns &, std::span<const std::string>);

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

template <Family family>
Response restore(const command::TextCall &call)
{
    if (hasNftTableOfIptables(call.netns, family))
        return notSimulated("iptables beside a table of nft that is called like one of its own");
    return command::iptablesRestore(family, call.netns, call.words, call.input);
}

Response nftTool(const command::TextCall &call)
{
    return command::nftables(call.netns, call.words, call.input);
}

constexpr ToolRow tools[] = {
    {"ip", command::ip},
    {"bridge", command::bridge},
    {"sysctl", inside<command::sysctl>},
    {"route", inside<command::routeTool>},
    {"arp", inside<command::arpTool>},
    {"ifconfig", command::ifconfig},
    {"netstat", command::netstat},
    {"ethtool", command::ethtool},
    {"brctl", inside<command::brctl>},
    {"tc", command::tc},
    {"nc", inside<command::netcat>},
    {"socat", inside<command::socat>},
    {"fuser", inside<command::fuser>},
    {"ss", command::ss},
    {"radvd", command::radvd},
    {"ps", command::ps},
    {"kill", command::kill},
    {"pkill", command::pkill},
    {"killall", command::killall},
    {"perl", inside<command::perl>},
    {"iptables", ofFamily<Family::Ipv4, command::iptables>},
    {"ip6tables", ofFamily<Family::Ipv6, command::iptables>},
    {"iptables-save", ofFamily<Family::Ipv4, command::iptablesSave>},
    {"ip6tables-save", ofFamily<Family::Ipv6, command::iptablesSave>},
    {"rm", command::rm},
    {"mkdir", command::mkdir},
    {"ovs-vsctl", command::ovsVsctl},
    {"ovs-appctl", command::ovsAppctl},
    {"true", [](const Network &, const Netns &, std::span<const std::string>) { return Response(); }},
    {"false", [](const Network &, const Netns &, std::span<const std::string>) { return Response(Reply{1, {}, {}}); }},
};

struct TextToolRow {
    std::string_view name;
    Response (*run)(const command::TextCall &);
};

/// Those that read what is piped into them.
constexpr TextToolRow textTools[] = {
    {"cat", command::cat},
    {"echo", command::echo},
    {"printf", command::printf},
    {"tee", command::tee},
    {"grep", command::grep},
    {"egrep", [](const command::TextCall &call) { return command::grepAs(call, "-E"); }},
    {"fgrep", [](const command::TextCall &call) { return command::grepAs(call, "-F"); }},
    {"awk", command::awk},
    {"mawk", command::awk},
    {"sed", command::sed},
    {"head", command::head},
    {"tail", command::tail},
    {"wc", command::wc},
    {"sort", command::sort},
    {"uniq", command::uniq},
    {"cut", command::cut},
    {"tr", command::tr},
    {"column", command::column},
    {"seq", command::seq},
    {"hostname", command::hostname},
    {"whoami", command::whoami},
    {"id", command::id},
    {"uname", command::uname},
    {"ls", command::ls},
    {"iptables-restore", restore<Family::Ipv4>},
    {"ip6tables-restore", restore<Family::Ipv6>},
    {"nft", nftTool},
};

template <typename Row>
const Row *rowNamed(std::span<const Row> rows, std::string_view name)
{
    // `/sbin/ip` is `ip`.
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    const auto found = std::ranges::find(rows, name, &Row::name);
    return found == rows.end() ? nullptr : &*found;
}

const ToolRow *toolNamed(std::string_view name)
{
    return rowNamed(std::span<const ToolRow>(tools), name);
}

const TextToolRow *textToolNamed(std::string_view name)
{
    return rowNamed(std::span<const TextToolRow>(textTools), name);
}

/// `echo WORDS > FILE` and the same of printf, where the shell's operator came as a word: it is no quoted one there,
/// for what else is printed stands before it.
Response redirected(const TextToolRow &tool, const command::TextCall &call)
{
    const auto arrow = std::ranges::find_if(call.words, [](const std::string &w) { return w == ">" || w == ">>"; });
    if (arrow == call.words.end())
        return tool.run(call);
    if (arrow + 1 == call.words.end())
        return command::complaint(2, "bash: syntax error near unexpected token `newline'");
    std::vector<std::string> others(call.words.begin(), arrow);
    others.insert(others.end(), arrow + 2, call.words.end());
    Response said = tool.run({call.network, call.netns, others, call.input});
    Response written = command::writeFile(call.network, call.netns, "bash", *(arrow + 1), said.reply.out,
                                          *arrow == ">" ? command::WriteMode::Replace : command::WriteMode::Append);
    written.reply.err.insert(0, said.reply.err);
    written.reply.status = std::max(written.reply.status, said.reply.status);
    return written;
}

} // namespace

Reply notSimulated(std::string_view what)
{
    return {127, {}, fmt::format("netdraft: {} is not simulated\n", what)};
}

bool isKnownTool(std::string_view tool)
{
    return toolNamed(tool) || textToolNamed(tool);
}

Response respond(const Network &network, NetnsId at, std::span<const std::string> words, std::string_view input)
{
    const Netns *netns = network.find(at);
    if (!netns || words.empty())
        return {};
    if (const TextToolRow *tool = textToolNamed(words.front())) {
        const command::TextCall call{network, *netns, words.subspan(1), input};
        const bool prints = tool->run == command::echo || tool->run == command::printf;
        return prints ? redirected(*tool, call) : tool->run(call);
    }
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

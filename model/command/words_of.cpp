#include "model/command/daemons.h"
#include "model/command/link_filter.h"
#include "model/command/links/link_types.h"
#include "model/command/netfilter/edit_words.h"
#include "model/command/nexthop_words.h"
#include "model/command/nft/nft.h"
#include "model/command/ovs/vsctl.h"
#include "model/command/radvd.h"
#include "model/command/route_words.h"
#include "model/command/rule_words.h"
#include "model/command/sockets.h"
#include "model/command/sysctl_key.h"
#include "model/command/tc/qdisc_words.h"
#include "model/command/text/files.h"
#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Words = std::vector<std::string>;

template <typename... Parts>
Words list(Parts &&...parts)
{
    Words words;
    (words.emplace_back(std::forward<Parts>(parts)), ...);
    return words;
}

void append(Words &words, std::string_view keyword, std::string value)
{
    words.emplace_back(keyword);
    words.push_back(std::move(value));
}

std::string_view modeWord(AddMode mode)
{
    switch (mode) {
    case AddMode::Add: return "add";
    case AddMode::Replace: return "replace";
    case AddMode::Change: return "change";
    case AddMode::Append: return "append";
    case AddMode::Prepend: return "prepend";
    }
    return "add";
}

/// A namespace as the word after `netns`: the machine itself is the one of process 1.
std::string netnsWord(const std::string &netns)
{
    return netns == "host" ? "1" : netns;
}

/// The words after `ip` of one kind of edit, and where they are to be typed. No words: no command does it.
struct Spoken {
    std::string netns;
    std::string tool = "ip";
    Words words;
};

/// Whether `ip link` could take a link's name for one of its own words, or for the start of one: it then has to be said
/// that this is a name.
bool readsAsKeyword(std::string_view name)
{
    static constexpr std::string_view keywords[] = {
        "up",           "down",         "name",         "index",        "link",
        "address",      "broadcast",    "brd",          "txqueuelen",   "qlen",
        "txqlen",       "mtu",          "xdp",          "xdpgeneric",   "xdpdrv",
        "xdpoffload",   "netns",        "multicast",    "allmulticast", "promisc",
        "trailers",     "arp",          "carrier",      "vf",           "master",
        "vrf",          "nomaster",     "dynamic",      "type",         "alias",
        "group",        "mode",         "state",        "numtxqueues",  "numrxqueues",
        "addrgenmode",  "link-netns",   "link-netnsid", "protodown",    "protodown_reason",
        "gso_max_size", "gso_max_segs", "gro_max_size", "parentdev",    "dev",
        "help",
    };
    return std::ranges::any_of(keywords, [&](std::string_view keyword) { return keyword.starts_with(name); });
}

/// The words that a link is added with, up to the namespace.
void appendNewLink(Words &words, const LinkName &link, const std::optional<int> &index,
                   const std::optional<MacAddress> &mac, const std::optional<int> &mtu)
{
    append(words, "name", link.link);
    if (index)
        append(words, "index", std::to_string(*index));
    if (mac)
        append(words, "address", mac->toString());
    if (mtu)
        append(words, "mtu", std::to_string(*mtu));
    if (link.netns != "host")
        append(words, "netns", link.netns);
}

/// What `link` names for a new link; empty for kinds without a parent.
std::string parentOf(const NewLink &kind)
{
    return std::visit(
        [](const auto &words) -> std::string {
            if constexpr (requires { words.parent; })
                return words.parent;
            else
                return {};
        },
        kind);
}

std::string vlanRange(VlanId first, VlanId last)
{
    return first == last ? std::to_string(first) : std::to_string(first) + '-' + std::to_string(last);
}

void appendRemote(Words &words, const std::optional<IpAddress> &remote, const std::optional<std::uint16_t> &port,
                  const std::optional<std::uint32_t> &vni, const std::string &via)
{
    if (remote)
        append(words, "dst", remote->toString());
    if (port)
        append(words, "port", std::to_string(*port));
    if (vni)
        append(words, "vni", std::to_string(*vni));
    if (!via.empty())
        append(words, "via", via);
}

struct Speaker {
    Spoken operator()(const AddNetns &edit) const { return {"host", "ip", list("netns", "add", edit.name)}; }
    Spoken operator()(const RemoveNetns &edit) const { return {"host", "ip", list("netns", "del", edit.name)}; }
    Spoken operator()(const AddVeth &edit) const
    {
        Words words = list("link", "add");
        appendNewLink(words, edit.link, edit.index, edit.mac, edit.mtu);
        if (!readsAsKeyword(edit.link.link))
            words.erase(words.begin() + 2); // `name` goes without saying, but for the peer
        words.insert(words.end(), {"type", "veth", "peer"});
        appendNewLink(words, edit.peer, edit.peerIndex, edit.peerMac, std::nullopt);
        return {"host", "ip", std::move(words)};
    }
    Spoken operator()(const AddBridge &edit) const
    {
        Words words = list("link", "add");
        appendNewLink(words, {"host", edit.link.link}, edit.index, edit.mac, std::nullopt);
        if (!readsAsKeyword(edit.link.link))
            words.erase(words.begin() + 2);
        words.insert(words.end(), {"type", "bridge"});
        return {edit.link.netns, "ip", std::move(words)};
    }
    Spoken operator()(const AddLink &edit) const
    {
        Words words = list("link", "add");
        const std::string parent = parentOf(edit.kind);
        if (!parent.empty())
            append(words, "link", parent);
        Words link;
        // Where its parent is elsewhere, or its packets leave, the command is typed there.
        const bool elsewhere = edit.origin() != edit.link.netns;
        appendNewLink(link, {"host", edit.link.link}, edit.index, edit.mac, edit.mtu);
        if (!readsAsKeyword(edit.link.link))
            link.erase(link.begin());
        words.insert(words.end(), link.begin(), link.end());
        if (elsewhere)
            append(words, "netns", netnsWord(edit.link.netns));
        append(words, "type", std::string(command::typeWord(edit.kind)));
        command::appendTypeWords(words, edit.kind);
        return {edit.origin(), "ip", std::move(words)};
    }
    Spoken operator()(const ChangeLink &edit) const
    {
        Words words;
        command::appendChangeWords(words, edit.change);
        return set(edit.link, std::move(words));
    }
    Spoken operator()(const RemoveLink &edit) const
    {
        Words words = list("link", "del");
        if (readsAsKeyword(edit.link.link))
            words.emplace_back("dev");
        words.push_back(edit.link.link);
        return {edit.link.netns, "ip", std::move(words)};
    }
    Spoken operator()(const RenameLink &edit) const { return set(edit.link, list("name", edit.newName)); }
    Spoken operator()(const MoveLink &edit) const { return set(edit.link, list("netns", netnsWord(edit.netns))); }
    Spoken operator()(const SetLinkUp &edit) const { return set(edit.link, list(edit.up ? "up" : "down")); }
    Spoken operator()(const SetLinkMtu &edit) const { return set(edit.link, list("mtu", std::to_string(edit.mtu))); }
    Spoken operator()(const SetLinkArp &edit) const { return set(edit.link, list("arp", edit.on ? "on" : "off")); }
    Spoken operator()(const SetLinkMac &edit) const { return set(edit.link, list("address", edit.mac.toString())); }
    Spoken operator()(const SetLinkMaster &edit) const
    {
        return set(edit.link, edit.master.empty() ? list("nomaster") : list("master", edit.master));
    }
    Spoken operator()(const SetQdisc &edit) const
    {
        Words words = list("qdisc", modeWord(edit.mode), "dev", edit.link.link, "root");
        if (edit.qdisc.handle != 0)
            append(words, "handle", fmt::format("{:x}:", edit.qdisc.handle));
        words.emplace_back(edit.qdisc.name());
        command::appendQdiscWords(words, edit.qdisc);
        return {edit.link.netns, "tc", std::move(words)};
    }
    Spoken operator()(const RemoveQdisc &edit) const
    {
        Words words = list("qdisc", "del", "dev", edit.link.link, "root");
        if (edit.handle != 0)
            append(words, "handle", fmt::format("{:x}:", edit.handle));
        if (!edit.kind.empty())
            words.push_back(edit.kind);
        return {edit.link.netns, "tc", std::move(words)};
    }
    Spoken operator()(const AddAddress &edit) const
    {
        const LinkAddress &address = edit.address;
        Words words = list("addr", modeWord(edit.mode));
        if (address.peer) {
            words.push_back(address.local.address.toString());
            append(words, "peer", address.peer->toString());
        } else {
            words.push_back(address.local.toString());
        }
        if (address.broadcast)
            append(words, "broadcast", address.broadcast->toString());
        append(words, "dev", edit.link.link);
        if (address.scope != command::naturalScope(address.local.address))
            append(words, "scope", command::scopeName(address.scope));
        if (address.metric != 0)
            append(words, "metric", std::to_string(address.metric));
        if (address.noDad)
            words.emplace_back("nodad");
        if (address.noPrefixRoute)
            words.emplace_back("noprefixroute");
        if (!address.label.empty())
            append(words, "label", address.label);
        if (address.managesTemporary)
            words.emplace_back("mngtmpaddr");
        if (address.validSeconds != endless)
            append(words, "valid_lft", std::to_string(address.validSeconds));
        if (address.deprecated)
            append(words, "preferred_lft", "0");
        else if (address.preferredSeconds != endless)
            append(words, "preferred_lft", std::to_string(address.preferredSeconds));
        return {edit.link.netns, "ip", std::move(words)};
    }
    Spoken operator()(const RemoveAddress &edit) const
    {
        Words words = list("addr", "del");
        if (edit.peer) {
            words.push_back(edit.address.address.toString());
            append(words, "peer", edit.peer->toString());
        } else {
            words.push_back(edit.address.toString());
        }
        append(words, "dev", edit.link.link);
        return {edit.link.netns, "ip", std::move(words)};
    }
    Spoken operator()(const AddRoute &edit) const { return route(edit.netns, modeWord(edit.mode), edit.route); }
    Spoken operator()(const RemoveRoute &edit) const { return route(edit.netns, "del", edit.route); }
    Spoken operator()(const AddIpRule &edit) const { return rule(edit.netns, "add", edit.rule, edit.priorityGiven); }
    Spoken operator()(const RemoveIpRule &edit) const { return rule(edit.netns, "del", edit.rule, edit.priorityGiven); }
    Spoken operator()(const AddNexthop &edit) const
    {
        Words words = list("nexthop", modeWord(edit.mode));
        command::appendNexthopWords(words, edit);
        if (edit.family == Family::Ipv6 && !edit.hop.via)
            words.insert(words.begin(), "-6");
        return {edit.netns, "ip", std::move(words)};
    }
    Spoken operator()(const RemoveNexthop &edit) const
    {
        return {edit.netns, "ip", list("nexthop", "del", "id", std::to_string(edit.id))};
    }
    Spoken operator()(const AddNeighbour &edit) const
    {
        Words words = list("neigh", modeWord(edit.mode), edit.address.toString());
        if (edit.lladdr)
            append(words, "lladdr", edit.lladdr->toString());
        append(words, "dev", edit.link.link);
        if (edit.state != NudState::Permanent)
            append(words, "nud",
                   edit.state == NudState::Noarp       ? "noarp"
                   : edit.state == NudState::Reachable ? "reachable"
                                                       : "stale");
        return {edit.link.netns, "ip", std::move(words)};
    }
    Spoken operator()(const RemoveNeighbour &edit) const
    {
        return {edit.link.netns, "ip", list("neigh", "del", edit.address.toString(), "dev", edit.link.link)};
    }
    Spoken operator()(const AddProxyNeighbour &edit) const
    {
        return proxyWords("add", edit.netns, edit.dev, edit.address);
    }
    Spoken operator()(const RemoveProxyNeighbour &edit) const
    {
        return proxyWords("del", edit.netns, edit.dev, edit.address);
    }
    static Spoken proxyWords(std::string_view action, const std::string &netns, const std::string &dev,
                             const IpAddress &address)
    {
        Words words = list("neigh", action, "proxy", address.toString());
        if (!dev.empty())
            append(words, "dev", dev);
        return {netns, "ip", std::move(words)};
    }
    Spoken operator()(const SetPort &edit) const
    {
        Words words = list("link", "set", "dev", edit.port.link);
        command::appendPortWords(words, edit.change);
        return {edit.port.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const AddBridgeVlan &edit) const
    {
        Words words = list("vlan", "add", "dev", edit.link.link, "vid", vlanRange(edit.first, edit.last));
        if (edit.pvid)
            words.emplace_back("pvid");
        if (edit.untagged)
            words.emplace_back("untagged");
        if (edit.self)
            words.emplace_back("self");
        return {edit.link.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const RemoveBridgeVlan &edit) const
    {
        Words words = list("vlan", "del", "dev", edit.link.link, "vid", vlanRange(edit.first, edit.last));
        if (edit.self)
            words.emplace_back("self");
        return {edit.link.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const AddVxlanFdb &edit) const
    {
        Words words = list("fdb", modeWord(edit.mode), edit.mac.toString(), "dev", edit.link.link);
        appendRemote(words, edit.remote, edit.port, edit.vni, edit.via);
        if (edit.isStatic)
            words.emplace_back("static");
        return {edit.link.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const RemoveVxlanFdb &edit) const
    {
        Words words = list("fdb", "del", edit.mac.toString(), "dev", edit.link.link);
        appendRemote(words, edit.remote, edit.port, edit.vni, edit.via);
        return {edit.link.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const AddFdb &edit) const
    {
        Words words = list("fdb", modeWord(edit.mode), edit.mac.toString(), "dev", edit.port.link, "master", "static");
        if (edit.vlan != 0)
            append(words, "vlan", std::to_string(edit.vlan));
        return {edit.port.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const RemoveFdb &edit) const
    {
        Words words = list("fdb", "del", edit.mac.toString(), "dev", edit.port.link, "master");
        if (edit.vlan != 0)
            append(words, "vlan", std::to_string(edit.vlan));
        return {edit.port.netns, "bridge", std::move(words)};
    }
    Spoken operator()(const SetDeviceSysctl &edit) const
    {
        return {edit.netns, "sysctl",
                list("-w", command::sysctlKey(edit.sysctl, edit.device) + "=" + std::to_string(edit.value))};
    }
    Spoken operator()(const SetNetnsSysctl &edit) const
    {
        return {edit.netns, "sysctl", list("-w", command::sysctlKey(edit.sysctl) + "=" + std::to_string(edit.value))};
    }
    Spoken operator()(const AddSocket &edit) const
    {
        return {edit.netns, std::string(programName(edit.program)), command::socketWords(edit)};
    }
    Spoken operator()(const RemoveSocket &edit) const
    {
        return {edit.netns, "fuser", list("-k", fmt::format("{}/{}", edit.port, transportName(edit.transport)))};
    }
    Spoken operator()(const StartProcess &edit) const
    {
        Words words = command::startingWords(edit);
        std::string program = std::move(words.front());
        words.erase(words.begin());
        return {edit.netns, std::move(program), std::move(words)};
    }
    Spoken operator()(const EndProcess &edit) const { return {edit.netns, "kill", list(std::to_string(edit.pid))}; }
    Spoken operator()(const AddRadvd &edit) const { return {edit.netns, "radvd", command::radvdWords(edit.radvd)}; }
    Spoken operator()(const RemoveRadvd &edit) const { return {edit.netns, "pkill", list("-F", edit.pidFile)}; }
    Spoken operator()(const WriteFile &edit) const
    {
        if (!edit.text)
            return {edit.netns, "rm", list(edit.path)};
        return {edit.netns, "printf", command::writingWords(*edit.text, edit.path)};
    }
    /// An edit of the database of Open vSwitch.
    template <typename OvsEdit>
        requires requires(const OvsEdit &edit) { command::ovsWords(edit); }
    Spoken operator()(const OvsEdit &edit) const
    {
        if constexpr (requires { edit.bridge; })
            return {edit.bridge.netns, "ovs-vsctl", command::ovsWords(edit)};
        else
            return {edit.port.netns, "ovs-vsctl", command::ovsWords(edit)};
    }
    /// An edit of the rules of iptables or ip6tables.
    template <typename RulesetEdit>
        requires requires(const RulesetEdit &edit) { command::editWords(edit); }
    Spoken operator()(const RulesetEdit &edit) const
    {
        Words words;
        for (command::RuleWord &word : command::editWords(edit))
            words.push_back(std::move(word.text));
        return {edit.netns, edit.chain.family == Family::Ipv4 ? "iptables" : "ip6tables", std::move(words)};
    }
    Spoken operator()(const nft::ChangeRuleset &edit) const
    {
        return {edit.netns, "nft", command::nftWords(edit.change)};
    }
    template <typename Unspoken>
    Spoken operator()(const Unspoken &) const
    {
        static_assert(std::is_same_v<Unspoken, RenameNetns> || std::is_same_v<Unspoken, PlaceNode> ||
                      std::is_same_v<Unspoken, NestNode> || std::is_same_v<Unspoken, FoldNode> ||
                      std::is_same_v<Unspoken, PutAnnotation> || std::is_same_v<Unspoken, RemoveAnnotation> ||
                      std::is_same_v<Unspoken, Restore> || std::is_same_v<Unspoken, netfilter::CountPackets>);
        return {};
    }

    static Spoken set(const LinkName &link, Words rest)
    {
        Words words = list("link", "set");
        if (readsAsKeyword(link.link))
            words.emplace_back("dev");
        words.push_back(link.link);
        words.insert(words.end(), rest.begin(), rest.end());
        return {link.netns, "ip", std::move(words)};
    }
    static Spoken rule(const std::string &netns, std::string_view verb, const Rule &rule, bool priorityGiven)
    {
        Words words = list("rule", verb);
        command::appendRuleWords(words, rule, priorityGiven);
        if (rule.family == Family::Ipv6)
            words.insert(words.begin(), "-6");
        return {netns, "ip", std::move(words)};
    }
    static Spoken route(const std::string &netns, std::string_view verb, const RouteWords &route)
    {
        Words words = list("route", verb);
        command::appendRouteWords(words, route);
        // `default` alone would be IPv4's, unless another word tells its family.
        const bool told = (route.hop.via && route.hop.via->family() == route.destination.family()) || route.source;
        if (route.destination.family() == Family::Ipv6 && route.destination.isDefault() && !told)
            words.insert(words.begin(), "-6");
        return {netns, "ip", std::move(words)};
    }
};

} // namespace

std::vector<std::string> wordsOf(const Edit &edit, Prompt prompt)
{
    Spoken spoken = std::visit(Speaker{}, edit.kind);
    if (spoken.netns.empty())
        return {};
    Words words = list(spoken.tool);
    const auto *file = std::get_if<WriteFile>(&edit.kind);
    if (file && prompt == Prompt::Host && isOfNetnsExec(file->path)) {
        spoken.words.back() = command::machinePath({file->netns, file->path});
    } else if (prompt == Prompt::Host && spoken.netns != "host") {
        if (spoken.tool == "ip" || spoken.tool == "bridge")
            words = list(spoken.tool, "-n", spoken.netns);
        else
            words = list("ip", "netns", "exec", spoken.netns, spoken.tool);
    }
    words.insert(words.end(), std::make_move_iterator(spoken.words.begin()),
                 std::make_move_iterator(spoken.words.end()));
    return words;
}

std::string netnsOf(const Edit &edit)
{
    return std::visit(Speaker{}, edit.kind).netns;
}

} // namespace netdraft::model

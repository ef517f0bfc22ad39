#include "model/command/link_filter.h"
#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

/// The words of `ip link add` and `ip link set`, which iproute2 reads alike.
struct LinkWords {
    std::string dev;
    std::string name;
    std::string type;
    std::optional<int> index;
    std::optional<MacAddress> mac;
    std::optional<int> mtu;
    std::optional<std::string> netns;  ///< the namespace's name in the network
    std::optional<std::string> master; ///< empty: `nomaster`
    std::string lower;                 ///< what `link` names
    std::optional<bool> up;
    std::optional<bool> arp;

    /// The link's own name: of `add`, what the new link shall be called.
    const std::string &link() const { return name.empty() ? dev : name; }
};

/// Words that iproute2 has and Netdraft does not, with whether iproute2 takes their abbreviations.
struct Unmodelled {
    std::string_view keyword;
    bool abbreviable;
};
constexpr Unmodelled unmodelledOfLinks[] = {
    {"broadcast", true},     {"brd", false},          {"txqueuelen", true},    {"qlen", false},
    {"txqlen", true},        {"xdp", false},          {"xdpgeneric", false},   {"multicast", false},
    {"allmulticast", false}, {"promisc", false},      {"trailers", false},     {"carrier", false},
    {"dynamic", true},       {"alias", true},         {"group", false},        {"mode", false},
    {"state", false},        {"numtxqueues", true},   {"numrxqueues", true},   {"vrf", false},
    {"vf", false},           {"addrgenmode", true},   {"protodown", false},    {"link-netns", true},
    {"link-netnsid", true},  {"gso_max_size", false}, {"gso_max_segs", false},
};

/// What comes after the words that concern both ends: the words of a veth's peer, or none.
enum class Words : std::uint8_t { Add, Set, Peer };

void readNetns(const IpCall &call, Arguments &arguments, LinkWords &words)
{
    const std::string name = arguments.next();
    if (words.netns)
        arguments.duplicate("netns", name);
    if (arguments.refused())
        return;
    const Netns *netns = netnsNamed(call.network, name);
    if (netns)
        words.netns = netns->name;
    else
        arguments.wrong(name, "Invalid \"netns\" value\n");
}

void readMaster(const IpCall &call, Arguments &arguments, LinkWords &words)
{
    const std::string name = arguments.next();
    if (!arguments.refused() && !call.netns.find(std::string_view(name)))
        arguments.wrong(name, "Device does not exist\n");
    words.master = name;
}

/// `on_off` of iplink.c
void readArp(Arguments &arguments, LinkWords &words)
{
    const std::string value = arguments.next();
    if (value != "on" && value != "off")
        arguments.refuse(
            complaint(1, fmt::format("Error: argument of \"arp\" must be \"on\" or \"off\", not \"{}\"", value)));
    words.arp = value == "on";
}

bool takesUnmodelled(Arguments &arguments)
{
    const std::string_view word = arguments.peek();
    for (const Unmodelled &row : unmodelledOfLinks) {
        if (word == row.keyword || (row.abbreviable && abbreviates(word, row.keyword))) {
            const std::string keyword = arguments.next();
            if (arguments.next(); !arguments.refused())
                arguments.refuse(notSimulated(fmt::format("ip link {}", keyword)));
            return true;
        }
    }
    return false;
}

LinkWords readLinkWords(const IpCall &call, Arguments &arguments, Words kind)
{
    LinkWords words;
    while (arguments.more()) {
        if (arguments.is("up")) {
            words.up = true;
        } else if (arguments.is("down")) {
            words.up = false;
        } else if (arguments.is("name")) {
            const std::string name = arguments.next();
            if (!words.name.empty())
                arguments.duplicate("name", name);
            if (!arguments.refused() && !isInterfaceName(name))
                arguments.wrong(name, "\"name\" not a valid ifname");
            words.name = name;
        } else if (arguments.is("index")) {
            words.index = static_cast<int>(arguments.number("Invalid \"index\" value\n"));
        } else if (arguments.matches("link")) {
            words.lower = arguments.next();
        } else if (arguments.matches("address")) {
            words.mac = arguments.mac();
        } else if (arguments.is("mtu")) {
            words.mtu = static_cast<int>(arguments.number("Invalid \"mtu\" value\n"));
        } else if (arguments.is("arp")) {
            readArp(arguments, words);
        } else if (arguments.is("netns")) {
            readNetns(call, arguments, words);
        } else if (arguments.matches("type")) {
            words.type = arguments.next();
            break; // the rest is the type's
        } else if (arguments.matches("master")) {
            readMaster(call, arguments, words);
        } else if (arguments.matches("nomaster")) {
            words.master = "";
        } else if (!takesUnmodelled(arguments)) {
            if (abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip link"));
            arguments.is("dev");
            const std::string dev = arguments.next();
            if (!words.dev.empty())
                arguments.garbage("dev", dev);
            // A long name could be an alternative one (check_altifname).
            if (!arguments.refused() && !isInterfaceName(dev.substr(0, 15)))
                arguments.wrong(dev, "\"dev\" not a valid ifname");
            words.dev = dev;
        }
    }
    if (kind != Words::Set && !words.name.empty() && !words.dev.empty())
        arguments.refuse(complaint(255, "both \"name\" and \"dev\" cannot be used when creating devices."));
    return words;
}

/// The name that the kernel gives to a link that has none: `veth0`, the first free number (dev_alloc_name).
std::string freeName(const Netns &netns, std::string_view stem, std::string_view taken)
{
    for (int number = 0;; ++number) {
        std::string name = fmt::format("{}{}", stem, number);
        if (!netns.find(std::string_view(name)) && name != taken)
            return name;
    }
}

Response addVeth(const IpCall &call, const LinkWords &words, Arguments &arguments)
{
    LinkWords peer;
    if (arguments.is("peer")) {
        peer = readLinkWords(call, arguments, Words::Peer);
    } else if (arguments.more()) {
        return Reply{1,
                     "Usage: ip link <options> type veth [peer <options>]\n"
                     "To get <options> type 'ip link add help'\n",
                     {}};
    }
    if (arguments.refused())
        return arguments.refusal();
    AddVeth edit;
    edit.link = {words.netns.value_or(call.netns.name), words.link()};
    edit.peer = {peer.netns.value_or(call.netns.name), peer.link()};
    if (edit.peer.link.empty())
        edit.peer.link = freeName(*call.network.find(std::string_view(edit.peer.netns)), "veth", edit.link.link);
    if (edit.link.link.empty())
        edit.link.link = freeName(*call.network.find(std::string_view(edit.link.netns)), "veth",
                                  edit.link.netns == edit.peer.netns ? edit.peer.link : std::string());
    edit.mac = words.mac;
    edit.peerMac = peer.mac;
    edit.mtu = words.mtu;
    edit.index = words.index;
    edit.peerIndex = peer.index;
    EditList edits{edit};
    if (words.arp)
        edits.add(SetLinkArp{edit.link, *words.arp});
    if (peer.arp)
        edits.add(SetLinkArp{edit.peer, *peer.arp});
    if (peer.mtu)
        edits.add(SetLinkMtu{edit.peer, *peer.mtu});
    if (words.up)
        edits.add(SetLinkUp{edit.link, *words.up});
    if (peer.up)
        edits.add(SetLinkUp{edit.peer, *peer.up});
    if (words.master)
        edits.add(SetLinkMaster{edit.link, *words.master});
    return edits;
}

/// A link of any other kind.
Response addOther(const IpCall &call, const LinkWords &words, const LinkType &type, Arguments &arguments)
{
    if (!words.lower.empty() && !call.netns.find(std::string_view(words.lower)))
        return complaint(1, fmt::format("Cannot find device \"{}\"", words.lower));
    KindCall kind{call, arguments, words.lower, {}};
    AddLink edit{.link = {}, .kind = type.readNew(kind), .from = {}};
    if (arguments.refused()) {
        Reply reply = arguments.refusal();
        if (reply.status == 2) // the kernel's, which was asked only after the note
            reply.err.insert(0, kind.note);
        return reply;
    }
    const Netns &netns = words.netns ? *call.network.find(std::string_view(*words.netns)) : call.netns;
    edit.link = {netns.name, words.link().empty() ? freeName(netns, type.word, {}) : words.link()};
    if (netns.id != call.netns.id)
        edit.from = call.netns.name;
    edit.mac = words.mac;
    edit.mtu = words.mtu;
    edit.index = words.index;
    const LinkName link = edit.link;
    EditList edits{std::move(edit)};
    if (words.arp)
        edits.add(SetLinkArp{link, *words.arp});
    if (words.up)
        edits.add(SetLinkUp{link, *words.up});
    if (words.master)
        edits.add(SetLinkMaster{link, *words.master});
    Response response(std::move(edits));
    response.reply.err = kind.note;
    return response;
}

Response addBridge(const IpCall &call, const LinkWords &words, Arguments &arguments)
{
    KindCall kind{call, arguments, {}, {}};
    const LinkChange change = readBridgeChange(kind);
    if (arguments.refused())
        return arguments.refusal();
    AddBridge edit;
    const Netns &netns = words.netns ? *call.network.find(std::string_view(*words.netns)) : call.netns;
    edit.link = {netns.name, words.link().empty() ? freeName(netns, "bridge", {}) : words.link()};
    edit.mac = words.mac;
    edit.index = words.index;
    EditList edits{edit};
    if (change != LinkChange(BridgeChange{}))
        edits.add(ChangeLink{edit.link, change});
    if (words.mtu)
        edits.add(SetLinkMtu{edit.link, *words.mtu});
    if (words.up)
        edits.add(SetLinkUp{edit.link, *words.up});
    return edits;
}

Response addLink(const IpCall &call, Arguments &arguments)
{
    const LinkWords words = readLinkWords(call, arguments, Words::Add);
    if (arguments.refused())
        return arguments.refusal();
    if (words.type.empty())
        return complaint(1, "Not enough information: \"type\" argument is required");
    if (words.link().size() > 15)
        return complaint(2, "Error: Attribute failed policy validation.");
    if (words.type == "veth")
        return addVeth(call, words, arguments);
    if (words.type == "bridge")
        return addBridge(call, words, arguments);
    if (const LinkType *type = linkType(words.type))
        return addOther(call, words, *type, arguments);
    for (const char *known : {"amt", "bareudp", "dsa", "geneve", "ifb", "ip6gre", "ip6gretap", "ip6tnl", "ipvtap",
                              "macsec", "macvtap", "netdevsim", "team", "vcan", "vti", "wireguard"})
        if (words.type == known)
            return notSimulated(fmt::format("link type {}", known));
    if (arguments.more())
        return complaint(
            1, fmt::format("Garbage instead of arguments \"{} ...\". Try \"ip link help\".", arguments.peek()));
    return complaint(2, "Error: Unknown device type.");
}

/// The edits of one `ip link set`, in the order in which the kernel does its parts (do_setlink).
Response setLink(const IpCall &call, Arguments &arguments)
{
    const LinkWords words = readLinkWords(call, arguments, Words::Set);
    if (arguments.refused())
        return arguments.refusal();
    const std::string &dev = words.dev.empty() ? words.name : words.dev;
    if (dev.empty())
        return complaint(255, "Not enough information: \"dev\" argument is required.");
    if (!call.netns.find(std::string_view(dev)))
        return complaint(1, fmt::format("Cannot find device \"{}\"", dev));
    EditList edits;
    LinkName link{call.netns.name, dev};
    std::optional<Edit> change;
    if (!words.type.empty()) {
        KindCall kind{call, arguments, words.lower, {}};
        const LinkType *type = linkType(words.type);
        if (words.type == "bridge_slave")
            change = SetPort{link, readBridgeSlave(kind)};
        else if (words.type == "bridge")
            change = ChangeLink{link, readBridgeChange(kind)};
        else if (type && type->readChange)
            change = ChangeLink{link, type->readChange(kind)};
        else
            return notSimulated(fmt::format("ip link set type {}", words.type));
        if (arguments.refused())
            return arguments.refusal();
    }
    if (words.netns) {
        // Where the name is taken, it comes with its new one at once (__dev_change_net_namespace).
        const Netns *there = call.network.find(std::string_view(*words.netns));
        if (!words.name.empty() && there && there->find(std::string_view(link.link))) {
            edits.add(RenameLink{link, words.name});
            link.link = words.name;
        }
        edits.add(MoveLink{link, *words.netns});
        link.netns = *words.netns;
    }
    if (words.mac)
        edits.add(SetLinkMac{link, *words.mac});
    if (words.mtu)
        edits.add(SetLinkMtu{link, *words.mtu});
    if (!words.name.empty() && words.name != link.link) {
        edits.add(RenameLink{link, words.name});
        link.link = words.name;
    }
    // The settings of the kind come first of all (rtnl_changelink), but for a link that goes elsewhere.
    if (change)
        edits.edits.insert(edits.edits.begin(), std::move(*change));
    if (words.master)
        edits.add(SetLinkMaster{link, *words.master});
    if (words.arp)
        edits.add(SetLinkArp{link, *words.arp});
    if (words.up)
        edits.add(SetLinkUp{link, *words.up});
    return edits;
}

Response removeLink(const IpCall &call, Arguments &arguments)
{
    const LinkWords words = readLinkWords(call, arguments, Words::Set);
    if (arguments.refused())
        return arguments.refusal();
    if (words.dev.empty())
        return complaint(255, "Not enough information: \"dev\" argument is required.");
    if (!call.netns.find(std::string_view(words.dev)))
        return complaint(1, fmt::format("Cannot find device \"{}\"", words.dev));
    return Edit(RemoveLink{{call.netns.name, words.dev}});
}

Reply showLinks(const IpCall &call, Arguments &arguments)
{
    IpCall links = call;
    links.options.family.reset(); // links have none
    const LinkFilter filter = readLinkFilter(links, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Link &link : call.netns.links) {
        if (!filter.kernelShows(link))
            continue;
        printer.openObject();
        if ((!filter.up || link.up) && (!filter.noMaster || !link.master)) {
            if (call.options.brief) {
                printLinkName(printer, call, link, LinkSource::Link, "{:<16} ");
                printer.string("operstate", operState(call, link), "{:<14} ");
                printer.string("address", link.mac.toString(), "{} ");
                printFlags(printer, call, link, LinkSource::Link);
            } else {
                printLink(printer, call, link, LinkSource::Link);
                if (call.options.statistics > 0) {
                    printer.text(call.options.lineEnd());
                    printStatistics(printer, call);
                }
            }
            printer.text("\n");
        }
        printer.closeObject();
    }
    printer.closeArray();
    return printed(std::move(printer));
}

} // namespace

Response ipLink(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showLinks(call, arguments);
    if (arguments.matches("add"))
        return addLink(call, arguments);
    if (arguments.matches("set", "change"))
        return setLink(call, arguments);
    if (abbreviates(arguments.peek(), "replace"))
        return notSimulated("ip link replace");
    if (arguments.matches("delete"))
        return removeLink(call, arguments);
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showLinks(call, arguments);
    if (arguments.matches("help"))
        return usage("ip link");
    const std::string word = arguments.next();
    for (const char *known : {"xstats", "afstats", "property"})
        if (abbreviates(word, known))
            return notSimulated(fmt::format("ip link {}", known));
    return unknownCommand(word, "ip link");
}

} // namespace netdraft::model::command

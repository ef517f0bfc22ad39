#include "model/address/name.h"
#include "model/command/link_filter.h"
#include "model/command/print_address.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

void printAddresses(Printer &printer, const IpCall &call, const LinkFilter &filter, const Link &link)
{
    printer.openArray("addr_info");
    if (!call.options.packet) {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const LinkAddress &address : link.addresses(family)) {
                // What iproute2 hides, its JSON shows as an empty object, but not what the family leaves out.
                if (filter.family && *filter.family != family)
                    continue;
                printer.openObject();
                if (filter.shows(link, address))
                    printAddress(printer, call, link, address);
                printer.closeObject();
            }
        }
    }
    printer.closeArray();
    if (call.options.brief)
        printer.text("\n");
}

bool isShown(const LinkFilter &filter, const Link &link)
{
    return (!filter.up || link.up) && (!filter.noMaster || !link.master);
}

Reply showAddresses(const IpCall &call, Arguments &arguments)
{
    const LinkFilter filter = readLinkFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Link &link : call.netns.links) {
        if (!filter.kernelShows(link) || (!call.options.packet && !filter.keeps(link)))
            continue;
        printer.openObject();
        if (isShown(filter, link)) {
            const LinkSource source = filter.source(call.options);
            if (!filter.label.empty()) {
                // Only the addresses, for a label is theirs.
            } else if (call.options.brief) {
                printLinkName(printer, call, link, source, "{:<16} ");
                printer.string("operstate", operState(call, link), "{:<14} ");
            } else if (!call.options.oneline || printer.isJson()) {
                printLink(printer, call, link, source);
                printer.text("\n");
            }
            printAddresses(printer, call, filter, link);
            if (call.options.statistics > 0 && !call.options.brief && !call.options.oneline) {
                printStatistics(printer, call);
                printer.text("\n");
            }
        }
        printer.closeObject();
    }
    printer.closeArray();
    return printed(std::move(printer));
}

struct AddressWords {
    InterfaceAddress local;
    std::optional<InterfaceAddress> peer;
    std::string broadcast;
    std::optional<Scope> scope;
    std::uint32_t metric = 0;
    bool noDad = false;
    bool noPrefixRoute = false;
    std::string label;
    bool managesTemporary = false;
    std::uint32_t validSeconds = endless;
    std::uint32_t preferredSeconds = endless;
    bool lengthGiven = false;
    bool given = false;           ///< there is an address
    std::optional<Family> family; ///< as the words or the options say
    std::string dev;
};

/// set_lifetime
std::uint32_t readTime(Arguments &arguments, std::string_view complaint)
{
    const std::string word = arguments.next();
    if (word == "forever")
        return endless;
    const auto seconds = readNumber(word);
    if (!seconds)
        arguments.wrong(word, complaint);
    return seconds.value_or(endless);
}

/// What the kernel says of the times of an address before it looks for it; inet6_rtm_newaddr, rtm_to_ifaddr. Nothing
/// runs out here.
std::optional<Reply> checkTimes(const AddressWords &words)
{
    const bool v4 = words.local.address.isV4();
    if (!v4 && (words.validSeconds == 0 || words.preferredSeconds > words.validSeconds))
        return complaint(2, "RTNETLINK answers: Invalid argument");
    if (v4 && (words.validSeconds != endless || (words.preferredSeconds != endless && words.preferredSeconds != 0)))
        return notSimulated("time that runs out");
    return std::nullopt;
}

AddressWords readAddressWords(const IpCall &call, Arguments &arguments)
{
    AddressWords words;
    std::optional<Family> family = call.options.family;
    bool haveLocal = false;
    while (arguments.more()) {
        if (arguments.is("peer") || arguments.is("remote")) {
            if (words.peer)
                arguments.duplicate("peer", arguments.next());
            words.peer = arguments.prefix(family);
            family = words.peer->address.family();
        } else if (arguments.matches("broadcast") || arguments.is("brd")) {
            const std::string word = arguments.next();
            if (!words.broadcast.empty())
                arguments.duplicate("broadcast", word);
            if (!arguments.refused() && word != "+" && word != "-" && !readAddress(word, family))
                arguments.refuse(
                    complaint(1, fmt::format("Error: any valid address is expected rather than \"{}\".", word)));
            words.broadcast = word;
            if (const auto address = readAddress(word, family))
                family = address->family();
        } else if (arguments.is("anycast") || arguments.is("home") || arguments.is("autojoin")) {
            arguments.refuse(notSimulated("this property of an address"));
        } else if (arguments.is("label")) {
            words.label = arguments.next();
        } else if (arguments.is("mngtmpaddr")) {
            words.managesTemporary = true;
        } else if (arguments.is("valid_lft")) {
            words.validSeconds = readTime(arguments, "valid_lft value");
        } else if (arguments.is("preferred_lft")) {
            words.preferredSeconds = readTime(arguments, "preferred_lft value");
        } else if (arguments.is("scope")) {
            const std::string word = arguments.next();
            words.scope = readScope(word);
            if (!words.scope)
                arguments.wrong(word, "invalid scope value.");
        } else if (arguments.is("dev")) {
            words.dev = arguments.next();
        } else if (arguments.is("metric") || arguments.is("priority") || arguments.is("preference")) {
            words.metric = arguments.number("\"metric\" value is invalid\n");
        } else if (arguments.is("nodad")) {
            words.noDad = true;
        } else if (arguments.is("noprefixroute")) {
            words.noPrefixRoute = true;
        } else {
            arguments.is("local");
            if (arguments.more() && abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip address"));
            if (haveLocal)
                arguments.garbage("local", arguments.next());
            words.lengthGiven = arguments.peek().find('/') != std::string_view::npos;
            words.local = arguments.prefix(family);
            family = words.local.address.family();
            haveLocal = true;
        }
    }
    if (!arguments.refused() && words.dev.empty())
        arguments.refuse(complaint(1, "Not enough information: \"dev\" argument is required."));
    words.given = haveLocal || words.peer;
    words.family = family;
    if (!haveLocal && words.peer)
        words.local = *words.peer;
    if (words.peer)
        words.local.length = words.peer->length;
    return words;
}

std::optional<IpAddress> broadcastOf(const AddressWords &words)
{
    const InterfaceAddress &net = words.peer ? *words.peer : words.local;
    if (words.broadcast == "+")
        return net.length <= 30 ? std::optional(lastOf(net.address, net.length)) : std::nullopt;
    if (words.broadcast == "-")
        return net.length <= 30 ? std::optional(masked(net.address, net.length)) : std::nullopt;
    return readAddress(words.broadcast, Family::Ipv4);
}

/// What ip says of `nodad` for an address that is not of IPv6, before it asks the kernel.
const std::string withoutDad = "Warning: nodad option can be set only for IPv6 addresses\n";

/// What the kernel says to a request without an address: of no family, nobody takes it.
Response withoutAddress(std::optional<Family> family)
{
    if (!family)
        return complaint(2, "RTNETLINK answers: Operation not supported");
    return complaint(2, *family == Family::Ipv4 ? "Error: ipv4: Local address is not supplied."
                                                : "RTNETLINK answers: Invalid argument");
}

Response addAddress(const IpCall &call, Arguments &arguments, AddMode mode)
{
    const AddressWords words = readAddressWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (!words.given) {
        if (!words.broadcast.empty() && words.family != Family::Ipv4)
            return complaint(1, "Broadcast can be set only for IPv4 addresses");
        if (!call.netns.find(std::string_view(words.dev)))
            return complaint(1, fmt::format("Cannot find device \"{}\"", words.dev));
        Reply refused = withoutAddress(words.family).reply;
        if (words.noDad && words.family != Family::Ipv6)
            refused.err = withoutDad + refused.err;
        return refused;
    }
    const bool v4 = words.local.address.isV4();
    LinkAddress address;
    address.local = words.local;
    address.peer = words.peer;
    address.scope = words.scope.value_or(naturalScope(words.local.address));
    address.noDad = words.noDad && !v4;
    address.noPrefixRoute = words.noPrefixRoute;
    if (words.label.size() > longestLinkName)
        return complaint(2, "Error: Attribute failed policy validation.");
    if (v4 && words.label != words.dev)
        address.label = words.label;
    if (auto refused = checkTimes(words))
        return *refused;
    address.deprecated = words.preferredSeconds == 0;
    if (!v4) {
        address.managesTemporary = words.managesTemporary;
        address.dynamic = words.validSeconds != endless;
        address.validSeconds = words.validSeconds;
        if (!address.deprecated)
            address.preferredSeconds = words.preferredSeconds;
    }
    address.metric = words.metric;
    if (!words.broadcast.empty()) {
        if (!v4)
            return complaint(1, "Broadcast can be set only for IPv4 addresses");
        address.broadcast = broadcastOf(words);
    }
    if (!call.netns.find(std::string_view(words.dev)))
        return complaint(1, fmt::format("Cannot find device \"{}\"", words.dev));
    Response response(Edit(AddAddress{{call.netns.name, words.dev}, address, mode}));
    if (words.noDad && v4)
        response.reply.err = withoutDad;
    return response;
}

Response removeAddress(const IpCall &call, Arguments &arguments)
{
    const AddressWords words = readAddressWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    const Link *link = call.netns.find(std::string_view(words.dev));
    if (!link)
        return complaint(1, fmt::format("Cannot find device \"{}\"", words.dev));
    if (!words.given && words.family != Family::Ipv4)
        return withoutAddress(words.family);
    const auto isLabelled = [&](const LinkAddress &address) {
        return words.label.empty() || !address.local.address.isV4() || labelOf(*link, address) == words.label;
    };
    Response response;
    if (!words.given) { // the first that no word contradicts
        const auto first = std::ranges::find_if(link->addresses4, isLabelled);
        if (first == link->addresses4.end())
            return complaint(2, "Error: ipv4: Address not found.");
        response.edits.add(RemoveAddress{{call.netns.name, words.dev}, first->local, first->peer});
        return response;
    }
    InterfaceAddress address = words.local;
    if (!words.lengthGiven && !words.peer) {
        // Without a length the first address with these bits goes, whatever its length.
        for (const LinkAddress &own : link->addresses(address.address.family())) {
            if (own.local.address != address.address)
                continue;
            if (own.local.length != address.length && address.address.isV4())
                response.reply.err =
                    fmt::format("Warning: Executing wildcard deletion to stay compatible with old scripts.\n"
                                "         Explicitly specify the prefix length ({}/{}) to avoid this warning.\n"
                                "         This special behaviour is likely to disappear in further releases,\n"
                                "         fix your scripts!\n",
                                address.address.toString(), addressBits(address.address.family()));
            if (address.address.isV4())
                address = own.local;
            break;
        }
    }
    const auto isOther = [&](const LinkAddress &own) {
        return own.local.address == address.address && !isLabelled(own);
    };
    if (std::ranges::any_of(link->addresses4, isOther))
        return complaint(2, "Error: ipv4: Address not found.");
    response.edits.add(RemoveAddress{{call.netns.name, words.dev}, address, words.peer});
    return response;
}

Response flushAddresses(const IpCall &call, Arguments &arguments)
{
    if (!arguments.more())
        return complaint(1, "Flush requires arguments.");
    const LinkFilter filter = readLinkFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    EditList edits;
    const auto removeAll = [&](const Link &link, Family family, bool secondary) {
        for (const LinkAddress &address : link.addresses(family))
            if (address.secondary == secondary && filter.shows(link, address))
                edits.add(RemoveAddress{{call.netns.name, link.name}, address.local, address.peer});
    };
    for (const Link &link : call.netns.links) {
        if (!filter.kernelShows(link) || !isShown(filter, link))
            continue;
        // Secondaries first: they would go with their primary.
        removeAll(link, Family::Ipv4, true);
        removeAll(link, Family::Ipv4, false);
        removeAll(link, Family::Ipv6, false);
    }
    Response response(std::move(edits));
    if (response.edits.empty() && call.options.statistics > 0)
        response.reply.out = "Nothing to flush.\n";
    return response;
}

} // namespace

Response ipAddress(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more() || arguments.matches("show"))
        return showAddresses(call, arguments);
    if (arguments.matches("add"))
        return addAddress(call, arguments, AddMode::Add);
    if (arguments.matches("change") || arguments.is("chg"))
        return addAddress(call, arguments, AddMode::Change);
    if (arguments.matches("replace"))
        return addAddress(call, arguments, AddMode::Replace);
    if (arguments.matches("delete"))
        return removeAddress(call, arguments);
    if (arguments.matches("lst", "list"))
        return showAddresses(call, arguments);
    if (arguments.matches("flush"))
        return flushAddresses(call, arguments);
    if (arguments.matches("help"))
        return usage("ip address");
    const std::string word = arguments.next();
    if (abbreviates(word, "save") || abbreviates(word, "showdump") || abbreviates(word, "restore"))
        return notSimulated("ip address " + word);
    return unknownCommand(word, "ip address");
}

} // namespace netdraft::model::command

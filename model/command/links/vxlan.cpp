#include "model/command/links/link_types.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

constexpr std::string_view usageText = "Usage: ... vxlan id VNI\n"
                                       "\t\t[ { group | remote } IP_ADDRESS ]\n"
                                       "\t\t[ local ADDR ]\n"
                                       "\t\t[ ttl TTL ]\n"
                                       "\t\t[ tos TOS ]\n"
                                       "\t\t[ df DF ]\n"
                                       "\t\t[ flowlabel LABEL ]\n"
                                       "\t\t[ dev PHYS_DEV ]\n"
                                       "\t\t[ dstport PORT ]\n"
                                       "\t\t[ srcport MIN MAX ]\n"
                                       "\t\t[ [no]learning ]\n"
                                       "\t\t[ [no]proxy ]\n"
                                       "\t\t[ [no]rsc ]\n"
                                       "\t\t[ [no]l2miss ]\n"
                                       "\t\t[ [no]l3miss ]\n"
                                       "\t\t[ ageing SECONDS ]\n"
                                       "\t\t[ maxaddress NUMBER ]\n"
                                       "\t\t[ [no]udpcsum ]\n"
                                       "\t\t[ [no]udp6zerocsumtx ]\n"
                                       "\t\t[ [no]udp6zerocsumrx ]\n"
                                       "\t\t[ [no]remcsumtx ] [ [no]remcsumrx ]\n"
                                       "\t\t[ [no]external ] [ gbp ] [ gpe ]\n"
                                       "\t\t[ [no]vnifilter ]\n"
                                       "\n"
                                       "Where:\tVNI\t:= 0-16777215\n"
                                       "\tADDR\t:= { IP_ADDRESS | any }\n"
                                       "\tTOS\t:= { NUMBER | inherit }\n"
                                       "\tTTL\t:= { 1..255 | auto | inherit }\n"
                                       "\tDF\t:= { unset | set | inherit }\n"
                                       "\tLABEL := 0-1048575";

/// What iproute2 has and Netdraft does not.
constexpr std::string_view unmodelled[] = {
    "tos",
    "dsfield",
    "df",
    "flowlabel",
    "flowlabel",
    "maxaddress",
    "srcport",
    "proxy",
    "noproxy",
    "rsc",
    "norsc",
    "l2miss",
    "nol2miss",
    "l3miss",
    "nol3miss",
    "udp6zerocsumtx",
    "noudpcsum",
    "remcsumtx",
    "noremcsumtx",
    "remcsumrx",
    "noremcsumrx",
    "external",
    "noexternal",
    "gbp",
    "gpe",
    "vnifilter",
    "novnifilter",
    "noudp6zerocsumtx",
    "udp6zerocsumrx",
    "noudp6zerocsumrx",
};

/// All the words, given or not.
struct GivenVxlan {
    std::optional<std::uint32_t> vni;
    std::optional<std::string> dev;
    std::optional<IpAddress> local;
    std::optional<IpAddress> remote;
    std::optional<std::uint16_t> port;
    std::optional<bool> learning;
    std::optional<int> ttl;
    std::optional<int> ageing;
};

bool isAnyMulticast(const IpAddress &address)
{
    return address.isMulticast();
}

void readAddressOf(Arguments &arguments, std::optional<IpAddress> &address, std::string_view keyword, GivenVxlan &given)
{
    // The first address decides about the family of both.
    const auto &other = keyword == "local" ? given.remote : given.local;
    const std::optional<Family> family = other ? std::optional(other->family()) : std::nullopt;
    const std::string_view word = arguments.peek();
    if (address)
        arguments.garbage(keyword, word);
    const std::string shown(word);
    const IpAddress value = arguments.address(family);
    const bool group = keyword == "group";
    if (!arguments.refused() && isAnyMulticast(value) != group)
        arguments.wrong(shown, fmt::format("invalid {} address", keyword));
    if (!value.isUnspecified())
        address = value;
}

GivenVxlan readWords(KindCall &words, bool isNew)
{
    GivenVxlan given;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.matches("id") || arguments.matches("vni")) {
            const std::string word = arguments.next();
            if (given.vni)
                arguments.garbage("id", word);
            given.vni = readNumber(word);
            if (!given.vni || *given.vni >= 1U << 24)
                arguments.wrong(word, "invalid id");
        } else if (arguments.matches("group")) {
            readAddressOf(arguments, given.remote, "group", given);
        } else if (arguments.matches("remote")) {
            readAddressOf(arguments, given.remote, "remote", given);
        } else if (arguments.matches("local")) {
            readAddressOf(arguments, given.local, "local", given);
        } else if (arguments.matches("dev")) {
            const std::string word = arguments.next();
            if (!arguments.refused() && !words.call.netns.find(std::string_view(word)))
                arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", word)));
            given.dev = word;
        } else if (arguments.matches("ttl", "hoplimit")) {
            const std::string word = arguments.next();
            const auto number = readNumber(word);
            if (word == "inherit")
                arguments.refuse(notSimulated("vxlan ttl inherit"));
            else if (word != "auto" && !number)
                arguments.wrong(word, "invalid TTL");
            else if (number && *number > 255)
                arguments.wrong(word, "TTL must be <= 255");
            given.ttl = static_cast<int>(number.value_or(0));
        } else if (arguments.matches("ageing")) {
            const std::string word = arguments.next();
            const auto number = readNumber(word);
            if (word != "none" && !number)
                arguments.wrong(word, "ageing timer");
            given.ageing = static_cast<int>(number.value_or(0));
        } else if (arguments.is("dstport")) {
            const std::string word = arguments.next();
            const auto number = readNumber(word);
            if (!number || *number > 65535)
                arguments.wrong(word, "dst port");
            given.port = static_cast<std::uint16_t>(number.value_or(0));
        } else if (arguments.matches("learning")) {
            given.learning = true;
        } else if (arguments.matches("nolearning")) {
            given.learning = false;
        } else if (!arguments.is("udpcsum")) {
            const std::string word = arguments.next();
            if (std::ranges::find(unmodelled, word) != std::end(unmodelled))
                arguments.refuse(notSimulated(fmt::format("vxlan {}", word)));
            else if (abbreviates(word, "help"))
                arguments.refuse(complaint(1, usageText));
            else
                arguments.refuse(complaint(1, fmt::format("vxlan: unknown command \"{}\"?\n{}", word, usageText)));
        }
    }
    if (isNew && given.remote && given.remote->isMulticast() && !given.dev)
        arguments.refuse(complaint(1, "vxlan: 'group' requires 'dev' to be specified"));
    return given;
}

} // namespace

NewLink readVxlan(KindCall &words)
{
    const bool none = !words.arguments.more();
    const GivenVxlan given = readWords(words, true);
    if (none)
        words.arguments.refuse(complaint(2, "Error: Required attributes not provided to perform the operation."));
    if (!words.arguments.refused() && !given.vni)
        words.arguments.refuse(complaint(1, "vxlan: missing virtual network identifier"));
    if (!given.port && !none)
        words.note = "vxlan: destination port not specified\n"
                     "Will use Linux kernel default (non-standard value)\n"
                     "Use 'dstport 4789' to get the IANA assigned value\n"
                     "Use 'dstport 0' to get default and quiet this message\n";
    VxlanWords vxlan;
    vxlan.vni = given.vni.value_or(0);
    vxlan.dev = given.dev.value_or("");
    vxlan.local = given.local;
    vxlan.remote = given.remote;
    if (given.port.value_or(0) != 0)
        vxlan.port = *given.port;
    vxlan.learning = given.learning.value_or(true);
    vxlan.ttl = given.ttl.value_or(0);
    vxlan.ageing = given.ageing.value_or(300);
    return vxlan;
}

LinkChange readVxlanChange(KindCall &words)
{
    const GivenVxlan given = readWords(words, false);
    if (given.vni)
        words.arguments.refuse(complaint(2, "Error: Cannot change VNI."));
    if (given.port)
        words.arguments.refuse(complaint(2, "Error: Cannot change port."));
    if (given.dev)
        words.arguments.refuse(notSimulated("a change of the device of a vxlan"));
    return VxlanChange{given.local, given.remote, given.learning, given.ttl, given.ageing};
}

void printKind(Printer &printer, const IpCall &call, const Link &link, const Vxlan &vxlan)
{
    const auto address = [&](std::string_view word, const IpAddress &value) {
        printer.string(fmt::format("{}{}", word, value.isV4() ? "" : "6"), value.toString(),
                       fmt::format("{} {{}} ", word));
    };
    printer.number("id", vxlan.vni, "id {} ");
    if (vxlan.remote)
        address(vxlan.remote->isMulticast() ? "group" : "remote", *vxlan.remote);
    if (vxlan.local)
        address("local", *vxlan.local);
    if (const Link *dev = call.network.find(link.outerDevice()))
        printer.string("link", nameByIndex(call, dev->index), "dev {} ");
    printer.openObject("port_range");
    printer.number("low", 0, "srcport {} ");
    printer.number("high", 0, "{} ");
    printer.closeObject();
    printer.number("port", vxlan.port, "dstport {} ");
    printer.raw("learning", vxlan.learning ? "true" : "false", vxlan.learning ? "" : "nolearning ");
    printer.raw("ttl", fmt::format("{}", vxlan.ttl), vxlan.ttl == 0 ? "ttl auto " : fmt::format("ttl {} ", vxlan.ttl));
    printer.raw("df", "\"unset\"", "");
    printer.raw("ageing", fmt::format("{}", vxlan.ageing),
                vxlan.ageing == 0 ? "ageing none " : fmt::format("ageing {} ", vxlan.ageing));
    printer.raw("udp_csum", "true", "udpcsum ");
    printer.raw("udp_zero_csum6_tx", "false", "noudp6zerocsumtx ");
    printer.raw("udp_zero_csum6_rx", "false", "noudp6zerocsumrx ");
}

} // namespace netdraft::model::command

#include "model/command/netfilter/extension.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

// REJECT

constexpr OptionRow rejectOptions[] = {{.name = "reject-with", .id = 0}};

void takeReject(const Taking &taking, Target &target)
{
    for (const RejectName &each : rejectNames(taking.reading.family)) {
        if (beginsIgnoringCase(taking.value, each.name) || beginsIgnoringCase(taking.value, each.alias)) {
            target = Reject{each.with};
            return;
        }
    }
    taking.reading.refuse(fmt::format("unknown reject type \"{}\"", taking.value));
}

// MARK, CONNMARK

constexpr unsigned anyMark = bit(0) | bit(1) | bit(2) | bit(3) | bit(4);
constexpr OptionRow setMarkOptions[] = {
    {.name = "set-xmark", .id = 0, .excludes = anyMark}, {.name = "set-mark", .id = 1, .excludes = anyMark},
    {.name = "and-mark", .id = 2, .excludes = anyMark},  {.name = "or-mark", .id = 3, .excludes = anyMark},
    {.name = "xor-mark", .id = 4, .excludes = anyMark},
};

/// What both targets can do to a mark.
MarkAndMask newMark(const Taking &taking)
{
    const auto number = [&] {
        return static_cast<std::uint32_t>(
            readInteger(taking.reading, taking.extension, taking.option.name, taking.value, 0, 0xffffffff));
    };
    switch (taking.option.id) {
    case 0: return readMark(taking.reading, taking.extension, taking.option.name, taking.value);
    case 1: {
        MarkAndMask value = readMark(taking.reading, taking.extension, taking.option.name, taking.value);
        value.mask |= value.mark;
        return value;
    }
    case 2: return {0, ~number()};
    case 3: {
        const std::uint32_t bits = number();
        return {bits, bits};
    }
    default: return {number(), 0};
    }
}

void takeMark(const Taking &taking, Target &target)
{
    const MarkAndMask value = newMark(taking);
    target = SetMark{value.mark, value.mask};
}

void checkMark(Reading &reading, const Target & /*target*/, unsigned given)
{
    if (given == 0)
        reading.refuse("MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
}

constexpr unsigned anyConnmark = anyMark | bit(5) | bit(6);
constexpr OptionRow connmarkOptions[] = {
    {.name = "set-xmark", .id = 0, .excludes = anyConnmark},
    {.name = "set-mark", .id = 1, .excludes = anyConnmark},
    {.name = "and-mark", .id = 2, .excludes = anyConnmark},
    {.name = "or-mark", .id = 3, .excludes = anyConnmark},
    {.name = "xor-mark", .id = 4, .excludes = anyConnmark},
    {.name = "save-mark", .id = 5, .argument = false, .excludes = anyConnmark},
    {.name = "restore-mark", .id = 6, .argument = false, .excludes = anyConnmark},
    {.name = "ctmask", .id = 7, .excludes = bit(9)},
    {.name = "nfmask", .id = 8, .excludes = bit(9)},
    {.name = "mask", .id = 9, .excludes = bit(7) | bit(8)},
};

void takeConnmark(const Taking &taking, Target &target)
{
    auto &connmark = std::get<SetConnmark>(target);
    using Mode = SetConnmark::Mode;
    const int id = taking.option.id;
    if (id <= 4) {
        const MarkAndMask value = newMark(taking);
        connmark.mode = Mode::Set;
        connmark.value = value.mark;
        connmark.ctMask = value.mask;
    } else if (id <= 6) {
        connmark.mode = id == 5 ? Mode::Save : Mode::Restore;
    } else {
        const auto mask = static_cast<std::uint32_t>(
            readInteger(taking.reading, taking.extension, taking.option.name, taking.value, 0, 0xffffffff));
        if (id != 8)
            connmark.ctMask = mask;
        if (id != 7)
            connmark.nfMask = mask;
    }
}

void checkConnmark(Reading &reading, const Target & /*target*/, unsigned given)
{
    if ((given & anyConnmark) == 0)
        reading.refuse("CONNMARK target: No operation specified");
}

// LOG

constexpr OptionRow logOptions[] = {
    {.name = "log-level", .id = 5},
    {.name = "log-prefix", .id = 6},
    {.name = "log-tcp-sequence", .id = 0, .argument = false},
    {.name = "log-tcp-options", .id = 1, .argument = false},
    {.name = "log-ip-options", .id = 2, .argument = false},
    {.name = "log-uid", .id = 3, .argument = false},
    {.name = "log-macdecode", .id = 4, .argument = false},
};

void takeLog(const Taking &taking, Target &target)
{
    auto &log = std::get<Log>(target);
    static constexpr std::pair<std::string_view, int> levels[] = {
        {"alert", 1}, {"crit", 2},   {"debug", 7}, {"emerg", 0},   {"error", 3},
        {"info", 6},  {"notice", 5}, {"panic", 0}, {"warning", 4},
    };
    if (taking.option.id == 5) {
        const auto number = readUnsigned(taking.value, 0, 7);
        const auto *known = std::ranges::find(levels, taking.value, &std::pair<std::string_view, int>::first);
        if (number)
            log.level = static_cast<int>(*number);
        else if (known != std::end(levels))
            log.level = known->second;
        else
            taking.reading.refuse(fmt::format("log level \"{}\" unknown\n", taking.value));
    } else if (taking.option.id == 6) {
        if (taking.value.empty())
            taking.reading.refuse("Argument must have a minimum length of 1 characters\n");
        if (taking.value.find('\n') != std::string::npos)
            taking.reading.refuse("Newlines not allowed in --log-prefix");
        constexpr std::size_t longest = 29;
        log.prefix = taking.value.substr(0, longest);
    } else {
        log.flags |= static_cast<std::uint8_t>(bit(taking.option.id));
    }
}

// the targets of NAT

bool mayHavePorts(const Reading &reading)
{
    static constexpr std::uint8_t protocols[] = {1, 6, 17, 33, 132};
    return reading.protocol && std::ranges::find(protocols, reading.protocol->number) != std::end(protocols);
}

std::optional<NatPorts> natPorts(Reading &reading, std::string_view word)
{
    if (!mayHavePorts(reading)) {
        reading.refuse("Need TCP, UDP, SCTP or DCCP with port specification");
        return std::nullopt;
    }
    const auto invalid = [&](std::string_view text) {
        reading.refuse(fmt::format("Port `{}' not valid", text));
        return std::nullopt;
    };
    std::string_view rest = word;
    const auto first = readLeading(rest, 0xffff);
    if (!first) {
        const auto port = portOfService(word, std::nullopt);
        return port ? std::optional(NatPorts{*port, *port, std::nullopt}) : invalid(word);
    }
    NatPorts ports{static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*first), std::nullopt};
    if (rest.empty())
        return ports;
    if (rest[0] == ':')
        reading.refuse("Invalid port:port syntax - use dash");
    if (rest[0] != '-')
        reading.refuse(fmt::format("Garbage after port value: `{}'", rest));
    rest.remove_prefix(1);
    const std::string_view range = rest;
    const auto last = readLeading(rest, 0xffff);
    if (!last)
        return invalid(range);
    if (*last < *first)
        reading.refuse(fmt::format("Port range `{}' funky", range));
    ports.last = static_cast<std::uint16_t>(*last);
    if (rest.empty())
        return ports;
    if (rest[0] != '/')
        reading.refuse(fmt::format("Garbage after port range: `{}'", rest));
    rest.remove_prefix(1);
    const auto base = readUnsigned(rest, 1, 0xffff);
    if (!base)
        return invalid(rest);
    ports.base = static_cast<std::uint16_t>(*base);
    return ports;
}

/// `ADDRESS[-ADDRESS][:PORT[-PORT]]`, where IPv6 addresses with ports stand in brackets.
template <typename Nat>
void natTo(Reading &reading, std::string_view word, Nat &nat)
{
    std::string_view addresses = word;
    std::optional<std::string_view> ports;
    const std::size_t bracket = word.find('[');
    if (bracket != word.npos) {
        const std::size_t end = word.find(']', bracket);
        if (end == word.npos || reading.family == Family::Ipv4)
            return reading.refuse("Invalid address format");
        addresses = word.substr(bracket + 1, end - bracket - 1);
        const std::size_t colon = word.find(':', end);
        if (colon != word.npos)
            ports = word.substr(colon + 1);
    } else if (const std::size_t colon = word.find(':'); colon != word.npos && word.find(':', colon + 1) == word.npos) {
        addresses = word.substr(0, colon);
        ports = word.substr(colon + 1);
    }
    if (ports) {
        nat.ports = natPorts(reading, *ports);
        if (addresses.empty())
            return;
    }
    const std::size_t dash = addresses.find('-');
    NatAddresses range;
    for (const auto &[part, address] :
         {std::pair(addresses.substr(0, dash), &range.first),
          {dash == addresses.npos ? addresses : addresses.substr(dash + 1), &range.last}}) {
        const auto value = IpAddress::parse(part);
        if (!value || value->family() != reading.family)
            return reading.refuse(fmt::format("Bad IP address \"{}\"", part));
        *address = *value;
    }
    nat.addresses = range;
}

template <typename Nat>
void takeFlag(const Taking &taking, Nat &nat)
{
    if (taking.option.name == "random")
        nat.flags.random = true;
    else if (taking.option.name == "random-fully")
        nat.flags.randomFully = true;
    else
        nat.flags.persistent = true;
}

template <typename Nat>
void takeTo(const Taking &taking, Target &target)
{
    auto &nat = std::get<Nat>(target);
    if (taking.option.id == 0)
        natTo(taking.reading, taking.value, nat);
    else
        takeFlag(taking, nat);
}

template <typename Nat>
void takeToPorts(const Taking &taking, Target &target)
{
    auto &nat = std::get<Nat>(target);
    if (taking.option.id == 0)
        nat.ports = natPorts(taking.reading, taking.value);
    else
        takeFlag(taking, nat);
}

constexpr OptionRow snatOptions[] = {
    {.name = "to-source", .id = 0, .mandatory = true},
    {.name = "random", .id = 1, .argument = false},
    {.name = "random-fully", .id = 2, .argument = false},
    {.name = "persistent", .id = 3, .argument = false},
};
constexpr OptionRow dnatOptions[] = {
    {.name = "to-destination", .id = 0, .mandatory = true},
    {.name = "random", .id = 1, .argument = false},
    {.name = "persistent", .id = 3, .argument = false},
};
constexpr OptionRow masqueradeOptions[] = {
    {.name = "to-ports", .id = 0},
    {.name = "random", .id = 1, .argument = false},
    {.name = "random-fully", .id = 2, .argument = false},
};
constexpr OptionRow redirectOptions[] = {
    {.name = "to-ports", .id = 0},
    {.name = "random", .id = 1, .argument = false},
};
constexpr OptionRow netmapOptions[] = {{.name = "to", .id = 0, .mandatory = true}};

void takeNetmap(const Taking &taking, Target &target)
{
    const AddressMatch to = readHostMask(taking.reading, "NETMAP", "to", taking.value);
    const auto length = lengthOfMask(to.mask);
    if (length)
        target = Netmap{Prefix::of(to.address, *length)};
    else
        taking.reading.refusal = Reply{127, {}, "netdraft: NETMAP with a mask that is no prefix is not simulated\n"};
}

// CT, NOTRACK, TCPMSS

constexpr OptionRow ctOptions[] = {
    {.name = "notrack", .id = 0, .argument = false},
    {.name = "zone", .id = 1},
    {.name = "helper", .id = 2},
    {.name = "timeout", .id = 3},
    {.name = "ctevents", .id = 4},
    {.name = "zone-orig", .id = 5},
    {.name = "zone-reply", .id = 6},
};

void takeCt(const Taking &taking, Target & /*target*/)
{
    if (taking.option.id != 0)
        taking.reading.refusal =
            Reply{127, {}, fmt::format("netdraft: iptables -j CT --{} is not simulated\n", taking.option.name)};
}

void checkCt(Reading &reading, const Target & /*target*/, unsigned given)
{
    if (given == 0)
        reading.refusal = Reply{127, {}, "netdraft: iptables -j CT without --notrack is not simulated\n"};
}

constexpr OptionRow tcpmssOptions[] = {
    {.name = "set-mss", .id = 0},
    {.name = "clamp-mss-to-pmtu", .id = 1, .argument = false},
};

void takeTcpmss(const Taking &taking, Target &target)
{
    const std::uint64_t header = taking.reading.family == Family::Ipv4 ? 20 : 40;
    if (taking.option.id == 0)
        target = Tcpmss{static_cast<std::uint16_t>(
            readInteger(taking.reading, "TCPMSS", "set-mss", taking.value, 0, 0xffff - header))};
    else
        target = Tcpmss{};
}

void checkTcpmss(Reading &reading, const Target & /*target*/, unsigned given)
{
    if (given == 0)
        reading.refuse("TCPMSS target: At least one parameter is required");
}

std::span<const TargetExtension> extensions()
{
    static const TargetExtension all[] = {
        {"ACCEPT", {}, Accept{}, {}},
        {"DROP", {}, Drop{}, {}},
        {"RETURN", {}, Return{}, {}},
        {"REJECT", Family::Ipv4, Reject{RejectWith::PortUnreachable}, rejectOptions, takeReject},
        {"REJECT", Family::Ipv6, Reject{RejectWith::PortUnreachable6}, rejectOptions, takeReject},
        {"MARK", {}, SetMark{}, setMarkOptions, takeMark, checkMark},
        {"CONNMARK", {}, SetConnmark{}, connmarkOptions, takeConnmark, checkConnmark},
        {"LOG", {}, Log{}, logOptions, takeLog},
        {"MASQUERADE", {}, Masquerade{}, masqueradeOptions, takeToPorts<Masquerade>},
        {"REDIRECT", {}, Redirect{}, redirectOptions, takeToPorts<Redirect>},
        {"SNAT", {}, Snat{}, snatOptions, takeTo<Snat>},
        {"DNAT", {}, Dnat{}, dnatOptions, takeTo<Dnat>},
        {"NETMAP", {}, Netmap{}, netmapOptions, takeNetmap},
        {"CT", {}, Notrack{}, ctOptions, takeCt, checkCt},
        {"NOTRACK", {}, Notrack{.isAlias = true}, {}},
        {"TCPMSS", {}, Tcpmss{}, tcpmssOptions, takeTcpmss, checkTcpmss},
    };
    return all;
}

} // namespace

const TargetExtension *targetExtension(Family family, std::string_view name)
{
    for (const TargetExtension &each : extensions()) {
        if (each.name == name && (!each.family || each.family == family))
            return &each;
    }
    return nullptr;
}

bool isUnsimulatedTarget(std::string_view name)
{
    static constexpr std::string_view all[] = {
        "AUDIT",    "CHECKSUM",    "CLASSIFY", "CLUSTERIP", "CONNSECMARK", "DNPT",    "DSCP",    "ECN",  "HL",
        "HMARK",    "IDLETIMER",   "LED",      "NFLOG",     "NFQUEUE",     "RATEEST", "SECMARK", "SET",  "SNPT",
        "SYNPROXY", "TCPOPTSTRIP", "TEE",      "TOS",       "TPROXY",      "TRACE",   "TTL",     "ULOG",
    };
    return std::ranges::find(all, name) != std::end(all);
}

} // namespace netdraft::model::command

#pragma once

#include "model/command/netfilter/reading.h"
#include "model/command/services.h"

namespace netdraft::model::command {

// Values as iptables reads and prints them. What cannot be read is complained about, and something harmless given.

/// Cuts a list at its commas: `each` gets the part and the list from there on, and says whether to go on.
template <typename Each>
void forEachPart(std::string_view list, Each each)
{
    while (true) {
        const std::size_t comma = list.find(',');
        if (!each(list.substr(0, comma), list) || comma == list.npos)
            return;
        list.remove_prefix(comma + 1);
    }
}

/// A number of C's notation in a range, with nothing after it (xtables_strtoui).
std::optional<std::uint64_t> readUnsigned(std::string_view word, std::uint64_t least, std::uint64_t most);
/// The number at the start of a word; what follows it stays in `rest`.
std::optional<std::uint64_t> readLeading(std::string_view &rest, std::uint64_t most);

/// A port by its number or the name of a service (xtables_parse_port).
std::uint16_t readPort(Reading &reading, std::string_view word, std::optional<Transport> transport);
/// `A:B` of the options that getaddrinfo(3) resolves (XTTYPE_PORTRC).
netfilter::PortRange readPortRange(Reading &reading, std::string_view extension, std::string_view option,
                                   std::string_view word);

/// A protocol by its number or name (xtables_parse_protocol).
std::uint8_t readProtocol(Reading &reading, std::string_view word);
/// Its name in /etc/protocols, or as iptables calls it; empty if it has none.
std::string_view knownProtocolName(std::uint8_t protocol);

/// `-s`, `-d`: addresses with masks, separated by commas (xtables_ipparse_multiple).
std::vector<netfilter::AddressMatch> readAddresses(Reading &reading, std::string_view list);
/// One address with a mask or a length (XTTYPE_HOSTMASK).
netfilter::AddressMatch readHostMask(Reading &reading, std::string_view extension, std::string_view option,
                                     std::string_view word);
/// A numeric address of the tool's family; IPv4 may be short.
std::optional<IpAddress> readNumericAddress(Family family, std::string_view word);

struct MarkAndMask {
    std::uint32_t mark = 0;
    std::uint32_t mask = 0xffffffff;
};
/// `VALUE[/MASK]` (XTTYPE_MARKMASK32)
MarkAndMask readMark(Reading &reading, std::string_view extension, std::string_view option, std::string_view word);
/// A number within a range (XTTYPE_UINT*).
std::uint64_t readInteger(Reading &reading, std::string_view extension, std::string_view option, std::string_view word,
                          std::uint64_t least, std::uint64_t most);

/// `/24`; nothing for a host; a mask that is no prefix as an address.
std::string maskSuffix(const IpAddress &mask);
/// The length of a mask that is a prefix's.
std::optional<int> lengthOfMask(const IpAddress &mask);
IpAddress maskOfLength(Family family, int length);
/// `anywhere`, a name of /etc/hosts or /etc/networks, or the address itself.
std::string addressName(const netfilter::AddressMatch &match, bool numeric);
/// The one service that services(5) has for SCTP.
inline constexpr std::uint16_t amqpPort = 5672;
std::string portName(std::uint16_t port, Transport transport, bool numeric);

/// isspace(3) in the C locale.
bool isSpace(char c);
bool equalsIgnoringCase(std::string_view a, std::string_view b);
/// Whether `word` begins `name`, in any case (strncasecmp).
bool beginsIgnoringCase(std::string_view word, std::string_view name);

} // namespace netdraft::model::command

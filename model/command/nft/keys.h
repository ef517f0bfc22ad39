#pragma once

#include "model/command/nft/reading.h"
#include "model/network/nft_statement.h"

#include <span>

namespace netdraft::model::command::nfttool {

/// How the values of a key are written.
enum class ValueKind : std::uint8_t {
    Ipv4,
    Ipv6,
    Protocol,
    InterfaceName,
    InterfaceIndex,
    Mark,
    NetProtocol,
    Port,
    IcmpType,
    Icmp6Type,
    CtState,
    CtStatus,
    AddressType,
    PacketType,
};

struct KeyRow {
    std::string_view words; ///< as printed: `ip saddr`
    nft::Key key;
    ValueKind values;
    bool bare = false; ///< `iifname` without `meta`; printed so, too, but for `mark` and `pkttype`
};

const KeyRow &rowOf(nft::Key key);
/// The words of a key at the place of reading, which are then taken; null where there are none.
const KeyRow *takeKey(Reading &reading);

/// The value that a word stands for; of what is wrong with it, nft's words are complained.
nft::Value readValue(Reading &reading, const KeyRow &row, std::string_view word, Span span);
/// A value as nft prints it.
std::string valueText(const KeyRow &row, const nft::Value &value);
/// A mark: `0x0000000a`.
std::string markText(std::uint32_t mark);
/// A number of C's notation up to a bound; nothing follows it.
std::optional<std::uint64_t> readNumber(std::string_view word);
/// A port by number or by the name of its service.
std::uint16_t readPort(Reading &reading, std::string_view word, Span span);
/// A literal address; what is none is complained about.
std::optional<IpAddress> readAddress(Reading &reading, Family family, std::string_view word, Span span);

struct CodeName {
    std::uint8_t code;
    std::string_view name;
};
/// The codes of `reject with icmp …` and its like; none of a reset.
std::span<const CodeName> rejectCodes(nft::Reject::Kind kind);

} // namespace netdraft::model::command::nfttool

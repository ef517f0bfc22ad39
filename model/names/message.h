#pragma once

#include "model/names/record.h"

namespace netdraft::model::names {

/// What a client asks.
struct Question {
    std::string name; ///< absolute
    RecordType type = RecordType::A;
    bool isChaos = false;  ///< of the class CH: what servers say of themselves
    bool recursion = true; ///< RD: whether the server shall ask others
    friend auto operator<=>(const Question &, const Question &) = default;
};

/// Response codes (RFC 1035, 4.1.1).
enum class Rcode : std::uint8_t { NoError, FormErr, ServFail, NxDomain, NotImp, Refused };
/// `NXDOMAIN`
std::string_view rcodeName(Rcode rcode);

/// What a server answers.
struct Message {
    Rcode rcode = Rcode::NoError;
    bool authoritative = false;       ///< AA
    bool recursionAvailable = false;  ///< RA
    bool compresses = true;           ///< whether the server shortens names at all
    bool compressesData = true;       ///< whether it does so in the data of records, too
    bool edns = true;                 ///< whether it answers with EDNS's record where it was asked with one
    std::optional<int> extendedError; ///< EDE (RFC 8914), its number
    int udpSize = 1232;               ///< EDNS: the largest datagram that it takes, bytes
    std::vector<Record> answers;
    std::vector<Record> authority;
    std::vector<Record> additional;
    friend bool operator==(const Message &, const Message &) = default;
};

/// The bytes of both on the wire, as the payload of a datagram (RFC 1035, 4.1), names compressed; of the question alone
/// with `answer` null. Both carry EDNS's record (RFC 6891) if `edns`.
std::string wireBytes(const Question &question, const Message *answer, bool edns);

/// How long a datagram may be for a client with EDNS as dig sends it, bytes: what is longer comes truncated, and is
/// asked for again over TCP.
inline constexpr std::size_t largestDatagram = 1232;
/// The same of a client without EDNS, such as glibc's (RFC 1035, 2.3.4).
inline constexpr std::size_t largestPlainDatagram = 512;

} // namespace netdraft::model::names

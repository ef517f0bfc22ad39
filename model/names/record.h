#pragma once

#include "model/address/ip_address.h"

#include <optional>
#include <vector>

namespace netdraft::model::names {

// Names are in the form of a zone file: labels with dots between them. Absolute ones end with a dot, and the root is
// `.`; upper and lower case are the same (RFC 4343).

/// Types of resource records, by their numbers (RFC 1035, 3.2.2; RFC 3596; RFC 2782).
enum class RecordType : std::uint16_t {
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
    Any = 255, ///< in a question alone
};

/// `AAAA`; `TYPE65280` of one without a name here.
std::string typeName(RecordType type);
/// The type with that name in any case, also `TYPE28`; none of a word that is none. Types without a name here are known
/// by their numbers: nobody has records of them.
std::optional<RecordType> typeNamed(std::string_view name);

/// A resource record of the class IN.
struct Record {
    std::string owner; ///< absolute
    RecordType type = RecordType::A;
    std::uint32_t ttl = 0; ///< seconds
    std::string data;      ///< as a zone file has it, with absolute names: `10 mail.lab.`
    friend bool operator==(const Record &, const Record &) = default;
};

/// With a dot at its end.
std::string absolute(std::string_view name);
/// In lower case (A to Z alone).
std::string lowered(std::string_view name);
bool isSameName(std::string_view a, std::string_view b);
/// Whether an absolute name is an absolute domain, or below it.
bool isWithin(std::string_view name, std::string_view domain);
/// The labels of an absolute name, the nearest to the root last; none of the root.
std::vector<std::string_view> labelsOf(std::string_view name);
/// What the name lies in: `lab.` of `web.lab.`, `.` of `lab.` and of the root.
std::string_view parentOf(std::string_view name);
/// Whether it can stand in a message: no empty label, none over 63 bytes, at most 255 bytes in all (RFC 1035, 2.3.4).
bool isSoundName(std::string_view name);

/// `4.3.2.1.in-addr.arpa.`, or of IPv6 all nibbles below `ip6.arpa.` (RFC 3596, 2.5).
std::string reverseName(const IpAddress &address);
/// The address of such a name; none of another.
std::optional<IpAddress> addressOfReverse(std::string_view name);

/// The last word of a record's data is a name (CNAME, PTR, NS, MX, SRV): which.
std::string_view targetOf(const Record &record);

/// A record of type A or AAAA.
Record addressRecord(std::string_view owner, const IpAddress &address, std::uint32_t ttl);

} // namespace netdraft::model::names

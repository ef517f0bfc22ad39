#include "model/names/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

struct TypeRow {
    RecordType type;
    std::string_view name;
};
constexpr TypeRow types[] = {
    {RecordType::A, "A"},     {RecordType::Ns, "NS"},   {RecordType::Cname, "CNAME"}, {RecordType::Soa, "SOA"},
    {RecordType::Ptr, "PTR"}, {RecordType::Mx, "MX"},   {RecordType::Txt, "TXT"},     {RecordType::Aaaa, "AAAA"},
    {RecordType::Srv, "SRV"}, {RecordType::Any, "ANY"},
};
/// Others that people ask for, of which nobody here has records.
constexpr TypeRow emptyTypes[] = {
    {RecordType{13}, "HINFO"},  {RecordType{29}, "LOC"},   {RecordType{35}, "NAPTR"}, {RecordType{39}, "DNAME"},
    {RecordType{43}, "DS"},     {RecordType{44}, "SSHFP"}, {RecordType{46}, "RRSIG"}, {RecordType{47}, "NSEC"},
    {RecordType{48}, "DNSKEY"}, {RecordType{52}, "TLSA"},  {RecordType{64}, "SVCB"},  {RecordType{65}, "HTTPS"},
    {RecordType{257}, "CAA"},
};

char lowerOf(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr std::string_view arpa4 = "in-addr.arpa.";
constexpr std::string_view arpa6 = "ip6.arpa.";

template <typename Number>
std::optional<Number> numberOf(std::string_view text, int base = 10)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::string typeName(RecordType type)
{
    for (const auto &rows : {std::span<const TypeRow>(types), std::span<const TypeRow>(emptyTypes)}) {
        const auto row = std::ranges::find(rows, type, &TypeRow::type);
        if (row != rows.end())
            return std::string(row->name);
    }
    return fmt::format("TYPE{}", static_cast<int>(type));
}

std::optional<RecordType> typeNamed(std::string_view name)
{
    for (const auto &rows : {std::span<const TypeRow>(types), std::span<const TypeRow>(emptyTypes)}) {
        const auto row = std::ranges::find_if(rows, [&](const TypeRow &each) { return isSameName(each.name, name); });
        if (row != rows.end())
            return row->type;
    }
    if (name.size() > 4 && isSameName(name.substr(0, 4), "TYPE")) {
        if (const auto number = numberOf<std::uint16_t>(name.substr(4)))
            return RecordType{*number};
    }
    return std::nullopt;
}

std::string absolute(std::string_view name)
{
    return name.ends_with('.') ? std::string(name) : fmt::format("{}.", name);
}

std::string lowered(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), lowerOf);
    return text;
}

bool isSameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lowerOf, lowerOf);
}

bool isWithin(std::string_view name, std::string_view domain)
{
    if (domain == ".")
        return true;
    if (name.size() < domain.size() || !isSameName(name.substr(name.size() - domain.size()), domain))
        return false;
    return name.size() == domain.size() || name[name.size() - domain.size() - 1] == '.';
}

std::vector<std::string_view> labelsOf(std::string_view name)
{
    std::vector<std::string_view> labels;
    while (!name.empty() && name != ".") {
        const std::string_view label = name.substr(0, name.find('.'));
        labels.push_back(label);
        name.remove_prefix(std::min(label.size() + 1, name.size()));
    }
    return labels;
}

std::string_view parentOf(std::string_view name)
{
    const auto dot = name.find('.');
    return dot == std::string_view::npos || dot + 1 >= name.size() ? std::string_view(".") : name.substr(dot + 1);
}

bool isSoundName(std::string_view name)
{
    constexpr std::size_t longestLabel = 63;
    constexpr std::size_t longestName = 254; // with its dots, which stand for the bytes of lengths
    if (name == ".")
        return true;
    if (name.starts_with('.') || name.find("..") != std::string_view::npos)
        return false;
    const auto labels = labelsOf(name);
    return name.size() <= longestName && !labels.empty() && std::ranges::all_of(labels, [](std::string_view label) {
               return !label.empty() && label.size() <= longestLabel;
           });
}

std::string reverseName(const IpAddress &address)
{
    if (address.isV4()) {
        const std::uint32_t bits = address.v4().bits();
        return fmt::format("{}.{}.{}.{}.{}", bits & 255U, bits >> 8 & 255U, bits >> 16 & 255U, bits >> 24, arpa4);
    }
    std::string name;
    for (const std::uint64_t half : {address.low(), address.high()}) {
        for (int shift = 0; shift < 64; shift += 4)
            name += fmt::format("{:x}.", half >> shift & 15U);
    }
    return name + std::string(arpa6);
}

std::optional<IpAddress> addressOfReverse(std::string_view name)
{
    constexpr std::size_t labels4 = 6; // with those of the domain
    constexpr std::size_t labels6 = 34;
    const auto labels = labelsOf(name);
    if (isWithin(name, arpa4) && labels.size() == labels4) {
        std::uint32_t bits = 0;
        for (int at = 3; at >= 0; --at) {
            const auto byte = numberOf<std::uint8_t>(labels[static_cast<std::size_t>(at)]);
            if (!byte)
                return std::nullopt;
            bits = bits << 8 | *byte;
        }
        return Ipv4Address(bits);
    }
    if (!isWithin(name, arpa6) || labels.size() != labels6)
        return std::nullopt;
    std::uint64_t halves[2] = {0, 0};
    for (int at = 31; at >= 0; --at) {
        const std::string_view label = labels[static_cast<std::size_t>(at)];
        const auto nibble = label.size() == 1 ? numberOf<std::uint8_t>(label, 16) : std::nullopt;
        if (!nibble)
            return std::nullopt;
        std::uint64_t &half = halves[at >= 16 ? 0 : 1];
        half = half << 4 | *nibble;
    }
    return Ipv6Address(halves[0], halves[1]);
}

std::string_view targetOf(const Record &record)
{
    const std::string_view data = record.data;
    return data.substr(data.rfind(' ') + 1);
}

Record addressRecord(std::string_view owner, const IpAddress &address, std::uint32_t ttl)
{
    return {std::string(owner), address.isV4() ? RecordType::A : RecordType::Aaaa, ttl, address.toString()};
}

} // namespace netdraft::model::names

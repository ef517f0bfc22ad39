#include "model/command/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

std::string_view familyWord(std::optional<Family> family)
{
    if (!family)
        return "any valid";
    return *family == Family::Ipv4 ? "inet" : "inet6";
}

/// The digits' base by their prefix, which is cut off.
int baseOf(std::string_view &digits)
{
    if (digits.size() > 1 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) {
        digits.remove_prefix(2);
        return 16;
    }
    return digits.size() > 1 && digits[0] == '0' ? 8 : 10;
}

std::optional<IpAddress> readIpv4(std::string_view word)
{
    std::uint32_t bits = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = word.find('.');
        const auto value = readNumber(word.substr(0, dot));
        if (!value || *value > 255)
            return std::nullopt;
        bits |= *value << (24 - 8 * part);
        if (dot == std::string_view::npos)
            return IpAddress(Ipv4Address(bits));
        word.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

/// The length of a mask without holes, such as 255.255.255.0.
std::optional<int> lengthOfMask(const IpAddress &mask)
{
    const int ones = std::popcount(mask.high()) + std::popcount(mask.low());
    if (lastOf(IpAddress::fromBits(mask.family(), 0, 0), 0) == mask)
        return addressBits(mask.family());
    return masked(lastOf(mask, 0), ones) == mask ? std::optional(ones) : std::nullopt;
}

} // namespace

Reply complaint(int status, std::string_view text)
{
    return {status, {}, fmt::format("{}\n", text)};
}

std::optional<std::uint32_t> readNumber(std::string_view word)
{
    const int base = baseOf(word);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    if (word.empty() || error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::optional<IpAddress> readAddress(std::string_view word, std::optional<Family> family)
{
    if (word == "default" || word == "any" || word == "all")
        return IpAddress::fromBits(family.value_or(Family::Ipv4), 0, 0);
    if (word.find(':') != std::string_view::npos) {
        const auto six = Ipv6Address::parse(word);
        return six && family != Family::Ipv4 ? std::optional<IpAddress>(*six) : std::nullopt;
    }
    return family == Family::Ipv6 ? std::nullopt : readIpv4(word);
}

std::optional<InterfaceAddress> readPrefix(std::string_view word, std::optional<Family> family)
{
    const std::size_t slash = word.find('/');
    const std::string_view name = word.substr(0, slash);
    const auto address = readAddress(name, family);
    if (!address)
        return std::nullopt;
    const int longest = addressBits(address->family());
    if (slash == std::string_view::npos) {
        const bool all = name == "default" || name == "any" || name == "all";
        return InterfaceAddress{*address, static_cast<std::uint8_t>(all ? 0 : longest)};
    }
    const std::string_view given = word.substr(slash + 1);
    if (const auto length = readNumber(given)) {
        if (*length > static_cast<std::uint32_t>(longest))
            return std::nullopt;
        return InterfaceAddress{*address, static_cast<std::uint8_t>(*length)};
    }
    const auto mask = readAddress(given, address->family());
    const auto length = mask ? lengthOfMask(*mask) : std::nullopt;
    if (!length)
        return std::nullopt;
    return InterfaceAddress{*address, static_cast<std::uint8_t>(*length)};
}

bool isInterfaceName(std::string_view word)
{
    return !word.empty() && word.size() <= 15 &&
           std::ranges::none_of(word, [](char c) { return c == '/' || c == ' ' || (c >= '\t' && c <= '\r'); });
}

std::string_view Arguments::peek() const
{
    return more() ? std::string_view(m_rest.front()) : std::string_view();
}

bool Arguments::is(std::string_view keyword)
{
    if (!more() || m_rest.front() != keyword)
        return false;
    m_rest = m_rest.subspan(1);
    return true;
}

bool Arguments::matches(std::string_view keyword)
{
    if (!more() || !abbreviates(m_rest.front(), keyword))
        return false;
    m_rest = m_rest.subspan(1);
    return true;
}

std::string Arguments::next()
{
    if (m_refused)
        return {};
    if (m_rest.empty()) {
        refuse(complaint(255, "Command line is not complete. Try option \"help\""));
        return {};
    }
    std::string word = m_rest.front();
    m_rest = m_rest.subspan(1);
    return word;
}

IpAddress Arguments::address(std::optional<Family> family)
{
    const std::string word = next();
    const auto value = readAddress(word, family);
    if (!value)
        refuse(
            complaint(1, fmt::format("Error: {} address is expected rather than \"{}\".", familyWord(family), word)));
    return value.value_or(IpAddress());
}

InterfaceAddress Arguments::prefix(std::optional<Family> family)
{
    const std::string word = next();
    const auto value = readPrefix(word, family);
    if (!value)
        refuse(complaint(1, fmt::format("Error: {} prefix is expected rather than \"{}\".", familyWord(family), word)));
    return value.value_or(InterfaceAddress());
}

MacAddress Arguments::mac()
{
    const std::string word = next();
    const auto value = MacAddress::parse(word);
    if (value)
        return *value;
    const auto isOctet = [](std::string_view text) {
        return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789abcdefABCDEF") == text.npos;
    };
    int octets = 0;
    for (std::string_view left = word;;) {
        const std::size_t colon = left.find(':');
        if (!isOctet(left.substr(0, colon))) {
            refuse(complaint(1, fmt::format("\"{}\" is invalid lladdr.", left.substr(0, colon))));
            return {};
        }
        ++octets;
        if (colon == std::string_view::npos)
            break;
        left.remove_prefix(colon + 1);
    }
    refuse(complaint(1, fmt::format("Invalid address length {} - must be 6 bytes", octets)));
    return {};
}

std::uint32_t Arguments::number(std::string_view complaint)
{
    const std::string word = next();
    const auto value = readNumber(word);
    if (!value)
        wrong(word, complaint);
    return value.value_or(0);
}

const Link *Arguments::device(const Netns &netns)
{
    const std::string word = next();
    const Link *link = refused() ? nullptr : netns.find(std::string_view(word));
    if (!link)
        refuse(complaint(1, fmt::format("Cannot find device \"{}\"", word)));
    return link;
}

void Arguments::refuse(Reply reply)
{
    if (m_refused)
        return;
    m_refused = true;
    m_refusal = std::move(reply);
}

void Arguments::wrong(std::string_view word, std::string_view message)
{
    refuse(complaint(255, fmt::format("Error: argument \"{}\" is wrong: {}", word, message)));
}

void Arguments::garbage(std::string_view keyword, std::string_view word)
{
    refuse(complaint(255, fmt::format("Error: either \"{}\" is duplicate, or \"{}\" is a garbage.", keyword, word)));
}

void Arguments::duplicate(std::string_view keyword, std::string_view word)
{
    refuse(complaint(255, fmt::format("Error: duplicate \"{}\": \"{}\" is the second value.", keyword, word)));
}

} // namespace netdraft::model::command

#pragma once

#include "model/address/mac_address.h"
#include "model/address/prefix.h"
#include "model/command/response.h"

namespace netdraft::model::command {

/// Whether `word` abbreviates `keyword` as iproute2's matches() takes it: a prefix of it, not empty.
constexpr bool abbreviates(std::string_view word, std::string_view keyword)
{
    return !word.empty() && keyword.starts_with(word);
}

/// A reply on stderr; a newline is added to the text.
Reply complaint(int status, std::string_view text);

/// The words of a command that are still to be read, with the way iproute2 complains about them.
///
/// The first complaint sticks, as it would have ended the tool: after it more() is false and every read gives an
/// empty value, so that a parser reads on without looking and asks refused() once, at its end.
class Arguments
{
public:
    explicit Arguments(std::span<const std::string> words) : m_rest(words) {}

    bool more() const { return !m_refused && !m_rest.empty(); }
    std::span<const std::string> rest() const { return m_rest; }
    /// The next word, or an empty one at the end.
    std::string_view peek() const;
    /// Takes the next word if it is exactly this one.
    bool is(std::string_view keyword);
    /// Takes the next word if it abbreviates one of these.
    bool matches(std::string_view keyword);
    bool matches(std::string_view keyword, std::string_view other) { return matches(keyword) || matches(other); }
    /// Takes the next word; at the end, complains that the command line is not complete.
    std::string next();

    // Values, each taken from the next word.
    IpAddress address(std::optional<Family> family);
    InterfaceAddress prefix(std::optional<Family> family);
    MacAddress mac();
    /// A number of C's notation that fits 32 bits; `complaint` is what iproute2 says of another word.
    std::uint32_t number(std::string_view complaint);
    /// The name of a link that exists in the namespace; `Cannot find device "x"` otherwise, status 1.
    const Link *device(const Netns &netns);

    void refuse(Reply reply);
    /// `Error: argument "x" is wrong: MESSAGE`
    void wrong(std::string_view word, std::string_view message);
    /// `Error: either "KEYWORD" is duplicate, or "x" is a garbage.`
    void garbage(std::string_view keyword, std::string_view word);
    /// `Error: duplicate "KEYWORD": "x" is the second value.`
    void duplicate(std::string_view keyword, std::string_view word);
    bool refused() const { return m_refused; }
    const Reply &refusal() const { return m_refusal; }

private:
    std::span<const std::string> m_rest;
    bool m_refused = false;
    Reply m_refusal;
};

/// An address as iproute2 reads it: IPv4 may be short (`10.1` is 10.1.0.0) and its numbers octal or hexadecimal;
/// `default`, `any` and `all` are zero.
std::optional<IpAddress> readAddress(std::string_view word, std::optional<Family> family);
/// The same with `/LENGTH` or `/MASK`; without, the full length, or 0 for `default`.
std::optional<InterfaceAddress> readPrefix(std::string_view word, std::optional<Family> family);
/// A number as strtoul(3) reads it, with nothing after it.
std::optional<std::uint32_t> readNumber(std::string_view word);
/// Whether iproute2 takes the word as an interface name: 1 to 15 bytes without `/` or white space.
bool isInterfaceName(std::string_view word);

} // namespace netdraft::model::command

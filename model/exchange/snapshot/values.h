#pragma once

#include "model/address/mac_address.h"
#include "model/address/prefix.h"
#include "model/exchange/project_words.h"
#include "model/exchange/snapshot/output.h"

namespace netdraft::model::snapshot {

/// The largest number that a value without a bound of its own may be.
inline constexpr std::int64_t anyNumber = 0xffffffff;

/// Reads the values of one answer. What is wrong is a trouble, what is not known is left alone, for each version of the
/// tools has more fields; and reading goes on.
class Values
{
public:
    Values(const Output &output, std::vector<Error> &troubles) : m_output(&output), m_troubles(&troubles) {}

    const Output &output() const { return *m_output; }
    void trouble(std::size_t offset, std::string subject) const;
    void trouble(const Json &value, std::string subject) const { trouble(value.offset, std::move(subject)); }

    /// The objects of the answer; a trouble for each other value.
    std::vector<const Json *> objects() const;
    /// The objects of a list in a field.
    std::vector<const Json *> objects(const Json &object, std::string_view key) const;

    // Each gives nothing, or an empty value, for a missing field, and has a trouble with one of another type or range.
    std::string text(const Json &object, std::string_view key) const;
    std::optional<std::int64_t> number(const Json &object, std::string_view key, std::int64_t least,
                                       std::int64_t most) const;
    /// The same; a number in a string may have `0x` before it.
    std::optional<std::int64_t> hexNumber(const Json &object, std::string_view key, std::int64_t most) const;
    /// Whether a field says yes: true, a number other than 0, or null, which iproute2 writes for a bare word.
    bool flag(const Json &object, std::string_view key) const;
    /// Whether a list of words has one.
    bool lists(const Json &object, std::string_view key, std::string_view word) const;
    std::optional<IpAddress> address(const Json &object, std::string_view key) const;
    std::optional<MacAddress> mac(const Json &object, std::string_view key) const;
    /// The number of a word, or one that is written as such.
    std::optional<std::uint32_t> word(const Json &object, std::string_view key, std::span<const ProjectWord> words,
                                      std::int64_t most) const;

private:
    template <typename T>
    std::optional<T> parsed(const Json &object, std::string_view key) const;

    const Output *m_output;
    std::vector<Error> *m_troubles;
};

} // namespace netdraft::model::snapshot

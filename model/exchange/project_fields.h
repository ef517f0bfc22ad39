#pragma once

#include "model/exchange/json_tree.h"
#include "model/exchange/project_words.h"

#include <initializer_list>

namespace netdraft::model {

/// The largest number of the kernel: of tables, priorities, metrics.
inline constexpr std::uint32_t mostNumber = 0xffffffff;
/// The longest text of a file, in bytes, but where it says otherwise.
inline constexpr std::size_t longestString = 255;

/// The text of a project file being read, and the first thing that is wrong in it. Reading goes on after an
/// error, with harmless values, so that readers need not ask after each field; whoever uses the result asks
/// once.
class ProjectText
{
public:
    ProjectText(std::string_view text, const std::string &file) : m_text(text), m_file(file) {}

    void refuse(std::size_t offset, std::string subject);
    bool sound() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::string_view m_text;
    const std::string &m_file;
    std::optional<Error> m_error;
};

/// The fields of one object of a project file, each read as what it is meant to be.
class Fields
{
public:
    /// Refuses anything but an object, and fields that are not `known`. `what` names the object in messages.
    Fields(ProjectText &text, const Json &value, std::string_view what, std::initializer_list<std::string_view> known);

    bool has(std::string_view key) const { return m_value.find(key) != nullptr; }
    /// Where the field's value stands; the object itself, when it is missing.
    std::size_t at(std::string_view key) const;
    /// Refuses the object when the field is missing.
    void require(std::string_view key, std::string_view expected);

    // Each gives nothing, or an empty value, for a missing field, and refuses one of another type or range.
    const Json *object(std::string_view key);
    const std::vector<Json> &array(std::string_view key);
    /// Of at most so many bytes.
    std::string string(std::string_view key, std::size_t longest = longestString);
    bool flag(std::string_view key);
    std::optional<double> number(std::string_view key, double most);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<IpAddress> address(std::string_view key);
    std::optional<InterfaceAddress> interfaceAddress(std::string_view key);
    std::optional<MacAddress> mac(std::string_view key);
    /// One of the words, or where `most` is not 0 a number up to it.
    std::optional<std::uint32_t> word(std::string_view key, std::span<const ProjectWord> words, std::uint32_t most = 0);

private:
    const Json *typed(std::string_view key, Json::Kind kind);
    template <typename T>
    std::optional<T> parsed(std::string_view key);

    ProjectText &m_text;
    const Json &m_value;
    std::string_view m_what;
};

/// The string of a value that must be one.
std::string stringOf(ProjectText &text, const Json &value, std::string_view what, std::size_t longest = longestString);

/// A string as messages quote it: shortened when it is long.
std::string shown(std::string_view text);

} // namespace netdraft::model

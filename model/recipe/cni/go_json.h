#pragma once

#include <nlohmann/json.hpp>

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::cni {

// The plugins are written in Go, and what they say of a configuration that is wrong are the words of its package
// encoding/json (1.19).

using Json = nlohmann::json;

/// Reads a JSON text; else says why it is none.
std::expected<Json, std::string> parseGoJson(std::string_view text);

/// A value as JSON text, with so many spaces for each level; a byte that is no UTF-8 becomes U+FFFD.
std::string jsonText(const nlohmann::ordered_json &value, int indent = -1);

/// As json.Marshal() prints a value, or json.MarshalIndent() with so many spaces.
std::string goJson(const nlohmann::ordered_json &value, int indent = -1);

/// Text as `%q` prints it; a byte that is no UTF-8 as `\xff`.
std::string goQuoted(std::string_view text);

/// The members of a JSON object, read into the fields of a struct. The first that does not fit is told; it leaves its
/// field as it was, and all others are read.
class GoFields
{
public:
    /// Of a whole text. `type` is the name of the struct; where the text is no object, that is told of `wholeType`.
    GoFields(const Json &value, std::string type, std::string &error, std::string_view wholeType = {});

    void read(std::string_view name, std::string &to) const;
    void read(std::string_view name, bool &to) const;
    void read(std::string_view name, int &to) const;
    void read(std::string_view name, std::uint64_t &to) const;
    void read(std::string_view name, std::vector<std::string> &to) const;
    void read(std::string_view name, std::map<std::string, std::string> &to) const;
    void read(std::string_view name, std::map<std::string, bool> &to) const;
    template <typename T>
    void read(std::string_view name, std::optional<T> &to) const
    {
        if (has(name))
            read(name, to.emplace());
    }
    /// Whether there is such a member and it is not null.
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The members of an object within; none where there is none.
    GoFields object(std::string_view name, std::string type, std::string_view goType = {}) const;
    /// The objects of an array within, whose type in Go is such as `[]*types.Route`. Where its elements read
    /// themselves, the array is told of instead of their fields.
    enum class Reads : bool { ByFields, ByMethod };
    std::vector<GoFields> objects(std::string_view name, const std::string &type, std::string_view goType,
                                  Reads reads = Reads::ByFields) const;
    /// A member's value, whatever it is; null where there is none.
    const Json *find(std::string_view name) const;
    /// Something that a type reads by its own method does not fit; the words are that method's.
    void refuse(const std::string &why) const;
    /// A member is not of the Go type that its field has.
    void mismatch(std::string_view name, const Json &value, std::string_view goType) const;

private:
    GoFields(const Json *object, std::string type, std::string path, std::string &error);

    const Json *m_object = nullptr;
    std::string m_type;
    std::string m_path;
    std::string m_method; ///< the field that reads itself, in which this one is
    std::string *m_error;
};

} // namespace netdraft::model::cni

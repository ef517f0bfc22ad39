#pragma once

#include "model/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

struct JsonMember;

/// A value of a JSON text that knows where it stands. Members keep the order of the text.
struct Json {
    enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    std::size_t offset = 0; ///< of its first byte in the text
    bool boolean = false;
    double number = 0;
    bool integral = false; ///< written without a fraction or exponent, and exact in `number`
    std::string string;
    std::vector<Json> items;
    std::vector<JsonMember> members;

    const Json *find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    std::size_t offset = 0; ///< of the key
    Json value;
};

/// Whether a key may stand twice in one object; iproute2 writes some so. find() gives the first.
enum class KeysTwice : bool { Refused, Kept };

/// Reads a whole JSON text (RFC 8259). Refuses, with the place: what is not UTF-8 or not JSON, a key that
/// stands twice in one object, more than 32 levels, and more values than any network needs.
Result<Json> parseJson(std::string_view text, const std::string &file, KeysTwice twice = KeysTwice::Refused);

/// The line and column of a byte of the text.
Position positionIn(std::string_view text, std::size_t offset, const std::string &file);

/// `a string`, `an array`, …, for messages.
std::string_view kindWord(Json::Kind kind);

} // namespace netdraft::model

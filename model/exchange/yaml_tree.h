#pragma once

#include "model/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

struct YamlMember;

/// A value of a YAML text that knows where it stands. Members keep the order of the text; aliases are what they stand
/// for, and merged mappings (`<<`) are members like others.
struct Yaml {
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    int line = 1; ///< of its first character, both from 1
    int column = 1;
    std::string text; ///< of a scalar
    std::vector<Yaml> items;
    std::vector<YamlMember> members;

    const Yaml *find(std::string_view key) const;
    Position at(const std::string &file) const { return {file, line, column}; }
};

struct YamlMember {
    std::string key;
    int line = 1; ///< of the key
    int column = 1;
    Yaml value;
};

/// Reads the documents of a YAML text. Refuses, with the place: what is no YAML, a key that stands twice in one
/// mapping or is none, more than 64 levels, and more values than any lab needs.
Result<std::vector<Yaml>> parseYaml(std::string_view text, const std::string &file);

/// `a mapping`, `a sequence`, …, for messages.
std::string_view kindWord(Yaml::Kind kind);

} // namespace netdraft::model

#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

/// A long option and the letter that stands for it where the options that were given are walked.
struct LongOption {
    enum class Value : std::uint8_t { None, Required, Optional };
    std::string_view name;
    char letter;
    Value value = Value::None;
};

/// What getopt_long(3) is told: letters, with `:` after those that take a value, and long names.
struct OptionTable {
    std::string_view letters;
    std::span<const LongOption> longs = {};
};

struct GivenOption {
    char letter;
    std::string value;
    bool hasValue = false;
};

/// The words of a command sorted as getopt_long(3) does it: options anywhere before a `--`, and what is left.
struct GivenOptions {
    std::vector<GivenOption> options;
    std::vector<std::string> operands;
    std::string trouble; ///< the first complaint, without the tool's name: `invalid option -- 'z'`
};

/// How words behind the first operand are taken.
enum class Permute : bool { No, Yes };
GivenOptions readOptions(std::span<const std::string> words, const OptionTable &table, Permute permute = Permute::Yes);

/// `TOOL: TROUBLE` and `Try 'TOOL --help' for more information.`, as the GNU tools complain.
Reply complaintOfOptions(std::string_view tool, std::string_view trouble, int status = 1);

} // namespace netdraft::model::command

#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::command {

/// A text whose backslash escapes are put in.
struct Unescaped {
    std::string text;
    bool ends = false; ///< a `\c` ended all that is printed
};

/// Where octal numbers stand: `\0NNN` in what echo -e and %b take, `\NNN` in the format of printf.
enum class Octal : bool { AfterZero, Plain };

/// `\n`, `\t`, `\\`, `\xHH`, `\uHHHH` and the others that bash's echo -e and printf know; one that they do not know
/// stays as it is.
Unescaped unescaped(std::string_view text, Octal octal);

} // namespace netdraft::model::command

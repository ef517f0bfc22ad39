#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// A text as a string literal of Python 3, on one line, which is that text however hostile it is. Bytes that are no
/// UTF-8 become what os.fsdecode() makes of them, so that a program that is given the string gets the same bytes.
std::string pythonQuoted(std::string_view text);

} // namespace netdraft::model

#include "model/exchange/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

std::string yamlString(std::string_view text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c != 127; });
    std::string quoted(1, plain ? '\'' : '"');
    for (const char c : text) {
        if (plain)
            quoted += c == '\'' ? std::string("''") : std::string(1, c);
        else if (c == '"' || c == '\\')
            quoted += {'\\', c};
        else if (static_cast<unsigned char>(c) < ' ' || c == 127)
            quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            quoted += c;
    }
    return quoted + (plain ? '\'' : '"');
}

} // namespace netdraft::model

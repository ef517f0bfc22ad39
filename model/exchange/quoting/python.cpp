#include "model/exchange/quoting/python.h"

#include "model/utf8.h"

#include <fmt/format.h>

namespace netdraft::model {

std::string pythonQuoted(std::string_view text)
{
    std::string quoted = "\"";
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const auto byte = static_cast<unsigned char>(text.front());
        if (length == 0)
            quoted += fmt::format("\\udc{:02x}", byte);
        else if (length > 1)
            quoted += text.substr(0, length);
        else if (byte == '"' || byte == '\\')
            quoted += {'\\', text.front()};
        else if (byte < 0x20 || byte == 0x7f)
            quoted += fmt::format("\\x{:02x}", byte);
        else
            quoted += text.front();
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return quoted + '"';
}

} // namespace netdraft::model

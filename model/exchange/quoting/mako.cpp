#include "model/exchange/quoting/mako.h"

namespace netdraft::model {

std::string makoQuoted(std::string_view text)
{
    std::string quoted;
    bool atStart = true; // of a line, but for white space
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '$')
            quoted += "${'$'}";
        else if (c == '\\') // at the end of a line Mako would join it with the next
            quoted += "${'\\\\'}";
        else if (c == '%' && atStart)
            quoted += "${'%'}";
        else if (c == '#' && next == '#' && atStart)
            quoted += "${'#'}";
        else if (c == '<' && (next == '%' || next == '/'))
            quoted += "${'<'}";
        else
            quoted += c;
        atStart = c == '\n' || (atStart && (c == ' ' || c == '\t'));
    }
    return quoted;
}

} // namespace netdraft::model

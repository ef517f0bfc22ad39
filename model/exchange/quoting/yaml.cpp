#include "model/exchange/quoting/yaml.h"

#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace netdraft::model {

namespace {

/// What YAML 1.1 reads as something else than a text, in any case of letters.
constexpr std::string_view reserved[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};

bool isPlain(std::string_view text)
{
    const auto isWord = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-'; };
    if (text.empty() || std::isalpha(static_cast<unsigned char>(text.front())) == 0 ||
        !std::ranges::all_of(text, isWord))
        return false;
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::find(reserved, lower) == std::ranges::end(reserved);
}

} // namespace

std::string yamlScalar(std::string_view text)
{
    if (isPlain(text))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : printableText(text)) {
        if (c == '"' || c == '\\')
            quoted += {'\\', c};
        else if (c == '\n')
            quoted += "\\n";
        else if (c == '\t')
            quoted += "\\t";
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string yamlList(const std::vector<std::string> &items)
{
    std::string list;
    for (const std::string &item : items)
        list += (list.empty() ? "" : ", ") + yamlScalar(item);
    return '[' + list + ']';
}

} // namespace netdraft::model

#include "model/recipe/kubernetes/kubectl/json_path.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

using Nodes = std::vector<const Json *>;

/// The elements that `[…]` behind a list takes of it.
void elementsOf(const Json &list, std::string_view index, Nodes &found)
{
    if (index == "*") {
        for (const Json &element : list)
            found.push_back(&element);
        return;
    }
    int number = 0;
    const auto read = std::from_chars(index.data(), index.data() + index.size(), number);
    if (read.ec != std::errc() || !list.is_array())
        return;
    const auto size = static_cast<int>(list.size());
    const int at = number < 0 ? size + number : number;
    if (at >= 0 && at < size)
        found.push_back(&list[static_cast<std::size_t>(at)]);
}

/// Follows a path; where it leads nowhere there is nothing.
std::expected<Nodes, std::string> followed(Nodes nodes, std::string_view path)
{
    if (path.starts_with('$'))
        path.remove_prefix(1);
    while (!path.empty()) {
        Nodes next;
        if (path.front() == '.') {
            path.remove_prefix(1);
            std::string name;
            while (!path.empty() && path.front() != '.' && path.front() != '[') {
                if (path.front() == '\\' && path.size() > 1)
                    path.remove_prefix(1); // a dot that belongs to the name
                name += path.front();
                path.remove_prefix(1);
            }
            if (name.empty() && path.empty())
                return nodes;
            for (const Json *node : nodes)
                if (name == "*")
                    elementsOf(*node, "*", next);
                else if (node->is_object() && node->contains(name))
                    next.push_back(&(*node)[name]);
        } else if (path.front() == '[') {
            const auto end = path.find(']');
            std::string_view index = path.substr(1, end == std::string_view::npos ? end : end - 1);
            if (end == std::string_view::npos || index.starts_with('?') || index.find(':') != std::string_view::npos)
                return std::unexpected(fmt::format("error: error parsing jsonpath: [{}] is not simulated\n", index));
            path.remove_prefix(end + 1);
            for (const Json *node : nodes) {
                if (index.size() > 1 && (index.front() == '\'' || index.front() == '"')) {
                    const std::string name(index.substr(1, index.size() - 2));
                    if (node->is_object() && node->contains(name))
                        next.push_back(&(*node)[name]);
                } else {
                    elementsOf(*node, index, next);
                }
            }
        } else {
            return std::unexpected(
                fmt::format("error: error parsing jsonpath {}, unrecognized character in action\n", path));
        }
        nodes = std::move(next);
    }
    return nodes;
}

std::string shown(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        ++i;
        result += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
    }
    return result;
}

std::expected<std::string, std::string> filled(const Json &at, std::string_view text);

/// The part up to the `{end}` that belongs to a range; what is behind it stays in `text`.
std::string_view bodyOf(std::string_view &text)
{
    int depth = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("{range"))
            ++depth;
        if (text.substr(i).starts_with("{end}") && --depth == 0) {
            const std::string_view body = text.substr(0, i);
            text.remove_prefix(i + 5);
            return body;
        }
    }
    const std::string_view body = text;
    text = {};
    return body;
}

std::expected<std::string, std::string> filled(const Json &at, std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        if (text.front() != '{') {
            const auto end = std::min(text.find('{'), text.size());
            result += unescaped(text.substr(0, end));
            text.remove_prefix(end);
            continue;
        }
        const auto end = text.find('}');
        if (end == std::string_view::npos)
            return std::unexpected(std::string("error: error parsing jsonpath: unclosed action\n"));
        std::string_view action = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        if (action.size() > 1 && (action.front() == '"' || action.front() == '\'')) {
            result += unescaped(action.substr(1, action.size() - 2));
            continue;
        }
        const bool isRange = action.starts_with("range ");
        if (isRange)
            action.remove_prefix(6);
        while (action.starts_with(' '))
            action.remove_prefix(1);
        if (action.starts_with('@'))
            action.remove_prefix(1);
        const auto nodes = followed({&at}, action);
        if (!nodes)
            return std::unexpected(nodes.error());
        if (isRange) {
            const std::string_view body = bodyOf(text);
            for (const Json *node : *nodes) {
                const auto part = filled(*node, body);
                if (!part)
                    return part;
                result += *part;
            }
            continue;
        }
        for (std::size_t i = 0; i < nodes->size(); ++i)
            result += (i == 0 ? "" : " ") + shown(*(*nodes)[i]);
    }
    return result;
}

} // namespace

std::expected<std::string, std::string> jsonPath(const Json &object, std::string_view text)
{
    if (text.size() > 1 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    if (text.find('{') == std::string_view::npos)
        return filled(object, fmt::format("{{{}}}", text));
    return filled(object, text);
}

} // namespace netdraft::model::kubernetes

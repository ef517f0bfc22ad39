#include "model/recipe/kubernetes/kubectl/path_steps.h"

#include "model/names/node_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

using Way = PathStep::Way;

std::optional<int> indexIn(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool isQuoted(std::string_view text)
{
    return text.size() > 1 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front();
}

std::string_view stripped(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

std::string fieldName(std::string_view &text)
{
    std::string name;
    while (!text.empty() && std::string_view(".[]{} ,()=!<>\"'").find(text.front()) == std::string_view::npos) {
        if (text.front() == '\\' && text.size() > 1)
            text.remove_prefix(1); // a dot that belongs to the name
        name += text.front();
        text.remove_prefix(1);
    }
    return name;
}

/// Where the bracket that is open closes; npos: nowhere.
std::size_t closingBracket(std::string_view text)
{
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char each = text[i];
        if (quote) {
            quote = each == quote ? '\0' : quote;
        } else if (each == '"' || each == '\'') {
            quote = each;
        } else if (each == '[') {
            ++depth;
        } else if (each == ']' && --depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

/// `@.type=="Ready"`, between `?(` and `)`
std::expected<PathStep, std::string> filterOf(std::string_view text)
{
    PathStep step{Way::Filter, {}};
    static constexpr std::string_view verbs[] = {"==", "!=", "<=", ">=", "<", ">"};
    std::string_view sides[2] = {text, {}};
    for (const std::string_view verb : verbs)
        if (const auto at = text.find(verb); at != std::string_view::npos) {
            step.verb = verb;
            sides[0] = text.substr(0, at);
            sides[1] = text.substr(at + verb.size());
            break;
        }
    for (std::string_view side : sides) {
        side = stripped(side);
        PathSteps path;
        std::string value;
        if (isQuoted(side)) {
            value = '"' + std::string(side.substr(1, side.size() - 2));
        } else if (side.starts_with('@') || side.starts_with('$') || side.starts_with('.')) {
            auto read = readPath(side);
            if (!read)
                return std::unexpected(read.error());
            path = *std::move(read);
        } else {
            value = side;
        }
        step.parts.push_back(std::move(path));
        step.texts.push_back(std::move(value));
    }
    return step;
}

/// What stands between brackets.
std::expected<PathStep, std::string> bracketOf(std::string_view text)
{
    if (text == "*")
        return PathStep{Way::All, {}};
    if (text.starts_with("?(") && text.ends_with(')'))
        return filterOf(text.substr(2, text.size() - 3));
    if (text.find(',') != std::string_view::npos) {
        PathStep step{Way::Union, {}};
        for (const std::string &part : names::splitAt(text, ',')) {
            const auto read = bracketOf(stripped(part));
            if (!read)
                return read;
            step.parts.push_back({*read});
        }
        return step;
    }
    if (isQuoted(text)) {
        std::string name;
        for (std::size_t i = 1; i + 1 < text.size(); ++i)
            name += text[i] == '\\' && i + 2 < text.size() ? text[++i] : text[i];
        return PathStep{Way::Field, name};
    }
    const auto colon = text.find(':');
    PathStep step{Way::Slice, {}};
    step.isOne = colon == std::string_view::npos;
    step.from = indexIn(text.substr(0, colon));
    const std::string_view to = step.isOne ? std::string_view() : text.substr(colon + 1);
    step.to = indexIn(to);
    const bool isGood = step.isOne ? step.from.has_value() : (step.from || colon == 0) && (step.to || to.empty());
    if (!isGood)
        return std::unexpected(fmt::format("invalid array index {}", text));
    return step;
}

void takeAll(const Json &node, PathNodes &next)
{
    if (node.is_structured())
        for (const Json &element : node)
            next.push_back(&element);
}

void takeBelow(const Json &node, PathNodes &next)
{
    next.push_back(&node);
    if (node.is_structured())
        for (const Json &element : node)
            takeBelow(element, next);
}

/// The error; empty: there is none.
std::string takeSlice(const Json &node, const PathStep &step, PathNodes &next)
{
    if (!node.is_array())
        return node.is_null() ? std::string() : fmt::format("{} is not array or slice", node.dump());
    const auto size = static_cast<int>(node.size());
    const auto counted = [&](int at) { return at < 0 ? at + size : at; };
    const int from = counted(step.from.value_or(0));
    const int to = step.isOne ? from + 1 : counted(step.to.value_or(size));
    if (from == to)
        return {};
    for (const int at : {from, to - 1})
        if (at < 0 || at >= size)
            return fmt::format("array index out of bounds: index {}, length {}", at, size);
    for (int at = from; at < to; ++at)
        next.push_back(&node[static_cast<std::size_t>(at)]);
    return {};
}

template <typename Value>
bool isSo(const Value &left, std::string_view verb, const Value &right)
{
    return verb == "=="   ? left == right
           : verb == "!=" ? left != right
           : verb == "<"  ? left < right
           : verb == ">"  ? left > right
           : verb == "<=" ? left <= right
                          : left >= right;
}

bool compares(const Json &one, const Json &other, std::string_view verb)
{
    if (one.is_number() && other.is_number())
        return isSo(one.get<double>(), verb, other.get<double>());
    const auto text = [](const Json &value) { return value.is_string() ? value.get<std::string>() : value.dump(); };
    return isSo(text(one), verb, text(other));
}

bool passes(const Json &element, const PathStep &filter)
{
    std::vector<Json> sides;
    for (std::size_t i = 0; i < filter.parts.size(); ++i) {
        if (!filter.texts[i].empty()) {
            sides.push_back(filter.texts[i].starts_with('"') ? Json(filter.texts[i].substr(1))
                                                             : Json::parse(filter.texts[i], nullptr, false));
            continue;
        }
        const auto found = followed({&element}, filter.parts[i]);
        if (!found || found->empty())
            return false;
        sides.push_back(*found->front());
        if (filter.verb.empty())
            return true;
    }
    return sides.size() == 2 && compares(sides[0], sides[1], filter.verb);
}

} // namespace

std::expected<PathSteps, std::string> readPath(std::string_view &text)
{
    PathSteps steps;
    if (text.starts_with('$') || text.starts_with('@'))
        text.remove_prefix(1);
    else if (!text.starts_with('.') && !text.starts_with('[')) {
        const std::string word = fieldName(text);
        if (!word.empty())
            steps.push_back({Way::Word, word});
    }
    while (!text.empty()) {
        if (text.starts_with("..")) {
            steps.push_back({Way::Below, {}});
            text.remove_prefix(1);
        } else if (text.front() == '.') {
            text.remove_prefix(1);
            if (text.starts_with('*')) {
                steps.push_back({Way::All, {}});
                text.remove_prefix(1);
            } else if (std::string name = fieldName(text); !name.empty()) {
                steps.push_back({Way::Field, std::move(name)});
            }
        } else if (text.front() == '[') {
            const auto end = closingBracket(text);
            if (end == std::string_view::npos)
                return std::unexpected(std::string("unterminated array"));
            auto step = bracketOf(stripped(text.substr(1, end - 1)));
            if (!step)
                return std::unexpected(step.error());
            steps.push_back(*std::move(step));
            text.remove_prefix(end + 1);
        } else {
            break;
        }
    }
    return steps;
}

std::expected<PathNodes, std::string> followed(PathNodes nodes, const PathSteps &steps)
{
    for (const PathStep &step : steps) {
        PathNodes next;
        if (step.way == Way::Word)
            return std::unexpected(fmt::format("unrecognized identifier {}", step.name));
        for (const Json *node : nodes)
            switch (step.way) {
            case Way::Field:
                if (node->is_object() && node->contains(step.name))
                    next.push_back(&(*node)[step.name]);
                break;
            case Way::All: takeAll(*node, next); break;
            case Way::Below: takeBelow(*node, next); break;
            case Way::Slice:
                if (std::string why = takeSlice(*node, step, next); !why.empty())
                    return std::unexpected(std::move(why));
                break;
            case Way::Union:
                for (const PathSteps &part : step.parts) {
                    const auto found = followed({node}, part);
                    if (!found)
                        return found;
                    next.insert(next.end(), found->begin(), found->end());
                }
                break;
            case Way::Filter:
                if (node->is_array())
                    for (const Json &element : *node)
                        if (passes(element, step))
                            next.push_back(&element);
                break;
            case Way::Word: break;
            }
        nodes = std::move(next);
    }
    return nodes;
}

} // namespace netdraft::model::kubernetes

#include "model/recipe/kubernetes/kubectl/json_path.h"

#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/path_steps.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model::kubernetes {

namespace {

/// As Go's `%#v` prints what it has read from JSON.
std::string goSyntax(const Json &value)
{
    if (value.is_null())
        return "interface {}(nil)";
    if (value.is_object()) {
        std::map<std::string, const Json *> ordered;
        for (const auto &[key, member] : value.items())
            ordered.emplace(key, &member);
        std::string text;
        for (const auto &[key, member] : ordered)
            text += fmt::format("{}{}:{}", text.empty() ? "" : ", ", cni::goQuoted(key), goSyntax(*member));
        return "map[string]interface {}{" + text + '}';
    }
    if (value.is_array()) {
        std::string text;
        for (const Json &element : value)
            text += (text.empty() ? "" : ", ") + goSyntax(element);
        return "[]interface {}{" + text + '}';
    }
    return value.is_string() ? cni::goQuoted(textOf(value)) : value.dump();
}

std::string valueText(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : cni::goJson(ordered(value));
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

/// A template on its way through an object.
class Template
{
public:
    Template(const Json &object, std::string_view text) : m_object(object), m_text(text) {}

    std::expected<std::string, std::string> filled()
    {
        std::string_view rest = m_text;
        std::string out = fill(m_object, rest, false);
        if (!m_unread.empty())
            return std::unexpected(fmt::format("error: error parsing jsonpath {}, {}\n", m_text, m_unread));
        if (!m_failed.empty())
            return std::unexpected(fmt::format(
                "error: error executing jsonpath {}: Error executing template: {}. Printing more information for "
                "debugging "
                "the template:\n\ttemplate was:\n\t\t{}\n\tobject given to jsonpath engine was:\n\t\t{}\n\n\n",
                cni::goQuoted(m_text), m_failed, m_text, goSyntax(m_object)));
        return out;
    }

private:
    bool isBroken() const { return !m_unread.empty() || !m_failed.empty(); }

    /// Goes up to the end of the text, or of the range that it is in.
    std::string fill(const Json &at, std::string_view &text, bool isInRange)
    {
        std::string out;
        while (!text.empty() && !isBroken()) {
            if (text.front() != '{') {
                const auto end = std::min(text.find('{'), text.size());
                out += text.substr(0, end);
                text.remove_prefix(end);
                continue;
            }
            text.remove_prefix(1);
            if (act(at, text, out, isInRange))
                return out;
        }
        return out;
    }

    /// What is between braces; true at the end of a range.
    bool act(const Json &at, std::string_view &text, std::string &out, bool isInRange)
    {
        bool isFirst = true;
        while (!isBroken()) {
            while (text.starts_with(' '))
                text.remove_prefix(1);
            if (text.empty()) {
                m_unread = "unclosed action";
            } else if (text.front() == '}') {
                text.remove_prefix(1);
                return false;
            } else if (text.front() == '"' || text.front() == '\'') {
                takeQuoted(text, out);
            } else if (isFirst && text.starts_with("range ")) {
                text.remove_prefix(6);
                range(at, text, out);
                return false;
            } else if (isFirst && text.starts_with("end")) {
                text.remove_prefix(std::min(text.find('}') + 1, text.size()));
                if (!isInRange)
                    m_failed = "not in range, nothing to end";
                return true;
            } else {
                takePath(at, text, out);
            }
            isFirst = false;
        }
        return false;
    }

    void takeQuoted(std::string_view &text, std::string &out)
    {
        const auto end = text.find(text.front(), 1);
        if (end == std::string_view::npos) {
            m_unread = "unterminated quoted string";
            return;
        }
        out += unescaped(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
    }

    PathNodes nodesAt(const Json &at, std::string_view &text)
    {
        const std::size_t before = text.size();
        const auto steps = readPath(text);
        if (!steps) {
            m_unread = steps.error();
            return {};
        }
        if (text.size() == before) {
            m_unread = fmt::format("unrecognized character in action: U+{:04X} '{}'",
                                   static_cast<unsigned char>(text.front()), text.front());
            return {};
        }
        auto nodes = followed({&at}, *steps);
        if (!nodes) {
            m_failed = nodes.error();
            return {};
        }
        return *std::move(nodes);
    }

    void takePath(const Json &at, std::string_view &text, std::string &out)
    {
        const PathNodes nodes = nodesAt(at, text);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            out += (i == 0 ? "" : " ") + valueText(*nodes[i]);
    }

    void range(const Json &at, std::string_view &text, std::string &out)
    {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        const PathNodes nodes = text.empty() ? PathNodes() : nodesAt(at, text);
        const auto end = text.find('}');
        if (end == std::string_view::npos) {
            m_unread = m_unread.empty() ? "unclosed action" : m_unread;
            return;
        }
        text.remove_prefix(end + 1);
        const std::string_view body = text;
        if (nodes.empty())
            fill(Json(), text, true);
        for (const Json *node : nodes) {
            text = body;
            out += fill(*node, text, true);
        }
    }

    const Json &m_object;
    std::string_view m_text;
    std::string m_unread; ///< what the parser says
    std::string m_failed; ///< what is said when it is executed
};

/// A path without the braces that it may have.
std::string relaxed(std::string_view path)
{
    if (path.starts_with('{') && path.ends_with('}'))
        path = path.substr(1, path.size() - 2);
    return path.starts_with('.') || path.starts_with('[') ? std::string(path) : '.' + std::string(path);
}

} // namespace

std::expected<std::string, std::string> jsonPath(const Json &object, std::string_view text)
{
    return Template(object, text).filled();
}

std::expected<std::string, std::string> valuesAt(const Json &object, std::string_view path)
{
    const std::string bare = relaxed(path);
    std::string_view rest = bare;
    const auto steps = readPath(rest);
    if (!steps)
        return std::unexpected(fmt::format("error: error parsing jsonpath {{{}}}, {}\n", bare, steps.error()));
    std::string text;
    // What is out of an array's bounds is not there.
    for (const Json *node : followed({&object}, *steps).value_or(PathNodes()))
        text += (text.empty() ? "" : ",") + (node->is_null() ? "<none>" : valueText(*node));
    return text;
}

const Json *firstAt(const Json &object, std::string_view path)
{
    const std::string bare = relaxed(path);
    std::string_view rest = bare;
    const auto steps = readPath(rest);
    const PathNodes nodes = steps ? followed({&object}, *steps).value_or(PathNodes()) : PathNodes();
    return nodes.empty() ? nullptr : nodes.front();
}

} // namespace netdraft::model::kubernetes

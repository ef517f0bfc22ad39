#include "model/exchange/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <yaml-cpp/yaml.h>

namespace netdraft::model {

namespace {

constexpr int deepestYaml = 64;
constexpr int mostBrackets = 4 * deepestYaml;
constexpr std::size_t mostIndentation = 1000;
constexpr int mostYamlValues = 500'000; ///< aliases let a short text stand for a long one

/// What yaml-cpp made of a text, as values of ours.
class TreeMaker
{
public:
    /// `line` is that of the text's first line in the file, from 0.
    TreeMaker(const std::string &file, int line) : m_file(file), m_line(line) {}

    Result<Yaml> make(const YAML::Node &node, int depth = 0)
    {
        Yaml value;
        value.line = std::max(node.Mark().line, 0) + m_line + 1;
        value.column = std::max(node.Mark().column, 0) + 1;
        if (depth > deepestYaml || ++m_values > mostYamlValues)
            return failAt(value.at(m_file),
                          depth > deepestYaml
                              ? fmt::format("this is too deep; expected at most {} levels", deepestYaml)
                              : fmt::format("this is too much; expected at most {} values", mostYamlValues));
        switch (node.Type()) {
        case YAML::NodeType::Undefined:
        case YAML::NodeType::Null: break;
        case YAML::NodeType::Scalar:
            value.kind = Yaml::Kind::Scalar;
            value.text = node.Scalar();
            break;
        case YAML::NodeType::Sequence:
            value.kind = Yaml::Kind::Sequence;
            for (const YAML::Node &item : node) {
                auto made = make(item, depth + 1);
                if (!made)
                    return made;
                value.items.push_back(std::move(*made));
            }
            break;
        case YAML::NodeType::Map:
            value.kind = Yaml::Kind::Mapping;
            if (auto filled = fill(value, node, depth); !filled)
                return fail(filled.error());
            break;
        }
        return value;
    }

private:
    Result<void> fill(Yaml &value, const YAML::Node &node, int depth)
    {
        std::vector<Yaml> merged;
        for (const auto &pair : node) {
            auto name = make(pair.first, deepestYaml);
            if (!name)
                return fail(name.error());
            if (name->kind != Yaml::Kind::Scalar)
                return failAt(name->at(m_file), "this is no key; expected a word");
            auto made = make(pair.second, depth + 1);
            if (!made)
                return fail(made.error());
            if (name->text == "<<") {
                merged.push_back(std::move(*made));
                continue;
            }
            if (value.find(name->text))
                return failAt(name->at(m_file), fmt::format("the key \"{}\" stands twice here", name->text));
            value.members.push_back({name->text, name->line, name->column, std::move(*made)});
        }
        for (const Yaml &each : merged)
            merge(value, each);
        return {};
    }

    /// What stands in the mapping itself goes before what is merged, the earlier before the later.
    static void merge(Yaml &into, const Yaml &from)
    {
        for (const Yaml &item : from.items)
            merge(into, item);
        for (const YamlMember &member : from.members) {
            if (!into.find(member.key))
                into.members.push_back(member);
        }
    }

    const std::string &m_file;
    int m_line;
    int m_values = 0;
};

/// How deep a text can nest at most, from its brackets and indentation alone: yaml-cpp calls itself for each level, and
/// has no limit of its own. Brackets in quotes count as well, which no lab comes near.
Result<void> checkDepth(std::string_view text, const std::string &file)
{
    int brackets = 0;
    int line = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
        int marks = 0; // `- - - x`, `? ? x`: each begins a level
        for (const char sign : row.substr(0, row.find_first_not_of(" -?:\t")))
            marks += sign == ' ' || sign == '\t' ? 0 : 1;
        const std::size_t indentation = std::min(row.find_first_not_of(' '), row.size());
        for (const char sign : row) {
            if (sign == '[' || sign == '{')
                ++brackets;
            else if (sign == ']' || sign == '}')
                brackets = std::max(0, brackets - 1);
            if (brackets > mostBrackets)
                break;
        }
        if (brackets > mostBrackets || marks > mostBrackets || indentation > mostIndentation)
            return failAt({file, line, 1}, fmt::format("this is too deep; expected at most {} levels", deepestYaml));
    }
    return {};
}

/// The documents of a text, each with the number of its first line, from 0. YAML::LoadAll() of yaml-cpp 0.7 goes on for
/// ever where one document leaves something unread, so they are told apart here, by the lines that begin one.
std::vector<std::pair<int, std::string>> documentsOf(std::string_view text)
{
    std::vector<std::pair<int, std::string>> parts{{0, {}}};
    for (int line = 0; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool begins = row.starts_with("---") && (row.size() == 3 || row[3] == ' ' || row[3] == '\r');
        if (begins && parts.back().second.find_first_not_of(" \t\r\n") != std::string::npos)
            parts.emplace_back(line, std::string());
        parts.back().second.append(row).push_back('\n');
    }
    return parts;
}

} // namespace

const Yaml *Yaml::find(std::string_view key) const
{
    const auto found = std::ranges::find(members, key, &YamlMember::key);
    return found == members.end() ? nullptr : &found->value;
}

Result<std::vector<Yaml>> parseYaml(std::string_view text, const std::string &file)
{
    if (auto sound = checkDepth(text, file); !sound)
        return fail(sound.error());
    int line = 0;
    try {
        std::vector<Yaml> documents;
        for (const auto &[from, part] : documentsOf(text)) {
            line = from;
            auto made = TreeMaker(file, from).make(YAML::Load(part));
            if (!made)
                return fail(made.error());
            documents.push_back(std::move(*made));
        }
        return documents;
    } catch (const YAML::Exception &exception) {
        const bool known = !exception.mark.is_null();
        return failAt({file, known ? exception.mark.line + line + 1 : line + 1, known ? exception.mark.column + 1 : 1},
                      fmt::format("this is no YAML: {}", exception.msg));
    }
}

std::string_view kindWord(Yaml::Kind kind)
{
    switch (kind) {
    case Yaml::Kind::Null: return "nothing";
    case Yaml::Kind::Scalar: return "a value";
    case Yaml::Kind::Sequence: return "a sequence";
    case Yaml::Kind::Mapping: return "a mapping";
    }
    return "nothing";
}

} // namespace netdraft::model

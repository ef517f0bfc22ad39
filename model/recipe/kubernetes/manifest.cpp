#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <yaml-cpp/yaml.h>

namespace netdraft::model::kubernetes {

namespace {

constexpr int deepestManifest = 100;

/// A scalar without quotes, as YAML 1.1 of Go's library reads it.
Json plainScalar(const std::string &text)
{
    static constexpr std::string_view yes[] = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
    static constexpr std::string_view no[] = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"};
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return nullptr;
    if (std::ranges::find(yes, text) != std::end(yes))
        return true;
    if (std::ranges::find(no, text) != std::end(no))
        return false;
    std::int64_t whole = 0;
    const char *end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
        return whole;
    double number = 0;
    if (const auto read = std::from_chars(text.data(), end, number);
        read.ec == std::errc() && read.ptr == end && text.find_first_of("0123456789") != std::string::npos)
        return number;
    return text;
}

Json jsonOf(const YAML::Node &node, int depth = 0)
{
    if (depth > deepestManifest)
        throw YAML::Exception(node.Mark(), "exceeded max depth");
    switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null: return nullptr;
    case YAML::NodeType::Scalar:
        return node.Tag() == "?" || node.Tag().empty() ? plainScalar(node.Scalar()) : Json(node.Scalar());
    case YAML::NodeType::Sequence: {
        Json list = Json::array();
        for (const auto &element : node)
            list.push_back(jsonOf(element, depth + 1));
        return list;
    }
    case YAML::NodeType::Map: {
        Json map = Json::object();
        for (const auto &pair : node) {
            const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : std::string();
            if (map.contains(key))
                throw YAML::Exception(pair.first.Mark(), fmt::format("key \"{}\" already set in map", key));
            map[key] = jsonOf(pair.second, depth + 1);
        }
        return map;
    }
    }
    return nullptr;
}

/// What Go's library says where yaml-cpp says something else.
std::string inWordsOfGo(const YAML::Exception &error)
{
    std::string_view text = error.msg;
    if (text.find("illegal map value") != std::string_view::npos)
        text = "mapping values are not allowed in this context";
    else if (text.find("end of map not found") != std::string_view::npos)
        text = "did not find expected key";
    else if (text.find("end of sequence not found") != std::string_view::npos)
        text = "did not find expected '-' indicator";
    else if (text.find("end of map flow not found") != std::string_view::npos)
        text = "did not find expected ',' or '}'";
    else if (text.find("end of sequence flow not found") != std::string_view::npos)
        text = "did not find expected ',' or ']'";
    else if (text.find("tab") != std::string_view::npos || text.find("unknown token") != std::string_view::npos)
        text = "found character that cannot start any token";
    else if (text.find("unknown anchor") != std::string_view::npos ||
             text.find("not defined") != std::string_view::npos)
        text = "unknown anchor referenced";
    return fmt::format("yaml: line {}: {}", error.mark.line + 1, text);
}

void addObjects(Manifest &manifest, Json object)
{
    const std::string kind = textAt(object, "kind");
    if (kind.ends_with("List") && object.contains("items") && object["items"].is_array()) {
        for (Json &item : object["items"])
            addObjects(manifest, std::move(item));
        return;
    }
    manifest.objects.push_back(std::move(object));
}

bool needsQuotes(const std::string &text)
{
    if (text.empty() || !plainScalar(text).is_string())
        return true;
    constexpr std::size_t dateLength = 10;
    if (text.size() > dateLength && text[4] == '-' && text[7] == '-' && text[dateLength] == 'T' && text[0] >= '0' &&
        text[0] <= '9')
        return true; // else it is a time
    if (text.front() == ' ' || text.back() == ' ' || text.back() == ':')
        return true;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos &&
        !(text.front() == '-' && text.size() > 1 && text[1] != ' '))
        return true;
    return text.find(": ") != std::string::npos || text.find(" #") != std::string::npos;
}

void printYaml(std::string &out, const Json &value, const std::string &indent, bool afterDash);

void printScalar(std::string &out, const Json &value, const std::string &indent)
{
    if (!value.is_string()) {
        out += value.is_null() ? " null\n" : " " + value.dump() + '\n';
        return;
    }
    const auto &text = value.get_ref<const std::string &>();
    if (text.find('\n') != std::string::npos) {
        out += text.ends_with('\n') ? " |\n" : " |-\n";
        std::string_view rest = text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            if (end != 0)
                out += indent + "  " + std::string(rest.substr(0, end));
            out += '\n';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return;
    }
    out += needsQuotes(text) ? fmt::format(" {}\n", Json(text).dump()) : fmt::format(" {}\n", text);
}

void printMember(std::string &out, const Json &value, const std::string &indent)
{
    if ((value.is_object() || value.is_array()) && value.empty())
        out += value.is_object() ? " {}\n" : " []\n";
    else if (value.is_object()) {
        out += '\n';
        printYaml(out, value, indent + "  ", false);
    } else if (value.is_array()) {
        out += '\n';
        printYaml(out, value, indent, false);
    } else {
        printScalar(out, value, indent);
    }
}

void printYaml(std::string &out, const Json &value, const std::string &indent, bool afterDash)
{
    if (value.is_array()) {
        for (const Json &element : value) {
            out += indent + '-';
            if (element.is_object() && !element.empty()) {
                out += ' ';
                printYaml(out, element, indent + "  ", true);
            } else {
                printMember(out, element, indent + "  ");
            }
        }
        return;
    }
    std::map<std::string, const Json *> ordered;
    for (const auto &[key, member] : value.items())
        ordered.emplace(key, &member);
    bool first = afterDash;
    for (const auto &[key, member] : ordered) {
        if (!first)
            out += indent;
        first = false;
        out += (needsQuotes(key) ? Json(key).dump() : key) + ':';
        printMember(out, *member, indent);
    }
}

} // namespace

std::expected<Manifest, std::string> readManifest(const std::string &text, const std::string &file)
{
    Manifest manifest;
    try {
        for (const YAML::Node &document : YAML::LoadAll(text)) {
            Json json = jsonOf(document);
            if (json.is_null())
                continue;
            if (!json.is_object())
                return std::unexpected(fmt::format("error: error parsing {}: error converting YAML to JSON: yaml: "
                                                   "unmarshal errors:\n  line 1: cannot unmarshal into object",
                                                   file));
            addObjects(manifest, std::move(json));
        }
    } catch (const YAML::Exception &error) {
        return std::unexpected(
            fmt::format("error: error parsing {}: error converting YAML to JSON: {}", file, inWordsOfGo(error)));
    }
    for (const Json &object : manifest.objects) {
        std::string missing;
        for (const char *needed : {"apiVersion", "kind"})
            if (textAt(object, needed).empty())
                missing += fmt::format("{}{} not set", missing.empty() ? "" : ", ", needed);
        if (!missing.empty())
            return std::unexpected(fmt::format("error: error validating \"{}\": error validating data: {}; if you "
                                               "choose to ignore these errors, turn validation off with "
                                               "--validate=false",
                                               file,
                                               missing.find(',') == std::string::npos ? missing : '[' + missing + ']'));
    }
    if (manifest.objects.empty())
        return std::unexpected(std::string("error: no objects passed to apply"));
    return manifest;
}

std::string printedYaml(const Json &object)
{
    std::string out;
    printYaml(out, object, {}, false);
    return out;
}

} // namespace netdraft::model::kubernetes

#include "model/recipe/kubernetes/manifest.h"

#include "model/names/node_files.h"
#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/yaml_scan.h"
#include "model/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <yaml-cpp/yaml.h>

namespace netdraft::model::kubernetes {

namespace {

constexpr int deepestManifest = 100;

/// Why Go's library does not take a text as UTF-8; empty: it does.
std::string_view encodingRefusal(std::string_view text)
{
    while (!text.empty()) {
        if (const std::size_t length = utf8Length(text); length != 0) {
            text.remove_prefix(length);
            continue;
        }
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        const std::size_t width = byte(0) >= 0xf8 ? 0 : byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
        if (width == 0 || byte(0) < 0xc0)
            return "invalid leading UTF-8 octet";
        if (width > text.size())
            return "incomplete UTF-8 octet sequence";
        for (std::size_t i = 1; i < width; ++i)
            if ((byte(i) & 0xc0U) != 0x80)
                return "invalid trailing UTF-8 octet";
        const bool isLong =
            byte(0) < 0xc2 || (byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xf0 && byte(1) < 0x90);
        return isLong ? "invalid length of a UTF-8 sequence" : "invalid Unicode character";
    }
    return {};
}

/// A scalar without quotes, as YAML 1.1 of Go's library reads it.
Json plainScalar(const std::string &text)
{
    static constexpr std::string_view yes[] = {"y", "Y", "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
    static constexpr std::string_view no[] = {"n",  "N",  "false", "False", "FALSE", "no",
                                              "No", "NO", "off",   "Off",   "OFF"};
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
            map[key] = jsonOf(pair.second, depth + 1);
        }
        return map;
    }
    }
    return nullptr;
}

/// The name of the anchor that is asked for at a place, or just in front of it.
std::string_view anchorAt(std::string_view text, int place)
{
    const auto star = text.rfind('*', static_cast<std::size_t>(std::max(place, 0)));
    if (star == std::string_view::npos)
        return {};
    const auto end = std::min(text.find_first_of(" \t\r\n,]}", star), text.size());
    return text.substr(star + 1, end - star - 1);
}

/// What Go's library says where yaml-cpp says something else. Its scanner counts lines from 1, its parser from 0.
std::string inWordsOfGo(const YAML::Exception &error, const std::string &document)
{
    struct Words {
        std::string_view ours;
        std::string_view go;
        bool isOfParser;
    };
    static constexpr Words words[] = {
        {"illegal map value", "mapping values are not allowed in this context", false},
        {"end of map not found", "did not find expected key", true},
        {"end of sequence not found", "did not find expected '-' indicator", true},
        {"end of map flow not found", "did not find expected ',' or '}'", true},
        {"end of sequence flow not found", "did not find expected ',' or ']'", true},
        {"illegal EOF in scalar", "found unexpected end of stream", false},
        {"unknown token", "found character that cannot start any token", false},
    };
    const std::string &text = error.msg;
    if (text.find("anchor is not defined") != std::string::npos)
        return fmt::format("yaml: unknown anchor '{}' referenced", anchorAt(document, error.mark.pos));
    const auto *found =
        std::ranges::find_if(words, [&](const Words &each) { return text.find(each.ours) != std::string::npos; });
    const bool wantsDash = found != std::end(words) && found->ours == "end of sequence not found";
    const std::string_view said = wantsDash && isListUnderItsKey(document, error.mark.line, error.mark.column)
                                      ? "did not find expected key"
                                  : found == std::end(words) ? std::string_view()
                                                             : found->go;
    const int line = error.mark.line + (found != std::end(words) && found->isOfParser ? 0 : 1);
    return fmt::format("yaml: {}{}", line == 0 ? std::string() : fmt::format("line {}: ", line),
                       found == std::end(words) ? std::string_view(text) : said);
}

/// The documents between lines `---`.
std::vector<std::string> documentsOf(std::string_view text)
{
    std::vector<std::string> documents(1);
    names::eachLine(text, [&](std::string_view line, int) {
        const auto behind = line.starts_with("---") ? line.find_first_not_of(" \t\r", 3) : 0;
        if (line.starts_with("---") && (behind == std::string_view::npos || line[behind] == '#'))
            documents.emplace_back();
        else
            documents.back() += std::string(line) + '\n';
    });
    return documents;
}

/// What Go says of JSON that is none; the place is that of the byte that cannot stand there.
std::string jsonRefusal(std::string_view text, const std::string &why)
{
    constexpr std::string_view unfinished = "unexpected end of JSON input";
    if (why == unfinished)
        return "unexpected EOF";
    std::size_t good = 0;
    std::size_t bad = text.size();
    while (bad - good > 1) {
        const std::size_t middle = (good + bad) / 2;
        const auto read = cni::parseGoJson(text.substr(0, middle));
        (read || read.error() == unfinished ? good : bad) = middle;
    }
    return fmt::format("json: offset {}: {}", bad, why);
}

void addObjects(std::vector<Json> &objects, Json object)
{
    const std::string kind = textAt(object, "kind");
    if (kind.ends_with("List") && object.contains("items") && object["items"].is_array()) {
        for (Json &item : object["items"])
            addObjects(objects, std::move(item));
        return;
    }
    objects.push_back(std::move(object));
}

} // namespace

bool isPlainText(const std::string &text)
{
    return plainScalar(text).is_string();
}

std::expected<Json, std::string> parsedYaml(const std::string &text)
{
    if (const std::string_view why = encodingRefusal(text); !why.empty())
        return std::unexpected(fmt::format("yaml: {}", why));
    const auto problem = scannedYaml(text);
    const auto told = [&] { return fmt::format("yaml: line {}: {}", problem->line, problem->text); };
    try {
        Json read = jsonOf(YAML::Load(text));
        if (problem)
            return std::unexpected(told());
        return read;
    } catch (const YAML::Exception &error) {
        return std::unexpected(problem && problem->line <= error.mark.line + 1 ? told() : inWordsOfGo(error, text));
    }
}

Documents readDocuments(const std::string &text)
{
    Documents read;
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text[first] == '{') {
        const auto json = cni::parseGoJson(text);
        if (json)
            read.documents.push_back(Json::parse(text));
        else
            read.error = jsonRefusal(text, json.error());
        return read;
    }
    for (const std::string &document : documentsOf(text)) {
        auto json = parsedYaml(document);
        if (!json) {
            read.error = "error converting YAML to JSON: " + json.error();
            break;
        }
        if (!json->is_null())
            read.documents.push_back(*std::move(json));
    }
    return read;
}

std::string validationRefusal(const Json &document)
{
    if (!document.is_object())
        return "invalid object to validate";
    std::vector<std::string> problems;
    for (const char *needed : {"apiVersion", "kind"})
        if (!document.contains(needed) || document[needed].is_null())
            problems.push_back(fmt::format("{} not set", needed));
        else if (!document[needed].is_string())
            problems.push_back(fmt::format("{} isn't string type", needed));
    const std::string version = textAt(document, "apiVersion");
    if (problems.empty() && std::ranges::count(version, '/') > 1)
        problems.push_back(fmt::format("unexpected GroupVersion string: {}", version));
    if (problems.empty() && textAt(document, "kind") == "List")
        for (const Json &item : listAt(document, "items"))
            if (std::string why = validationRefusal(item); !why.empty())
                problems.push_back(std::move(why));
    if (problems.size() < 2)
        return problems.empty() ? std::string() : problems.front();
    return fmt::format("[{}]", fmt::join(problems, ", "));
}

std::vector<Json> objectsOf(Json document)
{
    std::vector<Json> objects;
    addObjects(objects, std::move(document));
    return objects;
}

std::string decodingRefusal(const Json &object)
{
    static constexpr std::pair<const char *, std::string_view> needed[] = {{"kind", "Kind"},
                                                                           {"apiVersion", "apiVersion"}};
    for (const auto &[name, shown] : needed)
        if (textAt(object, name).empty())
            return fmt::format("Object '{}' is missing in '{}'", shown, cni::goJson(ordered(object)));
    const auto goType = [](const Json &value) -> std::string_view {
        return value.is_number() ? "number" : value.is_boolean() ? "bool" : value.type_name();
    };
    const Json *metadata = member(object, "metadata");
    if (!metadata || metadata->is_null())
        return {};
    if (!metadata->is_object())
        return fmt::format(
            "json: cannot unmarshal {} into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta",
            goType(*metadata));
    const auto mismatch = [&](const Json &value, std::string_view field, std::string_view type) {
        return fmt::format("json: cannot unmarshal {} into Go struct field ObjectMeta.metadata.{} of type {}",
                           goType(value), field, type);
    };
    for (const auto &[key, value] : metadata->items()) {
        if ((key == "name" || key == "namespace" || key == "generateName") && !value.is_string() && !value.is_null())
            return mismatch(value, key, "string");
        if (key != "labels" && key != "annotations")
            continue;
        if (!value.is_object() && !value.is_null())
            return mismatch(value, key, "map[string]string");
        for (const Json &one : value)
            if (!one.is_string() && !one.is_null())
                return mismatch(one, key, "string");
    }
    return {};
}

std::expected<std::vector<Json>, std::string> readManifest(const std::string &text, const std::string &file)
{
    std::vector<Json> all;
    Documents read = readDocuments(text);
    for (Json &document : read.documents) {
        if (const std::string why = validationRefusal(document); !why.empty())
            return std::unexpected(fmt::format("error validating \"{}\": error validating data: {}", file, why));
        addObjects(all, std::move(document));
    }
    if (!read.error.empty())
        return std::unexpected(fmt::format("error parsing {}: {}", file, read.error));
    return all;
}

} // namespace netdraft::model::kubernetes

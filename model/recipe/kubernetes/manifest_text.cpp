#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

bool needsQuotes(const std::string &text)
{
    if (text.empty() || !isPlainText(text))
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
    out += needsQuotes(text) ? fmt::format(" {}\n", cni::jsonText(text)) : fmt::format(" {}\n", text);
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
        out += (needsQuotes(key) ? cni::jsonText(key) : key) + ':';
        printMember(out, *member, indent);
    }
}

} // namespace

Json ordered(const Json &object)
{
    return Json::parse(nlohmann::json::parse(cni::jsonText(object)).dump());
}

std::string printedYaml(const Json &object)
{
    std::string out;
    printYaml(out, object, {}, false);
    return out;
}

std::string printedJson(const Json &object, Members members)
{
    constexpr int indent = 4;
    const bool isGiven = members == Members::AsGiven;
    return cni::goJson(isGiven ? object : ordered(object), indent) + '\n';
}

} // namespace netdraft::model::kubernetes

#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/json_path.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/utf8.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

struct CustomColumns {
    std::vector<std::string> heads; ///< none: they are not printed
    std::vector<std::string> paths;
};
using CustomRead = std::expected<CustomColumns, std::string>;

/// `NAME:.metadata.name,IP:.status.podIP`
CustomRead columnsOfWords(std::string_view spec, bool hasHeads)
{
    CustomColumns columns;
    for (const std::string &part : names::splitAt(spec, ',')) {
        const auto colon = part.find(':');
        if (colon == std::string::npos)
            return std::unexpected(
                fmt::format("error: unexpected custom-columns spec: {}, expected <header>:<json-path-expr>\n", part));
        if (hasHeads)
            columns.heads.push_back(part.substr(0, colon));
        columns.paths.push_back(part.substr(colon + 1));
    }
    return columns;
}

/// A file with a line of heads and one of paths.
CustomRead columnsOfFile(const Call &call, const std::string &file)
{
    const std::string *text = call.readFile ? call.readFile(call.context, file) : nullptr;
    if (!text)
        return std::unexpected(
            fmt::format("error: error reading template {0}, open {0}: no such file or directory\n", file));
    std::vector<std::vector<std::string>> lines;
    names::eachLine(validUtf8(*text), [&](std::string_view line, int) {
        const auto words = names::wordsOfLine(line);
        lines.emplace_back(words.begin(), words.end());
    });
    if (lines.size() < 2)
        return std::unexpected(fmt::format("error: invalid template, missing {} line. Expected format is one line of "
                                           "space separated headers, one line of space separated column specs.\n",
                                           lines.empty() ? "header" : "spec"));
    if (lines[0].size() != lines[1].size())
        return std::unexpected(fmt::format("error: number of headers ({}) and field specifications ({}) don't match\n",
                                           lines[0].size(), lines[1].size()));
    return CustomColumns{lines[0], lines[1]};
}

} // namespace

bool printCustomColumns(Request &request, std::span<const Json *const> objects)
{
    const std::string output = request.flags.value("output");
    const std::string format = output.substr(0, output.find('='));
    if (format != "custom-columns" && format != "custom-columns-file")
        return false;
    const std::string spec = output.substr(std::min(output.size(), format.size() + 1));
    if (spec.empty()) {
        request.fail("error: custom-columns format specified but no custom columns given\n");
        return true;
    }
    const CustomRead columns = format == "custom-columns" ? columnsOfWords(spec, !request.flags.has("no-headers"))
                                                          : columnsOfFile(request.call, spec);
    if (!columns) {
        request.fail(columns.error());
        return true;
    }
    std::vector<std::vector<std::string>> rows;
    if (!columns->heads.empty())
        rows.push_back(columns->heads);
    for (const Json *object : objects) {
        std::vector<std::string> row;
        for (const std::string &path : columns->paths) {
            const auto values = valuesAt(*object, path);
            if (!values) {
                request.fail(values.error());
                return true;
            }
            row.push_back(values->empty() ? "<none>" : *values);
        }
        rows.push_back(std::move(row));
    }
    request.out += tableOf(rows);
    return true;
}

} // namespace netdraft::model::kubernetes

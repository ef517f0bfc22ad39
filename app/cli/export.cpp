#include "app/cli/input.h"
#include "app/cli/picture.h"
#include "app/cli/verbs.h"
#include "views/document/picture_format.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

namespace netdraft::app {

using namespace model;

namespace {

struct ExportArguments {
    std::string file;
    std::string format;
    std::string output;
    std::vector<std::string> choices; ///< `OPTION=CHOICE`
    bool list = false;
};

std::string formatList()
{
    std::size_t width = 0;
    for (const ExportFormat &format : exportFormats())
        width = std::max(width, format.id.size());
    std::string text;
    for (const ExportFormat &format : exportFormats()) {
        text += fmt::format("{:{}}  {}\n", format.id, width, format.help);
        for (const ExportOption &option : format.options)
            text += fmt::format("{:{}}  --set {}={}: {}\n", "", width, option.id, fmt::join(option.choices, "|"),
                                option.title);
    }
    for (const views::PictureFormat &picture : views::pictureFormats)
        text += fmt::format("{:{}}  the drawing, as `netdraft render` makes it\n", picture.id, width);
    return text;
}

bool isPicture(std::string_view id)
{
    return std::ranges::find(views::pictureFormats, id, [](const views::PictureFormat &one) {
               return std::string_view(one.id);
           }) != std::end(views::pictureFormats);
}

/// Into a folder it gets the project's name.
int exportPicture(const ExportArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    if (arguments.output.empty())
        return complain(fmt::format("{} is a picture; expected -o FILE", arguments.format));
    const std::string suffix = '.' + arguments.format;
    std::filesystem::path path = arguments.output;
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        path /= std::filesystem::path(arguments.file).stem().string() + suffix;
    if (path.extension() != suffix)
        return complain(fmt::format("\"{}\" does not end in {}", path.string(), suffix));
    return drawPicture(*project, path.string());
}

/// What is asked of a form; nothing, after a complaint, where a choice is none of it.
std::optional<ExportRequest> requestOf(const ExportArguments &arguments, const ExportFormat &format)
{
    ExportRequest request{.name = std::filesystem::path(arguments.file).stem().string()};
    for (const std::string &word : arguments.choices) {
        const std::string key = word.substr(0, word.find('='));
        const std::string value = word.substr(std::min(key.size() + 1, word.size()));
        const auto option = std::ranges::find(format.options, key, &ExportOption::id);
        if (option == format.options.end() || std::ranges::find(option->choices, value) == option->choices.end()) {
            complain(
                fmt::format("{} has no choice \"{}\"; `netdraft export --list` names what it has", format.id, word));
            return std::nullopt;
        }
        request.chosen[key] = value;
    }
    return request;
}

int exportProject(const ExportArguments &arguments)
{
    if (arguments.list)
        return print(formatList(), yes);
    if (arguments.file.empty() || arguments.format.empty())
        return complain("expected FILE and FORMAT, or --list");
    if (isPicture(arguments.format))
        return exportPicture(arguments);
    const ExportFormat *format = exportFormat(arguments.format);
    if (!format) {
        std::string known;
        for (const ExportFormat &each : exportFormats())
            known += fmt::format("{}{}", known.empty() ? "" : ", ", each.id);
        return complain(fmt::format("there is no format \"{}\"; expected one of {}", arguments.format, known));
    }
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const auto request = requestOf(arguments, *format);
    if (!request)
        return wrong;
    const auto made = format->write(*project, *request);
    if (!made)
        return complain(made.error());
    for (const std::string &line : made->omitted)
        complain(fmt::format("not in {}: {}", format->id, line));
    if (arguments.output.empty())
        return format->isFolder() ? complain(fmt::format("{} is a folder of files; expected -o FOLDER", format->id))
                                  : print(made->file().text, yes);
    std::error_code ignored;
    const bool inside = !format->isFolder() && std::filesystem::is_directory(arguments.output, ignored);
    const std::string path =
        inside ? (std::filesystem::path(arguments.output) / made->file().name).string() : arguments.output;
    if (auto written = writeExported(path, *format, *made); !written)
        return complain(written.error());
    return yes;
}

} // namespace

void addExport(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("export", "Write the network in another form");
    auto arguments = std::make_shared<ExportArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names");
    verb->add_option("FORMAT", arguments->format, "One that --list names");
    verb->add_option("-o,--output", arguments->output,
                     "A file, or a folder to write it into; else the standard output");
    verb->add_option("--set", arguments->choices, "A choice of the format's own: OPTION=CHOICE, as --list names them");
    verb->add_flag("--list", arguments->list, "Name the formats");
    verb->footer("What a format cannot express is listed on the standard error.");
    verb->callback([arguments, &action] { action = [arguments] { return exportProject(*arguments); }; });
}

} // namespace netdraft::app

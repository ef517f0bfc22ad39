#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace netdraft::app {

using namespace model;

namespace {

struct Arguments {
    std::string file;
    std::string format;
    std::string output;
    bool list = false;
};

std::string formatList()
{
    std::size_t width = 0;
    for (const ExportFormat &format : exportFormats())
        width = std::max(width, format.id.size());
    std::string text;
    for (const ExportFormat &format : exportFormats())
        text += fmt::format("{:{}}  {}\n", format.id, width, format.help);
    return text;
}

int exportProject(const Arguments &arguments)
{
    if (arguments.list)
        return print(formatList(), yes);
    if (arguments.file.empty() || arguments.format.empty())
        return complain("expected FILE and FORMAT, or --list");
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
    const auto made = format->write(*project, std::filesystem::path(arguments.file).stem().string());
    if (!made)
        return complain(made.error());
    if (arguments.output.empty())
        return print(made->text, yes);
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(arguments.output, ignored);
    const std::string path =
        folder ? (std::filesystem::path(arguments.output) / made->name).string() : arguments.output;
    if (auto written = writeFileAtomically(path, made->text, made->executable); !written)
        return complain(written.error());
    return yes;
}

} // namespace

void addExport(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("export", "Write the network in another form");
    auto arguments = std::make_shared<Arguments>();
    verb->add_option("FILE", arguments->file, "A project file, or a lab script that Netdraft wrote");
    verb->add_option("FORMAT", arguments->format, "One that --list names");
    verb->add_option("-o,--output", arguments->output,
                     "A file, or a folder to write it into; else the standard output");
    verb->add_flag("--list", arguments->list, "Name the formats");
    verb->callback([arguments, &action] { action = [arguments] { return exportProject(*arguments); }; });
}

} // namespace netdraft::app

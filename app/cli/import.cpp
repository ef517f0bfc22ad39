#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace netdraft::app {

using namespace model;

namespace {

struct ImportArguments {
    std::string path;
    std::string format;
    std::string output;
    bool incomplete = false;
    bool list = false;
};

std::string sourcesText()
{
    std::size_t width = 0;
    for (const ImportFormat &format : importFormats())
        width = std::max(width, format.id.size());
    std::string text;
    for (const ImportFormat &format : importFormats())
        text += fmt::format("{:{}}  {}\n", format.id, width, format.help);
    return text;
}

int importProject(const ImportArguments &arguments)
{
    if (arguments.list)
        return print(sourcesText(), yes);
    if (arguments.path.empty() || arguments.output.empty())
        return complain("expected PATH and -o FILE, or --list");
    const ImportFormat *format = importFormat(arguments.format);
    if (!arguments.format.empty() && !format)
        return complain(fmt::format("there is no form \"{}\"; `netdraft import --list` names them", arguments.format));
    const auto imported = loadImport(arguments.path, format);
    if (!imported)
        return wrong;
    sayTroubles(*imported);
    if (!imported->isWhole() && !arguments.incomplete)
        return complain("nothing is written, for not everything was understood; --incomplete keeps the rest");
    if (auto written = writeFileAtomically(arguments.output, writeProject(imported->project)); !written)
        return complain(written.error());
    return imported->isWhole() ? yes : no;
}

} // namespace

void addImport(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("import", "Make a project file of anything that Netdraft reads");
    auto arguments = std::make_shared<ImportArguments>();
    verb->add_option("PATH", arguments->path, "A file or a folder in a form that --list names");
    verb->add_option("-o,--output", arguments->output, "The project file to write");
    verb->add_option("--as", arguments->format, "The form, where PATH does not show it");
    verb->add_flag("--incomplete", arguments->incomplete, "Write what was understood, even if it is not all; exits 1");
    verb->add_flag("--list", arguments->list, "Name the forms");
    verb->footer("Nothing in PATH is executed.");
    verb->callback([arguments, &action] { action = [arguments] { return importProject(*arguments); }; });
}

} // namespace netdraft::app

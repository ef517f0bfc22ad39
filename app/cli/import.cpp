#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace netdraft::app {

using namespace model;

void addImport(CLI::App &root, Action &action)
{
    struct Arguments {
        std::string path;
        std::string output;
    };
    auto *verb = root.add_subcommand("import", "Make a project file of anything that Netdraft reads");
    auto arguments = std::make_shared<Arguments>();
    verb->add_option("PATH", arguments->path, "A project file, or a lab script that Netdraft wrote")->required();
    verb->add_option("-o,--output", arguments->output, "The project file to write")->required();
    verb->footer("Nothing in PATH is executed.");
    verb->callback([arguments, &action] {
        action = [arguments] {
            const auto project = loadProject(arguments->path);
            if (!project)
                return wrong;
            if (auto written = writeFileAtomically(arguments->output, writeProject(*project)); !written)
                return complain(written.error());
            return yes;
        };
    });
}

} // namespace netdraft::app

#include "model/exchange/snapshot/capture.h"

#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace netdraft::app {

using namespace model;

namespace {

struct CaptureArguments {
    std::string output;
    std::string raw;
};

int saveRaw(const std::string &folder, const ImportSource &source)
{
    std::vector<OutputFile> files;
    files.reserve(source.files.size());
    for (const auto &[name, text] : source.files)
        files.push_back({name, text});
    const auto written = writeFolder(folder, files);
    return written ? yes : complain(written.error());
}

int captureMachine(const CaptureArguments &arguments)
{
    auto answers = askMachine();
    if (!answers)
        return complain(answers.error());
    if (!arguments.raw.empty()) {
        if (const int status = saveRaw(arguments.raw, answers->source); status != yes)
            return status;
        answers->source.path = arguments.raw; // where errors are to be looked up
    }
    const auto imported = readMachine(*answers);
    if (!imported)
        return complain(imported.error());
    sayTroubles(*imported);
    if (!arguments.output.empty()) {
        if (auto written = writeFileAtomically(arguments.output, writeProject(imported->project)); !written)
            return complain(written.error());
    } else if (arguments.raw.empty()) {
        if (const int status = print(writeProject(imported->project), yes); status != yes)
            return status;
    }
    return imported->isWhole() ? yes : no;
}

} // namespace

void addCapture(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("capture", "Make a project file of the network of this very machine");
    auto arguments = std::make_shared<CaptureArguments>();
    verb->add_option("-o,--output", arguments->output, "The project file to write, instead of the standard output");
    verb->add_option("--raw", arguments->raw, "A folder for what the tools said, which `netdraft import` reads again");
    verb->footer(
        "Its namespaces and containers, with all links, addresses, routes and rules, as `ip`, `bridge`, "
        "`iptables-save`, `nft` and `sysctl` tell them. Nothing is changed. Exits 1 where something could not be "
        "asked or simulated, which is said; the rest is written.");
    verb->callback([arguments, &action] { action = [arguments] { return captureMachine(*arguments); }; });
}

} // namespace netdraft::app

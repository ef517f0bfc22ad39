#include "model/exchange/commands_format.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

std::string headline(const Project &project, const CommandSection &section)
{
    switch (section.topic) {
    case CommandSection::Topic::Nodes: return "on the machine: a network namespace for each node";
    case CommandSection::Topic::Links: return "on the machine: the cables and bridges";
    case CommandSection::Topic::Node: break;
    }
    return "on " + headingOf(project, section.netns);
}

} // namespace

Result<Exported> writeCommands(const Project &project, const ExportRequest &request)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    std::string text;
    std::vector<std::string> omitted;
    for (const CommandSection &section : commandSections(project, Programs::Themselves)) {
        // Links are made on the machine, also those of a namespace: nobody sits there yet.
        const Prompt prompt = section.topic == CommandSection::Topic::Node ? Prompt::Node : Prompt::Host;
        std::string commands;
        for (const Edit &edit : section.edits) {
            const auto *file = std::get_if<WriteFile>(&edit.kind);
            if (file && file->netns == "host")
                omitted.push_back(fmt::format("host: the file {}, for that of the machine stays as it is", file->path));
            else
                commands += commandLine(edit, prompt) + '\n';
        }
        if (!commands.empty())
            text += fmt::format("{}# {}\n{}", text.empty() ? "" : "\n", headline(project, section), commands);
    }
    return Exported{.files = {{request.name + ".txt", std::move(text)}}, .omitted = std::move(omitted)};
}

} // namespace netdraft::model

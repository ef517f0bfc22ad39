#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "model/names/story.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace netdraft::app {

using namespace model;

namespace {

struct ResolveArguments {
    std::string file;
    std::string from;
    std::string name;
    bool json = false;
};

std::string resolveJson(const Network &network, const names::Resolution &resolution, const names::Story &story)
{
    nlohmann::ordered_json answer;
    answer["found"] = story.found;
    answer["end"] = story.end;
    answer["canonical"] = resolution.canonical;
    answer["addresses"] = nlohmann::ordered_json::array();
    for (const IpAddress &address : resolution.addresses)
        answer["addresses"].push_back(address.toString());
    answer["steps"] = nlohmann::ordered_json::array();
    for (const names::Story::Step &step : story.steps)
        answer["steps"].push_back({{"node", network.find(step.node)->name},
                                   {"text", step.text},
                                   {"failed", step.sense == names::Story::Sense::Bad}});
    return answer.dump() + '\n';
}

int resolve(const ResolveArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const Netns *from = findNode(*project, arguments.from);
    if (!from)
        return wrong;
    if (!names::isSoundName(names::absolute(arguments.name))) {
        complain(
            fmt::format("\"{}\" is no name; expected labels with dots between them, such as web.lab", arguments.name));
        return wrong;
    }
    const DataPlane plane(project->network);
    const names::Resolution resolution = names::resolve(plane, from->id, arguments.name, std::nullopt);
    const names::Story story = names::storyOf(plane, from->id, arguments.name, resolution);
    if (arguments.json)
        return print(resolveJson(project->network, resolution, story), story.found ? yes : no);
    std::string text;
    int number = 0;
    for (const names::Story::Step &step : story.steps)
        text += fmt::format("{:3}  {}\n", ++number, step.text);
    return print(text + story.end + '\n', story.found ? yes : no);
}

} // namespace

void addResolve(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("resolve", "Tell how a node finds the addresses of a name, step by step");
    auto arguments = std::make_shared<ResolveArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("FROM", arguments->from, "The node that asks")->required();
    verb->add_option("NAME", arguments->name, "The name, such as web or web.lab")->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer("Exits 0 when the name has an address, 1 when none is found.");
    verb->callback([arguments, &action] { action = [arguments] { return resolve(*arguments); }; });
}

} // namespace netdraft::app

#include "model/recipe/cni/cni.h"
#include "model/terminal/kubernetes_tool.h"
#include "model/terminal/network_world.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

/// Whether a plugin reads a configuration: not to say its name or its versions.
bool readsConfiguration(const shell::Environment &environment)
{
    const auto command = environment.find("CNI_COMMAND");
    return command != environment.end() && !command->second.empty() && command->second != "VERSION";
}

} // namespace

bool NetworkWorld::readsEnvironment(std::string_view command) const
{
    return baseName(command) == "cnitool" || std::ranges::any_of(cni::pluginFolders, [&](std::string_view folder) {
               return command.starts_with(folder) && cni::installedPlugin(command.substr(folder.size()));
           });
}

std::optional<Outcome> cni(const Project &project, const Netns &netns, std::span<const std::string> words,
                           std::string_view input, const shell::Environment &environment)
{
    const std::string_view plugin = cni::pluginAt(netns, words.front());
    if (plugin.empty() && baseName(words.front()) != "cnitool")
        return std::nullopt;
    if (!plugin.empty() && !input.data() && readsConfiguration(environment))
        return Outcome{
            Reply{127,
                  {},
                  fmt::format("netdraft: a configuration of {} that is typed is not simulated; expected \"{} "
                              "< FILE\"\n",
                              plugin, words.front())},
            {}};
    cni::Answer answer = plugin.empty() ? cni::cnitool(project, netns.name, words.subspan(1), environment)
                                        : cni::call(project, netns.name, plugin, environment, input);
    Outcome outcome{Reply{answer.status, std::move(answer.out), std::move(answer.err)}, std::move(answer.edits)};
    // What a plugin did before it failed stays done.
    Project edited = project;
    if (!outcome.edits.empty() && apply(edited, outcome.edits))
        outcome.edited = std::move(edited);
    return outcome;
}

std::optional<shell::Ran> NetworkWorld::runCni(Words words, std::string_view input, const Netns &netns)
{
    auto outcome = cni(m_project, netns, words, input, m_environment);
    if (!outcome)
        return std::nullopt;
    shell::Ran ran{outcome->reply.status, std::move(outcome->reply.out), std::move(outcome->reply.err)};
    ran.consumed = !cni::pluginAt(netns, words.front()).empty();
    ran.unknown = ran.status == 127;
    ran.refused = ran.status == 1;
    if (outcome->edited) {
        m_project = *std::move(outcome->edited);
        addEdits(std::move(outcome->edits));
    }
    return ran;
}

std::optional<shell::Ran> NetworkWorld::runKubernetes(Words words, std::string_view input, const Netns &netns)
{
    if (!isOfKubernetes(baseName(words.front())))
        return std::nullopt;
    const std::string where = netns.name;
    Outcome outcome = kubernetes(m_project, netns, words, input, m_environment, [&](const std::string &path) {
        auto text = readFile(path, where);
        return text || path.starts_with('/') ? text : readFile("/root/" + path, where);
    });
    shell::Ran ran{outcome.reply.status, std::move(outcome.reply.out), std::move(outcome.reply.err)};
    ran.consumed = input.data() != nullptr;
    ran.unknown = ran.status == 127;
    ran.refused = ran.status == 1;
    if (outcome.edited) {
        m_project = *std::move(outcome.edited);
        addEdits(std::move(outcome.edits));
    }
    return ran;
}

} // namespace netdraft::model::terminal

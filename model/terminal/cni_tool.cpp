#include "model/recipe/cni/cni.h"
#include "model/terminal/network_world.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

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
    return !cni::pluginAt(command).empty() || baseName(command) == "cnitool";
}

std::optional<shell::Ran> NetworkWorld::runCni(Words words, std::string_view input, const Netns &netns)
{
    const std::string_view plugin = cni::pluginAt(words.front());
    if (plugin.empty() && baseName(words.front()) != "cnitool")
        return std::nullopt;
    if (!plugin.empty() && !input.data() && readsConfiguration(m_environment))
        return shell::Ran{127,
                          {},
                          fmt::format("netdraft: a configuration of {} that is typed is not simulated; expected \"{} < "
                                      "FILE\"\n",
                                      plugin, words.front()),
                          false,
                          true};
    cni::Answer answer = plugin.empty() ? cni::cnitool(m_project, netns.name, words.subspan(1), m_environment)
                                        : cni::call(m_project, netns.name, plugin, m_environment, input);
    shell::Ran ran{answer.status, std::move(answer.out), std::move(answer.err)};
    ran.consumed = !plugin.empty();
    ran.unknown = answer.status == 127;
    ran.refused = answer.status == 1;
    // What a plugin did before it failed stays done.
    if (!answer.edits.empty() && apply(m_project, answer.edits))
        addEdits(std::move(answer.edits));
    return ran;
}

} // namespace netdraft::model::terminal

#include "model/exchange/shell_script.h"

#include "model/shell/interpreter.h"
#include "model/terminal/network_world.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::size_t mostTroubles = 200;

/// A script says nothing to anybody here but what was not understood.
class ScriptWorld : public terminal::NetworkWorld
{
public:
    using NetworkWorld::NetworkWorld;

    void print(Stream, std::string_view) override {}
    void openShell(const std::string &) override {}
    void diagnose(const Position &position, std::string what) override
    {
        constexpr std::string_view speaker = "netdraft: ";
        if (what.starts_with(speaker))
            what.erase(0, speaker.size());
        if (troubles.size() < mostTroubles)
            troubles.push_back({ErrorCode::Input, std::move(what), position});
    }
    void beginEnd() override { built = project(); }

    std::vector<Error> troubles;
    Project built; ///< before what a trap for the script's end took away
};

bool isEmpty(const Network &network)
{
    return network.namespaces().size() == 1 && network.namespaces().front()->links.size() == 1;
}

/// Line ends as a shell knows them.
std::string withoutReturns(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || !text.substr(i + 1).starts_with('\n'))
            result += text[i];
    return result;
}

struct Run {
    Project project;
    std::vector<Error> troubles;
    bool askedArguments = false;
    bool takenDown = false; ///< what is left is from before its end
};

Run runOnce(const Project &project, const std::string &where, std::string_view text, const std::string &file, int line,
            std::vector<std::string> arguments)
{
    ScriptWorld world(project);
    shell::State state = shell::freshState(where);
    state.name = file;
    state.arguments = std::move(arguments);
    shell::Interpreter interpreter(world, std::move(state));
    interpreter.runScript(text, file, line);
    // Who cleans up behind himself has built what he then takes away.
    const bool takenDown = isEmpty(world.project().network) && !isEmpty(world.built.network);
    return {takenDown ? world.built : world.project(), std::move(world.troubles), interpreter.state().usedArguments,
            takenDown};
}

} // namespace

void runScript(Imported &into, NetnsId at, std::string_view text, const std::string &file, int line)
{
    const Netns *netns = into.project.network.find(at);
    if (!netns)
        return;
    const std::string where = netns->name;
    const std::string script = withoutReturns(text);
    Run done = runOnce(into.project, where, script, file, line, {});
    // One that is told what to do, `lab.sh up`, says how it is used if it is told nothing.
    std::string_view told;
    if (done.askedArguments && done.project == into.project) {
        for (const char *word : {"up", "start", "setup", "create", "add", "build", "on"}) {
            Run other = runOnce(into.project, where, script, file, line, {word});
            if (other.project == into.project)
                continue;
            done = std::move(other);
            told = word;
            break;
        }
    }
    const auto note = [&](std::string what) {
        into.notes.push_back({ErrorCode::Input, std::move(what), Position{file, line, 1}});
    };
    if (done.takenDown)
        note("the script takes its network down when it ends; drawn is what it had built before");
    if (!told.empty())
        note(fmt::format("the script does nothing without an argument; it was run with \"{}\"", told));
    into.project = std::move(done.project);
    into.troubles.insert(into.troubles.end(), std::make_move_iterator(done.troubles.begin()),
                         std::make_move_iterator(done.troubles.end()));
}

} // namespace netdraft::model

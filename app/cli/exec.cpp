#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "model/edit/apply.h"
#include "model/terminal/session.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace netdraft::app {

using namespace model;

namespace {

struct ExecArguments {
    std::string file;
    std::string node;
    std::string output;
    std::vector<std::string> words;
};

/// What a terminal makes of the words: `bash -c LINE`, and `ls`, which only a shell's world knows directories for.
Outcome inTerminal(const Project &project, const Netns &node, std::span<const std::string> words)
{
    const bool isLine = words.size() == 3 && (words[0] == "bash" || words[0] == "sh") && words[1] == "-c";
    Session session = openSession(node.name);
    TypedLine typed = typeLine(project, session, isLine ? words[2] : shellLine(words));
    Outcome outcome;
    for (const TypedLine::Piece &piece : typed.printed)
        (piece.isError ? outcome.reply.err : outcome.reply.out) += piece.text;
    outcome.reply.status = typed.status;
    outcome.edits = std::move(typed.edits);
    return outcome;
}

int exec(const ExecArguments &arguments)
{
    auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const Netns *node = findNode(*project, arguments.node);
    if (!node)
        return wrong;
    const std::string &tool = arguments.words.front();
    const bool needsShell = tool == "bash" || tool == "sh" || tool == "ls";
    const Outcome outcome =
        needsShell ? inTerminal(*project, *node, arguments.words) : run(*project, node->id, arguments.words);
    if (!arguments.output.empty() && outcome.reply.status == 0) {
        if (auto applied = apply(*project, outcome.edits); !applied)
            return complain(applied.error());
        if (auto written = writeFileAtomically(arguments.output, writeProject(*project)); !written)
            return complain(written.error());
    }
    std::fwrite(outcome.reply.err.data(), 1, outcome.reply.err.size(), stderr);
    return print(outcome.reply.out, outcome.reply.status);
}

} // namespace

void addExec(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("exec", "Run a command on a simulated node: netdraft exec FILE NODE -- COMMAND; "
                                             "prints and exits as the real tool does");
    auto arguments = std::make_shared<ExecArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("NODE", arguments->node, "The node; host is the machine itself")->required();
    verb->add_option("COMMAND", arguments->words,
                     "ip, bridge, sysctl, route, ping, traceroute, ip netns exec …, with its words, behind --")
        ->required();
    verb->add_option("-o,--output", arguments->output, "Write the project as it is after the command to this file");
    verb->footer("FILE itself is not changed: without -o, what the command changed is gone when it ends. Give FILE "
                 "again as -o to keep it there. Nothing is written when the command fails.\n"
                 "Example: netdraft exec lesson.netdraft A -o lesson.netdraft -- ip route add default via 192.0.2.1");
    verb->callback([arguments, &action] { action = [arguments] { return exec(*arguments); }; });
}

} // namespace netdraft::app

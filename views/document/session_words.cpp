#include "views/document/session_words.h"

#include "model/command/command.h"
#include "model/drawing/node_kind.h"

namespace netdraft::views {

namespace {

std::string heading(const model::Project &project, const std::string &name)
{
    const model::Netns *netns = project.network.find(name);
    if (!netns)
        return "# on " + name;
    if (netns->id == model::hostNetns)
        return "# on the machine itself";
    return "# on " + std::string(model::kindName(model::kindOf(project, *netns))) + " " + name;
}

} // namespace

std::string commandText(const model::Project &project, const std::vector<model::EditList> &lists,
                        const std::string &onlyOn)
{
    std::string text;
    std::string at;
    for (const model::EditList &list : lists) {
        for (const model::Edit &edit : list) {
            const std::vector<std::string> words = model::wordsOf(edit, model::Prompt::Node);
            const std::string node = model::netnsOf(edit);
            if (words.empty() || (!onlyOn.empty() && node != onlyOn))
                continue;
            if (node != at) {
                text += (text.empty() ? "" : "\n") + heading(project, node) + "\n";
                at = node;
            }
            text += model::commandLine(edit, model::Prompt::Node) + "\n";
        }
    }
    return text;
}

} // namespace netdraft::views

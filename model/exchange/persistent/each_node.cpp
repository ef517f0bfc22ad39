#include "model/exchange/persistent/each_node.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/output_files.h"

namespace netdraft::model {

Result<Exported> exportEachNode(const Project &project,
                                const std::function<void(Exported &, const NodePart &, const Netns &)> &write)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    const NodeParts parts = nodeParts(project);
    for (const NodePart &part : parts.nodes)
        write(exported, part, *project.network.find(part.name));
    omitContested(project, parts, exported.omitted);
    return inOrder(std::move(exported));
}

} // namespace netdraft::model

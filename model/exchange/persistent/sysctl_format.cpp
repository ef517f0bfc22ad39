#include "model/exchange/persistent/sysctl_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/output_files.h"
#include "model/exchange/persistent/sysctl_lines.h"

#include <fmt/format.h>

namespace netdraft::model {

Result<Exported> writeSysctlD(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    for (const NodePart &node : nodeParts(project).nodes)
        addFile(exported, fmt::format("{}/{}", node.name, sysctlFileName), sysctlFile(node.name, node.edits));
    return inOrder(std::move(exported));
}

} // namespace netdraft::model

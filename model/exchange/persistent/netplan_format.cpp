#include "model/exchange/persistent/netplan_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/output_files.h"
#include "model/exchange/persistent/iptables_format.h"
#include "model/exchange/persistent/netplan_file.h"
#include "model/exchange/persistent/sysctl_lines.h"

#include <fmt/format.h>

namespace netdraft::model {

Result<Exported> writeNetplan(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    const NodeParts parts = nodeParts(project);
    for (const NodePart &part : parts.nodes) {
        const Netns &netns = *project.network.find(part.name);
        const NodeConfig node = nodeConfig(part, netns);
        addFile(exported, node.name + "/etc/netplan/netdraft.yaml",
                netplanFile(node, project.network, exported.omitted));
        addFile(exported, fmt::format("{}/{}", node.name, sysctlFileName), sysctlFile(node.name, part.edits));
        addIptablesFiles(exported, netns);
        omitRest(node, exported.omitted);
    }
    omitContested(project, parts, exported.omitted);
    return inOrder(std::move(exported));
}

} // namespace netdraft::model

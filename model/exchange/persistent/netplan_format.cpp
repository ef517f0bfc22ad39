#include "model/exchange/persistent/netplan_format.h"

#include "model/exchange/output_files.h"
#include "model/exchange/persistent/each_node.h"
#include "model/exchange/persistent/iptables_format.h"
#include "model/exchange/persistent/netplan_file.h"
#include "model/exchange/persistent/sysctl_lines.h"

#include <fmt/format.h>

namespace netdraft::model {

Result<Exported> writeNetplan(const Project &project, const ExportRequest &)
{
    return exportEachNode(project, [&](Exported &exported, const NodePart &part, const Netns &netns) {
        const NodeConfig node = nodeConfig(part, netns);
        addFile(exported, node.name + "/etc/netplan/netdraft.yaml",
                netplanFile(node, project.network, exported.omitted));
        addFile(exported, fmt::format("{}/{}", node.name, sysctlFileName), sysctlFile(node.name, part.edits));
        addIptablesFiles(exported, netns);
        omitRest(node, exported.omitted);
    });
}

} // namespace netdraft::model

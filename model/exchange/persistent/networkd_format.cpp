#include "model/exchange/persistent/networkd_format.h"

#include "model/exchange/output_files.h"
#include "model/exchange/persistent/each_node.h"
#include "model/exchange/persistent/iptables_format.h"
#include "model/exchange/persistent/networkd_files.h"
#include "model/exchange/persistent/sysctl_lines.h"

#include <fmt/format.h>

namespace netdraft::model {

Result<Exported> writeNetworkd(const Project &project, const ExportRequest &)
{
    return exportEachNode(project, [&](Exported &exported, const NodePart &part, const Netns &netns) {
        const NodeConfig node = nodeConfig(part, netns);
        const bool belongsToNone = !node.rules.empty() || !node.nexthops.empty();
        for (const LinkConfig &link : node.links) {
            const std::string path = fmt::format("{}/etc/systemd/network/10-{}", node.name, link.name);
            if (link.made)
                addFile(exported, path + ".netdev", netdevFile(link, exported.omitted));
            if (link.isConfigured() || (link.name == "lo" && belongsToNone))
                addFile(exported, path + ".network", networkFile(node, link, project.network, exported.omitted));
        }
        addFile(exported, fmt::format("{}/{}", node.name, sysctlFileName), sysctlFile(node.name, part.edits));
        addIptablesFiles(exported, netns);
        omitRest(node, exported.omitted);
    });
}

} // namespace netdraft::model

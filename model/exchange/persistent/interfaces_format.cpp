#include "model/exchange/persistent/interfaces_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/output_files.h"
#include "model/exchange/persistent/interfaces_stanzas.h"
#include "model/exchange/persistent/iptables_format.h"

namespace netdraft::model {

Result<Exported> writeInterfaces(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    const NodeParts parts = nodeParts(project);
    for (const NodePart &node : parts.nodes) {
        const Netns &netns = *project.network.find(node.name);
        addFile(exported, node.name + "/etc/network/interfaces", interfacesFile(node, netns, exported.omitted));
        addIptablesFiles(exported, netns);
        omitNft(exported, node.edits);
    }
    omitContested(project, parts, exported.omitted);
    return inOrder(std::move(exported));
}

} // namespace netdraft::model

#include "model/exchange/persistent/interfaces_format.h"

#include "model/exchange/output_files.h"
#include "model/exchange/persistent/each_node.h"
#include "model/exchange/persistent/interfaces_stanzas.h"
#include "model/exchange/persistent/iptables_format.h"

namespace netdraft::model {

Result<Exported> writeInterfaces(const Project &project, const ExportRequest &)
{
    return exportEachNode(project, [](Exported &exported, const NodePart &node, const Netns &netns) {
        addFile(exported, node.name + "/etc/network/interfaces", interfacesFile(node, netns, exported.omitted));
        addIptablesFiles(exported, netns);
        omitNft(exported, node.edits);
    });
}

} // namespace netdraft::model

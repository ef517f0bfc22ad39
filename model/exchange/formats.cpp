#include "model/exchange/bash_format.h"
#include "model/exchange/clabernetes_format.h"
#include "model/exchange/commands_format.h"
#include "model/exchange/containerlab_format.h"
#include "model/exchange/ip_batch_format.h"
#include "model/exchange/kathara_format.h"
#include "model/exchange/mininet_format.h"
#include "model/exchange/persistent/interfaces_format.h"
#include "model/exchange/persistent/iptables_format.h"
#include "model/exchange/persistent/netplan_format.h"
#include "model/exchange/persistent/networkd_format.h"
#include "model/exchange/persistent/sysctl_format.h"

#include <algorithm>

namespace netdraft::model {

std::span<const ExportFormat> exportFormats()
{
    static const ExportFormat formats[] = {
        {"bash", "Lab script (bash)", "sh",
         "a script that builds the network in namespaces, checks it and takes it down", &writeBash},
        {"commands", "Plain commands", "txt", "the commands for each device, as lesson notes give them",
         &writeCommands},
        {"ip-batch", "Batch files (ip -batch)", "", "a folder of files for `ip -batch` and `bridge -batch`",
         &writeIpBatch},
        {"interfaces", "Configuration for ifupdown", "", "a folder with etc/network/interfaces for each node",
         &writeInterfaces},
        {"netplan", "Configuration for netplan", "", "a folder with etc/netplan/ for each node", &writeNetplan},
        {"networkd", "Configuration for systemd-networkd", "", "a folder with etc/systemd/network/ for each node",
         &writeNetworkd},
        {"sysctl.d", "Settings (sysctl.d)", "", "a folder with etc/sysctl.d/ for each node", &writeSysctlD},
        {"iptables-rules", "Saved rules (iptables-persistent)", "",
         "a folder with etc/iptables/rules.v4 and rules.v6 for each node", &writeIptablesRules},
        {"kathara", "Kathará lab folder", "",
         "a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts", &writeKathara},
        {"containerlab", "containerlab topology", "clab.yml",
         "a lab for containerlab: containers that their commands configure", &writeContainerlab, containerlabOptions()},
        {"clabernetes", "clabernetes topology", "yaml", "the same on Kubernetes with clabernetes: a resource Topology",
         &writeClabernetes, clabernetesOptions()},
        {"mininet", "Mininet script", "py", "a script that builds the network with Mininet 2.3, and checks it",
         &writeMininet},
    };
    return formats;
}

const ExportFormat *exportFormat(std::string_view id)
{
    const auto formats = exportFormats();
    const auto found = std::ranges::find(formats, id, &ExportFormat::id);
    return found == formats.end() ? nullptr : &*found;
}

std::string_view ExportRequest::choice(const ExportOption &option) const
{
    const auto found = chosen.find(option.id);
    return found == chosen.end() ? option.choices.front() : std::string_view(found->second);
}

} // namespace netdraft::model

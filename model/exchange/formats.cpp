#include "model/exchange/bash_format.h"
#include "model/exchange/clabernetes_format.h"
#include "model/exchange/commands_format.h"
#include "model/exchange/containerlab_format.h"
#include "model/exchange/core_format.h"
#include "model/exchange/docker/compose_format.h"
#include "model/exchange/docker/docker_format.h"
#include "model/exchange/drawings/dot_format.h"
#include "model/exchange/drawings/markdown_format.h"
#include "model/exchange/drawings/mermaid_format.h"
#include "model/exchange/ip_batch_format.h"
#include "model/exchange/kathara_format.h"
#include "model/exchange/kubernetes_format.h"
#include "model/exchange/mininet_format.h"
#include "model/exchange/names_format.h"
#include "model/exchange/persistent/interfaces_format.h"
#include "model/exchange/persistent/iptables_format.h"
#include "model/exchange/persistent/netplan_format.h"
#include "model/exchange/persistent/networkd_format.h"
#include "model/exchange/persistent/sysctl_format.h"
#include "model/phrase.h"

#include <algorithm>

namespace netdraft::model {

std::span<const ExportFormat> exportFormats()
{
    using enum ExportGroup;
    static const ExportFormat formats[] = {
        {Commands, "bash", term("Export", "Lab script (bash)"), "sh",
         term("Export", "a script that builds the network in namespaces, checks it and takes it down"), &writeBash},
        {Commands, "commands", term("Export", "Plain commands"), "txt",
         term("Export", "the commands for each device, as lesson notes give them"), &writeCommands},
        {Commands, "ip-batch", term("Export", "Batch files (ip -batch)"), "",
         term("Export", "a folder of files for `ip -batch` and `bridge -batch`"), &writeIpBatch},
        {Commands, "docker", term("Export", "Docker commands"), "",
         term("Export", "a folder with docker.sh for each node with Docker: its networks and containers"),
         &writeDocker},
        {Configuration, "interfaces", term("Export", "ifupdown (interfaces)"), "",
         term("Export", "a folder with etc/network/interfaces for each node"), &writeInterfaces},
        {Configuration, "netplan", term("Export", "netplan"), "",
         term("Export", "a folder with etc/netplan/ for each node"), &writeNetplan},
        {Configuration, "networkd", term("Export", "systemd-networkd"), "",
         term("Export", "a folder with etc/systemd/network/ for each node"), &writeNetworkd},
        {Configuration, "sysctl.d", term("Export", "Settings (sysctl.d)"), "",
         term("Export", "a folder with etc/sysctl.d/ for each node"), &writeSysctlD},
        {Configuration, "iptables-rules", term("Export", "iptables-persistent"), "",
         term("Export", "a folder with etc/iptables/rules.v4 and rules.v6 for each node"), &writeIptablesRules},
        {Configuration, "names", term("Export", "Names (hosts, DNS)"), "",
         term("Export", "a folder with hosts, resolv.conf and the name servers' files of each node"), &writeNames},
        {Configuration, "kubernetes", term("Export", "Kubernetes manifests"), "",
         term("Export", "a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm"),
         &writeKubernetes},
        {Labs, "kathara", term("Export", "Kathará lab folder"), "",
         term("Export", "a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts"),
         &writeKathara},
        {Labs, "containerlab", term("Export", "containerlab topology"), "clab.yml",
         term("Export", "a lab for containerlab: containers that their commands configure"), &writeContainerlab,
         containerlabOptions()},
        {Labs, "clabernetes", term("Export", "clabernetes topology"), "yaml",
         term("Export", "the same on Kubernetes with clabernetes: a resource Topology"), &writeClabernetes,
         clabernetesOptions()},
        {Labs, "compose", term("Export", "Docker Compose"), "",
         term("Export", "a folder with compose.yaml for each node with Docker: its containers and networks"),
         &writeCompose},
        {Labs, "mininet", term("Export", "Mininet script"), "py",
         term("Export", "a script that builds the network with Mininet 2.3, and checks it"), &writeMininet},
        {Labs, "core", term("Export", "CORE session"), "xml",
         term("Export", "a session of CORE 9.2, with the commands of each node as its service"), &writeCore,
         coreOptions()},
        {Sheets, "markdown", term("Export", "Lab sheet (Markdown)"), "md",
         term("Export",
              "a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom"),
         &writeMarkdown},
        {Sheets, "mermaid", term("Export", "Drawing for Mermaid"), "mmd",
         term("Export", "the drawing as a flowchart of Mermaid"), &writeMermaid},
        {Sheets, "dot", term("Export", "Drawing for Graphviz"), "dot",
         term("Export", "the drawing in Graphviz's language"), &writeDot},
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

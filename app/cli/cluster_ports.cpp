#include "app/cli/cluster_ports_report.h"
#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

struct ClusterPortsArguments {
    std::string file;
    bool json = false;
};

int clusterPorts(const ClusterPortsArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const std::vector<kubernetes::ClusterPorts> clusters = kubernetes::checkAllPorts(*project);
    const auto isFine = [](const kubernetes::ClusterPorts &cluster) {
        return !cluster.findings.empty() && std::ranges::all_of(cluster.findings, &kubernetes::PortFinding::isFine);
    };
    const bool fine = !clusters.empty() && std::ranges::all_of(clusters, isFine);
    return print(arguments.json ? clusterPortsJson(clusters) : clusterPortsText(clusters), fine ? yes : no);
}

} // namespace

void addClusterPorts(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("ports", "Which ports that Kubernetes needs listen, and are reached by its nodes");
    auto arguments = std::make_shared<ClusterPortsArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer("A cluster is where kube-apiserver and etcd run, or where etcd keeps its objects. Exits 0 when each "
                 "port is reached from where it must be, 1 when one is not, or when there is no cluster.");
    verb->callback([arguments, &action] { action = [arguments] { return clusterPorts(*arguments); }; });
}

} // namespace netdraft::app

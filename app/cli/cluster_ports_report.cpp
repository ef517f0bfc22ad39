#include "app/cli/cluster_ports_report.h"

#include "app/cli/port_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace netdraft::app {

using namespace model;
using kubernetes::ClusterPorts;
using kubernetes::PortFinding;

namespace {

using TableRow = std::array<std::string, 7>;

/// What the one who asks hears of a port.
std::string answerWords(const PortFinding &finding)
{
    return outcomeWords(finding.probe) + (finding.probe.certain ? "" : ", not certain");
}

TableRow rowOf(const PortFinding &finding)
{
    return {finding.node,
            std::to_string(finding.port),
            std::string(transportName(finding.transport)),
            finding.process,
            finding.from,
            answerWords(finding),
            finding.reason};
}

/// Each cell as wide as the widest of its column, but for the last.
std::string line(const TableRow &row, const std::array<std::size_t, 7> &widths)
{
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i)
        text += fmt::format("{:<{}}", row[i], widths[i]);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

std::string clusterText(const ClusterPorts &cluster)
{
    const std::vector<PortFinding> &findings = cluster.findings;
    if (findings.empty())
        return fmt::format("The cluster of {} has no nodes.\n", cluster.server);
    std::vector<TableRow> rows{{"NODE", "PORT", "PROTOCOL", "PROCESS", "FROM", "ANSWER", "REASON"}};
    for (const PortFinding &finding : findings)
        rows.push_back(rowOf(finding));
    constexpr std::size_t gap = 3;
    std::array<std::size_t, 7> widths{};
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        widths[i] = std::ranges::max(rows, {}, [i](const TableRow &row) { return row[i].size(); })[i].size() + gap;
    std::string text = line(rows.front(), widths);
    for (std::size_t i = 0; i < findings.size(); ++i)
        text += line(rows[i + 1], widths) + mendLines(findings[i].mends);
    return text + fmt::format("\nThe cluster of {}: {} of {} ways to its ports are open.\n", cluster.server,
                              std::ranges::count_if(findings, &PortFinding::isFine), findings.size());
}

} // namespace

std::string clusterPortsText(const std::vector<ClusterPorts> &clusters)
{
    std::string text;
    for (const ClusterPorts &cluster : clusters)
        text += (text.empty() ? "" : "\n") + clusterText(cluster);
    return text.empty() ? "There is no cluster here: no node has kube-apiserver and etcd. `kubeadm init` makes one.\n"
                        : text;
}

std::string clusterPortsJson(const std::vector<ClusterPorts> &clusters)
{
    nlohmann::ordered_json whole;
    whole["clusters"] = nlohmann::ordered_json::array();
    for (const ClusterPorts &cluster : clusters) {
        nlohmann::ordered_json entry;
        entry["server"] = cluster.server;
        entry["ports"] = nlohmann::ordered_json::array();
        for (const PortFinding &finding : cluster.findings) {
            nlohmann::ordered_json port;
            port["node"] = finding.node;
            port["port"] = finding.port;
            port["protocol"] = transportName(finding.transport);
            port["process"] = finding.process;
            port["from"] = finding.from;
            port["address"] = finding.probe.to.toString();
            port["listening"] = finding.listening;
            port["reachable"] = finding.reachable;
            port["outcome"] = outcomeWords(finding.probe);
            port["reason"] = finding.reason;
            if (!finding.probe.certain)
                port["certain"] = false;
            entry["ports"].push_back(std::move(port));
        }
        whole["clusters"].push_back(std::move(entry));
    }
    return whole.dump() + '\n';
}

} // namespace netdraft::app

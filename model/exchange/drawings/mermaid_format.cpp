#include "model/exchange/drawings/mermaid_format.h"

#include "model/drawing/node_kind.h"
#include "model/exchange/drawings/cables.h"
#include "model/exchange/quoting/labels.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// What stands around the label of a node.
std::pair<std::string_view, std::string_view> bracketsOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Device: return {"[", "]"};
    case NodeKind::Switch: return {"[[", "]]"};
    case NodeKind::Router: return {"([", "])"};
    case NodeKind::Namespace: return {"(", ")"};
    case NodeKind::Machine: return {"[/", "/]"};
    }
    return {"[", "]"};
}

/// The name and the addresses of a node, a line each.
std::string labelOf(const Netns &netns)
{
    std::string label = netns.name;
    for (const Link &link : netns.links) {
        for (const std::string &address : givenAddresses(link))
            label += fmt::format("\n{} {}", link.name, address);
    }
    return label;
}

} // namespace

std::string mermaidFlowchart(const Project &project)
{
    std::string text = "flowchart LR\n";
    std::map<NetnsId, std::size_t> numbers;
    for (const Netns *netns : drawnNodes(project.network)) {
        const std::size_t number = numbers.size() + 1;
        numbers[netns->id] = number;
        const auto [open, close] = bracketsOf(kindOf(project, *netns));
        text += fmt::format("    n{}{}{}{}\n", number, open, mermaidQuoted(labelOf(*netns)), close);
    }
    for (const auto &[from, to] : drawnCables(project.network))
        text += fmt::format("    n{} ---|{}| n{}\n", numbers[from.netns->id],
                            mermaidQuoted(from.link->name + " - " + to.link->name), numbers[to.netns->id]);
    return text;
}

Result<Exported> writeMermaid(const Project &project, const ExportRequest &request)
{
    return Exported{.files = {{request.name + ".mmd", mermaidFlowchart(project)}}, .omitted = {}};
}

} // namespace netdraft::model

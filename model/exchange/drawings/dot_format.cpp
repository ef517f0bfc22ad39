#include "model/exchange/drawings/dot_format.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "model/exchange/drawings/cables.h"
#include "model/exchange/quoting/labels.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

std::string_view shapeOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Device: return "box";
    case NodeKind::Switch: return "box3d";
    case NodeKind::Router: return "ellipse";
    case NodeKind::Namespace: return "component";
    case NodeKind::Machine: return "folder";
    }
    return "box";
}

std::string endLabel(const CableEnd &end)
{
    std::string label = end.link->name;
    for (const std::string &address : givenAddresses(*end.link))
        label += '\n' + address;
    return dotQuoted(label);
}

} // namespace

Result<Exported> writeDot(const Project &project, const ExportRequest &request)
{
    const std::map<NetnsId, Point> free = freePlaces(project);
    std::string text =
        fmt::format("// Pictures of it: dot -Tsvg FILE, or neato -n -Tsvg FILE with every node in its place.\n"
                    "graph {} {{\n"
                    "    node [fontname=\"sans-serif\"];\n"
                    "    edge [fontname=\"sans-serif\", fontsize=9];\n",
                    dotQuoted(request.name));
    for (const Netns *netns : drawnNodes(project.network)) {
        const auto drawn = project.drawing->nodes.find(netns->id);
        const auto place = free.find(netns->id);
        const Point at = drawn != project.drawing->nodes.end() ? drawn->second.position
                         : place != free.end()                 ? place->second
                                                               : Point{};
        text += fmt::format("    {} [shape={}, pos=\"{},{}\"];\n", dotQuoted(netns->name),
                            shapeOf(kindOf(project, *netns)), at.x, at.y == 0 ? 0 : -at.y); // it counts upwards
    }
    for (const auto &[from, to] : drawnCables(project.network))
        text += fmt::format("    {} -- {} [taillabel={}, headlabel={}];\n", dotQuoted(from.netns->name),
                            dotQuoted(to.netns->name), endLabel(from), endLabel(to));
    text += "}\n";
    return Exported{.files = {{request.name + ".dot", std::move(text)}}, .omitted = {}};
}

} // namespace netdraft::model

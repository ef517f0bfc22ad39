#include "views/dialogs/node_finder.h"

#include "model/drawing/node_kind.h"
#include "views/style/icon.h"

namespace netdraft::views {

std::vector<QuickEntry> nodeEntries(const model::Project &project, std::function<void(model::NetnsId)> found)
{
    std::vector<QuickEntry> entries;
    for (const auto &netns : project.network.namespaces()) {
        if (!model::isDrawn(*netns))
            continue;
        QStringList addresses;
        for (const model::Link &link : netns->links) {
            for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
                for (const model::LinkAddress &address : link.addresses(family)) {
                    if (address.scope == model::Scope::Global)
                        addresses << QString::fromStdString(address.local.toString());
                }
            }
        }
        entries.push_back({QString::fromStdString(netns->name), addresses.join(QStringLiteral("  ")),
                           icon(iconName(model::kindOf(project, *netns))), [found, node = netns->id] { found(node); }});
    }
    return entries;
}

} // namespace netdraft::views

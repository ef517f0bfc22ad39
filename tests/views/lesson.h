#pragma once

#include "views/document/document.h"
#include "views/document/document_file.h"

namespace netdraft::tests {

/// An example network as the user opens it: the lesson (`routing`) and the others of resources/examples.
inline bool openNamed(views::Document &document, const char *name = "routing")
{
    const QString file = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples/%1.netdraft").arg(QLatin1String(name));
    auto read = views::readNetwork(file);
    if (!read) {
        qWarning("%s", model::describe(read.error()).c_str());
        return false;
    }
    views::openNetwork(document, std::move(*read), file);
    return true;
}

inline model::NetnsId nodeNamed(const views::Document &document, std::string_view name)
{
    const model::Netns *netns = document.network().find(name);
    return netns ? netns->id : model::NetnsId{};
}

inline model::LinkPlace linkNamed(const views::Document &document, std::string_view node, std::string_view link)
{
    const model::Netns *netns = document.network().find(node);
    const model::Link *found = netns ? netns->find(link) : nullptr;
    return found ? model::LinkPlace{netns->id, found->id} : model::LinkPlace{};
}

/// `ip route add DESTINATION via GATEWAY` on a node.
inline model::EditList routeOn(const char *node, const char *destination, const char *via)
{
    model::RouteWords words;
    words.destination = *model::Prefix::parse(destination);
    words.hop.via = *model::IpAddress::parse(via);
    return {model::AddRoute{node, words}};
}

inline model::EditList forwardingOn(const char *node)
{
    return {model::SetDeviceSysctl{node, "all", model::DeviceSysctl::Ipv4Forwarding, 1}};
}

/// The three edits of the lesson's solution.
inline std::vector<model::EditList> solution()
{
    return {routeOn("A", "192.168.2.0/24", "192.168.1.6"), forwardingOn("B"),
            routeOn("C", "192.168.1.0/24", "192.168.2.6")};
}

} // namespace netdraft::tests

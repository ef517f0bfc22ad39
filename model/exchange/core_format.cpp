#include "model/exchange/core_format.h"

#include "model/command/command.h"
#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/quoting/mako.h"
#include "model/phrase.h"
#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace netdraft::model {

namespace {

/// The one service of CORE that asks nothing of a node but to run a script.
constexpr const char *serviceName = "StaticRoute";
constexpr const char *serviceFile = "staticroute.sh";

constexpr std::string_view serverChoices[] = {"none", "two"};
constexpr ExportOption serverOptions[] = {
    {"servers", term("Export", "Servers between which the nodes are spread"), serverChoices}};
constexpr const char *serverNames[] = {"server1", "server2"};

bool isPlain(const AddAddress &edit)
{
    LinkAddress plain;
    plain.local = edit.address.local;
    return edit.mode == AddMode::Add && edit.detection == Detection::Runs && edit.address == plain;
}

void set(pugi::xml_node node, const char *key, const std::string &value)
{
    node.append_attribute(key).set_value(printableText(value).c_str());
}

class Session
{
public:
    Session(const Project &project, const ExportRequest &request)
        : m_project(project), m_parts(nodeParts(project)), m_spread(request.choice(serverOptions[0]) == "two"),
          m_scenario(m_document.append_child("scenario"))
    {
        set(m_scenario, "name", request.name);
        placeNodes();
        m_scenario.append_child("networks");
        m_devices = m_scenario.append_child("devices");
        m_links = m_scenario.append_child("links");
        for (const NodePart &node : m_parts.nodes)
            m_ids[node.name] = static_cast<int>(m_ids.size()) + 1;
        for (const NodePart &node : m_parts.nodes)
            device(node);
        for (const Edit &edit : m_parts.outside)
            outside(edit);
        m_services = m_scenario.append_child("service_configurations");
        for (const NodePart &node : m_parts.nodes)
            service(node);
        if (m_spread)
            servers();
        omitContested(project, m_parts, m_omitted);
    }

    std::string text() const
    {
        std::ostringstream stream;
        m_document.save(stream, "  ", pugi::format_default, pugi::encoding_utf8);
        return stream.str();
    }

    std::vector<std::string> takeOmitted() { return std::move(m_omitted); }

private:
    /// All places, moved so that none is at or left of zero, which CORE takes for none.
    void placeNodes()
    {
        m_places = freePlaces(m_project);
        for (const auto &[id, drawn] : m_project.drawing->nodes)
            m_places[id] = drawn.position;
        Point least;
        for (const auto &[id, place] : m_places) {
            least.x = std::min(least.x, place.x);
            least.y = std::min(least.y, place.y);
        }
        constexpr double margin = 100;
        for (auto &[id, place] : m_places)
            place = {place.x - least.x + margin, place.y - least.y + margin};
    }

    std::string serverOf(const std::string &node) const
    {
        return serverNames[static_cast<std::size_t>(m_ids.at(node) - 1) * 2 / m_ids.size()];
    }

    void device(const NodePart &node)
    {
        const Netns &netns = *m_project.network.find(node.name);
        pugi::xml_node device = m_devices.append_child("device");
        set(device, "id", std::to_string(m_ids[node.name]));
        set(device, "name", node.name);
        if (m_spread)
            set(device, "server", serverOf(node.name));
        set(device, "icon", "");
        set(device, "canvas", "1");
        set(device, "type", kindOf(m_project, netns) == NodeKind::Router ? "router" : "PC");
        set(device, "class", "");
        set(device, "image", "");
        const Point place = m_places[netns.id];
        const pugi::xml_node position = device.append_child("position");
        set(position, "x", fmt::format("{:.1f}", place.x));
        set(position, "y", fmt::format("{:.1f}", place.y));
        set(device.append_child("services").append_child("service"), "name", serviceName);
    }

    void outside(const Edit &edit)
    {
        if (std::holds_alternative<AddNetns>(edit.kind))
            return;
        const auto *veth = std::get_if<AddVeth>(&edit.kind);
        if (!veth) {
            m_omitted.push_back(omission(edit, "links of CORE are cables"));
            return;
        }
        pugi::xml_node link = m_links.append_child("link");
        set(link, "node1", std::to_string(m_ids[veth->link.netns]));
        set(link, "node2", std::to_string(m_ids[veth->peer.netns]));
        end(link.append_child("iface1"), veth->link, veth->mac);
        end(link.append_child("iface2"), veth->peer, veth->peerMac);
    }

    void end(pugi::xml_node node, const LinkName &name, const std::optional<MacAddress> &mac)
    {
        const int id = m_interfaces[name.netns]++;
        set(node, "id", std::to_string(id));
        set(node, "name", name.link);
        if (mac)
            set(node, "mac", mac->toString());
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            const auto address = firstAddress(name, family);
            if (!address)
                continue;
            m_given.insert({name, address->address});
            const bool v4 = family == Family::Ipv4;
            set(node, v4 ? "ip4" : "ip6", address->address.toString());
            set(node, v4 ? "ip4_mask" : "ip6_mask", std::to_string(address->length));
        }
    }

    /// The address that CORE may give to the end of a cable: the first of its family, while the link stays up.
    std::optional<InterfaceAddress> firstAddress(const LinkName &name, Family family) const
    {
        const auto node = std::ranges::find(m_parts.nodes, name.netns, &NodePart::name);
        const Netns *netns = m_project.network.find(name.netns);
        const Link *link = netns ? netns->find(std::string_view(name.link)) : nullptr;
        if (node == m_parts.nodes.end() || !link || !link->up)
            return std::nullopt;
        for (const Edit &edit : node->edits) {
            const auto *added = std::get_if<AddAddress>(&edit.kind);
            if (added && added->link == name && added->address.local.address.family() == family)
                return isPlain(*added) ? std::optional(added->address.local) : std::nullopt;
        }
        return std::nullopt;
    }

    /// What is left to do in a node. CORE has set up its cables with the addresses that it was given, and `lo`.
    std::string script(const NodePart &node)
    {
        const Netns &netns = *m_project.network.find(node.name);
        std::string before;
        for (const Card &card : node.cards) { // which start as the kernel's own
            const Link *link = netns.find(std::string_view(card.link));
            if (link && !link->up && !link->onceUp)
                before += commandLine(SetLinkUp{{node.name, card.link}, false}, Prompt::Node) + '\n';
        }
        if (!netns.loopback().up)
            before += commandLine(SetLinkUp{{node.name, "lo"}, false}, Prompt::Node) + '\n';
        std::string lines;
        for (const Edit &edit : node.edits) {
            const auto *added = std::get_if<AddAddress>(&edit.kind);
            if (added && isPlain(*added) && m_given.contains({added->link, added->address.local.address}))
                continue;
            if (wordsOf(edit, Prompt::Node).front() == "ovs-vsctl")
                m_omitted.push_back(omission(edit, "devices of CORE have no Open vSwitch of their own"));
            else if (const auto *veth = std::get_if<AddVeth>(&edit.kind))
                lines += commandLine(withinNode(*veth), Prompt::Node) + '\n';
            else
                lines += commandLine(edit, Prompt::Node) + '\n';
        }
        if (before.empty() && lines.empty())
            return {};
        return "#!/bin/bash\n" + before + lines;
    }

    static Edit withinNode(AddVeth veth)
    {
        veth.link.netns = "host"; // needs no name in the namespace where the command is typed
        veth.peer.netns = "host";
        return veth;
    }

    void service(const NodePart &node)
    {
        const std::string text = script(node);
        pugi::xml_node service = m_services.append_child("service");
        set(service, "name", serviceName);
        set(service, "node", std::to_string(m_ids[node.name]));
        pugi::xml_node file = service.append_child("templates").append_child("template");
        set(file, "name", serviceFile);
        const std::string lines = text.empty() ? "#!/bin/bash\n" : text;
        file.append_child(pugi::node_pcdata).set_value(printableText(makoQuoted(lines)).c_str());
    }

    /// Whose addresses only their owner knows.
    void servers()
    {
        pugi::xml_node list = m_scenario.append_child("servers");
        int number = 1;
        for (const char *name : serverNames) {
            const pugi::xml_node server = list.append_child("server");
            set(server, "name", name);
            set(server, "address", fmt::format("192.0.2.{}", number++));
        }
        m_omitted.emplace_back("servers: their addresses, for which 192.0.2.1 and 192.0.2.2 stand in the file");
    }

    const Project &m_project;
    NodeParts m_parts;
    bool m_spread;
    pugi::xml_document m_document;
    pugi::xml_node m_scenario;
    pugi::xml_node m_devices;
    pugi::xml_node m_links;
    pugi::xml_node m_services;
    std::map<NetnsId, Point> m_places;
    std::map<std::string, int> m_ids;
    std::map<std::string, int> m_interfaces;
    std::set<std::pair<LinkName, IpAddress>> m_given; ///< addresses that CORE sets itself
    std::vector<std::string> m_omitted;
};

} // namespace

std::span<const ExportOption> coreOptions()
{
    return serverOptions;
}

Result<Exported> writeCore(const Project &project, const ExportRequest &request)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Session session(project, request);
    return Exported{.files = {{request.name + ".xml", session.text()}}, .omitted = session.takeOmitted()};
}

} // namespace netdraft::model

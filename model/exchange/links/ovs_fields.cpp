#include "model/exchange/links/link_reader.h"
#include "model/exchange/links/link_writer.h"
#include "model/exchange/links/named_links.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

void writeSettings(Line &line, const OvsPort &port)
{
    if (port.tag)
        line.number("tag", *port.tag);
    std::vector<std::string> trunks;
    trunks.reserve(port.trunks.size());
    for (const VlanId vlan : port.trunks)
        trunks.push_back(fmt::format("{}", vlan));
    line.list("trunks", trunks);
    if (port.mode)
        line.text("vlanMode", ovsVlanModes[static_cast<std::size_t>(*port.mode)]);
}

/// A port that is no internal one: its name, or an object with its settings.
std::string portText(const OvsPort &port)
{
    Line line;
    line.text("name", port.name);
    writeSettings(line, port);
    const std::string whole = line.str();
    return whole == Line().text("name", port.name).str() ? jsonString(port.name) : whole;
}

void readSettings(ProjectParts &parts, Fields &fields, OvsPort &port)
{
    if (const auto tag = fields.integer("tag", 0, 4095))
        port.tag = static_cast<VlanId>(*tag);
    for (const Json &vlan : fields.array("trunks")) {
        if (vlan.kind != Json::Kind::Number || !vlan.integral || vlan.number < 0 || vlan.number > 4095)
            return parts.text.refuse(vlan.offset, "no VLAN id; expected a whole number from 0 to 4095");
        port.trunks.push_back(static_cast<VlanId>(vlan.number));
    }
    std::ranges::sort(port.trunks);
    port.trunks.erase(std::ranges::unique(port.trunks).begin(), port.trunks.end());
    std::vector<ProjectWord> modes;
    modes.reserve(std::size(ovsVlanModes));
    for (std::size_t i = 0; i < std::size(ovsVlanModes); ++i)
        modes.push_back({ovsVlanModes[i], static_cast<std::uint32_t>(i)});
    if (const auto mode = fields.word("vlanMode", modes))
        port.mode = static_cast<OvsVlanMode>(*mode);
}

OvsPort readPort(ProjectParts &parts, const Json &value)
{
    OvsPort port;
    if (value.kind != Json::Kind::Object) {
        port.name = stringOf(parts.text, value, "a port");
        return port;
    }
    Fields fields(parts.text, value, "a port", {"name", "tag", "trunks", "vlanMode"});
    fields.require("name", "the name of an interface");
    port.name = fields.string("name");
    readSettings(parts, fields, port);
    return port;
}

} // namespace

std::string ovsText(const Network &network, const Netns &netns, const Link &link)
{
    const auto wanted = wantedOvs(network, link);
    if (!wanted)
        return {};
    Line line;
    if (wanted->isSystem())
        return line.str();
    line.text("bridge", wanted->bridge.link);
    if (wanted->bridge.netns != netns.name)
        line.text("node", wanted->bridge.netns);
    if (wanted->port.name != link.name)
        line.text("port", wanted->port.name);
    writeSettings(line, wanted->port);
    if (wanted->isLocal()) {
        std::vector<std::string> ports;
        for (const OvsPort &port : netns.ovsPort(wanted->bridge.link).bridge->ports) {
            if (!port.internal)
                ports.push_back(portText(port));
        }
        line.list("ports", ports);
    }
    return line.str();
}

FileOvs readOvs(ProjectParts &parts, const Json &value, const LinkName &link)
{
    Fields fields(parts.text, value, "an interface of Open vSwitch",
                  {"bridge", "node", "port", "tag", "trunks", "vlanMode", "ports"});
    FileOvs ovs{{{link.netns, fields.string("bridge")}, {}}, value.offset};
    if (ovs.wanted.isSystem()) {
        if (link.link != ovsSystemName)
            parts.text.refuse(value.offset, "no bridge; expected the name of the bridge that it is a port of");
        return ovs;
    }
    ovs.offset = fields.at("bridge");
    if (fields.has("node"))
        ovs.wanted.bridge.netns = fields.string("node");
    OvsPort &port = ovs.wanted.port;
    port.name = fields.has("port") ? fields.string("port") : link.link;
    port.internal = true;
    readSettings(parts, fields, port);
    for (const Json &other : fields.array("ports"))
        parts.edit(BuildStep::OvsPorts, other.offset, AddOvsPort{ovs.wanted.bridge, readPort(parts, other)});
    return ovs;
}

} // namespace netdraft::model

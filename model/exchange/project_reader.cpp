#include "model/exchange/project_reader.h"

#include "model/address/name.h"
#include "model/exchange/link_order.h"
#include "model/exchange/project_fields.h"
#include "model/exchange/project_refusal.h"
#include "model/exchange/project_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace netdraft::model {

namespace {

constexpr int version = 1;
constexpr int largestIndex = 1'000'000'000;

/// The steps in which a network is built, as rebuild() takes them.
enum class Step : std::uint8_t {
    Links,
    PortMtus,
    Masters,
    BridgeMtus,
    Sysctls,
    Up,
    DeletedAddresses,
    Addresses,
    Down,
    LateDeletedAddresses, ///< of links that are down
    LateAddresses,        ///< and those that wait for a carrier
    Neighbours,
    DeletedRoutes,
    Routes,
    Places,
};
constexpr std::size_t stepCount = 15;

struct Port {
    std::string name;
    std::size_t offset = 0;
};

struct Interface {
    std::string name;
    std::size_t offset = 0;
    bool bridge = false;
    std::vector<Port> ports;
    std::size_t index = 0;            ///< among the node's links without `lo`
    std::optional<std::size_t> cable; ///< where the end of its cable stands
};

struct Node {
    std::string name;
    std::size_t offset = 0;
    std::map<std::string, Interface, std::less<>> interfaces; ///< `lo` as well
};

class ProjectReader
{
public:
    ProjectReader(std::string_view text, const std::string &file) : m_text(text, file) {}

    Result<Project> read(const Json &root)
    {
        readRoot(root);
        if (m_text.sound())
            makeLinks();
        if (!m_text.sound())
            return fail(m_text.error());
        return build();
    }

private:
    void edit(Step step, std::size_t offset, Edit what)
    {
        m_steps[static_cast<std::size_t>(step)].push_back({std::move(what), offset});
    }

    void readRoot(const Json &root)
    {
        if (root.kind != Json::Kind::Object || !root.find("format"))
            return m_text.refuse(root.offset,
                                 "not a Netdraft project; expected an object with \"format\": \"netdraft\"");
        const Json &format = *root.find("format");
        if (format.kind != Json::Kind::String || format.string != "netdraft")
            return m_text.refuse(format.offset, "not a Netdraft project; expected \"format\": \"netdraft\"");
        if (!readVersion(root))
            return;
        Fields fields(m_text, root, "the project", {"format", "version", "network", "drawing"});
        fields.require("network", "an object with nodes and cables");
        if (const Json *network = fields.object("network"))
            readNetwork(*network);
        if (const Json *drawing = fields.object("drawing"))
            readDrawing(*drawing);
    }

    /// Before any other field: a newer version may have others.
    bool readVersion(const Json &root)
    {
        const Json *value = root.find("version");
        if (!value) {
            m_text.refuse(root.offset, fmt::format("the project has no version; expected \"version\": {}", version));
            return false;
        }
        const bool whole = value->kind == Json::Kind::Number && value->integral;
        if (whole && value->number == version)
            return true;
        if (whole && value->number > version)
            m_text.refuse(value->offset, fmt::format("version {:.0f} is newer than this Netdraft, which reads version "
                                                     "{}; expected a file of that version, or a newer Netdraft",
                                                     value->number, version));
        else
            m_text.refuse(value->offset, fmt::format("no version of a project; expected \"version\": {}", version));
        return false;
    }

    void readNetwork(const Json &value)
    {
        Fields fields(m_text, value, "the network", {"nodes", "cables"});
        m_nodes.push_back({"host", value.offset, {}});
        m_nodes.back().interfaces["lo"] = {};
        m_wanted.push_back({"host", {}});
        m_nodeIndex.emplace("host", 0);
        for (const Json &node : fields.array("nodes"))
            readNode(node);
        for (const Json &cable : fields.array("cables"))
            readCable(cable);
    }

    void readNode(const Json &value)
    {
        Fields fields(m_text, value, "a node",
                      {"name", "interfaces", "sysctls", "neighbours", "deletedRoutes", "routes"});
        fields.require("name", "a name, such as \"A\"");
        const std::string name = fields.string("name");
        if (!m_text.sound())
            return;
        if (auto checked = checkNetnsName(name); !checked)
            return m_text.refuse(fields.at("name"), describe(checked.error()));
        if (!m_named.insert(name).second)
            return m_text.refuse(fields.at("name"),
                                 fmt::format("a second node called \"{}\"; expected each name once", name));
        if (name != "host") {
            m_nodeIndex.emplace(name, m_nodes.size());
            m_nodes.push_back({name, fields.at("name"), {}});
            m_nodes.back().interfaces["lo"] = {};
            m_wanted.push_back({name, {}});
            edit(Step::Links, fields.at("name"), AddNetns{name});
        }
        const std::size_t at = m_nodeIndex.at(name);
        for (const Json &interface : fields.array("interfaces"))
            readInterface(at, interface);
        checkPorts(m_nodes[at]);
        if (const Json *sysctls = fields.object("sysctls"))
            readSysctls(m_nodes[at], *sysctls);
        for (const Json &neighbour : fields.array("neighbours"))
            readNeighbour(m_nodes[at], neighbour);
        for (const Json &route : fields.array("deletedRoutes"))
            readRoute(m_nodes[at], route, Step::DeletedRoutes);
        for (const Json &route : fields.array("routes"))
            readRoute(m_nodes[at], route, Step::Routes);
    }

    void readInterface(std::size_t at, const Json &value)
    {
        Node &node = m_nodes[at];
        Fields fields(m_text, value, "an interface",
                      {"name", "index", "up", "wasUp", "mac", "mtu", "bridge", "deletedAddresses", "addresses"});
        fields.require("name", "a name, such as \"eth0\"");
        const std::string name = fields.string("name");
        if (!m_text.sound())
            return;
        const std::size_t offset = fields.at("name");
        if (auto checked = checkLinkName(name); !checked)
            return m_text.refuse(offset, describe(checked.error()));
        const bool loopback = name == "lo";
        const auto [found, isNew] = node.interfaces.try_emplace(name);
        Interface &interface = found->second;
        if (!isNew && (!loopback || interface.offset != 0))
            return m_text.refuse(
                offset, fmt::format("a second interface \"{}\" of {}; expected each name once", name, node.name));
        interface.name = name;
        interface.offset = offset;
        if (loopback) {
            for (const std::string_view key : {"index", "bridge", "mac"}) {
                if (fields.has(key))
                    m_text.refuse(fields.at(key), fmt::format("\"{}\" of lo; expected none, it is the kernel's", key));
            }
        } else {
            interface.index = m_wanted[at].links.size();
            m_wanted[at].links.push_back(wantedLink(fields, name, m_wanted[at].links));
        }
        readBridge(fields, node, interface);
        const LinkName link{node.name, name};
        if (const auto mtu = fields.integer("mtu", 0, std::numeric_limits<int>::max()))
            edit(interface.bridge ? Step::BridgeMtus : Step::PortMtus, fields.at("mtu"),
                 SetLinkMtu{link, static_cast<int>(*mtu)});
        const bool up = fields.flag("up");
        readUp(fields, link, up);
        for (const Json &address : fields.array("deletedAddresses")) {
            auto parsed = InterfaceAddress::parse(stringOf(m_text, address, "an address"));
            if (!parsed)
                m_text.refuse(address.offset, describe(parsed.error()));
            else
                edit(up ? Step::DeletedAddresses : Step::LateDeletedAddresses, address.offset,
                     RemoveAddress{link, *parsed});
        }
        for (const Json &address : fields.array("addresses"))
            readAddress(link, up, address);
    }

    WantedLink wantedLink(Fields &fields, const std::string &name, const std::vector<WantedLink> &before)
    {
        const int least = before.empty() ? 2 : before.back().index + 1;
        const auto index = fields.integer("index", least, largestIndex);
        if (least > largestIndex)
            m_text.refuse(fields.at("name"), "no ifindex is left; expected smaller ones before this interface");
        return {name, index ? static_cast<int>(*index) : least, std::nullopt, fields.mac("mac")};
    }

    void readUp(Fields &fields, const LinkName &link, bool up)
    {
        const bool wasUp = fields.flag("wasUp");
        if (up || wasUp)
            edit(Step::Up, up ? fields.at("up") : fields.at("wasUp"), SetLinkUp{link, true});
        if (wasUp && !up)
            edit(Step::Down, fields.at("wasUp"), SetLinkUp{link, false});
    }

    void readBridge(Fields &fields, const Node &node, Interface &interface)
    {
        const Json *value = fields.object("bridge");
        if (!value)
            return;
        interface.bridge = true;
        Fields bridge(m_text, *value, "a bridge", {"ports", "fdb"});
        for (const Json &port : bridge.array("ports")) {
            interface.ports.push_back({stringOf(m_text, port, "a port"), port.offset});
            edit(Step::Masters, port.offset, SetLinkMaster{{node.name, interface.ports.back().name}, interface.name});
        }
        for (const Json &entry : bridge.array("fdb")) {
            Fields words(m_text, entry, "an fdb entry", {"mac", "port"});
            words.require("mac", "a MAC address");
            words.require("port", "a port of the bridge");
            const auto mac = words.mac("mac");
            const std::string port = words.string("port");
            if (!m_text.sound())
                return;
            if (std::ranges::find(interface.ports, port, &Port::name) == interface.ports.end())
                return m_text.refuse(words.at("port"), fmt::format("\"{}\" is no port of {}; expected one of its ports",
                                                                   shown(port), interface.name));
            edit(Step::Neighbours, words.at("mac"), AddFdb{{node.name, port}, *mac});
        }
    }

    void checkPorts(const Node &node)
    {
        std::set<std::string, std::less<>> taken;
        for (const auto &[name, interface] : node.interfaces) {
            for (const Port &port : interface.ports) {
                if (!node.interfaces.contains(port.name) || port.name == "lo")
                    m_text.refuse(port.offset, fmt::format("{} has no interface \"{}\" that could be a port; expected "
                                                           "the name of one of its cabled interfaces",
                                                           node.name, shown(port.name)));
                else if (!taken.insert(port.name).second)
                    m_text.refuse(port.offset, fmt::format("{} is a port already; expected each port once", port.name));
            }
        }
    }

    void readAddress(const LinkName &link, bool up, const Json &value)
    {
        LinkAddress address;
        bool late = !up;
        if (value.kind == Json::Kind::Object) {
            Fields fields(m_text, value, "an address",
                          {"address", "peer", "broadcast", "scope", "tentative", "nodad", "noprefixroute", "metric"});
            fields.require("address", "an address such as \"192.0.2.1/24\"");
            address.local = fields.interfaceAddress("address").value_or(InterfaceAddress{});
            address.peer = fields.interfaceAddress("peer");
            address.broadcast = fields.address("broadcast");
            const auto scope = fields.word("scope", scopeWords(), 255);
            address.scope = scope ? static_cast<Scope>(*scope) : impliedScope(address.local.address);
            late = fields.flag("tentative") || late;
            address.noDad = fields.flag("nodad");
            address.noPrefixRoute = fields.flag("noprefixroute");
            address.metric = static_cast<std::uint32_t>(fields.integer("metric", 0, 0xffffffff).value_or(0));
            const Family family = address.local.address.family();
            if (address.peer && address.peer->address.family() != family)
                m_text.refuse(fields.at("peer"), "a peer of another family; expected one like the address");
            if (address.broadcast && (family == Family::Ipv6 || !address.broadcast->isV4()))
                m_text.refuse(fields.at("broadcast"), "no broadcast address; expected an IPv4 address, and only there");
        } else {
            const std::string text = stringOf(m_text, value, "an address");
            if (!m_text.sound())
                return;
            auto parsed = InterfaceAddress::parse(text);
            if (!parsed)
                return m_text.refuse(value.offset, describe(parsed.error()));
            address.local = *parsed;
            address.scope = impliedScope(parsed->address);
        }
        if (m_text.sound())
            edit(late ? Step::LateAddresses : Step::Addresses, value.offset, AddAddress{link, address, AddMode::Add});
    }

    void readSysctls(const Node &node, const Json &value)
    {
        for (const JsonMember &member : value.members) {
            const auto known = sysctlEdit(node.name, member.key, 0);
            const auto *device = known ? std::get_if<SetDeviceSysctl>(&known->kind) : nullptr;
            if (!known || (device && device->device != "all" && device->device != "default" &&
                           !node.interfaces.contains(device->device)))
                return m_text.refuse(member.offset,
                                     fmt::format("\"{}\" is no sysctl of {} that Netdraft knows; expected "
                                                 "net.ipv4.ip_forward, net.ipv4.conf.DEVICE.forwarding, "
                                                 "net.ipv6.conf.DEVICE.forwarding or net.ipv4.ip_default_ttl",
                                                 shown(member.key), node.name));
            const SysctlRow &row =
                device ? sysctlRow(device->sysctl) : sysctlRow(std::get<SetNetnsSysctl>(known->kind).sysctl);
            const Json &number = member.value;
            if (number.kind != Json::Kind::Number || !number.integral || number.number < row.least ||
                number.number > row.most)
                return m_text.refuse(number.offset,
                                     fmt::format("no value for {}; expected a whole number from {} to {}", member.key,
                                                 row.least, row.most));
            edit(Step::Sysctls, number.offset, *sysctlEdit(node.name, member.key, static_cast<int>(number.number)));
        }
    }

    /// The name of an interface in the field `dev`; refuses one that the node does not have.
    std::string readDevice(Fields &fields, const Node &node)
    {
        std::string dev = fields.string("dev");
        if (m_text.sound() && fields.has("dev") && !node.interfaces.contains(dev))
            m_text.refuse(fields.at("dev"), fmt::format("{} has no interface \"{}\"; expected one of its interfaces",
                                                        node.name, shown(dev)));
        return dev;
    }

    void readNeighbour(const Node &node, const Json &value)
    {
        Fields fields(m_text, value, "a neighbour", {"address", "dev", "lladdr", "state"});
        fields.require("address", "an IP address");
        fields.require("dev", "the name of an interface");
        const auto address = fields.address("address");
        const std::string dev = readDevice(fields, node);
        const auto lladdr = fields.mac("lladdr");
        const auto state = fields.word("state", nudWords());
        if (m_text.sound())
            edit(Step::Neighbours, fields.at("address"),
                 AddNeighbour{{node.name, dev},
                              *address,
                              lladdr,
                              state ? static_cast<NudState>(*state) : NudState::Permanent,
                              AddMode::Add});
    }

    void readRoute(const Node &node, const Json &value, Step step)
    {
        const bool deleted = step == Step::DeletedRoutes;
        Fields fields(
            m_text, value, "a route",
            {"to", "type", "via", "dev", "onlink", "metric", "src", "table", "proto", "scope", "mtu", "append"});
        RouteWords words = routeWords(m_text, fields);
        words.hop.dev = readDevice(fields, node);
        const bool append = fields.flag("append");
        if (!m_text.sound())
            return;
        const std::size_t offset = fields.at(words.hop.via ? "via" : "to");
        if (deleted)
            edit(step, offset, RemoveRoute{node.name, std::move(words)});
        else
            edit(step, offset, AddRoute{node.name, std::move(words), append ? AddMode::Append : AddMode::Add});
    }

    void readCable(const Json &value)
    {
        if (value.kind != Json::Kind::Array || value.items.size() != 2)
            return m_text.refuse(value.offset, "no cable; expected an array of two ends, each {\"node\": \"A\", "
                                               "\"interface\": \"eth0\"}");
        const auto first = readEnd(value.items[0]);
        const auto second = readEnd(value.items[1]);
        if (!first || !second)
            return;
        m_wanted[first->node].links[first->link].peer = second;
        m_wanted[second->node].links[second->link].peer = first;
    }

    std::optional<WantedLink::End> readEnd(const Json &value)
    {
        Fields fields(m_text, value, "the end of a cable", {"node", "interface"});
        fields.require("node", "the name of a node");
        fields.require("interface", "the name of an interface");
        const std::string nodeName = fields.string("node");
        const std::string name = fields.string("interface");
        if (!m_text.sound())
            return std::nullopt;
        const auto at = m_nodeIndex.find(nodeName);
        if (at == m_nodeIndex.end()) {
            m_text.refuse(fields.at("node"), fmt::format("a cable to the node \"{}\", which does not exist; expected "
                                                         "the name of one of the nodes above",
                                                         shown(nodeName)));
            return std::nullopt;
        }
        Node &node = m_nodes[at->second];
        const auto found = node.interfaces.find(name);
        const std::size_t offset = fields.at("interface");
        if (found == node.interfaces.end() || name == "lo" || found->second.bridge) {
            m_text.refuse(offset, fmt::format("{} has no interface \"{}\" that a cable could end at; expected one of "
                                              "its interfaces other than lo and bridges",
                                              node.name, shown(name)));
            return std::nullopt;
        }
        Interface &interface = found->second;
        if (interface.cable) {
            m_text.refuse(offset,
                          fmt::format("a second cable on {} of {}; expected one cable an interface", name, node.name));
            return std::nullopt;
        }
        interface.cable = value.offset;
        return WantedLink::End{at->second, interface.index};
    }

    void readDrawing(const Json &value)
    {
        Fields fields(m_text, value, "the drawing", {"nodes"});
        const Json *nodes = fields.object("nodes");
        if (!nodes)
            return;
        for (const JsonMember &member : nodes->members) {
            if (!m_nodeIndex.contains(member.key))
                return m_text.refuse(
                    member.offset, fmt::format("a drawing of \"{}\", which does not exist; expected the name of a node",
                                               shown(member.key)));
            Fields place(m_text, member.value, "the drawing of a node", {"kind", "x", "y"});
            place.require("kind", "device, switch, router, namespace or machine");
            place.require("x", "a number");
            place.require("y", "a number");
            const std::string word = place.string("kind");
            const auto x = place.number("x", 1e6);
            const auto y = place.number("y", 1e6);
            if (!m_text.sound())
                return;
            const auto kind = kindNamed(word);
            if (!kind)
                return m_text.refuse(place.at("kind"), fmt::format("\"{}\" is no kind of node; expected device, "
                                                                   "switch, router, namespace or machine",
                                                                   shown(word)));
            edit(Step::Places, member.offset, PlaceNode{member.key, {*kind, {*x, *y}}});
        }
    }

    void makeLinks()
    {
        for (const Node &node : m_nodes) {
            for (const auto &[name, interface] : node.interfaces) {
                if (!interface.cable && !interface.bridge && name != "lo")
                    m_text.refuse(interface.offset,
                                  fmt::format("the interface {} of {} has no cable; expected one among \"cables\" that "
                                              "ends at it, or \"bridge\": {{}}",
                                              name, node.name));
            }
        }
        if (!m_text.sound())
            return;
        for (LinkCreation &creation : creationOrder(m_wanted)) {
            const Node &node = m_nodes[creation.of.node];
            const std::string &name = m_wanted[creation.of.node].links[creation.of.link].name;
            edit(Step::Links, node.interfaces.find(name)->second.offset, std::move(creation.edit));
        }
    }

    Result<Project> build()
    {
        EditList list;
        std::vector<std::size_t> offsets;
        for (auto &step : m_steps) {
            for (PlacedEdit &placed : step) {
                list.add(std::move(placed.edit));
                offsets.push_back(placed.offset);
            }
        }
        Project project;
        if (apply(project, list))
            return project;
        const Refusal refusal = firstRefusal(list);
        m_text.refuse(offsets[refusal.edit], refusal.subject);
        return fail(m_text.error());
    }

    struct PlacedEdit {
        Edit edit;
        std::size_t offset;
    };

    ProjectText m_text;
    std::array<std::vector<PlacedEdit>, stepCount> m_steps;
    std::vector<Node> m_nodes; ///< the first is the machine
    std::vector<WantedNode> m_wanted;
    std::map<std::string, std::size_t, std::less<>> m_nodeIndex;
    std::set<std::string> m_named;
};

} // namespace

Result<Project> readProjectFile(std::string_view text, const std::string &file)
{
    auto root = parseJson(text, file);
    if (!root)
        return fail(root.error());
    return ProjectReader(text, file).read(*root);
}

} // namespace netdraft::model

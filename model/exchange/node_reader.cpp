#include "model/exchange/node_reader.h"

#include "model/address/name.h"
#include "model/command/netfilter/iptables.h"
#include "model/command/nft/nft.h"
#include "model/command/tc/qdisc_words.h"
#include "model/exchange/address_label.h"
#include "model/exchange/links/link_reader.h"
#include "model/exchange/project_routes.h"
#include "model/exchange/project_rules.h"
#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace netdraft::model {

namespace {

constexpr int largestIndex = 1'000'000'000;

class NodeReader
{
public:
    explicit NodeReader(ProjectParts &parts) : m_parts(parts), m_text(parts.text) {}

    void read(const Json &value)
    {
        Fields fields(m_text, value, "a node",
                      {"name", "interfaces", "sysctls", "neighbours", "proxies", "nexthops", "deletedRoutes", "routes",
                       "deletedRules", "rules", "iptables", "ip6tables", "nft", "files", "sockets", "processes",
                       "radvds"});
        fields.require("name", "a name, such as \"A\"");
        const std::string name = fields.string("name");
        if (!m_text.sound())
            return;
        if (auto checked = checkNetnsName(name); !checked)
            return m_text.refuse(fields.at("name"), describe(checked.error()));
        if (!m_parts.named.insert(name).second)
            return m_text.refuse(fields.at("name"),
                                 fmt::format("a second node called \"{}\"; expected each name once", name));
        if (name != "host") {
            m_parts.nodeIndex.emplace(name, m_parts.nodes.size());
            m_parts.nodes.push_back({name, fields.at("name"), {}});
            m_parts.nodes.back().interfaces["lo"] = {};
            m_parts.wanted.push_back({name, {}});
            m_parts.edit(BuildStep::Links, fields.at("name"), AddNetns{name});
        }
        const std::size_t at = m_parts.nodeIndex.at(name);
        for (const Json &interface : fields.array("interfaces"))
            readInterface(at, interface);
        checkPorts(m_parts.nodes[at]);
        if (const Json *sysctls = fields.object("sysctls"))
            readSysctls(m_parts.nodes[at], *sysctls);
        for (const Json &proxy : fields.array("proxies"))
            readProxy(m_parts.nodes[at], proxy);
        for (const Json &neighbour : fields.array("neighbours"))
            readNeighbour(m_parts.nodes[at], neighbour);
        for (const Json &nexthop : fields.array("nexthops"))
            readNexthop(m_parts.nodes[at], nexthop);
        for (const Json &rule : fields.array("deletedRules"))
            m_parts.edit(BuildStep::DeletedRules, rule.offset, RemoveIpRule{name, readProjectRule(m_text, rule)});
        for (const Json &rule : fields.array("rules"))
            m_parts.edit(BuildStep::Rules, rule.offset, AddIpRule{name, readProjectRule(m_text, rule)});
        for (const Json &route : fields.array("deletedRoutes"))
            readRoute(m_parts.nodes[at], route, BuildStep::DeletedRoutes);
        for (const Json &route : fields.array("routes"))
            readRoute(m_parts.nodes[at], route, BuildStep::Routes);
        for (const Json &line : fields.array("iptables"))
            readRule(name, Family::Ipv4, line);
        for (const Json &line : fields.array("ip6tables"))
            readRule(name, Family::Ipv6, line);
        for (const Json &line : fields.array("nft"))
            readNft(name, line);
        if (const Json *files = fields.object("files"))
            readFiles(name, *files);
        for (const Json &socket : fields.array("sockets"))
            readSocket(m_parts.nodes[at], socket);
        for (const Json &process : fields.array("processes"))
            readProcess(m_parts.nodes[at], process);
        for (const Json &radvd : fields.array("radvds"))
            readRadvd(name, radvd);
    }

private:
    /// The words of a call of iptables that makes a rule, a chain or a policy.
    void readRule(const std::string &netns, Family family, const Json &value)
    {
        const std::string line = stringOf(m_text, value, "a rule");
        if (!m_text.sound())
            return;
        auto edits = command::editsOfLine(netns, family, line);
        if (!edits)
            return m_text.refuse(value.offset, describe(edits.error()));
        for (const Edit &edit : *edits)
            m_parts.edit(BuildStep::Rulesets, value.offset, edit);
    }

    /// The words of a call of nft that makes a table, a chain or a rule, and its handle.
    void readNft(const std::string &netns, const Json &value)
    {
        const std::string line = stringOf(m_text, value, "a command of nft");
        if (!m_text.sound())
            return;
        auto edits = command::editsOfNftLine(netns, line);
        if (!edits)
            return m_text.refuse(value.offset, describe(edits.error()));
        for (const Edit &edit : *edits)
            m_parts.edit(BuildStep::Rulesets, value.offset, edit);
    }

    void readInterface(std::size_t at, const Json &value)
    {
        FileNode &node = m_parts.nodes[at];
        Fields fields(
            m_text, value, "an interface",
            {"name", "index", "up",      "wasUp",  "mac",  "mtu",    "arp", "qdisc", "bridge",           "dummy",
             "vlan", "vxlan", "macvlan", "ipvlan", "bond", "tunnel", "vrf", "ovs",   "deletedAddresses", "addresses"});
        fields.require("name", "a name, such as \"eth0\"");
        const std::string name = fields.string("name");
        if (!m_text.sound())
            return;
        const std::size_t offset = fields.at("name");
        if (auto checked = checkLinkName(name); !checked)
            return m_text.refuse(offset, describe(checked.error()));
        const bool loopback = name == "lo";
        const auto [found, isNew] = node.interfaces.try_emplace(name);
        FileInterface &interface = found->second;
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
            interface.index = m_parts.wanted[at].links.size();
            m_parts.wanted[at].links.push_back(wantedLink(fields, name, m_parts.wanted[at].links));
        }
        readBridge(fields, node, interface);
        const LinkName link{node.name, name};
        std::string key;
        if (const Json *kind = kindField(value, key)) {
            if (loopback || interface.bridge)
                m_text.refuse(kind->offset, fmt::format("\"{}\" of {}; expected only one kind", key, name));
            interface.kind = readKind(m_parts, key, *kind, link);
        }
        if (const Json *ovs = fields.object("ovs")) {
            if (loopback || interface.bridge || interface.kind)
                m_text.refuse(ovs->offset, fmt::format("\"ovs\" of {}; expected only one kind", name));
            interface.ovs = readOvs(m_parts, *ovs, link);
        }
        const bool child = interface.kind && !interface.kind->lower.empty();
        if (const auto mtu = fields.integer("mtu", 0, std::numeric_limits<int>::max()))
            m_parts.edit(interface.bridge ? BuildStep::BridgeMtus
                         : child          ? BuildStep::ChildMtus
                                          : BuildStep::PortMtus,
                         fields.at("mtu"), SetLinkMtu{link, static_cast<int>(*mtu)});
        if (fields.has("arp"))
            m_parts.edit(BuildStep::Arp, fields.at("arp"), SetLinkArp{link, fields.flag("arp")});
        if (fields.has("qdisc"))
            readQdisc(fields, link);
        const bool up = fields.flag("up");
        interface.wasUp = !up && fields.flag("wasUp");
        readUp(fields, link, up, child);
        for (const Json &address : fields.array("deletedAddresses")) {
            auto parsed = InterfaceAddress::parse(stringOf(m_text, address, "an address"));
            if (!parsed)
                m_text.refuse(address.offset, describe(parsed.error()));
            else
                m_parts.edit(up ? BuildStep::DeletedAddresses : BuildStep::LateDeletedAddresses, address.offset,
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
        return {name,        index ? static_cast<int>(*index) : least, std::nullopt, fields.mac("mac"), std::nullopt,
                std::nullopt};
    }

    void readQdisc(Fields &fields, const LinkName &link)
    {
        const std::string line = fields.string("qdisc");
        if (!m_text.sound())
            return;
        auto edit = command::qdiscOfLine(link, line);
        if (!edit)
            return m_text.refuse(fields.at("qdisc"), describe(edit.error()));
        m_parts.edit(BuildStep::Qdiscs, fields.at("qdisc"), std::move(*edit));
    }

    void readUp(Fields &fields, const LinkName &link, bool up, bool child)
    {
        const bool wasUp = fields.flag("wasUp");
        if (up || wasUp)
            m_parts.edit(child ? BuildStep::ChildrenUp : BuildStep::Up, up ? fields.at("up") : fields.at("wasUp"),
                         SetLinkUp{link, true});
        // A VLAN or a bond's member comes up by itself.
        if (!up && !wasUp && fields.has("up"))
            m_parts.edit(BuildStep::Down, fields.at("up"), SetLinkUp{link, false});
        if (wasUp && !up)
            m_parts.edit(BuildStep::Down, fields.at("wasUp"), SetLinkUp{link, false});
    }

    void readBridge(Fields &fields, const FileNode &node, FileInterface &interface)
    {
        const Json *value = fields.object("bridge");
        if (!value)
            return;
        interface.bridge = true;
        Fields bridge(m_text, *value, "a bridge",
                      {"stp", "priority", "forwardDelay", "helloTime", "maxAge", "ageingTime", "vlanFiltering",
                       "defaultPvid", "vlanProtocol", "groupFwdMask", "mcastSnooping", "ports", "fdb", "vlans",
                       "notVlans"});
        const LinkName link{node.name, interface.name};
        const BridgeChange change = readBridgeFields(bridge);
        if (change != BridgeChange{})
            m_parts.edit(BuildStep::Bridges, value->offset, ChangeLink{link, change});
        readVlans(m_parts, bridge, link, true);
        for (const Json &port : bridge.array("ports")) {
            interface.ports.push_back({readPort(m_parts, port, node.name), port.offset});
            m_parts.edit(BuildStep::Masters, port.offset,
                         SetLinkMaster{{node.name, interface.ports.back().name}, interface.name});
        }
        for (const Json &entry : bridge.array("fdb")) {
            Fields words(m_text, entry, "an fdb entry", {"mac", "port", "vlan"});
            words.require("mac", "a MAC address");
            words.require("port", "a port of the bridge");
            const auto mac = words.mac("mac");
            const std::string port = words.string("port");
            if (!m_text.sound())
                return;
            if (std::ranges::find(interface.ports, port, &FilePort::name) == interface.ports.end())
                return m_text.refuse(words.at("port"), fmt::format("\"{}\" is no port of {}; expected one of its ports",
                                                                   shown(port), interface.name));
            m_parts.edit(BuildStep::Neighbours, words.at("mac"),
                         AddFdb{{node.name, port},
                                *mac,
                                AddMode::Add,
                                static_cast<VlanId>(words.integer("vlan", 0, 4094).value_or(0))});
        }
    }

    void checkPorts(const FileNode &node)
    {
        std::set<std::string, std::less<>> taken;
        for (const auto &[name, interface] : node.interfaces) {
            for (const FilePort &port : interface.ports) {
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
        Detection detection = Detection::Runs;
        if (value.kind == Json::Kind::Object) {
            Fields fields(m_text, value, "an address",
                          {"address", "peer", "broadcast", "scope", "tentative", "nodad", "dadpassed", "dadfailed",
                           "noprefixroute", "deprecated", "metric", "dynamic", "mngtmpaddr", "valid", "preferred",
                           "label"});
            fields.require("address", "an address such as \"192.0.2.1/24\"");
            address.local = fields.interfaceAddress("address").value_or(InterfaceAddress{});
            address.peer = fields.interfaceAddress("peer");
            address.broadcast = fields.address("broadcast");
            const auto scope = fields.word("scope", scopeWords(), 255);
            address.scope = scope ? static_cast<Scope>(*scope) : impliedScope(address.local.address);
            late = fields.flag("tentative") || late;
            address.noDad = fields.flag("nodad");
            if (fields.flag("dadfailed"))
                detection = Detection::Failed;
            else if (fields.flag("dadpassed"))
                detection = Detection::Passed;
            address.noPrefixRoute = fields.flag("noprefixroute");
            address.deprecated = fields.flag("deprecated");
            address.metric = static_cast<std::uint32_t>(fields.integer("metric", 0, 0xffffffff).value_or(0));
            address.dynamic = fields.flag("dynamic");
            address.managesTemporary = fields.flag("mngtmpaddr");
            address.validSeconds = readTime(fields, "valid", endless);
            address.preferredSeconds = readTime(fields, "preferred", endless);
            if (const Json *label = value.find("label"))
                address.label = readLabel(*label, address);
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
            m_parts.edit(late ? BuildStep::LateAddresses : BuildStep::Addresses, value.offset,
                         AddAddress{link, address, AddMode::Add, detection});
    }

    std::string readLabel(const Json &value, const LinkAddress &address)
    {
        std::string label = stringOf(m_text, value, "a label");
        if (m_text.sound() && (!isAddressLabel(label) || !address.local.address.isV4()))
            m_text.refuse(value.offset, "no label of an address; expected up to 15 letters as \"eth0:1\", with IPv4");
        return label;
    }

    std::uint32_t readTime(Fields &fields, std::string_view key, std::uint32_t usual)
    {
        return static_cast<std::uint32_t>(fields.integer(key, 0, endless).value_or(usual));
    }

    /// A flag that is on unless it is said to be off.
    static bool isOn(Fields &fields, std::string_view key) { return !fields.has(key) || fields.flag(key); }

    AdvertisedPrefix readAdvertisedPrefix(const Json &value)
    {
        Fields fields(m_text, value, "a prefix", {"prefix", "onLink", "autonomous", "valid", "preferred"});
        fields.require("prefix", "a prefix such as \"2001:db8:1::/64\"");
        AdvertisedPrefix prefix;
        const auto written = fields.interfaceAddress("prefix");
        if (written && (written->address.isV4() || written->prefix().address() != written->address))
            m_text.refuse(fields.at("prefix"), "no prefix of IPv6; expected one such as \"2001:db8:1::/64\"");
        prefix.prefix = written.value_or(InterfaceAddress{}).prefix();
        prefix.onLink = isOn(fields, "onLink");
        prefix.autonomous = isOn(fields, "autonomous");
        prefix.validSeconds = readTime(fields, "valid", prefix.validSeconds);
        prefix.preferredSeconds = readTime(fields, "preferred", prefix.preferredSeconds);
        return prefix;
    }

    AdvertisingInterface readAdvertising(const Json &value)
    {
        Fields fields(m_text, value, "an interface of a radvd",
                      {"name", "sends", "maxInterval", "lifetime", "hopLimit", "pref", "prefixes"});
        fields.require("name", "the name of an interface");
        AdvertisingInterface interface;
        interface.link = fields.string("name");
        if (m_text.sound()) {
            if (auto checked = checkLinkName(interface.link); !checked)
                m_text.refuse(fields.at("name"), describe(checked.error()));
        }
        interface.sends = fields.flag("sends");
        interface.maxIntervalSeconds =
            static_cast<int>(fields.integer("maxInterval", 0, 100'000).value_or(interface.maxIntervalSeconds));
        if (const auto lifetime = fields.integer("lifetime", 0, 0xffffffff))
            interface.lifetimeSeconds = static_cast<std::uint32_t>(*lifetime);
        interface.hopLimit = static_cast<int>(fields.integer("hopLimit", 0, 255).value_or(interface.hopLimit));
        if (const auto preference = fields.word("pref", preferenceWords()))
            interface.preference = static_cast<RoutePreference>(*preference);
        for (const Json &prefix : fields.array("prefixes"))
            interface.prefixes.push_back(readAdvertisedPrefix(prefix));
        return interface;
    }

    void readRadvd(const std::string &netns, const Json &value)
    {
        Fields fields(m_text, value, "a radvd", {"pidFile", "interfaces"});
        fields.require("interfaces", "an array of interfaces, each with a \"name\"");
        Radvd radvd;
        if (fields.has("pidFile"))
            radvd.pidFile = fields.string("pidFile");
        for (const Json &interface : fields.array("interfaces"))
            radvd.interfaces.push_back(readAdvertising(interface));
        if (m_text.sound() && !isPidFile(radvd.pidFile))
            m_text.refuse(fields.at("pidFile"), "no pid file; expected one right in /run, such as /run/radvd-r1.pid");
        if (m_text.sound())
            m_parts.edit(BuildStep::Radvds, value.offset, AddRadvd{netns, std::move(radvd)});
    }

    /// The text of a file: a string, or an array of its lines. It may hold what no name may, such as tabs.
    std::string readFileText(const Json &value)
    {
        if (value.kind == Json::Kind::String)
            return value.string;
        if (value.kind != Json::Kind::Array) {
            m_text.refuse(value.offset, "no text of a file; expected a string, or an array of its lines");
            return {};
        }
        std::string text;
        for (const Json &line : value.items) {
            if (line.kind != Json::Kind::String || line.string.find('\n') != std::string::npos)
                m_text.refuse(line.offset, "no line of a file; expected a string without a line feed");
            text += line.string + '\n';
        }
        return text;
    }

    /// Paths with the text of each.
    void readFiles(const std::string &netns, const Json &value)
    {
        for (const JsonMember &member : value.members) {
            if (const auto sound = checkNetnsFilePath(member.key); !sound)
                return m_text.refuse(member.offset, describe(sound.error()));
            std::string text = readFileText(member.value);
            if (const auto sound = checkNetnsFileText(text); !sound)
                return m_text.refuse(member.value.offset, describe(sound.error()));
            m_parts.edit(BuildStep::Files, member.offset, WriteFile{netns, member.key, std::move(text)});
        }
    }

    void readSysctls(const FileNode &node, const Json &value)
    {
        for (const JsonMember &member : value.members) {
            const auto known = sysctlEdit(node.name, member.key, 0);
            const auto *device = known ? std::get_if<SetDeviceSysctl>(&known->kind) : nullptr;
            if (!known || (device && device->device != "all" && device->device != "default" &&
                           !node.interfaces.contains(device->device)))
                return m_text.refuse(member.offset,
                                     fmt::format("\"{}\" is no sysctl of {} that Netdraft knows; expected "
                                                 "one such as net.ipv4.ip_forward or net.ipv4.conf.DEVICE.rp_filter",
                                                 shown(member.key), node.name));
            const SysctlRow &row =
                device ? sysctlRow(device->sysctl) : sysctlRow(std::get<SetNetnsSysctl>(known->kind).sysctl);
            const Json &number = member.value;
            if (number.kind != Json::Kind::Number || !number.integral || number.number < row.least ||
                number.number > row.most)
                return m_text.refuse(number.offset,
                                     fmt::format("no value for {}; expected a whole number from {} to {}", member.key,
                                                 row.least, row.most));
            m_parts.edit(BuildStep::Sysctls, number.offset,
                         *sysctlEdit(node.name, member.key, static_cast<int>(number.number)));
        }
    }

    /// The name of an interface in the field `dev`; refuses one that the node does not have.
    std::string readDevice(Fields &fields, const FileNode &node)
    {
        std::string dev = fields.string("dev");
        if (m_text.sound() && fields.has("dev") && !node.interfaces.contains(dev))
            m_text.refuse(fields.at("dev"), fmt::format("{} has no interface \"{}\"; expected one of its interfaces",
                                                        node.name, shown(dev)));
        return dev;
    }

    void readNeighbour(const FileNode &node, const Json &value)
    {
        Fields fields(m_text, value, "a neighbour", {"address", "dev", "lladdr", "state"});
        fields.require("address", "an IP address");
        fields.require("dev", "the name of an interface");
        const auto address = fields.address("address");
        const std::string dev = readDevice(fields, node);
        const auto lladdr = fields.mac("lladdr");
        const auto state = fields.word("state", nudWords());
        if (m_text.sound())
            m_parts.edit(BuildStep::Neighbours, fields.at("address"),
                         AddNeighbour{{node.name, dev},
                                      *address,
                                      lladdr,
                                      state ? static_cast<NudState>(*state) : NudState::Permanent,
                                      AddMode::Add});
    }

    void readProxy(const FileNode &node, const Json &value)
    {
        Fields fields(m_text, value, "a proxied neighbour", {"address", "dev"});
        fields.require("address", "an IP address");
        const auto address = fields.address("address");
        const std::string dev = readDevice(fields, node);
        if (m_text.sound())
            m_parts.edit(BuildStep::Neighbours, fields.at("address"), AddProxyNeighbour{node.name, dev, *address});
    }

    void readSocket(const FileNode &node, const Json &value)
    {
        Fields fields(m_text, value, "a socket", {"program", "protocol", "port", "address", "v6only", "dev"});
        fields.require("port", "a port from 1 to 65535");
        AddSocket socket;
        socket.netns = node.name;
        const auto program = fields.word("program", programWords());
        socket.program = program ? static_cast<Program>(*program) : Program::Netcat;
        const auto protocol = fields.word("protocol", transportWords());
        socket.transport = protocol ? static_cast<Transport>(*protocol) : Transport::Tcp;
        socket.port = static_cast<std::uint16_t>(fields.integer("port", 1, 65535).value_or(0));
        socket.address = fields.address("address").value_or(IpAddress());
        socket.v6only = fields.flag("v6only");
        socket.dev = readDevice(fields, node);
        if (socket.v6only && socket.address.isV4())
            m_text.refuse(fields.at("v6only"), "\"v6only\" of a socket of IPv4; expected an IPv6 address with it");
        for (const std::string_view key : {"v6only", "dev"}) {
            if (socket.program == Program::Netcat && fields.has(key))
                m_text.refuse(fields.at(key), fmt::format("nc knows no \"{}\"; expected the program socat", key));
        }
        if (m_text.sound())
            m_parts.edit(BuildStep::Sockets, fields.has("address") ? fields.at("address") : fields.at("port"),
                         std::move(socket));
    }

    void readProcess(const FileNode &node, const Json &value)
    {
        Fields fields(m_text, value, "a process", {"command", "pid", "sockets"});
        fields.require("command", "a command line, such as \"dnsmasq\"");
        StartProcess process{node.name, fields.string("command", longestCommand), {}, 0};
        process.pid = static_cast<int>(fields.integer("pid", 1, 4'194'304).value_or(0));
        for (const Json &socket : fields.array("sockets")) {
            Fields each(m_text, socket, "a socket of a process", {"protocol", "port", "address", "v6only"});
            each.require("port", "a port from 1 to 65535");
            ListeningSocket listening;
            const auto protocol = each.word("protocol", transportWords());
            listening.transport = protocol ? static_cast<Transport>(*protocol) : Transport::Tcp;
            listening.port = static_cast<std::uint16_t>(each.integer("port", 1, 65535).value_or(0));
            listening.address = each.address("address").value_or(IpAddress());
            listening.v6only = each.flag("v6only");
            process.sockets.push_back(listening);
        }
        if (m_text.sound())
            m_parts.edit(BuildStep::Sockets, fields.at("command"), std::move(process));
    }

    void readNexthop(const FileNode &node, const Json &value)
    {
        AddNexthop object = readProjectNexthop(m_text, value, node.name);
        if (!m_text.sound() || !checkDevice(node, object.hop.dev, value.offset))
            return;
        // A blackhole was made while lo was up.
        const auto lo = node.interfaces.find("lo");
        const bool revive = object.blackhole && lo != node.interfaces.end() && lo->second.wasUp;
        if (revive)
            m_parts.edit(BuildStep::Nexthops, value.offset, SetLinkUp{{node.name, "lo"}, true});
        m_parts.edit(BuildStep::Nexthops, value.offset, std::move(object));
        if (revive)
            m_parts.edit(BuildStep::Nexthops, value.offset, SetLinkUp{{node.name, "lo"}, false});
    }

    bool checkDevice(const FileNode &node, const std::string &dev, std::size_t offset)
    {
        if (dev.empty() || node.interfaces.contains(dev))
            return true;
        m_text.refuse(offset,
                      fmt::format("{} has no interface \"{}\"; expected one of its interfaces", node.name, shown(dev)));
        return false;
    }

    void readRoute(const FileNode &node, const Json &value, BuildStep step)
    {
        const bool deleted = step == BuildStep::DeletedRoutes;
        Fields fields(m_text, value, "a route",
                      {"to", "type", "via", "dev", "onlink", "metric", "src", "table", "proto", "scope", "mtu",
                       "expires", "hopLimit", "pref", "append", "replace", "nhid", "nexthops"});
        RouteWords words = routeWords(m_text, fields);
        words.hop.dev = readDevice(fields, node);
        for (const NamedHop &hop : words.nexthops)
            checkDevice(node, hop.dev, value.offset);
        const AddMode mode = fields.flag("append")    ? AddMode::Append
                             : fields.flag("replace") ? AddMode::Replace
                                                      : AddMode::Add;
        if (!m_text.sound())
            return;
        const std::size_t offset = fields.at(words.hop.via ? "via" : "to");
        if (deleted)
            m_parts.edit(step, offset, RemoveRoute{node.name, std::move(words)});
        else
            m_parts.edit(step, offset, AddRoute{node.name, std::move(words), mode});
    }

    ProjectParts &m_parts;
    ProjectText &m_text;
};

} // namespace

void readNode(ProjectParts &parts, const Json &value)
{
    NodeReader(parts).read(value);
}

} // namespace netdraft::model

#include "model/exchange/containerlab_reader.h"

#include "model/command/command.h"
#include "model/exchange/containerlab_node.h"
#include "model/exchange/containerlab_topology.h"
#include "model/exchange/lab_wiring.h"
#include "model/exchange/startup_reader.h"
#include "model/terminal/terminal.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// The network for management, as containerlab makes it, for as long as commands run.
constexpr std::string_view managementV4 = "172.20.20";
constexpr std::string_view managementV6 = "3fff:172:20:20::";

/// Moves what was read of a text in a block of another one to where it stands there.
void shift(Yaml &value, int lines, int columns)
{
    value.line += lines;
    value.column += columns;
    for (Yaml &item : value.items)
        shift(item, lines, columns);
    for (YamlMember &member : value.members) {
        member.line += lines;
        member.column += columns;
        shift(member.value, lines, columns);
    }
}

std::string_view lineOf(std::string_view text, int number)
{
    for (; number > 1 && !text.empty(); --number)
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

/// The topology in a resource of clabernetes, a block `|` of text.
Result<Yaml> embeddedTopology(const Yaml &resource, const ImportSource &source)
{
    const Yaml *spec = resource.find("spec");
    const Yaml *definition = spec ? spec->find("definition") : nullptr;
    const Yaml *block = definition ? definition->find("containerlab") : nullptr;
    if (!block || block->kind != Yaml::Kind::Scalar)
        return failAt((block ? *block : resource).at(source.path),
                      "expected spec.definition.containerlab with the text of a topology");
    auto inner = parseYaml(block->text, source.path);
    if (!inner)
        return fail(inner.error());
    if (inner->empty())
        return failAt(block->at(source.path), "expected the text of a topology");
    const std::string_view first = lineOf(source.text(), block->line + 1);
    const auto indent = std::min(first.find_first_not_of(' '), first.size());
    shift(inner->front(), block->line, static_cast<int>(indent));
    return std::move(inner->front());
}

bool isResource(const Yaml &document)
{
    const Yaml *kind = document.find("kind");
    return kind && kind->text == "Topology";
}

Result<Yaml> topologyIn(const ImportSource &source)
{
    auto documents = parseYaml(source.text(), source.path);
    if (!documents)
        return fail(documents.error());
    for (Yaml &document : *documents) {
        if (isResource(document))
            return embeddedTopology(document, source);
        if (document.find("topology"))
            return std::move(document);
    }
    return failAt({source.path, 1, 1}, "expected a key \"topology\" with nodes and links, or a resource Topology");
}

class ContainerlabReader
{
public:
    ContainerlabReader(const ImportSource &source, ContainerlabTopology topology)
        : m_source(source), m_topology(std::move(topology)), m_wiring(m_read, nodeRemarks(source.text()))
    {
    }

    Imported read()
    {
        m_read.troubles = m_topology.troubles;
        for (const ContainerlabTopology::Node &node : m_topology.nodes)
            addNode(node);
        const std::string management = addManagement();
        for (const ContainerlabTopology::Link &link : m_topology.links)
            addLink(link);
        for (const ContainerlabTopology::Node &node : m_topology.nodes)
            start(node);
        m_wiring.perform({RemoveNetns{management}}, {m_source.path, 1, 1});
        return std::move(m_read);
    }

private:
    static bool isBridge(const ContainerlabTopology::Node &node) { return node.kind == "bridge"; }

    void addNode(const ContainerlabTopology::Node &node)
    {
        const auto netns = m_wiring.addDevice(node.name, node.where);
        if (!netns)
            return;
        if (isBridge(node)) {
            const LinkName bridge{*netns, "br0"};
            m_wiring.perform({AddBridge{bridge, {}}, SetLinkUp{bridge, true}}, node.where);
        } else if (node.kind.empty()) {
            m_wiring.complain(node.where, fmt::format("{} has no kind; expected kind: linux", node.name));
        } else if (node.kind != "linux") {
            m_wiring.complain(node.where,
                              fmt::format("nodes of the kind \"{}\" are not simulated; {} has its links, and what "
                                          "is configured in it is missing",
                                          node.kind, node.name));
        }
        if (!isBridge(node))
            m_wiring.perform(inheritedSettings(*netns), node.where);
        for (const ContainerlabTopology::Command &setting : node.sysctls)
            write(*netns, setting);
        if (!node.networkMode.empty() && node.networkMode != "none" && node.networkMode != "bridge")
            m_wiring.complain(node.where, fmt::format("the network mode \"{}\" of {} is not simulated; expected none",
                                                      node.networkMode, node.name));
    }

    void write(const std::string &netns, const ContainerlabTopology::Command &setting)
    {
        const NetnsId at = m_read.project.network.find(netns)->id;
        const Outcome outcome = run(m_read.project, at, std::vector<std::string>{"sysctl", "-w", setting.text});
        if (outcome.reply.status != 0)
            m_wiring.complain(setting.where, fmt::format("this setting is not simulated: {}", setting.text));
        else
            m_wiring.perform(outcome.edits, setting.where);
    }

    /// The namespace that stands for the network, with a link to each container; its name.
    std::string addManagement()
    {
        const Position where{m_source.path, 1, 1};
        std::string name = "management";
        while (m_read.project.network.find(name))
            name += '-';
        const LinkName bridge{name, "br0"};
        m_wiring.perform({AddNetns{name}, AddBridge{bridge, {}}, SetLinkUp{bridge, true},
                          AddAddress{bridge, addressOf(fmt::format("{}.1/24", managementV4))},
                          AddAddress{bridge, addressOf(fmt::format("{}1/64", managementV6))}},
                         where);
        int number = 1;
        for (const ContainerlabTopology::Node &node : m_topology.nodes) {
            const std::string *netns = m_wiring.netnsOf(node.name);
            if (!netns || isBridge(node) || node.networkMode == "none")
                continue;
            const LinkName link{*netns, std::string(managementLink)};
            const LinkName port{name, fmt::format("p{}", number++)};
            m_wiring.perform({AddVeth{link, port, {}, {}, {}}, SetLinkMaster{port, bridge.link}, SetLinkUp{link, true},
                              SetLinkUp{port, true},
                              AddAddress{link, addressOf(fmt::format("{}.{}/24", managementV4, 2 + (number % 250)))},
                              AddAddress{link, addressOf(fmt::format("{}{:x}/64", managementV6, number))},
                              AddRoute{*netns, defaultBy(fmt::format("{}.1", managementV4), link.link)},
                              AddRoute{*netns, defaultBy(fmt::format("{}1", managementV6), link.link)}},
                             node.where);
        }
        return name;
    }

    static LinkAddress addressOf(const std::string &text)
    {
        LinkAddress address;
        address.local = *InterfaceAddress::parse(text);
        return address;
    }

    static RouteWords defaultBy(const std::string &gateway, const std::string &dev)
    {
        RouteWords words;
        words.hop.via = *IpAddress::parse(gateway);
        words.hop.dev = dev;
        words.destination = Prefix::any(words.hop.via->family());
        return words;
    }

    std::optional<WiredEnd> endOf(const ContainerlabTopology::End &end)
    {
        const std::string *netns = m_wiring.netnsOf(end.node);
        if (!netns) {
            m_wiring.complain(end.where, fmt::format("there is no node \"{}\" in this topology", end.node));
            return std::nullopt;
        }
        return WiredEnd{*netns, end.interface, end.mac, end.where};
    }

    void addLink(const ContainerlabTopology::Link &link)
    {
        const auto one = endOf(link.one);
        const auto other = endOf(link.other);
        if (!one || !other)
            return;
        m_wiring.addSegment({}, {*one, *other}, link.mtu);
        for (const ContainerlabTopology::End &end : {link.one, link.other}) {
            const auto node = std::ranges::find(m_topology.nodes, end.node, &ContainerlabTopology::Node::name);
            if (isBridge(*node))
                m_wiring.perform({SetLinkMaster{{*m_wiring.netnsOf(end.node), end.interface}, "br0"}}, end.where);
        }
    }

    void start(const ContainerlabTopology::Node &node)
    {
        const std::string *netns = m_wiring.netnsOf(node.name);
        if (!netns)
            return;
        const NetnsId at = m_read.project.network.find(*netns)->id;
        for (const ContainerlabTopology::Command &command : node.exec)
            execute(at, command);
    }

    /// containerlab starts a command without a shell, so that only quotes mean something.
    void execute(NetnsId at, const ContainerlabTopology::Command &command)
    {
        const auto words = splitWords(command.text);
        if (!words) {
            m_wiring.complain(command.where,
                              fmt::format("a command of \"exec\" is started without a shell: {}; expected sh -c "
                                          "'…' around it",
                                          describe(Error{words.error().code, words.error().subject})));
            return;
        }
        const bool shell =
            words->size() == 3 && (*words)[1] == "-c" && ((*words)[0].ends_with("sh") || (*words)[0].ends_with("bash"));
        runStartup(m_read, at, shell ? (*words)[2] : shellLine(*words), command.where, m_source);
    }

    const ImportSource &m_source;
    ContainerlabTopology m_topology;
    Imported m_read;
    LabWiring m_wiring;
};

} // namespace

bool isContainerlabTopology(const ImportSource &source)
{
    if (source.folder)
        return false;
    if (source.path.ends_with(".clab.yml") || source.path.ends_with(".clab.yaml"))
        return true;
    if (!source.path.ends_with(".yml") && !source.path.ends_with(".yaml"))
        return false;
    const auto documents = parseYaml(source.text(), source.path);
    return documents && std::ranges::any_of(*documents, [](const Yaml &document) {
               const Yaml *topology = document.find("topology");
               return isResource(document) || (topology && topology->find("nodes"));
           });
}

Result<Imported> readContainerlab(const ImportSource &source)
{
    if (source.folder)
        return failAt({source.path, 1, 1}, "expected a topology file, not a folder");
    auto root = topologyIn(source);
    if (!root)
        return fail(root.error());
    auto topology = readTopology(*root, source.path);
    if (!topology)
        return fail(topology.error());
    return ContainerlabReader(source, std::move(*topology)).read();
}

} // namespace netdraft::model

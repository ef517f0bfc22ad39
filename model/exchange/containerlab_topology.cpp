#include "model/exchange/containerlab_topology.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model {

namespace {

class TopologyReader
{
public:
    explicit TopologyReader(const std::string &file) : m_file(file) {}

    Result<ContainerlabTopology> read(const Yaml &root)
    {
        const Yaml *topology = root.find("topology");
        if (!topology || topology->kind != Yaml::Kind::Mapping)
            return failAt((topology ? *topology : root).at(m_file), "expected a key \"topology\" with nodes and links");
        if (const Yaml *name = root.find("name"))
            m_read.name = textOf(*name);
        m_topology = topology;
        const Yaml *nodes = topology->find("nodes");
        if (!nodes || (nodes->kind != Yaml::Kind::Mapping && nodes->kind != Yaml::Kind::Null))
            return failAt((nodes ? *nodes : *topology).at(m_file), "expected a key \"nodes\" with a mapping of nodes");
        for (const YamlMember &node : nodes->members)
            readNode(node);
        if (const Yaml *links = topology->find("links")) {
            if (links->kind != Yaml::Kind::Sequence && links->kind != Yaml::Kind::Null)
                wrong(*links, "expected a sequence of links");
            for (const Yaml &link : links->items)
                readLink(link);
        }
        return std::move(m_read);
    }

private:
    void wrong(const Yaml &where, std::string what)
    {
        m_read.troubles.push_back({ErrorCode::Input, std::move(what), where.at(m_file)});
    }

    std::string textOf(const Yaml &value)
    {
        if (value.kind != Yaml::Kind::Scalar)
            wrong(value, fmt::format("expected a word, not {}", kindWord(value.kind)));
        return value.text;
    }

    /// The settings that a node shares with others: `defaults`, those of its kind, of its group, then its own.
    std::vector<const Yaml *> layers(const Yaml &node, const std::string &kind, const std::string &group) const
    {
        std::vector<const Yaml *> found;
        const auto add = [&](const Yaml *layer) {
            if (layer)
                found.push_back(layer);
        };
        const Yaml *kinds = m_topology->find("kinds");
        const Yaml *groups = m_topology->find("groups");
        add(m_topology->find("defaults"));
        add(kinds ? kinds->find(kind) : nullptr);
        add(groups && !group.empty() ? groups->find(group) : nullptr);
        add(&node);
        return found;
    }

    /// A single word, the node's own before all others.
    std::string shared(const std::vector<const Yaml *> &from, std::string_view key)
    {
        for (auto layer = from.rbegin(); layer != from.rend(); ++layer) {
            if (const Yaml *value = (*layer)->find(key))
                return textOf(*value);
        }
        return {};
    }

    void readNode(const YamlMember &member)
    {
        const Yaml &node = member.value;
        if (node.kind != Yaml::Kind::Mapping && node.kind != Yaml::Kind::Null) {
            wrong(node, fmt::format("expected a mapping for the node {}, not {}", member.key, kindWord(node.kind)));
            return;
        }
        ContainerlabTopology::Node made;
        made.name = member.key;
        made.where = {m_file, member.line, member.column};
        const std::string group = shared(layers(node, {}, {}), "group");
        made.kind = shared(layers(node, {}, group), "kind");
        const std::vector<const Yaml *> all = layers(node, made.kind, group);
        made.networkMode = shared(all, "network-mode");
        for (const Yaml *layer : all) {
            readExec(made, *layer);
            readSysctls(made, *layer);
        }
        m_read.nodes.push_back(std::move(made));
    }

    void readExec(ContainerlabTopology::Node &node, const Yaml &layer)
    {
        const Yaml *exec = layer.find("exec");
        if (!exec || exec->kind == Yaml::Kind::Null)
            return;
        if (exec->kind != Yaml::Kind::Sequence)
            wrong(*exec, fmt::format("expected a sequence of commands, not {}", kindWord(exec->kind)));
        for (const Yaml &command : exec->items)
            node.exec.push_back({textOf(command), command.at(m_file)});
    }

    void readSysctls(ContainerlabTopology::Node &node, const Yaml &layer)
    {
        const Yaml *sysctls = layer.find("sysctls");
        if (!sysctls || sysctls->kind == Yaml::Kind::Null)
            return;
        if (sysctls->kind != Yaml::Kind::Mapping)
            wrong(*sysctls, fmt::format("expected a mapping of settings, not {}", kindWord(sysctls->kind)));
        for (const YamlMember &setting : sysctls->members) {
            const std::string start = setting.key + '=';
            std::erase_if(node.sysctls, [&](const auto &other) { return other.text.starts_with(start); });
            node.sysctls.push_back({start + textOf(setting.value), {m_file, setting.line, setting.column}});
        }
    }

    void readLink(const Yaml &link)
    {
        const Yaml *type = link.find("type");
        const std::string word = type ? textOf(*type) : std::string("veth");
        if (word != "veth") {
            wrong(type ? *type : link, fmt::format("links of the type \"{}\" are not simulated; expected veth", word));
            return;
        }
        const Yaml *endpoints = link.find("endpoints");
        if (!endpoints || endpoints->items.size() != 2) {
            wrong(endpoints ? *endpoints : link, "expected \"endpoints\" with two of them, NODE:INTERFACE");
            return;
        }
        const auto one = endOf(endpoints->items[0]);
        const auto other = endOf(endpoints->items[1]);
        if (!one || !other)
            return;
        ContainerlabTopology::Link made{*one, *other};
        if (const Yaml *mtu = link.find("mtu")) {
            const std::string text = textOf(*mtu);
            const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), made.mtu);
            if (error != std::errc{} || stop != text.data() + text.size() || made.mtu < 68 || made.mtu > 65535) {
                wrong(*mtu, fmt::format("\"{}\" is no MTU of a link; expected 68 to 65535", text));
                made.mtu = 1500;
            }
        }
        m_read.links.push_back(std::move(made));
    }

    std::optional<ContainerlabTopology::End> endOf(const Yaml &endpoint)
    {
        ContainerlabTopology::End end;
        end.where = endpoint.at(m_file);
        if (endpoint.kind == Yaml::Kind::Mapping) {
            const Yaml *node = endpoint.find("node");
            const Yaml *interface = endpoint.find("interface");
            end.node = node ? textOf(*node) : std::string();
            end.interface = interface ? textOf(*interface) : std::string();
            if (const Yaml *mac = endpoint.find("mac")) {
                const auto parsed = MacAddress::parse(textOf(*mac));
                if (!parsed)
                    wrong(*mac, fmt::format("\"{}\" is no MAC address; expected six octets", mac->text));
                else
                    end.mac = *parsed;
            }
        } else {
            const std::size_t colon = endpoint.text.find(':');
            end.node = endpoint.text.substr(0, colon);
            end.interface = colon == std::string::npos ? std::string() : endpoint.text.substr(colon + 1);
        }
        if (end.node.empty() || end.interface.empty()) {
            wrong(endpoint, "expected an endpoint NODE:INTERFACE");
            return std::nullopt;
        }
        if (end.node == "host" || end.node == "mgmt-net" || end.node == "macvlan" || end.node == "dummy") {
            wrong(endpoint, fmt::format("an endpoint \"{}\" is not simulated; expected one of a node", end.node));
            return std::nullopt;
        }
        return end;
    }

    const std::string &m_file;
    const Yaml *m_topology = nullptr;
    ContainerlabTopology m_read;
};

} // namespace

Result<ContainerlabTopology> readTopology(const Yaml &root, const std::string &file)
{
    return TopologyReader(file).read(root);
}

} // namespace netdraft::model

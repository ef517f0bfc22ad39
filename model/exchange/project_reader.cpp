#include "model/exchange/project_reader.h"

#include "model/exchange/annotation_line.h"
#include "model/exchange/node_reader.h"
#include "model/exchange/own_gateways.h"
#include "model/exchange/project_refusal.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

constexpr int version = 1;

class ProjectReader
{
public:
    ProjectReader(std::string_view text, const std::string &file) : m_parts(text, file) {}

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
        m_parts.nodes.push_back({"host", value.offset, {}});
        m_parts.nodes.back().interfaces["lo"] = {};
        m_parts.wanted.push_back({"host", {}});
        m_parts.nodeIndex.emplace("host", 0);
        for (const Json &node : fields.array("nodes"))
            readNode(m_parts, node);
        for (const Json &cable : fields.array("cables"))
            readCable(cable);
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
        m_parts.wanted[first->node].links[first->link].peer = second;
        m_parts.wanted[second->node].links[second->link].peer = first;
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
        const auto at = m_parts.nodeIndex.find(nodeName);
        if (at == m_parts.nodeIndex.end()) {
            m_text.refuse(fields.at("node"), fmt::format("a cable to the node \"{}\", which does not exist; expected "
                                                         "the name of one of the nodes above",
                                                         shown(nodeName)));
            return std::nullopt;
        }
        FileNode &node = m_parts.nodes[at->second];
        const auto found = node.interfaces.find(name);
        const std::size_t offset = fields.at("interface");
        if (found == node.interfaces.end() || name == "lo" || found->second.bridge || found->second.kind ||
            found->second.ovs) {
            m_text.refuse(offset, fmt::format("{} has no interface \"{}\" that a cable could end at; expected one of "
                                              "its interfaces other than lo, bridges and what lies on others",
                                              node.name, shown(name)));
            return std::nullopt;
        }
        FileInterface &interface = found->second;
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
        Fields fields(m_text, value, "the drawing", {"nodes", "annotations"});
        if (const Json *nodes = fields.object("nodes"))
            readPlaces(*nodes);
        AnnotationId id;
        for (const Json &item : fields.array("annotations")) {
            if (const auto annotation = readAnnotation(m_text, item))
                m_parts.edit(BuildStep::Places, item.offset, PutAnnotation{{++id.value}, *annotation});
        }
    }

    void readPlaces(const Json &nodes)
    {
        for (const JsonMember &member : nodes.members) {
            if (!m_parts.nodeIndex.contains(member.key))
                return m_text.refuse(
                    member.offset, fmt::format("a drawing of \"{}\", which does not exist; expected the name of a node",
                                               shown(member.key)));
            Fields place(m_text, member.value, "the drawing of a node", {"kind", "x", "y", "inside", "folded"});
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
            m_parts.edit(BuildStep::Places, member.offset, PlaceNode{member.key, {*kind, {*x, *y}}});
            if (place.has("inside")) {
                const std::string outer = place.string("inside");
                if (!outer.empty() && !m_parts.nodeIndex.contains(outer))
                    return m_text.refuse(
                        place.at("inside"),
                        fmt::format("\"{}\" does not exist; expected the name of a node, or \"\" for a "
                                    "node that stands on its own",
                                    shown(outer)));
                m_parts.edit(BuildStep::Places, place.at("inside"), NestNode{member.key, outer});
            }
            if (place.flag("folded"))
                m_parts.edit(BuildStep::Places, place.at("folded"), FoldNode{member.key, true});
        }
    }

    /// Says to the order of making what an interface lies on.
    void placeKind(const FileNode &node, const FileInterface &interface)
    {
        const FileKind &kind = *interface.kind;
        const auto at = m_parts.nodeIndex.find(kind.node.empty() ? node.name : kind.node);
        if (at == m_parts.nodeIndex.end())
            return m_text.refuse(interface.offset,
                                 fmt::format("{} lies on an interface of the node \"{}\", which does not "
                                             "exist; expected the name of a node",
                                             interface.name, shown(kind.node)));
        WantedLink &wanted = m_parts.wanted[m_parts.nodeIndex.find(node.name)->second].links[interface.index];
        wanted.other = AddLink{.link = {node.name, interface.name}, .kind = kind.kind, .from = kind.node};
        wanted.other->mac = wanted.mac;
        if (kind.lower.empty())
            return;
        const FileNode &where = m_parts.nodes[at->second];
        const auto lower = where.interfaces.find(kind.lower);
        if (lower == where.interfaces.end())
            return m_text.refuse(kind.lowerOffset,
                                 fmt::format("{} has no interface \"{}\"; expected one of its interfaces", where.name,
                                             shown(kind.lower)));
        if (kind.lower != "lo")
            wanted.lower = WantedLink::End{at->second, lower->second.index};
    }

    /// The same for one that Open vSwitch made.
    void placeOvs(const FileNode &node, const FileInterface &interface)
    {
        const WantedOvs &ovs = interface.ovs->wanted;
        WantedLink &wanted = m_parts.wanted[m_parts.nodeIndex.find(node.name)->second].links[interface.index];
        wanted.ovs = ovs;
        if (ovs.isSystem())
            return;
        const auto at = m_parts.nodeIndex.find(ovs.bridge.netns);
        const FileNode *owner = at == m_parts.nodeIndex.end() ? nullptr : &m_parts.nodes[at->second];
        const std::string_view below = ovs.isLocal() ? ovsSystemName : std::string_view(ovs.bridge.link);
        const auto lower = owner ? owner->interfaces.find(below) : node.interfaces.end();
        if (!owner || lower == owner->interfaces.end() || !lower->second.ovs ||
            (!ovs.isLocal() && !lower->second.ovs->wanted.isLocal()))
            return m_text.refuse(interface.ovs->offset,
                                 fmt::format("{} has no {} of Open vSwitch that \"{}\" could belong to; expected {}",
                                             shown(ovs.bridge.netns), ovs.isLocal() ? "datapath" : "bridge",
                                             interface.name,
                                             ovs.isLocal() ? "an interface ovs-system with \"ovs\": {}"
                                                           : "the name of one of its bridges"));
        wanted.lower = WantedLink::End{at->second, lower->second.index};
    }

    void makeLinks()
    {
        for (const FileNode &node : m_parts.nodes) {
            for (const auto &[name, interface] : node.interfaces) {
                if (interface.kind)
                    placeKind(node, interface);
                else if (interface.ovs)
                    placeOvs(node, interface);
                else if (!interface.cable && !interface.bridge && name != "lo")
                    m_text.refuse(interface.offset,
                                  fmt::format("the interface {} of {} has no cable; expected one among \"cables\" that "
                                              "ends at it, or \"bridge\": {{}}",
                                              name, node.name));
            }
        }
        if (!m_text.sound())
            return;
        for (LinkCreation &creation : creationOrder(m_parts.wanted)) {
            const FileNode &node = m_parts.nodes[creation.of.node];
            const std::string &name = m_parts.wanted[creation.of.node].links[creation.of.link].name;
            m_parts.edit(BuildStep::Links, node.interfaces.find(name)->second.offset, std::move(creation.edit));
        }
    }

    Result<Project> build()
    {
        EditList list;
        std::vector<std::size_t> offsets;
        OwnGateways gateways;
        for (auto &step : m_parts.steps) {
            for (const ProjectParts::PlacedEdit &placed : step) {
                for (Edit &edit : gateways.around(placed.edit)) {
                    list.add(std::move(edit));
                    offsets.push_back(placed.offset);
                }
            }
        }
        Project project;
        if (apply(project, list))
            return project;
        const Refusal refusal = firstRefusal(list);
        m_text.refuse(offsets[refusal.edit], refusal.subject);
        return fail(m_text.error());
    }

    ProjectParts m_parts;
    ProjectText &m_text = m_parts.text;
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

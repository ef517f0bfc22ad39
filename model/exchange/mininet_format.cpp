#include "model/exchange/mininet_format.h"

#include "model/command/command.h"
#include "model/drawing/node_kind.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/filled_template.h"
#include "model/exchange/mininet_names.h"
#include "model/exchange/mininet_script.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/prediction.h"
#include "model/exchange/quoting/python.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// The parts of the script that differ from network to network.
class ScriptParts
{
public:
    explicit ScriptParts(const Project &project) : m_project(project), m_names(mininetNames(project.network))
    {
        for (const CommandSection &section : commandSections(project)) {
            for (const Edit &edit : section.edits)
                take(edit);
        }
        waitUntilHeard();
    }

    std::string text() const
    {
        std::string nodes;
        for (const auto &netns : m_project.network.namespaces()) {
            if (netns->id != hostNetns || isDrawn(*netns) || m_machineToo)
                nodes += fmt::format("    ({}, {}),\n", nodeWord(netns->name), pythonQuoted(netns->name));
        }
        const Slot slots[] = {{"nodes", nodes},         {"cables", m_cables}, {"steps", m_steps},
                              {"programs", m_programs}, {"heard", m_heard},   {"predicted", predicted()}};
        return filledTemplate(mininetScript(), slots);
    }

    std::vector<std::string> takeOmitted() { return std::move(m_omitted); }

private:
    std::string nodeWord(const std::string &node) const { return pythonQuoted(m_names.find(node)->second); }

    std::string wordList(std::span<const std::string> words) const
    {
        std::string list;
        for (std::size_t i = 0; i < words.size(); ++i)
            list += (i == 0 ? "" : ", ") + pythonQuoted(words[i]);
        return '[' + list + ']';
    }

    void omit(const Edit &edit, std::string_view why)
    {
        m_omitted.push_back(omission(edit, why));
        m_left = true;
    }

    void take(const Edit &edit)
    {
        if (std::holds_alternative<AddNetns>(edit.kind)) {
            m_edits.add(edit);
            return;
        }
        if (const auto *veth = std::get_if<AddVeth>(&edit.kind); veth && isOutside(edit)) {
            takeCable(*veth);
            return;
        }
        const std::string tool = wordsOf(edit, Prompt::Node).front();
        if (tool == "ovs-vsctl" || std::holds_alternative<MoveLink>(edit.kind)) {
            omit(edit, "nodes of Mininet have no Open vSwitch of their own");
            return;
        }
        const auto *address = std::get_if<AddAddress>(&edit.kind);
        if (address && address->detection == Detection::Passed) {
            omit(edit, "another has this address, and who of them gets it is up to who is first");
            return;
        }
        m_edits.add(edit);
        if (neverEnds(edit) || std::holds_alternative<AddRadvd>(edit.kind))
            takeProgram(edit);
        else
            takeStep(edit);
    }

    void takeCable(const AddVeth &veth)
    {
        m_edits.add(veth);
        const auto mac = [](const std::optional<MacAddress> &given) {
            return given ? pythonQuoted(given->toString()) : std::string("None");
        };
        m_cables +=
            fmt::format("    ({}, {}, {}, {}, {}, {}),\n", nodeWord(veth.link.netns), pythonQuoted(veth.link.link),
                        mac(veth.mac), nodeWord(veth.peer.netns), pythonQuoted(veth.peer.link), mac(veth.peerMac));
        m_machineToo = m_machineToo || veth.link.netns == "host" || veth.peer.netns == "host";
        if (veth.mtu)
            takeStep(SetLinkMtu{veth.link, *veth.mtu});
    }

    void takeStep(const Edit &edit)
    {
        const auto *veth = std::get_if<AddVeth>(&edit.kind); // both ends in one node: made there
        const auto *up = std::get_if<SetLinkUp>(&edit.kind);
        const bool goesDown = up && !up->up; // its other end first gets what it keeps
        if ((goesDown && !m_wentDown) || isContested(m_project.network, edit))
            m_steps += "    REST,\n";
        m_wentDown = goesDown;
        const std::string node = veth ? veth->link.netns : netnsOf(edit);
        m_machineToo = m_machineToo || node == "host";
        std::vector<std::string> words = wordsOf(edit, Prompt::Node);
        std::string list;
        for (std::size_t i = 0; i < words.size(); ++i) {
            // Nodes of Mininet have no names for `ip`: it takes the number of their process.
            const bool isNode = i > 0 && words[i - 1] == "netns" && namesNetns(edit);
            const std::string named = words[i] == "1" ? "host" : words[i];
            list += (i == 0 ? "" : ", ") + (isNode ? fmt::format("Pid({})", nodeWord(named)) : pythonQuoted(words[i]));
        }
        m_steps += fmt::format("    ({}, [{}]),\n", nodeWord(node), list);
    }

    static bool namesNetns(const Edit &edit)
    {
        return std::holds_alternative<AddVeth>(edit.kind) || std::holds_alternative<AddLink>(edit.kind);
    }

    void takeProgram(const Edit &edit)
    {
        const std::string node = netnsOf(edit);
        m_machineToo = m_machineToo || node == "host";
        std::vector<std::string> words = wordsOf(edit, Prompt::Node);
        if (std::holds_alternative<AddRadvd>(edit.kind)) // its configuration is a word that only a shell can give it
            words = {"bash", "-c", "exec " + shellLine(words) + " -n"};
        m_programs += fmt::format("    ({}, {}),\n", nodeWord(node), wordList(words));
    }

    /// What shows that all have heard the routers that advertise themselves.
    void waitUntilHeard()
    {
        const auto wait = [&](const Netns &netns, std::vector<std::string> words) {
            m_heard += fmt::format("    ({}, {}),\n", nodeWord(netns.name), wordList(words));
        };
        for (const auto &netns : m_project.network.namespaces()) {
            for (const Link &link : netns->links) {
                for (const LinkAddress &address : link.addresses6) {
                    if (address.dynamic && link.up)
                        wait(*netns, {"ip", "addr", "show", "dev", link.name, "dynamic", "to",
                                      address.local.prefix().toString()});
                }
            }
            for (const Route &route : netns->routes) {
                const Link *dev = route.isAdvertised() ? netns->find(route.hops.front().dev) : nullptr;
                if (dev)
                    wait(*netns, {"ip", "-6", "route", "show", "default", "via", route.hops.front().via->toString(),
                                  "dev", dev->name});
            }
        }
    }

    /// Of the network that the script builds, which lacks what is left out.
    std::string predicted() const
    {
        const auto made = m_left ? built(m_edits) : std::nullopt;
        const std::string table = predictionTable(*Reachability::of(made ? made->network : m_project.network));
        std::string rows;
        for (std::size_t at = 0; at < table.size();) {
            const std::size_t end = table.find('\n', at);
            rows += fmt::format("    {},\n", pythonQuoted(std::string_view(table).substr(at, end - at)));
            at = end + 1;
        }
        return rows;
    }

    const Project &m_project;
    std::map<std::string, std::string> m_names;
    EditList m_edits; ///< what the script does
    std::string m_cables;
    std::string m_steps;
    std::string m_programs;
    std::string m_heard;
    std::vector<std::string> m_omitted;
    bool m_left = false;
    bool m_wentDown = false;
    bool m_machineToo = false; ///< the machine is a node of the script
};

} // namespace

Result<Exported> writeMininet(const Project &project, const ExportRequest &request)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    ScriptParts parts(project);
    std::string text = parts.text();
    return Exported{.files = {{request.name + ".py", std::move(text), true}}, .omitted = parts.takeOmitted()};
}

} // namespace netdraft::model

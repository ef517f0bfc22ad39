#include "model/exchange/bash_format.h"

#include "model/address/name.h"
#include "model/command/command.h"
#include "model/exchange/annotation_line.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/lab_script.h"
#include "model/exchange/prediction.h"
#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using Topic = CommandSection::Topic;
using Names = std::vector<std::string>;

constexpr std::size_t widest = 110;

/// What of a file's name can name a lab: it becomes part of a script and of a path.
std::string labName(std::string_view name)
{
    std::string lab(name.substr(0, 64));
    std::ranges::replace_if(
        lab, [](char c) { return !checkNetnsName(std::string_view(&c, 1)) && c != '-' && c != '.'; }, '-');
    lab.erase(0, std::min(lab.find_first_not_of("-."), lab.size()));
    return lab.empty() ? "lab" : lab;
}

/// Words with a space before each, broken into lines that start with `margin` where they get too long.
std::string wrapped(std::string_view start, const Names &words, std::string_view breakWith)
{
    std::string text(start);
    std::size_t column = text.size();
    for (const std::string &word : words) {
        if (column + word.size() + 1 > widest) {
            text += breakWith;
            column = 8;
        } else if (!text.ends_with('(')) {
            text += ' ';
        }
        text += word;
        column += word.size() + 1;
    }
    return text;
}

std::string array(std::string_view variable, const Names &names)
{
    return wrapped(fmt::format("readonly {}=(", variable), names, "\n    ") + ')';
}

/// Whether an edit changes something of the machine that was there before the lab and stays after it, rather than a
/// link of the lab, with which everything on it goes.
bool outlivesLab(std::string_view netns, std::string_view device)
{
    return netns == "host" && (device.empty() || device == "lo" || device == "all" || device == "default");
}

std::string settingToRestore(const Edit &edit)
{
    if (const auto *set = std::get_if<SetNetnsSysctl>(&edit.kind); set && set->netns == "host")
        return std::string(sysctlRow(set->sysctl).path);
    const auto *set = std::get_if<SetDeviceSysctl>(&edit.kind);
    if (!set || !outlivesLab(set->netns, set->device))
        return {};
    std::string path(sysctlRow(set->sysctl).path);
    return path.replace(path.find('*'), 1, set->device);
}

/// The edit that takes back what this one did to the machine itself, if it did.
struct MachineUndo {
    std::optional<Edit> operator()(const AddAddress &edit) const
    {
        if (!outlivesLab(edit.link.netns, edit.link.link))
            return std::nullopt;
        return RemoveAddress{edit.link, edit.address.local};
    }
    std::optional<Edit> operator()(const RemoveAddress &edit) const
    {
        if (!outlivesLab(edit.link.netns, edit.link.link))
            return std::nullopt;
        LinkAddress address;
        address.local = edit.address;
        address.scope = edit.address.address.isLoopback() ? Scope::Host : Scope::Global;
        return AddAddress{edit.link, address};
    }
    std::optional<Edit> operator()(const AddRoute &edit) const
    {
        if (!outlivesLab(edit.netns, edit.route.hop.dev))
            return std::nullopt;
        return RemoveRoute{edit.netns, edit.route};
    }
    std::optional<Edit> operator()(const RemoveRoute &edit) const
    {
        if (!outlivesLab(edit.netns, edit.route.hop.dev))
            return std::nullopt;
        return AddRoute{edit.netns, edit.route};
    }
    std::optional<Edit> operator()(const AddIpRule &edit) const
    {
        if (!outlivesLab(edit.netns, {}))
            return std::nullopt;
        return RemoveIpRule{edit.netns, edit.rule};
    }
    std::optional<Edit> operator()(const RemoveIpRule &edit) const
    {
        if (!outlivesLab(edit.netns, {}))
            return std::nullopt;
        return AddIpRule{edit.netns, edit.rule};
    }
    std::optional<Edit> operator()(const AddNeighbour &edit) const
    {
        if (!outlivesLab(edit.link.netns, edit.link.link))
            return std::nullopt;
        return RemoveNeighbour{edit.link, edit.address};
    }
    std::optional<Edit> operator()(const AddProxyNeighbour &edit) const
    {
        if (!outlivesLab(edit.netns, edit.dev))
            return std::nullopt;
        return RemoveProxyNeighbour{edit.netns, edit.dev, edit.address};
    }
    std::optional<Edit> operator()(const SetLinkArp &edit) const
    {
        if (!outlivesLab(edit.link.netns, edit.link.link))
            return std::nullopt;
        return SetLinkArp{edit.link, !edit.on};
    }
    std::optional<Edit> operator()(const SetLinkMtu &edit) const
    {
        if (!outlivesLab(edit.link.netns, edit.link.link))
            return std::nullopt;
        return SetLinkMtu{edit.link, 65536};
    }
    std::optional<Edit> operator()(const netfilter::AddRule &edit) const
    {
        if (edit.netns != "host")
            return std::nullopt;
        return netfilter::RemoveRule{edit.netns, edit.chain, edit.rule};
    }
    std::optional<Edit> operator()(const netfilter::SetPolicy &edit) const
    {
        if (edit.netns != "host" || !edit.drops)
            return std::nullopt;
        return netfilter::SetPolicy{edit.netns, edit.chain, false};
    }
    std::optional<Edit> operator()(const netfilter::AddChain &edit) const
    {
        if (edit.netns != "host")
            return std::nullopt;
        return netfilter::RemoveChain{edit.netns, edit.chain};
    }
    /// A table goes with all that is in it.
    std::optional<Edit> operator()(const nft::ChangeRuleset &edit) const
    {
        const auto *table = std::get_if<nft::AddTable>(&edit.change);
        if (edit.netns != "host" || !table)
            return std::nullopt;
        return nft::ChangeRuleset{edit.netns, nft::RemoveTable{table->table}};
    }
    std::optional<Edit> operator()(const auto &) const { return std::nullopt; }
};

/// The function build() as text, made line by line.
class BuildText
{
public:
    explicit BuildText(const Project &project) : m_project(project)
    {
        for (const auto &netns : project.network.namespaces()) {
            if (netns->id != hostNetns)
                m_nodes.push_back(netns->name);
            m_radvds += netns->radvds.size();
        }
        const Netns &machine = *project.network.find(hostNetns);
        for (std::size_t i = 1; i < machine.links.size(); ++i)
            m_machineLinks.push_back(machine.links[i].name);
    }

    const Names &nodes() const { return m_nodes; }
    const Names &machineLinks() const { return m_machineLinks; }
    /// What the text that was written needs on the machine.
    bool usesOvs() const { return m_usesOvs; }
    bool usesRadvd() const { return m_usesRadvd; }
    bool usesFiles() const { return m_usesFiles; }
    bool usesQdiscs() const { return m_usesQdiscs; }
    std::vector<std::string> takeOmitted() { return std::move(m_omitted); }

    std::string write()
    {
        m_text = fmt::format("{}\nbuild() {{\n", mark::begin);
        const std::vector<CommandSection> sections = commandSections(m_project, Programs::Themselves);
        if (sections.empty())
            line(":");
        if (hasFailedDetection(sections))
            line(mark::chance);
        for (const CommandSection &section : sections) {
            switch (section.topic) {
            case Topic::Nodes: writeNodes(section.edits); break;
            case Topic::Links: writeLinks(section.edits); break;
            case Topic::Node: writeNode(section); break;
            }
        }
        writeDrawing();
        while (m_text.ends_with("\n\n"))
            m_text.pop_back();
        m_text += fmt::format("}}\n{}\n", mark::end);
        return std::move(m_text);
    }

private:
    void line(std::string_view text) { m_text += fmt::format("    {}\n", text); }
    void heading(std::string_view text) { line(fmt::format("# --- {} ---", text)); }
    void blank() { m_text += '\n'; }
    /// A program of a file is not started; its command is a comment, and something else has its sockets.
    void process(const StartProcess &start)
    {
        line(fmt::format("{}{} {} {} {}", mark::process, start.netns, start.pid, start.sockets.size(), start.command));
        for (const Edit &socket : standIns(start))
            command(socket);
    }
    void command(const Edit &edit)
    {
        if (const auto *start = std::get_if<StartProcess>(&edit.kind))
            return process(*start);
        const std::string words = shellLine(wordsOf(edit, Prompt::Host));
        m_usesOvs = m_usesOvs || std::holds_alternative<AddOvsBridge>(edit.kind);
        m_usesRadvd = m_usesRadvd || std::holds_alternative<AddRadvd>(edit.kind);
        m_usesQdiscs = m_usesQdiscs || std::holds_alternative<SetQdisc>(edit.kind);
        if (const auto *file = std::get_if<WriteFile>(&edit.kind)) {
            if (!isOfNetnsExec(file->path)) {
                m_omitted.push_back(fmt::format("{}: the file {}, which namespaces of one machine would share",
                                                file->netns, file->path));
                return;
            }
            m_usesFiles = true;
            line(shellLine(std::vector<std::string>{"own_file", file->netns, file->path}));
        }
        if (std::holds_alternative<AddSocket>(edit.kind))
            line(fmt::format("{} {}", backgroundFunction, words));
        else if (std::holds_alternative<AddRadvd>(edit.kind))
            line(fmt::format("{} {}", radvdFunction, words));
        else
            line(words);
    }

    void settle(std::string_view function, const Names &names, const Names &all, std::string_view variable)
    {
        if (names == all)
            line(fmt::format("{} \"${{{}[@]}}\"", function, variable));
        else if (!names.empty())
            line(wrapped(function, names, " \\\n        "));
    }

    void writeNodes(const EditList &edits)
    {
        heading("the nodes: a network namespace each");
        Names names;
        for (const Edit &edit : edits) {
            command(edit);
            names.push_back(std::get<AddNetns>(edit.kind).name);
        }
        settle("settle_nodes", names, m_nodes, "nodes");
        blank();
    }

    void writeLinks(const EditList &edits)
    {
        heading("the links: a cable is a veth pair, a switch holds a bridge");
        Names onMachine;
        const auto note = [&](const LinkName &link) {
            if (link.netns == "host")
                onMachine.push_back(link.link);
        };
        for (const Edit &edit : edits) {
            command(edit);
            if (const auto *veth = std::get_if<AddVeth>(&edit.kind)) {
                note(veth->link);
                note(veth->peer);
            } else if (const auto *bridge = std::get_if<AddBridge>(&edit.kind)) {
                note(bridge->link);
            } else if (const auto *ovs = std::get_if<AddOvsBridge>(&edit.kind)) {
                note(ovs->bridge);
            } else if (const auto *other = std::get_if<AddLink>(&edit.kind)) {
                note(other->link);
            }
        }
        if (!onMachine.empty())
            settle("settle_links", onMachine, m_machineLinks, "machine_links");
        blank();
    }

    void writeNode(const CommandSection &section)
    {
        heading(headingOf(m_project, section.netns));
        bool wentDown = false;
        for (const Edit &edit : section.edits) {
            const auto *set = std::get_if<SetLinkUp>(&edit.kind);
            const bool goesDown = set && !set->up;
            if (goesDown && !wentDown)
                line("wait_for_addresses"); // of its other end, which keeps them
            wentDown = goesDown;
            // The kernel binds to no address that it still checks for duplicates.
            const auto *socket = std::get_if<AddSocket>(&edit.kind);
            if (socket && !socket->address.isV4() && !socket->address.isUnspecified())
                line("wait_for_addresses");
            const auto *address = std::get_if<AddAddress>(&edit.kind);
            if (address && (failsDetection(*address) || address->detection == Detection::Passed))
                line("wait_for_addresses"); // till another that has it is past its own
            if (const std::string path = settingToRestore(edit); !path.empty())
                line("restore_on_down " + path);
            if (address && address->detection == Detection::Passed)
                withoutDetection(*address);
            else
                command(edit);
            if (std::holds_alternative<AddRadvd>(edit.kind) && --m_radvds == 0)
                waitUntilHeard();
            if (const auto undo = std::visit(MachineUndo{}, edit.kind))
                line("on_down " + shellLine(wordsOf(*undo, Prompt::Host)));
        }
        if (section.netns == "host")
            writeMachineForwarding();
        blank();
    }

    /// What follows the last radvd: all have heard what there is to hear.
    void waitUntilHeard()
    {
        for (const auto &netns : m_project.network.namespaces()) {
            for (const Link &link : netns->links) {
                for (const LinkAddress &address : link.addresses6) {
                    if (address.dynamic && link.up)
                        line(shellLine(std::vector<std::string>{"wait_until_heard", netns->name, "addr", "show", "dev",
                                                                link.name, "dynamic", "to",
                                                                address.local.prefix().toString()}));
                }
            }
            for (const Route &route : netns->routes) {
                const Link *dev = route.isAdvertised() ? netns->find(route.hops.front().dev) : nullptr;
                if (dev)
                    line(shellLine(std::vector<std::string>{"wait_until_heard", netns->name, "route", "show", "default",
                                                            "via", route.hops.front().via->toString(), "dev",
                                                            dev->name}));
            }
        }
        line("wait_for_addresses");
    }

    const Link *linkOf(const AddAddress &edit) const
    {
        const Netns *netns = m_project.network.find(edit.link.netns);
        return netns ? netns->find(std::string_view(edit.link.link)) : nullptr;
    }

    /// Whether it depends on who is first, and on who was there once, that an IPv6 address of several is used or not.
    bool hasFailedDetection(const std::vector<CommandSection> &sections) const
    {
        const bool failed = std::ranges::any_of(m_project.network.namespaces(), [](const auto &netns) {
            return std::ranges::any_of(netns->links, [](const Link &link) {
                return std::ranges::find(link.addresses6, true, &LinkAddress::dadFailed) != link.addresses6.end();
            });
        });
        return failed || std::ranges::any_of(sections, [](const CommandSection &section) {
                   return std::ranges::any_of(section.edits, [](const Edit &edit) {
                       const auto *address = std::get_if<AddAddress>(&edit.kind);
                       return address && address->detection != Detection::Runs;
                   });
               });
    }

    /// Whether another has the address, and this one is to find out.
    bool failsDetection(const AddAddress &edit) const
    {
        const Link *link = linkOf(edit);
        return link && std::ranges::any_of(link->addresses6, [&](const LinkAddress &own) {
                   return own.dadFailed && own.local == edit.address.local;
               });
    }

    /// Two who met on one segment later both keep the address: so it is not checked.
    void withoutDetection(const AddAddress &edit)
    {
        const Netns &netns = *m_project.network.find(edit.link.netns);
        const auto set = [&](std::string device, int value) {
            command(SetDeviceSysctl{netns.name, std::move(device), DeviceSysctl::Ipv6AcceptDad, value});
        };
        const int all = netns.confAll[DeviceSysctl::Ipv6AcceptDad];
        if (all != 0)
            set("all", 0);
        set(edit.link.link, 0);
        command(edit);
        set(edit.link.link, linkOf(edit)->conf[DeviceSysctl::Ipv6AcceptDad]);
        if (all != 0)
            set("all", all);
    }

    /// On a machine that forwards already, writing `all` changes no single interface.
    void writeMachineForwarding()
    {
        const Netns &machine = *m_project.network.find(hostNetns);
        for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
            const auto sysctl = static_cast<DeviceSysctl>(i);
            if (!allReachesDevices(sysctl) || machine.confAll[sysctl] == sysctlRow(sysctl).initialAll)
                continue;
            for (const Link &link : std::span(machine.links).subspan(1))
                command(SetDeviceSysctl{"host", link.name, sysctl, link.conf[sysctl]});
        }
    }

    void writeDrawing()
    {
        if (m_project.drawing->nodes.empty() && m_project.drawing->annotations.empty())
            return;
        line("# Where Netdraft draws the nodes:");
        for (const auto &netns : m_project.network.namespaces()) {
            const auto drawn = m_project.drawing->nodes.find(netns->id);
            if (drawn == m_project.drawing->nodes.end())
                continue;
            const auto &[kind, position] = drawn->second;
            line(fmt::format("{}{} {} {} {}", mark::place, netns->name, kindName(kind), position.x, position.y));
        }
        for (const auto &[node, outer] : m_project.drawing->inside) {
            const Netns *netns = m_project.network.find(node);
            const Netns *around = m_project.network.find(outer);
            if (netns)
                line(fmt::format("{}{}{}", mark::inside, netns->name, around ? " " + around->name : std::string()));
        }
        for (const NetnsId node : m_project.drawing->folded) {
            if (const Netns *netns = m_project.network.find(node))
                line(fmt::format("{}{}", mark::folded, netns->name));
        }
        for (const auto &[id, annotation] : m_project.drawing->annotations)
            line(fmt::format("{}{}", mark::annotation, annotationLine(annotation)));
    }

    const Project &m_project;
    Names m_nodes;
    Names m_machineLinks;
    std::size_t m_radvds = 0; ///< that are still to be started
    bool m_usesOvs = false;
    bool m_usesRadvd = false;
    bool m_usesFiles = false;
    bool m_usesQdiscs = false;
    std::vector<std::string> m_omitted;
    std::string m_text;
};

} // namespace

Result<Exported> writeBash(const Project &project, const ExportRequest &request)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    BuildText build(project);
    LabScriptParts parts;
    parts.lab = labName(request.name);
    parts.nodes = array("nodes", build.nodes());
    parts.machineLinks = array("machine_links", build.machineLinks());
    parts.build = build.write();
    parts.usesRadvd = build.usesRadvd();
    parts.usesFiles = build.usesFiles();
    parts.usesQdiscs = build.usesQdiscs();
    parts.usesOvs = build.usesOvs();
    parts.predicted = predictionTable(*Reachability::of(project.network));
    return Exported{.files = {{parts.lab + ".sh", labScript(parts), true}}, .omitted = build.takeOmitted()};
}

} // namespace netdraft::model

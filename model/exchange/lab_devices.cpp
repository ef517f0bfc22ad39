#include "model/exchange/lab_devices.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

using Topic = CommandSection::Topic;

/// What ties a link to another namespace than the one that it is in, if something does.
std::optional<std::string> tieOf(const Network &network, const Netns &netns, const Link &link)
{
    const auto name = [&](NetnsId id) {
        return network.find(id) ? network.find(id)->name : std::string("another node");
    };
    if (const LinkPlace parent = link.parent(); parent && parent.netns != netns.id)
        return fmt::format("lies on a link of {}", name(parent.netns));
    if (const auto *vxlan = link.as<Vxlan>(); vxlan && vxlan->underlay != netns.id)
        return fmt::format("sends its packets from {}", name(vxlan->underlay));
    if (const auto *tunnel = link.as<Tunnel>(); tunnel && tunnel->underlay != netns.id)
        return fmt::format("sends its packets from {}", name(tunnel->underlay));
    return std::nullopt;
}

/// Takes out the first thing that no engine builds; whether there was one.
bool takeOneOut(Lab &lab)
{
    for (const auto &netns : lab.project.network.namespaces()) {
        if (!netns->ovs.empty()) {
            const std::string bridge = netns->ovs.front().name;
            lab.omitted.push_back(
                fmt::format("{}: the Open vSwitch bridge {}, and what is on it", netns->name, bridge));
            return apply(lab.project, {RemoveOvsBridge{{netns->name, bridge}}}).has_value();
        }
        for (const Link &link : netns->links) {
            const auto tie = tieOf(lab.project.network, *netns, link);
            if (!tie)
                continue;
            lab.omitted.push_back(
                fmt::format("{}: the link {}, and what is on it, for it {}", netns->name, link.name, *tie));
            return apply(lab.project, {RemoveLink{{netns->name, link.name}}}).has_value();
        }
    }
    return false;
}

/// Whether an edit belongs to what links there are and how they hang together, for which no setting counts.
bool buildsLinks(const Edit &edit)
{
    return std::holds_alternative<AddVeth>(edit.kind) || std::holds_alternative<AddBridge>(edit.kind) ||
           std::holds_alternative<AddLink>(edit.kind) || std::holds_alternative<ChangeLink>(edit.kind) ||
           std::holds_alternative<SetLinkMtu>(edit.kind) || std::holds_alternative<SetLinkMac>(edit.kind) ||
           std::holds_alternative<SetLinkArp>(edit.kind) || std::holds_alternative<SetLinkMaster>(edit.kind) ||
           std::holds_alternative<SetPort>(edit.kind) || std::holds_alternative<AddBridgeVlan>(edit.kind) ||
           std::holds_alternative<RemoveBridgeVlan>(edit.kind);
}

bool isSetting(const Edit &edit)
{
    return std::holds_alternative<SetDeviceSysctl>(edit.kind) || std::holds_alternative<SetNetnsSysctl>(edit.kind);
}

/// An edit without the ifindexes that it asks for: those of the engine's own links are not known.
Edit withoutIndex(Edit edit)
{
    if (auto *veth = std::get_if<AddVeth>(&edit.kind)) {
        veth->index.reset();
        veth->peerIndex.reset();
    } else if (auto *bridge = std::get_if<AddBridge>(&edit.kind)) {
        bridge->index.reset();
    } else if (auto *link = std::get_if<AddLink>(&edit.kind)) {
        link->index.reset();
    }
    return edit;
}

/// Sorts the edits that build a network by the devices that they belong to.
class Sorting
{
public:
    explicit Sorting(Lab &lab) : m_lab(lab)
    {
        for (const auto &netns : lab.project.network.namespaces()) {
            if (netns->id == hostNetns && netns->links.size() < 2)
                continue;
            m_devices[netns->name] = lab.devices.size();
            lab.devices.push_back({netns->id, {}, {}, {}});
        }
    }

    void sort()
    {
        bool ofMachine = false;
        for (const CommandSection &section : commandSections(m_lab.project)) {
            for (const Edit &edit : section.edits) {
                if (std::holds_alternative<AddNetns>(edit.kind))
                    continue;
                if (const auto *veth = std::get_if<AddVeth>(&edit.kind); veth && veth->link.netns != veth->peer.netns)
                    addCable(*veth);
                else if (!put(edit) && edit != Edit(SetLinkUp{{"host", "lo"}, true}))
                    ofMachine = true;
            }
        }
        if (ofMachine)
            m_lab.omitted.emplace_back("host: what is set on the machine itself, which has no links");
        noteFailedDetections();
        for (LabDevice &device : m_lab.devices)
            orderPorts(device);
        numberPorts();
    }

private:
    LabDevice &device(const std::string &netns) { return m_lab.devices[m_devices.find(netns)->second]; }

    void addCable(const AddVeth &veth)
    {
        const std::size_t cable = m_lab.cables.size();
        m_lab.cables.emplace_back();
        device(veth.link.netns).ports.push_back({veth.link.link, veth.mac, cable});
        device(veth.peer.netns).ports.push_back({veth.peer.link, veth.peerMac, cable});
    }

    /// Whether a device takes it.
    bool put(const Edit &edit)
    {
        const auto *veth = std::get_if<AddVeth>(&edit.kind);
        const auto found = m_devices.find(veth ? veth->link.netns : netnsOf(edit));
        if (found == m_devices.end())
            return false;
        LabDevice &into = m_lab.devices[found->second];
        if (isSetting(edit))
            return true;
        noteDetection(edit);
        (buildsLinks(edit) && into.configure.empty() ? into.build : into.configure).add(withoutIndex(edit));
        return true;
    }

    /// Which of several has an address is decided by who is first, and devices start at once.
    void noteDetection(const Edit &edit)
    {
        const auto *added = std::get_if<AddAddress>(&edit.kind);
        if (added && added->detection == Detection::Passed)
            m_lab.omitted.push_back(
                fmt::format("{}: that of several who have {} it uses it too, for who starts first is "
                            "chance",
                            added->link.netns, added->address.local.address.toString()));
    }

    void noteFailedDetections()
    {
        for (const auto &netns : m_lab.project.network.namespaces()) {
            for (const Link &link : netns->links) {
                for (const LinkAddress &address : link.addresses6) {
                    if (address.dadFailed)
                        m_lab.omitted.push_back(
                            fmt::format("{}: that of several who have {} it may not use it, for who "
                                        "starts first is chance",
                                        netns->name, address.local.address.toString()));
                }
            }
        }
    }

    void orderPorts(LabDevice &device)
    {
        const Netns &netns = m_lab.netns(device);
        std::ranges::stable_sort(device.ports, {},
                                 [&](const LabPort &port) { return netns.find(std::string_view(port.name))->index; });
    }

    void numberPorts()
    {
        std::vector<std::size_t> seen(m_lab.cables.size());
        for (std::size_t i = 0; i < m_lab.devices.size(); ++i) {
            for (std::size_t k = 0; k < m_lab.devices[i].ports.size(); ++k) {
                const std::size_t cable = m_lab.devices[i].ports[k].cable;
                m_lab.cables[cable][seen[cable]++] = {i, k};
            }
        }
    }

    Lab &m_lab;
    std::map<std::string, std::size_t, std::less<>> m_devices; ///< by the namespace's name
};

} // namespace

Result<Lab> labOf(const Project &project)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Lab lab;
    lab.project = project;
    while (takeOneOut(lab)) {
    }
    Sorting(lab).sort();
    return lab;
}

} // namespace netdraft::model

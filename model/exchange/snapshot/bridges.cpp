#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

class FdbReader
{
public:
    FdbReader(const Output &output, const Network &network, Netns &netns, std::vector<Error> &troubles)
        : m_values(output, troubles), m_network(network), m_netns(netns)
    {
    }

    void read(const Json &json) const
    {
        const auto mac = m_values.mac(json, "mac");
        const std::string name = m_values.text(json, "ifname");
        Link *link = m_netns.find(std::string_view(name));
        if (!mac || !link) {
            if (!link && mac)
                m_values.trouble(json, fmt::format("{} has no link \"{}\"; expected one of those that `ip link` showed",
                                                   m_netns.name, name));
            return;
        }
        const std::string state = m_values.text(json, "state");
        // What a routing daemon or an agent told it stands like what a user did.
        const bool given = state == "permanent" || state == "static" || m_values.lists(json, "flags", "extern_learn");
        if (!given)
            return;
        if (json.find("dst"))
            readRemote(json, *mac, *link, state == "static");
        else if (json.find("master"))
            readStatic(json, *mac, *link, state);
    }

private:
    void readRemote(const Json &json, MacAddress mac, Link &link, bool isStatic) const
    {
        Vxlan *vxlan = link.as<Vxlan>();
        const auto remote = m_values.address(json, "dst");
        if (!vxlan || !remote)
            return;
        VxlanFdbEntry entry{mac, *remote, 0, std::nullopt, {}, isStatic};
        entry.port = static_cast<std::uint16_t>(m_values.number(json, "port", 0, 65535).value_or(0));
        if (const auto vni = m_values.number(json, "vni", 0, 0xffffff))
            entry.vni = static_cast<std::uint32_t>(*vni);
        const std::string via = m_values.text(json, "viaIf");
        const Netns *underlay = m_network.find(vxlan->underlay);
        if (const Link *dev = underlay && !via.empty() ? underlay->find(std::string_view(via)) : nullptr)
            entry.via = dev->id;
        vxlan->fdb.push_back(entry);
    }

    void readStatic(const Json &json, MacAddress mac, Link &link, std::string_view state) const
    {
        Link *master = m_netns.find(link.master);
        Bridge *bridge = master ? master->bridge() : nullptr;
        if (!bridge)
            return;
        if (state == "permanent") { // of the bridge's own ports
            const bool own = mac == master->mac || std::ranges::any_of(m_netns.links, [&](const Link &port) {
                                 return port.master == master->id && port.mac == mac;
                             });
            if (!own)
                m_values.trouble(json, fmt::format("the local entry {} of {} is not simulated; it is left out",
                                                   mac.toString(), master->name));
            return;
        }
        const auto vlan = m_values.number(json, "vlan", 0, 4094);
        const FdbEntry entry{mac, link.id, static_cast<VlanId>(vlan.value_or(0))};
        if (std::ranges::find(bridge->fdb, entry) == bridge->fdb.end())
            bridge->fdb.push_back(entry);
    }

    Values m_values;
    const Network &m_network;
    Netns &m_netns;
};

} // namespace

void readFdb(const SeenNetns &seen, const Network &network, Netns &netns, std::vector<Error> &troubles)
{
    const Output *output = seen.answers->find(Question::Fdb);
    if (!output || !output->json)
        return;
    for (Link &link : netns.links) {
        if (Vxlan *vxlan = link.as<Vxlan>())
            vxlan->fdb.clear();
    }
    const FdbReader reader(*output, network, netns, troubles);
    for (const Json *json : Values(*output, troubles).objects())
        reader.read(*json);
    // Where a VXLAN has a remote, its entry was made before all others.
    for (Link &link : netns.links) {
        Vxlan *vxlan = link.as<Vxlan>();
        if (!vxlan)
            continue;
        const auto own = std::ranges::find_if(vxlan->fdb, [&](const VxlanFdbEntry &entry) {
            return entry.mac.isZero() && vxlan->remote == entry.remote;
        });
        if (own != vxlan->fdb.end())
            std::rotate(vxlan->fdb.begin(), own, own + 1);
    }
}

void readVlans(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    const Output *output = seen.answers->find(Question::Vlans);
    if (!output)
        return;
    const Values values(*output, troubles);
    const auto entries = values.objects();
    if (entries.empty()) // a kernel without VLAN filtering says nothing, and a port of no VLAN is not told apart
        return;
    for (Link &link : netns.links) {
        const Link *master = netns.find(link.master);
        if (link.bridge())
            link.bridge()->vlans.clear();
        else if (master && master->bridge())
            link.port.vlans.clear();
    }
    for (const Json *json : entries) {
        Link *link = netns.find(std::string_view(values.text(*json, "ifname")));
        if (!link)
            continue;
        auto &vlans = link->bridge() ? link->bridge()->vlans : link->port.vlans;
        for (const Json *vlan : values.objects(*json, "vlans")) {
            const auto first = values.number(*vlan, "vlan", 1, 4094);
            const auto last = vlan->find("vlanEnd") ? values.number(*vlan, "vlanEnd", 1, 4094) : first;
            if (!first || !last)
                continue;
            for (auto id = *first; id <= *last; ++id)
                vlans.push_back({static_cast<VlanId>(id), values.lists(*vlan, "flags", "PVID"),
                                 values.lists(*vlan, "flags", "Egress Untagged")});
        }
        std::ranges::sort(vlans, {}, &BridgeVlan::id);
        const auto twice = std::ranges::unique(vlans, {}, &BridgeVlan::id);
        vlans.erase(twice.begin(), twice.end());
    }
}

} // namespace netdraft::model::snapshot

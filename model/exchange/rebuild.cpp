#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/exchange/kernel_routes.h"
#include "model/exchange/link_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace netdraft::model {

namespace {

/// What the configuration says of addresses that the kernel drew or formed by itself. They are drawn anew where
/// nobody knows them.
class References
{
public:
    explicit References(const Network &network)
    {
        std::set<MacAddress> macs;
        for (const auto &netns : network.namespaces()) {
            for (const Neighbour &neighbour : netns->neighbours) {
                macs.insert(neighbour.lladdr);
                m_addresses.insert(neighbour.address);
            }
            for (const Link &link : netns->links) {
                for (const FdbEntry &entry : link.bridge() ? link.bridge()->fdb : std::vector<FdbEntry>())
                    macs.insert(entry.mac);
            }
            for (const Route &route : netns->routes) {
                for (const NextHop &hop : route.hops) {
                    if (hop.via)
                        m_addresses.insert(*hop.via);
                }
            }
        }
        for (const auto &netns : network.namespaces()) {
            for (const Link &link : netns->links) {
                const bool drawn = !link.macSet && !link.isLoopback();
                m_namesMacs =
                    m_namesMacs || (drawn && (macs.contains(link.mac) || m_addresses.contains(linkLocalOf(link.mac))));
            }
        }
    }

    /// Whether a MAC that the kernel drew is known to somebody. Then all must stay, or another could come to equal it.
    bool namesMacs() const { return m_namesMacs; }
    bool names(const IpAddress &address) const { return m_addresses.contains(address); }

private:
    std::set<IpAddress> m_addresses;
    bool m_namesMacs = false;
};

/// Builds beside what it prints: after each step it looks at what the kernel did by itself, so that only what
/// somebody configured becomes an edit.
class Rebuilding
{
public:
    explicit Rebuilding(const Project &project) : m_project(project) {}

    EditList run()
    {
        addLinks();
        setMtus(Bridges::No);
        setMasters();
        setMtus(Bridges::Yes);
        setSysctls();
        setLinksUp();
        addAddresses(false);
        setLinksDown();
        addAddresses(true);
        addNeighbours();
        addRoutes();
        placeNodes();
        return std::move(m_edits);
    }

private:
    enum class Bridges : bool { No, Yes };

    /// Hands a step over: applied to what is built so far, and kept.
    void commit(EditList step)
    {
        if (step.empty())
            return;
        // What an edit list made can be made again; a state that no kernel could have is given as far as it
        // goes.
        static_cast<void>(apply(m_built, step));
        m_edits.add(std::move(step));
    }

    std::span<const Network::NetnsPtr> namespaces() const { return m_project.network.namespaces(); }

    /// The same link in what is built so far; null only when it could not be built.
    const Link *built(const Netns &netns, const Link &link) const
    {
        const Netns *same = m_built.network.find(netns.name);
        return same ? same->find(link.name) : nullptr;
    }

    void addLinks()
    {
        EditList step;
        std::map<LinkId, WantedLink::End> ends;
        std::vector<WantedNode> nodes;
        for (const auto &netns : namespaces()) {
            if (netns->id != hostNetns)
                step.add(AddNetns{netns->name});
            for (std::size_t i = 1; i < netns->links.size(); ++i)
                ends[netns->links[i].id] = {nodes.size(), i - 1};
            nodes.push_back({netns->name, {}});
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (const Link &link : std::span(namespaces()[i]->links).subspan(1)) {
                WantedLink wanted{link.name, link.index, std::nullopt, std::nullopt};
                if (const Veth *veth = link.veth())
                    wanted.peer = ends[veth->peer.link];
                // A bridge takes the MAC of a port by itself.
                const bool follows = link.bridge() && !link.bridge()->ports.empty();
                if (link.macSet || (m_references.namesMacs() && !follows))
                    wanted.mac = link.mac;
                nodes[i].links.push_back(std::move(wanted));
            }
        }
        for (LinkCreation &creation : creationOrder(nodes))
            step.add(std::move(creation.edit));
        commit(std::move(step));
    }

    void setMtus(Bridges bridges)
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                const bool differs = link.mtuSet || !made || made->mtu != link.mtu;
                if ((link.bridge() != nullptr) == (bridges == Bridges::Yes) && differs)
                    step.add(SetLinkMtu{{netns->name, link.name}, link.mtu});
            }
        }
        commit(std::move(step));
    }

    void setMasters()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (!link.bridge())
                    continue;
                for (const LinkId port : link.bridge()->ports) {
                    if (const Link *slave = netns->find(port))
                        step.add(SetLinkMaster{{netns->name, slave->name}, link.name});
                }
            }
        }
        commit(std::move(step));
    }

    void setSysctls()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
                const auto sysctl = static_cast<NetnsSysctl>(i);
                if (netns->sysctls[i] != sysctlRow(sysctl).initial)
                    step.add(SetNetnsSysctl{netns->name, sysctl, netns->sysctls[i]});
            }
            for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
                const auto sysctl = static_cast<DeviceSysctl>(i);
                if (netns->confAll[sysctl] != sysctlRow(sysctl).initial)
                    step.add(SetDeviceSysctl{netns->name, "all", sysctl, netns->confAll[sysctl]});
            }
        }
        commit(std::move(step));
        step = {};
        // Writing `all` wrote the others as well; what is still different was written alone.
        for (const auto &netns : namespaces()) {
            const Netns *made = m_built.network.find(netns->name);
            for (std::size_t i = 0; made && i < deviceSysctlCount; ++i) {
                const auto sysctl = static_cast<DeviceSysctl>(i);
                if (netns->confDefault[sysctl] != made->confDefault[sysctl])
                    step.add(SetDeviceSysctl{netns->name, "default", sysctl, netns->confDefault[sysctl]});
                for (const Link &link : netns->links) {
                    const Link *same = made->find(link.name);
                    if (same && same->conf[sysctl] != link.conf[sysctl])
                        step.add(SetDeviceSysctl{netns->name, link.name, sysctl, link.conf[sysctl]});
                }
            }
        }
        commit(std::move(step));
    }

    /// A link that was up and is not any more: what is on its peer knows it. Where the peer never had its carrier, it
    /// must not get it now, and all that is lost is the name of a queue.
    bool isUpForAWhile(const Link &link) const
    {
        if (link.up || !link.onceUp)
            return false;
        const Link *peer = link.veth() ? m_project.network.find(link.veth()->peer) : nullptr;
        return !peer || !peer->up || peer->ready6;
    }

    void setLinksUp()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (link.up || isUpForAWhile(link))
                    step.add(SetLinkUp{{netns->name, link.name}, true});
            }
        }
        commit(std::move(step));
    }

    void setLinksDown()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (isUpForAWhile(link))
                    step.add(SetLinkUp{{netns->name, link.name}, false});
            }
        }
        commit(std::move(step));
    }

    /// Whether an address came after the links that are down now had gone down. Going down takes IPv6's addresses
    /// away; and those that came without a carrier wait for one.
    static bool isLate(const Link &link, const LinkAddress &address)
    {
        return !link.up || (address.tentative && link.ready6);
    }

    /// Whether the kernel makes this address, or one that nobody tells from it, by itself.
    bool isMadeAgain(const LinkAddress &address, const std::vector<LinkAddress> &made) const
    {
        const bool anyWillDo = isLinkLocal6(address) && !m_references.names(address.local.address);
        return address.kernelMade && std::ranges::any_of(made, [&](const LinkAddress &own) {
                   return own.local == address.local || (anyWillDo && isLinkLocal6(own));
               });
    }

    static bool isLinkLocal6(const LinkAddress &address)
    {
        return !address.local.address.isV4() && address.local.address.isLinkLocal();
    }

    void addressEdits(const Netns &netns, const Link &link, Family family, bool late, EditList &step) const
    {
        const Link *same = built(netns, link);
        if (!same)
            return;
        const LinkName name{netns.name, link.name};
        std::vector<LinkAddress> wanted = link.addresses(family);
        if (family == Family::Ipv6) // lists the newest first
            std::ranges::reverse(wanted);
        std::vector<LinkAddress> own;
        std::ranges::copy_if(same->addresses(family), std::back_inserter(own), &LinkAddress::kernelMade);
        const bool kept =
            std::ranges::any_of(wanted, [&](const LinkAddress &address) { return isMadeAgain(address, own); });
        for (const LinkAddress &address : own) {
            if (!kept && late == !link.up)
                step.add(RemoveAddress{name, address.local});
        }
        for (LinkAddress &address : wanted) {
            if (isLate(link, address) != late || isMadeAgain(address, own))
                continue;
            address.secondary = false;
            address.kernelMade = false;
            address.tentative = false;
            step.add(AddAddress{name, address, AddMode::Add});
        }
    }

    void addAddresses(bool late)
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                addressEdits(*netns, link, Family::Ipv4, late, step);
                addressEdits(*netns, link, Family::Ipv6, late, step);
            }
        }
        commit(std::move(step));
    }

    void addNeighbours()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Neighbour &neighbour : netns->neighbours) {
                const Link *dev = netns->find(neighbour.dev);
                if (!dev)
                    continue;
                AddNeighbour edit{{netns->name, dev->name}, neighbour.address, neighbour.lladdr, neighbour.state};
                if (neighbour.lladdr.isZero())
                    edit.lladdr.reset();
                step.add(std::move(edit));
            }
            for (const Link &link : netns->links) {
                if (!link.bridge())
                    continue;
                for (const FdbEntry &entry : link.bridge()->fdb) {
                    if (const Link *port = netns->find(entry.port)) // whoever has the MAC may have been heard already
                        step.add(AddFdb{{netns->name, port->name}, entry.mac, AddMode::Replace});
                }
            }
        }
        commit(std::move(step));
    }

    void addRoutes()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            if (const Netns *made = m_built.network.find(netns->name))
                step.add(routeEdits(*made, *netns));
        }
        m_edits.add(std::move(step));
    }

    void placeNodes()
    {
        for (const auto &netns : namespaces()) {
            const auto place = m_project.drawing->nodes.find(netns->id);
            if (place != m_project.drawing->nodes.end())
                m_edits.add(PlaceNode{netns->name, place->second});
        }
    }

    const Project &m_project;
    Project m_built;
    EditList m_edits;
    References m_references{m_project.network};
};

} // namespace

EditList rebuild(const Project &project)
{
    return Rebuilding(project).run();
}

} // namespace netdraft::model

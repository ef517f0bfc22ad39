#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/exchange/kernel_routes.h"
#include "model/exchange/link_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace netdraft::model {

namespace {

/// Builds beside what it prints: after each step it looks at what the kernel did by itself, so that only what
/// somebody configured becomes an edit.
class Rebuilding
{
public:
    explicit Rebuilding(const Project &project) : m_project(project) {}

    EditList run()
    {
        addLinks();
        if (nameDrawnMacs()) {
            m_edits = {};
            m_built = {};
            addLinks();
        }
        setMtus(Bridges::No);
        setMasters();
        setMtus(Bridges::Yes);
        setSysctls();
        setLinksUp();
        addAddresses();
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
                if (link.macSet || m_named.contains(link.id))
                    wanted.mac = link.mac;
                nodes[i].links.push_back(std::move(wanted));
            }
        }
        for (LinkCreation &creation : creationOrder(nodes))
            step.add(std::move(creation.edit));
        commit(std::move(step));
    }

    /// Whether a veth has another MAC here than a new one of its name would draw. Others may know it by that.
    bool nameDrawnMacs()
    {
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                if (link.veth() && made && made->mac != link.mac)
                    m_named.insert(link.id);
            }
        }
        return !m_named.empty();
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

    void setLinksUp()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (link.up || link.onceUp)
                    step.add(SetLinkUp{{netns->name, link.name}, true});
                if (!link.up && link.onceUp)
                    step.add(SetLinkUp{{netns->name, link.name}, false});
            }
        }
        commit(std::move(step));
    }

    /// The kernel's own addresses, in their place among those of one family; `wanted` is in order of
    /// addition.
    static bool keeps(const std::vector<LinkAddress> &wanted, const LinkAddress &own)
    {
        for (const LinkAddress &address : wanted) {
            if (address.local == own.local)
                return address.kernelMade;
            // A link-local address that somebody added before the link came up is older than the kernel's.
            if (address.scope == own.scope && !address.kernelMade && !own.local.address.isV4())
                return false;
        }
        return false;
    }

    static void addressEdits(const LinkName &name, const std::vector<LinkAddress> &made,
                             const std::vector<LinkAddress> &wanted, EditList &step)
    {
        for (const LinkAddress &own : made) {
            if (!keeps(wanted, own))
                step.add(RemoveAddress{name, own.local});
        }
        for (LinkAddress address : wanted) {
            const auto own = std::ranges::find(made, address.local, &LinkAddress::local);
            if (own != made.end() && keeps(wanted, *own))
                continue;
            address.secondary = false;
            address.kernelMade = false;
            step.add(AddAddress{name, std::move(address), AddMode::Add});
        }
    }

    void addAddresses()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                if (!made)
                    continue;
                const LinkName name{netns->name, link.name};
                addressEdits(name, made->addresses4, link.addresses4, step);
                // IPv6 lists the newest first.
                const std::vector<LinkAddress> oldestFirst(link.addresses6.rbegin(), link.addresses6.rend());
                addressEdits(name, made->addresses6, oldestFirst, step);
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
                    if (const Link *port = netns->find(entry.port))
                        step.add(AddFdb{{netns->name, port->name}, entry.mac});
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
    std::set<LinkId> m_named; ///< links whose MAC must be said
};

} // namespace

EditList rebuild(const Project &project)
{
    return Rebuilding(project).run();
}

} // namespace netdraft::model

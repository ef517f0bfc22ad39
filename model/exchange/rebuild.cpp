#include "model/edit/apply.h"
#include "model/edit/router_advertisements.h"
#include "model/exchange/exchange.h"
#include "model/exchange/kernel_routes.h"
#include "model/exchange/link_order.h"
#include "model/exchange/links/link_fields.h"
#include "model/exchange/links/named_links.h"
#include "model/exchange/rule_edits.h"
#include "model/exchange/rulesets.h"

#include <algorithm>
#include <map>
#include <set>

namespace netdraft::model {

namespace {

/// Whether a link-local address was formed from a MAC (RFC 4291, appendix A).
bool isFormedFromMac(const IpAddress &address)
{
    return !address.isV4() && address.isLinkLocal() && ((address.low() >> 24) & 0xffff) == 0xfffe;
}

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
                for (const VxlanFdbEntry &entry :
                     link.as<Vxlan>() ? link.as<Vxlan>()->fdb : std::vector<VxlanFdbEntry>())
                    macs.insert(entry.mac);
            }
            for (const Route &route : netns->routes) {
                for (const NextHop &hop : route.hops) {
                    if (hop.via)
                        m_addresses.insert(*hop.via);
                }
            }
            for (const NexthopObject &object : netns->nexthops) {
                if (object.hop.via)
                    m_addresses.insert(*object.hop.via);
            }
        }
        std::set<IpAddress> seen;
        for (const auto &netns : network.namespaces()) {
            for (const Link &link : netns->links) {
                for (const LinkAddress &address : link.addresses6) {
                    // Of what the kernel forms a bridge has the same as its port.
                    const bool first = address.kernelMade || seen.insert(address.local.address).second;
                    if (address.dadFailed || !first)
                        m_contested.insert(address.local.address);
                }
                const bool drawn = !link.macSet && !link.isLoopback();
                // Of a MAC the addresses that were formed of what routers advertise.
                m_namesMacs =
                    m_namesMacs ||
                    (drawn && std::ranges::find(link.addresses6, true, &LinkAddress::dynamic) != link.addresses6.end());
                m_namesMacs =
                    m_namesMacs || (drawn && (macs.contains(link.mac) || m_addresses.contains(linkLocalOf(link.mac))));
                // Of an earlier MAC the address that was formed from it is the only trace.
                m_namesMacs =
                    m_namesMacs || std::ranges::any_of(link.addresses6, [&](const LinkAddress &address) {
                        return isFormedFromMac(address.local.address) && address.local.address != linkLocalOf(link.mac);
                    });
            }
        }
    }

    /// Whether a MAC that the kernel drew is known to somebody. Then all must stay, or another could come to equal it.
    bool namesMacs() const { return m_namesMacs; }
    /// Whether an IPv6 address has failed its duplicate detection, or two links have it.
    bool isContested(const IpAddress &address) const { return m_contested.contains(address); }
    bool names(const IpAddress &address) const { return m_addresses.contains(address); }

private:
    std::set<IpAddress> m_addresses;
    std::set<IpAddress> m_contested;
    bool m_namesMacs = false;
};

/// Builds beside what it prints: after each step it looks at what the kernel did by itself, so that only what
/// somebody configured becomes an edit.
class Rebuilding
{
public:
    explicit Rebuilding(const Project &project) : m_project(project)
    {
        if (std::ranges::any_of(namespaces(), [](const auto &netns) { return !netns->radvds.empty(); }))
            m_rehearing = rehear(project.network);
    }

    EditList run()
    {
        addLinks();
        setMtus(Bridges::No);
        setBridges();
        setMasters();
        addOvsPorts();
        setPorts();
        setMtus(Bridges::Yes);
        setChildMtus();
        setArp();
        setSysctls();
        setLinksUp();
        addAddresses(false);
        setLinksDown();
        setPortStates();
        addAddresses(true);
        addNeighbours();
        addRoutes();
        addRulesets();
        addRadvds();
        addSockets();
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
        [[maybe_unused]] const auto applied = apply(m_built, step);
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
                WantedLink wanted{link.name, link.index, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
                if (const Veth *veth = link.veth())
                    wanted.peer = ends[veth->peer.link];
                if (link.macSet || (m_references.namesMacs() && !takesMac(link) && !link.mac.isZero()))
                    wanted.mac = link.bondedFrom.isZero() ? link.mac : link.bondedFrom;
                wanted.other = namedLink(m_project.network, *namespaces()[i], link);
                if (wanted.other)
                    wanted.other->mac = wanted.mac;
                wanted.ovs = wantedOvs(m_project.network, link);
                const LinkPlace below = wanted.ovs ? ovsLowerOf(m_project.network, link) : lowerOf(link);
                if (const auto lower = ends.find(below.link); lower != ends.end())
                    wanted.lower = lower->second;
                nodes[i].links.push_back(std::move(wanted));
            }
        }
        for (LinkCreation &creation : creationOrder(nodes))
            step.add(std::move(creation.edit));
        commit(std::move(step));
    }

    /// Whether a link takes the MAC of a port or of its parent by itself.
    static bool takesMac(const Link &link)
    {
        const bool inherits = link.as<Vlan>() || link.as<Ipvlan>() || !link.hasMac() ||
                              (link.as<Macvlan>() && link.as<Macvlan>()->mode == MacvlanMode::Passthru);
        return inherits || (link.bridge() && !link.bridge()->ports.empty()) ||
               (link.as<Bond>() && !link.as<Bond>()->members.empty());
    }

    void setMtus(Bridges bridges)
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                const bool differs = link.mtuSet || !made || made->mtu != link.mtu;
                if ((link.bridge() != nullptr) == (bridges == Bridges::Yes) && differs && !lowerOf(link))
                    step.add(SetLinkMtu{{netns->name, link.name}, link.mtu});
            }
        }
        commit(std::move(step));
    }

    /// Those of links that lie on others, each once that of what is below is right.
    void setChildMtus()
    {
        for (bool again = true; again;) {
            EditList step;
            for (const auto &netns : namespaces()) {
                for (const Link &link : netns->links) {
                    const Link *made = lowerOf(link) ? built(*netns, link) : nullptr;
                    const Link *lower = m_project.network.find(lowerOf(link));
                    const Netns *where = lower ? m_project.network.find(lowerOf(link).netns) : nullptr;
                    const Link *madeLower = where ? built(*where, *lower) : nullptr;
                    if (made && madeLower && made->mtu != link.mtu && madeLower->mtu == lower->mtu)
                        step.add(SetLinkMtu{{netns->name, link.name}, link.mtu});
                }
            }
            again = !step.empty();
            if (again && !apply(m_built, step))
                return;
            m_edits.add(std::move(step));
        }
    }

    void setArp()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (link.arpOff)
                    step.add(SetLinkArp{{netns->name, link.name}, false});
            }
        }
        commit(std::move(step));
    }

    void setBridges()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const BridgeChange change = link.bridge() ? differenceOf(*link.bridge()) : BridgeChange{};
                if (change != BridgeChange{})
                    step.add(ChangeLink{{netns->name, link.name}, change});
            }
        }
        commit(std::move(step));
    }

    /// The members of a bridge or bond in the order in which they were added, those of a VRF in any.
    static std::vector<LinkId> membersOf(const Netns &netns, const Link &link)
    {
        if (link.bridge())
            return link.bridge()->ports;
        if (const Bond *bond = link.as<Bond>())
            return bond->members;
        std::vector<LinkId> members;
        for (const Link &other : netns.links) {
            if (link.as<Vrf>() && other.master == link.id)
                members.push_back(other.id);
        }
        return members;
    }

    void setMasters()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                for (const LinkId port : membersOf(*netns, link)) {
                    if (const Link *slave = netns->find(port))
                        step.add(SetLinkMaster{{netns->name, slave->name}, link.name});
                }
            }
        }
        commit(std::move(step));
    }

    /// Those of the database that are no internal ones.
    void addOvsPorts()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const OvsBridge &bridge : netns->ovs) {
                for (const OvsPort &port : bridge.ports) {
                    if (!port.internal)
                        step.add(AddOvsPort{{netns->name, bridge.name}, port});
                }
            }
        }
        commit(std::move(step));
    }

    static void vlanEdits(const LinkName &name, const std::vector<BridgeVlan> &wanted,
                          const std::vector<BridgeVlan> &made, bool self, EditList &step)
    {
        for (const BridgeVlan &vlan : made) {
            if (std::ranges::find(wanted, vlan.id, &BridgeVlan::id) == wanted.end())
                step.add(RemoveBridgeVlan{name, vlan.id, vlan.id, self});
        }
        for (const BridgeVlan &vlan : wanted) {
            if (std::ranges::find(made, vlan) == made.end())
                step.add(AddBridgeVlan{name, vlan.id, vlan.id, vlan.pvid, vlan.untagged, self});
        }
    }

    void setPorts()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                const Link *master = netns->find(link.master);
                const LinkName name{netns->name, link.name};
                if (made && link.bridge() && made->bridge())
                    vlanEdits(name, link.bridge()->vlans, made->bridge()->vlans, true, step);
                if (!made || !master || !master->bridge())
                    continue;
                if (const PortChange change = differenceOf(link.port); change != PortChange{})
                    step.add(SetPort{name, change});
                vlanEdits(name, link.port.vlans, made->port.vlans, false, step);
            }
        }
        commit(std::move(step));
    }

    /// What only a link that runs can be told.
    void setPortStates()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const LinkName name{netns->name, link.name};
                if (link.port.stopped) {
                    PortChange change;
                    change.state = link.port.stopped;
                    step.add(SetPort{name, change});
                }
                const Link *made = built(*netns, link);
                const Bond *bond = made ? link.as<Bond>() : nullptr;
                if (!bond)
                    continue;
                BondChange change;
                if (const Link *primary = netns->find(bond->primary))
                    change.primary = primary->name;
                const Link *active = netns->find(bond->active);
                const Netns *where = m_built.network.find(netns->name);
                const Link *madeActive = made->as<Bond>() ? where->find(made->as<Bond>()->active) : nullptr;
                if (active && (!madeActive || madeActive->name != active->name))
                    change.active = active->name;
                if (change != BondChange{})
                    step.add(ChangeLink{name, change});
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
                if (allReachesDevices(sysctl) && netns->confAll[sysctl] != sysctlRow(sysctl).initialAll)
                    step.add(SetDeviceSysctl{netns->name, "all", sysctl, netns->confAll[sysctl]});
            }
        }
        commit(std::move(step));
        step = {};
        // Writing `all` or `default` wrote others as well; what is still different was written alone.
        for (const Places places : {Places::AllAndDefault, Places::Links}) {
            for (const auto &netns : namespaces()) {
                if (const Netns *made = m_built.network.find(netns->name))
                    confEdits(*netns, *made, places, step);
            }
            commit(std::move(step));
            step = {};
        }
    }

    enum class Places : bool { AllAndDefault, Links };

    static void confEdits(const Netns &netns, const Netns &made, Places places, EditList &step)
    {
        for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
            const auto sysctl = static_cast<DeviceSysctl>(i);
            const auto put = [&](const std::string &device, const DeviceConf &wanted, const DeviceConf &has) {
                if (wanted[sysctl] != has[sysctl])
                    step.add(SetDeviceSysctl{netns.name, device, sysctl, wanted[sysctl]});
            };
            if (places == Places::AllAndDefault) {
                put("all", netns.confAll, made.confAll);
                put("default", netns.confDefault, made.confDefault);
                continue;
            }
            for (const Link &link : netns.links) {
                if (const Link *same = made.find(link.name))
                    put(link.name, link.conf, same->conf);
            }
        }
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

    /// How many links a link lies on, one on the other.
    int depthOf(const Link &link) const
    {
        const Link *parent = m_project.network.find(link.parent());
        return parent ? 1 + depthOf(*parent) : 0;
    }

    void setLinksUp()
    {
        std::map<int, EditList> steps; // by depth: parents first
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                if (link.up || isUpForAWhile(link))
                    steps[depthOf(link)].add(SetLinkUp{{netns->name, link.name}, true});
            }
        }
        for (auto &[depth, step] : steps)
            commit(std::move(step));
    }

    void setLinksDown()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            for (const Link &link : netns->links) {
                const Link *made = built(*netns, link);
                if (isUpForAWhile(link) || (!link.up && made && made->up)) // some come up with others
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
        // Who of those that have the same gets it first would be chance.
        if (m_references.isContested(address.local.address))
            return false;
        const bool anyWillDo = isLinkLocal6(address) && !m_references.names(address.local.address);
        return address.kernelMade && std::ranges::any_of(made, [&](const LinkAddress &own) {
                   return (own.local == address.local && own.dadFailed == address.dadFailed) ||
                          (anyWillDo && isLinkLocal6(own));
               });
    }

    static bool isLinkLocal6(const LinkAddress &address)
    {
        return !address.local.address.isV4() && address.local.address.isLinkLocal();
    }

    /// What has to be said of the duplicate detection of an address so that it ends as it did.
    Detection detectionOf(const AddAddress &edit, bool failed, const EditList &before) const
    {
        Project trial = m_built;
        EditList step = before;
        step.add(edit);
        const auto applied = apply(trial, step);
        const Netns *netns = trial.network.find(edit.link.netns);
        const Link *link = netns ? netns->find(std::string_view(edit.link.link)) : nullptr;
        const bool fails = link && std::ranges::any_of(link->addresses6, [&](const LinkAddress &own) {
                               return own.local == edit.address.local && own.dadFailed;
                           });
        if (!applied || fails == failed)
            return Detection::Runs;
        return failed ? Detection::Failed : Detection::Passed;
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
            if (isLate(link, address) != late || isMadeAgain(address, own) || isHeardAgain(netns, link, address))
                continue;
            const bool formed = std::exchange(address.kernelMade, false);
            address.secondary = false;
            const bool failed = std::exchange(address.dadFailed, false);
            address.tentative = false;
            AddAddress edit{name, address, AddMode::Add};
            if (formed || m_references.isContested(address.local.address))
                edit.detection = detectionOf(edit, failed, step);
            step.add(std::move(edit));
        }
    }

    /// Whether an address comes by itself once the radvds run, and none after it: lists give the newest first.
    bool isHeardAgain(const Netns &netns, const Link &link, const LinkAddress &address) const
    {
        if (!m_rehearing || !address.dynamic)
            return false;
        const auto &now = m_rehearing->heard.find(LinkPlace{netns.id, link.id})->addresses6;
        const auto at = std::ranges::find(link.addresses6, address.local, &LinkAddress::local);
        return std::ranges::find(now, address) != now.end() &&
               std::ranges::all_of(link.addresses6.begin(), at, &LinkAddress::dynamic);
    }

    /// The namespace without the routes that come by themselves once the radvds run.
    Netns withoutHeard(const Netns &netns) const
    {
        Netns rest = netns;
        const Netns *silent = m_rehearing ? m_rehearing->silent.find(netns.name) : nullptr;
        const Netns *heard = m_rehearing ? m_rehearing->heard.find(netns.name) : nullptr;
        if (!silent || !heard)
            return rest;
        const auto holds = [&](const Netns &other, const Route &route) {
            return std::ranges::any_of(other.routes,
                                       [&](const Route &has) { return isSameWay(netns, route, other, has); });
        };
        std::erase_if(rest.routes, [&](const Route &route) { return holds(*heard, route) && !holds(*silent, route); });
        return rest;
    }

    /// Whether routes of two networks lead to the same by the same link and gateway.
    static bool isSameWay(const Netns &netnsA, const Route &a, const Netns &netnsB, const Route &b)
    {
        if (a.destination != b.destination || a.table != b.table || a.type != b.type || a.metric != b.metric ||
            a.protocol != b.protocol || a.hops.size() != 1 || b.hops.size() != 1)
            return false;
        const Link *devA = netnsA.find(a.hops.front().dev);
        const Link *devB = netnsB.find(b.hops.front().dev);
        return devA && devB && devA->name == devB->name && a.hops.front().via == b.hops.front().via;
    }

    void addRadvds()
    {
        for (const auto &netns : namespaces()) {
            for (const Radvd &radvd : netns->radvds)
                m_edits.add(AddRadvd{netns->name, radvd});
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

    /// The FDB of a VXLAN, apart from what its remote made by itself.
    void addRemotes(const Netns &netns, const Link &link, const Vxlan &vxlan, EditList &step) const
    {
        const LinkName name{netns.name, link.name};
        const Link *made = built(netns, link);
        const Vxlan *fresh = made ? made->as<Vxlan>() : nullptr;
        if (!fresh)
            return;
        std::size_t known = 0;
        if (!fresh->fdb.empty()) {
            // The default entry: no more than its destination and MAC are sure to be alike, for ids are others.
            const VxlanFdbEntry &own = fresh->fdb.front();
            if (!vxlan.fdb.empty() && vxlan.fdb.front().mac == own.mac && vxlan.fdb.front().remote == own.remote)
                known = 1;
            else
                step.add(RemoveVxlanFdb{name, own.mac});
        }
        const Netns *underlay = m_project.network.find(vxlan.underlay);
        for (const VxlanFdbEntry &entry : std::span(vxlan.fdb).subspan(known)) {
            const bool group = entry.mac.isZero() || entry.mac.isMulticast();
            AddVxlanFdb edit{name, entry.mac, entry.remote, group ? AddMode::Append : AddMode::Add};
            if (entry.port != 0)
                edit.port = entry.port;
            edit.vni = entry.vni;
            if (const Link *via = underlay ? underlay->find(entry.via) : nullptr)
                edit.via = via->name;
            edit.isStatic = entry.isStatic;
            step.add(std::move(edit));
        }
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
            for (const ProxyNeighbour &proxy : netns->proxies) {
                const Link *dev = netns->find(proxy.dev);
                step.add(AddProxyNeighbour{netns->name, dev ? dev->name : std::string(), proxy.address});
            }
            for (const Link &link : netns->links) {
                if (const Vxlan *vxlan = link.as<Vxlan>())
                    addRemotes(*netns, link, *vxlan, step);
                if (!link.bridge())
                    continue;
                for (const FdbEntry &entry : link.bridge()->fdb) {
                    if (const Link *port = netns->find(entry.port)) // whoever has the MAC may have been heard already
                        step.add(AddFdb{{netns->name, port->name}, entry.mac, AddMode::Replace, entry.vlan});
                }
            }
        }
        commit(std::move(step));
    }

    void addRoutes()
    {
        EditList step;
        for (const auto &netns : namespaces()) {
            const Netns *made = m_built.network.find(netns->name);
            if (!made)
                continue;
            step.add(nexthopEdits(*netns));
            step.add(routeEdits(withoutHeard(*made), withoutHeard(*netns)));
            step.add(ruleEdits(*made, *netns));
        }
        m_edits.add(std::move(step));
    }

    void addRulesets()
    {
        for (const auto &netns : namespaces())
            m_edits.add(rulesetEdits(*netns));
    }

    /// Programs that listen, but for those whose address has gone: they hear nothing any more, and would not start.
    void addSockets()
    {
        Project silent = m_project;
        for (const auto &netns : namespaces()) {
            if (netns->sockets.empty())
                continue;
            silent.network.change(netns->id).sockets.clear();
            for (const Socket &socket : netns->sockets) {
                const Link *dev = netns->find(socket.dev);
                EditList one{AddSocket{netns->name, socket.transport, socket.address, socket.v6only, socket.port,
                                       dev ? dev->name : std::string(), socket.program}};
                if (apply(silent, one))
                    m_edits.add(std::move(one));
            }
        }
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
    std::optional<Rehearing> m_rehearing; ///< none where no radvd runs
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
